import { openCorpus } from '../../accuracy/corpus.ts'
import { isSubmission } from '../../accuracy/corpus-submissions.ts'
import type { Sql } from '../../db.ts'
import type { DiscoveredFiling } from '../../edgar/discovered-filing.ts'
import { composeSubmission } from '../../filings/compose-submission.ts'
import type { ObjectStore } from '../../objects/store.ts'
import { sha256 } from '../../sha256.ts'
import { storeSubmission } from './stored-filings.ts'

/**
 * Stores the filings of the corpus whose forms match, full submissions and single documents, each once. Returns their accession
 * numbers and paths. For tests only.
 */
export async function storeRealForms(
  sql: Sql,
  objects: ObjectStore,
  forms: RegExp,
  options: { without_readers?: boolean } = {},
): Promise<Map<string, string>> {
  const corpus = openCorpus()
  const stored = new Map<string, string>()
  const files = corpus.files
    .filter(
      ({ form, path }) =>
        forms.test(form) && !path.includes('sec-xml-samples') && !path.includes('/headers/'),
    )
    .map((file) => ({ file, bytes: corpus.bytes(file.path) }))
    // A full submission knows more than its document alone.
    .sort((a, b) => Number(isSubmission(b.bytes)) - Number(isSubmission(a.bytes)))
  for (const { file, bytes } of files) {
    const accession_number = /^\d{10}-\d{2}-\d{6}$/.test(file.accession_number)
      ? file.accession_number
      : `0000000001-00-${numberOf(file.path)}`
    if (stored.has(accession_number)) continue
    const filing_date = file.filing_date || reportDay(bytes) || '2020-01-01'
    const cik = /^\d{1,10}$/.test(file.cik) ? file.cik.padStart(10, '0') : '0000000001'
    const whole = isSubmission(bytes)
      ? bytes
      : composed({ ...file, accession_number, cik, filing_date, name: file.path }, contentOf(bytes))
    try {
      stored.set(
        await storeSubmission(sql, objects, whole, { filing_date, dataset: 'live', ...options }),
        file.path,
      )
    } catch (error) {
      if (process.env.SHOW_UNREAD) console.log(`${file.path}: ${(error as Error).message}`)
    }
  }
  return stored
}

/** Six digits out of a path. */
function numberOf(path: string): string {
  return String(Number.parseInt(sha256(path).slice(0, 10), 16) % 1_000_000).padStart(6, '0')
}

/** A day to stand in for the filing date of a form of which only the XML is kept. */
function reportDay(bytes: Buffer): string | undefined {
  return /<(?:signatureDate|periodOfReport|date)>(?:<value>)?(\d{4}-\d{2}-\d{2})/.exec(
    bytes.toString('latin1'),
  )?.[1]
}

function contentOf(bytes: Buffer): Buffer {
  const start = bytes.indexOf('<TEXT>')
  if (start < 0 || start > 2_000) return bytes
  const end = bytes.lastIndexOf('</TEXT>')
  return bytes.subarray(start + '<TEXT>'.length, end < start ? undefined : end)
}

function composed(
  file: {
    form: string
    cik: string
    company: string
    accession_number: string
    filing_date: string
    name: string
  },
  primaryDocument: Uint8Array,
): Uint8Array {
  const filing = {
    accession_number: file.accession_number,
    cik: file.cik,
    form_type: file.form,
    filing_date: file.filing_date,
    company_name: file.company || 'UNKNOWN',
    primary_document: file.name.split('/').at(-1)?.replace(/\.gz$/, ''),
  } as DiscoveredFiling
  const profile = {
    cik: file.cik,
    name: file.company || 'UNKNOWN',
    entity_type: null,
    sic: null,
    sic_description: null,
    tickers: [],
    exchanges: [],
    ein: null,
    lei: null,
    category: null,
    fiscal_year_end: null,
    state_of_incorporation: null,
    phone: null,
    website: null,
    addresses: [],
    former_names: [],
  }
  return composeSubmission({ company: { profile, filings: [filing] }, filing, primaryDocument })
}
