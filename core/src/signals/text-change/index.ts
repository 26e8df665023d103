import type { DeterministicExtractor } from '../extractor.ts'
import { mdnaModification } from './mdna-modification.ts'
import { riskFactorDiff } from './risk-factor-diff.ts'
import { riskFactorUpdate } from './risk-factor-update.ts'
import { sectionLength } from './section-length.ts'
import { textSimilarity } from './text-similarity.ts'

export const textChangeRules: readonly DeterministicExtractor[] = [
  textSimilarity,
  mdnaModification,
  sectionLength,
  riskFactorDiff,
  riskFactorUpdate,
]
