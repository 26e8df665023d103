// How a ticked box is drawn: typed, as a symbol, or as the letter that the Wingdings font shows as one.
const TICK =
  /[\u2611\u2612\u2713\u2714\u2717\u2718\u25a0\u00fe\u00fd\u00fc\u00d8]|(?<![A-Za-z])[xX](?![A-Za-z])/

/** True when the text of a box holds a tick. */
export function isMarked(text: string): boolean {
  return TICK.test(text)
}

/** Box 2 of a cover page: `(a) [X] (b) [ ]`. A tick stands after its letter; before it only where none stands after. */
export function markedGroup(text: string): 'a' | 'b' | null {
  const flat = text.replace(/\s+/g, ' ')
  const a = /\(?\b[aA]\s?[).]/.exec(flat)
  if (!a) return null
  const afterA = flat.slice(a.index + a[0].length)
  const b = /\(?\b[bB]\s?[).]/.exec(afterA)
  if (!b) return null
  const inA = isMarked(afterA.slice(0, b.index))
  const inB = isMarked(afterA.slice(b.index + b[0].length))
  if (inA !== inB) return inA ? 'a' : 'b'
  return !inA && isMarked(flat.slice(0, a.index)) ? 'a' : null
}

const RULE = /rule\s+13d-1\s*\(([bcd])\)/gi
const BOX_CHARS = 12

/** The rules that are ticked on the cover of a Schedule 13G, as `13d-1(b)`; the boxes stand before them, rarely after. */
export function markedRules(cover: string): string[] {
  const rules = [...cover.matchAll(RULE)].map((match) => {
    const end = match.index + match[0].length
    const before = cover.slice(Math.max(0, match.index - BOX_CHARS), match.index)
    const line = before.slice(before.lastIndexOf('\n') + 1)
    return {
      name: `13d-1(${match[1]?.toLowerCase()})`,
      before: isMarked(line.trim() === '' ? before : line),
      after: isMarked(cover.slice(end, end + BOX_CHARS).split('\n')[0] ?? ''),
    }
  })
  const before = rules.filter((rule) => rule.before)
  const marked = before.length > 0 ? before : rules.filter((rule) => rule.after)
  return [...new Set(marked.map(({ name }) => name))]
}
