import { parentPort } from 'node:worker_threads'
import type { ParseTask } from '../filings/parse-threads.ts'

/** Stands in for the reading thread and does what a hostile document would make it do. */
parentPort?.on('message', (task: ParseTask) => {
  const { id } = task
  const wish = 'bytes' in task ? Buffer.from(task.bytes).toString() : task.job
  if (wish === 'hang') for (;;);
  if (wish === 'memory') {
    const kept: string[][] = []
    for (;;) kept.push(Array.from({ length: 100_000 }, (_, index) => `${kept.length} ${index}`))
  }
  if (wish === 'exit') process.exit(3)
  parentPort?.postMessage({ id, reason: 'truncated', message: wish })
})
