import 'server-only'
import { sha256, verifyEvidence } from '../../../sdk/src/evidence.ts'
import type { Evidence } from '../../../sdk/src/index.ts'
import { boundedMap } from './bounded-map.ts'
import { type IndexedText, indexText } from './indexed-text.ts'
import { textApi } from './portal-api.ts'
import { accessionOf, sequenceOf, spansOf } from './quoted-spans.ts'

/** Texts are addressed by their hash and never change, so the ones in use are kept. */
const TEXTS_BYTES = 128 * 1024 * 1024
/** No page needs more at once; the longest annual reports have a few million characters. */
export const LONGEST_TEXT_BYTES = 24 * 1024 * 1024
const VERDICTS = 20_000
/** What is not checked by then is checked when the page is opened again: a reader does not wait for it. */
const CHECKING_MS = 500

interface KnownText extends IndexedText {
  bytes: Uint8Array
}

const texts = boundedMap<string, KnownText>(TEXTS_BYTES, ({ text, bytes }) => text.length * 2 + bytes.length)
const underWay = new Map<string, Promise<KnownText>>()

/** A canonical text whose SHA-256 was computed here and is the one asked for. */
export async function canonicalText(documentId: string, wanted: string): Promise<IndexedText> {
  return await knownText(documentId, wanted)
}

async function knownText(documentId: string, wanted: string): Promise<KnownText> {
  const known = texts.get(wanted)
  if (known) return known
  const loading = underWay.get(wanted) ?? download(documentId, wanted).finally(() => underWay.delete(wanted))
  underWay.set(wanted, loading)
  return await loading
}

async function download(documentId: string, wanted: string): Promise<KnownText> {
  const text = await textApi().documents.textPlain(accessionOf(documentId), sequenceOf(documentId), {
    text_sha256: wanted,
  })
  const bytes = new TextEncoder().encode(text)
  if ((await sha256(bytes)) !== wanted)
    throw new Error(`The text of ${documentId} is not the one with SHA-256 ${wanted}.`)
  const known = { ...indexText(text), bytes }
  texts.set(wanted, known)
  return known
}

/** `verified`: the SDK found the quote in the text, by code points and by bytes. `unchecked`: this page did not look. */
export type Verdict = 'verified' | 'differs' | 'unchecked'

/** Evidence never changes and neither do texts, so a verdict holds for good. */
const verdicts = boundedMap<string, Verdict>(VERDICTS, () => 1)

/**
 * Checks quotes with the SDK against texts whose hash was computed here. What stands in no text is not checked, and neither is
 * what a reader would have to wait for.
 */
export async function checkQuotes(evidence: readonly Evidence[]): Promise<Map<string, Verdict>> {
  const deadline = Date.now() + CHECKING_MS
  const found = new Map<string, Verdict>()
  for (const one of evidence) {
    const known = verdicts.get(one.id)
    if (known === undefined && Date.now() > deadline) continue
    const verdict = known ?? (await verdictOf(one))
    verdicts.set(one.id, verdict)
    found.set(one.id, verdict)
  }
  return found
}

async function verdictOf(evidence: Evidence): Promise<Verdict> {
  if (spansOf(evidence).length === 0) return 'unchecked'
  const verdict = await verifyEvidence(evidence, async ({ sha256: wanted, document_id }) =>
    document_id === null ? undefined : (await knownText(document_id, wanted)).bytes,
  )
  return verdict.verified ? 'verified' : 'differs'
}
