import type { DeterministicExtractor } from '../extractor.ts'
import { activist13dRule } from './activist-13d.ts'
import { dAmendmentRule } from './d-amendment.ts'
import { form144IntentRule } from './form144-intent.ts'
import { insiderClusterBuy } from './insider-cluster-buy.ts'
import { insiderCsuiteBuy } from './insider-csuite-buy.ts'
import { insiderNpr } from './insider-npr.ts'
import { insiderOpportunistic } from './insider-opportunistic.ts'
import { instDeltaRule } from './inst-delta.ts'
import { lateForm4Rule } from './late-form4.ts'
import { plannedSaleShareRule } from './planned-sale-share.ts'

/** Rules over the trades of insiders and the stakes of large holders. */
export const ownershipRules: readonly DeterministicExtractor[] = [
  insiderClusterBuy,
  insiderCsuiteBuy,
  insiderNpr,
  insiderOpportunistic,
  plannedSaleShareRule,
  lateForm4Rule,
  form144IntentRule,
  activist13dRule,
  dAmendmentRule,
  instDeltaRule,
]
