import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'

/** A WebSocket server as small as Socket Mode needs: text frames both ways, pings answered, one client at a time. RFC 6455. */
export type FakeSocket = {
  url: string
  /** Resolves when a client has connected. */
  connected: Promise<void>
  send(message: unknown): void
  /** What the client sent, parsed, oldest first. */
  received: unknown[]
  close(): Promise<void>
}

const ACCEPT_GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
const TEXT = 1
const CLOSE = 8
const PING = 9
const PONG = 10

export async function createFakeSocket(greeting: unknown): Promise<FakeSocket> {
  const received: unknown[] = []
  let socket: Duplex | undefined
  let arrive = (): void => undefined
  const connected = new Promise<void>((resolve) => {
    arrive = resolve
  })
  const server = createServer()
  server.on('upgrade', (request: IncomingMessage, stream: Duplex) => {
    const key = `${request.headers['sec-websocket-key'] ?? ''}${ACCEPT_GUID}`
    const accept = createHash('sha1').update(key).digest('base64')
    stream.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    )
    socket = stream
    let pending = Buffer.alloc(0)
    stream.on('error', () => undefined)
    stream.on('data', (chunk: Buffer) => {
      pending = Buffer.concat([pending, chunk])
      for (let frame = readFrame(pending); frame; frame = readFrame(pending)) {
        pending = pending.subarray(frame.length)
        if (frame.opcode === TEXT) received.push(JSON.parse(frame.payload.toString('utf8')))
        else if (frame.opcode === PING) stream.write(makeFrame(PONG, frame.payload))
        else if (frame.opcode === CLOSE) stream.end(makeFrame(CLOSE, frame.payload))
      }
    })
    stream.write(makeFrame(TEXT, Buffer.from(JSON.stringify(greeting))))
    arrive()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `ws://127.0.0.1:${address && typeof address !== 'string' ? address.port : 0}/`,
    connected,
    send: (message) => void socket?.write(makeFrame(TEXT, Buffer.from(JSON.stringify(message)))),
    received,
    close: () =>
      new Promise((resolve) => {
        socket?.destroy()
        server.close(() => resolve())
      }),
  }
}

function makeFrame(opcode: number, payload: Buffer): Buffer {
  const { length } = payload
  const head =
    length < 126 ? Buffer.from([0x80 | opcode, length]) : Buffer.from([0x80 | opcode, 126, length >> 8, length & 255])
  return Buffer.concat([head, payload])
}

function readFrame(bytes: Buffer): { opcode: number; payload: Buffer; length: number } | undefined {
  if (bytes.length < 2) return undefined
  const opcode = (bytes[0] ?? 0) & 15
  const isMasked = ((bytes[1] ?? 0) & 128) !== 0
  let size = (bytes[1] ?? 0) & 127
  let at = 2
  if (size === 126) {
    if (bytes.length < 4) return undefined
    size = bytes.readUInt16BE(2)
    at = 4
  }
  const mask = isMasked ? bytes.subarray(at, at + 4) : Buffer.alloc(4)
  at += isMasked ? 4 : 0
  if (bytes.length < at + size) return undefined
  const payload = Buffer.from(bytes.subarray(at, at + size).map((byte, index) => byte ^ (mask[index % 4] ?? 0)))
  return { opcode, payload, length: at + size }
}
