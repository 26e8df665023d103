import { parentPort } from 'node:worker_threads'
import { parseFilingBytes } from '@sec-latent/core/filings/parsed-filing'
import { SubmissionError } from '@sec-latent/core/filings/submission-error'
import type { ParseAnswer, ParseTask } from './parse-threads.ts'

/** The thread that reads filings: whatever a hostile document does to it, it can be ended and replaced. */
parentPort?.on('message', ({ id, bytes, filed_on }: ParseTask) => {
  parentPort?.postMessage(...answer(id, bytes, filed_on))
})

function answer(id: number, bytes: Uint8Array, filedOn: string): [ParseAnswer, ArrayBuffer[]] {
  try {
    const parsed = parseFilingBytes(bytes, filedOn)
    // Texts are handed over, not copied.
    const moved = parsed.documents.flatMap(({ text, blocks }) => [text, blocks].flatMap((part) => part ?? []))
    return [{ id, parsed }, moved.map(({ buffer }) => buffer as ArrayBuffer)]
  } catch (error) {
    const { message } = error as Error
    return [{ id, reason: error instanceof SubmissionError ? error.reason : null, message }, []]
  }
}
