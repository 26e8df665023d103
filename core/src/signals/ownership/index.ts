import type { DeterministicExtractor } from '../extractor.ts'
import { insiderClusterBuy } from './insider-cluster-buy.ts'
import { insiderCsuiteBuy } from './insider-csuite-buy.ts'
import { insiderNpr } from './insider-npr.ts'
import { insiderOpportunistic } from './insider-opportunistic.ts'
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
]
