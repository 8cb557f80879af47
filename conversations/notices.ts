import { type Action, type Card, encodePress } from '../data/card.ts'

/** One sentence as a card. */
export const sentence = (text: string): Card => ({ summary: text, parts: [{ kind: 'text', text }] })

/** A sentence, and what can be done about it. */
export const sentenceWith = (text: string, actions: Action[]): Card => ({
  summary: text,
  parts: [
    { kind: 'text', text },
    { kind: 'actions', actions },
  ],
})

/** A sentence about what a turn has recorded, which its button takes back. */
export const withUndo = (text: string, turn: string): Card =>
  sentenceWith(text, [{ label: 'Undo', press: encodePress('undo.turn', { turn }) }])

export const notAdmittedCard = (): Card =>
  sentence('Liaison works with the staff of this organization. Ask your CTE office to add you.')

export const notStoredCard = (): Card =>
  sentence('Nothing was recorded: the store cannot be written right now. Try again in a few minutes.')

export const changedCard = (): Card =>
  sentence('Nothing was recorded: someone else was changing the same entry. Look at it and try again.')

export const brokenCard = (turn: string): Card =>
  sentence(`Nothing was recorded: something in Liaison is broken. Tell your administrator this number: ${turn}.`)
