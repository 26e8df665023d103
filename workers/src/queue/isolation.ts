import { type ChildProcess, fork } from 'node:child_process'
import type { JobName } from '@sec-latent/core/jobs'
import type { Logger } from '@sec-latent/core/log'
import { currentTraceparent } from '@sec-latent/core/traces/current'
import { type CarriedError, carriedBack } from './carried-error.ts'

/** The word that makes a worker's program take jobs one at a time from the process that started it. */
export const ISOLATED = 'isolated'

/** A process that says nothing for so long cannot be waited for: it hangs in the middle of a job. */
const SILENCE_MS = 60_000
/** After so long without a job the process is no longer kept. */
const IDLE_MS = 15_000
const LOOK_MS = 1_000
const START_MS = 120_000

/** To the process. */
export interface IsolatedJob {
  id: number
  job_name: JobName
  payload: object
  /** The step of a trace of which it is a part. */
  traceparent?: string | undefined
}

/** From the process. `alive` comes all the time; an answer once for each job. */
export type IsolatedAnswer = { alive: true } | { id: number; error: CarriedError | null }

/** The job took the process with it that did nothing else, or made it hang: it is the cause. */
export class JobDied extends Error {
  override name = 'JobDied'
  readonly reason: 'worker_died' | 'unresponsive'
  constructor(reason: 'worker_died' | 'unresponsive', detail: string) {
    super(detail)
    this.reason = reason
  }
}

/**
 * Does jobs alone, one after another, in a process of their own. For those whose process died while it had them: with the
 * one that killed it die its neighbours, and nobody can tell which it was until each is tried where there are none.
 */
export function isolation(log: Logger, options: { program?: string; silenceMs?: number } = {}) {
  const program = options.program ?? (process.argv[1] as string)
  const silenceMs = options.silenceMs ?? SILENCE_MS
  let child: ChildProcess | undefined
  let turn: Promise<unknown> = Promise.resolve()
  let idle: NodeJS.Timeout | undefined
  let count = 0

  function start(): ChildProcess {
    const started = fork(program, [ISOLATED], { execArgv: process.execArgv, serialization: 'json' })
    started.on('error', () => {})
    started.once('exit', () => {
      if (child === started) child = undefined
    })
    child = started
    return started
  }

  async function alone(job_name: JobName, payload: object): Promise<void> {
    clearTimeout(idle)
    const fresh = child === undefined
    const own = child ?? start()
    const id = count++
    log.info({ action: 'isolate-job', message: `${job_name} is done alone.`, metadata: { ...payload } })
    try {
      await new Promise<void>((resolve, reject) => {
        let heardAt = performance.now() + (fresh ? START_MS : 0)
        const watch = setInterval(() => {
          if (performance.now() - heardAt < silenceMs) return
          finish()
          // The next job must not be sent to a process that is on its way out.
          if (child === own) child = undefined
          own.kill('SIGKILL')
          reject(new JobDied('unresponsive', `the process was silent for ${silenceMs} ms`))
        }, LOOK_MS)
        const onExit = (code: number | null, signal: string | null) => {
          finish()
          reject(new JobDied('worker_died', `the process ended with ${signal ?? code}`))
        }
        const onMessage = (answer: IsolatedAnswer) => {
          heardAt = performance.now()
          if ('alive' in answer || answer.id !== id) return
          finish()
          if (answer.error) reject(carriedBack(answer.error))
          else resolve()
        }
        const finish = () => {
          clearInterval(watch)
          own.off('exit', onExit)
          own.off('message', onMessage)
        }
        own.on('exit', onExit)
        own.on('message', onMessage)
        const job: IsolatedJob = { id, job_name, payload, traceparent: currentTraceparent() }
        own.send(job, () => {})
      })
    } finally {
      idle = setTimeout(() => void stop(), IDLE_MS)
      idle.unref()
    }
  }

  async function stop(): Promise<void> {
    clearTimeout(idle)
    const gone = child
    child = undefined
    if (!gone || gone.exitCode !== null || gone.signalCode !== null) return
    const ended = new Promise((resolve) => gone.once('exit', resolve))
    gone.disconnect()
    await ended
  }

  return {
    /** Resolves when the job is done. Throws what it threw, or `JobDied`. */
    run(job_name: JobName, payload: object): Promise<void> {
      const result = turn.then(() => alone(job_name, payload))
      turn = result.catch(() => {})
      return result
    },
    /** The process that is there at the moment. */
    pid: () => child?.pid,
    stop,
  }
}

export type Isolation = ReturnType<typeof isolation>
