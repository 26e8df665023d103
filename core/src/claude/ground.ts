import { sha256 } from '../sha256.ts'
import type { Candidate, GroundedAnswer, GroundedQuote, Passage } from './candidate.ts'
import type { Answer } from './findings-schema.ts'
import { type NormalisedText, normalisedText } from './normalised-text.ts'

/** Shorter quotes stand anywhere by chance; longer ones are copies, not quotes. */
export const QUOTE_LENGTH = { minimum: 20, maximum: 600 } as const
export const MINIMUM_QUOTE_WORDS = 4

/** Why an answer has no ground. Codes are permanent: the rates are public. */
export type GroundingFault =
  | 'paragraph_unknown'
  | 'quote_missing'
  | 'quote_length'
  | 'quote_words'
  | 'quote_not_found'
  | 'value_not_in_quote'
  | 'earlier_paragraph_unknown'
  | 'earlier_quote_length'
  | 'earlier_quote_words'
  | 'earlier_quote_not_found'

export type Grounding =
  | { status: 'grounded'; grounded: GroundedAnswer }
  | { status: 'failed'; reason: GroundingFault }

/**
 * Finds what an answer quotes in the texts it was asked about: exactly, in the paragraph it names, then in the section of
 * that paragraph. No fuzzy match, no ellipsis. An answer about a passage that is gone quotes the earlier side alone.
 */
export function groundAnswer(answer: Answer, candidates: readonly Candidate[]): Grounding {
  const named = candidateOf(answer.paragraph_id, 'P', candidates)
  const namedEarlier = candidateOf(answer.prior_paragraph_id, 'O', candidates)
  const candidate = named ?? namedEarlier
  if (!candidate) return failed('paragraph_unknown')
  if (named && !named.current) return failed('paragraph_unknown')
  if (namedEarlier && (namedEarlier !== candidate || !namedEarlier.earlier))
    return failed('earlier_paragraph_unknown')
  if (answer.prior_quote !== null && !namedEarlier) return failed('earlier_paragraph_unknown')

  let quote: GroundedQuote | null = null
  if (named?.current) {
    if (answer.quote === null) return failed('quote_missing')
    const found = findQuote(answer.quote, named.current)
    if (typeof found === 'string') return failed(`quote_${found}`)
    quote = found
  } else if (answer.quote !== null) {
    // A quote without a paragraph it could stand in.
    return failed('paragraph_unknown')
  }

  let earlierQuote: GroundedQuote | null = null
  if (namedEarlier?.earlier && answer.prior_quote !== null) {
    const found = findQuote(answer.prior_quote, namedEarlier.earlier)
    if (typeof found === 'string') return failed(`earlier_quote_${found}`)
    earlierQuote = found
  }
  if (!quote && !earlierQuote) return failed('quote_missing')
  if (answer.value_text !== null && !holdsWhole(answer.quote ?? answer.prior_quote ?? '', answer.value_text))
    return failed('value_not_in_quote')
  return { status: 'grounded', grounded: { candidate, answer, quote, earlier_quote: earlierQuote } }
}

function failed(reason: GroundingFault): Grounding {
  return { status: 'failed', reason }
}

/** `P0012` is the twelfth candidate. */
export function paragraphId(side: 'P' | 'O', index: number): string {
  return `${side}${String(index + 1).padStart(4, '0')}`
}

function candidateOf(
  id: string | null,
  side: 'P' | 'O',
  candidates: readonly Candidate[],
): Candidate | undefined {
  if (id === null || !/^[PO]\d{4,6}$/.test(id) || id[0] !== side) return undefined
  const index = Number(id.slice(1)) - 1
  return paragraphId(side, index) === id ? candidates[index] : undefined
}

/** Where a quote stands, or what is wrong with it. */
export function findQuote(quote: string, passage: Passage): GroundedQuote | 'length' | 'words' | 'not_found' {
  const wanted = normalisedText(quote).text
  if (wanted.length < QUOTE_LENGTH.minimum || wanted.length > QUOTE_LENGTH.maximum) return 'length'
  if (wanted.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word)).length < MINIMUM_QUOTE_WORDS)
    return 'words'
  const whole = passage.document.text?.text ?? ''
  const section = passage.section ?? { start: passage.start, end: passage.end }
  const section_sha256 = sha256(whole.slice(section.start, section.end))
  for (const [start, end] of [
    [passage.start, passage.end],
    [section.start, section.end],
  ] as const) {
    const place = find(wanted, normalisedText(whole.slice(start, end)))
    if (!place) continue
    return {
      passage,
      start: start + place.start,
      end: start + place.end,
      occurrences: place.occurrences,
      section_sha256,
    }
  }
  return 'not_found'
}

/** The first place where a text stands as whole words, and how many there are. */
function find(wanted: string, { text, starts, ends }: NormalisedText) {
  let first = -1
  let occurrences = 0
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    if (!isWhole(text, at, at + wanted.length)) continue
    if (first < 0) first = at
    occurrences += 1
  }
  if (first < 0) return null
  const start = starts[first] as number
  const end = ends[first + wanted.length - 1] as number
  return { start, end, occurrences }
}

/** Whether a text contains another as whole words: "12" stands in "12 million", not in "2012" or "1.12". */
export function holdsWhole(text: string, part: string): boolean {
  const wanted = normalisedText(part).text
  const within = normalisedText(text).text
  if (wanted === '') return false
  for (let at = within.indexOf(wanted); at >= 0; at = within.indexOf(wanted, at + 1)) {
    if (isWhole(within, at, at + wanted.length)) return true
  }
  return false
}

const WORD = /[\p{L}\p{N}\p{M}]/u

function isWhole(text: string, start: number, end: number): boolean {
  return !joins(text, start) && !joins(text, end)
}

/** Whether the characters on both sides of an index belong to one word or one number. */
function joins(text: string, index: number): boolean {
  const before = lastCharacter(text, index)
  const after = index < text.length ? String.fromCodePoint(text.codePointAt(index) as number) : ''
  if (before === '' || after === '') return false
  if (WORD.test(before) && WORD.test(after)) return true
  const isDigit = (character: string | undefined) => character !== undefined && /\p{Nd}/u.test(character)
  // A cut beside the comma of 1,234 or the point of 1.5 would change the number.
  if (isDigit(before) && /[.,]/.test(after)) return isDigit(text[index + 1])
  if (/[.,]/.test(before) && isDigit(after)) return isDigit(text[index - 2])
  return false
}

function lastCharacter(text: string, index: number): string {
  if (index <= 0) return ''
  const low = text.charCodeAt(index - 1)
  return low >= 0xdc00 && low <= 0xdfff && index > 1
    ? text.slice(index - 2, index)
    : (text[index - 1] as string)
}
