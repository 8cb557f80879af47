import type { Author } from '../../conversations/inbound.ts'
import type { Card } from '../../data/card.ts'
import { failureOf } from './failure.ts'
import { UnexpectedAnswer } from './network.ts'
import type { Profiles } from './profiles.ts'
import { emojiIn, mentionedIn, typedText } from './typed-text.ts'

/** Who wrote, and what: both as far as Slack says. */

export const unknownWriterCard = (): Card => {
  const text = 'Nothing was recorded: Slack did not say who you are. Try again in a minute.'
  return { summary: text, parts: [{ kind: 'text', text }] }
}

/** The writer, or undefined while Slack does not say who that is: then nobody is let in. */
export async function writerOf(profiles: Profiles, team: string, user: string): Promise<Author | undefined> {
  try {
    return await profiles.authorOf(team, user)
  } catch (error) {
    if (!(error instanceof UnexpectedAnswer)) failureOf(error)
    return undefined
  }
}

/** What was typed, with the names of those mentioned. Never rejects: whom Slack does not name is left as an id. */
export async function wordsOf(
  profiles: Profiles,
  team: string,
  text: string | undefined,
  self: string | undefined,
  blocks?: unknown,
): Promise<string> {
  if (!text) return ''
  const mentioned = mentionedIn(text).filter((user) => user !== self)
  const names = mentioned.length > 0 ? await profiles.namesOf(team, mentioned) : new Map<string, string>()
  return typedText(text, { self: self ?? '', names, emoji: emojiIn(blocks) })
}
