/** A quote in an answer with the place it was taken from. */
export interface FoundEvidence {
  /** Where in the answer, such as `data[0].evidence[1].left`. */
  place: string
  document_id: string
  accession_number: string
  sequence: string
  text_sha256: string
  start: number
  end: number
  byte_start: number
  byte_end: number
  quote: string
}

const MAX_FOUND = 50
const MAX_DEPTH = 12

/** Every span of text that an answer gives as evidence, in reading order. */
export function evidenceIn(answer: unknown): FoundEvidence[] {
  const found: FoundEvidence[] = []
  const look = (value: unknown, place: string, depth: number): void => {
    if (found.length >= MAX_FOUND || depth > MAX_DEPTH || typeof value !== 'object' || value === null) return
    const span = spanOf(value, place)
    if (span) {
      found.push(span)
      return
    }
    if (Array.isArray(value)) {
      for (const [index, one] of value.entries()) look(one, `${place}[${index}]`, depth + 1)
      return
    }
    for (const [name, one] of Object.entries(value))
      look(one, place === '' ? name : `${place}.${name}`, depth + 1)
  }
  look(answer, '', 0)
  return found
}

const DOCUMENT = /^(\d{10}-\d{2}-\d{6}):(\d+)$/

function spanOf(value: object, place: string): FoundEvidence | undefined {
  const { document_id, text_sha256, start, end, byte_start, byte_end, quote } = value as Record<
    string,
    unknown
  >
  if (typeof document_id !== 'string' || typeof text_sha256 !== 'string' || typeof quote !== 'string') return
  const [, accession_number, sequence] = DOCUMENT.exec(document_id) ?? []
  const numbers = [start, end, byte_start, byte_end]
  if (!accession_number || !sequence || !numbers.every((one) => Number.isSafeInteger(one))) return
  const [from, to, fromByte, toByte] = numbers as [number, number, number, number]
  return {
    place,
    document_id,
    accession_number,
    sequence,
    text_sha256,
    start: from,
    end: to,
    byte_start: fromByte,
    byte_end: toByte,
    quote,
  }
}

/** So much of the text around a quote is shown. */
const CONTEXT_CHARS = 600

/** The text around a span, cut into what is before, the quote, and what is after. Offsets are code points. */
export function surroundings(text: string, { start, end }: { start: number; end: number }) {
  const points = Array.from(text)
  const cut = (from: number, to: number) =>
    points.slice(Math.max(0, from), Math.min(points.length, to)).join('')
  return {
    before: cut(start - CONTEXT_CHARS, start),
    quote: cut(start, end),
    after: cut(end, end + CONTEXT_CHARS),
    isCutBefore: start > CONTEXT_CHARS,
    isCutAfter: end + CONTEXT_CHARS < points.length,
  }
}
