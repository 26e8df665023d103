import { firstBlock } from './blocks-of-span.ts'
import type { TextBlock, TextTable } from './document.ts'
import { tableGrid } from './table-grid.ts'

/** Characters that Markdown would read as markup in the middle of a line. */
const MARKUP = /[\\`*_[\]<>|~]/g
/** What makes a line a heading, a list entry, a quotation or a rule when it begins one. */
const LINE_START = /^(\s*)(#{1,6}\s|[-+]\s|>|={3,}|-{3,}|(\d{1,9})[.)]\s)/

/**
 * Markdown of the span from `start` to `end` (UTF-16 indexes, half-open) of a canonical text. Headings, lists and tables
 * are drawn as such, page furniture is left out, and text is escaped so that it shows exactly as it stands.
 */
export function markdownOf(
  text: string,
  blocks: readonly TextBlock[],
  start: number,
  end: number,
  tables: readonly TextTable[] = [],
): string {
  const tableAt = new Map(tables.map((table) => [table.start, table]))
  const parts: string[] = []
  for (let at = firstBlock(blocks, start); at < blocks.length; at++) {
    const block = blocks[at] as TextBlock
    if (block.start >= end) break
    if (block.kind === 'page_furniture') continue
    const from = Math.max(block.start, start)
    const to = Math.min(block.end, end)
    const span = text.slice(from, to)
    if (span.trim() === '') continue
    const table = block.kind === 'table' ? tableAt.get(block.start) : undefined
    parts.push(table === undefined ? blockMarkdown(block, span) : pipeTable(cellsOf(text, table, from, to)))
  }
  return parts.length === 0 ? '' : `${parts.join('\n\n')}\n`
}

function blockMarkdown(block: TextBlock, span: string): string {
  switch (block.kind) {
    case 'heading':
      return `## ${escapeText(span.replaceAll('\n', ' ').trim())}`
    case 'list_item':
      return `- ${escapeText(span.trim().replace(/^[•·●○◦▪▫■□➢‣]\s*/, '')).replaceAll('\n', '\n  ')}`
    case 'table':
      return pipeTable(linesAsCells(span))
    case 'preformatted':
      return fenced(span)
    default: {
      const escaped = span.split('\n').map((line) => escapeLine(line.trim()))
      const paragraph = escaped.join('  \n')
      return block.bold ? `**${paragraph}**` : paragraph
    }
  }
}

/** The cells of a table in their columns; one that spans several stands in its first. */
function cellsOf(text: string, table: TextTable, start: number, end: number): string[][] {
  const { columns, rows } = tableGrid(table, start, end)
  return rows.map((row) => {
    const cells: string[] = new Array(columns).fill('')
    for (const cell of row) cells[cell.column] = escapeText(text.slice(cell.start, cell.end).trim())
    return cells
  })
}

function linesAsCells(span: string): string[][] {
  return span.split('\n').map((line) => line.split(' | ').map((cell) => escapeText(cell.trim())))
}

/** A pipe table needs a head of as many cells as its widest row. */
function pipeTable(rows: string[][]): string {
  let width = 0
  for (const row of rows) width = Math.max(width, row.length)
  const line = (cells: string[]) => `| ${[...cells, ...Array(width - cells.length).fill('')].join(' | ')} |`
  const [head = [], ...body] = rows
  return [line(head), `|${' --- |'.repeat(width)}`, ...body.map(line)].join('\n')
}

/** A fence longer than any run of backquotes inside. */
function fenced(span: string): string {
  let longest = 2
  let run = 0
  for (const character of span) {
    run = character === '`' ? run + 1 : 0
    if (run > longest) longest = run
  }
  const fence = '`'.repeat(longest + 1)
  return `${fence}\n${span}\n${fence}`
}

function escapeLine(line: string): string {
  const marked = LINE_START.exec(line)
  if (marked === null) return escapeText(line)
  // `1. ` escapes its point, everything else its first character.
  const at = marked[3] === undefined ? 0 : marked[3].length
  return `${escapeText(line.slice(0, at))}\\${line[at]}${escapeText(line.slice(at + 1))}`
}

function escapeText(text: string): string {
  return text.replace(MARKUP, '\\$&')
}
