import { looksLikeHeading } from './block.ts'
import type { BlockDraft } from './block-draft.ts'
import { type TypedColumns, typedColumns, typedRows } from './typed-table.ts'

const TAB_WIDTH = 8
/** Longer lines are no hand-made table, and expanding their tabs would only cost. */
const MAX_TABLE_LINE = 1000

/** The few tags that typed filings use for layout (EDGAR Filer Manual, ASCII documents). */
const LAYOUT_TAG = /<\/?(?:PAGE|TABLE|CAPTION|S|C|FN|F\d{1,3}|R\d{1,3})>/gi

/**
 * Blocks of typed text. Lines stay lines; an empty line ends a block. Paragraphs lose their indentation and the padding
 * between words, tables and other drawings keep theirs, since it is all the structure they have.
 */
export function plainTextBlocks(text: string): BlockDraft[] {
  const blocks: BlockDraft[] = []
  let lines: string[] = []
  let inTable = false
  let blockInTable = false
  let startsPage = false
  let columns: TypedColumns | null = null
  /** Blocks of the table so far whose rows wait for the columns to be marked. */
  let waiting: BlockDraft[] = []
  /** Lines of the block so far that stand above the marks. */
  let headLines = 0

  const flush = () => {
    if (lines.length === 0) return
    const block = blockOf(lines, blockInTable)
    if (blockInTable && columns === null) waiting.push(block)
    else if (blockInTable && columns !== null) setRows(block, columns, headLines)
    headLines = 0
    if (startsPage) block.startsPage = true
    startsPage = false
    blocks.push(block)
    lines = []
  }
  const addLine = (raw: string) => {
    const trimmed = raw.trimEnd()
    if (trimmed === '') {
      flush()
      return
    }
    if (lines.length === 0) blockInTable = inTable
    lines.push(trimmed)
  }

  for (const page of splitKeeping(text, '\f')) {
    if (page.breakBefore) {
      flush()
      startsPage = true
    }
    for (const raw of page.text.split('\n')) {
      if (!raw.includes('<')) {
        addLine(raw)
        continue
      }
      let tagged = false
      const marks: number[] = []
      const line = raw.replace(LAYOUT_TAG, (tag, at: number) => {
        tagged = true
        const name = tag.toUpperCase()
        if (name === '<S>' || name === '<C>') marks.push(at)
        if (name === '<PAGE>') {
          flush()
          startsPage = true
        } else if (name === '<TABLE>' || name === '</TABLE>') {
          flush()
          inTable = name === '<TABLE>'
          columns = null
          waiting = []
        }
        return name.startsWith('</') || name === '<PAGE>' ? '' : ' '.repeat(tag.length)
      })
      if (inTable && marks.length > 1) {
        columns = typedColumns(marks)
        // What stands above the marks are the heads of their columns.
        headLines = lines.length
        if (columns !== null) for (const block of waiting) setRows(block, columns, Number.POSITIVE_INFINITY)
        waiting = []
      }
      // A line of nothing but tags was never a line of text, so it does not end a block either.
      if (tagged && line.trim() === '') continue
      addLine(line)
    }
  }
  flush()
  return blocks
}

function setRows(block: BlockDraft, columns: TypedColumns, headLines: number) {
  const rows = typedRows(block.text, columns, headLines)
  if (rows.some((row) => row.length > 1)) block.rows = rows
}

function blockOf(lines: string[], inTable: boolean): BlockDraft {
  if (inTable || lines.some(looksTabular)) {
    return { kind: 'preformatted', text: lines.map(expandTabs).join('\n'), bold: false }
  }
  const text = lines.map((line) => line.trim().replace(/[ \t]+/g, ' ')).join('\n')
  if (lines.length <= 2 && isTypedHeading(text)) return { kind: 'heading', text, bold: false }
  return { kind: 'paragraph', text, bold: false }
}

/** Typed headings are in capitals or begin with the number of a part or item. */
function isTypedHeading(text: string): boolean {
  const line = text.replace('\n', ' ')
  if (/^(?:part|item)\s+[\divx]/i.test(line)) return line.length <= 160
  return looksLikeHeading(line) && line.length <= 120 && line === line.toUpperCase() && !/[.:]$/.test(line)
}

/** Two wide gaps in a line, a leader of dots, or a rule drawn with dashes. */
function looksTabular(line: string): boolean {
  const text = line.trim()
  if (/^[-=_ ]{6,}$/.test(text)) return /[-=_]{3,}/.test(text)
  if (text.includes('.....')) return true
  let gaps = 0
  let spaces = 0
  let afterGap = 0
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at)
    if (character === 0x20) spaces++
    else if (character === 0x09) spaces += TAB_WIDTH
    else {
      if (spaces >= 3) {
        gaps++
        afterGap = at
      }
      spaces = 0
    }
  }
  // Justified typing spreads words with gaps of two, now and then of three.
  return (
    gaps >= 2 ||
    (gaps === 1 && text.length - afterGap <= 24 && /^[$(]?[\d,.]+[%)]?$/.test(text.slice(afterGap)))
  )
}

function expandTabs(line: string): string {
  if (!line.includes('\t') || line.length > MAX_TABLE_LINE) return line.replaceAll('\t', ' ')
  const [first = '', ...rest] = line.split('\t')
  let expanded = first
  for (const part of rest) expanded = expanded.padEnd(nextStop(expanded.length), ' ') + part
  return expanded
}

function nextStop(column: number): number {
  return (Math.floor(column / TAB_WIDTH) + 1) * TAB_WIDTH
}

function* splitKeeping(text: string, separator: string): Generator<{ text: string; breakBefore: boolean }> {
  let breakBefore = false
  for (const part of text.split(separator)) {
    yield { text: part, breakBefore }
    breakBefore = true
  }
}
