import type { Reach } from '../text/view.ts'

/** What a reader took from the view, and why: `--explain` prints it. */
export type Find<T> = Reach & { value: T; why: string }
