import type { DeterministicExtractor } from '../extractor.ts'
import { filingSize } from './filing-size.ts'

export const filingBehaviourRules: readonly DeterministicExtractor[] = [filingSize]
