import { parentPort, workerData } from 'node:worker_threads'
import { parsedFilingOf } from '@sec-latent/core/filings/parsed-filing'
import { readFiling } from '@sec-latent/core/filings/reading'
import { SubmissionError } from '@sec-latent/core/filings/submission-error'
import type { KnownFiling } from '@sec-latent/core/signals/known-filing'
import { inTrace } from '@sec-latent/core/traces/current'
import { PermanentFailure } from '../job-errors.ts'
import { answerFiling } from './answer-filing.ts'
import { KNOWN_FILINGS, type ParseAnswer, type ParseTask } from './parse-threads.ts'
import {
  type Observed,
  openReadingServices,
  type ReadingServices,
  type ReadingStores,
} from './reading-services.ts'
import { storeFiling } from './store-filing.ts'

const stores = workerData as ReadingStores | null
let services: ReadingServices | undefined
let observed: Observed[] = []
const known = new Map<string, KnownFiling>()

/** The thread that reads filings: whatever a hostile document does to it, it can be ended and replaced. */
parentPort?.on('message', async (task: ParseTask) => {
  parentPort?.postMessage(...(await answer(task)))
})

async function answer(task: ParseTask): Promise<[ParseAnswer, ArrayBuffer[]]> {
  const { id } = task
  try {
    if ('job' in task) {
      observed = []
      const reading = opened()
      await inTrace(task.traceparent, () =>
        task.job === 'parse'
          ? storeFiling(task.accession_number, reading)
          : answerFiling(task.accession_number, reading),
      )
      return [{ id, done: observed }, []]
    }
    const parsed = parsedFilingOf(readFiling(task.bytes, task.filed_on))
    // Texts are handed over, not copied.
    const moved = parsed.documents.flatMap(({ text, blocks }) => [text, blocks].flatMap((part) => part ?? []))
    return [{ id, parsed }, moved.map(({ buffer }) => buffer as ArrayBuffer)]
  } catch (error) {
    const { message } = error as Error
    const lasting = error instanceof SubmissionError || error instanceof PermanentFailure
    return [{ id, reason: lasting ? error.reason : null, message }, []]
  }
}

function opened(): ReadingServices {
  if (!stores) throw new Error('this thread was started without stores')
  services ??= openReadingServices(stores, (one) => observed.push(one), {
    read: readFiling,
    known: {
      get: (accessionNumber) => known.get(accessionNumber),
      set(accessionNumber, filing) {
        known.set(accessionNumber, filing)
        for (const oldest of known.keys()) {
          if (known.size <= KNOWN_FILINGS) break
          known.delete(oldest)
        }
      },
    },
  })
  return services
}
