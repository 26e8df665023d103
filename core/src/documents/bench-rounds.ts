import type { Worker } from 'node:worker_threads'
import { ask, startReader } from './bench-pool.ts'
import type { ContestantName, Prepared } from './bench-thread.ts'

/** What contestants took for the same inputs. */
export interface Measured {
  bytes: number
  documents: number
  /** Milliseconds for all inputs, the median of the rounds. */
  medians: Partial<Record<ContestantName, number>>
}

/**
 * Measures contestants in turn, round by round, so that whatever else the machine does meets all of them alike. Each has a
 * thread of its own: nobody pays for the garbage another leaves behind. The rounds of warming up do not count.
 */
export async function measureInTurn(
  names: readonly ContestantName[],
  corpus: string,
  count: number,
  rounds: number,
  warmUp: number,
): Promise<Measured> {
  const threads: [ContestantName, Worker, number[]][] = []
  let prepared: Prepared = { bytes: 0, documents: 0 }
  for (const name of names) {
    const thread = startReader()
    threads.push([name, thread, []])
    prepared = (await ask(thread, { task: 'prepare', name, corpus, count })) as Prepared
  }
  for (let round = 0; round < warmUp + rounds; round++) {
    for (const [, thread, times] of threads) {
      const milliseconds = (await ask(thread, { task: 'round' })) as number
      if (round >= warmUp) times.push(milliseconds)
    }
  }
  await Promise.all(threads.map(([, thread]) => thread.terminate()))
  const medians = Object.fromEntries(threads.map(([name, , times]) => [name, median(times)]))
  return { ...prepared, medians }
}

function median(values: number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2
}
