import type { ClaudeExtractor } from '../extractor.ts'
import { changeMateriality } from './change-materiality.ts'
import { customers } from './customers.ts'
import { cyberMaterial } from './cyber-material.ts'
import { departureReason } from './departure-reason.ts'
import { goingConcernStatement } from './going-concern.ts'
import { guidance } from './guidance.ts'
import { materialWeaknessStatement } from './material-weakness.ts'
import { mdnaTone } from './mdna-tone.ts'
import { riskFactorTopic } from './rf-topic.ts'

/** Every extractor that asks Claude. A new one is one file, one prompt and one line here. */
export const claudeExtractors: readonly ClaudeExtractor[] = [
  changeMateriality,
  riskFactorTopic,
  guidance,
  mdnaTone,
  goingConcernStatement,
  materialWeaknessStatement,
  customers,
  cyberMaterial,
  departureReason,
]
