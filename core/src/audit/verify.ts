import type { Queryable } from '../db.ts'
import { type AnchorServices, readAnchors } from './anchoring.ts'
import { CHAIN_START, type ChainFault, type ChainPlace, chainWalk } from './chain.ts'
import type { HashedRecord } from './read-store.ts'

const ROWS_AT_ONCE = 5_000
const FAULTS_KEPT = 100
/** Somebody who altered everything is found out by the first of it. */
const MAX_FAULTS = 10_000

export interface Verification {
  organisations: number
  events: number
  faults: ChainFault[]
}

/**
 * Walks every chain from its beginning to its head, computes each hash again, and holds the chains against the heads that
 * were signed and written outside of the database. Writers go on meanwhile: all of it is read as of one moment.
 */
export async function verifyAudit(services: AnchorServices): Promise<Verification> {
  // Before the snapshot: whatever is signed by now is in it.
  const anchored = await readAnchors(services)
  return await services.sql.begin('isolation level repeatable read read only', async (tx) => {
    const faults = [...anchored.faults]
    const report = (fault: ChainFault) => {
      if (faults.length < MAX_FAULTS) faults.push(fault)
    }
    const heads = placesOf(
      await tx`select organisation_id, seq, encode(hash, 'hex') as hash from audit_heads`,
    )
    const bases = placesOf(
      await tx`select organisation_id, seq, encode(hash, 'hex') as hash from audit_bases`,
    )
    const walked = new Set<string>()
    let events = 0
    let organisation: string | undefined
    let walk: ReturnType<typeof chainWalk> | undefined

    const begin = (organisationId: string) => {
      if (organisation !== undefined) walk?.end(heads.get(organisation))
      organisation = organisationId
      walked.add(organisationId)
      const base = bases.get(organisationId)
      const signed = anchored.heads.get(organisationId)
      walk = chainWalk(
        organisationId,
        { base, anchored: signed && signed.seq > (base?.seq ?? 0) ? signed : undefined },
        report,
      )
    }
    for await (const records of allRecords(tx)) {
      for (const record of records) {
        if (record.organisation_id !== organisation) begin(record.organisation_id)
        walk?.step(record)
        events += 1
      }
    }
    if (organisation !== undefined) walk?.end(heads.get(organisation))
    // Chains of which not one row is left.
    for (const organisationId of new Set([...heads.keys(), ...anchored.heads.keys()])) {
      if (walked.has(organisationId)) continue
      const left = bases.get(organisationId) ?? CHAIN_START
      const head = heads.get(organisationId) ?? CHAIN_START
      if (head.seq !== left.seq)
        report({ organisation_id: organisationId, seq: left.seq, kind: 'wrong_head' })
      if ((anchored.heads.get(organisationId)?.seq ?? 0) > left.seq) {
        report({ organisation_id: organisationId, seq: left.seq, kind: 'contradicts_anchor' })
      }
    }
    // Asked of the whole log, because a partition has no policies of its own.
    const [stray] = await tx<{ organisation_id: string; seq: number }[]>`
      select organisation_id, seq from audit_events where tableoid = 'audit_events_stray'::regclass limit 1`
    if (stray) report({ ...stray, kind: 'stray' })
    return { organisations: new Set([...walked, ...heads.keys()]).size, events, faults }
  })
}

/** Writes down what a verification found. */
export async function recordVerification(
  tx: Queryable,
  startedAt: Date,
  { organisations, events, faults }: Verification,
): Promise<void> {
  await tx`insert into audit_verifications (started_at, organisations, events, fault_count, faults)
    values (${startedAt.toISOString()}, ${organisations}, ${events}, ${faults.length},
      ${tx.json(faults.slice(0, FAULTS_KEPT) as never)})`
}

function placesOf(rows: unknown): Map<string, ChainPlace> {
  return new Map(
    (rows as ({ organisation_id: string } & ChainPlace)[]).map(({ organisation_id, seq, hash }) => [
      organisation_id,
      { seq, hash },
    ]),
  )
}

function allRecords(tx: Queryable): AsyncIterable<HashedRecord[]> {
  return tx<HashedRecord[]>`
    select action, actor_id, actor_ip, actor_type, actor_user_agent, after, before,
      to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as created_at, id, organisation_id,
      encode(prev_hash, 'hex') as prev_hash, request_id, seq, target_id, target_type, encode(hash, 'hex') as hash
    from audit_events order by organisation_id, seq, hash`.cursor(ROWS_AT_ONCE)
}
