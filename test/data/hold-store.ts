import { openLowdbStore } from '../../data/lowdb/store.ts'
import { delivery, partner, turn } from './store-samples.ts'

/**
 * A process of its own: opens the store of a file and says `holding`, having kept one partner; or says why it cannot.
 * With `--busy` it goes on to keep partners, four at a time, each followed by its number on a line once it is kept.
 */
const [, , file = '', id = '', flag] = process.argv
const opened = await openLowdbStore({ file })

async function keep(name: string): Promise<void> {
  if (!opened.ok) return
  // A note long enough that the journal is folded into the file now and then.
  const result = await opened.value.commit(
    turn({
      id: `turn-${name}`,
      inbound: name,
      said: 'x'.repeat(flag ? 30_000 : 10),
      writes: [{ kind: 'partner', id: name, after: partner(name, name) }],
      deliveries: [delivery(`d-${name}`, { orderKey: name })],
    }),
  )
  if (!result.ok) throw new Error(JSON.stringify(result.error))
}

if (!opened.ok) {
  process.stdout.write(`${opened.error}\n`)
} else {
  await keep(id)
  process.stdout.write('holding\n')
  if (flag === '--busy') {
    let last = 0
    const work = async (): Promise<void> => {
      for (;;) {
        last += 1
        const mine = `${id}-${last}`
        await keep(mine)
        process.stdout.write(`${mine}\n`)
      }
    }
    await Promise.all([work(), work(), work(), work()])
  }
}
setInterval(() => undefined, 60_000)
