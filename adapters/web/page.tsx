import type { FC } from 'hono/jsx'
import type { Message } from './board.ts'
import { CardView } from './card.tsx'

/** What the chat page shows. */
export type Chat = {
  organization: string
  /** Above the conversation, where there is something to know about it (that it is a sample). */
  note?: string
  staff: readonly { id: string; name: string }[]
  speaker: { id: string; name: string }
  /** `#channel`; empty: the direct chat. */
  place: string
  channels: readonly string[]
  messages: readonly Message[]
  nameOf: (staff: string) => string
  newId: () => string
}

const addressOf = (place: string): string => (place === '' ? '/' : `/?in=${encodeURIComponent(place)}`)

/** The whole page; it works without its script. */
export const ChatPage: FC<{ chat: Chat }> = ({ chat }) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>Liaison, {chat.organization}</title>
      <link rel="stylesheet" href="/chat/chat.css" />
      <link rel="icon" href="/chat/icon.svg" type="image/svg+xml" />
      <script src="/chat/chat.js" defer></script>
    </head>
    <body>
      <a class="skip" href="#say">
        Skip to the message field
      </a>
      <header>
        <h1>Liaison</h1>
        <p class="small">{chat.organization}</p>
        <form class="speaker" method="post" action="/chat/as">
          <input type="hidden" name="in" value={chat.place} />
          <label for="as">You are</label>
          <select id="as" name="as">
            {chat.staff.map(({ id, name }) => (
              <option value={id} selected={id === chat.speaker.id}>
                {name}
              </option>
            ))}
          </select>
          <button type="submit">Switch</button>
        </form>
        {chat.note && <p class="note small">{chat.note}</p>}
      </header>
      <Places chat={chat} />
      <main>
        <MessageLog chat={chat} />
      </main>
      <form id="composer" aria-label="Write to Liaison" method="post" action="/chat/say">
        <input type="hidden" name="in" value={chat.place} />
        <input type="hidden" name="id" value={chat.newId()} />
        <label for="say">{chat.place === '' ? 'Message to Liaison' : `Message in ${chat.place}`}</label>
        <div class="row">
          <textarea id="say" name="text" rows={2} maxlength={20_000} autofocus enterkeyhint="send" />
          <button type="submit" class="primary">
            Send
          </button>
        </div>
        <p id="status" class="small" role="status" />
      </form>
    </body>
  </html>
)

const Places: FC<{ chat: Chat }> = ({ chat }) =>
  chat.channels.length === 0 ? null : (
    <nav aria-label="Places">
      {['', ...chat.channels].map((place) => (
        <a href={addressOf(place)} aria-current={place === chat.place ? 'page' : undefined}>
          {place === '' ? 'Direct chat' : place}
        </a>
      ))}
    </nav>
  )

/** The conversation alone: what the page asks for again and again. Each message is known by `data-key`. */
export const MessageLog: FC<{ chat: Chat }> = ({ chat }) => (
  <div id="log" role="log" aria-label="Conversation" tabindex={-1}>
    {chat.messages.map((message) => (
      <MessageItem message={message} chat={chat} />
    ))}
  </div>
)

const MessageItem: FC<{ message: Message; chat: Chat }> = ({ message, chat }) => {
  const { id, revision, onlyFor, from } = message
  const key = `${id}.${revision}`
  if (from.kind === 'person') {
    const isMine = from.staff === chat.speaker.id
    return (
      <article class={isMine ? 'mine' : 'other'} data-key={key} id={`m-${id}`}>
        <p class="by">{isMine ? 'You' : chat.nameOf(from.staff)}</p>
        <p class="as-typed" dir="auto">
          {from.text}
        </p>
      </article>
    )
  }
  return (
    <article class="liaison" data-key={key} id={`m-${id}`} tabindex={-1}>
      <p class="by">Liaison{onlyFor ? ', only you see this' : ''}</p>
      <CardView
        card={from.card}
        context={{ action: '/chat/act', message: id, place: chat.place, nonce: chat.newId() }}
      />
    </article>
  )
}
