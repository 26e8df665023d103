import type { DeterministicExtractor } from '../extractor.ts'

export const governanceRules: readonly DeterministicExtractor[] = []
