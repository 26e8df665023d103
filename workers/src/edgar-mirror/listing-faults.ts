import type { Answer } from './answers.ts'
import type { Fault } from './faults.ts'

/** Alters the rows of an index or the entries of a feed, and leaves every other answer as it is. */
export function alterListing(answer: Answer, kind: Fault['kind']): Answer {
  if (answer.listing === undefined || answer.status !== 200) return answer
  const text = answer.bytes.toString('latin1')
  const { head, rows, tail } = answer.listing === 'index' ? splitIndex(text) : splitAtom(text)
  const altered = [head, ...alter(rows, kind, answer.listing), tail].join('')
  return { ...answer, bytes: Buffer.from(altered, 'latin1'), gzipped: undefined }
}

function alter(rows: string[], kind: Fault['kind'], listing: 'index' | 'atom'): string[] {
  switch (kind) {
    case 'stale_index':
      // What is missing is the newest: the top of a feed, the end of an index.
      return listing === 'atom'
        ? rows.slice(Math.ceil(rows.length / 2))
        : rows.slice(0, Math.floor(rows.length / 2))
    case 'duplicate_index':
      return rows.flatMap((row) => [row, row])
    case 'shuffled_index':
      // The same every time, so that a failing test can be repeated.
      return rows
        .map((row, place) => ({ row, key: (place * 7919) % Math.max(1, rows.length) }))
        .sort((a, b) => a.key - b.key)
        .map(({ row }) => row)
    case 'bad_index_lines':
      return listing === 'atom'
        ? rows.flatMap((row) => ['<entry><title>nothing</title></entry>\n', row])
        : rows.flatMap((row) => ['1|broken\n', row])
    default:
      return rows
  }
}

function splitIndex(text: string) {
  const rule = text.indexOf('\n-----')
  const start = rule < 0 ? 0 : text.indexOf('\n', rule + 1) + 1
  const rows = text
    .slice(start)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `${line}\n`)
  return { head: text.slice(0, start), rows, tail: '' }
}

function splitAtom(text: string) {
  const first = text.indexOf('<entry>')
  const close = text.lastIndexOf('</feed>')
  if (first < 0) return { head: text, rows: [], tail: '' }
  const rows = text
    .slice(first, close)
    .split('</entry>')
    .filter((entry) => entry.trim() !== '')
    .map((entry) => `${entry.trim()}</entry>\n`)
  return { head: text.slice(0, first), rows, tail: text.slice(close) }
}
