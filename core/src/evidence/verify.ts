import { MAX_EVIDENCE_VALUE, type StatedFact } from '../facts/stated-fact.ts'
import { sha256 } from '../sha256.ts'
import { EvidenceError, type EvidenceFault } from './errors.ts'
import type {
  Evidence,
  HeaderFieldEvidence,
  TextSpan,
  XbrlFactEvidence,
  XmlPathEvidence,
} from './evidence.ts'
import { sliceVerdict } from './span.ts'
import { xmlPathVerdict } from './xml-path.ts'

/** Where the sources of evidence are found, each by its own SHA-256. `undefined`: no such object. */
export interface EvidenceSources {
  /** A canonical text by `text_sha256`. */
  text(textSha256: string): Promise<string | undefined> | string | undefined
  /** The bytes of a submission or of a document by their SHA-256. */
  bytes(bytesSha256: string): Promise<Uint8Array | undefined> | Uint8Array | undefined
  /** The XBRL facts of a document, read out of its bytes. Absent: facts cannot be checked here. */
  facts?(document: {
    document_id: string
    document_sha256: string
  }): Promise<readonly CheckableFact[] | undefined> | readonly CheckableFact[] | undefined
}

/** What of a fact its evidence claims. */
export type CheckableFact = Pick<
  StatedFact,
  'concept' | 'context_id' | 'unit' | 'period_start' | 'period_end' | 'value_text' | 'dimensions'
>

/** `verified`, or the first thing about the evidence that does not hold. */
export type EvidenceVerdict = 'verified' | EvidenceFault

/** Checks a piece of evidence against its source, which is fetched by hash and whose hash is checked first. */
export async function verifyEvidence(evidence: Evidence, sources: EvidenceSources): Promise<EvidenceVerdict> {
  return await verdictOf(evidence, checkedSources(sources))
}

/**
 * The gate before a signal is stored: every piece of its evidence slices back exactly.
 *
 * @throws EvidenceError `no_evidence`, or the fault of the first piece that does not hold
 */
export async function assertEvidence(
  finding: { signal_type: string; evidence: Evidence[] },
  sources: EvidenceSources,
): Promise<void> {
  await assertAllEvidence([finding], sources)
}

/** `assertEvidence` for all findings of a filing, reading and hashing each source once. */
export async function assertAllEvidence(
  findings: { signal_type: string; evidence: Evidence[] }[],
  sources: EvidenceSources,
): Promise<void> {
  const checked = checkedSources(sources)
  for (const { signal_type: signalType, evidence } of findings) {
    if (evidence.length === 0) throw new EvidenceError('no_evidence', `${signalType} has no evidence`)
    for (const [position, piece] of evidence.entries()) {
      const verdict = await verdictOf(piece, checked)
      if (verdict !== 'verified') {
        throw new EvidenceError(verdict, `evidence ${position} of ${signalType}: ${verdict}`)
      }
    }
  }
}

interface CheckedSources {
  text(textSha256: string): Promise<{ text: string; bytes: Buffer } | EvidenceFault>
  bytes(bytesSha256: string): Promise<Buffer | EvidenceFault>
  facts(document: {
    document_id: string
    document_sha256: string
  }): Promise<readonly CheckableFact[] | EvidenceFault>
}

/** Each source is fetched and hashed once, however many pieces of evidence point into it. */
function checkedSources(sources: EvidenceSources): CheckedSources {
  const texts = new Map<string, Promise<{ text: string; bytes: Buffer } | EvidenceFault>>()
  const objects = new Map<string, Promise<Buffer | EvidenceFault>>()
  const facts = new Map<string, Promise<readonly CheckableFact[] | EvidenceFault>>()

  async function fetchText(textSha256: string) {
    const text = await sources.text(textSha256)
    if (text === undefined) return 'source_unavailable'
    const bytes = Buffer.from(text)
    return sha256(bytes) === textSha256 ? { text, bytes } : 'text_hash_mismatch'
  }
  async function fetchBytes(bytesSha256: string) {
    const bytes = await sources.bytes(bytesSha256)
    if (bytes === undefined) return 'source_unavailable'
    return sha256(bytes) === bytesSha256
      ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      : 'source_hash_mismatch'
  }
  return {
    text: (key) => once(texts, key, fetchText),
    bytes: (key) => once(objects, key, fetchBytes),
    facts: (document) =>
      once(
        facts,
        document.document_sha256,
        async () => (await sources.facts?.(document)) ?? 'source_unavailable',
      ),
  }
}

function once<V>(
  known: Map<string, Promise<V>>,
  key: string,
  fetch: (key: string) => Promise<V>,
): Promise<V> {
  const value = known.get(key) ?? fetch(key)
  known.set(key, value)
  return value
}

async function verdictOf(evidence: Evidence, sources: CheckedSources): Promise<EvidenceVerdict> {
  switch (evidence.kind) {
    case 'text_span':
      return await spanVerdict(evidence, sources)
    case 'pair': {
      if (!evidence.left && !evidence.right) return 'no_evidence'
      const left = evidence.left ? await spanVerdict(evidence.left, sources) : 'verified'
      if (left !== 'verified' || !evidence.right) return left
      return await spanVerdict(evidence.right, sources)
    }
    case 'header_field':
      return await headerVerdict(evidence, sources)
    case 'xml_path':
      return await xmlVerdict(evidence, sources)
    case 'xbrl_fact':
      return await factVerdict(evidence, sources)
  }
}

async function spanVerdict(span: TextSpan, sources: CheckedSources): Promise<EvidenceVerdict> {
  const source = await sources.text(span.text_sha256)
  return typeof source === 'string' ? source : sliceVerdict(span, source.text, source.bytes)
}

async function headerVerdict(
  evidence: HeaderFieldEvidence,
  sources: CheckedSources,
): Promise<EvidenceVerdict> {
  const bytes = await sources.bytes(evidence.submission_sha256)
  if (typeof bytes === 'string') return bytes
  const { byte_start: start, byte_end: end, quote, value } = evidence
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end)) return 'out_of_range'
  if (start < 0 || start >= end || end > bytes.length) return 'out_of_range'
  // Headers are ASCII but for a stray byte, which is quoted as the character of that number (Latin-1).
  if (bytes.toString('latin1', start, end) !== quote) return 'quote_mismatch'
  return quote.includes(value) ? 'verified' : 'value_mismatch'
}

async function xmlVerdict(evidence: XmlPathEvidence, sources: CheckedSources): Promise<EvidenceVerdict> {
  const bytes = await sources.bytes(evidence.document_sha256)
  return typeof bytes === 'string' ? bytes : xmlPathVerdict(bytes, evidence.path, evidence.value)
}

/** A fact is verified when its document states it so, and the place where the text shows it slices back. */
async function factVerdict(evidence: XbrlFactEvidence, sources: CheckedSources): Promise<EvidenceVerdict> {
  const facts = await sources.facts(evidence)
  if (typeof facts === 'string') return facts
  const stated = facts.filter(
    (fact) => fact.concept === evidence.concept && fact.context_id === evidence.context_id,
  )
  if (stated.length === 0) return 'value_mismatch'
  const dimensions = JSON.stringify(evidence.dimensions.map(dimensionOf))
  const same = stated.some(
    (fact) =>
      fact.unit === evidence.unit &&
      fact.period_start === evidence.period_start &&
      fact.period_end === evidence.period_end &&
      (fact.value_text ?? '').slice(0, MAX_EVIDENCE_VALUE) === evidence.value &&
      JSON.stringify(fact.dimensions.map(dimensionOf)) === dimensions,
  )
  if (!same) return 'value_mismatch'
  return evidence.span ? await spanVerdict(evidence.span, sources) : 'verified'
}

function dimensionOf({ axis, member, typed_value }: XbrlFactEvidence['dimensions'][number]) {
  return [axis, member, typed_value]
}
