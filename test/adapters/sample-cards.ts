import fc from 'fast-check'
import type { Action, Card, Field, Part } from '../../data/card.ts'
import { anyCharacter } from '../any-text.ts'

/** Cards that every channel is shown: one of each kind, and any card at all. Sample people are fictional. */

const card = (summary: string, ...parts: Part[]): Card => ({ summary, parts })

/** A card of each kind, and a sentence that must be readable in it. */
export const CARD_OF_EACH_KIND: Record<Part['kind'], { card: Card; shows: string }> = {
  heading: { card: card('Logged', { kind: 'heading', text: 'Logged' }), shows: 'Logged' },
  text: {
    card: card('Moved to National Grid', { kind: 'text', text: 'Moved to National Grid. Who did you speak to there?' }),
    shows: 'Who did you speak to there?',
  },
  facts: {
    card: card('Con Edison, Thu, Dec 3', {
      kind: 'facts',
      facts: [
        { label: 'Partner', value: 'Con Edison' },
        { label: 'Date', value: 'Thu, Dec 3, 9:40 to 10:25' },
      ],
    }),
    shows: 'Thu, Dec 3, 9:40 to 10:25',
  },
  list: {
    card: card('Two follow-ups', { kind: 'list', items: ['Con Edison, Fri, Dec 4', 'Skanska, Mon, Dec 7'] }),
    shows: 'Skanska, Mon, Dec 7',
  },
  table: {
    card: card('Contacts', {
      kind: 'table',
      columns: ['Partner', 'Last'],
      rows: [
        ['Con Edison', 'Tue, Dec 1'],
        ['Turner', 'Mon, Nov 30'],
      ],
    }),
    shows: 'Mon, Nov 30',
  },
  image: {
    card: card('Spotlight', {
      kind: 'image',
      url: 'https://liaison.example/s/1.png',
      alt: 'A student at a kitchen pass',
    }),
    shows: 'A student at a kitchen pass',
  },
  actions: {
    card: card('Undo or change', {
      kind: 'actions',
      actions: [
        { label: 'Undo', style: 'danger', press: 'contact.undo?turn=t1' },
        { label: 'Open', url: 'https://liaison.example/contacts/1' },
      ],
    }),
    shows: 'Undo',
  },
  fields: {
    card: card('Change the contact', {
      kind: 'fields',
      fields: [
        { name: 'partner', label: 'Partner', type: 'text', value: 'Con Edison' },
        { name: 'count', label: 'Interns', type: 'number', value: 2, min: 0, max: 99 },
        { name: 'date', label: 'Date', type: 'date', value: '2026-12-01' },
        { name: 'at', label: 'Time', type: 'time', value: '09:40', isOptional: true },
        {
          name: 'method',
          label: 'How',
          type: 'choice',
          value: 'call',
          options: [
            { label: 'Call', value: 'call' },
            { label: 'Visit', value: 'visit' },
          ],
        },
        {
          name: 'offers',
          label: 'Offers',
          type: 'choices',
          values: ['speaker'],
          options: [
            { label: 'Speaker', value: 'speaker' },
            { label: 'Interns', value: 'interns' },
          ],
        },
      ],
      submit: { label: 'Save', style: 'primary', press: 'contact.save?turn=t1' },
      cancel: { label: 'Cancel', press: 'contact.keep?turn=t1' },
    }),
    shows: 'Interns',
  },
  context: {
    card: card('Logged by Maria Delgado', { kind: 'context', text: 'Logged by Maria Delgado, 11:52' }),
    shows: 'Logged by Maria Delgado, 11:52',
  },
}

/** What people type to see what happens. */
export const HOSTILE_TEXTS = [
  '<!channel> and <!here|here>',
  '<@U0MARIA> <#C0WINS|cte-wins>',
  '<https://evil.example|your bank>',
  '[your bank](https://evil.example)',
  '**bold** *bold* _it_ ~gone~ `code` > quote',
  '<b>bold</b><script>alert(1)</script>',
  '<at>Everyone</at>',
  '&lt;!channel&gt; &amp; &#60;',
  '=HYPERLINK("https://evil.example")',
  '\u202Egnp.exe\u202C and \u2066more',
  'a\u0000b\u0007c\u001B[31mred',
  '🎉👩‍🍳👨‍👩‍👧‍👦',
  '\uD800 half a pair',
  'e\u0301\u0301\u0301 ﷽ مرحبا',
  ' \n\t ',
  '',
] as const

const text = fc.oneof(
  fc.string({ unit: anyCharacter, maxLength: 60 }),
  fc.constantFrom(...HOSTILE_TEXTS),
  fc
    .tuple(fc.constantFrom(...HOSTILE_TEXTS), fc.integer({ min: 1, max: 700 }))
    .map(([part, times]) => part.repeat(times)),
)
// By hand: to make the arbitraries of the library for queries takes most of a second.
const query = fc
  .array(fc.tuple(fc.string({ unit: anyCharacter, maxLength: 8 }), fc.string({ unit: anyCharacter, maxLength: 8 })), {
    maxLength: 3,
  })
  .map((pairs) => new URLSearchParams(pairs).toString())
const press = query.map((args) => `contact.undo?${args}`)
const url = fc.oneof(
  fc.tuple(fc.domain(), query).map(([domain, args]) => `https://${domain}/page?${args}`),
  text,
)
const style = fc.option(fc.constantFrom('primary' as const, 'danger' as const), { nil: undefined })
const action: fc.Arbitrary<Action> = fc
  .tuple(
    text,
    style,
    fc.oneof(
      press.map((value) => ({ press: value })),
      url.map((value) => ({ url: value })),
    ),
  )
  .map(([label, look, what]) => ({ label, ...(look ? { style: look } : {}), ...what }))
const pressAction: fc.Arbitrary<Action> = fc.tuple(text, press).map(([label, value]) => ({ label, press: value }))
const options = fc.array(fc.record({ label: text, value: text }), { maxLength: 120 })
const field: fc.Arbitrary<Field> = fc
  .tuple(fc.string({ minLength: 1, maxLength: 20 }), text, text, fc.boolean())
  .chain(([name, label, hint, isOptional]) => {
    const base = { name, label, isOptional, ...(hint ? { hint } : {}) }
    return fc.oneof(
      fc
        .record({ value: text, isMultiline: fc.boolean(), maxChars: fc.integer({ min: 1, max: 9000 }) })
        .map((rest): Field => ({ ...base, type: 'text', ...rest })),
      fc
        .record({ value: fc.double(), min: fc.double(), max: fc.double() })
        .map((rest): Field => ({ ...base, type: 'number', ...rest })),
      text.map((value): Field => ({ ...base, type: 'date', value })),
      text.map((value): Field => ({ ...base, type: 'time', value })),
      fc.tuple(options, text).map(([all, value]): Field => ({ ...base, type: 'choice', options: all, value })),
      options.map(
        (all): Field => ({
          ...base,
          type: 'choices',
          options: all,
          values: all.slice(0, 3).map((option) => option.value),
        }),
      ),
    )
  })
const part: fc.Arbitrary<Part> = fc.oneof(
  text.map((value): Part => ({ kind: 'heading', text: value })),
  text.map((value): Part => ({ kind: 'text', text: value })),
  fc.array(fc.record({ label: text, value: text }), { maxLength: 15 }).map((facts): Part => ({ kind: 'facts', facts })),
  fc
    .tuple(fc.array(text, { maxLength: 30 }), fc.boolean())
    .map(([items, isNumbered]): Part => ({ kind: 'list', items, isNumbered })),
  fc
    .tuple(fc.array(text, { maxLength: 25 }), fc.array(fc.array(text, { maxLength: 25 }), { maxLength: 30 }))
    .map(([columns, rows]): Part => ({ kind: 'table', columns, rows })),
  fc.tuple(url, text).map(([address, alt]): Part => ({ kind: 'image', url: address, alt: alt || 'picture' })),
  fc.array(action, { maxLength: 30 }).map((actions): Part => ({ kind: 'actions', actions })),
  fc
    .tuple(fc.array(field, { maxLength: 8 }), pressAction, fc.option(action, { nil: undefined }))
    .map(([fields, submit, cancel]): Part => ({ kind: 'fields', fields, submit, ...(cancel ? { cancel } : {}) })),
  text.map((value): Part => ({ kind: 'context', text: value })),
)

/** Any card: any text in any part, up to more parts than any channel takes. */
export const anyCard: fc.Arbitrary<Card> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ summary: text, parts: fc.array(part, { maxLength: 8 }) }) },
  { weight: 1, arbitrary: fc.record({ summary: text, parts: fc.array(part, { minLength: 55, maxLength: 60 }) }) },
)
