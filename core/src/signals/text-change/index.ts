import type { DeterministicExtractor } from '../extractor.ts'
import { legalSectionChange } from './legal-section-change.ts'
import { mdnaModification } from './mdna-modification.ts'
import { officerLanguageChange } from './officer-language-change.ts'
import { riskFactorDiff } from './risk-factor-diff.ts'
import { riskFactorUpdate } from './risk-factor-update.ts'
import { sectionLength } from './section-length.ts'
import { stickiness } from './stickiness.ts'
import { textSimilarity } from './text-similarity.ts'

export const textChangeRules: readonly DeterministicExtractor[] = [
  textSimilarity,
  mdnaModification,
  sectionLength,
  riskFactorDiff,
  riskFactorUpdate,
  legalSectionChange,
  officerLanguageChange,
  stickiness,
]
