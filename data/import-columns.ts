import type { CsvRow } from './import-csv.ts'

/**
 * The columns of each kind of table. Names of columns are read in any case and without blanks, hyphens and underscores.
 * A list in one cell is separated by `|` (or `;`). A column that is not named here is kept with the record as it is.
 */
export const TABLES = {
  partners: { needed: ['name'], texts: ['id', 'cluster', 'borough'], lists: ['aliases', 'apart'] },
  people: { needed: ['name', 'partner'], texts: ['id', 'title', 'email'], lists: [] },
  schools: { needed: ['name'], texts: ['id', 'address', 'arrival', 'caterer'], lists: ['aliases'] },
  programs: { needed: ['name'], texts: ['id', 'school', 'cluster'], lists: ['aliases'] },
  staff: { needed: ['name'], texts: ['id', 'email', 'school', 'role'], lists: ['programs'] },
  students: { needed: ['name'], texts: ['id', 'school', 'program'], lists: [] },
  contacts: {
    needed: ['partner', 'date'],
    texts: ['id', 'method', 'followup', 'note', 'by'],
    lists: ['people', 'offers'],
  },
} as const satisfies Record<string, { needed: readonly string[]; texts: readonly string[]; lists: readonly string[] }>
export type TableName = keyof typeof TABLES
export const TABLE_NAMES = Object.keys(TABLES) as TableName[]

/** Other words for a column. */
const SYNONYMS: Readonly<Record<string, string>> = {
  mail: 'email',
  emailaddress: 'email',
  alias: 'aliases',
  company: 'partner',
  organization: 'partner',
  persons: 'people',
  contact: 'people',
  how: 'method',
  offer: 'offers',
  notes: 'note',
}

/** Which table it is: by the file's name, else by the columns that only one has; undefined where that cannot be said. */
export function tableOf(file: string, columns: readonly string[]): TableName | undefined {
  const stem = file.toLowerCase().replace(/^.*[/\\]/, '')
  const named = TABLE_NAMES.filter((name) => stem.includes(name))
  if (named.length === 1) return named[0]
  const has = (column: string): boolean => columns.some((typed) => (SYNONYMS[typed] ?? typed) === column)
  if (has('partner')) return has('date') ? 'contacts' : 'people'
  if (has('borough') || has('apart')) return 'partners'
  if (has('arrival') || has('caterer')) return 'schools'
  if (has('role') || has('programs')) return 'staff'
  if (has('program')) return 'students'
  return undefined
}

/** A row as an entry of the directory's shape; empty cells are left out. */
export function entryOfRow(table: TableName, row: CsvRow): Record<string, string | string[]> {
  const { lists }: { lists: readonly string[] } = TABLES[table]
  const entry: Record<string, string | string[]> = {}
  for (const [typed, cell] of row.cells) {
    const column = SYNONYMS[typed] && !columnsOf(table).includes(typed) ? SYNONYMS[typed] : typed
    if (cell === '' || typed === '') continue
    // A name is one line, however the spreadsheet broke it; a note stays as typed.
    entry[column] = lists.includes(column) ? splitList(cell) : column === 'note' ? cell : cell.replace(/\s+/g, ' ')
  }
  return entry
}

/** Columns that a table needs and that are not there. */
export function missingColumns(table: TableName, columns: readonly string[]): string[] {
  const there = columns.map((typed) => (columnsOf(table).includes(typed) ? typed : (SYNONYMS[typed] ?? typed)))
  return TABLES[table].needed.filter((column) => !there.includes(column))
}

const columnsOf = (table: TableName): readonly string[] => {
  const { needed, texts, lists } = TABLES[table]
  return [...needed, ...texts, ...lists]
}

const splitList = (cell: string): string[] =>
  cell
    .split(/[|;]/)
    .map((item) => item.trim())
    .filter((item) => item !== '')
