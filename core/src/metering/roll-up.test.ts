import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountStore } from '../accounts/store.ts'
import { openDatabase, type Sql } from '../db.ts'
import { sealer } from '../secrets/seal.ts'
import { forEachPostgres, type TestDatabase, testDatabase } from '../testing/database.ts'
import { TEST_SEALING_KEYS } from '../testing/sealing-keys.ts'
import { endpointStore } from '../webhooks/endpoint-store.ts'
import { publishNotifications } from '../webhooks/publish-notifications.ts'
import { alertStore } from './alert-store.ts'
import { dueAlerts, monthUses } from './alerts.ts'
import { deliveryStore } from './delivery-store.ts'
import { newEpoch } from './epoch.ts'
import type { ServedRequest } from './meter.ts'
import { EPOCH_LOST_MS, rollUpStore } from './roll-up-store.ts'
import { served } from './testing/served.ts'

const HOUR_MS = 3_600_000
/** The current hour and those before it, so that the request log keeps everything. */
const HOUR = Date.now() - (Date.now() % HOUR_MS) - 5 * HOUR_MS
const at = (hours: number) => new Date(HOUR + hours * HOUR_MS)

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

  /** An epoch that delivers what it is given, with totals that grow. */
  async function process(startedAt: Date) {
    const epoch = newEpoch()
    const store = deliveryStore(service)
    await store.openEpoch(epoch, startedAt, 0)
    const all: ServedRequest[] = []
    return {
      epoch,
      heartbeat: (through: Date) => store.heartbeat(epoch, through),
      recovered: () => store.endEpoch(epoch, 'recovered'),
      async serve(requests: ServedRequest[]) {
        const first_seq = all.length + 1
        all.push(...requests)
        await store.deliver({ epoch, first_seq, last_seq: all.length, requests, cells: cellsOf(all) })
      },
    }
  }

  async function rows(table: 'usage_hours' | 'usage_adjustments', organisation_id: string) {
    return await database.sql<{ requests: number; units: number; finalized_at: string | null }[]>`
      select requests, units, finalized_at from ${database.sql(table)}
      where organisation_id = ${organisation_id} order by hour, status`
  }

  describe('an hour', () => {
    it('is recomputed until it is final; what comes afterwards is an adjustment, once', async () => {
      const organisation_id = `org_final${version}`
      const one = await process(at(-1))
      const two = await process(at(-1))
      await one.serve([served({ organisation_id, cost: 2, at: HOUR })])
      await two.serve([served({ organisation_id, cost: 3, at: HOUR + 1 })])
      const rollUp = rollUpStore(worker)

      await rollUp.run(at(0.5))
      await rollUp.run(at(0.5))
      expect(await rows('usage_hours', organisation_id)).toEqual([
        { requests: 2, units: 5, finalized_at: null },
      ])
      // The hour is over, but ten minutes have not passed; then they have, but nothing was heard of one process.
      expect((await rollUp.run(at(1.1))).finalized).toBe(0)
      await one.heartbeat(at(1))
      const waiting = await rollUp.run(at(1.2))
      expect(waiting.finalized).toBe(0)
      expect(waiting.waiting_for).toEqual([two.epoch])
      await two.serve([served({ organisation_id, cost: 4, at: HOUR + 2 })])
      await two.recovered()
      expect((await rollUp.run(at(1.2))).finalized).toBe(1)
      const [final] = await rows('usage_hours', organisation_id)
      expect(final).toEqual({ requests: 3, units: 9, finalized_at: expect.any(String) })

      await one.serve([
        served({ organisation_id, cost: 5, at: HOUR + 3 }),
        served({ organisation_id, status: 404, at: HOUR + 4 }),
      ])
      expect(await rollUp.run(at(2))).toMatchObject({ adjustments: 2 })
      expect(await rollUp.run(at(2))).toMatchObject({ adjustments: 0 })
      await one.serve([served({ organisation_id, cost: 1, at: HOUR + 5 })])
      expect(await rollUp.run(at(3))).toMatchObject({ adjustments: 1 })
      expect(await rows('usage_hours', organisation_id)).toEqual([final])
      const late = await rows('usage_adjustments', organisation_id)
      expect(late.map(({ requests, units }) => [requests, units])).toEqual([
        [1, 5],
        [1, 1],
        [1, 0],
      ])
      expect(late.every(({ finalized_at }) => finalized_at !== null)).toBe(true)
    })

    it('that is final is frozen, for the owner of the tables too', async () => {
      const organisation_id = `org_final${version}`
      for (const statement of [
        database.sql`update usage_hours set units = 0 where organisation_id = ${organisation_id}`,
        database.sql`delete from usage_hours where organisation_id = ${organisation_id}`,
        database.sql`update usage_adjustments set units = 0 where organisation_id = ${organisation_id}`,
        database.sql`delete from usage_adjustments where organisation_id = ${organisation_id}`,
      ]) {
        await expect(statement).rejects.toThrow(/is final since/)
      }
    })

    it('does not wait for ever for a process whose disk is lost', async () => {
      const organisation_id = `org_lost${version}`
      const lost = await process(at(1))
      await lost.serve([served({ organisation_id, at: at(2).getTime() })])
      const rollUp = rollUpStore(worker)
      await rollUp.run(at(4))
      expect((await rows('usage_hours', organisation_id))[0]?.finalized_at).toBeNull()
      await rollUp.run(new Date(at(2).getTime() + EPOCH_LOST_MS))
      expect((await rows('usage_hours', organisation_id))[0]?.finalized_at).not.toBeNull()
    })

    it('adds up to the truth whatever comes in which order, and whenever it is rolled up', async () => {
      let run = 0
      await fc.assert(
        fc.asyncProperty(
          fc.array(
            fc.record({
              process: fc.nat(2),
              hour: fc.nat(4),
              status: fc.constantFrom(200, 201, 429),
              cost: fc.nat(9),
              rollUpAt: fc.option(fc.nat(8)),
            }),
            { minLength: 1, maxLength: 15 },
          ),
          async (events) => {
            run += 1
            const organisation_id = `org_sum${version}_${run}`
            const processes = await Promise.all([0, 1, 2].map(() => process(at(-9))))
            for (const one of processes) await one.recovered()
            let units = 0
            for (const event of events) {
              const request = served({
                organisation_id,
                status: event.status,
                cost: event.cost,
                at: at(event.hour).getTime(),
              })
              units += request.units
              await processes[event.process]?.serve([request])
              if (event.rollUpAt !== null) await rollUpStore(worker).run(at(event.rollUpAt))
            }
            await rollUpStore(worker).run(at(9))
            const [sums] = await database.sql<Record<string, number>[]>`
              select
                (select sum(requests)::int from usage_cells where organisation_id = ${organisation_id}) as cells,
                (select count(*)::int from request_log where organisation_id = ${organisation_id}) as log,
                coalesce((select sum(requests)::int from usage_hours where organisation_id = ${organisation_id}), 0)
                  + coalesce((select sum(requests)::int from usage_adjustments
                    where organisation_id = ${organisation_id}), 0) as hours,
                coalesce((select sum(units)::int from usage_hours where organisation_id = ${organisation_id}), 0)
                  + coalesce((select sum(units)::int from usage_adjustments
                    where organisation_id = ${organisation_id}), 0) as units`
            const requests = events.length
            expect(sums).toEqual({ cells: requests, log: requests, hours: requests, units })
          },
        ),
        { numRuns: 10 },
      )
    })
  })

  describe('alerts', () => {
    it('are raised once per share and month, written to the audit log, and told once by mail and webhook', async () => {
      const accounts = accountStore(database.sql)
      const { id } = await accounts.createOrganisation({ name: 'Alerts', plan: 'free' })
      await endpointStore(database.sql, sealer(TEST_SEALING_KEYS)).create(
        { organisation_id: id, dataset: 'live' },
        {
          url: 'https://example.com/',
          description: '',
          event_types: ['usage.threshold_reached'],
          ciks: [],
          form_types: [],
          signal_types: [],
        },
      )
      const one = await process(new Date())
      const now = new Date()
      const use = (cost: number) => one.serve([served({ organisation_id: id, cost, at: Date.now() })])
      const store = alertStore(worker)
      const tell = async () => {
        const told = await Promise.all([store.tellPending(1), store.tellPending(10), store.tellPending(10)])
        await publishNotifications(worker)
        return told.reduce((sum, count) => sum + count, 0)
      }
      await use(2_400)
      expect(await store.raiseDue(now)).toBe(0)
      await use(1_500)
      expect(await store.raiseDue(now)).toBe(2)
      expect(await store.raiseDue(now)).toBe(0)
      expect(await tell()).toBe(2)
      expect(await tell()).toBe(0)
      expect(await store.raiseDue(now)).toBe(0)
      const payloads = await database.sql`
        select payload from notifications where organisation_id = ${id} and kind = 'usage.threshold_reached'
        order by (payload->>'percent')::int`
      const month = now.toISOString().slice(0, 7)
      const told = [50, 75].map((percent) => ({ meter: 'quota', month, percent, used: 3_900, limit: 5_000 }))
      expect(payloads.map(({ payload }) => payload)).toEqual(told)
      const sent = await database.sql<{ payload: string }[]>`
        select payload from webhook_deliveries where organisation_id = ${id}`
      const data = sent.map(({ payload }) => JSON.parse(payload).data)
      expect(data.sort((a, b) => a.percent - b.percent)).toEqual(
        told.map((one) => ({ object: 'usage_threshold', ...one })),
      )
      const audited = await database.sql`
        select action from audit_events where organisation_id = ${id} and action = 'usage.threshold_reached'`
      expect(audited).toHaveLength(2)
    })
  })
})

describe('thresholds', () => {
  const plan = { monthly_quota: 1_000, overage_cents_per_1000: 50 }

  it('are due from the unit that reaches them', () => {
    const due = (units: number) =>
      dueAlerts(monthUses(plan, null, units), []).map(({ kind, threshold }) => `${kind} ${threshold}`)
    expect(due(499)).toEqual([])
    expect(due(500)).toEqual(['quota 50'])
    expect(due(1_000)).toEqual(['quota 50', 'quota 75', 'quota 90', 'quota 100'])
  })

  it('of the spend cap count what is beyond the quota, in cents', () => {
    expect(monthUses(plan, 200, 3_000)).toEqual([
      { kind: 'quota', used: 3_000, allowed: 1_000 },
      { kind: 'spend_cap', used: 100, allowed: 200 },
    ])
    expect(monthUses(plan, 0, 3_000)).toHaveLength(1)
    expect(monthUses({ ...plan, overage_cents_per_1000: null }, 200, 3_000)).toHaveLength(1)
  })
})

function cellsOf(requests: ServedRequest[]) {
  const cells = new Map<string, Parameters<ReturnType<typeof deliveryStore>['deliver']>[0]['cells'][number]>()
  for (const { organisation_id, key_id, operation_id, status, units, at: moment } of requests) {
    const hour = moment - (moment % HOUR_MS)
    const address = `${organisation_id} ${status} ${hour}`
    const cell = cells.get(address)
    cells.set(address, {
      organisation_id,
      key_id,
      operation_id,
      status,
      hour,
      requests: (cell?.requests ?? 0) + 1,
      units: (cell?.units ?? 0) + units,
    })
  }
  return [...cells.values()]
}
