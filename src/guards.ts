import type { Guard } from './courier.ts'

/** What must still hold immediately before a delivery is sent, by name. */
export const guards: Readonly<Record<string, Guard>> = {}
