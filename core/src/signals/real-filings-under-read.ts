import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { type Corpus, defaultCorpus as corpusFolder, openCorpus } from '../accuracy/corpus.ts'
import { readMainText } from '../accuracy/main-text.ts'
import { headerText } from '../evidence/header-line.ts'
import type { EvidenceSources } from '../evidence/verify.ts'
import { emptyHeader } from '../filings/empty-header.ts'
import type { SubmissionHeader } from '../filings/filing.ts'
import { readFiling } from '../filings/reading.ts'
import { readSubmission } from '../filings/submission.ts'
import { SubmissionError } from '../filings/submission-error.ts'
import { sectionsOf } from '../sections/tile.ts'
import { sha256 } from '../sha256.ts'
import type { FilingUnderRead } from './filing-under-read.ts'
import { comparableForm } from './prior.ts'

/** A filing of the corpus as the extractors see it, with the sources of its evidence. For tests only. */
export interface RealFilingUnderRead {
  filing: FilingUnderRead
  sources: EvidenceSources
}

/** Paths of the full submissions of the corpus, below its `Archives` folder. */
export function submissionPaths(folder = 'Archives'): string[] {
  return readdirSync(join(corpusFolder, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return submissionPaths(path)
      return /\d{10}-\d{2}-\d{6}\.(?:txt|nc)(?:\.gz)?$/.test(entry.name) ? [path] : []
    })
}

/** A full submission; null for the few files of the corpus that are cut short or hold a header only. */
export function readFullSubmission(path: string): RealFilingUnderRead | null {
  const stored = readFileSync(join(corpusFolder, path))
  const bytes = path.endsWith('.gz') ? gunzipSync(stored) : stored
  let filedOn: string
  try {
    filedOn = readSubmission(bytes).header.filing_date ?? '2000-01-01'
  } catch (error) {
    if (error instanceof SubmissionError) return null
    throw error
  }
  const { submission, documents } = readFiling(bytes, filedOn)
  const { header } = submission
  const submissionSha256 = sha256(bytes)
  return {
    filing: {
      dataset: 'live',
      accession_number: header.accession_number,
      cik: header.filers[0]?.cik ?? '',
      form_type: header.form_type,
      accepted_at: header.accepted_at ?? `${filedOn}T22:30:00Z`,
      period_of_report: header.period_of_report,
      submission_sha256: submissionSha256,
      submission_bytes: bytes.length,
      submission,
      header_text: headerText(bytes),
      documents: documents.map(({ document, document_id, text, sections }) => ({
        document_id,
        sequence: document.sequence,
        document_type: document.document_type,
        document_sha256: document.document_sha256,
        text,
        sections,
      })),
    },
    sources: {
      text: (key) => documents.find(({ text }) => text?.text_sha256 === key)?.text?.text,
      bytes: (key) => (key === submissionSha256 ? bytes : undefined),
    },
  }
}

/** A line of the corpus manifest about a document that was collected without its submission. */
export interface LooseDocument {
  path: string
  form_type: string
  cik: string
  accession_number: string
  filed_on: string
  accepted_at: string
  period_of_report: string | null
}

/** Loose primary documents of periodic and current reports. Their acceptance is taken to be in the evening. */
export function looseDocuments(): LooseDocument[] {
  const lines = readFileSync(join(corpusFolder, 'MANIFEST.tsv'), 'utf8').split('\n').slice(1)
  return lines.flatMap((line) => {
    const [path = '', , form = '', cik = '', , accession = '', filedOn = '', period = ''] = line.split('\t')
    if (!path.startsWith('Archives/') || !/\.(?:htm|txt)(?:\.gz)?$/.test(path)) return []
    if (/exhibit|\/R\d+\.htm/.test(path) || !filedOn) return []
    if (comparableForm(form) === null && !form.startsWith('8-K')) return []
    return [
      {
        path,
        form_type: form,
        cik,
        accession_number: accession,
        filed_on: filedOn,
        accepted_at: `${filedOn}T22:30:00Z`,
        period_of_report: period || null,
      },
    ]
  })
}

let corpus: Corpus | undefined

/** A loose document as a filing without a submission: no header, no size. */
export function readLooseDocument(loose: LooseDocument): RealFilingUnderRead {
  corpus ??= openCorpus()
  const file = corpus.files.find(({ path }) => path === loose.path)
  const main = file && readMainText(corpus, file)
  if (!main) throw new Error(`${loose.path} holds no document`)
  const { text } = main
  const header: SubmissionHeader = {
    ...emptyHeader(),
    accession_number: loose.accession_number,
    form_type: loose.form_type,
    filing_date: loose.filed_on,
    period_of_report: loose.period_of_report,
  }
  return {
    filing: {
      dataset: 'live',
      accession_number: loose.accession_number,
      cik: loose.cik,
      form_type: loose.form_type,
      accepted_at: loose.accepted_at,
      period_of_report: loose.period_of_report,
      submission_sha256: sha256(loose.path),
      submission_bytes: null,
      submission: { header, documents: [], warnings: [] },
      header_text: null,
      documents: [
        {
          document_id: `${loose.accession_number}:1`,
          sequence: 1,
          document_type: loose.form_type,
          document_sha256: sha256(loose.path),
          text,
          sections: sectionsOf(loose.form_type, text, loose.filed_on),
        },
      ],
    },
    sources: {
      text: (key) => (key === text.text_sha256 ? text.text : undefined),
      bytes: () => undefined,
    },
  }
}
