import { createRandom } from '../sample-corpus/random.ts'
import { type Mutation, mutate } from './fuzz-mutate.ts'
import { readFiling } from './reading.ts'
import { SubmissionError } from './submission-error.ts'

/** What became of one mutant. */
export interface FuzzOutcome {
  index: number
  mutations: Mutation[]
  bytes: number
  /** `read`, the reason why it is no submission, or `crash`. */
  outcome: string
  /** Readers that failed, each with its reason, and documents without a text. */
  failures: string[]
  detail: string | null
  ms: number
}

/** Mutates and reads; the same seed and index give the same mutant. */
export function fuzzCase(bases: readonly Buffer[], seed: number, index: number): FuzzOutcome {
  const { next: random } = createRandom(`${seed} ${index}`)
  const choose = () => bases[Math.floor(random() * bases.length)] as Buffer
  const { bytes, mutations } = mutate(choose(), choose(), random)
  const started = performance.now()
  const done = (outcome: string, failures: string[], detail: string | null): FuzzOutcome => ({
    index,
    mutations,
    bytes: bytes.length,
    outcome,
    failures,
    detail,
    ms: performance.now() - started,
  })
  try {
    const { documents, outcomes } = readFiling(bytes, '2025-03-06')
    const failures = outcomes
      .filter(({ status }) => status === 'failed')
      .map(({ reader, reason }) => `${reader.name}: ${reason}`)
    for (const { text_status } of documents) if (text_status === 'failed') failures.push('text: failed')
    const bug = outcomes.find(({ reason }) => reason === 'reader_error')
    return bug ? done('crash', failures, `${bug.reader.name}: ${bug.detail}`) : done('read', failures, null)
  } catch (error) {
    if (error instanceof SubmissionError) return done(error.reason, [], null)
    return done('crash', [], (error as Error).stack ?? String(error))
  }
}
