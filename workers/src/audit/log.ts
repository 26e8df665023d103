import { openAnchorStore } from '@sec-latent/core/audit/anchor-store'
import { type AnchorServices, anchorHeads } from '@sec-latent/core/audit/anchoring'
import type { ChainFault } from '@sec-latent/core/audit/chain'
import { createPartitionsAhead, retainAudit } from '@sec-latent/core/audit/retention'
import { statementSigner } from '@sec-latent/core/audit/signing'
import { recordVerification, verifyAudit } from '@sec-latent/core/audit/verify'
import { defineJob } from '../job.ts'
import type { Services } from '../services.ts'

/** Signs the heads of the audit log and writes them outside of the database. Safe to repeat: what did not move is not signed. */
export const anchorAudit = defineJob({
  name: 'anchor-audit',
  concurrency: () => 1,

  async run(_payload, services) {
    const { number, heads, faults } = await anchorHeads(anchorServices(services))
    services.metrics.auditAnchor.set(number)
    services.log.info({ action: 'anchor-audit', metadata: { number, heads } })
    tell(faults, services)
  },

  /** The next tick comes by itself. */
  async fail() {},
})

/** Walks every chain of the audit log. Safe to repeat: it changes nothing but the record of what it found. */
export const verifyAuditLog = defineJob({
  name: 'verify-audit',
  concurrency: () => 1,

  async run(_payload, services) {
    const startedAt = new Date()
    const found = await verifyAudit(anchorServices(services))
    await recordVerification(services.sql, startedAt, found)
    const { organisations, events } = found
    const duration_ms = Date.now() - startedAt.getTime()
    services.log.info({ action: 'verify-audit', duration_ms, metadata: { organisations, events } })
    tell(found.faults, services)
  },

  async fail() {},
})

/** Makes the partitions of the months ahead; archives and removes those that are over seven years old. Safe to repeat. */
export const retainAuditLog = defineJob({
  name: 'retain-audit',
  concurrency: () => 1,

  async run(_payload, { sql, objects, metrics, log }) {
    metrics.auditStrays.set(await createPartitionsAhead(sql))
    for (const partition of await retainAudit(sql, objects)) {
      log.info({ action: 'retain-audit', status: 'removed', metadata: { partition } })
    }
  },

  async fail() {},
})

function anchorServices({ sql, config }: Services): AnchorServices {
  return {
    sql,
    anchors: openAnchorStore(config.OBJECT_STORE_URL),
    signer: statementSigner(config.auditSigningKeys),
  }
}

/** The log of a process is kept elsewhere than the database that somebody may have changed. */
function tell(faults: readonly ChainFault[], { log }: Services): void {
  for (const fault of faults.slice(0, 20)) {
    log.error({
      action: 'audit-fault',
      status: fault.kind,
      message: 'The audit log was tampered with.',
      metadata: { ...fault },
    })
  }
}
