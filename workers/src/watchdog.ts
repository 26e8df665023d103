import { Worker } from 'node:worker_threads'

/** Work that takes longer belongs into a thread; a loop that stands still for so long will not go on. */
const SILENCE_MS = 60_000
const LOOK_MS = 500

/** Counts its own looks instead of reading a clock: a process that was frozen as a whole was not silent. */
const WATCH = `
const { workerData } = require('node:worker_threads')
const beats = new Int32Array(workerData.shared)
let last = -1
let silent = 0
setInterval(() => {
  const now = Atomics.load(beats, 0)
  silent = now === last ? silent + 1 : 0
  last = now
  if (silent * workerData.lookMs >= workerData.silenceMs) process.kill(process.pid, 'SIGKILL')
}, workerData.lookMs)
`

/**
 * Ends the process when its event loop stands still for too long, so that whoever supervises it starts another: a process that
 * hangs keeps its connections and looks alive. The thread does not keep the process from ending.
 */
export function startWatchdog(silenceMs = SILENCE_MS): { stop(): Promise<void> } {
  const shared = new SharedArrayBuffer(4)
  const beats = new Int32Array(shared)
  const thread = new Worker(WATCH, {
    eval: true,
    execArgv: [],
    workerData: { shared, silenceMs, lookMs: LOOK_MS },
  })
  thread.unref()
  const timer = setInterval(() => Atomics.add(beats, 0, 1), LOOK_MS / 2)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await thread.terminate()
    },
  }
}
