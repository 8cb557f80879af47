import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Milliseconds after which replicas are asked again where none was there. */
const ROUND_MS = 200
const MOST_ROUNDS = 100

/** Milliseconds for an answer; Slack waits three seconds. */
const ANSWER_MS = 5_000
/** Milliseconds for which a replica that did not answer is asked last. */
const AVOIDED_MS = 3_000

/** Hands each request to one of several replicas at random, as a balancer without stickiness does. */
export type Balancer = { address: string; close(): Promise<void> }

/** Where a replica cannot be reached the next is asked; one that breaks off while it answers is a 502. `random`: from 0 to 1. */
export async function startBalancer(ports: readonly number[], random: () => number): Promise<Balancer> {
  const avoided = new Map<number, number>()
  const isAvoided = (port: number): boolean => (avoided.get(port) ?? 0) > Date.now()
  const server = createServer((asked, answer) => {
    const chunks: Buffer[] = []
    asked.on('data', (chunk: Buffer) => chunks.push(chunk))
    asked.on('end', () => {
      const from = Math.floor(random() * ports.length)
      const turned = [...ports.slice(from), ...ports.slice(0, from)]
      const order = [...turned.filter((port) => !isAvoided(port)), ...turned.filter(isAvoided)]
      const silent = (port: number): void => void avoided.set(port, Date.now() + AVOIDED_MS)
      void pass({ asked, body: Buffer.concat(chunks), ports: order, silent }, answer)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

type Passing = {
  asked: IncomingMessage
  body: Buffer
  ports: readonly number[]
  /** Hears of a replica that did not answer in time. */
  silent: (port: number) => void
}

async function pass({ asked, body, ports, silent }: Passing, answer: ServerResponse): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    for (const port of ports) {
      const got = await ask(asked, body, port)
      if (got === 'not-there') continue
      if (got === 'silent') silent(port)
      if (got === 'broken' || got === 'silent') return void answer.writeHead(502).end()
      return void answer.writeHead(got.status, got.type ? { 'content-type': got.type } : {}).end(got.body)
    }
    await new Promise((resolve) => setTimeout(resolve, ROUND_MS))
  }
  answer.writeHead(502).end()
}

type Answer = { status: number; type?: string; body: Buffer } | 'not-there' | 'broken' | 'silent'

function ask(asked: IncomingMessage, body: Buffer, port: number): Promise<Answer> {
  return new Promise((resolve) => {
    const { method, url, headers } = asked
    const passed = request({ host: '127.0.0.1', port, method, path: url, headers, agent: false }, (got) => {
      const chunks: Buffer[] = []
      got.on('data', (chunk: Buffer) => chunks.push(chunk))
      got.on('error', () => resolve('broken'))
      got.on('end', () => {
        const type = got.headers['content-type']
        resolve({ status: got.statusCode ?? 502, body: Buffer.concat(chunks), ...(type ? { type } : {}) })
      })
    })
    passed.on('error', (error) => resolve('code' in error && error.code === 'ECONNREFUSED' ? 'not-there' : 'broken'))
    passed.setTimeout(ANSWER_MS, () => {
      resolve('silent')
      passed.destroy()
    })
    passed.end(body)
  })
}
