import { createInterface } from 'node:readline/promises'

/** Asks at the terminal; only a yes is one. An input that has ended is a no. */
export async function isAgreedTo(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const ended = new Promise<string>((resolve) => terminal.once('close', () => resolve('')))
  const answer = await Promise.race([terminal.question(question), ended])
  terminal.close()
  return /^y(es)?$/i.test(answer.trim())
}
