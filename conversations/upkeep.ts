import { type Card, encodePress } from '../data/card.ts'
import type { Delivery } from '../data/delivery.ts'
import type { Conversation, Moment, Occasion, Outcome, Request, Situation } from './conversation.ts'
import { sentence } from './notices.ts'

/** Lines of one list here. */
const MOST_LINES = 15

/** What an administrator looks after: messages that never arrived, and the aliases that Liaison has learned. */
export const upkeep: Conversation = {
  name: 'upkeep',
  intents: { ask_undelivered: askUndelivered, ask_aliases: askAliases },
  presses: { forget: forgetAlias },
  due: tellAdmins,
}

const say = (text: string): Outcome => ({ what: 'upkeep', replies: [{ card: sentence(text) }], pending: 'keep' })

const refuse = (situation: Situation): Outcome | undefined =>
  situation.speaker.role === 'admin' ? undefined : say('Only an administrator sees that.')

async function undelivered({ reads }: Moment): Promise<Delivery[]> {
  const failed = await reads.deliveries({ state: 'failed', limit: MOST_LINES })
  const uncertain = await reads.deliveries({ state: 'uncertain', limit: MOST_LINES })
  return [...failed, ...uncertain]
}

const lineOf = ({ to, state, reason, attempts }: Delivery): string =>
  `${to.channel}, ${state}, ${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}. ${reason ?? ''}`.trim()

async function askUndelivered(_: Request, situation: Situation): Promise<Outcome> {
  const refused = refuse(situation)
  if (refused) return refused
  const letters = await undelivered(situation)
  if (letters.length === 0) return say('Every message has arrived.')
  return {
    what: 'upkeep',
    replies: [{ card: listCard('Messages that did not arrive', letters.map(lineOf)) }],
    pending: 'keep',
  }
}

const listCard = (title: string, items: string[]): Card => ({
  summary: `${title}: ${items.join('; ')}`,
  parts: [
    { kind: 'heading', text: title },
    { kind: 'list', items },
  ],
})

const toldGuard = ({ id }: Delivery): string => `undelivered ${id}`

/** A dead letter is told to the administrators once. Their own messages about dead letters are not. */
async function tellAdmins(moment: Moment): Promise<Occasion[]> {
  const letters: Delivery[] = []
  for (const letter of await undelivered(moment)) {
    const isTold = letter.id.endsWith('-letters') || (await moment.reads.guard(toldGuard(letter))) > 0
    if (!isTold) letters.push(letter)
  }
  if (letters.length === 0) return []
  const admins = await moment.reads.find('staff', { where: { role: 'admin', isActive: true } })
  return letters.map((letter) => ({
    id: `undelivered:${letter.id}`,
    outcome: {
      what: 'upkeep',
      replies: [],
      touches: [toldGuard(letter)],
      posts: admins.map(({ id }) => ({
        name: `${id}-letters`,
        to: { staff: id },
        content: { kind: 'post' as const, card: listCard('A message did not arrive', [lineOf(letter)]) },
      })),
    },
  }))
}

async function askAliases(_: Request, situation: Situation): Promise<Outcome> {
  const refused = refuse(situation)
  if (refused) return refused
  const { reads } = situation
  const aliases = await reads.find('alias', { order: { by: 'typed', direction: 'ascending' }, limit: MOST_LINES })
  if (aliases.length === 0) return say('No aliases have been learned yet.')
  const lines = await Promise.all(
    aliases.map(
      async ({ typed, partner }) =>
        `${typed}: ${(await reads.get('partner', partner))?.name ?? 'a partner that is gone'}`,
    ),
  )
  const card = listCard('Learned aliases', lines)
  const actions = aliases
    .slice(0, 5)
    .map(({ id, typed }) => ({ label: `Forget "${typed}"`, press: encodePress('upkeep.forget', { id }) }))
  return {
    what: 'upkeep',
    replies: [{ card: { ...card, parts: [...card.parts, { kind: 'actions', actions }] } }],
    pending: 'keep',
  }
}

async function forgetAlias(args: Readonly<Record<string, string>>, situation: Situation): Promise<Outcome> {
  const refused = refuse(situation)
  if (refused) return refused
  const before = await situation.reads.get('alias', args.id ?? '')
  if (!before) return say('That alias is forgotten already.')
  return {
    what: 'forget_alias',
    title: `alias "${before.typed}" forgotten`,
    replies: [{ card: sentence(`"${before.typed}" is no longer an alias. Say "undo" to keep it.`) }],
    writes: [{ kind: 'alias', id: before.id, before }],
  }
}
