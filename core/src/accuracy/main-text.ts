import { canonicalText } from '../documents/canonical-text.ts'
import type { CanonicalText } from '../documents/document.ts'
import { documentKind } from '../documents/document-kind.ts'
import { mainDocumentOf } from '../filings/main-document.ts'
import { readSubmission } from '../filings/submission.ts'
import type { Section } from '../sections/section.ts'
import { sectionsOf } from '../sections/tile.ts'
import type { Corpus, CorpusFile } from './corpus.ts'

/** The canonical text of the main document of a file of the corpus, be it a submission or a document without one. */
export interface MainText {
  /** Form type and filing date of the submission header, else those of the manifest. */
  form_type: string
  filed_on: string
  /** Items of the submission header; null for a document without its submission. */
  header_items: string[] | null
  /** The original bytes of the document. */
  content: Uint8Array
  text: CanonicalText
}

const SUBMISSION = /<SEC-HEADER>|<SEC-DOCUMENT>|<IMS-HEADER>|<IMS-DOCUMENT>|<SUBMISSION>/
const DAYS_AFTER_PERIOD = 60
const COVER = 8_000
// A copy that says nothing of its date is read with the item lists of a year in which all the old ones were in force.
const UNDATED = '2009-03-01'

/** Reports of which companies file one after the other. */
const REPORT = /^(?:10-?K|10-?Q|8-?K|20-F|40-F|6-K)/

/** Whether the file is such a report, or holds one. */
export function hasMainText({ path, form }: CorpusFile): boolean {
  return REPORT.test(form) && /\.(?:html?|txt|nc)(?:\.gz)?$/.test(path)
}

/** The text with its sections; undefined where the file cannot be read, which other checks are about. */
export function mainTextOf(
  corpus: Corpus,
  file: CorpusFile,
): (MainText & { sections: Section[] }) | undefined {
  try {
    const main = readMainText(corpus, file)
    return main ? { ...main, sections: sectionsOf(main.form_type, main.text, main.filed_on) } : undefined
  } catch {
    return undefined
  }
}

/** Null for a submission without a main document; throws as the readers do. */
export function readMainText(corpus: Corpus, file: CorpusFile): MainText | null {
  const bytes = corpus.bytes(file.path)
  const known = file.filing_date || afterPeriod(file.period) || yearOf(file.accession_number)
  if (!SUBMISSION.test(bytes.toString('latin1', 0, 4096))) {
    const content = withoutWrapper(bytes)
    const text = textOf(content)
    const filed_on = known || afterPeriod(dateIn(text.text)) || UNDATED
    return { form_type: file.form, filed_on, header_items: null, content, text }
  }
  const { header, documents } = readSubmission(bytes)
  const main = mainDocumentOf(documents, header.form_type)
  if (!main) return null
  const content = bytes.subarray(main.byte_start, main.byte_end)
  return {
    form_type: header.form_type,
    filed_on: header.filing_date ?? (known || UNDATED),
    header_items: header.items,
    content,
    text: textOf(content),
  }
}

function textOf(content: Uint8Array): CanonicalText {
  return canonicalText(content, documentKind({ file_name: null }, content))
}

/** EDGAR serves a document with the lines <DOCUMENT> to <TEXT> of its submission in front. */
function withoutWrapper(bytes: Buffer): Buffer {
  if (!bytes.subarray(0, 200).includes('<DOCUMENT>')) return bytes
  const text = bytes.indexOf('<TEXT>')
  const end = bytes.lastIndexOf('</TEXT>')
  return text < 0 ? bytes : bytes.subarray(text + '<TEXT>'.length, end < text ? undefined : end)
}

// A report without a known filing date is filed after its period: within three months as a rule.
function afterPeriod(period: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(period)) return ''
  const day = Date.parse(`${period}T00:00:00Z`) + DAYS_AFTER_PERIOD * 86_400_000
  return new Date(day).toISOString().slice(0, 10)
}

function yearOf(accession: string): string {
  const year = Number(accession.slice(11, 13))
  if (accession === '' || Number.isNaN(year)) return ''
  return `${year > 60 ? 1900 + year : 2000 + year}-03-01`
}

/** The first date on the cover, which is that of the period or of the event. */
function dateIn(text: string): string {
  const found = /\b([A-Z][a-z]{2,8})\s{1,3}(\d{1,2}),?\s{1,3}((?:19|20)\d{2})\b/.exec(text.slice(0, COVER))
  const time = found ? Date.parse(`${found[1]} ${found[2]}, ${found[3]} UTC`) : Number.NaN
  return Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, 10)
}
