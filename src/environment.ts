import { existsSync } from 'node:fs'

/** What is set in the environment, with what a file `.env` in this folder adds: every command works on the server's store. */
export function environment(file = '.env'): NodeJS.ProcessEnv {
  if (existsSync(file)) process.loadEnvFile(file)
  return process.env
}
