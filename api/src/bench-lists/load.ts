import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Queryable, Sql } from '@sec-latent/core/db'
import { signalTypes } from '@sec-latent/core/signals/catalogue'
import { extractors } from '@sec-latent/core/signals/index'
import { FORMS } from './forms.ts'

const ITEMS = ['2.02', '9.01', '5.02', '8.01', '7.01', '1.01', '2.03', '5.07', '3.01', '4.01']
/** In one report of two thousand, as bankruptcies are. */
export const RARE_ITEM = '1.03'
const COMPANIES = 800_000
/** The companies that file most have tickers. */
export const TICKERS = 10_000
/** The latest filings have answers of all extractors in the ledger; of a small table one in twenty-five. */
const FILINGS_IN_THE_LEDGER = 40_000
const SHARE_IN_THE_LEDGER = 0.04
const FIRST_MS = Date.UTC(1994, 0, 1)
const DAYS_MS = 32 * 365.25 * 86_400_000
const DAY_MS = 86_400_000
const CHUNK = 5_000
const INDEXED = ['filings', 'filing_filers', 'filing_items', 'intake', 'signals', 'evidence', 'processing']
const COUNTED = [
  'filing_counts',
  'filing_count_marks',
  'visible_filings',
  'answer_counts',
  'answer_count_changes',
]

/** A generator of numbers that gives the same ones each time (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A company as filings name them: few file very often (the first has one filing in a hundred), most seldom. */
export function companyOf(random: () => number): string {
  return String(1 + Math.floor(random() ** 3 * COMPANIES)).padStart(10, '0')
}

const formTable = FORMS.flatMap(([form, weight]) => Array.from({ length: weight }, () => form))
export const formOf = (random: () => number) => formTable[Math.floor(random() * formTable.length)] as string

/**
 * Fills the tables of lists with invented rows of the shape and skew of EDGAR's: filings by COPY, the rest out of them. Indexes,
 * checks and counts are put back afterwards, as a restore does. All in one transaction that begins with empty tables: what
 * it writes is then not written to the log first.
 */
export async function load(
  sql: Sql,
  rows: number,
  signals: number,
  say: (line: string) => void,
): Promise<void> {
  await sql.begin(async (tx) => {
    await tx.unsafe(`truncate ${[...INDEXED, ...COUNTED].join(', ')} cascade`)
    await fill(tx, rows, signals, say)
  })
  await sql.unsafe(`vacuum analyze ${[...INDEXED, ...COUNTED, 'entity_tickers'].join(', ')}`)
}

async function fill(
  sql: Queryable,
  rows: number,
  signals: number,
  say: (line: string) => void,
): Promise<void> {
  const timed = async (what: string, work: () => Promise<unknown>) => {
    const started = performance.now()
    await work()
    say(`${what}: ${((performance.now() - started) / 1000).toFixed(1)} s`)
  }
  const definitions = await takeIndexesAway(sql)
  await sql.unsafe(INDEXED.map((table) => `alter table ${table} disable trigger all`).join(';'))
  await timed(`${rows} filings by COPY`, () => copyFilings(sql, rows))
  await timed(
    'filers',
    () => sql`
    insert into filing_filers (accession_number, position, role, cik, name, file_number, accepted_at, filed_form_type,
      filed_period)
    select accession_number, position, role, cik, 'COMPANY ' || cik, '001-12345', accepted_at, form_type, period_of_report
    from filings cross join lateral (
      select 1 as position, case
          when form_type ~ '^[345](/A)?$' then 'issuer' when form_type like 'SC 13%' then 'subject_company'
          else 'filer' end as role, details->>'cik' as cik
      union all
      select 2, case when form_type like 'SC 13%' then 'filed_by' else 'reporting_owner' end, details->>'owner'
      where details ? 'owner') named`,
  )
  await timed(
    'items',
    () => sql`
    insert into filing_items
    select distinct dataset, item_code, accepted_at, accession_number from filings, unnest(items) item_code`,
  )
  await timed(
    'tickers',
    () => sql`
    insert into entity_tickers (dataset, cik, ticker, exchange)
    select 'live', lpad(n::text, 10, '0'), 'T' || n, 'NYSE' from generate_series(1, ${TICKERS}::int) n`,
  )
  await timed(
    'intake',
    () => sql`
    insert into intake (accession_number, dataset, cik, form_type, filing_date, discovered_by, stage, accepted_at_json)
    select accession_number, dataset, details->>'cik', form_type, filing_date, 'full_index',
      case when hashtext(accession_number) % 2000 = 0 then 'fetched' else 'published' end, accepted_at from filings`,
  )
  await timed(`${signals} signals with evidence`, () => insertSignals(sql, signals))
  await timed(
    'ledger',
    () => sql`
    insert into processing (accession_number, extractor, extractor_version, status)
    select f.accession_number, name, '1.0.0', case when n % 3 = 0 then 'ok_found' else 'ok_none' end
    from (select accession_number from filings order by accepted_at desc limit ${Math.min(FILINGS_IN_THE_LEDGER, Math.ceil(rows * SHARE_IN_THE_LEDGER))}) f
      cross join unnest(${extractors.map((extractor) => extractor.name)}::text[]) with ordinality e (name, n)`,
  )
  await timed('indexes', async () => {
    for (const definition of definitions) await sql.unsafe(definition)
  })
  await sql.unsafe(INDEXED.map((table) => `alter table ${table} enable trigger all`).join(';'))
  // Statistics, without which the counts would be made by plans for empty tables.
  await sql.unsafe(`analyze ${INDEXED.join(', ')}`)
  await timed('counts of filings', () => sql`select recount_filings()`)
  await timed('counts of answers', () => sql`select recount_answers()`)
}

async function takeIndexesAway(sql: Queryable): Promise<string[]> {
  const rows = await sql<{ name: string; definition: string }[]>`
    select i.indexname as name, i.indexdef as definition from pg_indexes i
    where i.schemaname = 'public' and i.tablename in ${sql(INDEXED)}
      and not exists (select 1 from pg_constraint c where c.conname = i.indexname)`
  for (const { name } of rows) await sql.unsafe(`drop index ${name}`)
  return rows.map((row) => row.definition)
}

async function copyFilings(sql: Queryable, rows: number): Promise<void> {
  const copy = await sql`
    copy filings (accession_number, dataset, form_type, filing_date, accepted_at, accepted_at_source, period_of_report,
      items, document_count, submission_source, submission_sha256, submission_bytes, warnings, first_seen_at, available_at,
      original_filed_on, details) from stdin`.writable()
  await pipeline(Readable.from(lines(rows)), copy)
}

function* lines(rows: number): Generator<string> {
  const random = randomOf(20_261_122)
  let text: string[] = []
  for (let index = 0; index < rows; index++) {
    const at = FIRST_MS + Math.floor((index / rows) * DAYS_MS)
    const moment = new Date(at).toISOString()
    const day = filingDate(at)
    const cik = companyOf(random)
    const form = formOf(random)
    const accession = `${String(1_000_000 + (index % 9_000_000)).padStart(10, '0')}-${moment.slice(2, 4)}-${String(index % 1_000_000).padStart(6, '0')}`
    const hash = Math.floor(random() * 2 ** 48)
      .toString(16)
      .padStart(12, '0')
    const original = /^[345]\/A$/.test(form) ? filingDate(at - 40 * DAY_MS) : '\\N'
    const owner = /^(?:[345](?:\/A)?$|SC 13)/.test(form) ? `,"owner":"${ownerOf(random)}"` : ''
    text.push(
      `${accession}\tlive\t${form}\t${day}\t${moment}\tsgml_header\t${periodOf(random, form, at)}\t{${itemsOf(random, form)}}\t3\tfull_submission\t${hash.repeat(6).slice(0, 64)}\t10000\t{}\t${moment}\t${moment}\t${original}\t{"cik":"${cik}"${owner}}\n`,
    )
    if (text.length === CHUNK) {
      yield text.join('')
      text = []
    }
  }
  yield text.join('')
}

/** Whoever owns or holds files as rarely as most companies, and under a number of their own. */
function ownerOf(random: () => number): string {
  return String(1_000_000 + Math.floor(random() ** 1.5 * COMPANIES)).padStart(10, '0')
}

/** What is accepted in the evening bears the next day's date, and that of Monday after a Friday. */
function filingDate(acceptedMs: number): string {
  let date = new Date(acceptedMs + 2.5 * 3_600_000)
  while (date.getUTCDay() % 6 === 0) date = new Date(date.getTime() + DAY_MS)
  return date.toISOString().slice(0, 10)
}

/** Most report soon on what has just ended, some after months, and a few years later. */
function periodOf(random: () => number, form: string, acceptedMs: number): string {
  if (!/^(?:10-|20-F|4|3|5|8-K|13F|N-PORT)/.test(form)) return '\\N'
  const late = random()
  const days = late < 0.02 ? 200 + random() * 2_000 : late < 0.2 ? 40 + random() * 60 : 2 + random() * 30
  const date = new Date(acceptedMs - days * DAY_MS)
  // Annual and quarterly reports end with a quarter.
  if (/^(?:10-|20-F|13F|N-PORT)/.test(form)) date.setUTCMonth(Math.floor(date.getUTCMonth() / 3) * 3, 0)
  return date.toISOString().slice(0, 10)
}

function itemsOf(random: () => number, form: string): string {
  if (!form.startsWith('8-K')) return ''
  const items = Array.from(
    { length: 1 + Math.floor(random() ** 2 * 3) },
    () => ITEMS[Math.floor(random() ** 3 * ITEMS.length)],
  )
  if (random() < 0.0005) items.push(RARE_ITEM)
  return [...new Set(items)].join(',')
}

/**
 * Signals of every so many filings, each with one piece of evidence. One in twenty was superseded later; one type and one version
 * are rare.
 */
async function insertSignals(sql: Queryable, signals: number): Promise<void> {
  await sql`
    insert into signals (id, dataset, signal_type, accession_number, cik, form_type, accepted_at, period_of_report, value,
      unit, direction, status, extractor_name, extractor_version, extractor_kind, input_sha256, config_sha256, fingerprint,
      inputs, available_at, superseded_at)
    select 'sig_' || lpad(n::text, 26, '0'), 'live', type.signal_type,
      accession_number, details->>'cik', form_type, accepted_at, period_of_report, to_jsonb(n % 100), 'count',
      (n % 3 - 1)::smallint, case when n % 500 = 0 then 'quarantined' else 'ok' end,
      type.extractor, case when n % 5000 = 1 then '0.9.0' else '1.0.0' end, 'deterministic',
      repeat('a', 64), repeat('b', 64), 'sha256:' || n, '[]', available_at,
      case when n % 20 = 3 then available_at + interval '30 days' end
    from (
      select *, row_number() over () as n from filings tablesample bernoulli (
        ${Math.min(100, (signals * 110) / Math.max(1, await countOf(sql)))}::float8) repeatable (7)
    ) f join jsonb_to_recordset(${sql.json(signalTypes.map(({ signal_type, extractor }, index) => ({ index, signal_type, extractor })))})
      as type (index int, signal_type text, extractor text)
      on type.index = case when n % 10000 = 7 then 0 else 1 + n % ${signalTypes.length - 1} end
    where n <= ${signals}`
  await sql.unsafe('alter table evidence disable trigger all')
  await sql`
    insert into evidence (id, signal_id, position, kind, body)
    select 'evd_' || substr(id, 5), id, 1, 'header_field',
      jsonb_build_object('kind', 'header_field', 'submission_sha256', repeat('c', 64), 'field', 'form_type',
        'value', form_type, 'byte_start', 10, 'byte_end', 10 + char_length(form_type), 'quote', form_type) from signals`
  await sql.unsafe('alter table evidence enable trigger all')
}

async function countOf(sql: Queryable): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*) as count from filings`
  return row?.count ?? 0
}
