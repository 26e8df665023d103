import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expiredSnapshots, expiryOf, type KeptBackup, MONTHS, WINDOW_DAYS } from './retention.ts'

const NOW = new Date('2026-11-23T02:00:00Z')
const DAY_MS = 86_400_000
const daysAgo = (days: number, at = NOW) => new Date(at.getTime() - days * DAY_MS)

/** A backup of that day; a day is sixteen segments of the log. */
function backup(at: Date): KeptBackup {
  const place = Math.floor(at.getTime() / DAY_MS) * 16
  const segment = (n: number) => `00000001${n.toString(16).toUpperCase().padStart(16, '0')}`
  return {
    id: at.toISOString(),
    finished_at: at.toISOString(),
    start_wal: segment(place),
    end_wal: segment(place + 1),
  }
}
const daily = (days: number, now = NOW) => Array.from({ length: days }, (_, day) => backup(daysAgo(day, now)))

test.each([
  [29, true],
  [30, true],
  // Nothing older is needed: the one of thirty days ago is where the first second of the window is restored from.
  [31, false],
  [32, false],
])('of daily backups the one of %i days ago is kept: %s', (days, kept) => {
  // In the middle of a month, so that no first of a month is among them.
  const now = new Date('2026-12-05T02:00:00Z')
  const removed = expiryOf(daily(60, now), now).backups
  expect(!removed.includes(backup(daysAgo(days, now)).id)).toBe(kept)
})

test('when none was made exactly thirty days ago, the next older one is kept, or the window would begin late', () => {
  const backups = [daysAgo(33), daysAgo(31.5), daysAgo(29), daysAgo(1)].map(backup)
  // The first of its month among them is 33 days ago.
  expect(expiryOf([backup(daysAgo(40)), ...backups], NOW).backups).toEqual([backup(daysAgo(33)).id])
})

test('the first of each month is kept for twelve months, and not for thirteen', () => {
  const removed = new Set(expiryOf(daily(800), NOW).backups)
  const kept = daily(800)
    .map(({ id }) => id)
    .filter((id) => !removed.has(id))
  const old = kept.filter((id) => Date.parse(id) < daysAgo(WINDOW_DAYS + 1).getTime()).sort()
  expect(old).toHaveLength(MONTHS)
  expect(old[0]).toBe('2025-11-01T02:00:00.000Z')
  expect(old.every((id) => id.slice(8, 10) === '01')).toBe(true)
  // A day later in the next month the oldest goes.
  const next = new Date('2026-12-01T02:00:00Z')
  expect(expiryOf(daily(800, next), next).backups).toContain('2025-11-01T02:00:00.000Z')
})

test('the last backup stays, however old it is', () => {
  const only = backup(daysAgo(900))
  expect(expiryOf([only], NOW).backups).toEqual([])
  expect(expiryOf([only], NOW).isDispensable(only.start_wal)).toBe(false)
})

test('of the log everything since the beginning of the window is kept, and what monthly backups need', () => {
  const backups = daily(200)
  const { isDispensable } = expiryOf(backups, NOW)
  const edge = backup(daysAgo(30))
  const before = (name: string) =>
    `00000001${(BigInt(`0x${name.slice(8)}`) - 1n).toString(16).toUpperCase().padStart(16, '0')}`
  expect(isDispensable(edge.start_wal)).toBe(false)
  expect(isDispensable(before(edge.start_wal))).toBe(true)
  const monthly = backup(new Date('2026-08-01T02:00:00Z'))
  expect([monthly.start_wal, monthly.end_wal].map(isDispensable)).toEqual([false, false])
  expect(isDispensable(before(monthly.start_wal))).toBe(true)
  // Of whichever timeline; the label of a backup goes with its segment; histories stay.
  expect(isDispensable(`00000003${monthly.start_wal.slice(8)}`)).toBe(false)
  expect(isDispensable(`${before(monthly.start_wal)}.00000028.backup`)).toBe(true)
  expect(isDispensable('00000002.history')).toBe(false)
})

test('whatever backups there are, every second of the window since the first of them can be restored', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 0, max: 500 * 24 }), { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 0, max: WINDOW_DAYS * 24 }),
      (hours, asked) => {
        const backups = hours.map((hour) => backup(daysAgo(hour / 24)))
        const removed = new Set(expiryOf(backups, NOW).backups)
        const moment = daysAgo(asked / 24).getTime()
        const possible = (one: KeptBackup) => Date.parse(one.finished_at) <= moment
        const kept = backups.filter((one) => !removed.has(one.id))
        const base = kept
          .filter(possible)
          .sort((a, b) => Date.parse(b.finished_at) - Date.parse(a.finished_at))[0]
        expect(base !== undefined).toBe(backups.some(possible))
        if (!base) return
        // The log from its beginning on is there.
        const { isDispensable } = expiryOf(backups, NOW)
        const inWindow =
          Date.parse(base.finished_at) <= daysAgo(WINDOW_DAYS).getTime() ||
          moment >= daysAgo(WINDOW_DAYS).getTime()
        if (inWindow) expect(isDispensable(base.start_wal)).toBe(false)
      },
    ),
  )
})

test.each([
  [6, true],
  [7, true],
  [7.01, false],
  [8, false],
])('a snapshot of %d days ago is kept: %s', (days, kept) => {
  const snapshots = [daysAgo(days), daysAgo(0.5)].map((at) => ({ finished_at: at.toISOString() }))
  expect(expiredSnapshots(snapshots, NOW)).toHaveLength(kept ? 0 : 1)
  // Alone it is the last there is.
  expect(expiredSnapshots(snapshots.slice(0, 1), NOW)).toEqual([])
})
