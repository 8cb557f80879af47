import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { renderMessage } from '../../../adapters/slack/blocks.ts'
import { CARD_OF_EACH_KIND, HOSTILE_TEXTS } from '../sample-cards.ts'

/**
 * Our blocks as a renderer that others wrote reads them (slack-blocks-to-jsx).
 */

const require = createRequire(import.meta.url)
const { createElement } = require('react')
const { renderToStaticMarkup } = require('react-dom/server')
const { Message } = require('slack-blocks-to-jsx')

const LOGO = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'

function markupOf(card: Parameters<typeof renderMessage>[0]): string {
  const { blocks } = renderMessage(card)
  return renderToStaticMarkup(createElement(Message, { blocks, name: 'Liaison', logo: LOGO, time: new Date(0) }))
}

const decoded = (html: string): string =>
  html
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, '&')

describe('slack-blocks-to-jsx', () => {
  it.each(Object.entries(CARD_OF_EACH_KIND))('shows a card of the kind %s', (_, { card, shows }) => {
    expect(decoded(markupOf(card))).toContain(shows)
  })

  it.each(HOSTILE_TEXTS.filter((text) => text.trim() !== ''))('makes nothing of %j', (text) => {
    const html = markupOf({
      summary: 'Note',
      parts: [
        { kind: 'text', text },
        { kind: 'facts', facts: [{ label: 'Note', value: text }] },
        { kind: 'list', items: [text] },
        { kind: 'table', columns: ['Note'], rows: [[text]] },
      ],
    })
    expect(html).not.toMatch(/<a |<script|<b>bold|<code|slack_user|slack_broadcast/)
  })
})
