import type { Card } from '../data/card.ts'
import { addDays, dateOf, formatDay } from '../data/time.ts'
import type { Conversation, Moment, Request, Situation } from './conversation.ts'

type Example = { about: RegExp; text: string }

/** What can be said, by worked examples from this organization's own directory. */
export const help: Conversation = {
  name: 'help',
  intents: {
    help: async (_, situation) => ({ what: 'help', replies: [{ card: await helpCard(situation) }], pending: 'keep' }),
    none: async (request, situation) => ({
      what: 'none',
      replies: [{ card: await notUnderstood(request, situation) }],
      pending: 'keep',
    }),
  },
}

async function helpCard(situation: Situation): Promise<Card> {
  const examples = await examplesOf(situation)
  return {
    summary: `Say it in one sentence: ${examples.map(({ text }) => `"${text}"`).join('; ')}`,
    parts: [
      { kind: 'heading', text: 'Say it in one sentence' },
      { kind: 'list', items: examples.map(({ text }) => text) },
      {
        kind: 'context',
        text: 'Typos and shorthand are fine. Undo takes back the last thing; a correction changes it.',
      },
    ],
  }
}

async function notUnderstood({ said }: Request, situation: Situation): Promise<Card> {
  const examples = await examplesOf(situation)
  if (said.trim() === '') return helpCard(situation)
  const near = examples.filter(({ about }) => about.test(said))
  const shown = [...near, ...examples.filter((example) => !near.includes(example))].slice(0, 2)
  return {
    summary: `Nothing was recorded. Try: ${shown.map(({ text }) => `"${text}"`).join(' or ')}`,
    parts: [
      { kind: 'text', text: 'Nothing was recorded. Try it like this, or say "help":' },
      { kind: 'list', items: shown.map(({ text }) => text) },
    ],
  }
}

/** The people and companies named are this organization's own. */
async function examplesOf({ reads, local, speaker }: Moment & Pick<Situation, 'speaker'>): Promise<Example[]> {
  const [person] = await reads.find('person', { where: { isActive: true }, limit: 1 })
  const partner = person ? await reads.get('partner', person.partner) : undefined
  const [student] = await reads.find('student', {
    where: { isActive: true, ...(speaker.school ? { school: speaker.school } : {}) },
    limit: 1,
  })
  const school = speaker.school
    ? await reads.get('school', speaker.school)
    : (await reads.find('school', { limit: 1 }))[0]
  const name = person?.name ?? 'Dana Lee'
  const company = partner?.aliases[0] ?? partner?.name ?? 'Acme'
  const place = school?.aliases[0] ?? school?.name ?? 'our school'
  const day = formatDay(addDays(dateOf(local), 14), local)
  return [
    {
      about: /coffee|met|call|spoke|talk|email|lunch|intern|visit|log/i,
      text: `had coffee with ${name} from ${company} yesterday, 2 interns, follow up in 2 weeks`,
    },
    {
      about: /breakfast|event|meeting|speaker|career|book|plan|schedule|shadow/i,
      text: `guest speaker from ${company} at ${place} ${day} at 10`,
    },
    {
      about: /spotlight|student|hired|placement|story/i,
      text: `spotlight: ${student ? student.name.split(' ')[0] : 'Sam'} got an internship at ${company}`,
    },
    { about: /remind|follow|nudge|forget/i, text: `remind me friday about ${company}` },
    { about: /\?|history|who|what|when|offer/i, text: `what's our history with ${company}` },
    { about: /due|my|list/i, text: 'my follow-ups' },
    { about: /undo|wrong|back|cancel/i, text: 'undo' },
  ]
}
