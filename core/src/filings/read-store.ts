import type { Custody } from '../custody/custody.ts'
import { readCustody } from '../custody/store.ts'
import type { Queryable } from '../db.ts'
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
import { amendedFiling, DEREGISTRATION_FORMS, WITHDRAWAL_FORMS } from './amends.ts'
import { emptyDetails } from './empty-header.ts'
import type { AcceptedAtSource, AmendmentScope, Filer, HeaderDetails, SubmissionSource } from './filing.ts'
import { filingPages } from './filing-page.ts'

/** A filer as lists serve it. */
export type PublishedFiler = Omit<
  Filer,
  | 'former_names'
  | 'form_type'
  | 'sic_description'
  | 'organization_name'
  | 'relationship'
  | 'business_address'
  | 'mailing_address'
>

/** What customers are told: the archive of a day holds full submissions, and `source_url` says that it was one. */
type ToldSource = Exclude<SubmissionSource, 'feed_archive'>

const asToldSource = (sql: Queryable) =>
  sql`case f.submission_source when 'primary_document' then 'primary_document' else 'full_submission' end`

/** A filing as it is served. */
export interface PublishedFiling {
  accession_number: string
  form_type: string
  filing_date: string
  accepted_at: string
  accepted_at_source: AcceptedAtSource
  /** What the submissions JSON says, its "Z" taken at its word; null where it was not seen. */
  accepted_at_json: string | null
  period_of_report: string | null
  effective_date: string | null
  items: string[]
  filers: PublishedFiler[]
  /** The filing this one amends, among those visible; null when it amends none, or none that is held. */
  amends: string | null
  /** Null for a filing that amends nothing. */
  amendment_scope: AmendmentScope | null
  document_count: number
  declared_document_count: number | null
  submission_source: ToldSource
  submission_sha256: string
  submission_bytes: number | null
  source_url: string | null
  warnings: string[]
  first_seen_at: string
  available_at: string
}

/** A filing with all its header says and what became of its bytes. */
export interface FilingDetail extends Omit<PublishedFiling, 'filers'> {
  filers: Filer[]
  details: HeaderDetails
  custody: Custody
}

/** What another filing is to the one that was asked about. */
export type Relation = 'amends' | 'amended_by' | 'amends_the_same' | 'withdrawal' | 'deregistration'

export interface RelatedFiling {
  relation: Relation
  filing: PublishedFiling
}

export interface FilingFilter {
  accession_number?: string[]
  /** Filings that amend one of these. */
  amends?: string[]
  cik?: string[]
  form_type?: string[]
  item_code?: string[]
  accepted_at?: Range
  filing_date?: Range
  period_of_report?: Range
}

/** The place of a filing in the order of lists. */
export interface FilingPosition {
  accepted_at: string
  accession_number: string
}

export interface FilingPage {
  limit: number
  order: 'asc' | 'desc'
  after?: FilingPosition
}

/** How far a filing is that is not visible (yet). */
export interface FilingProgress {
  accession_number: string
  stage: string
  reason: string | null
  first_seen_at: string
}

interface DetailColumns {
  details: Partial<HeaderDetails>
  last_checked_at: string | null
  was_noticed: boolean
  filers: Filer[]
}

/** The custody of a filing whose bytes were never found to be others. */
function untouched(
  { first_seen_at, submission_sha256 }: Pick<PublishedFiling, 'first_seen_at' | 'submission_sha256'>,
  last_checked_at: string | null,
): Custody {
  return { first_seen_at, submission_sha256, last_checked_at, state: 'unchanged', events: [] }
}

/** A filing that has more relatives than this is a shelf registration with a long history. */
const MAX_RELATED = 500

export function filingReadStore(sql: Queryable) {
  const briefFilers = sql`
    coalesce((
      select json_agg(json_build_object('role', role, 'cik', cik, 'name', name, 'sic', sic, 'irs_number', irs_number,
        'state_of_incorporation', state_of_incorporation, 'fiscal_year_end', fiscal_year_end,
        'file_number', file_number, 'film_number', film_number, 'sec_act', sec_act) order by position)
      from filing_filers where accession_number = f.accession_number), '[]')`
  const allOfFilers = sql`
    coalesce((
            select json_agg(json_build_object('role', role, 'cik', cik, 'name', name, 'sic', sic,
              'irs_number', irs_number, 'state_of_incorporation', state_of_incorporation,
              'fiscal_year_end', fiscal_year_end, 'form_type', form_type, 'file_number', file_number,
              'film_number', film_number, 'sec_act', sec_act, 'sic_description', details->>'sic_description',
              'organization_name', details->>'organization_name', 'relationship', details->>'relationship',
              'business_address', nullif(details->'business_address', 'null'),
              'mailing_address', nullif(details->'mailing_address', 'null'),
              'former_names', coalesce(details->'former_names', '[]')) order by position)
            from filing_filers where accession_number = f.accession_number), '[]')`
  const columns = (
    view: View,
    amends = amendedFiling(sql, view),
    filers = briefFilers,
  ) => sql`f.accession_number, f.form_type, f.filing_date, f.accepted_at, f.accepted_at_source,
    (select accepted_at_json from intake where accession_number = f.accession_number) as accepted_at_json,
    ${amends} as amends, f.amendment_scope,
    f.period_of_report, f.effective_date, f.items, f.document_count, f.declared_document_count,
    ${asToldSource(sql)} as submission_source,
    f.submission_sha256, f.submission_bytes, f.source_url, f.warnings, f.first_seen_at, f.available_at,
    ${filers} as filers`

  /** Filings of the companies of a filing: all that could amend it or be amended with it. */
  const ofTheSameCompanies = (accessionNumbers: string[]) => sql`
    select theirs.accession_number from filing_filers mine join filing_filers theirs using (cik)
    where mine.accession_number in ${sql(accessionNumbers)}`

  /** Those of them that came later as an amendment of its form, of which there are few: each is looked at closely. */
  const couldAmend = (accessionNumbers: string[]) => sql`
    select theirs.accession_number
    from filings amended join filing_filers mine using (accession_number)
      cross join lateral (
        select amended.form_type || '/A' as form_type
        -- The schedules were renamed when they became XML in December 2024.
        union all select 'SCHEDULE 13' || substr(amended.form_type, 6) || '/A' where amended.form_type like 'SC 13%'
      ) amendment
      join filing_filers theirs on theirs.cik = mine.cik and theirs.filed_form_type = amendment.form_type
        and theirs.accepted_at >= amended.accepted_at
    where amended.accession_number in ${sql(accessionNumbers)}`

  /** A company's filings start from its own index, so that a small company is not searched for among all filings. */
  function matching(view: View, filter: FilingFilter) {
    const source = filter.cik
      ? sql`(select distinct accession_number from filing_filers where cik in ${sql(filter.cik)}) company
          join filings f using (accession_number)`
      : sql`filings f`
    return sql`from ${source} where ${visibleFiling(sql, view, 'f')} ${conditions(view, filter)}
      ${within(sql, 'f.accepted_at', filter.accepted_at)} ${within(sql, 'f.filing_date', filter.filing_date)}
      ${within(sql, 'f.period_of_report', filter.period_of_report)}`
  }

  /** What a filing must be beside being visible, of the companies and within the ranges asked about. */
  function conditions(view: View, filter: FilingFilter) {
    return sql`${anyOf(sql, 'f.accession_number', filter.accession_number)}
      ${anyOf(sql, 'f.form_type', filter.form_type)}
      ${
        filter.amends
          ? sql`and f.form_type like '%/A' and f.accession_number in (${couldAmend(filter.amends)})
              and ${amendedFiling(sql, view)} in ${sql(filter.amends)}`
          : sql``
      }
      ${filter.item_code ? sql`and f.items && ${filter.item_code}` : sql``}`
  }

  const { pageOf } = filingPages(sql, conditions)

  return {
    async list(view: View, filter: FilingFilter, page: FilingPage): Promise<PublishedFiling[]> {
      const direction = page.order === 'desc' ? sql`desc` : sql`asc`
      const { rows } = await pageOf(view, filter, page)
      return await sql<PublishedFiling[]>`
        with page as materialized (${rows})
        select ${columns(view, sql`amended.amends`)}
        from page f left join amended_filings(
          array(select accession_number from page where form_type like '%/A'), ${view.as_of}::timestamptz
        ) amended on amended.amendment = f.accession_number
        order by f.accepted_at ${direction}, f.accession_number ${direction}`
    },

    async count(view: View, filter: FilingFilter): Promise<Total> {
      const [row] = await sql<{ count: number }[]>`
        select count(*)::int as count from (select 1 ${matching(view, filter)} limit ${COUNT_CEILING + 1}) matching`
      return totalOf(row?.count ?? 0)
    },

    async find(view: View, accessionNumber: string): Promise<PublishedFiling | undefined> {
      const [row] = await sql<PublishedFiling[]>`
        select ${columns(view)} from filings f
        where ${visibleFiling(sql, view, 'f')} and f.accession_number = ${accessionNumber}`
      return row
    },

    /** Whether a visible filing has the submission, or a document, with this SHA-256. */
    async holdsBytes(view: View, sha256: string): Promise<boolean> {
      const rows = await sql`
        select 1 from filings f where f.submission_sha256 = ${sha256} and ${visibleFiling(sql, view, 'f')}
        union all
        select 1 from documents d join filings f using (accession_number)
        where d.document_sha256 = ${sha256} and ${visibleFiling(sql, view, 'f')}
        limit 1`
      return rows.length > 0
    },

    /** The filing with all that is only served of one at a time. */
    async detail(view: View, filing: PublishedFiling): Promise<FilingDetail> {
      const { accession_number } = filing
      const filers = await sql<Filer[]>`
        select role, cik, name, sic, irs_number, state_of_incorporation, fiscal_year_end, form_type, file_number,
          film_number, sec_act, details->>'sic_description' as sic_description,
          details->>'organization_name' as organization_name, details->>'relationship' as relationship,
          nullif(details->'business_address', 'null') as business_address,
          nullif(details->'mailing_address', 'null') as mailing_address,
          coalesce(details->'former_names', '[]') as former_names
        from filing_filers where accession_number = ${accession_number} order by position`
      const [row] = await sql<{ details: Partial<HeaderDetails> }[]>`
        select details from filings where accession_number = ${accession_number}`
      return {
        ...filing,
        filers: [...filers],
        details: { ...emptyDetails(), ...row?.details },
        custody: await readCustody(sql, view, filing),
      }
    },

    /**
     * Several filings with all that `detail` says, in one statement; in no order, and without those that are not visible. What
     * is asked for one at a time by many at once is read like this.
     */
    async details(view: View, accessionNumbers: string[]): Promise<FilingDetail[]> {
      const rows = await sql<(Omit<PublishedFiling, 'filers'> & DetailColumns)[]>`
        select ${columns(view, amendedFiling(sql, view), allOfFilers)}, f.details, c.last_checked_at,
          exists (select from custody_events where accession_number = f.accession_number) as was_noticed
        from filings f left join custody_checks c
          on c.accession_number = f.accession_number and c.last_checked_at <= ${view.as_of}
        where ${visibleFiling(sql, view, 'f')} and f.accession_number = any(${accessionNumbers}::text[])`
      for (const row of rows) row.details = Object.assign(emptyDetails(), row.details)
      const noticed = rows.filter((row) => row.was_noticed)
      // Few filings were ever found to be other than they were.
      const told = await Promise.all(noticed.map((row) => readCustody(sql, view, row)))
      // The rows themselves become the filings: to copy them is the dearest thing done with a row.
      return rows.map((row) => {
        const at = row.was_noticed ? noticed.indexOf(row) : -1
        const custody = told[at] ?? untouched(row, row.last_checked_at)
        const own = { custody, was_noticed: undefined, last_checked_at: undefined }
        return Object.assign(row as typeof row & { details: HeaderDetails }, own)
      })
    },

    /** Amendments around a filing, and what withdraws or ends the registration it belongs to; earliest first. */
    async related(view: View, filing: PublishedFiling): Promise<RelatedFiling[]> {
      const { accession_number } = filing
      const original = filing.amends ?? accession_number
      const rows = await sql<(PublishedFiling & { relation: Relation })[]>`
        with related as (
          select f.accession_number, case when ${amendedFiling(sql, view)} = ${accession_number} then 'amended_by'
            else 'amends_the_same' end as relation
          from filings f
          where ${visibleFiling(sql, view, 'f')} and f.form_type like '%/A' and f.accession_number <> ${accession_number}
            and f.accession_number in (${ofTheSameCompanies([original])})
            and ${amendedFiling(sql, view)} in (${accession_number}, ${original})
          union all
          select ${filing.amends}::text, 'amends' where ${filing.amends}::text is not null
          union all
          select distinct theirs.accession_number,
            case when ends.form_type in ${sql(WITHDRAWAL_FORMS)} then 'withdrawal' else 'deregistration' end
          from filing_filers mine join filing_filers theirs using (cik, file_number)
            join filings ends on ends.accession_number = theirs.accession_number
          where mine.accession_number = ${accession_number} and mine.file_number is not null
            and ends.form_type in ${sql([...WITHDRAWAL_FORMS, ...DEREGISTRATION_FORMS])}
            and ends.accession_number <> ${accession_number} and ends.accepted_at >= ${filing.accepted_at})
        select related.relation, ${columns(view)} from related join filings f using (accession_number)
        where ${visibleFiling(sql, view, 'f')}
        order by f.accepted_at, f.accession_number limit ${MAX_RELATED}`
      return rows.map(({ relation, ...related }) => ({ relation, filing: related }))
    },

    /** What intake knows of a filing, visible or not; `undefined` when it was never heard of in this world. */
    async progress(dataset: View['dataset'], accessionNumber: string): Promise<FilingProgress | undefined> {
      const [row] = await sql<FilingProgress[]>`
        select accession_number, stage, reason, first_seen_at from intake
        where dataset = ${dataset} and accession_number = ${accessionNumber}
        union all
        select accession_number, case when available_at is null then 'parsed' else 'published' end, null, first_seen_at
        from filings where dataset = ${dataset} and accession_number = ${accessionNumber}
        limit 1`
      return row
    },
  }
}
export type FilingReadStore = ReturnType<typeof filingReadStore>
