import { endsWith, isAt, skipSpace, skipSpaceBack } from './sgml-bytes.ts'
import { SubmissionError } from './submission-error.ts'

const PEM_BEGIN = '-----BEGIN PRIVACY-ENHANCED MESSAGE-----'
const PEM_END = '-----END PRIVACY-ENHANCED MESSAGE-----'
/** The signature block of the PEM era has ten lines. */
const MAX_PREAMBLE_BYTES = 16 * 1024

const OPENERS = ['<SEC-DOCUMENT>', '<IMS-DOCUMENT>', '<SEC-HEADER>', '<IMS-HEADER>', '<SUBMISSION>'] as const
const CLOSERS = ['</SEC-DOCUMENT>', '</IMS-DOCUMENT>', '</SUBMISSION>'] as const

/** Where a submission begins in its file, behind the signature block of the PEM era. */
export interface Beginning {
  at: number
  signed: boolean
  /** From the line `<SEC-DOCUMENT>0000320193-25-000079.txt : 20251031`. */
  accession_number: string | null
}

/** `bytes` are the beginning of the file; `empty` and `truncated` are told from it when it is all there is. */
export function findBeginning(bytes: Buffer): Beginning {
  const start = skipSpace(bytes, isAt(bytes, 0, '\u00ef\u00bb\u00bf') ? 3 : 0)
  if (start === bytes.length) throw new SubmissionError('empty', 'no bytes')
  const signed = isAt(bytes, start, PEM_BEGIN)
  const at = signed ? behindSignature(bytes, start) : start
  if (OPENERS.some((opener) => isAt(bytes, at, opener))) {
    const named = /^<(?:SEC|IMS)-(?:DOCUMENT|HEADER)>(\d{10}-\d{2}-\d{6})\b/.exec(
      bytes.toString('latin1', at, at + 64),
    )
    return { at, signed, accession_number: named?.[1] ?? null }
  }
  if (/^<(?:!doctype html|html|head|body)\b/i.test(bytes.toString('latin1', at, at + 20))) {
    throw new SubmissionError('html_page', 'a web page was served in place of the submission')
  }
  // A download cut inside its first tag is the same fault as one cut later.
  const beginning = bytes.toString('latin1', at, at + PEM_BEGIN.length)
  if ([PEM_BEGIN, ...OPENERS].some((opener) => opener.startsWith(beginning))) {
    throw new SubmissionError('truncated', 'it ends in its first line')
  }
  throw new SubmissionError('not_a_submission', 'it does not begin with a submission header')
}

function behindSignature(bytes: Buffer, start: number): number {
  const preamble = bytes.toString('latin1', start, start + MAX_PREAMBLE_BYTES)
  const opener = /[\r\n]<(?:(?:SEC|IMS)-(?:DOCUMENT|HEADER)|SUBMISSION)>/.exec(preamble)
  if (opener === null) {
    throw new SubmissionError('truncated', 'the signature block is not followed by a submission')
  }
  return start + opener.index + 1
}

/** Where the closing tag of the submission begins. A file without one has been cut short. */
export function findEnd(bytes: Buffer, signed: boolean): number {
  let end = skipSpaceBack(bytes, bytes.length)
  if (endsWith(bytes, end, PEM_END)) end = skipSpaceBack(bytes, end - PEM_END.length)
  else if (signed) throw new SubmissionError('truncated', 'the signed message does not end')
  const closer = CLOSERS.find((each) => endsWith(bytes, end, each))
  if (closer === undefined) throw new SubmissionError('truncated', 'the end of the submission is missing')
  return end - closer.length
}
