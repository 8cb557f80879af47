export const NAME_KINDS = ['partner', 'person', 'school', 'program', 'cluster', 'student', 'staff'] as const
export type NameKind = (typeof NAME_KINDS)[number]

/** Something the organization knows by name. `id` is unique within its kind. */
export type NameEntry = {
  kind: NameKind
  id: string
  /** Of its record, where it stands for one of a store. */
  version?: number
  /** The directory's spelling: what slots hold. */
  name: string
  aliases?: readonly string[]
  /** Id of the partner that a person is at. */
  partner?: string
  /** Id of the school of a program, a student or a staff member. */
  school?: string
  /** Id of the program of a student. */
  program?: string
  /** Id of the cluster of a program or a partner. */
  cluster?: string
}

/**
 * How well typed words fit an entry: its name or an alias in full, a person by first or last name, the leading or the
 * telling words of a longer name, its initials, or a near spelling of any of these.
 */
export type MatchHow = 'name' | 'alias' | 'given' | 'family' | 'part' | 'initials' | 'near'
