import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type Sql } from '../db.ts'
import { createLogger } from '../log.ts'
import { forEachPostgres, type TestDatabase, testDatabase } from '../testing/database.ts'
import { type Delivery, deliveryStore } from './delivery-store.ts'
import { isEpoch, newEpoch, startOfEpoch } from './epoch.ts'
import { journalMeter } from './journal-meter.ts'
import { journalWriter } from './journal-writer.ts'
import type { ServedRequest } from './meter.ts'
import { epochShipper } from './shipper.ts'
import { testMeterFolder } from './testing/meter-folder.ts'
import { type Asked, askUntil, inventedRequests, startMeteredServer } from './testing/metered-server.ts'
import { served } from './testing/served.ts'

const logger = createLogger('test', 'silent')
const HOUR = Date.UTC(2026, 10, 1, 12)

forEachPostgres((version) => {
  let database: TestDatabase
  let service: Sql
  const folder = testMeterFolder()
  beforeAll(async () => {
    database = await testDatabase({ version })
    service = openDatabase(database.url, { max: 4, role: 'latent_service' })
  })
  afterAll(async () => {
    await service.end({ timeout: 5 })
    await database.close()
    folder.remove()
  })

  /** What Postgres says of some organisations: totals of the counters, and rows of the request log. */
  async function totals(like: string) {
    const [cells] = await database.sql<{ requests: number; units: number }[]>`
      select coalesce(sum(requests), 0)::bigint as requests, coalesce(sum(units), 0)::bigint as units
      from usage_cells where organisation_id like ${like}`
    const [log] = await database.sql<{ requests: number; units: number; distinct_ids: number }[]>`
      select count(*)::bigint as requests, coalesce(sum(units), 0)::bigint as units,
        count(distinct request_id)::bigint as distinct_ids
      from request_log where organisation_id like ${like}`
    return { cells, log }
  }

  describe('a delivery', () => {
    it('repeated, late, overlapping or out of order changes nothing, and one with a gap before it is refused', async () => {
      let run = 0
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.record({ status: fc.constantFrom(200, 404), cost: fc.nat(5), hours: fc.nat(2) }), {
            minLength: 1,
            maxLength: 12,
          }),
          fc.infiniteStream(fc.nat()),
          async (events, order) => {
            run += 1
            const organisation_id = `org_fuzz${version}_${run}`
            const epoch = newEpoch()
            const requests = events.map(({ status, cost, hours }) =>
              served({ organisation_id, status, cost, at: HOUR + hours * 3_600_000 }),
            )
            const store = deliveryStore(service)
            await store.openEpoch(epoch, new Date(HOUR), 0)
            const tries = [
              ...allDeliveries(epoch, requests),
              // Whatever was shuffled before, the shipper ends by sending what is missing in order.
              ...requests.map((_, i) => delivery(epoch, requests, i + 1, i + 1)),
            ]
            const shuffled = tries
              .slice(0, -requests.length)
              .map((one) => ({ one, at: order.next().value as number }))
              .sort((a, b) => a.at - b.at)
              .map(({ one }) => one)
              .slice(0, 20)
            let shipped = 0
            for (const one of [...shuffled, ...tries.slice(-requests.length)]) {
              const accepted = await store.deliver(one)
              expect(accepted).toBe(one.first_seq <= shipped + 1)
              if (accepted) shipped = Math.max(shipped, one.last_seq)
              const { cells, log } = await totals(organisation_id)
              const here = requests.slice(0, shipped)
              const truth = { requests: here.length, units: here.reduce((sum, { units }) => sum + units, 0) }
              expect(cells).toEqual(truth)
              expect(log).toEqual({ ...truth, distinct_ids: here.length })
            }
            expect(shipped).toBe(requests.length)
          },
        ),
        { numRuns: 8 },
      )
    })
  })

  describe('the shipper', () => {
    it('leaves what is written while it ships for the next time', async () => {
      const organisation_id = `org_written_meanwhile${version}`
      const epoch = newEpoch()
      const path = join(folder.path, epoch)
      const writer = journalWriter(path)
      const write = () => {
        writer.record(served({ organisation_id, at: HOUR }))
        writer.write()
      }
      const store = deliveryStore(service)
      let deliveries = 0
      const busy = {
        ...store,
        async deliver(one: Delivery) {
          deliveries += 1
          write()
          return await store.deliver(one)
        },
      }
      const shipper = epochShipper(busy, { epoch, folder: path, startedAt: startOfEpoch(epoch), batch: 4 })
      for (let i = 0; i < 6; i++) write()
      // A full batch of four, and what there is then: two, and the one that was written during the first.
      expect([await shipper.ship(), deliveries]).toEqual([7, 2])
      expect([await shipper.ship(), deliveries]).toEqual([8, 3])
      shipper.close()
      writer.close()
    })

    it('goes on exactly where Postgres stands, whenever it fails and whoever else ships the same journal', async () => {
      const organisation_id = `org_shipper${version}`
      const epoch = newEpoch()
      const path = join(folder.path, epoch)
      const writer = journalWriter(path, { fileBytes: 1_500 })
      const store = deliveryStore(service)
      let calls = 0
      /** Fails before, or after the commit as a connection that breaks then; every third time. */
      const shaky = {
        ...store,
        async deliver(one: Delivery) {
          calls += 1
          if (calls % 3 === 1) throw new Error('the connection broke before')
          const accepted = await store.deliver(one)
          if (calls % 3 === 2) throw new Error('the connection broke after the commit')
          return accepted
        },
      }
      const shippers = [1, 2].map(() =>
        epochShipper(shaky, { epoch, folder: path, startedAt: startOfEpoch(epoch), batch: 4 }),
      )
      let units = 0
      let requests = 0
      for (let turn = 0; turn < 60; turn++) {
        for (let i = 0; i <= turn % 3; i++) {
          const one = served({ organisation_id, cost: turn, at: HOUR + (turn % 9) * 3_600_000 })
          requests += 1
          units += one.units
          writer.record(one)
        }
        writer.write()
        await shippers[turn % 2]?.ship().catch(() => {})
      }
      for (const shipper of shippers) {
        for (let attempt = 0; attempt < 200; attempt++) {
          if ((await shipper.ship().catch(() => -1)) === requests) break
        }
        shipper.close()
      }
      writer.close()
      const { cells, log } = await totals(organisation_id)
      expect(cells).toEqual({ requests, units })
      expect(log).toEqual({ requests, units, distinct_ids: requests })
    })

    it('waits on disk while Postgres is away, and a database that was set back does not stop it for ever', async () => {
      const organisation_id = `org_back${version}`
      const epoch = newEpoch()
      const path = join(folder.path, epoch)
      const writer = journalWriter(path, { fileBytes: 1 })
      const store = deliveryStore(service)
      const shipper = () => epochShipper(store, { epoch, folder: path, startedAt: startOfEpoch(epoch) })
      const write = (cost: number) => {
        writer.record(served({ organisation_id, cost }))
        writer.write()
      }
      write(1)
      write(2)
      await shipper().ship()
      await database.sql`delete from metering_epochs where epoch = ${epoch}`
      write(4)
      await shipper().ship()
      expect((await totals(organisation_id)).log?.units).toBe(7)
      writer.close()
    })
  })

  describe('processes', () => {
    it('killed under load lose no answer and double none; the next one recovers the journals of all', async () => {
      const path = join(folder.path, 'killed')
      const next = inventedRequests(version)
      const kills = version === 15 ? 3 : 1
      const answered: Asked[] = []
      let unanswered = 0
      for (let kill = 0; kill < kills; kill++) {
        // Two processes share the folder: the journal of the one that lives is left alone.
        const servers = await Promise.all([1, 2].map(() => startMeteredServer(path, database.url)))
        const ledgers = await Promise.all(
          servers.map(({ port, child }, i) =>
            askUntil(port, 8, next, (count) => {
              if (count >= 150 + 100 * i) child.kill('SIGKILL')
              return false
            }),
          ),
        )
        for (const ledger of ledgers) {
          answered.push(...ledger.answered)
          unanswered += ledger.unanswered
        }
        await Promise.all(servers.map(({ exited }) => exited))
      }
      const dead = readdirSync(path).filter(isEpoch)
      expect(dead.length).toBeGreaterThan(0)
      const last = await startMeteredServer(path, database.url)
      await waitUntil(() => readdirSync(path).filter(isEpoch).length === 1)
      last.child.kill('SIGTERM')
      expect(await last.exited).toBe(0)
      expect(readdirSync(path).filter(isEpoch)).toEqual([])

      const { cells, log } = await totals('org__')
      expect(cells).toEqual({ requests: log?.requests, units: log?.units })
      const rows = await database.sql<{ request_id: string; units: number }[]>`
        select request_id, units from request_log where organisation_id like 'org__'`
      const counted = new Map(rows.map(({ request_id, units }) => [request_id, units]))
      expect(counted.size).toBe(rows.length)
      const wrong = answered.filter(({ id, status, cost }) => counted.get(id) !== (status < 300 ? cost : 0))
      expect(wrong).toEqual([])
      expect(rows.length - answered.length).toBeLessThanOrEqual(unanswered)
      const [recovered] = await database.sql`
        select count(*)::int as count from metering_epochs
        where epoch in ${database.sql(dead)} and recovered_at is not null`
      expect(recovered?.count).toBe(dead.length)
    })

    it('that close leave nothing behind, and say that they did', async () => {
      const path = join(folder.path, 'closed')
      const epoch = newEpoch()
      const meter = journalMeter({ folder: path, sql: service, logger, epoch })
      meter.record(served({ organisation_id: `org_closed${version}` }))
      await meter.close()
      expect(readdirSync(path).filter(isEpoch)).toEqual([])
      const [row] =
        await database.sql`select closed_at, shipped_seq from metering_epochs where epoch = ${epoch}`
      expect(row?.closed_at).not.toBeNull()
      expect(row?.shipped_seq).toBe(1)
    })
  })

  describe('the request log', () => {
    it('holds days as partitions, which one organisation sees its own rows of, and drops those over 30 days old', async () => {
      const store = deliveryStore(service)
      const epoch = newEpoch()
      await store.openEpoch(epoch, new Date(), 0)
      const now = Date.now()
      const requests = [0, 10, 29, 40].map((days) =>
        served({ organisation_id: `org_days${version}`, at: now - days * 86_400_000 }),
      )
      await store.deliver(delivery(epoch, requests, 1, 4))
      const { cells, log } = await totals(`org_days${version}`)
      expect([cells?.requests, log?.requests]).toEqual([4, 3])
      const partitions = await database.sql<{ name: string; protected: boolean }[]>`
        select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as protected
        from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'request_log'::regclass`
      expect(partitions.length).toBeGreaterThanOrEqual(3)
      expect(partitions.every((one) => one.protected)).toBe(true)
    })
  })
})

/** Every run of entries there is, as the shipper could have cut them. */
function allDeliveries(epoch: string, requests: ServedRequest[]): Delivery[] {
  return requests.flatMap((_, from) =>
    requests.slice(from).map((_, length) => delivery(epoch, requests, from + 1, from + length + 1)),
  )
}

/** Entries with the totals they lead to. */
function delivery(epoch: string, requests: ServedRequest[], first_seq: number, last_seq: number): Delivery {
  const part = requests.slice(first_seq - 1, last_seq)
  const cells = new Map<string, Delivery['cells'][number]>()
  for (const { organisation_id, key_id, operation_id, status, units, at } of requests.slice(0, last_seq)) {
    const hour = at - (at % 3_600_000)
    const address = `${status} ${hour}`
    const cell = cells.get(address) ?? {
      organisation_id,
      key_id,
      operation_id,
      status,
      hour,
      requests: 0,
      units: 0,
    }
    cells.set(address, { ...cell, requests: cell.requests + 1, units: cell.units + units })
  }
  return { epoch, first_seq, last_seq, cells: [...cells.values()], requests: part }
}

async function waitUntil(condition: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (condition()) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('waited for nothing')
}
