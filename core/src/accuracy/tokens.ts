/** Words and numbers of a text; punctuation and white space do not count. */
export function tokensOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Share of the longer of two texts that stands in the other too, each token as often as it is in both. */
export function tokenOverlap(one: string, other: string): number {
  const [left, right] = [tokensOf(one), tokensOf(other)]
  if (left.length === 0 && right.length === 0) return 1
  const counts = new Map<string, number>()
  for (const token of left) counts.set(token, (counts.get(token) ?? 0) + 1)
  let common = 0
  for (const token of right) {
    const count = counts.get(token) ?? 0
    if (count === 0) continue
    counts.set(token, count - 1)
    common += 1
  }
  return common / Math.max(left.length, right.length)
}
