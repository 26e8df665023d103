import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'

/** Without a sign of life for so long, the owner of a lock that cannot be looked up from here counts as dead. */
const FOREIGN_STALE_MS = 120_000
const LOCK = 'lock'

interface Owner {
  pid: number
  /** When the process started, in whatever unit the system tells it: a pid alone is soon another process. */
  started: string
  /** Where the pid means something: the machine since its boot, and the pid namespace of a container. */
  place: string
}

/** Marks the journal of an epoch as that of this process, until it dies. */
export function lockEpoch(folder: string): void {
  const owner: Owner = { pid: process.pid, started: startOf(process.pid) ?? '', place: placeOf() }
  writeFileSync(join(folder, LOCK), JSON.stringify(owner), { flag: 'wx' })
}

/** Shows others, who cannot look our pid up, that we live. */
export function touchLock(folder: string): void {
  const now = new Date()
  utimesSync(join(folder, LOCK), now, now)
}

/** True when nobody can still write to the journal of an epoch. `clock` is a file of the same file system, touched just now. */
export function isAbandoned(folder: string, clock: string): boolean {
  const path = join(folder, LOCK)
  let owner: Owner
  let touched: number
  try {
    touched = statSync(path).mtimeMs
    owner = JSON.parse(readFileSync(path, 'utf8')) as Owner
  } catch (error) {
    // The lock is written first; a folder without a whole one is of a process that died before it wrote anything else.
    return (error as NodeJS.ErrnoException).code === 'ENOENT'
      ? olderThan(folder, clock)
      : olderThan(path, clock)
  }
  if (owner.place === placeOf()) return startOf(owner.pid) !== owner.started
  return statSync(clock).mtimeMs - touched > FOREIGN_STALE_MS
}

function olderThan(path: string, clock: string): boolean {
  try {
    return statSync(clock).mtimeMs - statSync(path).mtimeMs > FOREIGN_STALE_MS
  } catch {
    return false
  }
}

let place: string | undefined
function placeOf(): string {
  place ??= [hostname(), textOf('/proc/sys/kernel/random/boot_id'), linkOf('/proc/self/ns/pid')].join(' ')
  return place
}

/** When a process started, or `undefined` when there is no such process. */
function startOf(pid: number): string | undefined {
  if (process.platform === 'linux') {
    const line = textOf(`/proc/${pid}/stat`)
    if (line === '') return undefined
    // The name of the program stands in brackets and may hold anything; what follows is counted from behind it.
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
    const [state] = fields
    return state === 'Z' || state === 'X' ? undefined : fields[19]
  }
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      timeout: 5_000,
    }).trim()
  } catch {
    return undefined
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return ''
  }
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}
