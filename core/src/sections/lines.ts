import type { CanonicalText, TextBlock } from '../documents/document.ts'

/** A line of the canonical text that is not blank, with what its block says about it. */
export interface Line {
  /** UTF-16 indexes, half-open, without the line break. */
  start: number
  end: number
  kind: TextBlock['kind']
  bold: boolean
  /** Index of its block, so that lines of one paragraph are known as such; -1 outside every block. */
  block: number
  /** A blank line, a block boundary or the start of the text stands before it. */
  opensParagraph: boolean
}

/** The lines of a text in order; blank ones are left out. Linear in the text. */
export function linesOf({ text, blocks }: CanonicalText): Line[] {
  const lines: Line[] = []
  let block = 0
  let start = 0
  let blankBefore = true
  while (start < text.length) {
    let end = text.indexOf('\n', start)
    if (end < 0) end = text.length
    if (isBlank(text, start, end)) {
      blankBefore = true
    } else {
      while (block < blocks.length && (blocks[block]?.end ?? 0) <= start) block += 1
      const inBlock = blocks[block]
      const inside = inBlock !== undefined && inBlock.start < end
      const previous = lines.at(-1)
      lines.push({
        start,
        end,
        kind: inside ? inBlock.kind : 'paragraph',
        bold: inside && inBlock.bold,
        block: inside ? block : -1,
        opensParagraph: blankBefore || (inside && previous !== undefined && previous.block !== block),
      })
      blankBefore = false
    }
    start = end + 1
  }
  return lines
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at)
    if (code !== 32 && code !== 9 && code !== 13 && code !== 0xa0 && code !== 12) return false
  }
  return true
}

/** Index of the first line that ends after `offset`. */
export function lineAt(lines: Line[], offset: number): number {
  let low = 0
  let high = lines.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle]?.end ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return low
}
