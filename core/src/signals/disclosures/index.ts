import type { DeterministicExtractor } from '../extractor.ts'
import { goingConcern } from './going-concern.ts'
import { materialWeakness } from './material-weakness.ts'

export const disclosureRules: readonly DeterministicExtractor[] = [goingConcern, materialWeakness]
