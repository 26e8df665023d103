import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type GuardedProcess, startGuarded } from '../services/guarded-process.mjs'

const START_TIMEOUT_MS = 120_000
const STOP_GRACE_MS = 60_000
/** Writes down who it is and becomes the program: the guard's own number is of no use for signals. */
const INTRODUCE = 'echo $$ > "$0" && exec "$@"'

export interface ProgramOptions {
  name: string
  command: string
  args: string[]
  env?: Record<string, string | undefined>
  cwd: string
  /** For the log and the process id. */
  folder: string
  user?: { uid: number; gid: number }
  /** Resolves to true once the program can be used. */
  ready(): Promise<boolean>
}

/** A program of the running system, which can be killed, stopped, frozen and started again by name. */
export async function startProgram(options: ProgramOptions) {
  const { name, command, args, env, cwd, folder, user } = options
  mkdirSync(folder, { recursive: true })
  const pidFile = join(folder, 'pid')
  const logFile = join(folder, 'log')
  let guarded: GuardedProcess | undefined
  /** Whether somebody asked for its end. */
  let expected = false
  const ends: { at: number; code: number }[] = []

  function pid(): number | undefined {
    try {
      return guarded?.running() ? Number(readFileSync(pidFile, 'utf8')) || undefined : undefined
    } catch {
      return undefined
    }
  }

  function signal(which: NodeJS.Signals): void {
    const id = pid()
    if (id === undefined) return
    for (const one of which === 'SIGSTOP' || which === 'SIGCONT' ? family(id) : [id]) send(one, which)
  }

  async function ended(): Promise<number> {
    const code = (await guarded?.exited) ?? 0
    guarded = undefined
    return code
  }

  async function start(more: Record<string, string> = {}): Promise<void> {
    if (guarded) return
    expected = false
    rmSync(pidFile, { force: true })
    const started = startGuarded({
      command: '/bin/sh',
      args: ['-c', INTRODUCE, pidFile, command, ...args],
      cwd,
      env: { PATH: process.env.PATH, LC_ALL: 'C', ...env, ...more },
      ...(user ? { user } : {}),
      logFile,
    })
    guarded = started
    void started.exited.then((code) => {
      if (expected) return
      ends.push({ at: Date.now(), code })
      if (guarded === started) guarded = undefined
    })
    const deadline = Date.now() + START_TIMEOUT_MS
    while (!(await options.ready().catch(() => false))) {
      if (!started.running() || Date.now() > deadline) {
        await started.stop()
        if (guarded === started) guarded = undefined
        throw new Error(`${name} did not start: ${lastWords(logFile)} (log: ${logFile})`)
      }
      await sleep(30)
    }
  }

  const one = {
    name,
    logFile,
    pid,
    isRunning: () => guarded?.running() ?? false,
    /** With settings beside its own. */
    start,
    signal,
    /** When it ended although nobody asked for it. */
    unexpectedEnds: (): readonly { at: number; code: number }[] => ends,
    /** `kill -9`. */
    async kill(): Promise<void> {
      expected = true
      signal('SIGCONT')
      signal('SIGKILL')
      await ended()
    },
    /** SIGTERM; the exit code it ended with. */
    async stop(): Promise<number> {
      expected = true
      signal('SIGCONT')
      signal('SIGTERM')
      const timer = setTimeout(() => signal('SIGKILL'), STOP_GRACE_MS)
      const code = await ended()
      clearTimeout(timer)
      return code
    },
    /** Nothing of it runs until `resume`. */
    pause: () => signal('SIGSTOP'),
    resume: () => signal('SIGCONT'),
    log: () => readFileSync(logFile, 'utf8'),
  }
  await start()
  return one
}

export type Program = Awaited<ReturnType<typeof startProgram>>

/** A process and everything below it. */
export function family(pid: number): number[] {
  const parents = new Map<number, number[]>()
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, 'utf8')
      // The name is in parentheses and may hold anything.
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
      parents.set(parent, [...(parents.get(parent) ?? []), Number(entry)])
    } catch {
      // It ended while we looked.
    }
  }
  const found = [pid]
  for (const one of found) found.push(...(parents.get(one) ?? []))
  return found
}

export function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It ended by itself.
  }
}

function lastWords(logFile: string): string {
  const lines = readFileSync(logFile, 'utf8').trim().split('\n')
  return lines.slice(-5).join(' | ').slice(-1_000) || 'it wrote nothing'
}
