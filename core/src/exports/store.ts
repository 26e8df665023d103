import type { Queryable } from '../db.ts'
import { newId } from '../ids.ts'
import type { Export, ExportManifest } from './export.ts'

export type NewExport = Pick<
  Export,
  'organisation_id' | 'job_id' | 'dataset' | 'resource' | 'format' | 'filter' | 'as_of'
>

/** How long the files of an export are kept. */
export const EXPORT_DAYS = 7

export function exportStore(sql: Queryable) {
  const columns = sql`id, organisation_id, job_id, dataset, resource, format, filter, as_of, created_at, expires_at,
    manifest, manifest_sha256`
  return {
    async create(wish: NewExport): Promise<Export> {
      const [row] = await sql<Export[]>`
        insert into exports (id, organisation_id, job_id, dataset, resource, format, filter, as_of, expires_at)
        values (${newId('exp')}, ${wish.organisation_id}, ${wish.job_id}, ${wish.dataset}, ${wish.resource},
          ${wish.format}, ${sql.json(wish.filter as never)}, ${wish.as_of}, now() + ${EXPORT_DAYS} * interval '1 day')
        returning ${columns}`
      return row as Export
    },

    async find(id: string): Promise<Export | undefined> {
      const [row] = await sql<Export[]>`select ${columns} from exports where id = ${id}`
      return row
    },

    async findByJob(jobId: string): Promise<Export | undefined> {
      const [row] = await sql<Export[]>`select ${columns} from exports where job_id = ${jobId}`
      return row
    },

    async list(page: { after?: string; limit: number }): Promise<Export[]> {
      return await sql<Export[]>`
        select ${columns} from exports where ${page.after ? sql`id < ${page.after}` : sql`true`}
        order by id desc limit ${page.limit}`
    },

    async complete(id: string, manifest: ExportManifest, manifest_sha256: string): Promise<void> {
      await sql`
        update exports set manifest = ${sql.json(manifest as never)}, manifest_sha256 = ${manifest_sha256}
        where id = ${id} and manifest is null`
    },
  }
}
export type ExportStore = ReturnType<typeof exportStore>
