/** `listFilings` and `text_sha256` as readers type them: whole, and in their parts. */
export function wordsOf(text: string): string[] {
  const found: string[] = []
  for (const [whole] of text.matchAll(/[A-Za-z0-9]+(?:_[A-Za-z0-9]+)*/g)) {
    const parts = whole.split(/_|(?<=[a-z0-9])(?=[A-Z])/)
    if (parts.length > 1) found.push(whole.toLowerCase())
    for (const part of parts) found.push(singular(part.toLowerCase()))
  }
  return found
}

/** Good enough to make "filings" find "filing"; applied to both sides, so it need not be a word. */
function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}

/** Whether one letter more, less or other makes one word of the other. */
export function isOneLetterOff(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1) return false
  let start = 0
  while (start < short.length && short[start] === long[start]) start += 1
  const rest = long.slice(start + 1)
  return rest === short.slice(start + (short.length === long.length ? 1 : 0))
}
