import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { StoryQuestion } from '../../../conversations/spotlights/missing-steps.ts'
import { readStepAnswer } from '../../../conversations/spotlights/step-answers.ts'
import { knowledgeFrom } from '../../../conversations/understanding/knowledge.ts'
import { readDirectory } from '../../../data/directory.ts'
import type { LocalMoment } from '../../../data/time.ts'

const read = readDirectory(JSON.parse(readFileSync(new URL('../../../data/sample.json', import.meta.url), 'utf8')))
if (!read.ok) throw new Error('The sample directory is not one.')
const knowledge = knowledgeFrom(read.directory)
const local = '2026-12-04T09:05' as LocalMoment

/** "=": taken as it stands; "?": asked about; a dash: not an answer to this; nothing: something else. */
const sign = (text: string, question: StoryQuestion): string => {
  const answer = readStepAnswer(text, question, { knowledge, local })
  switch (answer.kind) {
    case 'skip':
      return 'skip'
    case 'sure':
      return `= ${answer.value}`
    case 'doubtful':
      return `? ${answer.value}`
    case 'unfit':
      return '-'
    default:
      return ''
  }
}

describe('what is typed while a draft asks', () => {
  const cases: [StoryQuestion, string, string][] = [
    ['internship-where', 'at great performances', '= great performances'],
    ['internship-where', 'yes, she interned at ibm', '= ibm'],
    ['internship-where', 'at the marriott marquis last summer as a steward', '= Marriott Marquis'],
    ['internship-where', 'Gowanus Woodworks', '= Gowanus Woodworks'],
    ['internship-where', 'gowanus woodworks', '= gowanus woodworks'],
    ['internship-where', 'it was with Chase.', '= Chase'],
    ['internship-where', 'the bakery on main street', '? the bakery on main street'],
    ['internship-where', 'very nice', '? very nice'],
    ['internship-where', '18 an hour', '? 18 an hour'],
    ['internship-where', 'nope', 'skip'],
    ['internship-where', "there wasn't one", 'skip'],
    ['internship-where', 'show my drafts', ''],
    ['internship-where', 'Show me the story', ''],
    ['internship-where', 'who owns turner?', ''],
    ['internship-where', 'send it to leon', ''],
    ['internship-where', 'thanks!', ''],
    ['partner', "destiny coleman's mom says no social media", ''],
    ['partner', 'sofia signed her release', ''],
    ['role', 'the family said no', ''],
    ['internship-where', 'i will tell you tomorrow', ''],
    ['role', 'line cook', '= line cook'],
    ['role', "he's a line cook", '= line cook'],
    ['role', 'as a junior auto mechanic.', '= junior auto mechanic'],
    ['role', 'works there as a pastry assistant', '= pastry assistant'],
    ['role', 'pastry cook, starts monday', '= pastry cook'],
    ['role', 'garde manger', '= garde manger'],
    ['role', 'very happy about it', '? very happy about it'],
    ['role', 'at great performances, in their catering kitchen', '-'],
    ['role', 'great performances', '-'],
    ['role', 'not sure', 'skip'],
    ['role', 'my drafts', ''],
    ['college', 'Hostos Community College', '= Hostos Community College'],
    ['college', 'hostos', '= hostos'],
    ['college', 'a good one', '? a good one'],
    ['credential', 'OSHA 30', '= OSHA 30'],
    ['credential', 'list what is waiting', ''],
    ['program', 'culinary arts', '= culinary arts'],
  ]
  for (const [question, text, expected] of cases) {
    it(`${question}: ${text}`, () => {
      expect(sign(text, question)).toBe(expected)
    })
  }
})
