import { XmlError } from '../documents/xml-reader.ts'
import { statedFactsOfSubmission } from '../facts/stated-fact-reading.ts'
import { SubmissionError } from '../filings/submission-error.ts'
import { ReaderError } from '../readers/reader.ts'
import type { CheckableFact } from './verify.ts'

/**
 * The facts of one document, read again from the bytes of its submission, for checking evidence without trusting what was
 * stored. Undefined when the submission has no such document, when the document has other bytes than the evidence says, or
 * when it cannot be read: nothing is verified then.
 */
export function factsOfDocument(
  submission: Uint8Array,
  document: { document_id: string; document_sha256: string },
): CheckableFact[] | undefined {
  try {
    const facts = statedFactsOfSubmission(submission)?.filter(
      ({ document_id, document_sha256 }) =>
        document_id === document.document_id && document_sha256 === document.document_sha256,
    )
    return facts && facts.length > 0 ? facts : undefined
  } catch (error) {
    if (error instanceof SubmissionError || error instanceof ReaderError || error instanceof XmlError)
      return undefined
    throw error
  }
}
