import { sha256 } from '../sha256.ts'
import type { DeterministicExtractor, ExtractorConfig } from './extractor.ts'
import type { FilingUnderRead, ReadDocument } from './filing-under-read.ts'
import type { MetNeeds } from './meet-needs.ts'
import type { Finding } from './signal.ts'

/**
 * JSON with one spelling for each value: keys in UTF-16 order, no white space, numbers as ECMAScript writes them (the
 * rules of RFC 8785). Members that are `undefined` are left out.
 *
 * @throws TypeError for what JSON cannot say: NaN, infinities, functions, bigints, lone surrogates
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      if (!value.isWellFormed()) throw new TypeError('a lone surrogate has no canonical form')
      return JSON.stringify(value)
    case 'boolean':
      return String(value)
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`${value} has no canonical form`)
      return JSON.stringify(value)
    case 'object':
      break
    default:
      throw new TypeError(`${typeof value} has no canonical form`)
  }
  if (value === null) return 'null'
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  const prototype = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError('only plain objects have a canonical form')
  }
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${canonicalJson(key)}:${canonicalJson(member)}`)
  return `{${members.join(',')}}`
}

const configHashes = new WeakMap<ExtractorConfig, string>()

/** SHA-256 of the settings an extractor computes with. */
export function configSha256({ config }: { config: ExtractorConfig }): string {
  const known = configHashes.get(config) ?? sha256(canonicalJson(config))
  configHashes.set(config, known)
  return known
}

/**
 * SHA-256 of what an extractor may look at: the filing, its texts and sections, and what it needs besides. Our own clocks and
 * surrogate ids are no part of it; documents count in the order of their sequence.
 */
export function inputSha256(
  filing: FilingUnderRead,
  extractor: Pick<DeterministicExtractor, 'needs' | 'reads'>,
  met: MetNeeds,
): string {
  const needs = canonicalJson(met.digestsOf(extractor))
  return sha256(`{"filing":${inputJson(filing, extractor.reads ?? 'texts')},"needs":${needs}}`)
}

/** The canonical JSON of what counts as input of a filing, written once for all extractors that read it. */
const inputJsons = new WeakMap<FilingUnderRead, { submission?: string; texts?: string }>()

function inputJson(filing: FilingUnderRead, reads: 'submission' | 'texts'): string {
  const known = inputJsons.get(filing) ?? {}
  inputJsons.set(filing, known)
  known[reads] ??= canonicalJson(inputOf(filing, reads))
  return known[reads]
}

/** What of a filing counts as input. */
export function inputOf(filing: FilingUnderRead, reads: DeterministicExtractor['reads'] = 'texts') {
  return {
    accession_number: filing.accession_number,
    cik: filing.cik,
    form_type: filing.form_type,
    accepted_at: filing.accepted_at,
    period_of_report: filing.period_of_report,
    submission_sha256: filing.submission_sha256,
    submission_bytes: filing.submission_bytes,
    items: filing.submission.header.items,
    filing_date: filing.submission.header.filing_date,
    documents:
      reads === 'submission'
        ? []
        : filing.documents.toSorted((a, b) => a.sequence - b.sequence).map(documentInput),
  }
}

function documentInput(document: ReadDocument) {
  return {
    document_id: document.document_id,
    document_type: document.document_type,
    document_sha256: document.document_sha256,
    text_sha256: document.text?.text_sha256 ?? null,
    normaliser_version: document.text?.normaliser_version ?? null,
    sections: document.sections.map(({ section_key, status, start, end }) => [
      section_key,
      status,
      start,
      end,
    ]),
  }
}

/**
 * `sha256:` and the hash of a finding with its subject and extractor: the same input and extractor version give the same
 * fingerprint, byte for byte.
 */
export function fingerprint(
  subject: { accession_number: string; cik: string },
  extractor: { name: string; version: string; kind: string; input_sha256: string; config_sha256: string },
  finding: Finding,
): string {
  const { name, version, kind, input_sha256, config_sha256 } = extractor
  return `sha256:${sha256(
    canonicalJson({
      accession_number: subject.accession_number,
      cik: subject.cik,
      extractor: { name, version, kind, input_sha256, config_sha256 },
      finding,
    }),
  )}`
}
