import type { DeterministicExtractor } from '../extractor.ts'

export const toneRules: readonly DeterministicExtractor[] = []
