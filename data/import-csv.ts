import { CsvError, parse } from 'csv-parse/sync'

/** One row: the line that it starts at, and its cells by column. */
export type CsvRow = { line: number; cells: ReadonlyMap<string, string> }
export type RowProblem = { at: string; message: string }
export type Csv = { columns: string[]; rows: CsvRow[]; problems: RowProblem[] }

/** Reads a table as spreadsheets write it: UTF-8, UTF-16 or Windows-1252; comma, semicolon or tab. */
export function readCsv(bytes: Uint8Array): Csv {
  const text = decode(bytes)
  const delimiter = delimiterOf(text)
  try {
    // With `info` and `raw` each row comes with where it ends and how it was written.
    const records: unknown = parse(text, {
      bom: true,
      info: true,
      raw: true,
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    })
    return tableOf(records as Parsed[])
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line: unknown = Reflect.get(error, 'lines')
    return {
      columns: [],
      rows: [],
      problems: [{ at: `line ${String(line)}`, message: 'A quotation mark is out of place.' }],
    }
  }
}

type Parsed = { record: string[]; info: { lines: number }; raw: string }

function tableOf(records: readonly Parsed[]): Csv {
  const [head, ...body] = records
  if (!head) return { columns: [], rows: [], problems: [{ at: 'line 1', message: 'There are no columns.' }] }
  const columns = head.record.map(columnName)
  const problems: RowProblem[] = []
  const doubled = columns.find((column, at) => column !== '' && columns.indexOf(column) !== at)
  if (doubled) problems.push({ at: 'line 1', message: `The column "${doubled}" is there twice.` })
  const rows: CsvRow[] = []
  for (const { record, info, raw } of body) {
    const line = info.lines - (raw.trim().match(/\r\n|\n|\r/g)?.length ?? 0)
    if (record.every((cell) => cell === '')) continue
    if (record.slice(columns.length).some((cell) => cell !== '')) {
      problems.push({
        at: `line ${line}`,
        message: `It has ${record.length} cells, and there are ${columns.length} columns.`,
      })
      continue
    }
    rows.push({ line, cells: new Map(columns.map((column, at) => [column, record[at] ?? ''])) })
  }
  return { columns, rows, problems }
}

/** "E-mail", "e_mail", " EMAIL " are one column. */
export const columnName = (typed: string): string => typed.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** What stands most often between the column names. */
function delimiterOf(text: string): string {
  const head = (text.split(/[\r\n]/, 1)[0] ?? '').replace(/"[^"]*"/g, '')
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: head.split(mark).length }))
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).mark
}
