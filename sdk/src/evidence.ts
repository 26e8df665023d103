/**
 * Checks evidence without trusting the API: hashes and slices are computed here, from a text you downloaded.
 * Needs nothing but WebCrypto.
 */

/** A quote and where it stands in a canonical text: half-open, in Unicode code points and in UTF-8 bytes. */
export interface TextSpan {
  document_id: string
  text_sha256: string
  start: number
  end: number
  byte_start: number
  byte_end: number
  quote: string
}

/** What the check looks at; the evidence of a signal has more fields, which it leaves alone. */
export type VerifiableEvidence =
  | ({ kind: 'text_span' } & TextSpan)
  | { kind: 'pair'; left: TextSpan | null; right: TextSpan | null }
  | { kind: 'header_field'; submission_sha256: string; byte_start: number; byte_end: number; quote: string }
  | { kind: 'xbrl_fact'; span: TextSpan | null }

/** A text (or the bytes of a submission), or a function that fetches it by its SHA-256. */
export type EvidenceSource =
  | string
  | Uint8Array
  | ((wanted: WantedSource) => MaybeSource | Promise<MaybeSource>)
export type MaybeSource = string | Uint8Array | undefined

export interface WantedSource {
  /** Of the canonical text, or of the complete submission for a header field. */
  sha256: string
  /** Null for a header field, which belongs to the submission. */
  document_id: string | null
}

/**
 * What does not hold. `unsupported_kind`: evidence that this function cannot check, because it stands in no text; ask
 * `client.evidence.check` for it, which looks it up in the original bytes.
 */
export type EvidenceFault =
  | 'source_missing'
  | 'hash_mismatch'
  | 'offsets_out_of_range'
  | 'code_points_differ'
  | 'bytes_differ'
  | 'nothing_to_verify'
  | 'unsupported_kind'

export type EvidenceVerdict = { verified: true } | { verified: false; fault: EvidenceFault }

const VERIFIED: EvidenceVerdict = { verified: true }

/**
 * True when the source has the SHA-256 the evidence names and the quote stands exactly where it says, counted both ways.
 * For a pair every side that is there must hold, and at least one must be there. Of an XBRL fact the place where the text shows
 * it is checked; what it says is checked by `client.evidence.check`.
 */
export async function verifyEvidence(
  evidence: VerifiableEvidence | { kind: string },
  source: EvidenceSource,
): Promise<EvidenceVerdict> {
  const known = evidence as VerifiableEvidence
  switch (known.kind) {
    case 'text_span':
      return await verifySpan(known, source)
    case 'pair': {
      const sides = [known.left, known.right].filter((side) => side !== null)
      if (sides.length === 0) return fault('nothing_to_verify')
      for (const side of sides) {
        const verdict = await verifySpan(side, source)
        if (!verdict.verified) return verdict
      }
      return VERIFIED
    }
    case 'header_field': {
      const bytes = await fetched(source, { sha256: known.submission_sha256, document_id: null })
      return typeof bytes === 'string' ? fault(bytes) : sliceVerdict(bytes, known)
    }
    case 'xbrl_fact':
      return known.span ? await verifySpan(known.span, source) : fault('unsupported_kind')
    default:
      return fault('unsupported_kind')
  }
}

async function verifySpan(span: TextSpan, source: EvidenceSource): Promise<EvidenceVerdict> {
  const bytes = await fetched(source, { sha256: span.text_sha256, document_id: span.document_id })
  if (typeof bytes === 'string') return fault(bytes)
  const text = decode(bytes)
  const from = utf16Index(text, span.start)
  const to = utf16Index(text, span.end)
  if (from === null || to === null || to <= from) return fault('offsets_out_of_range')
  if (text.slice(from, to) !== span.quote) return fault('code_points_differ')
  return sliceVerdict(bytes, span)
}

function sliceVerdict(
  bytes: Uint8Array,
  { byte_start, byte_end, quote }: { byte_start: number; byte_end: number; quote: string },
): EvidenceVerdict {
  const valid =
    isOffset(byte_start) && isOffset(byte_end) && byte_start < byte_end && byte_end <= bytes.length
  if (!valid) return fault('offsets_out_of_range')
  return decode(bytes.subarray(byte_start, byte_end)) === quote ? VERIFIED : fault('bytes_differ')
}

/** The bytes with the hash that was asked for, or what is wrong with them. */
async function fetched(source: EvidenceSource, wanted: WantedSource): Promise<Uint8Array | EvidenceFault> {
  const content = typeof source === 'function' ? await source(wanted) : source
  if (content === undefined) return 'source_missing'
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return (await sha256(bytes)) === wanted.sha256 ? bytes : 'hash_mismatch'
}

/** Lower-case hexadecimal SHA-256 of a text's UTF-8 bytes, or of bytes. */
export async function sha256(content: string | Uint8Array): Promise<string> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** A byte order mark is part of the text, so it is kept. */
function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}

/** The index in UTF-16 units of a code point; null when the text is shorter. */
function utf16Index(text: string, codePoint: number): number | null {
  if (!isOffset(codePoint)) return null
  let index = 0
  for (let count = 0; count < codePoint; count++) {
    if (index >= text.length) return null
    index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1
  }
  return index
}

function isOffset(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}

function fault(reason: EvidenceFault): EvidenceVerdict {
  return { verified: false, fault: reason }
}
