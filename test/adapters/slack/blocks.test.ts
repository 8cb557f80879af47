import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { notificationText, renderBlocks, renderMessage } from '../../../adapters/slack/blocks.ts'
import { renderModal } from '../../../adapters/slack/modal.ts'
import { asText } from '../../../adapters/slack/posting.ts'
import type { Card, Part } from '../../../data/card.ts'
import { blockProblems, readableText } from '../../fakes/slack-blocks.ts'
import { anyCard } from '../sample-cards.ts'

const blocksOf = (...parts: Part[]) => renderBlocks({ summary: 'Summary', parts })
const section = (...runs: object[]) => [
  { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: runs }] },
]
const words = (text: string) => ({ type: 'text', text })
const bold = (text: string) => ({ type: 'text', text, style: { bold: true } })
const place = { channel: 'slack' as const, isDirect: true }

describe('a card as blocks', () => {
  it('looks like Slack: header, rich text, buttons, small print', () => {
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
        { kind: 'text', text: 'Offers a speaker.' },
        {
          kind: 'actions',
          actions: [
            { label: 'Undo', style: 'danger', press: 'contact.undo?turn=t1' },
            { label: 'History', url: 'https://liaison.example/p/1' },
          ],
        },
        { kind: 'context', text: 'Logged by Maria Delgado, 11:52' },
      ],
    }
    expect(renderMessage(card)).toEqual({
      text: 'Logged: Con Edison, call, Tue, Dec 1',
      blocks: [
        { type: 'header', text: { type: 'plain_text', text: 'Logged', emoji: false } },
        ...section(bold('Partner: '), words('Con Edison\n'), bold('Date: '), words('Tue, Dec 1')),
        ...section(words('Offers a speaker.')),
        {
          type: 'actions',
          elements: [
            {
              type: 'button',
              text: { type: 'plain_text', text: 'Undo', emoji: false },
              action_id: 'press:3.0',
              value: 'contact.undo?turn=t1',
              style: 'danger',
            },
            {
              type: 'button',
              text: { type: 'plain_text', text: 'History', emoji: false },
              action_id: 'open:3.1',
              url: 'https://liaison.example/p/1',
            },
          ],
        },
        { type: 'context', elements: [{ type: 'plain_text', text: 'Logged by Maria Delgado, 11:52', emoji: false }] },
      ],
    })
  })

  it('draws lists and the first table natively, further tables in fixed width', () => {
    const table: Part = {
      kind: 'table',
      columns: ['Partner', 'Last'],
      rows: [['Con Edison', 'Tue, Dec 1'], ['Turner']],
    }
    expect(blocksOf({ kind: 'list', items: ['one', '', 'two'], isNumbered: true })).toEqual([
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_list',
            style: 'ordered',
            elements: [
              { type: 'rich_text_section', elements: [words('one')] },
              { type: 'rich_text_section', elements: [words('two')] },
            ],
          },
        ],
      },
    ])
    const cell = (run: object) => section(run)[0]
    expect(blocksOf(table, table)).toEqual([
      {
        type: 'table',
        rows: [
          [cell(bold('Partner')), cell(bold('Last'))],
          [cell(words('Con Edison')), cell(words('Tue, Dec 1'))],
          [cell(words('Turner')), cell(words('–'))],
        ],
        column_settings: [{ is_wrapped: true }, { is_wrapped: true }],
      },
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_preformatted',
            elements: [words('Partner     Last\n----------  ----------\nCon Edison  Tue, Dec 1\nTurner      –')],
          },
        ],
      },
    ])
  })

  it('says how many rows of a long table are missing', () => {
    const rows = Array.from({ length: 130 }, (_, at) => [`row ${at}`])
    const blocks = blocksOf({ kind: 'table', columns: ['Name'], rows })
    expect(readableText(blocks).split('\n').at(-1)).toBe('… and 31 more.')
    expect(blockProblems(blocks)).toEqual([])
  })

  it('shows a picture with what is to be seen on it, or says so where the address is none', () => {
    expect(blocksOf({ kind: 'image', url: 'https://liaison.example/1.png', alt: 'A pass' })).toEqual([
      { type: 'image', image_url: 'https://liaison.example/1.png', alt_text: 'A pass' },
    ])
    expect(blocksOf({ kind: 'image', url: 'javascript:alert(1)', alt: 'A pass' })).toEqual(
      section(words('Picture: A pass')),
    )
  })

  it('cuts what is too long visibly, characters whole', () => {
    const [header] = blocksOf({ kind: 'heading', text: `${'a'.repeat(148)}👩‍🍳👩‍🍳` })
    expect(header).toMatchObject({ text: { text: `${'a'.repeat(148)}…` } })
    expect(readableText(blocksOf({ kind: 'text', text: 'x'.repeat(4000) }))).toBe(`${'x'.repeat(2999)}…`)
    const long = blocksOf(...Array.from({ length: 6 }, (): Part => ({ kind: 'text', text: 'y'.repeat(3000) })))
    expect(readableText(long).split('\n').at(-1)).toBe('The rest is too long for Slack.')
  })

  it('keeps its buttons when there are too many blocks', () => {
    const parts = Array.from({ length: 70 }, (_, at): Part => ({ kind: 'text', text: `line ${at}` }))
    const blocks = blocksOf(...parts, { kind: 'actions', actions: [{ label: 'More', press: 'history.more?page=2' }] })
    expect(blocks).toHaveLength(50)
    expect(blocks.at(-1)).toMatchObject({ type: 'actions', elements: [{ value: 'history.more?page=2' }] })
    expect(readableText(blocks.slice(-2, -1))).toBe('The rest is too long for Slack.')
  })

  it('leaves out a button that Slack would refuse, and says so', () => {
    const blocks = blocksOf({
      kind: 'actions',
      actions: [
        { label: 'Good', press: 'a.b' },
        { label: 'Endless', press: `a.b?${'x'.repeat(2000)}` },
        { label: 'Nowhere', url: 'not an address' },
      ],
    })
    expect(readableText(blocks).split('\n')).toEqual([
      'Good',
      'Endless cannot be shown in Slack.',
      'Nowhere cannot be shown in Slack.',
    ])
  })

  it('splits more than 25 buttons into rows', () => {
    const actions = Array.from({ length: 30 }, (_, at) => ({ label: `${at}`, press: `a.b?n=${at}` }))
    const blocks = blocksOf({ kind: 'actions', actions })
    expect(blocks.map((block) => 'elements' in block && block.elements.length)).toEqual([25, 5])
  })

  it('is never empty', () => {
    expect(renderBlocks({ summary: 'Only this', parts: [] })).toEqual(section(words('Only this')))
    expect(renderBlocks({ summary: ' ', parts: [{ kind: 'text', text: '\n' }] })).toHaveLength(1)
    expect(notificationText({ summary: '', parts: [] })).toBe('Liaison')
  })
})

describe('text that people typed', () => {
  it('is shown as it is, with nothing in it alive', () => {
    const typed = '<!channel> <@U0MARIA> <https://evil.example|bank> *b* _i_ `c` <b>&amp;'
    const [block] = blocksOf({ kind: 'text', text: typed })
    const shown = readableText(block)
    expect(shown.replaceAll('\u2060', '')).toBe(typed)
    expect(shown).not.toContain('<!channel>')
    expect(shown).not.toContain('<https://evil.example|bank>')
  })

  it('cannot turn round what stands after it, nor ring a bell', () => {
    expect(readableText(blocksOf({ kind: 'text', text: '\u202Egnp.exe\u202C a\u0000b\u0007 c\r\nd' }))).toBe(
      '\ufffdgnp.exe\ufffd a␀b␇ c\nd',
    )
  })

  it('is escaped where Slack parses it: the notification, and a card that goes out as text', () => {
    const card: Card = { summary: '<!channel> & co', parts: [{ kind: 'text', text: '<!here> *x*' }] }
    expect(renderMessage(card).text).toBe('&lt;!channel&gt; &amp; co')
    expect(asText(card)).toEqual({ text: '&lt;!here&gt; *x*' })
    expect(notificationText({ summary: '&'.repeat(5000), parts: [] })).toMatch(/^(&amp;){799}…$/)
  })
})

describe('a form', () => {
  const form: Part = {
    kind: 'fields',
    fields: [
      {
        name: 'note',
        label: 'Note',
        type: 'text',
        value: 'as typed',
        isMultiline: true,
        maxChars: 500,
        hint: 'Any words',
      },
      { name: 'count', label: 'Interns', type: 'number', value: 2, min: 0, max: 99, isOptional: true },
      { name: 'date', label: 'Date', type: 'date', value: '2026-02-30' },
      { name: 'at', label: 'Time', type: 'time', value: '09:40' },
      { name: 'method', label: 'How', type: 'choice', value: 'call', options: [{ label: 'Call', value: 'call' }] },
      { name: 'none', label: 'School', type: 'choice', options: [] },
    ],
    submit: { label: 'Save', style: 'primary', press: 'contact.save?turn=t1' },
    cancel: { label: 'Cancel', press: 'contact.keep?turn=t1' },
  }
  const plain = (text: string) => ({ type: 'plain_text', text, emoji: false })
  const inputs = [
    {
      type: 'input',
      label: plain('Note'),
      optional: false,
      element: {
        type: 'plain_text_input',
        action_id: 'note',
        multiline: true,
        max_length: 500,
        initial_value: 'as typed',
      },
      hint: plain('Any words'),
    },
    {
      type: 'input',
      label: plain('Interns'),
      optional: true,
      element: {
        type: 'number_input',
        action_id: 'count',
        is_decimal_allowed: true,
        initial_value: '2',
        min_value: '0',
        max_value: '99',
      },
    },
    { type: 'input', label: plain('Date'), optional: false, element: { type: 'datepicker', action_id: 'date' } },
    {
      type: 'input',
      label: plain('Time'),
      optional: false,
      element: { type: 'timepicker', action_id: 'at', initial_time: '09:40' },
    },
    {
      type: 'input',
      label: plain('How'),
      optional: false,
      element: {
        type: 'static_select',
        action_id: 'method',
        options: [{ text: plain('Call'), value: 'call' }],
        initial_option: { text: plain('Call'), value: 'call' },
      },
    },
    { type: 'context', elements: [plain('School: nothing to choose from.')] },
  ]

  it('in a message has inputs and its own buttons', () => {
    expect(blocksOf(form)).toEqual([
      ...inputs,
      {
        type: 'actions',
        elements: [
          {
            type: 'button',
            text: plain('Save'),
            action_id: 'submit:0.0',
            value: 'contact.save?turn=t1',
            style: 'primary',
          },
          { type: 'button', text: plain('Cancel'), action_id: 'press:0.1', value: 'contact.keep?turn=t1' },
        ],
      },
    ])
  })

  it('in a modal has the same inputs, the heading as its title, and what it must remember', () => {
    const card: Card = { summary: 'Change', parts: [{ kind: 'heading', text: 'Change the contact' }, form] }
    const modal = renderModal(card, place, { address: place, message: '1.1' })
    expect(modal).toMatchObject({ title: plain('Change the contact'), submit: plain('Save'), close: plain('Cancel') })
    expect(modal?.blocks).toEqual(inputs)
    expect(JSON.parse(modal?.private_metadata ?? '')).toEqual({
      submit: 'contact.save?turn=t1',
      cancel: 'contact.keep?turn=t1',
      place,
      on: { address: place, message: '1.1' },
    })
  })

  it('is no modal where it has other buttons, a second form, or too much to remember', () => {
    const other: Part = { kind: 'actions', actions: [{ label: 'Other', press: 'a.b' }] }
    expect(renderModal({ summary: '', parts: [form, other] }, place, undefined)).toBeUndefined()
    expect(renderModal({ summary: '', parts: [form, form] }, place, undefined)).toBeUndefined()
    expect(renderModal({ summary: '', parts: [other] }, place, undefined)).toBeUndefined()
    const far = { ...place, route: { responseUrl: `https://hooks.slack.com/${'x'.repeat(3000)}` } }
    expect(renderModal({ summary: '', parts: [form] }, far, undefined)).toBeUndefined()
  })

  it('lists as many choices as Slack takes, and says how many are missing', () => {
    const options = Array.from({ length: 120 }, (_, at) => ({ label: `School ${at}`, value: `s${at}` }))
    const blocks = blocksOf({
      ...form,
      fields: [{ name: 'school', label: 'School', type: 'choices', options, values: ['s1'] }],
    })
    expect(blockProblems(blocks)).toEqual([])
    expect(readableText(blocks)).toContain('… and 20 more that Slack cannot list here.')
  })
})

it('any card is within limits in a message and in a modal', () => {
  fc.assert(
    fc.property(anyCard, (card) => {
      expect(blockProblems(renderBlocks(card))).toEqual([])
      const modal = renderModal(card, place, undefined)
      if (!modal) return
      expect(blockProblems(modal.blocks, 'modal')).toEqual([])
      for (const text of [modal.title, modal.submit, modal.close]) expect(text?.text.length).toBeLessThanOrEqual(24)
    }),
    { numRuns: 150 },
  )
})
