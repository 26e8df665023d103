import type { Checker } from './checker.ts'
import { noFilingLost } from './i01-no-filing-lost.ts'
import { noFilingDoubled } from './i02-no-filing-doubled.ts'
import { noWrongBytes } from './i03-no-wrong-bytes.ts'
import { noSignalWithoutProvenance } from './i05-no-signal-without-provenance.ts'
import { noDoubleSpend } from './i06-no-double-spend.ts'
import { acknowledgedIsDurable } from './i13-acknowledged-is-durable.ts'
import { endsInOrder } from './i15-ends-in-order.ts'
import { failureDomains } from './i20-failure-domains.ts'
import { secBudget } from './i24-sec-budget.ts'
import { usageExact } from './i26-usage-exact.ts'
import { webhooksAtLeastOnce } from './i30-webhooks-at-least-once.ts'
import { auditChain } from './i34-audit-chain.ts'
import { recoveryTimes } from './i51-recovery-times.ts'

export const checkers: readonly Checker[] = [
  noFilingLost,
  noFilingDoubled,
  noWrongBytes,
  noSignalWithoutProvenance,
  noDoubleSpend,
  acknowledgedIsDurable,
  endsInOrder,
  failureDomains,
  secBudget,
  usageExact,
  webhooksAtLeastOnce,
  auditChain,
  recoveryTimes,
]
