const DAY_MS = 86_400_000

/** Any second of this many days can be restored. */
export const WINDOW_DAYS = 30
/** The first backup of a month is kept until this many months have passed since it began. */
export const MONTHS = 12
export const REDIS_SNAPSHOT_DAYS = 7

export interface KeptBackup {
  id: string
  /** From when on it can be restored, RFC 3339. */
  finished_at: string
  /** The names of the first and the last segment without which it is not whole. */
  start_wal: string
  end_wal: string
}

export interface Expiry {
  /** Backups to remove. */
  backups: string[]
  /** True for a segment of the archive that no backup that stays needs. */
  isDispensable(segment: string): boolean
}

/**
 * What may be removed. It stay: whatever is younger than the window, the one backup from which its first second is restored, and
 * the first of each month for a year. Of the log: all since the beginning of that one backup, and what each monthly one needs to
 * be whole. The latest backup always stays, however old it is.
 */
export function expiryOf(backups: readonly KeptBackup[], now: Date): Expiry {
  const sorted = [...backups].sort((a, b) => Date.parse(a.finished_at) - Date.parse(b.finished_at))
  const windowStart = now.getTime() - WINDOW_DAYS * DAY_MS
  const base = sorted.findLast((one) => Date.parse(one.finished_at) <= windowStart) ?? sorted[0]
  const oldestMonth = monthNumber(now) - MONTHS
  const months = new Set<number>()
  const monthly = new Set<KeptBackup>()
  for (const one of sorted) {
    const month = monthNumber(new Date(one.finished_at))
    if (months.has(month)) continue
    months.add(month)
    if (month >= oldestMonth) monthly.add(one)
  }
  const isInWindow = (one: KeptBackup) => one === base || Date.parse(one.finished_at) > windowStart
  const kept = sorted.filter((one) => isInWindow(one) || monthly.has(one))
  const needed = kept.filter((one) => !isInWindow(one))
  // Its beginning in the log, not in time: a later backup may have begun earlier.
  const [from] = kept
    .filter(isInWindow)
    .map((one) => placeOf(one.start_wal))
    .sort()
  return {
    backups: sorted.filter((one) => !kept.includes(one)).map(({ id }) => id),
    isDispensable(segment) {
      const place = placeOf(segment)
      if (place === '' || from === undefined || place >= from) return false
      return !needed.some((one) => place >= placeOf(one.start_wal) && place <= placeOf(one.end_wal))
    },
  }
}

/** Snapshots that are over their time; the latest always stays. */
export function expiredSnapshots<T extends { finished_at: string }>(snapshots: readonly T[], now: Date): T[] {
  const sorted = [...snapshots].sort((a, b) => Date.parse(a.finished_at) - Date.parse(b.finished_at))
  const oldest = now.getTime() - REDIS_SNAPSHOT_DAYS * DAY_MS
  return sorted.slice(0, -1).filter((one) => Date.parse(one.finished_at) < oldest)
}

function monthNumber(at: Date): number {
  return at.getUTCFullYear() * 12 + at.getUTCMonth()
}

/**
 * Where a file of the log stands among the others, without its timeline: a new timeline goes on where the old one ended, and
 * files of both are needed to get over. Histories of timelines have no place and are never dispensable.
 */
function placeOf(name: string): string {
  return /^[0-9A-F]{24}/.test(name) ? name.slice(8, 24) : ''
}
