import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
/** From the ground up: a file imports from its own floor and those below it. */
const FLOORS = ['data', 'conversations', 'adapters', 'src']
const CHANNEL_SDKS = /^(@slack\/|botbuilder|botframework)/

type File = { path: string; text: string; imports: string[] }

const files: File[] = FLOORS.flatMap((floor) =>
  readdirSync(join(ROOT, floor), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => {
      const path = join(floor, name)
      const text = readFileSync(join(ROOT, path), 'utf8')
      const imports = [...text.matchAll(/from '([^']+)'|import\('([^']+)'\)/g)].map(
        ([, from, dynamic]) => from ?? dynamic ?? '',
      )
      return { path, text, imports }
    }),
)

const target = (file: File, specifier: string): string => relative(ROOT, join(ROOT, dirname(file.path), specifier))
const room = (path: string, depth: number): string => path.split(sep).slice(0, depth).join('/')
const offending = (offends: (file: File, specifier: string) => boolean): string[] =>
  files.flatMap((file) =>
    file.imports.filter((specifier) => offends(file, specifier)).map((specifier) => `${file.path}: ${specifier}`),
  )

describe('the house', () => {
  it('has files on every floor', () => {
    for (const floor of FLOORS) expect(files.some(({ path }) => path.startsWith(floor))).toBe(true)
  })

  it('imports only from its own floor or from below', () => {
    const climbs = offending((file, specifier) => {
      if (!specifier.startsWith('.')) return false
      const above = FLOORS.indexOf(room(target(file, specifier), 1))
      return above < 0 || above > FLOORS.indexOf(room(file.path, 1))
    })
    expect(climbs).toEqual([])
  })

  it('keeps adapters apart, and the two stores', () => {
    const meets = offending((file, specifier) => {
      if (!specifier.startsWith('.')) return false
      const [from, to] = [room(file.path, 2), room(target(file, specifier), 2)]
      const areAdapters = from.startsWith('adapters/') && to.startsWith('adapters/')
      const areStores = [from, to].sort().join() === 'data/lowdb,data/postgres'
      return from !== to && (areAdapters || areStores)
    })
    expect(meets).toEqual([])
  })

  it("knows the channels' SDKs in their adapters alone", () => {
    expect(offending((file, specifier) => CHANNEL_SDKS.test(specifier) && !file.path.startsWith('adapters'))).toEqual(
      [],
    )
  })

  it('reads clock and environment at the top alone', () => {
    const reads = files
      .filter(({ path }) => !path.startsWith('src'))
      .filter(({ text }) => /Date\.now\(\)|new Date\(\)|process\.env|Math\.random\(\)/.test(text))
    expect(reads.map(({ path }) => path)).toEqual([])
  })

  it('has no default exports', () => {
    expect(files.filter(({ text }) => /^export default/m.test(text)).map(({ path }) => path)).toEqual([])
  })
})
