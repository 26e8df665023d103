import type { DeterministicExtractor } from '../extractor.ts'

export const networkRules: readonly DeterministicExtractor[] = []
