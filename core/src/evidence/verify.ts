import { type OffsetMap, offsetMap } from '../documents/offsets.ts'
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
import { headerFields, headerText } from './header-line.ts'
import { sliceVerdict } from './span.ts'
import { xmlPathTexts, xmlTextVerdict } from './xml-path.ts'

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
  /** What is stored under a document's id. Absent: which document a quote names is taken on trust. */
  document?(documentId: string): Promise<CheckableDocument | undefined> | CheckableDocument | undefined
}

/** What a piece of evidence claims of the document it names. */
export interface CheckableDocument {
  document_sha256: string
  /** Of its canonical text; null when it has none. */
  text_sha256: string | null
  /** Its sections, places in code points. Absent: which section a quote names is taken on trust. */
  sections?: readonly { section_key: string; start: number; end: number }[]
}

/** What of a fact its evidence claims. */
export type CheckableFact = Pick<
  StatedFact,
  'concept' | 'context_id' | 'unit' | 'period_start' | 'period_end' | 'value_text' | 'dimensions'
> &
  Partial<Pick<StatedFact, 'start' | 'end'>>

/** `verified`, or the first thing about the evidence that does not hold. */
export type EvidenceVerdict = 'verified' | EvidenceFault

/** Checks a piece of evidence against its source, which is fetched by hash and whose hash is checked first. */
export async function verifyEvidence(evidence: Evidence, sources: EvidenceSources): Promise<EvidenceVerdict> {
  return await verdictOf(evidence, checkedSources(sources, [evidence]))
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
  const [error] = await evidenceErrors([findings], sources)
  if (error) throw error
}

/**
 * For each group of findings the first thing about its evidence that does not hold, or null. Each source is read and hashed
 * once for all groups.
 */
export async function evidenceErrors(
  groups: readonly (readonly { signal_type: string; evidence: Evidence[] }[])[],
  sources: EvidenceSources,
): Promise<(EvidenceError | null)[]> {
  const checked = checkedSources(
    sources,
    groups.flatMap((findings) => findings.flatMap(({ evidence }) => evidence)),
  )
  const errors: (EvidenceError | null)[] = []
  for (const findings of groups) errors.push(await firstError(findings, checked))
  return errors
}

async function firstError(
  findings: readonly { signal_type: string; evidence: Evidence[] }[],
  checked: CheckedSources,
): Promise<EvidenceError | null> {
  for (const { signal_type: signalType, evidence } of findings) {
    if (evidence.length === 0) return new EvidenceError('no_evidence', `${signalType} has no evidence`)
    for (const [position, piece] of evidence.entries()) {
      const verdict = await verdictOf(piece, checked)
      if (verdict !== 'verified')
        return new EvidenceError(verdict, `evidence ${position} of ${signalType}: ${verdict}`)
    }
  }
  return null
}

/** A text whose hash is right, with its places, which are worked out when the first quote asks for them. */
interface CheckedText {
  text: string
  bytes: Buffer
  places(): OffsetMap
}

interface CheckedSources {
  /** Null: cannot be asked here. */
  document(documentId: string): Promise<CheckableDocument | 'source_unavailable' | null>
  header(submissionSha256: string): Promise<readonly HeaderPlace[] | EvidenceFault>
  text(textSha256: string): Promise<CheckedText | EvidenceFault>
  bytes(bytesSha256: string): Promise<Buffer | EvidenceFault>
  /** Texts at every path of the document that the evidence names, read in one pass; null when it cannot be read. */
  xml(documentSha256: string): Promise<Map<string, string> | null | EvidenceFault>
  facts(document: {
    document_id: string
    document_sha256: string
  }): Promise<readonly CheckableFact[] | EvidenceFault>
}

/** Each source is fetched and hashed once, however many pieces of evidence point into it. */
function checkedSources(sources: EvidenceSources, pieces: readonly Evidence[]): CheckedSources {
  const texts = new Map<string, Promise<CheckedText | EvidenceFault>>()
  const objects = new Map<string, Promise<Buffer | EvidenceFault>>()
  const facts = new Map<string, Promise<readonly CheckableFact[] | EvidenceFault>>()
  const documents = new Map<string, Promise<CheckableDocument | 'source_unavailable' | null>>()
  const headers = new Map<string, Promise<readonly HeaderPlace[] | EvidenceFault>>()
  const xmls = new Map<string, Promise<Map<string, string> | null | EvidenceFault>>()
  const bytes = (key: string) => once(objects, key, fetchBytes)

  async function fetchText(textSha256: string) {
    const text = await sources.text(textSha256)
    if (text === undefined) return 'source_unavailable'
    const bytes = Buffer.from(text)
    if (sha256(bytes) !== textSha256) return 'text_hash_mismatch'
    let places: OffsetMap | undefined
    return {
      text,
      bytes,
      places: () => {
        places ??= offsetMap(text)
        return places
      },
    }
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
    bytes,
    document: (key) =>
      once(documents, key, async () =>
        sources.document ? ((await sources.document(key)) ?? 'source_unavailable') : null,
      ),
    header: (key) =>
      once(headers, key, async () => {
        const submission = await bytes(key)
        return typeof submission === 'string' ? submission : headerPlaces(submission)
      }),
    xml: (key) =>
      once(xmls, key, async () => {
        const document = await bytes(key)
        if (typeof document === 'string') return document
        const paths = pieces.flatMap((one) =>
          one.kind === 'xml_path' && one.document_sha256 === key ? [one.path] : [],
        )
        return xmlPathTexts(document, [...new Set(paths)])
      }),
    facts: (document) =>
      once(
        facts,
        `${document.document_id} ${document.document_sha256}`,
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
  const named = await namesVerdict(span, sources)
  if (named !== 'verified') return named
  const source = await sources.text(span.text_sha256)
  return typeof source === 'string' ? source : sliceVerdict(span, source.text, source.bytes, source.places())
}

/** Whether document and section, which a span names beside its hashes, are those of the text it quotes. */
async function namesVerdict(span: TextSpan, sources: CheckedSources): Promise<EvidenceVerdict> {
  const { document_id, section_id, document_sha256, text_sha256 } = span
  const prefix = `${document_id}:`
  if (section_id !== null && !section_id.startsWith(prefix)) return 'path_not_found'
  const document = await sources.document(document_id)
  if (document === null) return 'verified'
  if (typeof document === 'string') return document
  if (document.document_sha256 !== document_sha256) return 'source_hash_mismatch'
  if (document.text_sha256 !== text_sha256) return 'text_hash_mismatch'
  if (section_id === null || document.sections === undefined) return 'verified'
  const key = section_id.slice(prefix.length)
  const section = document.sections.find(({ section_key }) => section_key === key)
  if (section === undefined) return 'path_not_found'
  // An item under a combined heading may be empty, at the end of the section that has its text.
  if (section.start === section.end) return span.start <= section.end ? 'verified' : 'path_not_found'
  return span.start >= section.start && span.end <= section.end ? 'verified' : 'path_not_found'
}

/** Whether a document named by id is the one whose hash is given. */
async function documentVerdict(
  { document_id, document_sha256 }: { document_id: string; document_sha256: string },
  sources: CheckedSources,
): Promise<EvidenceVerdict> {
  const document = await sources.document(document_id)
  if (document === null) return 'verified'
  if (typeof document === 'string') return document
  return document.document_sha256 === document_sha256 ? 'verified' : 'source_hash_mismatch'
}

/** A field of a header with its place in bytes. */
type HeaderPlace = Pick<HeaderFieldEvidence, 'field' | 'value' | 'byte_start' | 'byte_end'>

/** The fields of a submission's header. */
function headerPlaces(submission: Buffer): HeaderPlace[] {
  const header = headerText(submission)
  if (header === null) return []
  return headerFields(header).map(({ name, value, start, end }) => ({
    field: name,
    value,
    byte_start: header.byte_start + start,
    byte_end: header.byte_start + end,
  }))
}

async function headerVerdict(
  evidence: HeaderFieldEvidence,
  sources: CheckedSources,
): Promise<EvidenceVerdict> {
  const bytes = await sources.bytes(evidence.submission_sha256)
  if (typeof bytes === 'string') return bytes
  const { byte_start: start, byte_end: end, quote, value, field } = evidence
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end)) return 'out_of_range'
  if (start < 0 || start >= end || end > bytes.length) return 'out_of_range'
  // Headers are ASCII but for a stray byte, which is quoted as the character of that number (Latin-1).
  if (bytes.toString('latin1', start, end) !== quote) return 'quote_mismatch'
  if (!quote.includes(value)) return 'value_mismatch'
  const places = await sources.header(evidence.submission_sha256)
  if (typeof places === 'string') return places
  const place = places.find(({ byte_start, byte_end }) => byte_start === start && byte_end === end)
  if (place) return place.field === field && place.value === value ? 'verified' : 'value_mismatch'
  // The oldest headers have the accession number in no field of its own: then it is quoted bare, from before the documents.
  const firstDocument = bytes.indexOf('<DOCUMENT>')
  const inHeader = firstDocument === -1 || end <= firstDocument
  return inHeader && field === 'ACCESSION NUMBER' && value === quote ? 'verified' : 'value_mismatch'
}

async function xmlVerdict(evidence: XmlPathEvidence, sources: CheckedSources): Promise<EvidenceVerdict> {
  const named = await documentVerdict(evidence, sources)
  if (named !== 'verified') return named
  const texts = await sources.xml(evidence.document_sha256)
  return typeof texts === 'string' ? texts : xmlTextVerdict(texts, evidence.path, evidence.value)
}

/** A fact is verified when its document states it so, and the place where the text shows it slices back. */
async function factVerdict(evidence: XbrlFactEvidence, sources: CheckedSources): Promise<EvidenceVerdict> {
  const named = await documentVerdict(evidence, sources)
  if (named !== 'verified') return named
  const facts = await sources.facts(evidence)
  if (typeof facts === 'string') return facts
  const dimensions = JSON.stringify(evidence.dimensions.map(dimensionOf))
  const stated = facts.filter(
    (fact) =>
      fact.concept === evidence.concept &&
      fact.context_id === evidence.context_id &&
      fact.unit === evidence.unit &&
      fact.period_start === evidence.period_start &&
      fact.period_end === evidence.period_end &&
      (fact.value_text ?? '').slice(0, MAX_EVIDENCE_VALUE) === evidence.value &&
      JSON.stringify(fact.dimensions.map(dimensionOf)) === dimensions,
  )
  if (stated.length === 0) return 'value_mismatch'
  const { span } = evidence
  if (span === null) return 'verified'
  if (span.document_id !== evidence.document_id || span.document_sha256 !== evidence.document_sha256)
    return 'source_hash_mismatch'
  const slices = await spanVerdict(span, sources)
  if (slices !== 'verified') return slices
  return stated.some((fact) => shows(fact, span)) ? 'verified' : 'path_not_found'
}

/** Whether a span is where the text shows the fact: its whole place, or the beginning of a long one. */
function shows({ start, end }: CheckableFact, span: TextSpan): boolean {
  if (start === undefined || end === undefined) return true
  if (start === null || end === null || span.start !== start) return false
  return span.end === end || (span.end < end && span.quote.length >= MAX_EVIDENCE_VALUE)
}

function dimensionOf({ axis, member, typed_value }: XbrlFactEvidence['dimensions'][number]) {
  return [axis, member, typed_value]
}
