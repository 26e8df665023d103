import { openAnchorStore } from '@sec-latent/core/audit/anchor-store'
import { anchorHeads } from '@sec-latent/core/audit/anchoring'
import { statementSigner } from '@sec-latent/core/audit/signing'
import { verifyAudit } from '@sec-latent/core/audit/verify'
import { atLeast, atMost } from '../../invariants/webhook-ground.ts'
import type { Checker } from './checker.ts'

/** The chains are whole, against the heads that were signed outside of the database. A change by the owner is noticed. */
export const auditChain: Checker = {
  id: 'I34',
  title: 'The audit log is whole, and a change to it is noticed',
  async check({ sql, cluster }) {
    const log = {
      sql,
      anchors: openAnchorStore(cluster.objectsUrl),
      signer: statementSigner([cluster.auditSigningKey]),
    }
    await anchorHeads(log)
    const { events, faults } = await verifyAudit(log)
    // Only the owner of the database can do this, with its guards put aside; it is taken back at once.
    const [victim] = await sql<{ id: string; request_id: string }[]>`
      select id, request_id from audit_events order by id limit 1`
    const write = (value: string) =>
      sql.begin(async (tx) => {
        await tx`set local session_replication_role = replica`
        await tx`update audit_events set request_id = ${value} where id = ${victim?.id ?? ''}`
      })
    await write('req_tampered')
    const noticed = (await verifyAudit(log)).faults.length
    await write(victim?.request_id ?? '')
    return [
      atLeast('events in the chains', events, 1, 'events'),
      atMost('faults in the chains', faults.length, 0, 'faults'),
      atLeast('faults found after a record was altered (F21)', noticed, 1, 'faults'),
    ]
  },
}
