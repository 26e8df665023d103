import { event8k } from './event-8k.ts'
import { filingSize } from './filing-size.ts'
import { riskFactorDiff } from './risk-factor-diff.ts'
import type { Extractor } from './signal.ts'
import { textSimilarity } from './text-similarity.ts'

export { signalTypes } from './catalogue.ts'

/** Every extractor. Each filing has one row of the processing ledger for each of them. */
export const extractors: readonly Extractor[] = [event8k, filingSize, textSimilarity, riskFactorDiff]
