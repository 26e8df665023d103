import { CONSTRAINING_WORDS } from './constraining-words.ts'
import { type Lexicon, lexicon } from './lexicon.ts'
import { LITIGIOUS_WORDS } from './litigious-words.ts'
import { NEGATIVE_WORDS } from './negative-words.ts'
import { POSITIVE_WORDS } from './positive-words.ts'
import { UNCERTAINTY_WORDS } from './uncertainty-words.ts'
import { WEAK_MODAL_WORDS } from './weak-modal-words.ts'
import { wordsOfFamilies } from './word-families.ts'

/** The lexicon of this project, free for any use. Its version is raised with every change of a word. */
export const ownLexicon: Lexicon = lexicon(
  { name: 'latent_tone', version: '1.0.0', licence: 'CC0-1.0' },
  {
    negative: wordsOfFamilies(NEGATIVE_WORDS),
    positive: wordsOfFamilies(POSITIVE_WORDS),
    uncertainty: wordsOfFamilies(UNCERTAINTY_WORDS),
    litigious: wordsOfFamilies(LITIGIOUS_WORDS),
    weak_modal: wordsOfFamilies(WEAK_MODAL_WORDS),
    constraining: wordsOfFamilies(CONSTRAINING_WORDS),
  },
)
