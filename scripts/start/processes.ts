import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type GuardedProcess, startGuarded } from '../services/guarded-process.mjs'
import type { Environment } from './environment.ts'

const STOP_GRACE_MS = 30_000
const START_TIMEOUT_MS = 60_000

export interface Running {
  name: string
  process: GuardedProcess
  logFile: string
  /** False for a program that is meant to end. */
  stays: boolean
}

/** Starts the processes of one `npm start` and stops them in the reverse order. */
export function processGroup(options: { root: string; logs: string }) {
  const { root, logs } = options
  const running: Running[] = []
  mkdirSync(logs, { recursive: true })

  return {
    running,

    /** Starts one of our own programs: TypeScript through tsx, anything else as it is. */
    start(name: string, file: string, args: string[], env: Environment, { stays = true } = {}): Running {
      const logFile = join(logs, `${name}.log`)
      writeFileSync(logFile, '', { flag: 'a' })
      truncateSync(logFile)
      const loader = file.endsWith('.ts') ? ['--import', 'tsx'] : []
      const process_ = startGuarded({
        command: process.execPath,
        args: [...loader, file, ...args],
        cwd: root,
        env,
        logFile,
      })
      const started = { name, process: process_, logFile, stays }
      running.push(started)
      return started
    },

    /** Applications first, so that they can still finish their work in the databases. */
    async stop(): Promise<void> {
      await Promise.all(running.map((one) => one.process.stop(STOP_GRACE_MS)))
    },
  }
}

/** Waits until the address answers with a success. Throws one sentence when the process ends before, or never gets there. */
export async function untilHealthy(started: Running, url: string): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS
  while (Date.now() < deadline) {
    if (!started.process.running()) throw new Error(endedEarly(started))
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(2_000) })
      if (response.ok) return
    } catch {
      // Not listening yet.
    }
    await sleep(100)
  }
  throw new Error(`The ${started.name} did not become healthy at ${url}; its log is ${started.logFile}.`)
}

/** Waits until a line of the log matches, and returns the match. */
export async function untilLogged(started: Running, pattern: RegExp): Promise<RegExpExecArray> {
  const deadline = Date.now() + START_TIMEOUT_MS
  while (Date.now() < deadline) {
    const match = pattern.exec(readFileSync(started.logFile, 'utf8'))
    if (match) return match
    if (!started.process.running()) throw new Error(endedEarly(started))
    await sleep(50)
  }
  throw new Error(`The ${started.name} did not start; its log is ${started.logFile}.`)
}

/** One sentence about a process that ended by itself: its configuration problem, or the error it wrote last. */
export function endedEarly({ name, logFile }: Running): string {
  const lines = readFileSync(logFile, 'utf8').trim().split('\n')
  const configuration = lines.findIndex((line) => line.startsWith('The configuration has'))
  if (configuration !== -1) return `The ${name}: ${lines.slice(configuration).join('\n')}`
  if (lines.at(-1)?.includes('"action":"stop')) {
    return `The ${name} was told to stop by another program (log: ${logFile})`
  }
  // What is not JSON was written by the runtime: the error that ended the process, above its stack.
  const told =
    lines.findLast((line) => /^[A-Za-z]*Error\b|EADDRINUSE|ECONNREFUSED/.test(line)) ?? lines.at(-1)
  return `The ${name} ended: ${(told || 'it wrote nothing').trim().slice(0, 300)} (log: ${logFile})`
}
