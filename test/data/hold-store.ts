import { openLowdbStore } from '../../data/lowdb/store.ts'
import { partner, turn } from './store-samples.ts'

// A process of its own: opens the store of a file, keeps one partner, says so, and holds on until it is killed.
const [, , file = '', id = ''] = process.argv
const opened = await openLowdbStore({ file })
if (!opened.ok) {
  process.stdout.write(`${opened.error}\n`)
} else {
  await opened.value.commit(
    turn({ inbound: id, id: `turn-${id}`, writes: [{ kind: 'partner', id, after: partner(id, id) }] }),
  )
  process.stdout.write('holding\n')
}
setInterval(() => undefined, 60_000)
