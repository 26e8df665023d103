import { accountingRules } from './accounting/index.ts'
import { claudeExtractors } from './claude/index.ts'
import { disclosureRules } from './disclosures/index.ts'
import { eventRules } from './events/index.ts'
import type { ClaudeExtractor, DeterministicExtractor } from './extractor.ts'
import { filingBehaviourRules } from './filing-behaviour/index.ts'
import { financingRules } from './financing/index.ts'
import { governanceRules } from './governance/index.ts'
import { networkRules } from './network/index.ts'
import { ownershipRules } from './ownership/index.ts'
import { reportedFactRules } from './reported-facts/index.ts'
import { textChangeRules } from './text-change/index.ts'
import { toneRules } from './tone/index.ts'

/** Every deterministic rule. A new one is one file in a folder and one line in the list beside it. */
export const rules: readonly DeterministicExtractor[] = [
  ...eventRules,
  ...ownershipRules,
  ...accountingRules,
  ...reportedFactRules,
  ...textChangeRules,
  ...toneRules,
  ...disclosureRules,
  ...filingBehaviourRules,
  ...financingRules,
  ...governanceRules,
  ...networkRules,
]

/** Every extractor. Each filing has one row of the processing ledger for each of them. */
export const extractors: readonly (DeterministicExtractor | ClaudeExtractor)[] = [
  ...rules,
  ...claudeExtractors,
]
