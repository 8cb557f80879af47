import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CARD_MAX_BYTES, renderAdaptiveCard } from '../../../adapters/teams/adaptive-card.ts'
import { decodeChoices } from '../../../adapters/teams/fields.ts'
import type { Card, Part } from '../../../data/card.ts'
import { actionsOf, elementsOf, problemsOf, readCard } from '../../fakes/teams-screen.ts'
import { anyCard, CARD_OF_EACH_KIND, HOSTILE_TEXTS } from '../sample-cards.ts'

const cardWith = (...parts: Part[]): Card => ({ summary: 'Logged', parts })
const run = (text: string, look: object = {}) => ({ type: 'TextRun', text, ...look })

describe('an Adaptive Card', () => {
  it('says its words in Teams’ own elements', () => {
    const card: Card = {
      summary: 'Logged: Con Edison, call, Tue, Dec 1',
      parts: [
        { kind: 'heading', text: 'Logged' },
        {
          kind: 'facts',
          facts: [
            { label: 'Partner', value: 'Con Edison' },
            { label: 'Date', value: 'Tue, Dec 1' },
          ],
        },
        { kind: 'text', text: 'hes in for *speaker series*\n\nwants a 1 pgr' },
        { kind: 'context', text: 'By Maria Delgado, 11:52' },
        { kind: 'actions', actions: [{ label: 'Undo', style: 'danger', press: 'contact.undo?turn=t1' }] },
      ],
    }
    const undo = {
      title: 'Undo',
      style: 'destructive',
      data: { press: 'contact.undo?turn=t1' },
      associatedInputs: 'none',
    }
    expect(renderAdaptiveCard(card)).toEqual({
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      lang: 'en',
      fallbackText: 'Logged: Con Edison, call, Tue, Dec 1',
      speak: 'Logged: Con Edison, call, Tue, Dec 1',
      body: [
        { type: 'TextBlock', text: 'Logged', style: 'heading', weight: 'Bolder', size: 'Medium', wrap: true },
        {
          type: 'FactSet',
          facts: [
            { title: 'Partner', value: 'Con Edison' },
            { title: 'Date', value: 'Tue, Dec 1' },
          ],
        },
        { type: 'RichTextBlock', inlines: [run('hes in for *speaker series*')] },
        { type: 'RichTextBlock', inlines: [run('wants a 1 pgr')], spacing: 'Small' },
        { type: 'RichTextBlock', inlines: [run('By Maria Delgado, 11:52', { isSubtle: true, size: 'Small' })] },
        {
          type: 'ActionSet',
          actions: [
            { type: 'Action.Execute', verb: 'contact.undo', ...undo, fallback: { type: 'Action.Submit', ...undo } },
          ],
        },
      ],
    })
  })

  it('shows facts with Markdown in them as they were typed, and copies whole', () => {
    const { body } = renderAdaptiveCard(
      cardWith({
        kind: 'facts',
        facts: [
          { label: 'Mail', value: 'marcus.bell@coned.example' },
          { label: 'Note', value: '**now**' },
        ],
      }),
    )
    expect(body).toEqual([
      { type: 'RichTextBlock', inlines: [run('Mail: ', { weight: 'Bolder' }), run('marcus.bell@coned.example')] },
      { type: 'RichTextBlock', inlines: [run('Note: ', { weight: 'Bolder' }), run('**now**')], spacing: 'Small' },
    ])
  })

  it.each(HOSTILE_TEXTS)('reads nothing into %j, wherever it stands', (text) => {
    const parts: Part[] = [
      { kind: 'heading', text },
      { kind: 'text', text },
      { kind: 'facts', facts: [{ label: text, value: text }] },
      { kind: 'list', items: [text] },
      { kind: 'table', columns: [text], rows: [[text]] },
      { kind: 'image', url: text, alt: text },
      {
        kind: 'actions',
        actions: [
          { label: text, press: 'a.b' },
          { label: text, url: text },
        ],
      },
      {
        kind: 'fields',
        fields: [{ name: 'f', label: text, hint: text, type: 'choice', options: [{ label: text, value: 'v' }] }],
        submit: { label: text, press: 'a.c' },
      },
      { kind: 'context', text },
    ]
    expect(problemsOf(renderAdaptiveCard({ summary: text, parts }))).toEqual([])
  })

  it('opens web addresses alone', () => {
    const links = [
      'javascript:alert(1)',
      'data:text/html,x',
      '//evil.example',
      'file:///etc',
      'https://liaison.example/c/1',
    ]
    const card = renderAdaptiveCard(
      cardWith({ kind: 'actions', actions: links.map((url) => ({ label: 'Open', url })) }),
    )
    expect(actionsOf(card).map((action) => action.url)).toEqual(['https://liaison.example/c/1'])
  })

  it('puts seven buttons in two rows', () => {
    const actions = Array.from({ length: 7 }, (_, at) => ({ label: `${at}`, press: `a.b?n=${at}` }))
    const { body } = renderAdaptiveCard(cardWith({ kind: 'actions', actions }))
    expect(body.map((row) => (row.actions as unknown[]).length)).toEqual([6, 1])
  })

  it('labels every input, says which are optional, and keeps each to its kind', () => {
    const inputs = elementsOf(renderAdaptiveCard(CARD_OF_EACH_KIND.fields.card)).slice(0, 6)
    expect(inputs.map(({ type, label, isRequired }) => [type, label, isRequired])).toEqual([
      ['Input.Text', 'Partner', true],
      ['Input.Number', 'Interns', true],
      ['Input.Date', 'Date', true],
      ['Input.Time', 'Time (optional)', undefined],
      ['Input.ChoiceSet', 'How', true],
      ['Input.ChoiceSet', 'Offers', true],
    ])
    expect(inputs[0]?.errorMessage).toBe('Partner is needed.')
  })

  it('carries several chosen values, commas in them included', () => {
    const options = ['a,b', 'c', 'd&é'].map((value) => ({ label: value, value }))
    const card = renderAdaptiveCard(
      cardWith({
        kind: 'fields',
        fields: [{ name: 'f', label: 'F', type: 'choices', options, values: ['a,b', 'd&é'] }],
        submit: { label: 'Save', press: 'a.b' },
      }),
    )
    expect(decodeChoices(`${elementsOf(card)[0]?.value}`)).toEqual(['a,b', 'd&é'])
  })

  it('says that a table goes on, where it is too long, and keeps the buttons', () => {
    const rows = Array.from({ length: 2000 }, (_, at) => [`Partner ${at}`, 'Tue, Dec 1'])
    const card = renderAdaptiveCard(
      cardWith(
        { kind: 'table', columns: ['Partner', 'Last'], rows },
        { kind: 'actions', actions: [{ label: 'Next', press: 'list.next' }] },
      ),
    )
    expect(problemsOf(card)).toEqual([])
    expect(readCard(card)).toMatch(/Partner 0\n.*… and \d+ more.*\[Next\]$/s)
  })

  it('cuts a long text where it can be seen, and never what would be saved', () => {
    const long = 'x'.repeat(40_000)
    const text = renderAdaptiveCard(cardWith({ kind: 'text', text: long }))
    expect(problemsOf(text)).toEqual([])
    expect(readCard(text)).toMatch(/^x{10000,}…$/)
    const form = renderAdaptiveCard(
      cardWith({
        kind: 'fields',
        fields: [{ name: 'n', label: 'Note', type: 'text', value: long }],
        submit: { label: 'Save', press: 'a.b' },
      }),
    )
    expect(readCard(form)).toBe('Note: too long to be changed in Teams.\n[Save]')
  })

  it('is sound and within 28 KB, whatever it is made of', () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        const drawn = renderAdaptiveCard(card)
        expect(Buffer.byteLength(JSON.stringify(drawn))).toBeLessThanOrEqual(CARD_MAX_BYTES)
        expect(problemsOf(drawn)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})
