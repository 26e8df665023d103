import type { DeterministicExtractor } from '../extractor.ts'

export const reportedFactRules: readonly DeterministicExtractor[] = []
