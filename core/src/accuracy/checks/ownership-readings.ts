import type { BeneficialOwnershipReport } from '../../beneficial-ownership/beneficial-ownership.ts'
import { parseScheduleText } from '../../beneficial-ownership/parse-schedule-text.ts'
import { parseScheduleXml } from '../../beneficial-ownership/parse-schedule-xml.ts'
import { beneficialOwnershipReader } from '../../beneficial-ownership/reader.ts'
import { canonicalText } from '../../documents/canonical-text.ts'
import { documentKind } from '../../documents/document-kind.ts'
import type { OwnershipDocument } from '../../insider-transactions/ownership-document.ts'
import { parseOwnershipDocument } from '../../insider-transactions/parse-ownership.ts'
import { insiderTransactionReader } from '../../insider-transactions/reader.ts'
import { parseProposedSale } from '../../proposed-sales/parse-notice.ts'
import type { ProposedSaleNotice } from '../../proposed-sales/proposed-sale.ts'
import { proposedSaleReader } from '../../proposed-sales/reader.ts'
import type { Corpus, CorpusFile } from '../corpus.ts'
import { lightFiling } from '../light-filing.ts'

export type OwnershipReading =
  | { kind: 'insider'; document: OwnershipDocument }
  | { kind: 'notice'; notice: ProposedSaleNotice }
  | { kind: 'schedule'; report: BeneficialOwnershipReport }

const FORM = /^(?:[345](?:\/A)?|144(?:\/A)?|(?:SC|SCHEDULE) 13[DG](?:\/A)?)$/
const SUBMISSION = /<(?:SEC|IMS)-DOCUMENT>|<SUBMISSION>|<SEC-HEADER>/

export function isOwnershipFile({ form }: CorpusFile): boolean {
  return FORM.test(form)
}

/**
 * What we read out of a file of the corpus: a full submission by the readers of the pipeline, a single document by the
 * parser of its form. Throws what they throw.
 */
export function ownershipReading(corpus: Corpus, { path, form }: CorpusFile): OwnershipReading {
  const bytes = corpus.bytes(path)
  const head = bytes.toString('latin1', 0, 4096)
  if (SUBMISSION.test(head)) return submissionReading(bytes)
  const content = contentOf(bytes)
  if (/<(?:\w+:)?ownershipDocument\b/.test(content.toString('latin1', 0, 4096)))
    return { kind: 'insider', document: parseOwnershipDocument(content) }
  if (form.startsWith('144')) return { kind: 'notice', notice: parseProposedSale(content) }
  if (/^[345]/.test(form)) return { kind: 'insider', document: parseOwnershipDocument(content) }
  const kind = documentKind({ file_name: path.replace(/\.gz$/, '') }, content)
  if (kind === 'xml') return { kind: 'schedule', report: parseScheduleXml(content) }
  const report = parseScheduleText(canonicalText(content, kind === 'html' ? 'html' : 'text').text, {
    schedule: form.includes('13D') ? '13D' : '13G',
    is_amendment: form.endsWith('/A'),
  })
  return { kind: 'schedule', report }
}

function submissionReading(bytes: Buffer): OwnershipReading {
  const filing = lightFiling(bytes, ({ document_type }) => FORM.test(document_type))
  if (insiderTransactionReader.applies(filing.form_type)) {
    const document = insiderTransactionReader.read(filing)?.[0]?.ownership
    if (document) return { kind: 'insider', document }
  }
  if (proposedSaleReader.applies(filing.form_type)) {
    const notice = proposedSaleReader.read(filing)?.[0]?.notice
    if (notice) return { kind: 'notice', notice }
  }
  const report = beneficialOwnershipReader.read(filing)?.report
  if (!report) throw new Error(`no ownership report in a ${filing.form_type}`)
  return { kind: 'schedule', report }
}

/** What stands between <TEXT> and </TEXT> where a peer kept a document with its tags, else the file. */
function contentOf(bytes: Buffer): Buffer {
  const start = bytes.indexOf('<TEXT>')
  if (start < 0 || start > 2_000) return bytes
  const end = bytes.lastIndexOf('</TEXT>')
  return bytes.subarray(start + '<TEXT>'.length, end < start ? undefined : end)
}
