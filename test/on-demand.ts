import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What is made for a whole run, as test files are told of it, and how it is taken away. */
export type Made = { name: string; end(): Promise<void> }

/** A door at which the first test file that asks has something made, and all others are told of the same. */
export async function openDoor(make: () => Promise<Made>): Promise<{ url: string; close(): Promise<void> }> {
  let made: Promise<Made> | undefined
  const door = createServer((_, response) => {
    made ??= make()
    made.then(
      ({ name }) => response.end(name),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  door.listen(0, '127.0.0.1')
  await once(door, 'listening')
  // It listens on a port, so its address is no string.
  const { port } = door.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    async close() {
      door.close()
      await (await made?.catch(() => undefined))?.end()
    },
  }
}

/** What is behind a door. */
export async function askAt(door: string): Promise<string> {
  const response = await fetch(door)
  const answer = await response.text()
  if (!response.ok) throw new Error(answer)
  return answer
}
