/** A run of equal words: `length` words from `left` on one side and from `right` on the other. */
export interface Anchor {
  left: number
  right: number
  length: number
}

const PHRASE = 4
// A text made so that its phrases crowd one place of the table loses anchors, not time.
const LONGEST_WALK = 16

/**
 * Runs of equal words in the order of both texts, found from phrases of four words that stand once in each: the longest
 * chain of such phrases, each drawn out as far as it goes. Any alignment along them is one, if not the best.
 */
export function anchorsOf(left: Int32Array, right: Int32Array): Anchor[] {
  const partner = uniquePartners(left, right)
  const chain = longestRise(partner)
  const anchors: Anchor[] = []
  let afterLeft = 0
  let afterRight = 0
  for (const start of chain) {
    const other = partner[start] as number
    if (start < afterLeft || other < afterRight) continue
    let length = 0
    while (
      start + length < left.length &&
      other + length < right.length &&
      left[start + length] === right[other + length]
    )
      length++
    if (length === 0) continue
    let back = 0
    while (
      start - back > afterLeft &&
      other - back > afterRight &&
      left[start - back - 1] === right[other - back - 1]
    )
      back++
    anchors.push({ left: start - back, right: other - back, length: length + back })
    afterLeft = start + length
    afterRight = other + length
  }
  return anchors
}

function phraseHashes(words: Int32Array): Int32Array {
  const hashes = new Int32Array(Math.max(0, words.length - PHRASE + 1))
  for (let at = 0; at < hashes.length; at++) {
    let hash = words[at] as number
    for (let next = 1; next < PHRASE; next++) {
      hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) ^ (words[at + next] as number)
    }
    hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39)
    hashes[at] = hash ^ (hash >>> 15)
  }
  return hashes
}

const TWICE = -2

/** For each place on the left the place of the same phrase on the right, when it stands once in each; else -1. */
function uniquePartners(left: Int32Array, right: Int32Array): Int32Array {
  const leftHashes = phraseHashes(left)
  const rightHashes = phraseHashes(right)
  const size = 2 ** Math.ceil(Math.log2(2 * leftHashes.length + 2))
  const mask = size - 1
  const places = new Int32Array(size).fill(-1)
  const partners = new Int32Array(size).fill(-1)
  const walk = (hash: number): number => {
    let slot = hash & mask
    for (let step = 0; step < LONGEST_WALK; step++) {
      const place = places[slot] as number
      if (place === -1 || leftHashes[place] === hash) return slot
      slot = (slot + 1) & mask
    }
    return -1
  }
  for (let place = 0; place < leftHashes.length; place++) {
    const slot = walk(leftHashes[place] as number)
    if (slot < 0) continue
    if (places[slot] === -1) places[slot] = place
    else partners[slot] = TWICE
  }
  for (let place = 0; place < rightHashes.length; place++) {
    const slot = walk(rightHashes[place] as number)
    if (slot < 0 || places[slot] === -1) continue
    partners[slot] = partners[slot] === -1 ? place : TWICE
  }
  const partner = new Int32Array(leftHashes.length).fill(-1)
  for (let slot = 0; slot < size; slot++) {
    const other = partners[slot] as number
    if (other >= 0) partner[places[slot] as number] = other
  }
  return partner
}

/** The places whose partners form the longest rising chain. */
function longestRise(partner: Int32Array): number[] {
  const tails: number[] = []
  const before = new Int32Array(partner.length)
  for (let place = 0; place < partner.length; place++) {
    const other = partner[place] as number
    if (other < 0) continue
    let low = 0
    let high = tails.length
    // As a rule the text goes on where it was.
    if (high > 0 && (partner[tails[high - 1] as number] as number) < other) low = high
    while (low < high) {
      const middle = (low + high) >> 1
      if ((partner[tails[middle] as number] as number) < other) low = middle + 1
      else high = middle
    }
    before[place] = low > 0 ? (tails[low - 1] as number) : -1
    tails[low] = place
  }
  const chain: number[] = []
  for (let place = tails.at(-1) ?? -1; place >= 0; place = before[place] as number) chain.push(place)
  return chain.reverse()
}
