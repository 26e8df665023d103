import { Registry } from 'prom-client'
import { expect, it } from 'vitest'
import { openDatabase, type Queryable, type Sql } from '../db.ts'
import { testDatabase } from '../testing/database.ts'
import { poolMetrics } from './pool-metrics.ts'

it('a pool tells its connections at work, those that rest, and the statements that wait', async () => {
  const database = await testDatabase()
  const sql = openDatabase(database.url, { max: 5 })
  const registry = new Registry()
  poolMetrics(registry, { primary: sql })
  const pool = async () => {
    const values = await Promise.all(
      ['max', 'used', 'idle', 'waiting'].map(async (state) => {
        const metric = await registry.getSingleMetric(`db_pool_${state}`)?.get()
        return [state, metric?.values.find(({ labels }) => labels.pool === 'primary')?.value]
      }),
    )
    return Object.fromEntries(values)
  }
  try {
    expect(await pool()).toEqual({ max: 5, used: 0, idle: 0, waiting: 0 })
    const held = Array.from({ length: 5 }, () => hold(sql))
    await Promise.all(held.map(({ begun }) => begun))
    const waiting = Array.from({ length: 3 }, () => sql`select 1`.execute())
    await expect.poll(pool).toEqual({ max: 5, used: 5, idle: 0, waiting: 3 })
    for (const { release } of held) release()
    await Promise.all([...waiting, ...held.map(({ ended }) => ended)])
    await expect.poll(pool).toEqual({ max: 5, used: 0, idle: 5, waiting: 0 })
    // Behind one another on connections that are at work: the driver sends ahead, Postgres does one at a time.
    const obstacle = hold(database.sql, (tx) => tx`select pg_advisory_xact_lock(1)`)
    await obstacle.begun
    const behind = Array.from({ length: 7 }, () => sql`select pg_advisory_xact_lock_shared(1)`.execute())
    await expect.poll(pool).toEqual({ max: 5, used: 5, idle: 0, waiting: 2 })
    obstacle.release()
    await Promise.all([...behind, obstacle.ended])
  } finally {
    await sql.end({ timeout: 5 })
    await database.close()
  }
})

/** A transaction that lasts until it is released. */
function hold(sql: Sql, first: (tx: Queryable) => PromiseLike<unknown> = (tx) => tx`select 1`) {
  let began = () => {}
  let release = () => {}
  const begun = new Promise<void>((resolve) => {
    began = resolve
  })
  const over = new Promise<void>((resolve) => {
    release = resolve
  })
  const ended = sql.begin(async (tx) => {
    await first(tx)
    began()
    await over
  })
  return { begun, release, ended }
}
