import type { Dataset } from '../dataset.ts'
import type { Queryable, Sql } from '../db.ts'
import type { TokenUse } from './prices.ts'

/** What may be spent, in picodollars. */
export interface Budgets {
  day: number
  filing: number
  /** Of all batches that read filings with one version of an extractor. */
  backfill: number
}

/** Who asks what, for the row of the call. */
export interface CallSubject {
  cache_key: string
  input_sha256: string
  dataset: Dataset
  accession_number: string
  extractor: string
  extractor_version: string
  prompt_id: string
  prompt_version: string
  model: string
  mode: 'direct' | 'batch'
}

export type Reservation =
  | { status: 'reserved'; call_id: number }
  /** The call would exceed this budget, were it as dear as it can be. */
  | { status: 'over_budget'; scope: 'day' | 'filing' | 'backfill' }
  /** Somebody else is asking the same. */
  | { status: 'under_way'; until: string }
  /** Somebody else has asked the same. */
  | { status: 'answered' }

export interface Usage extends TokenUse {
  usage_estimated: boolean
}

interface OpenCall {
  id: number
  reserved_picousd: number
  budget_day: string
  accession_number: string
  backfill_key: string | null
}

/** Money promised and spent, and the calls it went to. */
export function callStore(sql: Sql) {
  /**
   * Adds to a budget unless that exceeds its cap. The row stays locked until the transaction ends: of two processes that want
   * the last dollar, the second sees what the first took.
   */
  async function take(
    tx: Queryable,
    scope: 'day' | 'filing' | 'backfill',
    key: string,
    amount: number,
    cap: number,
  ): Promise<boolean> {
    await tx`insert into claude_budgets (scope, key) values (${scope}, ${key}) on conflict do nothing`
    const taken = await tx`
      update claude_budgets set committed_picousd = committed_picousd + ${amount}
      where scope = ${scope} and key = ${key} and committed_picousd + ${amount} <= ${cap}`
    return taken.count === 1
  }

  /** Budgets are always taken in this order, so that two processes cannot wait for one another. */
  async function correct(tx: Queryable, call: OpenCall, amount: number): Promise<void> {
    if (amount === 0) return
    for (const [scope, key] of [
      ['day', call.budget_day],
      ['filing', call.accession_number],
      ...(call.backfill_key === null ? [] : [['backfill', call.backfill_key] as const]),
    ] as const) {
      await tx`
        update claude_budgets set committed_picousd = greatest(0, committed_picousd + ${amount})
        where scope = ${scope} and key = ${key}`
    }
  }

  async function lockOpen(tx: Queryable, callId: number): Promise<OpenCall | undefined> {
    // The same order as in `reserve`: the day first, then the call.
    const [found] = await tx<{ budget_day: string }[]>`
      select budget_day from claude_calls where id = ${callId}`
    if (!found) return undefined
    await tx`select 1 from claude_budgets where scope = 'day' and key = ${found.budget_day} for update`
    const [call] = await tx<OpenCall[]>`
      select id, reserved_picousd, budget_day, accession_number, backfill_key from claude_calls
      where id = ${callId} and state = 'reserved' for update`
    return call
  }

  return {
    /**
     * Promises the most a call can cost, in one transaction that holds the day's row: only then may the call be made. A
     * promise whose lease ran out belongs to a process that died; what became of its call nobody knows, so it stays
     * counted, as `lost`.
     */
    async reserve(
      subject: CallSubject,
      worstPicoUsd: number,
      budgets: Budgets,
      options: { leaseMs: number; backfillKey?: string | null; request?: unknown; attempt?: number },
    ): Promise<Reservation> {
      return await sql.begin(async (tx): Promise<Reservation> => {
        const [clock] = await tx<{ day: string }[]>`
          select to_char(now() at time zone 'utc', 'YYYY-MM-DD') as day`
        const day = clock?.day as string
        await tx`insert into claude_budgets (scope, key) values ('day', ${day}) on conflict do nothing`
        await tx`select 1 from claude_budgets where scope = 'day' and key = ${day} for update`

        const [answer] = await tx`select 1 from claude_answers where cache_key = ${subject.cache_key}`
        if (answer) return { status: 'answered' }
        const [open] = await tx<{ id: number; until: string; expired: boolean }[]>`
          select id, lease_until as until, lease_until < now() as expired from claude_calls
          where cache_key = ${subject.cache_key} and state = 'reserved' for update`
        if (open && !open.expired) return { status: 'under_way', until: open.until }
        if (open) await lose(tx, open.id)

        const backfillKey = options.backfillKey ?? null
        // A budget that does not hold rolls back what the others gave.
        const refused = await tx
          .savepoint(async (point) => {
            for (const [scope, key, cap] of [
              ['day', day, budgets.day],
              ['filing', subject.accession_number, budgets.filing],
              ...(backfillKey === null ? [] : [['backfill', backfillKey, budgets.backfill] as const]),
            ] as const) {
              if (!(await take(point, scope, key, worstPicoUsd, cap))) throw new OverBudget(scope)
            }
            return null
          })
          .catch((error: unknown) => {
            if (error instanceof OverBudget) return error.scope
            throw error
          })
        if (refused) return { status: 'over_budget', scope: refused }
        const [row] = await tx<{ id: number }[]>`
          insert into claude_calls ${tx([
            {
              ...subject,
              reserved_picousd: worstPicoUsd,
              budget_day: day,
              backfill_key: backfillKey,
              request: options.request === undefined ? null : (tx.json(options.request as never) as never),
              attempt: options.attempt ?? 1,
              lease_until: new Date(Date.now() + options.leaseMs),
            },
          ])} returning id`
        // The lease is measured by the clock of the database, like everything that compares it.
        await tx`
          update claude_calls set lease_until = now() + ${options.leaseMs} * interval '1 millisecond'
          where id = ${row?.id as number}`
        return { status: 'reserved', call_id: row?.id as number }
      })
    },

    /** Counts a call at what it cost. A call that is settled already stays as it is. */
    async settle(
      tx: Queryable,
      callId: number,
      result: Usage & {
        outcome: string
        cost_picousd: number
        request_id: string | null
        duration_ms: number | null
      },
    ): Promise<boolean> {
      const call = await lockOpen(tx, callId)
      if (!call) return false
      await tx`update claude_calls set ${tx({ ...result, state: 'settled' })}, settled_at = now() where id = ${callId}`
      await correct(tx, call, result.cost_picousd - call.reserved_picousd)
      return true
    },

    /** Gives a promise back: the call was certainly not billed. */
    async release(tx: Queryable, callId: number, outcome: string): Promise<void> {
      const call = await lockOpen(tx, callId)
      if (!call) return
      await tx`
        update claude_calls set state = 'released', outcome = ${outcome}, cost_picousd = 0, settled_at = now()
        where id = ${callId}`
      await correct(tx, call, -call.reserved_picousd)
    },

    /** Nobody knows whether the call was billed: it stays counted at the most it can have cost. */
    async lose(tx: Queryable, callId: number, outcome: string): Promise<void> {
      const call = await lockOpen(tx, callId)
      if (call) await lose(tx, callId, outcome)
    },

    /** Direct calls whose process did not come back. */
    async loseExpired(): Promise<number> {
      const rows = await sql<{ id: number }[]>`
        select id from claude_calls where state = 'reserved' and mode = 'direct' and lease_until < now() limit 500`
      for (const { id } of rows) await sql.begin((tx) => this.lose(tx, id, 'process_ended'))
      return rows.length
    },

    async committed(scope: 'day' | 'filing' | 'backfill' | 'evaluation', key: string): Promise<number> {
      const [row] = await sql<{ committed: number }[]>`
        select committed_picousd as committed from claude_budgets where scope = ${scope} and key = ${key}`
      return row?.committed ?? 0
    },
  }
}

export type CallStore = ReturnType<typeof callStore>

async function lose(tx: Queryable, callId: number, outcome = 'process_ended'): Promise<void> {
  await tx`
    update claude_calls set state = 'lost', outcome = ${outcome}, cost_picousd = reserved_picousd, usage_estimated = true,
      settled_at = now()
    where id = ${callId} and state = 'reserved'`
}

class OverBudget extends Error {
  readonly scope: 'day' | 'filing' | 'backfill'
  constructor(scope: 'day' | 'filing' | 'backfill') {
    super(`over the budget of the ${scope}`)
    this.scope = scope
  }
}
