import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { canonicalText } from '../documents/canonical-text.ts'
import type { CanonicalText } from '../documents/document.ts'
import { documentKind } from '../documents/document-kind.ts'
import { readSubmission } from '../filings/submission.ts'

// Real filings for tests and measurements, laid out like EDGAR's URLs beside the project unless EDGAR_CORPUS says otherwise.
export const corpusFolder = process.env.EDGAR_CORPUS ?? join(import.meta.dirname, '../../../../shared/edgar')

export function hasCorpus(): boolean {
  return existsSync(join(corpusFolder, 'MANIFEST.tsv'))
}

/** A periodic or current report of the corpus: a loose primary document or a full submission. */
export interface RealFiling {
  path: string
  formType: string
  accession: string
  filedOn: string
}

/** The 10-K, 10-Q and 8-K documents listed in the manifest. */
export function realFilings(): RealFiling[] {
  const lines = readFileSync(join(corpusFolder, 'MANIFEST.tsv'), 'utf8').split('\n').slice(1)
  return lines.flatMap((line) => {
    const [path = '', , form = '', , , accession = '', filed = '', period = ''] = line.split('\t')
    if (!/^(?:10-?K|10-?Q|8-?K)[\w/-]*$/.test(form) || !/\.(?:html?|txt|nc)(?:\.gz)?$/.test(path)) return []
    // Rendered XBRL pages and exhibits are listed under the form of their filing.
    if (/\/(?:R\d+\.htm|[^/]*exhibit[^/]*\.htm)/.test(path)) return []
    return [{ path, formType: form, accession, filedOn: filed || dayAfter(period) || yearOf(accession) }]
  })
}

/** Canonical text of the primary document; the form type and date of a full submission are those of its header. */
export function readRealFiling(
  filing: RealFiling,
): RealFiling & { text: CanonicalText; headerItems: string[] } {
  const stored = readFileSync(join(corpusFolder, filing.path))
  const bytes = filing.path.endsWith('.gz') ? gunzipSync(stored) : stored
  const opening = bytes.subarray(0, 4096).toString('latin1')
  if (!/<SEC-HEADER>|<SEC-DOCUMENT>|<IMS-HEADER>|<IMS-DOCUMENT>|<SUBMISSION>/.test(opening))
    return { ...filing, text: textOf(withoutWrapper(bytes)), headerItems: [] }
  const submission = readSubmission(bytes)
  const primary = submission.documents[0]
  if (!primary) throw new Error(`${filing.path} holds no document`)
  return {
    ...filing,
    formType: submission.header.form_type || filing.formType,
    filedOn: submission.header.filing_date ?? filing.filedOn,
    headerItems: submission.header.items,
    text: textOf(bytes.subarray(primary.byte_start, primary.byte_end)),
  }
}

/** EDGAR serves a document with the lines <DOCUMENT> to <TEXT> of its submission in front. */
function withoutWrapper(bytes: Buffer): Buffer {
  if (!bytes.subarray(0, 200).includes('<DOCUMENT>')) return bytes
  const text = bytes.indexOf('<TEXT>')
  const end = bytes.lastIndexOf('</TEXT>')
  return text < 0 ? bytes : bytes.subarray(text + '<TEXT>'.length, end < text ? undefined : end)
}

function textOf(bytes: Uint8Array): CanonicalText {
  return canonicalText(bytes, documentKind({ file_name: null }, bytes))
}

// A report without a known filing date is filed after its period: within three months as a rule.
function dayAfter(period: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(period)) return ''
  return new Date(Date.parse(`${period}T00:00:00Z`) + 60 * 86_400_000).toISOString().slice(0, 10)
}

function yearOf(accession: string): string {
  const year = Number(accession.slice(11, 13))
  return `${year > 60 ? 1900 + year : 2000 + year}-03-01`
}
