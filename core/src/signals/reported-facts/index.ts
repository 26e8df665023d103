import type { DeterministicExtractor } from '../extractor.ts'
import { customerConcentration } from './customer-concentration.ts'
import { errorCorrectionFlag } from './error-correction-flag.ts'
import { restatementAxis } from './restatement-axis.ts'
import { shareCountGrowth } from './share-count-growth.ts'
import { silentRevision } from './silent-revision.ts'
import { xbrlIntegrity } from './xbrl-integrity.ts'

export const reportedFactRules: readonly DeterministicExtractor[] = [
  silentRevision,
  restatementAxis,
  errorCorrectionFlag,
  xbrlIntegrity,
  customerConcentration,
  shareCountGrowth,
]
