import { MAX_INPUT, type Transformation } from './transformation.ts'

const SMALL = new Map(
  [
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen',
    'seventeen eighteen nineteen',
  ]
    .join(' ')
    .split(' ')
    .map((word, value) => [word, BigInt(value)]),
)
const TENS = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index) => [word, BigInt((index + 2) * 10)]),
)
const GROUPS = new Map(
  ['thousand', 'million', 'billion', 'trillion', 'quadrillion', 'quintillion'].map((word, index) => [
    word,
    1000n ** BigInt(index + 1),
  ]),
)
const NOTHING = new Set(['no', 'none', 'nil', 'zero'])
const WORD_BREAK = /[\s\u00a0,\u058a\u05be\u2010-\u2015\ufe58\ufe63\uff0d-]+/

function wordsOf(text: string): string[] {
  if (text.length > MAX_INPUT) return []
  return text.toLowerCase().split(WORD_BREAK).filter(Boolean)
}

/** A number in English words up to the quintillions; null when a word is none of them or stands in the wrong place. */
function numberOf(words: readonly string[]): bigint | null {
  let total = 0n
  let group = 0n
  let lastGroup: bigint | null = null
  /** What the group may still take: anything, or only something smaller than this. */
  let room = 1000n
  let any = false
  for (const word of words) {
    if (word === 'and' && any) continue
    const small = SMALL.get(word) ?? TENS.get(word)
    const unit = GROUPS.get(word)
    if (small !== undefined) {
      if (small >= room || (small === 0n && words.length > 1)) return null
      group += small
      room = TENS.has(word) ? 10n : 1n
    } else if (word === 'hundred') {
      if (group === 0n || group >= 20n) return null
      group *= 100n
      room = 100n
    } else if (unit !== undefined) {
      if (group === 0n || (lastGroup !== null && unit >= lastGroup)) return null
      total += group * unit
      lastGroup = unit
      group = 0n
      room = 1000n
    } else return null
    any = true
  }
  return any ? total + group : null
}

/** `ixt-sec:numwordsen`: three million five hundred thousand; none. */
export const numberWords: Transformation = (text) => {
  const words = wordsOf(text)
  if (words.length === 1 && NOTHING.has(words[0] as string)) return '0'
  return numberOf(words)?.toString() ?? null
}

const DESIGNATORS = new Map([
  ['year', 'Y'],
  ['years', 'Y'],
  ['month', 'M'],
  ['months', 'M'],
  ['day', 'D'],
  ['days', 'D'],
])

/** `ixt-sec:durwordsen`: two years and six months, 18 months, ten-year. */
export const durationWords: Transformation = (text) => {
  let duration = ''
  let pending: string[] = []
  let order = ''
  const words = wordsOf(text)
  for (const word of words) {
    const designator = DESIGNATORS.get(word)
    if (designator === undefined) {
      if (word !== 'and' || pending.length > 0) pending.push(word)
      continue
    }
    const amount = amountOf(pending)
    if (amount === null || order.includes(designator)) return null
    if (amount !== '0') duration += amount + designator
    order += designator
    pending = []
  }
  if (pending.length > 0 || order === '' || (!'YMD'.includes(order) && order !== 'YD')) return null
  return duration === '' ? 'P0D' : `P${duration}`
}

function amountOf(words: string[]): string | null {
  const [first] = words
  if (words.length === 1 && first !== undefined) {
    if (NOTHING.has(first)) return '0'
    if (/^\d{1,4}$/.test(first)) return String(Number(first))
  }
  return numberOf(words)?.toString() ?? null
}
