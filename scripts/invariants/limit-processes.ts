import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'

/** The limits of one organisation; a quota of null is none. */
export interface LimitPlan {
  rate: number
  burst: number
  quota: number | null
}

export interface LimitLoad {
  organisation: string
  plan: LimitPlan
  requests: number
  /** Even load; 0 sends all at once. */
  perSecond: number
}

export interface LimitResult {
  asked: number
  /** When each request was admitted, in milliseconds of the machine's clock. */
  admitted: number[]
  refused: Record<string, number>
  /** Commands sent to Redis during the load, those of the heartbeat included. */
  redisCalls: number
  fallbacks: number
  /** How long Redis took at most, as far as waiting requests saw it. */
  slowestMs: number
}

export interface LimitProcess {
  run(load: LimitLoad): Promise<LimitResult>
}

/** Processes that run the real limiter against one Redis, with nothing else in common. */
export async function limitProcesses(redisUrl: string, count: number) {
  const children: ChildProcess[] = []
  const all: LimitProcess[] = []
  for (let i = 0; i < count; i++) {
    const child = fork(join(import.meta.dirname, 'limit-process.ts'), [redisUrl], {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    children.push(child)
    let next = 0
    const open = new Map<number, { resolve(result: LimitResult): void; reject(cause: Error): void }>()
    const ready = new Promise<void>((resolve, reject) => {
      child.once('exit', (code) => {
        const gone = new Error(`a process of the limits ended with ${code}`)
        reject(gone)
        for (const one of open.values()) one.reject(gone)
      })
      child.on('message', (message: { ready?: true; id?: number; result?: LimitResult }) => {
        if (message.ready) return resolve()
        if (message.id === undefined || !message.result) return
        open.get(message.id)?.resolve(message.result)
        open.delete(message.id)
      })
    })
    await ready
    all.push({
      run: (load) =>
        new Promise((resolve, reject) => {
          next += 1
          open.set(next, { resolve, reject })
          child.send({ id: next, load })
        }),
    })
  }
  return {
    all,
    async close() {
      await Promise.all(
        children.map(
          (child) =>
            new Promise<void>((resolve) => {
              if (child.exitCode !== null) return resolve()
              child.once('exit', () => resolve())
              child.kill('SIGKILL')
            }),
        ),
      )
    },
  }
}
