import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLowdbStore } from '../../data/lowdb/store.ts'
import type { Write } from '../../data/store.ts'
import type { Instant } from '../../data/time.ts'
import { line, type Measured, measure } from './clients.ts'
import { liaisonOver, opened, turnsOf } from './district-calls.ts'
import { STAFF } from './district-data.ts'
import { ratio, say } from './measure.ts'

/** The same on a file, with as many partners as a school has. */
export async function benchFile(names: readonly { partner: string; person: string }[]): Promise<void> {
  say(`\nThe same on a file, 200 partners`)
  let base: Measured | undefined
  for (const count of [1_000, 10_000]) {
    const folder = await mkdtemp(join(tmpdir(), 'liaison-bench-'))
    const store = opened(await openLowdbStore({ file: join(folder, 'liaison.json') }))
    const few = names.slice(0, 200)
    const at = Date.now() as Instant
    const writes: Write[] = [
      ...few.flatMap(({ partner, person }, n): Write[] => {
        const common = { version: 0, isActive: true, extra: {} }
        return [
          {
            kind: 'partner',
            id: `partner-${n}`,
            after: { ...common, id: `partner-${n}`, name: partner, aliases: [], apart: [] },
          },
          {
            kind: 'person',
            id: `person-${n}`,
            after: { ...common, id: `person-${n}`, name: person, partner: `partner-${n}` },
          },
        ]
      }),
      ...Array.from({ length: STAFF }, (_, n): Write => {
        const id = `staff-${n}`
        const identities = [`slack:T0DISTRICT:U${n}`]
        return {
          kind: 'staff',
          id,
          after: {
            id,
            version: 0,
            name: `Writer ${n}`,
            emails: [],
            programs: [],
            role: 'staff',
            identities,
            isActive: true,
            extra: {},
          },
        }
      }),
      ...Array.from({ length: count }, (_, n): Write => {
        const id = `old-${n}`
        const note = `An earlier call about interns for the spring, number ${n}`
        const date = new Date(at - (n % 700) * 86_400_000).toISOString().slice(0, 10) as never
        return {
          kind: 'contact',
          id,
          after: {
            id,
            version: 0,
            partner: `partner-${n % 200}`,
            people: [],
            date,
            offers: [],
            note,
            by: `staff-${n % STAFF}`,
            at,
          },
        }
      }),
    ]
    const nothing = { reliesOn: [], touches: [], deliveries: [] }
    const filled = await store.commit({
      id: 'old',
      inbound: 'old',
      conversation: 'old',
      at,
      what: 'import',
      writes,
      ...nothing,
    })
    if (!filled.ok) throw new Error('The file was not filled.')
    const liaison = await liaisonOver(store)
    const [turns] = await measure(turnsOf(liaison, few))
    if (!turns) return
    base ??= turns
    say(`  ${count.toLocaleString('en-US')} contacts: ${line(turns)}; p50 ${ratio(turns.p50, base.p50)}`)
    await liaison.stop()
    await store.close()
    await rm(folder, { recursive: true, force: true })
  }
}
