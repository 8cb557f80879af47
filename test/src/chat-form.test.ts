import { expect, test } from 'vitest'
import { fillForm, formOf } from '../../src/chat-form.ts'
import { CARD_OF_EACH_KIND } from '../adapters/sample-cards.ts'

test('a form is filled field by field; an empty answer leaves what is there', async () => {
  const { card } = CARD_OF_EACH_KIND.fields
  const form = formOf(card, 'contact.save?turn=t1')
  if (!form) throw new Error('no form')
  const asked: string[] = []
  const answers = ['National Grid', '', '2026-12-02', '-', '2', '1, 2']
  const values = await fillForm(form, async (question) => {
    asked.push(question)
    return answers[asked.length - 1] ?? ''
  })
  expect(asked.slice(0, 2)).toEqual(['Partner [Con Edison]: ', 'Interns [2]: '])
  expect(asked[4]).toBe('How (1 Call, 2 Visit) [Call]: ')
  expect(values).toEqual({
    partner: 'National Grid',
    count: '2',
    date: '2026-12-02',
    at: '',
    method: 'visit',
    offers: ['speaker', 'interns'],
  })
  expect(formOf(card, 'contact.keep?turn=t1')).toBeUndefined()
})
