import type { Worker } from 'node:worker_threads'
import type { ParsedFiling } from '@sec-latent/core/filings/parsed-filing'
import { startThread } from '@sec-latent/core/thread'
import { currentTraceparent } from '@sec-latent/core/traces/current'
import { PermanentFailure } from '../job.ts'
import type { Observed, ReadingJob, ReadingStores } from './reading-services.ts'

/** Bytes to parse, or a job to do on the stores that the thread opens for itself. */
export type ParseTask = { id: number } & (
  | { bytes: Uint8Array; filed_on: string }
  | { job: ReadingJob; accession_number: string; traceparent?: string | undefined }
)

export type ParseAnswer =
  | { id: number; parsed: ParsedFiling }
  | { id: number; done: Observed[] }
  /** The reason is that of a submission that cannot be read; without one the reading itself failed. */
  | { id: number; reason: string | null; message: string }

export interface ParseLimits {
  timeoutMs: number
  memoryMb: number
}

/** What is waited for; a filing is best read on by the thread that has just read it. */
interface Waiting {
  task:
    | { bytes: Buffer; filedOn: string }
    | { job: ReadingJob; accession_number: string; traceparent?: string | undefined }
  resolve(answer: ParseAnswer): void
  reject(error: Error): void
}

/** So many filings a thread may still know: those between the parse and the rules. */
export const KNOWN_FILINGS = 3

/** In a bundle the thread's program lies beside it under the name of a script. */
const ENTRY = new URL(
  import.meta.url.endsWith('.ts') ? './parse-thread-main.ts' : './parse-thread-main.js',
  import.meta.url,
)

/**
 * Reads filings in threads, so that the process stays free while a large one is read, and so that a document that takes too
 * long or too much memory ends its thread and nothing else. Each thread reads one filing at a time.
 */
export function parseThreads(
  count: number,
  limits: ParseLimits,
  entry: URL = ENTRY,
  stores: ReadingStores | null = null,
) {
  const idle: Worker[] = []
  const lastRead = new WeakMap<Worker, string[]>()
  const queue: Waiting[] = []
  let running = 0
  let closed = false
  let tasks = 0

  function start(): Worker {
    const worker = startThread(entry, {
      // The young generation keeps its size: with a larger one V8 passes the limit at once, and ends the process instead.
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb },
      workerData: stores,
    })
    // One that ends while it has nothing to do must neither end the process nor be asked again.
    worker.on('error', () => {})
    worker.on('exit', () => {
      const place = idle.indexOf(worker)
      if (place >= 0) idle.splice(place, 1)
    })
    return worker
  }

  function next(): void {
    if (closed || running >= count || queue.length === 0) return
    running++
    const worker = idle.pop() ?? start()
    const place = queue.findIndex(({ task }) => 'job' in task && knows(worker, task.accession_number))
    const [waiting] = queue.splice(Math.max(0, place), 1)
    void run(worker, waiting as Waiting)
  }

  function knows(worker: Worker, accessionNumber: string): boolean {
    return lastRead.get(worker)?.includes(accessionNumber) ?? false
  }

  async function run(worker: Worker, waiting: Waiting): Promise<void> {
    const outcome = await ask(worker, waiting)
    running--
    if (outcome.alive && !closed) idle.push(worker)
    else void worker.terminate()
    if ('answer' in outcome) waiting.resolve(outcome.answer)
    else waiting.reject(outcome.error)
    // What follows from an answer is asked for at once: it comes before other work.
    setImmediate(next)
  }

  type Reply = { alive: boolean } & ({ answer: ParseAnswer } | { error: Error })

  function ask(worker: Worker, { task }: Waiting): Promise<Reply> {
    const id = ++tasks
    return new Promise((resolve) => {
      const end = (outcome: Reply) => {
        clearTimeout(timer)
        worker.off('message', onMessage).off('error', onError).off('exit', onExit)
        resolve(outcome)
      }
      const onMessage = (answer: ParseAnswer) => {
        if (answer.id !== id) return
        end('reason' in answer ? { alive: true, error: errorOf(answer) } : { alive: true, answer })
      }
      const onError = (error: Error & { code?: string }) => end({ alive: false, error: lost(error, limits) })
      const onExit = (code: number) =>
        end({ alive: false, error: new Error(`the reading thread ended with code ${code}`) })
      const timer = setTimeout(() => {
        const detail = `not read after ${limits.timeoutMs} ms`
        end({ alive: false, error: new PermanentFailure('parse_timeout', detail) })
      }, limits.timeoutMs)
      worker.on('message', onMessage).on('error', onError).on('exit', onExit)
      if ('job' in task) {
        const known = [task.accession_number, ...(lastRead.get(worker) ?? [])]
        lastRead.set(worker, [...new Set(known)].slice(0, KNOWN_FILINGS))
        worker.postMessage({ id, ...task } satisfies ParseTask)
        return
      }
      const moved = movable(task.bytes)
      worker.postMessage({ id, bytes: moved, filed_on: task.filedOn } satisfies ParseTask, [moved.buffer])
    })
  }

  function wait(task: Waiting['task']): Promise<ParseAnswer> {
    return new Promise((resolve, reject) => {
      queue.push({ task, resolve, reject })
      next()
    })
  }

  return {
    /** Parses a filing and stores nothing. Its bytes are handed over: the buffer is empty afterwards. */
    async parse(bytes: Buffer, filedOn: string): Promise<ParsedFiling> {
      const answer = await wait({ bytes, filedOn })
      if (!('parsed' in answer)) throw new Error('the thread was asked to parse')
      return answer.parsed
    },

    /** Does a job on a filing on the thread's own connections, and tells what is to be counted. */
    async run(job: ReadingJob, accession_number: string): Promise<Observed[]> {
      const answer = await wait({ job, accession_number, traceparent: currentTraceparent() })
      return 'done' in answer ? answer.done : []
    },

    async close(): Promise<void> {
      closed = true
      await Promise.all(idle.map((worker) => worker.terminate()))
    },
  }
}

export type ParseThreads = ReturnType<typeof parseThreads>

function errorOf({ reason, message }: { reason: string | null; message: string }): Error {
  return reason === null ? new Error(message) : new PermanentFailure(reason, message)
}

function lost(error: Error & { code?: string }, { memoryMb }: ParseLimits): Error {
  return error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new PermanentFailure('parse_out_of_memory', `needs more than ${memoryMb} MB`, { cause: error })
    : error
}

/** Small buffers share their memory with others, which must not be handed over. */
function movable(bytes: Buffer): Uint8Array<ArrayBuffer> {
  const whole = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength
  return whole && bytes.buffer instanceof ArrayBuffer ? new Uint8Array(bytes.buffer) : new Uint8Array(bytes)
}
