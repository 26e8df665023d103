import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Range } from '../knowledge-time.ts'
import { forEachPostgres, type TestDatabase, testDatabase } from '../testing/database.ts'
import { type FilingFilter, type FilingPage, filingReadStore } from './read-store.ts'

const FILINGS = 700
const AS_OF = '2024-06-01T00:00:00.000Z'
const FORMS = ['10-K', '10-K/A', '4', '4/A', 'SC 13G', 'SC 13G/A', 'SCHEDULE 13G/A', '8-K']
const ITEMS = ['2.02', '5.02', '9.01']
const COMPANIES = ['0000000001', '0000000002', '0000000003', '0000000004']
const DAY_MS = 86_400_000

interface Row {
  accession_number: string
  dataset: 'live' | 'test'
  form_type: string
  accepted_at: string
  filing_date: string
  period_of_report: string | null
  original_filed_on: string | null
  items: string[]
  available_at: string | null
  filers: { role: string; cik: string; file_number: string | null }[]
}

function randomOf(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff
    return Math.floor((state / 0x8000_0000) * below)
  }
}

const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10)

/** Filings of few companies with many equal moments, dates far from acceptance, companies named twice, some not yet visible. */
function inventRows(): Row[] {
  const random = randomOf(11)
  const pick = <T>(values: readonly T[]) => values[random(values.length)] as T
  return Array.from({ length: FILINGS }, (_, index) => {
    const ms = Date.UTC(2023, 0, 1) + random(540) * DAY_MS + random(24) * 3_600_000
    const form = pick(FORMS)
    const subject = { role: /^4/.test(form) ? 'issuer' : /13G/.test(form) ? 'subject_company' : 'filer' }
    const owner = { role: /^4/.test(form) ? 'reporting_owner' : 'filed_by' }
    const named = () => ({ cik: pick(COMPANIES), file_number: random(3) ? `001-${random(3)}` : null })
    const filers = [{ ...subject, ...named() }]
    if (/^4|13G/.test(form)) filers.push({ ...owner, ...named() })
    return {
      accession_number: `${`${String(1_000_000 + random(900))}`.padStart(10, '0')}-23-${String(index).padStart(6, '0')}`,
      dataset: random(10) ? 'live' : 'test',
      form_type: form,
      accepted_at: new Date(ms).toISOString(),
      filing_date: dayOf(random(12) ? ms + random(3) * DAY_MS : ms + (random(200) - 100) * DAY_MS),
      period_of_report: random(3) ? dayOf(Date.UTC(2022, 9, 1) + random(8) * 31 * DAY_MS) : null,
      original_filed_on: form === '4/A' && random(3) ? dayOf(ms - random(40) * DAY_MS) : null,
      items: form === '8-K' ? [...new Set([pick(ITEMS), pick(ITEMS)])] : [],
      available_at: random(12) ? new Date(ms + random(30) * DAY_MS).toISOString() : null,
      filers,
    }
  })
}

function inRange(value: string | null, range: Range | undefined): boolean {
  if (!range) return true
  if (value === null) return false
  const { gte = '', gt, lte = '9', lt = '9' } = range
  return value >= gte && (gt === undefined || value > gt) && value <= lte && value < lt
}

const rows = inventRows()

/** What the list must hold, in the plainest words. */
function expected(filter: FilingFilter, order: 'asc' | 'desc'): string[] {
  const has = (values: string[] | undefined, found: string[]) =>
    values === undefined || found.some((one) => values.includes(one))
  return rows
    .filter(
      (row) =>
        row.dataset === 'live' &&
        row.available_at !== null &&
        row.available_at <= AS_OF &&
        row.accepted_at <= AS_OF &&
        has(
          filter.cik,
          row.filers.map((filer) => filer.cik),
        ) &&
        has(filter.form_type, [row.form_type]) &&
        has(filter.item_code, row.items) &&
        inRange(row.accepted_at, filter.accepted_at) &&
        inRange(row.filing_date, filter.filing_date) &&
        inRange(row.period_of_report, filter.period_of_report),
    )
    .map((row) => `${row.accepted_at} ${row.accession_number}`)
    .sort()
    [order === 'asc' ? 'slice' : 'reverse']()
    .map((key) => key.split(' ')[1] as string)
}

function filters(): FilingFilter[] {
  const random = randomOf(5)
  const some = <T>(values: readonly T[]) => values.filter(() => random(2) === 0)
  const day = () => dayOf(Date.UTC(2022, 8, 1) + random(640) * DAY_MS)
  const range = (): Range => {
    const [one, other] = [day(), day()].sort() as [string, string]
    return [
      { gte: one, lt: other },
      { gt: one, lte: other },
      { gte: one },
      { lte: other },
      { gte: one, lte: one },
    ][random(5)] as Range
  }
  const or = <T>(value: T, one_in: number) => (random(one_in) === 0 ? value : undefined)
  const instants = ({ gte, gt, lte, lt }: Range) =>
    Object.fromEntries(
      Object.entries({ gte, gt, lte, lt }).flatMap(([name, bound]) =>
        bound ? [[name, `${bound}T00:00:00.000Z`]] : [],
      ),
    ) as Range
  return Array.from({ length: 60 }, () => {
    const filter: FilingFilter = {}
    const [cik, form_type, item_code] = [or(some(COMPANIES), 3), or(some(FORMS), 3), or(some(ITEMS), 4)]
    if (cik?.length) filter.cik = cik
    if (form_type?.length) filter.form_type = form_type
    if (item_code?.length) filter.item_code = item_code
    const [accepted_at, filing_date, period] = [or(range(), 4), or(range(), 3), or(range(), 3)]
    if (accepted_at) filter.accepted_at = instants(accepted_at)
    if (filing_date) filter.filing_date = filing_date
    if (period) filter.period_of_report = period
    return filter
  })
}

forEachPostgres((version) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase({ version })
    const { sql } = database
    for (const { filers, ...filing } of rows) {
      await sql`insert into filings ${sql({
        ...filing,
        accepted_at_source: 'sgml_header',
        document_count: 1,
        submission_source: 'full_submission',
        submission_sha256: '0'.repeat(64),
        warnings: [],
        first_seen_at: filing.accepted_at,
      } as never)}`
      await sql`insert into filing_filers ${sql(
        filers.map((filer, index) => ({
          accession_number: filing.accession_number,
          position: index + 1,
          name: 'Invented',
          accepted_at: filing.accepted_at,
          ...filer,
        })),
      )}`
    }
    await sql`analyze`
  })
  afterAll(async () => {
    await database?.close()
  })

  const view = { dataset: 'live' as const, as_of: AS_OF }

  test('lists of filings hold, page by page and in both directions, exactly what the filter says', async () => {
    const store = filingReadStore(database.sql)
    let found = 0
    for (const filter of filters()) {
      for (const order of ['desc', 'asc'] as const) {
        const seen: string[] = []
        const page: FilingPage = { limit: 40, order }
        for (;;) {
          const filings = await store.list(view, filter, page)
          seen.push(...filings.map((filing) => filing.accession_number))
          const last = filings.at(-1)
          if (filings.length < page.limit || !last) break
          page.after = { accepted_at: last.accepted_at, accession_number: last.accession_number }
        }
        expect(seen, JSON.stringify([filter, order])).toEqual(expected(filter, order))
        found += seen.length
      }
    }
    expect(found).toBeGreaterThan(1_000)
  })

  test('lists of filings name what is amended as its definition says', async () => {
    const { sql } = database
    const listed = await filingReadStore(sql).list(view, {}, { limit: FILINGS, order: 'desc' })
    const definitions = await sql<{ accession_number: string; amends: string | null }[]>`
      select f.accession_number, case when f.form_type like '%/A' then (
        select e.accession_number
        from (select cik, role, file_number from filing_filers where accession_number = f.accession_number
            order by position limit 1) subject
          join filing_filers named on named.cik = subject.cik and named.role = subject.role
          join filings e on e.accession_number = named.accession_number
        where e.dataset = f.dataset and e.available_at <= ${AS_OF}
          and (e.form_type = left(f.form_type, -2)
            or (f.form_type like 'SCHEDULE 13%' and e.form_type = 'SC' || substr(left(f.form_type, -2), 9)))
          and (e.accepted_at, e.accession_number) < (f.accepted_at, f.accession_number)
          and (f.period_of_report is null or e.period_of_report = f.period_of_report or e.filing_date = f.original_filed_on)
          and (not exists (select from filing_filers where accession_number = f.accession_number
              and role in ('reporting_owner', 'filed_by'))
            or exists (select from filing_filers mine join filing_filers theirs using (cik, role)
              where mine.accession_number = f.accession_number and theirs.accession_number = e.accession_number
                and role in ('reporting_owner', 'filed_by')))
        order by coalesce(e.filing_date = f.original_filed_on, false) desc,
          coalesce(named.file_number = subject.file_number, false) desc, e.accepted_at desc, e.accession_number desc
        limit 1) end as amends
      from filings f`
    const defined = new Map(definitions.map((row) => [row.accession_number, row.amends]))
    const named = listed.filter((filing) => filing.amends !== null)
    expect(named.length).toBeGreaterThan(30)
    expect(listed.map((filing) => [filing.accession_number, filing.amends])).toEqual(
      listed.map((filing) => [filing.accession_number, defined.get(filing.accession_number) ?? null]),
    )
  })
})
