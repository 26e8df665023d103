import type { DeterministicExtractor } from '../extractor.ts'
import { event8k } from './event-8k.ts'

export const eventRules: readonly DeterministicExtractor[] = [event8k]
