import type { Assertion } from '../corpus.ts'

/** A value as a Python or Django test writes it: `['06b', '3C']`, `125000.0`, `None`, or plain words. */
export function pythonValue(written: string): unknown {
  const text = written.trim()
  if (/^\[.*\]$/.test(text)) {
    return [...text.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g)].map(
      (match) => match[1] ?? match[2] ?? '',
    )
  }
  if (text === 'None') return null
  if (text === 'True' || text === 'False') return text === 'True'
  return text
}

/** Two values are the same when they are the same number, the same words, or the same list. */
export function sameValue(ours: unknown, theirs: unknown): boolean {
  if (Array.isArray(theirs))
    return (
      Array.isArray(ours) &&
      ours.length === theirs.length &&
      theirs.every((one, at) => sameValue(ours[at], one))
    )
  if (ours === null || theirs === null) return ours === theirs
  const [mine, other] = [plain(ours), plain(theirs)]
  if (mine === other) return true
  return isNumber(mine) && isNumber(other) && Number(mine) === Number(other)
}

function plain(value: unknown): string {
  return String(value)
    .replace(/^\$(?=[\d.])/, '')
    .replace(/(?<=\d),(?=\d{3})/g, '')
}

function isNumber(text: string): boolean {
  return /^-?\d+(?:\.\d+)?$/.test(text)
}

/** `contains: X` asks for a part, anything else for the whole. */
export function agrees(assertion: Assertion, ours: unknown): boolean {
  if (!assertion.what.startsWith('contains: ')) return sameValue(ours, pythonValue(assertion.expected))
  return Array.isArray(ours)
    ? ours.some((one) => sameValue(one, assertion.expected))
    : String(ours).includes(assertion.expected)
}

/** The expression without `contains:`, and the test's name without its file. */
export function expressionOf({ what }: Assertion): string {
  return what.replace(/^contains: /, '')
}

/** Rules that turn an expression into our value; the first that matches decides, and none means it is no case. */
export type Rules<Reading> = [pattern: RegExp, value: (reading: Reading, match: RegExpExecArray) => unknown][]

/** `undefined` where no rule knows the expression. */
export function valueBy<Reading>(rules: Rules<Reading>, expression: string, reading: Reading): unknown {
  for (const [pattern, value] of rules) {
    const match = pattern.exec(expression)
    if (match) return value(reading, match)
  }
  return undefined
}
