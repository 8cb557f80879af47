import { expect, it } from 'vitest'
import type { RecordRef } from '../../data/records.ts'
import { contact, conversation, delivery, minute, person, staff, turn } from './store-samples.ts'
import { add, conEd, type Stage } from './store-stage.ts'

/** What concerns all of a store. */
export function wholeCases(stage: Stage): void {
  const { keep, withConEd } = stage

  it('removes a name from records, notes, questions, cards and the log, for good', async () => {
    await withConEd()
    await keep({
      said: 'met MARIA  CHEN, and Chenoweth',
      request: { slots: { people: ['Maria Chen'] } },
      writes: [
        add('person', person('maria-chen', 'Maria Chen', 'coned')),
        add('contact', contact('c1', { partner: 'coned', date: '2026-12-01', note: 'coffee w/ maria chen (chen!)' })),
      ],
      deliveries: [delivery('d1', { content: { kind: 'post', card: { summary: 'Maria Chen', parts: [] } } })],
      state: conversation({ pending: { question: 'q', state: { who: 'Maria Chen' }, expires: minute(9) } }),
    })
    // The note twice and the person's own record, all three again in the log's writes; said, frame, card, question.
    expect(await stage.store.redact(['Maria Chen', 'Chen'], 'a former contact')).toBe(10)
    await stage.reopen()
    expect(await stage.store.get('contact', 'c1')).toMatchObject({
      note: 'coffee w/ a former contact (a former contact!)',
      version: 2,
    })
    expect(await stage.store.get('person', 'maria-chen')).toMatchObject({ name: 'a former contact', partner: 'coned' })
    expect((await stage.store.turns({ limit: 1 }))[0]).toMatchObject({
      said: 'met a former contact, and Chenoweth',
      request: { slots: { people: ['a former contact'] } },
    })
    const everything = JSON.stringify([
      await stage.store.turns({ limit: 9 }),
      await stage.store.deliveries({ limit: 9 }),
    ])
    expect(everything.toLowerCase()).not.toContain('maria chen')
    expect(JSON.stringify(await stage.store.conversation('slack|dm|maria'))).toContain('a former contact')
    expect((await stage.store.find('person', { where: { name: 'a former contact' } })).map(({ id }) => id)).toEqual([
      'maria-chen',
    ])
  })

  it('tells who watches of changed records, until it is stopped', async () => {
    const seen: RecordRef[] = []
    const told = (length: number) => expect.poll(() => seen.length, { timeout: 5_000 }).toBe(length)
    const stop = stage.store.watch(['partner', 'person'], (refs) => void seen.push(...refs))
    await keep({ writes: [add('partner', conEd), add('staff', staff('s1', 'Sam', []))] })
    await told(1)
    await keep({ writes: [{ kind: 'partner', id: 'coned', before: { ...conEd, version: 1 } }] })
    await told(2)
    stop()
    await keep({ writes: [add('partner', conEd)] })
    expect(seen).toEqual([
      { kind: 'partner', id: 'coned' },
      { kind: 'partner', id: 'coned' },
    ])
  })

  it('can be written, and says so', async () => {
    expect(await stage.store.check()).toEqual({ ok: true, value: true })
  })

  it('takes a hundred turns at once, each of them whole', async () => {
    await withConEd()
    const results = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        stage.store.commit(
          turn({
            conversation: `c${n}`,
            writes: [add('contact', contact(`c${n}`, { partner: 'coned', date: '2026-12-01' }))],
            deliveries: [delivery(`d${n}`, { orderKey: `k${n}` })],
          }),
        ),
      ),
    )
    expect(results.every(({ ok }) => ok)).toBe(true)
    await stage.reopen()
    expect(await stage.store.count('contact', { where: { partner: 'coned' } })).toBe(100)
    expect(await stage.store.deliveries({ state: 'due', limit: 200 })).toHaveLength(100)
  })
}
