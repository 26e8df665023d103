import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { ownServers } from '../../scripts/services/own-servers.ts'
import { openAhead, openDatabase, type Sql, toRfc3339 } from './db.ts'
import { type TestDatabase, testDatabase } from './testing/database.ts'

const LOST = { code: 'CONNECTION_CLOSED' }

let database: TestDatabase
/** The way to Postgres of `sql`, which has one connection only. */
let way: Awaited<ReturnType<typeof wayTo>>
let sql: Sql

beforeAll(async () => {
  database = await testDatabase({ empty: true })
  await database.sql`create table written (word text not null)`
})
beforeEach(async () => {
  way = await wayTo(database.url)
  sql = openDatabase(way.url, { max: 1 })
})
afterEach(async () => {
  await sql.end({ timeout: 1 })
  await way.close()
  await database.sql`truncate written`
})
afterAll(() => database.close())

test('a transaction that lost its connection writes nothing into the one that follows, and ends nothing there', async () => {
  const statements: Promise<unknown>[] = []
  let goOn = () => {}
  const waiting = new Promise<void>((resolve) => {
    goOn = resolve
  })
  let ended: unknown
  const first = sql.begin(async (tx) => {
    await tx`insert into written values ('first')`
    way.cut()
    await waiting
    statements.push(tx`insert into written values ('stale')`, tx`rollback`)
    ended = await Promise.allSettled(statements)
  })
  await expect(first).rejects.toMatchObject(LOST)
  await sql.begin(async (tx) => {
    await tx`insert into written values ('second')`
    goOn()
    await sleep(50)
    await tx`insert into written values ('third')`
  })
  expect(ended).toEqual([
    { status: 'rejected', reason: expect.objectContaining(LOST) },
    { status: 'rejected', reason: expect.objectContaining(LOST) },
  ])
  expect(await words()).toEqual(['second', 'third'])
})

test('a transaction that fails after its connection was lost says what failed, and nothing breaks', async () => {
  for (const pause of [0, 1, 5, 20]) {
    const failing = sql.begin(async (tx) => {
      await tx`insert into written values ('never')`
      way.cut()
      await sleep(pause)
      throw new Error('of our own')
    })
    await expect(failing).rejects.toThrow()
    expect(await sql`select 1 as one`).toEqual([{ one: 1 }])
  }
  expect(await words()).toEqual([])
})

test('statements that wait for their turn in a transaction are told', async () => {
  const told: PromiseSettledResult<unknown>[] = []
  const transaction = sql.begin(async (tx) => {
    const asked = Array.from({ length: 200 }, () => tx`select pg_sleep(0.02)`)
    setTimeout(() => way.cut(), 50)
    told.push(...(await Promise.allSettled(asked)))
    throw new Error('all told')
  })
  await expect(transaction).rejects.toMatchObject(LOST)
  await until(() => told.length === 200)
  expect(told.some(({ status }) => status === 'rejected')).toBe(true)
})

test('who asks again between the error and the end of the connection is answered or told', async () => {
  for (let round = 0; round < 20; round++) {
    const asked = sql`select pg_sleep(5) as ${sql(`sleep_${round}`)}`.catch(
      () => sql`select ${round}::int as round`,
    )
    while (!(await isAsked(`sleep_${round}`))) await sleep(5)
    way.reset()
    const answer = await Promise.race([asked.catch((error) => error.code), sleep(3_000, 'nothing')])
    expect([[{ round }], 'CONNECTION_CLOSED', 'ECONNRESET']).toContainEqual(answer)
    expect(await sql`select ${round}::int as next`).toEqual([{ next: round }])
  }
})

test('an answer that was cut off leaves nothing in the next', async () => {
  await sql`select 1`
  const many = sql`select repeat('x', 1000) as text from generate_series(1, 200000)`
  way.cutAfter(500_000)
  await expect(many).rejects.toMatchObject(LOST)
  expect(await sql`select 1 as one`).toEqual([{ one: 1 }])
})

test('rows read in portions do not come from another connection', async () => {
  const read = sql.begin(async (tx) => {
    for await (const _ of tx`select generate_series(1, 100) as n`.cursor(10)) {
      way.cut()
      await sleep(100)
    }
  })
  await expect(read).rejects.toMatchObject(LOST)
  expect(await sql`select 1 as one`).toEqual([{ one: 1 }])
})

test('a server that hangs up before it is ready is told at once, and not called again for ever', async () => {
  way.refuse(true)
  const began = performance.now()
  await expect(sql`select 1`).rejects.toMatchObject(LOST)
  expect(performance.now() - began).toBeLessThan(2_000)
  const calls = way.calls()
  await sleep(200)
  expect(way.calls()).toBe(calls)
  way.refuse(false)
  expect(await sql`select 1 as one`).toEqual([{ one: 1 }])
})

test('a connection that is lost while it asks for the types leaves no rejection behind', async () => {
  const uncaught: unknown[] = []
  const listeners = process.rawListeners('unhandledRejection') as NodeJS.UnhandledRejectionListener[]
  process.removeAllListeners('unhandledRejection')
  process.on('unhandledRejection', (reason) => uncaught.push(reason))
  try {
    // Behind the greeting, within the list of types.
    way.cutAfter(1_500)
    await expect(sql`select 1`).rejects.toMatchObject(LOST)
    await sleep(20)
    expect(uncaught).toEqual([])
    expect(await sql`select 1 as one`).toEqual([{ one: 1 }])
  } finally {
    process.removeAllListeners('unhandledRejection')
    for (const listener of listeners) process.on('unhandledRejection', listener)
  }
})

test('connections are open before anybody waits for one', async () => {
  const ahead = openDatabase(way.url, { max: 4 })
  await openAhead(ahead, 4)
  expect(way.calls()).toBe(4)
  await ahead`select 1`
  expect(way.calls()).toBe(4)
  await ahead.end({ timeout: 1 })
})

test('where Postgres is away nobody waits for it', async () => {
  way.refuse(true)
  const began = performance.now()
  await openAhead(sql, 1, 100)
  expect(performance.now() - began).toBeLessThan(1_000)
})

test('a statement goes out at once when the types of its parameters are known', async () => {
  const ask = (day: string, more: string[], number: number | null) =>
    sql`select ${day}::date + 1 as day, ${more}::text[] as more, ${sql.json({ a: [1] })} as json, ${number}::int as number`
  const first = await ask('2025-10-31', ['a', 'b"c'], 7)
  const before = way.sent()
  expect(await ask('2025-10-31', ['a', 'b"c'], 7)).toEqual(first)
  expect(await ask('2024-02-28', [], null)).toEqual([
    { day: '2024-02-29', more: [], json: { a: [1] }, number: null },
  ])
  expect(way.sent() - before).toBe(2)
})

test('statements of a transaction that nobody waits for in between go out together', async () => {
  const run = () =>
    sql.begin(async (tx) => {
      const setting = tx`select set_config('latent.test', ${'here'}, true)`.execute()
      const [row] = await tx`select current_setting('latent.test') as setting, ${1}::int as one`
      await setting
      return row
    })
  await run()
  const before = way.sent()
  expect(await run()).toEqual({ setting: 'here', one: 1 })
  expect(way.sent() - before).toBe(3)
})

test('types that a migration changed are asked for again after the first error', async () => {
  await database.sql`create table changing (value int)`
  const write = () => sql`insert into changing ${sql({ value: 12 })}`
  const find = () => sql`select value from changing where value = ${12}`
  await write()
  expect(await find()).toEqual([{ value: 12 }])
  await database.sql`alter table changing alter value type text`
  await expect(find()).rejects.toMatchObject({ code: '42883' })
  expect(await find()).toEqual([{ value: '12' }])
  await database.sql`drop table changing`
})

test('a statement that cannot be built fails alone, and what was sent before it is answered', async () => {
  const refusal = await sql
    .begin(async (tx) => {
      await tx`select ${1}::int as one`
      const before = tx`select ${2}::int as one`.execute()
      const broken = tx`select ${undefined as unknown as string}::text`.execute()
      const [kept, failed] = await Promise.allSettled([before, broken])
      expect(kept).toEqual({ status: 'fulfilled', value: [{ one: 2 }] })
      expect(failed).toMatchObject({ status: 'rejected', reason: { code: 'UNDEFINED_VALUE' } })
    })
    .catch((error) => error)
  expect(refusal).toMatchObject({ code: 'UNDEFINED_VALUE' })
  expect(await sql`select 1 as one`).toEqual([{ one: 1 }])
})

test('queries that are under way when Postgres ends are told so, and go on when it is back', async () => {
  const servers = await ownServers()
  const busy = openDatabase((await servers.database()).url, { max: 5 })
  const counts = { answered: 0, failed: 0, waiting: 0, wrong: 0 }
  let over = false
  const ask = async (_: unknown, who: number) => {
    for (let n = 0; !over; n++) {
      counts.waiting += 1
      try {
        const word = `${who} ${n}`
        const rows =
          n % 2 === 0
            ? await busy`select ${word} as word`
            : await busy.begin((tx) => tx`select ${word} as word`)
        if (rows[0]?.word !== word || rows.length !== 1) counts.wrong += 1
        counts.answered += 1
      } catch {
        counts.failed += 1
        await sleep(2)
      }
      counts.waiting -= 1
    }
  }
  try {
    const asking = Array.from({ length: 100 }, ask)
    for (let kill = 0; kill < 3; kill++) {
      const before = counts.answered
      await until(() => counts.answered >= before + 2_000)
      await servers.postgres.stop()
      await servers.postgres.start()
    }
    const back = counts.answered
    await until(() => counts.answered >= back + 2_000)
    over = true
    await Promise.all(asking)
    expect(counts).toMatchObject({ waiting: 0, wrong: 0 })
    expect(counts.failed).toBeGreaterThan(0)
  } finally {
    await busy.end({ timeout: 2 })
    await servers.close()
  }
})

/** Whether a statement with this word has come to Postgres. */
async function isAsked(word: string): Promise<boolean> {
  const rows = await database.sql`select from pg_stat_activity
    where datname = current_database() and state = 'active' and query like ${`%"${word}"%`}`
  return rows.length > 0
}

async function words(): Promise<string[]> {
  const rows = await database.sql<{ word: string }[]>`select word from written order by word`
  return rows.map(({ word }) => word)
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(20)
}

/** A way to this Postgres that can be cut. */
async function wayTo(url: string) {
  const target = new URL(url)
  const open = new Set<Socket>()
  let isRefusing = false
  let calls = 0
  let sent = 0
  let left = Number.POSITIVE_INFINITY
  const server = createServer((near) => {
    calls += 1
    if (isRefusing) return near.resume().end()
    const far = connect(Number(target.port), target.hostname)
    open.add(near)
    near.once('close', () => open.delete(near))
    near.on('error', () => far.destroy()).on('end', () => far.destroy())
    far.on('error', () => near.destroy()).on('end', () => near.destroy())
    near.on('data', () => {
      sent += 1
    })
    near.pipe(far)
    far.on('data', (bytes) => {
      near.write(bytes.subarray(0, Math.max(left, 0)))
      left -= bytes.length
      if (left > 0) return
      left = Number.POSITIVE_INFINITY
      near.end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const near = new URL(url)
  near.hostname = '127.0.0.1'
  near.port = String((server.address() as AddressInfo).port)
  return {
    url: near.href,
    calls: () => calls,
    /** How often something was sent to Postgres. */
    sent: () => sent,
    refuse(really: boolean): void {
      isRefusing = really
    },
    /** Ends every connection in order. */
    cut(): void {
      for (const one of open) one.end()
    },
    /** Resets every connection. */
    reset(): void {
      for (const one of open) one.resetAndDestroy()
    },
    /** Ends the connection after so many bytes of answers. */
    cutAfter(bytes: number): void {
      left = bytes
    },
    async close(): Promise<void> {
      for (const one of open) one.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

test.each([
  ['2025-10-31 10:01:26+00', '2025-10-31T10:01:26Z'],
  ['2025-10-31 10:01:26.5+00', '2025-10-31T10:01:26.500Z'],
  ['2025-10-31 10:01:26.000999+00', '2025-10-31T10:01:26Z'],
  ['2025-10-31 10:01:26.123456+00', '2025-10-31T10:01:26.123Z'],
  ['2025-10-31 10:01:26.1+02', '2025-10-31T08:01:26.100Z'],
  ['2025-10-31 10:01:26+05:30', '2025-10-31T04:31:26Z'],
])('the moment Postgres prints as %s', (printed, told) => {
  expect(toRfc3339(printed)).toBe(told)
})

test('rows that nobody needs any more are gone with the next collection of what is young', async () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as (options?: { type: 'minor' }) => void
  const read = () => sql`select 'a row that is read ' || number as text from generate_series(1, 2000) number`
  const heldAfter = async (queries: number) => {
    collect()
    const before = process.memoryUsage().heapUsed
    for (let query = 0; query < queries; query++) {
      await read()
      await sleep(1)
      collect({ type: 'minor' })
    }
    return (process.memoryUsage().heapUsed - before) / queries
  }
  await heldAfter(5)
  // A result is some 250 kB.
  expect(await heldAfter(30)).toBeLessThan(50_000)
})
