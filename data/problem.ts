/** Why a store cannot be opened or read, in one sentence for the person who starts it. Not a bug: no stack is shown. */
export class StoreProblem extends Error {
  override readonly name = 'StoreProblem'
}

/** The disk did not take what was to be written; nothing of it is kept. `message` is a sentence. */
export class CannotStore extends Error {
  override readonly name = 'CannotStore'
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the disk is read-only',
  EACCES: 'writing there is not permitted',
  EPERM: 'writing there is not permitted',
  EIO: 'the disk fails',
  EMFILE: 'too many files are open',
  ENOENT: 'there is no such file or folder',
}

export const codeOf = (error: unknown): string | undefined => {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
  return typeof code === 'string' ? code : undefined
}

/** "the disk is full" for an error of the operating system; undefined for any other error. */
export function diskReason(error: unknown): string | undefined {
  const code = codeOf(error)
  return code === undefined ? undefined : (REASONS[code] ?? `the disk answers ${code}`)
}
