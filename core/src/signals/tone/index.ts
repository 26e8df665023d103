import { lexiconFromEnvironment } from '../../lexicons/lexicon-from-environment.ts'
import type { DeterministicExtractor } from '../extractor.ts'
import { forwardLooking } from './forward-looking.ts'
import { readability } from './readability.ts'
import { redundancy } from './redundancy.ts'
import { specificity } from './specificity.ts'
import { toneRule } from './tone.ts'
import { toneChangeRule } from './tone-change.ts'
import { wording } from './wording.ts'

// The one place where rules hang on a setting: which dictionary this installation counts with. It is read once, here, and
// stands in the configuration of the rules, so that no signal can be mistaken for one by another dictionary.
const lexicon = lexiconFromEnvironment(process.env)

export const toneRules: readonly DeterministicExtractor[] = [
  toneRule(lexicon),
  toneChangeRule(lexicon),
  readability,
  forwardLooking,
  wording,
  redundancy,
  specificity,
]
