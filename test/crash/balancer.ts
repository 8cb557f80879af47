import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Milliseconds after which replicas are asked again where none was there. */
const ROUND_MS = 200
const MOST_ROUNDS = 100

/** Hands each request to one of several replicas at random, as a balancer without stickiness does. */
export type Balancer = { address: string; close(): Promise<void> }

/** Where a replica cannot be reached the next is asked; one that breaks off while it answers is a 502. `random`: from 0 to 1. */
export async function startBalancer(ports: readonly number[], random: () => number): Promise<Balancer> {
  const server = createServer((asked, answer) => {
    const chunks: Buffer[] = []
    asked.on('data', (chunk: Buffer) => chunks.push(chunk))
    asked.on('end', () => {
      const from = Math.floor(random() * ports.length)
      const order = [...ports.slice(from), ...ports.slice(0, from)]
      void pass(asked, Buffer.concat(chunks), order, answer)
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

async function pass(asked: IncomingMessage, body: Buffer, ports: readonly number[], answer: ServerResponse) {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    for (const port of ports) {
      const got = await ask(asked, body, port)
      if (got === 'not-there') continue
      if (got === 'broken') return void answer.writeHead(502).end()
      return void answer.writeHead(got.status, got.type ? { 'content-type': got.type } : {}).end(got.body)
    }
    await new Promise((resolve) => setTimeout(resolve, ROUND_MS))
  }
  answer.writeHead(502).end()
}

type Answer = { status: number; type?: string; body: Buffer } | 'not-there' | 'broken'

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
    passed.end(body)
  })
}
