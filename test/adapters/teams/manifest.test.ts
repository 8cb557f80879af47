import { strFromU8, unzipSync } from 'fflate'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { packTeamsApp, teamsManifest } from '../../../adapters/teams/manifest.ts'

const OPTIONS = { url: 'https://liaison.schools.example', appId: '0A1B2C3D-0000-4000-8000-00000000b07a' }

/** Longest texts, of https://developer.microsoft.com/json-schemas/teams/v1.19/MicrosoftTeams.schema.json */
const LONGEST: [string, number][] = [
  ['name.short', 30],
  ['name.full', 100],
  ['description.short', 80],
  ['description.full', 4000],
  ['developer.name', 32],
]

const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inside, key) => (inside as Record<string, unknown> | undefined)?.[key], value)

describe('the Teams manifest', () => {
  const made = teamsManifest({ ...OPTIONS, name: 'Liaison of the Career and Technical Education office' })
  if (!made.ok) throw new Error(made.problems.join())
  const manifest = made.value

  it('keeps to the published schema', () => {
    for (const [path, max] of LONGEST) {
      const text = at(manifest, path)
      expect(typeof text === 'string' && text.length > 0 && text.length <= max, path).toBe(true)
    }
    expect(Object.keys(manifest).sort()).toEqual(
      [
        '$schema',
        'accentColor',
        'bots',
        'defaultGroupCapability',
        'defaultInstallScope',
        'description',
        'developer',
        'icons',
        'id',
        'manifestVersion',
        'name',
        'permissions',
        'validDomains',
        'version',
      ].sort(),
    )
    expect(manifest.manifestVersion).toBe('1.19')
    expect(manifest.accentColor).toMatch(/^#[0-9a-fA-F]{6}$/)
    expect(manifest.id).toBe('0a1b2c3d-0000-4000-8000-00000000b07a')
    expect(manifest.validDomains).toEqual(['liaison.schools.example'])
  })

  it('has one bot in chats, group chats and teams, with commands that fit', () => {
    const [bot] = manifest.bots as {
      botId: string
      scopes: string[]
      commandLists: { commands: { title: string; description: string }[] }[]
    }[]
    expect(bot?.botId).toBe(manifest.id)
    expect(bot?.scopes).toEqual(['personal', 'team', 'groupChat'])
    const commands = bot?.commandLists.flatMap((list) => list.commands) ?? []
    expect(commands.length).toBeGreaterThan(0)
    expect(commands.length).toBeLessThanOrEqual(10)
    expect(commands.every(({ title, description }) => title.length <= 32 && description.length <= 128)).toBe(true)
  })

  it('is refused for what Teams would refuse', () => {
    expect(teamsManifest({ url: 'http://localhost:3000', appId: 'liaison' })).toEqual({
      ok: false,
      problems: [
        'The address must be an https one that Microsoft can reach, not "http://localhost:3000".',
        'The app id must be the registration\'s, such as 00000000-0000-0000-0000-000000000000, not "liaison".',
      ],
    })
  })
})

describe('the Teams package', () => {
  it('holds the manifest and two icons of the sizes that Teams asks for', async () => {
    const packed = await packTeamsApp(OPTIONS)
    if (!packed.ok) throw new Error(packed.problems.join())
    const files = unzipSync(packed.value)
    expect(Object.keys(files).sort()).toEqual(['color.png', 'manifest.json', 'outline.png'])
    const manifest: unknown = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()))
    expect(manifest).toMatchObject({ icons: { color: 'color.png', outline: 'outline.png' } })
    const color = await sharp(files['color.png']).metadata()
    expect([color.format, color.width, color.height]).toEqual(['png', 192, 192])
    const outline = await sharp(files['outline.png']).metadata()
    expect([outline.format, outline.width, outline.height, outline.hasAlpha]).toEqual(['png', 32, 32, true])
  })

  it('draws the outline in white on nothing', async () => {
    const packed = await packTeamsApp(OPTIONS)
    if (!packed.ok) throw new Error(packed.problems.join())
    const icon = unzipSync(packed.value)['outline.png']
    const pixels = await sharp(icon).ensureAlpha().raw().toBuffer()
    let drawn = 0
    for (let at = 0; at < pixels.length; at += 4) {
      if ((pixels[at + 3] ?? 0) < 8) continue
      drawn += 1
      expect(Math.min(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0)).toBeGreaterThan(240)
    }
    expect(drawn).toBeGreaterThan(60)
    expect(drawn).toBeLessThan(32 * 32 * 0.6)
  })

  it('is the same, byte for byte, for the same options', async () => {
    expect(await packTeamsApp(OPTIONS)).toEqual(await packTeamsApp(OPTIONS))
  })
})
