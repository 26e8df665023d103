import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Sql } from '../db.ts'
import { forEachPostgres, type TestDatabase, testDatabase } from '../testing/database.ts'
import { deliveryStore } from './delivery-store.ts'
import { newEpoch } from './epoch.ts'
import { rollUpStore } from './roll-up-store.ts'
import { served } from './testing/served.ts'
import { upkeepStore } from './upkeep-store.ts'
import { usageStore } from './usage-store.ts'

const HOUR_MS = 3_600_000
const HOUR = Date.now() - (Date.now() % HOUR_MS) - 5 * HOUR_MS
const organisation_id = 'org_upkeep'
const later = (days: number) => new Date(HOUR + days * 24 * HOUR_MS)

forEachPostgres((version) => {
  let database: TestDatabase
  let service: Sql
  let worker: Sql
  beforeAll(async () => {
    database = await testDatabase({ version })
    service = openDatabase(database.url, { max: 3, role: 'latent_service' })
    worker = openDatabase(database.url, { max: 3, role: 'latent_worker' })
  })
  afterAll(async () => {
    await Promise.all([service.end({ timeout: 5 }), worker.end({ timeout: 5 })])
    await database.close()
  })

  /** A process that serves units in two hours; `close` ends it. */
  async function process(units: number) {
    const epoch = newEpoch()
    const store = deliveryStore(service)
    await store.openEpoch(epoch, new Date(HOUR), 0)
    const requests = [HOUR, HOUR + HOUR_MS].map((at) => served({ organisation_id, cost: units, at }))
    const cells = requests.map(({ key_id, operation_id, status, at }) => ({
      ...{ organisation_id, key_id, operation_id, status },
      ...{ hour: at - (at % HOUR_MS), requests: 1, units },
    }))
    const delivery = { epoch, first_seq: 1, last_seq: 2, requests, cells }
    await store.deliver(delivery)
    return {
      epoch,
      again: () => store.deliver({ ...delivery, last_seq: 3, requests: [...requests, requests[0] as never] }),
      close: async () => {
        await store.heartbeat(epoch, new Date(HOUR + 4 * HOUR_MS))
        await store.endEpoch(epoch, 'closed')
      },
    }
  }
  const cells = async () =>
    await database.sql`select epoch, requests, units from usage_cells order by hour, epoch`
  const usage = async () =>
    await usageStore(database.sql).list(
      {
        organisation_id,
        from: new Date(HOUR).toISOString(),
        to: later(1).toISOString(),
        granularity: 'hour',
        by_operation: true,
        by_key: true,
        by_status: true,
      },
      { limit: 100 },
    )

  it('counters of processes that ended are put together: every sum stays, and nothing is counted twice', async () => {
    const [one, two, alive] = [await process(2), await process(3), await process(5)]
    await one.close()
    await two.close()
    const upkeep = upkeepStore(worker)
    await rollUpStore(worker).run(new Date(HOUR + 4 * HOUR_MS))
    await database.sql`update metering_epochs set heartbeat_at = ${later(30)} where epoch = ${alive.epoch}`
    await rollUpStore(worker).run(later(1))
    const before = await usage()
    expect(before.map(({ units, finalized }) => [units, finalized])).toEqual([
      [10, true],
      [10, true],
    ])
    expect(await upkeep.settleEpochs(later(39))).toBe(0)
    expect(await cells()).toHaveLength(6)

    await Promise.all([upkeep.settleEpochs(later(42)), upkeep.settleEpochs(later(42))])
    expect(await upkeep.settleEpochs(later(42))).toBe(0)
    expect((await cells()).filter(({ epoch }) => epoch === 'settled')).toEqual([
      { epoch: 'settled', requests: 2, units: 5 },
      { epoch: 'settled', requests: 2, units: 5 },
    ])
    expect(await cells()).toHaveLength(4)
    expect(await usage()).toEqual(before)
    expect(await upkeep.unreconciledUnits(later(2))).toBe(0)

    // What a forgotten process brings all the same is refused; what comes late from another is the only adjustment.
    await expect(one.again()).rejects.toThrow('never announced')
    await process(7)
    await rollUpStore(worker).run(later(2))
    const adjusted = await database.sql`select units from usage_adjustments`
    expect(adjusted.map(({ units }) => units)).toEqual([7, 7])
    expect(await upkeep.unreconciledUnits(later(2))).toBe(0)
    // A process of which nothing was heard for over a year is given up.
    expect(await upkeep.settleEpochs(later(450))).toBe(2)
    expect(await database.sql`select epoch from metering_epochs`).toHaveLength(0)
  })

  it('a counter that says something else than what was rolled up is told, to the unit', async () => {
    const upkeep = upkeepStore(worker)
    await database.sql`update usage_cells set units = units + 4 where hour = ${new Date(HOUR)}`
    expect(await upkeep.unreconciledUnits(later(2))).toBe(4)
    await database.sql`update usage_cells set units = units - 4 where hour = ${new Date(HOUR)}`
    expect(await upkeep.unreconciledUnits(later(2))).toBe(0)
  })
})
