import type { DeterministicExtractor } from '../extractor.ts'
import { amendmentRule } from './amendment.ts'
import { commentLetterRule } from './comment-letter.ts'
import { deregistrationRule } from './deregistration.ts'
import { eventReportLagRule } from './event-report-lag.ts'
import { filingLagRule } from './filing-lag.ts'
import { filingSize } from './filing-size.ts'
import { filingTimingRule } from './filing-timing.ts'
import { itemBundleRule } from './item-bundle.ts'
import { lateFilingRule } from './late-filing.ts'
import { reverseSplitRule } from './reverse-split.ts'

export const filingBehaviourRules: readonly DeterministicExtractor[] = [
  filingSize,
  filingTimingRule,
  filingLagRule,
  eventReportLagRule,
  itemBundleRule,
  lateFilingRule,
  amendmentRule,
  deregistrationRule,
  reverseSplitRule,
  commentLetterRule,
]
