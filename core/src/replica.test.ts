import { expect, test } from 'vitest'
import type { Sql } from './db.ts'
import { parseLsn, readsFrom, replicaGuard } from './replica.ts'

/** Servers that answer what they are told to. */
function invented() {
  const state = { now: 0, primary: '0/100', replayed: '0/100' as string | null, replays: true, away: false }
  const answering = (row: () => object) =>
    (async () => {
      if (state.away) throw new Error('gone')
      return [row()]
    }) as unknown as Sql
  const guard = replicaGuard(
    {
      primary: answering(() => ({ lsn: state.primary })),
      replica: answering(() => ({ lsn: state.replayed, replays: state.replays })),
    },
    { now: () => state.now, pollMs: 3_600_000, maxStaleMs: 750 },
  )
  const lookAt = async (now: number) => {
    state.now = now
    await guard.look()
    return guard.isFresh()
  }
  return { state, guard, lookAt }
}

test('a replica that replayed the place where the primary was is fresh until that is too long ago', async () => {
  const { state, guard, lookAt } = invented()
  expect(await lookAt(1_000)).toBe(true)
  expect(guard.staleMs()).toBe(0)
  state.now = 1_750
  expect(guard.isFresh()).toBe(true)
  state.now = 1_751
  expect(guard.isFresh()).toBe(false)
  await guard.stop()
})

test('a replica that is always a little behind is fresh by the place it reached', async () => {
  const { state, guard, lookAt } = invented()
  await lookAt(0)
  for (let now = 200; now < 4_000; now += 200) {
    // It has by now what the primary had at the look before.
    state.replayed = state.primary
    state.primary = `0/${(0x100 + now).toString(16)}`
    expect(await lookAt(now)).toBe(true)
    expect(guard.staleMs()).toBe(200)
  }
  await guard.stop()
})

test('one that stands still while the primary goes on is not fresh, and is again once it has caught up', async () => {
  const { state, guard, lookAt } = invented()
  await lookAt(0)
  for (let now = 200; now <= 2_000; now += 200) {
    state.primary = `0/${(0x1000 + now).toString(16)}`
    expect(await lookAt(now)).toBe(now <= 750)
  }
  // It goes on, but not far enough to know what was a moment ago.
  state.replayed = `0/${(0x1000 + 400).toString(16)}`
  expect(await lookAt(2_200)).toBe(false)
  state.replayed = state.primary
  expect(await lookAt(2_400)).toBe(true)
  await guard.stop()
})

test('nothing is written, and it stays fresh', async () => {
  const { guard, lookAt } = invented()
  for (let now = 0; now <= 60_000; now += 500) expect(await lookAt(now)).toBe(true)
  await guard.stop()
})

test.each([
  ['was promoted beside a primary that goes on', { replays: false }],
  ['has replayed nothing', { replayed: null }],
  ['does not answer', { away: true }],
])('a server that %s is never fresh', async (_, change) => {
  const { state, guard, lookAt } = invented()
  expect(await lookAt(0)).toBe(true)
  Object.assign(state, change)
  expect(await lookAt(100)).toBe(false)
  await guard.stop()
})

test('without the primary nothing is proved, and soon nothing is fresh', async () => {
  const state = { now: 0, away: false }
  const primary = (async () => {
    if (state.away) throw new Error('gone')
    return [{ lsn: '0/100' }]
  }) as unknown as Sql
  const replica = (async () => [{ lsn: '0/100', replays: true }]) as unknown as Sql
  const guard = replicaGuard({ primary, replica }, { now: () => state.now, pollMs: 3_600_000 })
  await guard.look()
  expect(guard.isFresh()).toBe(true)
  state.away = true
  state.now = 800
  await guard.look()
  expect(guard.isFresh()).toBe(false)
  await guard.stop()
})

test('each statement goes where it may, and what is put into another goes with it', async () => {
  const asked: string[] = []
  const server = (name: string) => {
    const sql = (() => {
      asked.push(name)
      return Promise.resolve([])
    }) as unknown as Sql
    return Object.assign(sql, { begin: async () => asked.push(`${name}.begin`) }) as unknown as Sql
  }
  const guard = { isFresh: () => fresh }
  let fresh = true
  const sql = readsFrom({ primary: server('primary'), replica: server('replica') }, guard)
  await sql`select 1`
  await sql.begin(async () => {})
  fresh = false
  await sql`select 1`
  await sql.begin(async () => {})
  expect(asked).toEqual(['replica', 'replica.begin', 'primary', 'primary.begin'])
})

test.each([
  ['0/0', 0n],
  ['16/B374D848', 0x16b374d848n],
  ['FFFFFFFF/FFFFFFFF', 0xffffffffffffffffn],
])('the place %s', (text, place) => {
  expect(parseLsn(text)).toBe(place)
})

test('what is no place is refused', () => {
  for (const text of ['', '1', '1/2/3', 'x/1', undefined]) expect(() => parseLsn(text)).toThrow(TypeError)
})
