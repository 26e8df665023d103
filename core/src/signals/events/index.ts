import type { DeterministicExtractor } from '../extractor.ts'
import { auditorChangeRule } from './auditor-change.ts'
import { departures } from './departures.ts'
import { event8k } from './event-8k.ts'
import { nonRelianceRule } from './non-reliance.ts'
import { simpleItemEvents } from './simple-item-events.ts'
import { voteResults } from './vote-result.ts'

export const eventRules: readonly DeterministicExtractor[] = [
  event8k,
  departures,
  nonRelianceRule,
  auditorChangeRule,
  ...simpleItemEvents,
  voteResults,
]
