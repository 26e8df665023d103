import type { Line } from './lines.ts'

// A heading with its page number and a few words is shorter.
const LONG_LINE = 300
const MAX_PIECES = 20_000
const HEADING = /\b(?:ITEM|Item)\s{1,3}\d{1,2}[A-K]?\b[.:]?\s{1,3}[A-Z]/g

// What stands before the name of an item in the middle of a sentence.
const MENTION = /(?:\b(?:see|in|of|to|under|and|from|or|by|with|this|that|the|our|at|for)|[,(“"])\s{0,3}$/i

/**
 * Lines of a text whose line breaks were lost on the way, parted before each "Item 5. Operating …". A mention of an item is
 * parted too; what follows tells that it is a mention. Null when there is nothing to part. Linear in the text.
 */
export function partedLines(lines: Line[], text: string): Line[] | null {
  const parted: Line[] = []
  let pieces = 0
  for (const line of lines) {
    if (line.end - line.start < LONG_LINE || pieces >= MAX_PIECES) {
      parted.push(line)
      continue
    }
    let start = line.start
    for (const found of text.slice(line.start, line.end).matchAll(HEADING)) {
      const at = line.start + found.index
      if (at === start || MENTION.test(text.slice(Math.max(line.start, at - 12), at))) continue
      parted.push({ ...line, start, end: at, opensParagraph: true })
      start = at
      pieces += 1
      if (pieces >= MAX_PIECES) break
    }
    parted.push({ ...line, start, opensParagraph: start !== line.start || line.opensParagraph })
  }
  return pieces > 0 ? parted : null
}
