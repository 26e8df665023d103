import type { DeterministicExtractor } from '../extractor.ts'
import { debtMaturityWallRule } from './debt-maturity-wall.ts'
import { shelfRule } from './shelf.ts'
import { takedownRule } from './takedown.ts'

export const financingRules: readonly DeterministicExtractor[] = [
  takedownRule,
  shelfRule,
  debtMaturityWallRule,
]
