import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Worker } from 'node:worker_threads'
import { build } from 'esbuild'
import { READING_LIMITS, startThread } from '../thread.ts'
import type { BenchDocument } from './bench-corpus.ts'
import type { BenchTask } from './bench-thread.ts'

/**
 * The thread's program, bundled as the workers are: what a loader adds to the sources for the sake of debugging costs more
 * than some of the reading.
 */
const ENTRY = await bundled()

async function bundled(): Promise<URL> {
  // Beside the packages, so that it finds them.
  const outfile = join(import.meta.dirname, '../../../node_modules/.cache/bench-parse/bench-thread.js')
  await build({
    entryPoints: [join(import.meta.dirname, 'bench-thread.ts')],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
  })
  return pathToFileURL(outfile)
}

/** Asks one fresh thread for one thing. */
export async function askThread<Answer>(task: BenchTask): Promise<Answer> {
  const thread = startReader()
  try {
    return (await ask(thread, task)) as Answer
  } finally {
    await thread.terminate()
  }
}

/** What a pool of threads, one for each core, made of the documents. */
export interface PoolRun {
  threads: number
  megabytes_per_second: number
}

/** Reads the documents, each as often as there are rounds, with all cores. */
export async function readWithPool(documents: readonly BenchDocument[], rounds: number): Promise<PoolRun> {
  const threads = Array.from({ length: availableParallelism() }, startReader)
  const readAll = async (times: number) => {
    let next = 0
    await Promise.all(
      threads.map(async (thread) => {
        while (next < documents.length * times) {
          const document = documents[next++ % documents.length] as BenchDocument
          await ask(thread, { task: 'read', document })
        }
      }),
    )
  }
  await readAll(2)
  const started = performance.now()
  await readAll(rounds)
  const seconds = (performance.now() - started) / 1000
  await Promise.all(threads.map((thread) => thread.terminate()))
  const bytes = documents.reduce((sum, document) => sum + document.bytes.length, 0) * rounds
  return { threads: threads.length, megabytes_per_second: bytes / 1e6 / seconds }
}

/** Starts a thread that reads. */
export function startReader(): Worker {
  return startThread(ENTRY, { resourceLimits: READING_LIMITS })
}

export function ask(thread: Worker, task: BenchTask): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onMessage = (answer: unknown) => {
      thread.off('error', reject)
      resolve(answer)
    }
    thread.once('message', onMessage).once('error', reject)
    thread.postMessage(task)
  })
}
