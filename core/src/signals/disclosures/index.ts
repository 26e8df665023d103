import type { DeterministicExtractor } from '../extractor.ts'

export const disclosureRules: readonly DeterministicExtractor[] = []
