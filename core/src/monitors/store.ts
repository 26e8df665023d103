import type { Dataset } from '../dataset.ts'
import type { Queryable, Sql } from '../db.ts'
import { newId } from '../ids.ts'

/** What a customer wants to hear of: changes of the feed that pass all its conditions. Empty lists ask for nothing in particular. */
export interface Monitor {
  id: string
  organisation_id: string
  dataset: Dataset
  name: string
  change_types: string[]
  ciks: string[]
  form_types: string[]
  signal_types: string[]
  enabled: boolean
  version: number
  created_at: string
  updated_at: string
}

export type MonitorConditions = Pick<
  Monitor,
  'name' | 'change_types' | 'ciks' | 'form_types' | 'signal_types' | 'enabled'
>

export interface MonitorMatch {
  monitor_id: string
  organisation_id: string
  position: number
  change_type: string
  accession_number: string
  cik: string | null
  object_id: string
  matched_at: string
}

/** Changes looked at in one transaction. */
const BATCH = 2_000

export function monitorStore(sql: Queryable) {
  const columns = sql`id, organisation_id, dataset, name, change_types, ciks, form_types, signal_types, enabled, version,
    created_at, updated_at`
  return {
    /** It matches what becomes visible from now on. */
    async create(
      monitor: MonitorConditions & Pick<Monitor, 'organisation_id' | 'dataset'>,
    ): Promise<Monitor> {
      const [row] = await sql<Monitor[]>`
        insert into monitors (id, organisation_id, dataset, name, change_types, ciks, form_types, signal_types, enabled,
          starts_after)
        values (${newId('mon')}, ${monitor.organisation_id}, ${monitor.dataset}, ${monitor.name},
          ${monitor.change_types}, ${monitor.ciks}, ${monitor.form_types}, ${monitor.signal_types}, ${monitor.enabled},
          (select coalesce(max(position), 0) from changes where dataset = ${monitor.dataset}))
        returning ${columns}`
      return row as Monitor
    },

    async count(): Promise<number> {
      const [row] = await sql<{ count: number }[]>`select count(*)::int as count from monitors`
      return row?.count ?? 0
    },

    async find(id: string): Promise<Monitor | undefined> {
      const [row] = await sql<Monitor[]>`select ${columns} from monitors where id = ${id}`
      return row
    },

    async list(page: { after?: string; limit: number }): Promise<Monitor[]> {
      return await sql<Monitor[]>`
        select ${columns} from monitors where ${page.after ? sql`id < ${page.after}` : sql`true`}
        order by id desc limit ${page.limit}`
    },

    /** Changes the version that was read; undefined when somebody else was faster. */
    async update(id: string, version: number, conditions: MonitorConditions): Promise<Monitor | undefined> {
      const [row] = await sql<Monitor[]>`
        update monitors set name = ${conditions.name}, enabled = ${conditions.enabled},
          change_types = ${conditions.change_types}, ciks = ${conditions.ciks}, form_types = ${conditions.form_types},
          signal_types = ${conditions.signal_types}, version = version + 1, updated_at = now()
        where id = ${id} and version = ${version} returning ${columns}`
      return row
    },

    async remove(id: string): Promise<boolean> {
      const rows = await sql`delete from monitors where id = ${id} returning id`
      return rows.length === 1
    },

    /** What it matched, latest first. */
    async matches(id: string, page: { after?: number; limit: number }): Promise<MonitorMatch[]> {
      return await sql<MonitorMatch[]>`
        select monitor_id, organisation_id, position, change_type, accession_number, cik, object_id, matched_at
        from monitor_matches where monitor_id = ${id}
          ${page.after === undefined ? sql`` : sql`and position < ${page.after}`}
        order by position desc limit ${page.limit}`
    },
  }
}
export type MonitorStore = ReturnType<typeof monitorStore>

/**
 * Matches the monitors of a dataset with what became visible since the last time. The place in the feed moves in the
 * transaction that writes the matches and runs `told`, so each change is matched once, whatever dies. Returns whether there
 * may be more.
 */
export async function matchMonitors(
  sql: Sql,
  dataset: Dataset,
  told: (tx: Queryable, matches: MonitorMatch[]) => Promise<void>,
): Promise<boolean> {
  return await sql.begin(async (tx) => {
    await tx`insert into monitor_progress (dataset, position) values (${dataset}, 0) on conflict do nothing`
    const [progress] = await tx<{ position: number }[]>`
      select position from monitor_progress where dataset = ${dataset} for update`
    const from = progress?.position ?? 0
    const [reach] = await tx<{ last: number | null; count: number }[]>`
      select max(position) as last, count(*)::int as count from (
        select position from changes where dataset = ${dataset} and position > ${from}
          and created_at <= clock_timestamp() order by position limit ${BATCH}) visible`
    if (!reach?.last) return false
    const matches = await tx<MonitorMatch[]>`
      insert into monitor_matches (organisation_id, monitor_id, position, change_type, accession_number, cik, object_id)
      select m.organisation_id, m.id, c.position, c.change_type, c.accession_number, c.cik, c.object_id
      from changes c
      left join signals s on s.id = c.object_id
      left join filings f on f.accession_number = c.accession_number
      join monitors m on m.dataset = c.dataset and m.enabled and c.position > m.starts_after
        and (m.change_types = '{}' or c.change_type = any(m.change_types))
        and (m.ciks = '{}' or c.cik = any(m.ciks))
        and (m.form_types = '{}' or f.form_type = any(m.form_types))
        and (m.signal_types = '{}' or s.signal_type = any(m.signal_types))
      where c.dataset = ${dataset} and c.position > ${from} and c.position <= ${reach.last}
      order by m.id, c.position
      on conflict do nothing
      returning monitor_id, organisation_id, position, change_type, accession_number, cik, object_id, matched_at`
    await told(tx, matches)
    await tx`update monitor_progress set position = ${reach.last} where dataset = ${dataset}`
    return reach.count === BATCH
  })
}
