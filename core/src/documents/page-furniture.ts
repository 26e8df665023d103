import type { TextBlock } from './document.ts'

/** A running header repeats; something seen on this many page edges is one. */
const MIN_REPEATS = 3
const MAX_LENGTH = 160
/** `12`, `- 12 -`, `F-3`, `Page 3 of 20`, `iv`. */
const PAGE_NUMBER = /^(?:page )?[-–— ]*(?:[A-Z]{1,2}-?)?(?:\d{1,4}|[ivxl]{1,6})(?: of \d{1,4})?[-–— .]*$/i

/** Running headers repeat the name of the item they stand over; the first of them is the heading itself. */
const ITEM_HEADING = /^(?:part|item|note|section|article|exhibit|schedule|appendix)\b/i

/** How many blocks either side of a page break may belong to its footer or header. */
const REACH = 2

/**
 * Marks page numbers and running headers. Only blocks at the edge of a page are looked at, from the edge inwards until one
 * is no furniture, so that a number standing alone in the middle of a page stays what it is.
 */
export function markPageFurniture(text: string, blocks: TextBlock[], startsPage: readonly boolean[]) {
  const textOf = (block: TextBlock) => text.slice(block.start, block.end)
  const edges = pageEdges(text, blocks, startsPage)
  const shapes = new Map<TextBlock, string>()
  const counts = new Map<string, number>()
  for (const block of edges.flat()) {
    if (shapes.has(block)) continue
    const shape = shapeOf(textOf(block))
    shapes.set(block, shape)
    counts.set(shape, (counts.get(shape) ?? 0) + 1)
  }
  const seen = new Set<string>()
  const isFurniture = (block: TextBlock) => {
    if (PAGE_NUMBER.test(textOf(block).trim())) return true
    const shape = shapes.get(block) as string
    if ((counts.get(shape) ?? 0) < MIN_REPEATS) return false
    if (!ITEM_HEADING.test(shape) || seen.has(shape)) return true
    seen.add(shape)
    return false
  }
  for (const edge of edges) {
    for (const block of edge) {
      if (!isFurniture(block)) break
      block.kind = 'page_furniture'
    }
  }
}

/** For each page its first blocks, and its last from the end; the blocks of a short page are both. */
function pageEdges(text: string, blocks: TextBlock[], startsPage: readonly boolean[]): TextBlock[][] {
  const edges: TextBlock[][] = []
  const fits = ({ start, end }: TextBlock) =>
    end - start <= MAX_LENGTH && !text.slice(start, end).includes('\n')
  const edge = (candidates: TextBlock[]) => {
    const end = candidates.findIndex((block) => !fits(block))
    edges.push(end < 0 ? candidates : candidates.slice(0, end))
  }
  let pageStart = 0
  for (let index = 0; index < blocks.length; index++) {
    if (startsPage[index] !== true) continue
    edge(blocks.slice(Math.max(pageStart, index - REACH), index).reverse())
    edge(blocks.slice(index, index + REACH))
    pageStart = index
  }
  // The last page ends without a break: where there were breaks before, its number may stand at its end.
  const last = blocks.at(-1)
  if (
    edges.length > 0 &&
    last !== undefined &&
    fits(last) &&
    PAGE_NUMBER.test(text.slice(last.start, last.end))
  )
    edges.push([last])
  return edges
}

/** The same header on two pages differs in its page number at most; numbers of items are their names. */
function shapeOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim().toLowerCase()
  return ITEM_HEADING.test(line) ? line : line.replace(/\d+/g, '#')
}
