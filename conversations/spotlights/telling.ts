import type { Card } from '../../data/card.ts'
import type { StoryRecord } from '../../data/story.ts'
import type { Moment, Post } from '../conversation.ts'
import { sentence } from '../notices.ts'
import { whenWords } from './draft-card.ts'
import { guardOf } from './posting.ts'
import { pressOf, socialTexts } from './preview.ts'
import { publicStory } from './public-story.ts'
import type { StoryView } from './story-view.ts'

/** Names in ids: what a staff id holds beyond letters and digits goes. */
const plain = (id: string): string => id.replace(/[^A-Za-z0-9]+/g, '-')

/** The card of an approver as a delivery of this turn, and its id. */
export function cardPost(staff: string, card: Card, turn: string): { post: Post; id: string } {
  const name = `ask-${plain(staff)}`
  return { post: { name, to: { staff }, content: { kind: 'post', card } }, id: `${turn}-${name}` }
}

/** Changes the cards that were sent to people, by staff id; `except` is answered in its place. */
export function changeCards(cards: Readonly<Record<string, string>>, card: Card, except: string | undefined): Post[] {
  return Object.entries(cards)
    .filter(([staff]) => staff !== except)
    .map(([staff, delivery]) => ({
      name: `card-${plain(staff)}`,
      to: { staff },
      content: { kind: 'replace', card, target: { delivery } },
    }))
}

/** The texts that the writer was given to share, in place of which they read a sentence. */
export const changeShares = ({ shares = [], writer }: Pick<StoryRecord, 'shares' | 'writer'>, text: string): Post[] =>
  shares.map((delivery, at) => ({
    name: `shared-${at}`,
    to: { staff: writer },
    content: { kind: 'replace', card: sentence(text), target: { delivery } },
  }))

export const tell = (name: string, staff: string, card: Card | string): Post => ({
  name,
  to: { staff },
  content: { kind: 'post', card: typeof card === 'string' ? sentence(card) : card },
})

/** The texts that a person takes elsewhere, each under the guard of its destination, with the time from which they may. */
export async function sharePosts(view: StoryView, moment: Moment): Promise<{ posts: Post[]; ids: string[] }> {
  const { story, subject } = view
  const isLater = story.publishedAt !== undefined && story.publishedAt > moment.now
  const at = { now: story.publishedAt && isLater ? story.publishedAt : moment.now, zone: moment.zone }
  const wait = isLater ? [{ kind: 'text' as const, text: `Not before ${whenWords(view, moment)}.` }] : []
  const posts: Post[] = []
  for (const destination of ['social', 'press'] as const) {
    const shown = publicStory(story, subject, destination, at)
    if (!shown) continue
    const texts =
      destination === 'social'
        ? (await socialTexts(shown, view, moment)).map(({ networks, text }) => `${networks.join(', ')}:\n${text}`)
        : [pressOf(shown, view, moment)]
    const title = destination === 'social' ? 'To share on social media' : 'Press release'
    posts.push({
      name: `share-${destination}`,
      to: { staff: story.writer },
      content: {
        kind: 'post',
        card: {
          summary: `${title}: ${shown.headline}`,
          parts: [{ kind: 'heading', text: title }, ...wait, ...texts.map((text) => ({ kind: 'text' as const, text }))],
        },
      },
      guard: guardOf(view, shown, { destination }),
    })
  }
  return { posts, ids: posts.map(({ name }) => `${moment.turn}-${name}`) }
}
