import type { DeterministicExtractor } from '../extractor.ts'

export const ownershipRules: readonly DeterministicExtractor[] = []
