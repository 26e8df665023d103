import type { DeterministicExtractor } from '../extractor.ts'
import { customTagRatio } from './custom-tag-ratio.ts'
import { customerConcentration } from './customer-concentration.ts'
import { errorCorrectionFlag } from './error-correction-flag.ts'
import { icfrAttestationChange } from './icfr-attestation-change.ts'
import { lossContingency } from './loss-contingency.ts'
import { restatementAxis } from './restatement-axis.ts'
import { segmentChange } from './segment-change.ts'
import { shareCountGrowth } from './share-count-growth.ts'
import { silentRevision } from './silent-revision.ts'
import { xbrlIntegrity } from './xbrl-integrity.ts'

export const reportedFactRules: readonly DeterministicExtractor[] = [
  silentRevision,
  restatementAxis,
  errorCorrectionFlag,
  xbrlIntegrity,
  customTagRatio,
  icfrAttestationChange,
  segmentChange,
  lossContingency,
  customerConcentration,
  shareCountGrowth,
]
