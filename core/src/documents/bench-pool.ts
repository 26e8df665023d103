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
  const thread = start()
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
  /** Hash of the outputs, in the order of the documents. */
  hashes: string[]
}

/** Reads the documents, each as often as there are rounds, with all cores. */
export async function readWithPool(documents: readonly BenchDocument[], rounds: number): Promise<PoolRun> {
  const threads = Array.from({ length: availableParallelism() }, start)
  const hashes: string[] = new Array(documents.length)
  const readAll = async (times: number) => {
    let next = 0
    await Promise.all(
      threads.map(async (thread) => {
        while (next < documents.length * times) {
          const index = next++ % documents.length
          const document = documents[index] as BenchDocument
          hashes[index] = (await ask(thread, { task: 'read', document })) as string
        }
      }),
    )
  }
  await readAll(2)
  const start_ = performance.now()
  await readAll(rounds)
  const seconds = (performance.now() - start_) / 1000
  await Promise.all(threads.map((thread) => thread.terminate()))
  const bytes = documents.reduce((sum, document) => sum + document.bytes.length, 0) * rounds
  return { threads: threads.length, megabytes_per_second: bytes / 1e6 / seconds, hashes }
}

function start(): Worker {
  return startThread(ENTRY, { resourceLimits: READING_LIMITS })
}

function ask(thread: Worker, task: BenchTask): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onMessage = (answer: unknown) => {
      thread.off('error', reject)
      resolve(answer)
    }
    thread.once('message', onMessage).once('error', reject)
    thread.postMessage(task)
  })
}
