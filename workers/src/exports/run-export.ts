import { appendAuditEvent } from '@sec-latent/core/audit/store'
import { workOf } from '@sec-latent/core/customer-jobs/announcement'
import { customerJobStore } from '@sec-latent/core/customer-jobs/store'
import type { Export } from '@sec-latent/core/exports/export'
import { ExportFailure, runExport as makeFiles } from '@sec-latent/core/exports/run'
import { exportStore } from '@sec-latent/core/exports/store'
import { announce } from '@sec-latent/core/outbox/store'
import { enqueueEvent } from '@sec-latent/core/webhooks/enqueue'
import { defineJob, PermanentFailure } from '../job.ts'
import type { Services } from '../services.ts'

const CONCURRENCY = 1
/** What progress is measured by, since counting all rows first would take as long as reading them. */
const ROWS_EXPECTED = 20_000

/** Makes the files of an export; a repetition writes the same files and finds the job finished. */
export const runExport = defineJob({
  name: 'run-export',
  concurrency: () => CONCURRENCY,

  async run({ job_id }, services) {
    const { sql, objects } = services
    const jobs = customerJobStore(sql)
    const one = await exportStore(sql).findByJob(job_id)
    if (!one || !(await jobs.start(job_id))) return
    const made = await makeFiles(one, { sql, objects }, (rows) =>
      jobs.advance(job_id, rows / (rows + ROWS_EXPECTED)),
    ).catch((error: Error) => {
      throw error instanceof ExportFailure ? new PermanentFailure(error.reason, error.message) : error
    })
    if (!made) return
    await sql.begin(async (tx) => {
      await exportStore(tx).complete(one.id, made.manifest, made.manifest_sha256)
      if (!(await customerJobStore(tx).finish(job_id, { status: 'succeeded' }))) return
      const { rows, files } = made.manifest
      await auditEnd(tx, one, 'export.completed', {
        rows,
        files: files.length,
        manifest_sha256: made.manifest_sha256,
      })
    })
  },

  async fail({ job_id }, reason, { sql }) {
    await sql.begin(async (tx) => {
      const one = await exportStore(tx).findByJob(job_id)
      if (!one || !(await customerJobStore(tx).finish(job_id, { status: 'failed', reason }))) return
      await auditEnd(tx, one, 'export.failed', { reason })
    })
  },
})

async function auditEnd(
  tx: Parameters<typeof appendAuditEvent>[0],
  one: Export,
  action: 'export.completed' | 'export.failed',
  after: Record<string, unknown>,
): Promise<void> {
  await enqueueEvent(tx, {
    organisation_id: one.organisation_id,
    dataset: one.dataset,
    type: 'export.completed',
    data: {
      object: 'export',
      id: one.id,
      status: action === 'export.completed' ? 'succeeded' : 'failed',
      url: `/v1/exports/${one.id}`,
    },
    dedupe: one.id,
  })
  await appendAuditEvent(tx, {
    organisation_id: one.organisation_id,
    actor: { type: 'system', id: 'run-export' },
    action,
    target_type: 'export',
    target_id: one.id,
    before: null,
    after,
    request_id: null,
  })
}

/** Announces again the work of customers that fell silent: Redis was emptied, or a worker died with it. */
export const reconcileCustomerJobs = defineJob({
  name: 'reconcile-customer-jobs',
  concurrency: () => 1,

  async run(_, services: Services) {
    await services.sql.begin(async (tx) => {
      const silent = await customerJobStore(tx).silent(services.config.RECONCILE_AFTER_MS * 3, 100)
      await announce(tx, silent.map(workOf))
    })
  },

  async fail() {},
})
