import { parseArgs } from 'node:util'
import type { Worker } from 'node:worker_threads'
import { runMain } from '../run-main.ts'
import { startThread } from '../thread.ts'
import { fuzzBases } from './fuzz-bases.ts'
import { type FuzzOutcome, fuzzCase } from './fuzz-case.ts'

// npm run fuzz:parse [-- --seed N] [--count 20000] [--only INDEX] [--json]
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    count: { type: 'string', default: '20000' },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})

const THREADS = 2
/** One that takes longer hangs. A busy machine may take the processor away meanwhile, so it is read once more alone. */
const HANG_MS = 1_000
/** A thread that has not answered by then never will. */
const GIVE_UP_MS = 15_000
const MAX_RSS_MB = 512
const HEAP_MB = 112

await runMain(async () => {
  const seed = Number(values.seed)
  if (values.only !== undefined) {
    console.log(JSON.stringify(fuzzCase(fuzzBases().submissions, seed, Number(values.only)), null, 2))
    return
  }
  const bases = fuzzBases()
  console.log(`seed ${seed}, ${bases.submissions.length} submissions of ${bases.source}`)
  bases.submissions = []
  const started = performance.now()
  const tally = await run(seed, Number(values.count))
  report(tally, seed, (performance.now() - started) / 1_000)
})

interface Tally {
  done: number
  outcomes: Map<string, number>
  mutations: Map<string, number>
  failures: Map<string, number>
  crashes: FuzzOutcome[]
  hangs: number[]
  slowest: FuzzOutcome | null
}

async function run(seed: number, count: number): Promise<Tally> {
  const tally: Tally = {
    done: 0,
    outcomes: new Map(),
    mutations: new Map(),
    failures: new Map(),
    crashes: [],
    hangs: [],
    slowest: null,
  }
  let next = 0
  await Promise.all(
    Array.from({ length: THREADS }, async () => {
      let thread = open(seed)
      while (next < count) {
        const index = next++
        let outcome = await ask(thread, index)
        if (outcome !== null && outcome.ms > HANG_MS) outcome = await ask(thread, index)
        if (outcome === null) {
          void thread.terminate()
          thread = open(seed)
        }
        if (outcome === null || outcome.ms > HANG_MS) tally.hangs.push(index)
        if (outcome !== null) note(tally, outcome)
        if (++tally.done % 2_000 === 0) process.stderr.write(`${tally.done} of ${count}\n`)
      }
      await thread.terminate()
    }),
  )
  return tally
}

function open(seed: number): Worker {
  const entry = new URL('./fuzz-thread.ts', import.meta.url)
  const thread = startThread(entry, {
    workerData: { seed },
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  })
  thread.setMaxListeners(0)
  return thread
}

/** Null when the thread hangs, or died of what it read. */
function ask(thread: Worker, index: number): Promise<FuzzOutcome | null> {
  return new Promise((resolve) => {
    const end = (outcome: FuzzOutcome | null) => {
      clearTimeout(timer)
      thread.off('message', end).off('error', onDeath).off('exit', onDeath)
      resolve(outcome)
    }
    const onDeath = () => end(null)
    const timer = setTimeout(() => end(null), GIVE_UP_MS)
    thread.on('message', end).on('error', onDeath).on('exit', onDeath)
    thread.postMessage(index)
  })
}

function note(tally: Tally, outcome: FuzzOutcome): void {
  const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1)
  add(tally.outcomes, outcome.outcome)
  for (const mutation of outcome.mutations) add(tally.mutations, mutation)
  for (const failure of outcome.failures) add(tally.failures, failure)
  if (outcome.outcome === 'crash') tally.crashes.push(outcome)
  if (tally.slowest === null || outcome.ms > tally.slowest.ms) tally.slowest = outcome
}

function report(tally: Tally, seed: number, seconds: number): void {
  const peak = Math.round(process.resourceUsage().maxRSS / 1_024)
  for (const [title, map] of [
    ['outcomes', tally.outcomes],
    ['mutations', tally.mutations],
    ['failures of parts', tally.failures],
  ] as const) {
    const sorted = [...map].sort((one, other) => other[1] - one[1]).map(([key, count]) => `${key} ${count}`)
    console.log(`${title}: ${sorted.join(', ')}`)
  }
  const seen = new Set<string>()
  for (const { index, detail } of tally.crashes) {
    const first = detail?.split('\n').slice(0, 3).join(' ') ?? ''
    if (!seen.has(first)) console.log(`crash at --seed ${seed} --only ${index}: ${first}`)
    seen.add(first)
  }
  for (const index of tally.hangs) console.log(`hang at --seed ${seed} --only ${index}`)
  const slowest = Math.round(tally.slowest?.ms ?? 0)
  console.log(
    `${tally.done} mutants in ${seconds.toFixed(0)} s: ${tally.crashes.length} crashes, ${tally.hangs.length} hangs over ${HANG_MS} ms (slowest ${slowest} ms, --only ${tally.slowest?.index}), peak memory ${peak} MB`,
  )
  const rows = [
    { check: 'mutants read', value: tally.done, unit: 'submissions', ok: tally.done > 0 },
    {
      check: 'crashes',
      value: tally.crashes.length,
      unit: 'submissions',
      at_most: 0,
      ok: tally.crashes.length === 0,
    },
    {
      check: 'hangs over 1 s',
      value: tally.hangs.length,
      unit: 'submissions',
      at_most: 0,
      ok: tally.hangs.length === 0,
    },
    { check: 'peak memory', value: peak, unit: 'MB', at_most: MAX_RSS_MB, ok: peak < MAX_RSS_MB },
    { check: 'seed', value: seed, unit: '', ok: true },
  ]
  if (values.json) console.log(JSON.stringify({ name: 'fuzz:parse', rows }))
  if (rows.some(({ ok }) => !ok)) process.exitCode = 1
}
