import { offsetMap } from '@sec-latent/core/documents/offsets'

const MAX_ACTUAL = 2_000
const MAX_PLACES = 10

export interface QuoteClaim {
  start: number
  end: number
  quote: string
  unit: 'code_point' | 'byte'
}

export interface QuoteVerdict {
  verdict: 'verified' | 'mismatch'
  fault: 'out_of_range' | 'splits_character' | 'quote_mismatch' | null
  actual: string | null
  found_at: { start: number; end: number }[]
}

/** Slices the text where the quote is said to stand and compares; says where it stands instead when it does not. */
export function verifyQuote(text: string, claim: QuoteClaim): QuoteVerdict {
  const map = offsetMap(text)
  const bytes = claim.unit === 'byte'
  const length = bytes ? map.length.byte : map.length.code_point
  const indexOf = bytes ? map.utf16OfByte : map.utf16OfCodePoint
  const positionOf = bytes ? map.byteOf : map.codePointOf
  const mismatch = (fault: QuoteVerdict['fault'], actual: string | null): QuoteVerdict => ({
    verdict: 'mismatch',
    fault,
    actual: actual === null ? null : shortened(actual),
    found_at: placesOf(text, claim.quote).map((place) => ({
      start: positionOf(place),
      end: positionOf(place + claim.quote.length),
    })),
  })
  if (claim.start >= claim.end || claim.end > length) return mismatch('out_of_range', null)
  const from = indexOf(claim.start)
  const to = indexOf(claim.end)
  if (positionOf(from) !== claim.start || positionOf(to) !== claim.end)
    return mismatch('splits_character', null)
  const actual = text.slice(from, to)
  if (actual !== claim.quote) return mismatch('quote_mismatch', actual)
  return { verdict: 'verified', fault: null, actual: shortened(actual), found_at: [] }
}

function shortened(text: string): string {
  return [...text.slice(0, MAX_ACTUAL * 2)].slice(0, MAX_ACTUAL).join('')
}

function placesOf(text: string, quote: string): number[] {
  const places: number[] = []
  for (
    let at = text.indexOf(quote);
    at !== -1 && places.length < MAX_PLACES;
    at = text.indexOf(quote, at + 1)
  ) {
    places.push(at)
  }
  return places
}
