import type { Queryable } from '../db.ts'
import type { Evidence } from '../evidence/evidence.ts'
import {
  anyOf,
  COUNT_CEILING,
  type Range,
  type Total,
  totalOf,
  type View,
  visibleFiling,
  within,
} from '../knowledge-time.ts'
import type { SignalInput } from './signal.ts'
import { signalPages } from './signal-page.ts'

/** A signal as it is served. */
export interface PublishedSignal {
  id: string
  signal_type: string
  accession_number: string
  cik: string
  form_type: string
  accepted_at: string
  available_at: string
  period_of_report: string | null
  value: number | string | boolean
  unit: string
  direction: -1 | 0 | 1
  status: 'ok' | 'quarantined'
  subject: string | null
  payload: Record<string, unknown> | null
  supersedes: string | null
  superseded_at: string | null
  extractor_name: string
  extractor_version: string
  extractor_kind: 'deterministic' | 'llm'
  input_sha256: string
  config_sha256: string
  fingerprint: string
  inputs: SignalInput[]
  evidence: StoredEvidence[]
}

/** Below this a percentile says nothing. */
const MINIMUM_PEERS = 20

export interface StoredEvidence {
  id: string
  body: Evidence
}

export interface SignalFilter {
  signal_type?: string[]
  cik?: string[]
  form_type?: string[]
  accession_number?: string[]
  extractor?: string[]
  extractor_version?: string[]
  status?: string[]
  direction?: number[]
  accepted_at?: Range
  period_of_report?: Range
}

export interface SignalPage {
  limit: number
  order: 'asc' | 'desc'
  after?: { accepted_at: string; id: string }
}

export function signalReadStore(sql: Queryable) {
  const { pageOf } = signalPages(sql)
  const columns = sql`s.id, s.signal_type, s.accession_number, s.cik, s.form_type, s.accepted_at, s.available_at,
    s.period_of_report, s.value, s.unit, s.direction, s.status, s.subject, s.payload, s.supersedes, s.superseded_at, s.extractor_name,
    s.extractor_version, s.extractor_kind, s.input_sha256, s.config_sha256, s.fingerprint, s.inputs,
    (select jsonb_agg(jsonb_build_object('id', id, 'body', body) order by position)
      from evidence where signal_id = s.id) as evidence`

  /** Current at the moment of the view: shown by then, not yet replaced. */
  function visible(view: View) {
    return sql`s.dataset = ${view.dataset} and s.accepted_at <= ${view.as_of}
      and date_trunc('milliseconds', s.available_at) <= ${view.as_of}
      and (s.superseded_at is null or date_trunc('milliseconds', s.superseded_at) > ${view.as_of})`
  }

  function matching(view: View, filter: SignalFilter) {
    return sql`from signals s where ${visible(view)}
      ${anyOf(sql, 's.signal_type', filter.signal_type)} ${anyOf(sql, 's.cik', filter.cik)}
      ${anyOf(sql, 's.form_type', filter.form_type)} ${anyOf(sql, 's.accession_number', filter.accession_number)}
      ${anyOf(sql, 's.extractor_name', filter.extractor)}
      ${anyOf(sql, 's.extractor_version', filter.extractor_version)} ${anyOf(sql, 's.status', filter.status)}
      ${anyOf(sql, 's.direction', filter.direction)}
      ${within(sql, 's.accepted_at', filter.accepted_at)}
      ${within(sql, 's.period_of_report', filter.period_of_report)}`
  }

  return {
    async list(view: View, filter: SignalFilter, page: SignalPage): Promise<PublishedSignal[]> {
      const direction = page.order === 'desc' ? sql`desc` : sql`asc`
      const { rows } = await pageOf(view, filter, page)
      return await sql<PublishedSignal[]>`
        select ${columns} from (${rows}) s order by s.accepted_at ${direction}, s.id ${direction}`
    },

    async count(view: View, filter: SignalFilter): Promise<Total> {
      const [row] = await sql<{ count: number }[]>`
        select count(*)::int as count from (select 1 ${matching(view, filter)} limit ${COUNT_CEILING + 1}) matching`
      return totalOf(row?.count ?? 0)
    },

    /** The signal with this id, also one that was superseded by then: the caller says so. */
    async find(view: View, id: string): Promise<PublishedSignal | undefined> {
      const [row] = await sql<PublishedSignal[]>`
        select ${columns} from signals s
        where s.id = ${id} and s.dataset = ${view.dataset} and s.accepted_at <= ${view.as_of}
          and date_trunc('milliseconds', s.available_at) <= ${view.as_of}`
      return row
    },

    /**
     * For each of the signals, the share of its peers whose value is lower, in percent, ties counted half. A peer is another
     * company whose filing names the same two-digit SIC code, with the latest signal of the same type, subject and form
     * accepted in the 400 days up to this one. Signals with fewer than 20 peers are left out.
     */
    async peerPercentiles(view: View, ids: string[]): Promise<Map<string, number>> {
      if (ids.length === 0) return new Map()
      const rows = await sql<{ id: string; percentile: number }[]>`
        select own.id, 100.0 * avg(case when peer.value < own.value then 1.0 when peer.value = own.value then 0.5 else 0 end)::float8
          as percentile
        from (
          select s.*, (s.value #>> '{}')::float8 as number, left(filer.sic, 2) as industry
          from signals s
          join lateral (select sic from filing_filers where accession_number = s.accession_number and cik = s.cik
            and sic is not null limit 1) filer on true
          where s.id in ${sql(ids)} and jsonb_typeof(s.value) = 'number'
        ) of_page
        cross join lateral (select of_page.id, of_page.number as value) own
        join lateral (
          select distinct on (s.cik) (s.value #>> '{}')::float8 as value
          from signals s
          join lateral (select sic from filing_filers where accession_number = s.accession_number and cik = s.cik
            and sic is not null limit 1) filer on left(filer.sic, 2) = of_page.industry
          where ${visible(view)} and s.signal_type = of_page.signal_type and s.form_type = of_page.form_type
            and s.subject is not distinct from of_page.subject and s.cik <> of_page.cik
            and s.accepted_at <= of_page.accepted_at and s.accepted_at > of_page.accepted_at - interval '400 days'
            and s.status = 'ok' and jsonb_typeof(s.value) = 'number'
          order by s.cik, s.accepted_at desc, s.id desc
        ) peer on true
        group by own.id having count(*) >= ${MINIMUM_PEERS}`
      return new Map(rows.map((row) => [row.id, row.percentile]))
    },

    /** Addresses and links of the submissions behind a set of filings. */
    async submissions(
      view: View,
      accessionNumbers: string[],
    ): Promise<{ accession_number: string; submission_sha256: string; source_url: string | null }[]> {
      if (accessionNumbers.length === 0) return []
      return await sql<{ accession_number: string; submission_sha256: string; source_url: string | null }[]>`
        select f.accession_number, f.submission_sha256, f.source_url from filings f
        where f.accession_number in ${sql(accessionNumbers)} and ${visibleFiling(sql, view, 'f')}`
    },
  }
}
export type SignalReadStore = ReturnType<typeof signalReadStore>
