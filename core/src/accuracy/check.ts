import type { Corpus } from './corpus.ts'

/** One thing that we and somebody else say about one filing. */
export interface Comparison {
  /** What was compared, stable from run to run: the path in the corpus, then the field. */
  case: string
  ours: string
  theirs: string
  agreed: boolean
}

/**
 * A check of our reading against what others say. Nothing in a check may be keyed to file names, companies or accession
 * numbers: it has to work on a corpus nobody here has seen. A case without a counterpart is not a case.
 */
export interface Check {
  name: string
  /** Whom we are compared with. */
  source: string
  /** Required rate, 0 to 1; null when it is only reported. */
  at_least: number | null
  /** The rate is required after review: a disagreement that a person found to be not ours to change counts as agreed. */
  after_review?: boolean
  compare(corpus: Corpus): Iterable<Comparison> | AsyncIterable<Comparison>
}

/** The comparison of two values by their printed form. */
export function compared(name: string, ours: unknown, theirs: unknown): Comparison {
  const [mine, other] = [printed(ours), printed(theirs)]
  return { case: name, ours: mine, theirs: other, agreed: mine === other }
}

function printed(value: unknown): string {
  if (value === undefined) return 'nothing'
  return typeof value === 'string' ? value : JSON.stringify(value)
}
