import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LoadOrder, LoadResult } from './load.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const START_MS = 60_000
/** What /proc counts CPU time in; the same on every Linux. */
const TICKS_PER_SECOND = 100

const canPin = spawnSync('taskset', ['--version']).status === 0

/** A child process with a channel, on one core where the machine lets us choose. */
export interface Child {
  pid: number
  process: ChildProcess
  /** Its first message. */
  hello: Record<string, unknown>
  stop(): Promise<void>
}

export async function startChild(
  program: string,
  options: {
    core: number
    args?: string[]
    env?: Record<string, string>
    nodeOptions?: string[]
    log?: string
  },
): Promise<Child> {
  const node = [process.execPath, ...(options.nodeOptions ?? []), program, ...(options.args ?? [])]
  const [command, ...args] = canPin ? ['taskset', '-c', String(options.core), ...node] : node
  // What it logs goes to a file, as a server's does, never to a pipe that we would have to empty.
  const log = openSync(options.log ?? '/dev/null', 'a')
  const child = spawn(command as string, args, {
    cwd: ROOT,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', log, 'inherit', 'ipc'],
  })
  closeSync(log)
  const hello = await nextMessage(child, START_MS)
  return {
    pid: child.pid as number,
    process: child,
    hello,
    async stop() {
      if (child.exitCode !== null) return
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      const patience = setTimeout(() => child.kill('SIGKILL'), 5_000)
      await ended
      clearTimeout(patience)
    },
  }
}

/** Lets a server under test bring to Postgres what it has counted, and asks what that was. */
export async function ask(child: Child): Promise<Record<string, unknown>> {
  child.process.send('counts')
  return await nextMessage(child.process, START_MS)
}

export async function load(generator: Child, order: LoadOrder): Promise<LoadResult> {
  generator.process.send(order)
  const patience = (order.seconds + (order.warmUpSeconds ?? 0)) * 1000 + START_MS
  const answer = (await nextMessage(generator.process, patience)) as { result?: LoadResult; error?: string }
  if (!answer.result) throw new Error(`the load generator failed: ${answer.error}`)
  return answer.result
}

/** Seconds of processor time used by a process, or by its event loop alone. */
export function cpuSeconds(pid: number, of: 'process' | 'loop' = 'process'): number {
  const file = of === 'process' ? `/proc/${pid}/stat` : `/proc/${pid}/task/${pid}/stat`
  const fields = readFileSync(file, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
}

/** Resident memory of a process, MB. */
export function residentMb(pid: number): number {
  const kb = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kb) / 1024
}

async function nextMessage(child: ChildProcess, patienceMs: number): Promise<Record<string, unknown>> {
  return await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('a child process said nothing')), patienceMs)
    const ended = (code: number | null) => {
      clearTimeout(timer)
      reject(new Error(`a child process ended with ${code}`))
    }
    child.once('exit', ended)
    child.once('message', (message) => {
      clearTimeout(timer)
      child.off('exit', ended)
      resolve(message as Record<string, unknown>)
    })
  })
}
