import type { DeterministicExtractor } from '../extractor.ts'
import { riskFactorDiff } from './risk-factor-diff.ts'
import { textSimilarity } from './text-similarity.ts'

export const textChangeRules: readonly DeterministicExtractor[] = [textSimilarity, riskFactorDiff]
