import { createWebAdapter } from '../../../adapters/web/adapter.tsx'
import type { Instant } from '../../../data/time.ts'
import { type ChannelDriver, describeChannel } from '../channel-contract.ts'
import { itemsOf, problemsOf, textOf } from './markup.ts'

const HOST = 'http://localhost:3000'
const DIRECT = { channel: 'web', isDirect: true, person: 's1' } as const
const SHARED = { channel: 'web', isDirect: false, place: '#wins', person: 's1' } as const

const driver: ChannelDriver = {
  name: 'web',
  async start(intake, ready) {
    let count = 0
    const { routes, sender } = createWebAdapter({
      intake,
      mostMessages: 4,
      clock: () => 0 as Instant,
      newId: () => `n${count++}`,
      organization: async () => 'Ridge CTE',
      staff: async () => [
        { id: 's1', name: 'Ana Lee' },
        { id: 's2', name: 'Bo Ray' },
      ],
    })
    ready(sender)
    const post = async (path: string, form: [string, string][], origin = HOST) => {
      const headers = {
        host: 'localhost:3000',
        origin,
        'content-type': 'application/x-www-form-urlencoded',
        'x-fragment': '1',
      }
      const body = new URLSearchParams(form).toString()
      return { status: (await routes.request(`${HOST}${path}`, { method: 'POST', headers, body })).status }
    }
    const log = async (place: string, as: string): Promise<string> => {
      const headers = { host: 'localhost:3000', cookie: `liaison_speaker=${as}` }
      return (await routes.request(`${HOST}/chat/log?in=${encodeURIComponent(place)}`, { headers })).text()
    }
    // What the page shows is read back from its HTML, as two people see it.
    const checked = new Set<string>()
    const pages = { direct: '', mine: '', others: '' }
    const look = async (): Promise<void> => {
      pages.direct = await log('', 's1')
      pages.mine = await log('#wins', 's1')
      pages.others = await log('#wins', 's2')
    }
    const looking = <T extends unknown[], R>(act: (...args: T) => Promise<R>) => {
      return async (...args: T): Promise<R> => {
        const result = await act(...args)
        await look()
        return result
      }
    }
    const newest = (): string => itemsOf(pages.direct).at(-1)?.id ?? ''
    const said = (text: string, id: string): [string, string][] => [
      ['text', text],
      ['id', id],
    ]
    await look()
    return {
      sender: { ...sender, send: looking(sender.send) },
      say: looking((text, id) => post('/chat/say', said(text, id))),
      sayForged: looking((text, id) => post('/chat/say', said(text, id), 'https://evil.example')),
      press: looking((press, id) =>
        post('/chat/act', [
          ['press', press],
          ['message', newest()],
          ['id', id],
        ]),
      ),
      submit: looking((press, values, id) =>
        post('/chat/act', [
          ['form', press],
          ['press', press],
          ['message', newest()],
          ['id', id],
          ...Object.entries(values).flatMap(([name, value]) =>
            [value]
              .flat()
              .map((item): [string, string] => [`${Array.isArray(value) ? 'list' : 'field'}.${name}`, item]),
          ),
        ]),
      ),
      direct: DIRECT,
      shared: SHARED,
      shown: () => {
        const others = itemsOf(pages.others).map(({ id }) => id)
        return [
          ...itemsOf(pages.direct).map((item) => ({ place: 's1', text: textOf(item.html), isDeleted: false })),
          ...itemsOf(pages.mine).map((item) => ({
            place: '#wins',
            text: textOf(item.html),
            isDeleted: false,
            ...(!others.includes(item.id) && { onlyFor: 's1' }),
          })),
        ]
      },
      problems: () => {
        const unchecked = [...itemsOf(pages.direct), ...itemsOf(pages.mine)].filter(({ key }) => !checked.has(key))
        for (const { key } of unchecked) checked.add(key)
        return unchecked.flatMap(({ html }) => problemsOf(html))
      },
      settled: look,
      close: async () => undefined,
    }
  },
}

describeChannel(driver)
