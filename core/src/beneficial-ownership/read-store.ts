import type { Queryable } from '../db.ts'
import { anyOf, type Range, type View, visibleFiling, within } from '../knowledge-time.ts'
import type { BeneficialOwnershipReport, ReportingPerson, ScheduleItem } from './beneficial-ownership.ts'
import { personKey } from './person-key.ts'

/** A person of a schedule; `is_latest` when no later schedule on the issuer names it. */
export interface PublishedPerson extends ReportingPerson {
  is_latest: boolean
}

/** A schedule together with the filing it stands in. */
export interface PublishedSchedule extends Omit<BeneficialOwnershipReport, 'reporting_persons' | 'items'> {
  document_id: string
  accession_number: string
  form_type: string
  filing_date: string
  accepted_at: string
  reporting_persons: PublishedPerson[]
  /** Left out unless asked for. */
  items?: ScheduleItem[]
}

export interface ScheduleFilter {
  issuer_cik?: string[]
  person_cik?: string[]
  /** Names as written; compared by their keys, and a longer name matches its beginning. */
  person_name?: string[]
  form_type?: string[]
  accession_number?: string[]
  percent_gte?: number
  percent_lte?: number
  accepted_at?: Range
  event_date?: Range
  /** Only schedules that are the latest word of one of their persons on the issuer. */
  latest?: boolean
}

export function beneficialOwnershipReadStore(sql: Queryable) {
  return {
    /** Schedules in the order of acceptance. */
    async list(
      view: View,
      filter: ScheduleFilter,
      page: {
        limit: number
        order: 'asc' | 'desc'
        after?: { accepted_at: string; document_id: string }
        with_items?: boolean
      },
    ): Promise<PublishedSchedule[]> {
      const direction = page.order === 'desc' ? sql`desc` : sql`asc`
      const beyond = page.order === 'desc' ? sql`<` : sql`>`
      const { after } = page
      const rows = await sql<
        (Omit<PublishedSchedule, keyof BeneficialOwnershipReport> & {
          report: Omit<BeneficialOwnershipReport, 'reporting_persons' | 'items'>
          items: ScheduleItem[] | null
          reporting_persons: PublishedPerson[]
        })[]
      >`
        select r.document_id, r.accession_number, f.form_type, f.filing_date, f.accepted_at, r.report,
          ${page.with_items ? sql`r.items` : sql`null as items`},
          (select jsonb_agg(o.person || jsonb_build_object('is_latest', not ${hasLater(view)}) order by o.position)
            from beneficial_owners o where o.document_id = r.document_id) as reporting_persons
        from beneficial_ownership_reports r join filings f using (accession_number)
        where ${visibleFiling(sql, view, 'f')}
          ${anyOf(sql, 'r.issuer_cik', filter.issuer_cik)} ${anyOf(sql, 'f.form_type', filter.form_type)}
          ${anyOf(sql, 'r.accession_number', filter.accession_number)} ${hasPerson(view, filter)}
          ${within(sql, 'f.accepted_at', filter.accepted_at)} ${dated(filter.event_date)}
          ${
            after
              ? sql`and (f.accepted_at, r.document_id) ${beyond}
                  (${after.accepted_at}::timestamptz, ${after.document_id})`
              : sql``
          }
        order by f.accepted_at ${direction}, r.document_id ${direction}
        limit ${page.limit}`
      return rows.map(({ report, items, reporting_persons, ...filing }) => ({
        ...report,
        ...filing,
        reporting_persons: reporting_persons ?? [],
        ...(items !== null && { items }),
      }))
    },
  }

  /** One person must meet every condition on persons. */
  function hasPerson(view: View, filter: ScheduleFilter) {
    const { person_cik, person_name, percent_gte, percent_lte, latest } = filter
    if (!person_cik && !person_name && percent_gte === undefined && percent_lte === undefined && !latest)
      return sql``
    const keys = person_name?.map((name) => personKey(name))
    return sql`and exists (
      select from beneficial_owners o where o.document_id = r.document_id
        ${anyOf(sql, 'o.person_cik', person_cik)}
        ${
          keys
            ? sql`and (o.person_key in ${sql(keys)} or o.person_key like any (${keys.map(beginning)}::text[]))`
            : sql``
        }
        ${percent_gte === undefined ? sql`` : sql`and o.percent_of_class >= ${percent_gte}`}
        ${percent_lte === undefined ? sql`` : sql`and o.percent_of_class <= ${percent_lte}`}
        ${latest ? sql`and not ${hasLater(view)}` : sql``})`
  }

  /** True when a later visible schedule on the issuer names the person `o` of the schedule in `f`. */
  function hasLater(view: View) {
    return sql`exists (
      select from beneficial_owners later join filings lf using (accession_number)
      where later.issuer_cik = o.issuer_cik and ${visibleFiling(sql, view, 'lf')}
        and (later.person_cik = o.person_cik
          or (later.person_key = o.person_key and (later.person_cik is null or o.person_cik is null)))
        and (lf.accepted_at, later.document_id) > (f.accepted_at, o.document_id))`
  }

  function dated(range: Range | undefined) {
    const day = sql`r.report ->> 'event_date'`
    return sql`
      ${range?.gte === undefined ? sql`` : sql`and ${day} >= ${range.gte}`}
      ${range?.gt === undefined ? sql`` : sql`and ${day} > ${range.gt}`}
      ${range?.lte === undefined ? sql`` : sql`and ${day} <= ${range.lte}`}
      ${range?.lt === undefined ? sql`` : sql`and ${day} < ${range.lt}`}`
  }
}
export type BeneficialOwnershipReadStore = ReturnType<typeof beneficialOwnershipReadStore>

/** A pattern for everything that begins with the words of a key; keys hold no character that `like` gives a meaning. */
function beginning(key: string): string {
  return `${key} %`
}
