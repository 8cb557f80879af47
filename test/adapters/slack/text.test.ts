import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutEscaped, escapeMarkup, literal } from '../../../adapters/slack/text.ts'
import { emojiIn, mentionedIn, typedText } from '../../../adapters/slack/typed-text.ts'
import { cut, isBlank } from '../../../data/shown-text.ts'
import { anyCharacter } from '../../any-text.ts'
import { escaped } from '../../fakes/slack-payloads.ts'

const names = new Map([['U0NADIA', 'Nadia Ferris']])
const read = (text: string) => typedText(text, { self: 'U0LIAISON', names })

describe('what Slack sends for what was typed', () => {
  it.each([
    ['<@U0LIAISON> who owns turner?', 'who owns turner?'],
    ['make <@U0NADIA> an approver', 'make Nadia Ferris an approver'],
    ['ask <@U0NOBODY>', 'ask @U0NOBODY'],
    ['post it in <#C0WINS|cte-wins>', 'post it in #cte-wins'],
    ['post it in <#C0WINS>', 'post it in #C0WINS'],
    ['see <https://turner.example/a?b=1&amp;c=2>', 'see https://turner.example/a?b=1&c=2'],
    ['see <http://turner.example|turner.example>', 'see turner.example'],
    ['write to <mailto:maria@coned.example|maria@coned.example>', 'write to maria@coned.example'],
    ['call <tel:+12125550100|(212) 555-0100>', 'call (212) 555-0100'],
    ['<!here> and <!subteam^S012|@staff>', '@here and @staff'],
    ['&lt;!channel&gt; &amp;amp; &lt;b&gt;', '<!channel> &amp; <b>'],
    ['a < b > c', 'a < b > c'],
  ])('%j reads as %j', (sent, typed) => {
    expect(read(sent)).toBe(typed)
  })

  it('gives back any text as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(read(escaped(text))).toBe(text.trim())
      }),
    )
  })

  it('names those who are mentioned', () => {
    expect(mentionedIn('<@U0NADIA> and <@W0X|sam> not &lt;@U0Y&gt;')).toEqual(['U0NADIA', 'W0X'])
  })

  it('shows emoji with their skin tones, and leaves times alone', () => {
    const blocks = [
      { elements: [{ elements: [{ type: 'emoji', name: 'wave', unicode: '1f44b-1f3fd', skin_tone: 4 }] }] },
    ]
    expect(typedText('hi :wave::skin-tone-4: at 9:40:10', { self: '', names, emoji: emojiIn(blocks) })).toBe(
      'hi 👋🏽 at 9:40:10',
    )
    expect(emojiIn([{ type: 'emoji', name: 'bad', unicode: 'zz' }, null, 5]).size).toBe(0)
  })
})

describe('text that is cut', () => {
  it('is within its length, ends in …, and has no half characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), fc.integer({ min: 1, max: 40 }), (text, max) => {
        const shown = cut(literal(text), max)
        expect(shown.length).toBeLessThanOrEqual(max)
        expect(/\p{Surrogate}/u.test(shown)).toBe(false)
        if (literal(text).length > max) expect(shown.endsWith('…')).toBe(true)
        else expect(shown).toBe(literal(text))
      }),
    )
  })

  it('is within its length escaped, no entity cut in two', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('&', '<', '>', 'a', '👩') }),
        fc.integer({ min: 2, max: 40 }),
        (text, max) => {
          const shown = cutEscaped(text, max)
          expect(shown.length).toBeLessThanOrEqual(max)
          expect(shown.replace(/&(amp|lt|gt);/g, '')).not.toMatch(/[&<>]/)
        },
      ),
    )
  })

  it('keeps families, flags with joiners and accents whole', () => {
    expect(cut('ab👨‍👩‍👧', 8)).toBe('ab…')
    expect(cut('caf\u0065\u0301s', 5)).toBe('caf…')
  })
})

it('knows what cannot be seen', () => {
  expect(['', ' ', '\n\t', '\u200b', '\u2060\ufeff'].map(isBlank)).toEqual([true, true, true, true, true])
  expect(isBlank('.')).toBe(false)
  expect(escapeMarkup('a<b>&c')).toBe('a&lt;b&gt;&amp;c')
})
