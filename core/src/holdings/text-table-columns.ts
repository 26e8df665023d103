import type { FiledHolding } from './holding.ts'
import { type Word, wordsOf } from './text-table-words.ts'

/** Where the headings of the columns stand whose cells may be empty. */
export interface TableColumns {
  /** Middles of the headings, null until they were seen. */
  votes: { managers: number | null; votes: number[] } | null
  /** The discretion an `X` stands for, by the heading above it. */
  discretionAt(word: Word): FiledHolding['investment_discretion']
}

const SHARED = /^(?:\(?B\)?)?SH(?:A?RE?D|R)?\b/i

/** Reads the lines of a heading, the last of which names the voting columns. */
export function columnsOf(heading: readonly string[]): TableColumns {
  const lines = heading.map((line) => wordsOf(line, 0))
  const named = lines.findLast(
    (words) => words.some(isSole) && words.some(({ text }) => /^\(?C?\)?NONE$/i.test(text)),
  )
  if (!named) return { votes: null, discretionAt: () => null }
  const sole = named.findLastIndex(isSole)
  const after = named.slice(sole)
  const shared = after.find(({ text }) => SHARED.test(text))
  const none = after.find(({ text }) => /NONE$/i.test(text))
  if (!shared || !none) return { votes: null, discretionAt: () => null }
  const middles = [after[0] as Word, shared, none].map(middle)
  const manager = lines.flat().findLast(({ text }) => /^(?:MANAGERS?|MGRS?)$/i.test(text))
  const kinds = named.slice(0, sole).flatMap((word) => {
    const kind = isSole(word)
      ? ('SOLE' as const)
      : SHARED.test(word.text)
        ? ('DFND' as const)
        : /^OTH/i.test(word.text)
          ? ('OTR' as const)
          : null
    return kind ? [{ kind, at: middle(word) }] : []
  })
  return {
    votes: { managers: manager ? middle(manager) : null, votes: middles },
    discretionAt(word) {
      const at = middle(word)
      const nearest = kinds.toSorted((a, b) => Math.abs(a.at - at) - Math.abs(b.at - at))[0]
      return nearest?.kind ?? null
    },
  }
}

function isSole({ text }: Word): boolean {
  return /^(?:\(?A\)?)?SOLE$/i.test(text)
}

function middle({ start, end }: Word): number {
  return (start + end) / 2
}
