import type { DeterministicExtractor } from '../extractor.ts'

export const financingRules: readonly DeterministicExtractor[] = []
