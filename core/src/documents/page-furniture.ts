import type { BlockDraft } from './block-draft.ts'

/** A running header repeats; something seen on this many page edges is one. */
const MIN_REPEATS = 3
const MAX_LENGTH = 160
/** `12`, `- 12 -`, `F-3`, `Page 3 of 20`, `iv`. */
const PAGE_NUMBER = /^(?:page )?[-–— ]*(?:[A-Z]{1,2}-?)?(?:\d{1,4}|[ivxl]{1,6})(?: of \d{1,4})?[-–— .]*$/i

/** How many blocks either side of a page break may belong to its footer or header. */
const REACH = 2

/**
 * Marks page numbers and running headers. Only the blocks at the edge of a page are looked at, so that a number standing
 * alone in the middle of a page stays what it is.
 */
export function markPageFurniture(blocks: BlockDraft[]) {
  const edges: number[] = []
  const counts = new Map<string, number>()
  const note = (index: number) => {
    const block = blocks[index]
    if (block === undefined || block.text.length > MAX_LENGTH || block.text.includes('\n')) return false
    edges.push(index)
    const shape = shapeOf(block.text)
    counts.set(shape, (counts.get(shape) ?? 0) + 1)
    return true
  }
  let lastNoted = -1
  blocks.forEach((block, index) => {
    if (!block.startsPage) return
    for (let at = Math.max(index - 1, lastNoted + 1); at >= Math.max(index - REACH, lastNoted + 1); at--) {
      if (!note(at)) break
    }
    for (let at = index; at < index + REACH && at < blocks.length; at++) {
      if (at > index && blocks[at]?.startsPage) break
      lastNoted = at
      if (!note(at)) break
    }
  })
  // The last page ends without a break.
  if (blocks.length - 1 > lastNoted && PAGE_NUMBER.test(blocks.at(-1)?.text ?? '')) note(blocks.length - 1)
  for (const index of edges) {
    const block = blocks[index] as BlockDraft
    if (PAGE_NUMBER.test(block.text.trim()) || (counts.get(shapeOf(block.text)) ?? 0) >= MIN_REPEATS) {
      block.kind = 'page_furniture'
    }
  }
}

/** The same header on two pages differs in its page number at most. */
function shapeOf(text: string): string {
  return text.replace(/\d+/g, '#').replace(/\s+/g, ' ').trim().toLowerCase()
}
