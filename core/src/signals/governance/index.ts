import type { DeterministicExtractor } from '../extractor.ts'
import { auditorIdentity } from './auditor-identity.ts'
import { auditorTenure } from './auditor-tenure.ts'
import { cyberGovernance } from './cyber-governance.ts'
import { insiderPolicy } from './insider-policy.ts'
import { planAdoptTerminate } from './plan-adopt-terminate.ts'

export const governanceRules: readonly DeterministicExtractor[] = [
  auditorIdentity,
  auditorTenure,
  cyberGovernance,
  planAdoptTerminate,
  insiderPolicy,
]
