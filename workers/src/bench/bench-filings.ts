import { type CorpusFile, openCorpus } from '@sec-latent/core/accuracy/corpus'

export type ReportForm = '10-K' | '10-Q'

/** A real 10-K or 10-Q without the address it will be filed under. */
export interface RealReport {
  form: ReportForm
  path: string
  cik: string
  filing_date: string
  period: string
  document: Buffer
}

/** A submission under an invented accession number and company. */
export interface BenchFiling {
  accession_number: string
  cik: string
  form_type: ReportForm
  filing_date: string
  bytes: Buffer
}

const SMALLEST = 200_000

/** The annual (or quarterly) reports of the corpus that are whole HTML documents, oldest first. */
export function realReports(directory: string, wanted: ReportForm = '10-K'): RealReport[] {
  const corpus = openCorpus(directory)
  return corpus.files
    .filter(
      ({ path, form, note }) => form === wanted && /\.html?(\.gz)?$/.test(path) && !/exhibit/i.test(note),
    )
    .flatMap((file) => reportOf(wanted, file, corpus.bytes(file.path)))
    .sort((one, other) => (one.filing_date < other.filing_date ? -1 : 1))
}

function reportOf(
  form: ReportForm,
  { path, cik, filing_date, period }: CorpusFile,
  bytes: Buffer,
): RealReport[] {
  const document = unwrapped(bytes)
  if (document.length < SMALLEST) return []
  const ended = period || periodInName(path)
  if (!ended) return []
  return [{ form, path, cik, period: ended, filing_date: filing_date || daysAfter(ended, 60), document }]
}

/** Older documents of the corpus keep the lines that wrap them in a submission. */
function unwrapped(bytes: Buffer): Buffer {
  const start = bytes.subarray(0, 10_000).indexOf('<TEXT>')
  if (start === -1) return bytes
  const end = bytes.lastIndexOf('</TEXT>')
  return bytes.subarray(start + '<TEXT>'.length, end === -1 ? bytes.length : end)
}

function periodInName(path: string): string | null {
  const found = /(\d{4})(\d{2})(\d{2})\D*\.html?(?:\.gz)?$/.exec(path)
  return found ? `${found[1]}-${found[2]}-${found[3]}` : null
}

/**
 * The reports as filings of companies that exist in this round only, so that every round reads, stores and compares the
 * same: reports of one company stay reports of one company.
 */
export function filingsOfRound(reports: readonly RealReport[], round: number): BenchFiling[] {
  const companies = [...new Set(reports.map(({ cik, path }) => cik || path))]
  return reports.map((report, index) => {
    const cik = String(7_700_000_000 + round * 10_000 + companies.indexOf(report.cik || report.path))
    const accession_number = `${cik}-${report.filing_date.slice(2, 4)}-${String(index + 1).padStart(6, '0')}`
    return {
      accession_number,
      cik,
      form_type: report.form,
      filing_date: report.filing_date,
      bytes: submission(report, cik, accession_number),
    }
  })
}

function submission(
  { form, cik: real, filing_date, period, document }: RealReport,
  cik: string,
  accession: string,
) {
  const day = filing_date.replaceAll('-', '')
  const header = `<SEC-DOCUMENT>${accession}.txt : ${day}
<SEC-HEADER>${accession}.hdr.sgml : ${day}
<ACCEPTANCE-DATETIME>${day}161530
ACCESSION NUMBER:		${accession}
CONFORMED SUBMISSION TYPE:	${form}
PUBLIC DOCUMENT COUNT:		1
CONFORMED PERIOD OF REPORT:	${period.replaceAll('-', '')}
FILED AS OF DATE:		${day}

FILER:

	COMPANY DATA:
		COMPANY CONFORMED NAME:			COMPANY ${cik} INC
		CENTRAL INDEX KEY:			${cik}
		STANDARD INDUSTRIAL CLASSIFICATION:	SERVICES-PREPACKAGED SOFTWARE [7372]
		STATE OF INCORPORATION:			DE
		FISCAL YEAR END:			${period.slice(5).replace('-', '')}

	FILING VALUES:
		FORM TYPE:		${form}
		SEC ACT:		1934 Act
		SEC FILE NUMBER:	001-00000
		FILM NUMBER:		24000000
</SEC-HEADER>
<DOCUMENT>
<TYPE>${form}
<SEQUENCE>1
<FILENAME>report.htm
<DESCRIPTION>10-K
<TEXT>
`
  return Buffer.concat([
    Buffer.from(header),
    rewritten(document, real.padStart(10, '0'), cik),
    Buffer.from('\n</TEXT>\n</DOCUMENT>\n</SEC-DOCUMENT>\n'),
  ])
}

/** The contexts of XBRL name the company by its number, which has ten digits before and after. */
function rewritten(document: Buffer, from: string, to: string): Buffer {
  if (!/^\d{10}$/.test(from) || Number(from) === 0) return document
  return Buffer.from(document.toString('latin1').replaceAll(from, to), 'latin1')
}

function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
