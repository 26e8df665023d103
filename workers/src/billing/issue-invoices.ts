import { appendAuditEvent } from '@sec-latent/core/audit/store'
import { type Invoice, issueInvoices as issue } from '@sec-latent/core/billing/store'
import type { Queryable } from '@sec-latent/core/db'
import { defineJob } from '../job.ts'

/** Issues the invoices of last month once all its usage is final; a repetition finds them issued. */
export const issueInvoices = defineJob({
  name: 'issue-invoices',
  concurrency: () => 1,

  async run(_, { sql, log }) {
    const made = await issue(sql, new Date(), noteIssue)
    if (made.length > 0) log.info({ action: 'issue-invoices', metadata: { invoices: made.length } })
  },

  async fail() {},
})

async function noteIssue(tx: Queryable, invoice: Invoice): Promise<void> {
  const { id, organisation_id, period_start, total_cents, document_sha256 } = invoice
  const month = period_start.slice(0, 7)
  await tx`
    insert into notifications ${tx({
      organisation_id,
      kind: 'invoice.issued',
      dedupe_key: `invoice.issued:${id}`,
      payload: tx.json({ object: 'invoice', id, month, total_cents }) as never,
    })} on conflict do nothing`
  await appendAuditEvent(tx, {
    organisation_id,
    actor: { type: 'system', id: 'issue-invoices' },
    action: 'invoice.issued',
    target_type: 'invoice',
    target_id: id,
    before: null,
    after: { month, total_cents, document_sha256 },
    request_id: null,
  })
}
