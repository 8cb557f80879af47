import { writeFile } from 'node:fs/promises'
import { slackManifest } from '../adapters/slack/manifest.ts'
import { packTeamsApp } from '../adapters/teams/manifest.ts'
import { readArguments } from './command.ts'

const USAGE = [
  'npm run -s manifest -- slack [--url https://liaison.example.org] [--name Liaison]     prints the manifest; without --url, for Socket Mode',
  'npm run -s manifest -- teams --url https://liaison.example.org --app-id <Microsoft App ID> [--name Liaison] [--version 1.0.0] [--out liaison-teams.zip]',
].join('\n')

/** `npm run manifest`: what Slack and Teams are told of the app, ready to be pasted or uploaded. */
async function main(): Promise<number> {
  const asked = readArguments({
    allowPositionals: true,
    options: {
      url: { type: 'string' },
      name: { type: 'string' },
      'app-id': { type: 'string' },
      version: { type: 'string' },
      out: { type: 'string' },
      privacy: { type: 'string' },
      terms: { type: 'string' },
      developer: { type: 'string' },
    },
  })
  if (!asked) return refuse(USAGE)
  const { values, positionals } = asked
  const [channel] = positionals
  const { url, name } = values
  if (channel === 'slack') {
    if (url !== undefined && !isHttps(url)) return refuse(`The address must be an https one, not "${url}".`)
    const manifest = slackManifest({ ...(url && { url }), ...(name && { name }) })
    process.stdout.write(`${JSON.stringify(manifest, null, 2)}\n`)
    return 0
  }
  if (channel !== 'teams' || !url || !values['app-id']) return refuse(USAGE)
  const packed = await packTeamsApp({
    url,
    appId: values['app-id'],
    ...(name && { name }),
    ...(values.version && { version: values.version }),
    developer: {
      name: values.developer ?? 'Liaison',
      ...(values.privacy && { privacyUrl: values.privacy }),
      ...(values.terms && { termsUrl: values.terms }),
    },
  })
  if (!packed.ok) return refuse(packed.problems.join('\n'))
  const file = values.out ?? 'liaison-teams.zip'
  await writeFile(file, packed.value)
  process.stdout.write(`${file} is ready: upload it in Teams, Apps, Manage your apps, Upload an app.\n`)
  return 0
}

const isHttps = (url: string): boolean => URL.canParse(url) && new URL(url).protocol === 'https:'

function refuse(text: string): number {
  console.error(text)
  return 2
}

process.exitCode = await main()
