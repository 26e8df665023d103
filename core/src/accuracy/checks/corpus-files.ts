import type { Worker } from 'node:worker_threads'
import { startThread } from '../../thread.ts'
import type { Check, Comparison } from '../check.ts'
import type { Corpus } from '../corpus.ts'
import type { CorpusFileKey, FileOutcome } from '../corpus-file.ts'

/** Far more than the largest file takes on a busy machine. */
const HANG_MS = 60_000
const EXPECTED = 'read, or a typed reason'

/** Every file of the corpus with the reader it is for, in a thread that is ended when it does not come back. */
export const corpusFilesCheck: Check = {
  name: 'every file is read without a crash or hang',
  source: 'the corpus',
  at_least: 1,

  async *compare(corpus) {
    let thread = open(corpus)
    try {
      for (const { path, form, cik, company, accession_number, filing_date } of corpus.files) {
        const outcome = await ask(thread, { path, form, cik, company, accession_number, filing_date })
        if (outcome.outcome === 'hang' || outcome.outcome === 'thread_died') {
          void thread.terminate()
          thread = open(corpus)
        }
        yield comparison(path, outcome)
      }
    } finally {
      await thread.terminate()
    }
  },
}

const FAULTS = ['crash', 'hang', 'thread_died']

function comparison(path: string, { kind, outcome, detail }: FileOutcome): Comparison {
  const faulty = FAULTS.includes(outcome)
  const ours = outcome === 'read' ? `${kind}: read` : `${kind}: ${outcome}${detail ? ` (${detail})` : ''}`
  return { case: path, ours, theirs: EXPECTED, agreed: !faulty }
}

function open({ directory }: Corpus): Worker {
  return startThread(new URL('../corpus-file-thread.ts', import.meta.url), { workerData: { directory } })
}

function ask(thread: Worker, file: CorpusFileKey): Promise<FileOutcome> {
  return new Promise((resolve) => {
    const end = (outcome: FileOutcome) => {
      clearTimeout(timer)
      thread.off('message', end).off('error', onDeath).off('exit', onDeath)
      resolve(outcome)
    }
    const onDeath = (cause: unknown) =>
      end({ kind: 'file', outcome: 'thread_died', detail: String((cause as Error)?.message ?? cause) })
    const timer = setTimeout(() => {
      end({ kind: 'file', outcome: 'hang', detail: `no answer after ${HANG_MS} ms` })
    }, HANG_MS)
    thread.on('message', end).on('error', onDeath).on('exit', onDeath)
    thread.postMessage(file)
  })
}
