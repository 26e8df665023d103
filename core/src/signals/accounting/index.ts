import type { DeterministicExtractor } from '../extractor.ts'

export const accountingRules: readonly DeterministicExtractor[] = []
