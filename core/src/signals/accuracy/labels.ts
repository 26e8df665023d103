import { accountingLabels } from '../accounting/labels.ts'
import { disclosureLabels } from '../disclosures/labels.ts'
import { eventLabels } from '../events/labels.ts'
import { governanceLabels } from '../governance/labels.ts'
import { ownershipLabels } from '../ownership/labels.ts'
import type { SignalLabel } from './label.ts'

/** Every label a signal is graded by. */
export const signalLabels: readonly SignalLabel[] = [
  ...eventLabels,
  ...ownershipLabels,
  ...accountingLabels,
  ...disclosureLabels,
  ...governanceLabels,
]
