import { sampleCorpusFilings } from '../sample-corpus/corpus.ts'
import { corpusEntries, corpusFile, corpusFileSize, hasCorpus, isSubmission } from './real-submissions.ts'

/** Larger submissions say no more about a reader and take longer to change. */
const MAX_BASE_BYTES = 250_000
/** A compressed file above this is one of those. */
const MAX_STORED_BYTES = 45_000
/** So many of one form. */
const PER_FORM = 4

export interface FuzzBases {
  /** Where they come from. */
  source: string
  submissions: Buffer[]
}

/** Submissions to be mutated: real ones of every form where the corpus is there, else those of the sample corpus. */
export function fuzzBases(): FuzzBases {
  const real = hasCorpus ? chosen(smallSubmissions()) : []
  return real.length > 0
    ? { source: 'the corpus', submissions: real }
    : { source: 'the sample corpus', submissions: chosen(sampleBases()) }
}

function chosen(all: Iterable<Buffer>): Buffer[] {
  const perForm = new Map<string, number>()
  const submissions: Buffer[] = []
  for (const bytes of all) {
    const form = formOf(bytes)
    const count = perForm.get(form) ?? 0
    if (bytes.length > MAX_BASE_BYTES || count >= PER_FORM) continue
    perForm.set(form, count + 1)
    submissions.push(bytes)
  }
  return submissions
}

/** One at a time: the corpus as a whole is larger than what a run may hold. */
function* smallSubmissions(): Generator<Buffer> {
  for (const { path } of corpusEntries()) {
    if (!/\.(?:txt|nc)(?:\.gz)?$/.test(path)) continue
    if (path.endsWith('.gz') && corpusFileSize(path) > MAX_STORED_BYTES) continue
    const bytes = corpusFile(path)
    if (isSubmission(bytes)) yield bytes
  }
}

export function sampleBases(): Buffer[] {
  return sampleCorpusFilings().map(({ submission }) => Buffer.from(submission))
}

function formOf(bytes: Buffer): string {
  const head = bytes.toString('latin1', 0, 4_096)
  return /(?:SUBMISSION TYPE:\s*|<TYPE>)([^\s<]+)/.exec(head)?.[1] ?? ''
}
