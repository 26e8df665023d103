import type { Worker } from 'node:worker_threads'
import type { ParsedFiling } from '@sec-latent/core/filings/parsed-filing'
import { startThread } from '@sec-latent/core/thread'
import { PermanentFailure } from '../job.ts'

export interface ParseTask {
  id: number
  bytes: Uint8Array
  filed_on: string
}

export type ParseAnswer =
  | { id: number; parsed: ParsedFiling }
  /** The reason is that of a submission that cannot be read; without one the reading itself failed. */
  | { id: number; reason: string | null; message: string }

export interface ParseLimits {
  timeoutMs: number
  memoryMb: number
}

interface Waiting {
  bytes: Buffer
  filedOn: string
  resolve(parsed: ParsedFiling): void
  reject(error: Error): void
}

/** In a bundle the thread's program lies beside it under the name of a script. */
const ENTRY = new URL(
  import.meta.url.endsWith('.ts') ? './parse-thread-main.ts' : './parse-thread-main.js',
  import.meta.url,
)

/**
 * Reads filings in threads, so that the process stays free while a large one is read, and so that a document that takes too
 * long or too much memory ends its thread and nothing else. Each thread reads one filing at a time.
 */
export function parseThreads(count: number, limits: ParseLimits, entry: URL = ENTRY) {
  const idle: Worker[] = []
  const queue: Waiting[] = []
  let running = 0
  let closed = false
  let tasks = 0

  function start(): Worker {
    const worker = startThread(entry, {
      // The young generation keeps its size: with a larger one V8 passes the limit at once, and ends the process instead.
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb },
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
    if (closed || running >= count) return
    const waiting = queue.shift()
    if (waiting === undefined) return
    running++
    void run(idle.pop() ?? start(), waiting)
  }

  async function run(worker: Worker, waiting: Waiting): Promise<void> {
    const outcome = await ask(worker, waiting)
    running--
    if (outcome.alive && !closed) idle.push(worker)
    else void worker.terminate()
    if ('parsed' in outcome) waiting.resolve(outcome.parsed)
    else waiting.reject(outcome.error)
    next()
  }

  type Reply = { alive: boolean } & ({ parsed: ParsedFiling } | { error: Error })

  function ask(worker: Worker, { bytes, filedOn }: Waiting): Promise<Reply> {
    const id = ++tasks
    return new Promise((resolve) => {
      const end = (outcome: Reply) => {
        clearTimeout(timer)
        worker.off('message', onMessage).off('error', onError).off('exit', onExit)
        resolve(outcome)
      }
      const onMessage = (answer: ParseAnswer) => {
        if (answer.id !== id) return
        end(
          'parsed' in answer
            ? { alive: true, parsed: answer.parsed }
            : { alive: true, error: errorOf(answer) },
        )
      }
      const onError = (error: Error & { code?: string }) => end({ alive: false, error: lost(error, limits) })
      const onExit = (code: number) =>
        end({ alive: false, error: new Error(`the reading thread ended with code ${code}`) })
      const timer = setTimeout(() => {
        const detail = `not read after ${limits.timeoutMs} ms`
        end({ alive: false, error: new PermanentFailure('parse_timeout', detail) })
      }, limits.timeoutMs)
      worker.on('message', onMessage).on('error', onError).on('exit', onExit)
      const moved = movable(bytes)
      worker.postMessage({ id, bytes: moved, filed_on: filedOn } satisfies ParseTask, [moved.buffer])
    })
  }

  return {
    /** Reads a filing. Its bytes are handed over: the buffer is empty afterwards. */
    parse(bytes: Buffer, filedOn: string): Promise<ParsedFiling> {
      return new Promise((resolve, reject) => {
        queue.push({ bytes, filedOn, resolve, reject })
        next()
      })
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
