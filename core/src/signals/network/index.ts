import type { DeterministicExtractor } from '../extractor.ts'
import { competitionMentionsRule } from './competition-mentions.ts'
import { subsidiariesChangeRule } from './subsidiaries-change.ts'
import { supplierMentionsRule } from './supplier-mentions.ts'

/** Rules over the companies a company owns, buys from and competes with. */
export const networkRules: readonly DeterministicExtractor[] = [
  subsidiariesChangeRule,
  supplierMentionsRule,
  competitionMentionsRule,
]
