import type { Queryable } from '../db.ts'

/** Any number; every process that publishes must use the same one. */
const PUBLISH_LOCK = 5_218_403
/**
 * What a transaction publishes becomes visible this much after it began to. A reader who asked about a moment must never
 * be told something else about that moment later, so nothing may appear with a time that lies before its commit.
 */
const LEAD_MS = 2_000
/** The transaction must be through by then; the rest of the lead is room for clocks that differ. */
const COMMIT_WITHIN_MS = 1_000

/** The right to publish, held until the transaction ends. */
export interface PublishTurn {
  /** When what is published becomes visible: RFC 3339 UTC, a little ahead, later than that of every earlier turn. */
  moment: string
}

/**
 * Waits for the turn to publish. Transactions publish one after another, so the order of positions in the feed, of
 * moments and of commits is the same; keep what follows short and end it with `assertInTime`.
 */
export async function takePublishTurn(tx: Queryable): Promise<PublishTurn> {
  await tx`select pg_advisory_xact_lock(${PUBLISH_LOCK})`
  const [row] = await tx<{ moment: string }[]>`
    select date_trunc('milliseconds', clock_timestamp() + ${LEAD_MS} * interval '1 millisecond') as moment`
  return row as PublishTurn
}

/** The last statement of a transaction that publishes: one that took too long is given up, and run again by the queue. */
export async function assertInTime(tx: Queryable, turn: PublishTurn): Promise<void> {
  const [row] = await tx<{ late: boolean }[]>`
    select clock_timestamp() > ${turn.moment}::timestamptz
      - ${LEAD_MS - COMMIT_WITHIN_MS} * interval '1 millisecond' as late`
  if (row?.late) throw new Error('publishing took too long to keep its moment')
}
