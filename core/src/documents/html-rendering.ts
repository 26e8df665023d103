import { firstBlock } from './blocks-of-span.ts'
import type { TextBlock, TextTable } from './document.ts'
import { tableGrid } from './table-grid.ts'

/** A canonical text with what it takes to draw it. */
export interface RenderedText {
  text: string
  blocks: readonly TextBlock[]
  tables: readonly TextTable[]
}

/**
 * Clean HTML of the span from `start` to `end` (UTF-16 indexes, half-open) of a canonical text. It is made anew from the
 * text, so nothing of the original's markup comes through: headings, paragraphs, lists, tables and emphasis of whole blocks,
 * every character escaped. Page furniture is left out.
 */
export function htmlOf({ text, blocks, tables }: RenderedText, start: number, end: number): string {
  const tableAt = new Map(tables.map((table) => [table.start, table]))
  const parts: string[] = []
  let items: string[] = []
  const endList = () => {
    if (items.length > 0) parts.push(`<ul>\n${items.join('\n')}\n</ul>`)
    items = []
  }
  for (let at = firstBlock(blocks, start); at < blocks.length; at++) {
    const block = blocks[at] as TextBlock
    if (block.start >= end) break
    if (block.kind === 'page_furniture') continue
    const from = Math.max(block.start, start)
    const to = Math.min(block.end, end)
    const span = text.slice(from, to)
    if (span.trim() === '') continue
    if (block.kind === 'list_item') {
      items.push(`<li>${emphasised(block, lines(span.replace(LIST_GLYPH, '')))}</li>`)
      continue
    }
    endList()
    const table = block.kind === 'table' ? tableAt.get(block.start) : undefined
    parts.push(table === undefined ? blockHtml(block, span) : tableHtml(text, table, from, to))
  }
  endList()
  return parts.length === 0 ? '' : `${parts.join('\n')}\n`
}

const LIST_GLYPH = /^\s*[•·●○◦▪▫■□➢‣]\s*/

function blockHtml(block: TextBlock, span: string): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${lines(span)}</h2>`
    case 'preformatted':
      return `<pre>${escaped(span)}</pre>`
    case 'table':
      return linesAsTable(span)
    default:
      return `<p>${emphasised(block, lines(span))}</p>`
  }
}

function tableHtml(text: string, table: TextTable, start: number, end: number): string {
  const { columns, rows } = tableGrid(table, start, end)
  const drawn = rows.map((row) => {
    const cells: string[] = []
    let column = 0
    for (const cell of row) {
      for (; column < cell.column; column++) cells.push('<td></td>')
      const tag = cell.header ? 'th' : 'td'
      const span = cell.column_span > 1 ? ` colspan="${cell.column_span}"` : ''
      cells.push(`<${tag}${span}>${escaped(text.slice(cell.start, cell.end).trim())}</${tag}>`)
      column += cell.column_span
    }
    for (; column < columns; column++) cells.push('<td></td>')
    return `<tr>${cells.join('')}</tr>`
  })
  return `<table>\n${drawn.join('\n')}\n</table>`
}

/** A table whose cells are not known, of a single column. */
function linesAsTable(span: string): string {
  const rows = span
    .split('\n')
    .map((line) => `<tr><td>${line.split(' | ').map(escaped).join('</td><td>')}</td></tr>`)
  return `<table>\n${rows.join('\n')}\n</table>`
}

function emphasised({ bold, italic }: TextBlock, content: string): string {
  const slanted = italic ? `<em>${content}</em>` : content
  return bold ? `<strong>${slanted}</strong>` : slanted
}

function lines(span: string): string {
  return span
    .split('\n')
    .map((line) => escaped(line.trim()))
    .join('<br>\n')
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] as string)
}
