import type { TextBlock } from './document.ts'

/** Index of the first block that ends after `start`; blocks are in order and do not overlap. */
export function firstBlock(blocks: readonly TextBlock[], start: number): number {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle] as TextBlock).end <= start) low = middle + 1
    else high = middle
  }
  return low
}
