import type { TextBlock } from '../documents/document.ts'
import { headerText } from '../evidence/header-line.ts'
import type { EvidenceSources } from '../evidence/verify.ts'
import { emptyDetails } from '../filings/empty-header.ts'
import { dispositionOf, type Section } from '../sections/section.ts'
import { sha256 } from '../sha256.ts'
import type { FilingUnderRead, ReadDocument } from './filing-under-read.ts'

/** An invented filing: blocks of text, some of which open a section. */
export interface FilingFixture {
  accession_number?: string
  form_type?: string
  filing_date?: string
  period_of_report?: string | null
  items?: string[]
  /** Lines of the header besides the accession number. */
  header_lines?: string[]
  blocks: (string | FixtureBlock)[]
}

export interface FixtureBlock {
  text: string
  /** The section that begins here and lasts to the next one. */
  section?: string
  status?: Section['status']
  note?: string
  kind?: TextBlock['kind']
  bold?: boolean
}

/** A filing as the extractors see it, with the sources its evidence can be checked against. */
export function filingFixture(fixture: FilingFixture): { filing: FilingUnderRead; sources: EvidenceSources } {
  const accessionNumber = fixture.accession_number ?? '0009990001-24-000001'
  const formType = fixture.form_type ?? '10-K'
  const filingDate = fixture.filing_date ?? '2024-02-15'
  const blocks = fixture.blocks.map((block) => (typeof block === 'string' ? { text: block } : block))
  const { text, textBlocks, sections } = laidOut(blocks)
  const submissionText = [
    `<SEC-DOCUMENT>${accessionNumber}.txt : ${filingDate.replaceAll('-', '')}`,
    `ACCESSION NUMBER:\t\t${accessionNumber}`,
    `CONFORMED SUBMISSION TYPE:\t${formType}`,
    ...(fixture.header_lines ?? []),
    `<DOCUMENT>\n<TYPE>${formType}\n<TEXT>\n${text}\n</TEXT>\n</DOCUMENT>\n</SEC-DOCUMENT>\n`,
  ].join('\n')
  const submission = Buffer.from(submissionText)
  const document: ReadDocument = {
    document_id: `${accessionNumber}:1`,
    sequence: 1,
    document_type: formType,
    document_sha256: sha256(`document ${text}`),
    text: {
      text,
      text_sha256: sha256(text),
      length: [...text].length,
      byte_length: Buffer.byteLength(text),
      normaliser_version: 'fixture',
      blocks: textBlocks,
      tables: [],
      inline_xbrl: null,
      hidden: [],
      warnings: [],
    },
    sections,
  }
  const filing: FilingUnderRead = {
    dataset: 'test',
    accession_number: accessionNumber,
    cik: '0009990001',
    form_type: formType,
    accepted_at: `${filingDate}T21:00:00Z`,
    period_of_report: fixture.period_of_report ?? null,
    submission_sha256: sha256(submission),
    submission_bytes: submission.length,
    submission: {
      header: {
        accession_number: accessionNumber,
        form_type: formType,
        filing_date: filingDate,
        accepted_at: `${filingDate}T21:00:00Z`,
        accepted_at_source: 'sgml_header',
        period_of_report: fixture.period_of_report ?? null,
        effective_date: null,
        date_as_of_change: null,
        items: fixture.items ?? [],
        declared_document_count: 1,
        filers: [],
        details: emptyDetails(),
      },
      documents: [],
      warnings: [],
    },
    header_text: headerText(submission),
    documents: [document],
  }
  return {
    filing,
    sources: {
      text: (key) => (key === document.text?.text_sha256 ? text : undefined),
      bytes: (key) => (key === filing.submission_sha256 ? submission : undefined),
    },
  }
}

/** What a rule is given in a test: the filing, its acceptance, and data under the names of its needs. */
export function given<D extends Record<string, unknown>>(filing: FilingUnderRead, data: D) {
  return { filing, as_of: filing.accepted_at, ...data }
}

/** Sources that look in several places. */
export function joinedSources(...all: EvidenceSources[]): EvidenceSources {
  return {
    async text(key) {
      for (const sources of all) {
        const text = await sources.text(key)
        if (text !== undefined) return text
      }
      return undefined
    },
    async bytes(key) {
      for (const sources of all) {
        const bytes = await sources.bytes(key)
        if (bytes !== undefined) return bytes
      }
      return undefined
    },
  }
}

function laidOut(blocks: FixtureBlock[]) {
  let text = ''
  const textBlocks: TextBlock[] = []
  const sections: Section[] = []
  for (const block of blocks) {
    if (text !== '') text += '\n\n'
    const start = text.length
    text += block.text
    textBlocks.push({ kind: block.kind ?? 'paragraph', start, end: text.length, bold: block.bold ?? false })
    if (!block.section) continue
    const open = sections.at(-1)
    if (open && open.end === 0) open.end = start
    const absent = block.status === 'absent' || block.status === 'failed'
    sections.push({
      section_key: block.section,
      title: block.text.split('\n')[0] ?? null,
      status: block.status ?? 'ok',
      disposition: dispositionOf({ status: block.status ?? 'ok', note: block.note ?? null }),
      boundary_method: 'heading',
      confidence: 1,
      start: absent ? 0 : start,
      end: 0,
      note: block.note ?? null,
    })
  }
  const last = sections.at(-1)
  if (last && last.end === 0) last.end = text.length
  return { text, textBlocks, sections }
}
