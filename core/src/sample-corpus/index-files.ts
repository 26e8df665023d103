import type { Company } from './company.ts'
import type { SampleFiling } from './filings.ts'
import { longDate } from './html-text.ts'
import { newYorkToUtc } from './new-york-clock.ts'

/** The lists that discovery reads beside the submissions themselves, under the paths EDGAR gives them. */
export function indexFiles(companies: Company[], filings: SampleFiling[]): Map<string, Buffer> {
  const files = new Map<string, Buffer>()
  files.set('files/company_tickers.json', json(tickers(companies)))
  for (const company of companies) {
    const own = filings.filter((filing) => filing.company === company).reverse()
    files.set(`submissions/CIK${company.cik}.json`, json(submissions(company, own)))
  }
  for (const [quarter, members] of grouped(filings, ({ filing_date }) => quarterOf(filing_date))) {
    files.set(`Archives/edgar/full-index/${quarter}/master.idx`, masterIndex(members))
  }
  for (const [day, members] of grouped(filings, ({ filing_date }) => filing_date)) {
    const name = `master.${day.replaceAll('-', '')}.idx`
    files.set(`Archives/edgar/daily-index/${quarterOf(day)}/${name}`, dailyIndex(day, members))
  }
  return files
}

/** Where EDGAR keeps the complete submission text file, below `Archives/`. */
export function submissionPath({ company, accession_number }: SampleFiling): string {
  return `edgar/data/${Number(company.cik)}/${accession_number.replaceAll('-', '')}/${accession_number}.txt`
}

function tickers(companies: Company[]) {
  const listed = companies.filter(({ ticker }) => ticker !== '')
  const rows = listed.map(({ cik, ticker, legal_name }, index) => [
    String(index),
    { cik_str: Number(cik), ticker, title: legal_name },
  ])
  return Object.fromEntries(rows)
}

/** `/submissions/CIK….json`: columns of equal length, newest filing first. */
function submissions(company: Company, filings: SampleFiling[]) {
  const { address } = company
  const place = {
    street1: address.street.toUpperCase(),
    street2: address.suite?.toUpperCase() ?? null,
    city: address.city.toUpperCase(),
    stateOrCountry: address.state,
    zipCode: address.zip,
    stateOrCountryDescription: address.state,
    isForeignLocation: 0,
    foreignStateTerritory: null,
    country: null,
    countryCode: null,
  }
  const column = <T>(read: (filing: SampleFiling) => T) => filings.map(read)
  return {
    cik: company.cik,
    entityType: 'operating',
    sic: company.sic,
    sicDescription: company.sic_description,
    ownerOrg: company.office,
    insiderTransactionForOwnerExists: 0,
    insiderTransactionForIssuerExists: 1,
    name: company.conformed_name,
    tickers: company.ticker === '' ? [] : [company.ticker],
    exchanges: company.ticker === '' ? [] : [company.exchange],
    ein: company.irs_number,
    lei: null,
    description: '',
    website: '',
    investorWebsite: '',
    category: company.category,
    fiscalYearEnd: company.fiscal_year_end,
    stateOfIncorporation: company.state_of_incorporation,
    stateOfIncorporationDescription: company.state_of_incorporation,
    addresses: { mailing: place, business: place },
    phone: company.phone,
    flags: '',
    formerNames: [],
    filings: {
      recent: {
        accessionNumber: column((filing) => filing.accession_number),
        filingDate: column((filing) => filing.filing_date),
        reportDate: column((filing) => filing.period ?? ''),
        acceptanceDateTime: column((filing) => acceptance(company, filing.accepted)),
        act: column((filing) => (filing.form === '4' ? '' : '34')),
        form: column((filing) => filing.form),
        fileNumber: column((filing) => (filing.form === '4' ? '' : company.file_number)),
        filmNumber: column((filing) => (filing.form === '4' ? '' : filmNumber(filing))),
        items: column((filing) => filing.items.join(',')),
        core_type: column((filing) => filing.form),
        size: column((filing) => filing.submission.length),
        isXBRL: column((filing) => Number(filing.inline_xbrl)),
        isInlineXBRL: column((filing) => Number(filing.inline_xbrl)),
        isXBRLNumeric: column((filing) => Number(filing.inline_xbrl && filing.form.startsWith('10-'))),
        primaryDocument: column((filing) =>
          filing.form === '4' ? `xslF345X05/${filing.primary_document}` : filing.primary_document,
        ),
        primaryDocDescription: column((filing) =>
          filing.form === '4' ? 'PRIMARY DOCUMENT' : filing.primary_description,
        ),
      },
      files: [],
    },
  }
}

/** EDGAR prints a `Z` after every time; for some companies the time before it is New York wall clock all the same. */
function acceptance(company: Company, accepted: string): string {
  if (company.submissions_clock_is_new_york) return `${accepted.replace(' ', 'T')}.000Z`
  return newYorkToUtc(accepted).toISOString()
}

function filmNumber(filing: SampleFiling): string {
  return /FILM NUMBER:\t\t(\d+)/.exec(filing.submission.toString('ascii', 0, 4000))?.[1] ?? ''
}

function masterIndex(filings: SampleFiling[]): Buffer {
  const last =
    filings
      .map(({ filing_date }) => filing_date)
      .sort()
      .at(-1) ?? ''
  return lines([
    'Description:           Master Index of EDGAR Dissemination Feed',
    `Last Data Received:    ${longDate(last)}`,
    'Comments:              webmaster@sec.gov',
    'Anonymous FTP:         ftp://ftp.sec.gov/edgar/',
    'Cloud HTTP:            https://www.sec.gov/Archives/',
    '',
    ' ',
    ' ',
    ' ',
    'CIK|Company Name|Form Type|Date Filed|Filename',
    '-'.repeat(80),
    ...indexRows(filings, (date) => date),
  ])
}

function dailyIndex(day: string, filings: SampleFiling[]): Buffer {
  return lines([
    'Description:           Daily Index of EDGAR Dissemination Feed',
    `Last Data Received:    ${longDate(day)}`,
    'Comments:              webmaster@sec.gov',
    'Anonymous FTP:         ftp://ftp.sec.gov/edgar/',
    ' ',
    'CIK|Company Name|Form Type|Date Filed|File Name',
    '-'.repeat(80),
    ...indexRows(filings, (date) => date.replaceAll('-', '')),
  ])
}

/** Indexes name the short path, `edgar/data/<cik>/<accession number>.txt`, which EDGAR answers like the long one. */
function indexRows(filings: SampleFiling[], date: (day: string) => string): string[] {
  return filings
    .map(({ company, accession_number, form, filing_date }) => {
      const cik = Number(company.cik)
      return `${cik}|${company.conformed_name}|${form}|${date(filing_date)}|edgar/data/${cik}/${accession_number}.txt`
    })
    .sort()
}

function quarterOf(date: string): string {
  return `${date.slice(0, 4)}/QTR${Math.ceil(Number(date.slice(5, 7)) / 3)}`
}

function grouped<T>(items: T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const members = groups.get(key(item))
    if (members) members.push(item)
    else groups.set(key(item), [item])
  }
  return groups
}

function lines(rows: string[]): Buffer {
  return Buffer.from(`${rows.join('\n')}\n`, 'ascii')
}

function json(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value), 'ascii')
}
