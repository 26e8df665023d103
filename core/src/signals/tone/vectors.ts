import { hasCorpus, openCorpus } from '../../accuracy/corpus.ts'
import { readMainText } from '../../accuracy/main-text.ts'
import { canonicalText } from '../../documents/canonical-text.ts'
import type { CanonicalText } from '../../documents/document.ts'
import { documentWords } from '../document-words.ts'
import type { Vector } from '../vectors/vector.ts'
import { documentSentences } from './document-sentences.ts'
import { readabilityCounts } from './readability-counts.ts'
import {
  fleschKincaid,
  fleschReadingEase,
  fogIndex,
  type ReadabilityCounts,
  smogGrade,
} from './readability-formulas.ts'
import { scope } from './scope.ts'
import { syllablesOf } from './syllables.ts'

const FLESCH = '206.835 − 1.015·W/S − 84.6·Y/W (Flesch 1948)'
const KINCAID = '0.39·W/S + 11.8·Y/W − 15.59 (Kincaid et al. 1975)'
const FOG = '0.4·(W/S + 100·C/W) (Gunning 1952)'
const SMOG = '1.043·√(30·C/S) + 3.1291 (McLaughlin 1969)'
const TEXTSTAT = 'tests of textstat (MIT)'

/** What the product counts in a text of its own. */
export function countsOf(text: string): ReadabilityCounts {
  const canonical = canonicalText(Buffer.from(text), 'text')
  return readabilityCounts(scope(documentOf(canonical), documentSentences(canonical), null))
}

function documentOf(text: CanonicalText) {
  return {
    document_id: 'vector:1',
    sequence: 1,
    document_type: '10-K',
    document_sha256: '',
    text,
    sections: [],
  }
}

type Formula = (counts: ReadabilityCounts) => number

function measure(
  id: string,
  signal_type: string,
  formula: string,
  compute: Formula,
  title: string,
  counts: () => ReadabilityCounts,
  expected: string,
  more: { kind?: Vector['kind']; source?: string } = {},
): Vector {
  const decimals = expected.split('.')[1]?.length ?? 0
  return {
    id,
    kind: more.kind ?? 're',
    signal_type,
    title,
    source: more.source ?? TEXTSTAT,
    formula,
    expected,
    got: () => compute(counts()).toFixed(decimals),
  }
}

const given = (words: number, sentences: number, syllables: number, complex_words: number) => () => ({
  words,
  sentences,
  syllables,
  complex_words,
})

const DOGS = 'Cool dogs wear da sunglasses.'
const dogs = () => countsOf(DOGS)
const v05 = given(53, 5, 72, 4)
const v06 = given(99, 11, 139, 6)
const v07 = given(372, 17, 549, 38)

const ROCK_A_BYE = [
  'Rock-a-bye baby, in the treetop.',
  'When the wind blows, the cradle will rock.',
  'When the bough breaks, the cradle will fall.',
  'And down will come baby, cradle and all.',
].join('\n')

const SYLLABLES: readonly (readonly [word: string, syllables: number])[] = [
  ['relived', 2],
  ['enriched', 2],
  ['monopoly', 4],
  ['creative', 3],
  ['stimulating', 4],
  ['cupboards', 2],
  ['forgotten', 3],
  ['marriage', 2],
  ['sentences', 3],
  ['interpersonal', 5],
  ['through', 1],
]

const GOOGLE_10_Q = '0001193125-04-141838'

/** Published examples of readability and tone. */
export const toneVectors: readonly Vector[] = [
  {
    id: 'V04',
    kind: 're',
    signal_type: 'flesch_reading_ease',
    title: `"${DOGS}": words, sentences, syllables, complex words`,
    source: TEXTSTAT,
    formula: 'counts',
    expected: '5 1 7 1',
    got() {
      const { words, sentences, syllables, complex_words } = dogs()
      return `${words} ${sentences} ${syllables} ${complex_words}`
    },
  },
  measure('V04a', 'flesch_reading_ease', FLESCH, fleschReadingEase, `"${DOGS}"`, dogs, '83.32'),
  measure('V04b', 'flesch_kincaid', KINCAID, fleschKincaid, `"${DOGS}"`, dogs, '2.88'),
  measure('V04c', 'fog', FOG, fogIndex, `"${DOGS}"`, dogs, '10.0'),
  measure('V04d', 'smog', SMOG, smogGrade, `"${DOGS}"`, dogs, '8.842'),
  measure('V05a', 'flesch_reading_ease', FLESCH, fleschReadingEase, 'W 53, S 5, Y 72, C 4', v05, '81.148'),
  measure('V05b', 'flesch_kincaid', KINCAID, fleschKincaid, 'W 53, S 5, Y 72, C 4', v05, '4.574'),
  measure('V05c', 'fog', FOG, fogIndex, 'W 53, S 5, Y 72, C 4', v05, '7.259'),
  measure('V05d', 'smog', SMOG, smogGrade, 'W 53, S 5, Y 72, C 4', v05, '8.239'),
  measure('V06a', 'flesch_reading_ease', FLESCH, fleschReadingEase, 'W 99, S 11, Y 139, C 6', v06, '78.918'),
  measure('V06b', 'flesch_kincaid', KINCAID, fleschKincaid, 'W 99, S 11, Y 139, C 6', v06, '4.488'),
  measure('V06c', 'smog', SMOG, smogGrade, 'W 99, S 11, Y 139, C 6', v06, '7.348'),
  measure(
    'V06d',
    'fog',
    FOG,
    fogIndex,
    'W 99, S 11, Y 139, C 6, classic rule of complex words',
    v06,
    '6.024',
  ),
  measure(
    'V06e',
    'fog',
    FOG,
    fogIndex,
    'W 99, S 11, Y 139, C 6, counted by another rule of words',
    v06,
    '4.004',
    {
      kind: 'neg',
    },
  ),
  measure(
    'V07a',
    'flesch_reading_ease',
    FLESCH,
    fleschReadingEase,
    'W 372, S 17, Y 549, C 38',
    v07,
    '59.771',
  ),
  measure('V07b', 'flesch_kincaid', KINCAID, fleschKincaid, 'W 372, S 17, Y 549, C 38', v07, '10.359'),
  measure('V07c', 'smog', SMOG, smogGrade, 'W 372, S 17, Y 549, C 38', v07, '11.670'),
  measure(
    'V07d',
    'fog',
    FOG,
    fogIndex,
    'W 372, S 17, Y 549, C 38, classic rule of complex words',
    v07,
    '12.839',
  ),
  {
    id: 'V08',
    kind: 'pub',
    signal_type: 'flesch_reading_ease',
    title: `Syllables of ${SYLLABLES.map(([word]) => word).join(', ')}`,
    source: TEXTSTAT,
    formula: 'groups of vowels, without silent and with divided ones (ours)',
    expected: SYLLABLES.map(([, syllables]) => syllables).join(' '),
    got: () => SYLLABLES.map(([word]) => syllablesOf(word)).join(' '),
  },
  {
    id: 'V09',
    kind: 're',
    signal_type: 'fog',
    title: 'Rock-a-bye baby, four lines: words, sentences, complex words',
    source: 'odlt.org',
    formula: 'counts; hyphens part words',
    expected: '31 4 0',
    got() {
      const { words, sentences, complex_words } = countsOf(ROCK_A_BYE)
      return `${words} ${sentences} ${complex_words}`
    },
  },
  measure('V09a', 'fog', FOG, fogIndex, 'Rock-a-bye baby, four lines', () => countsOf(ROCK_A_BYE), '3.1', {
    source: 'odlt.org',
  }),
  {
    id: 'V10',
    kind: 'pub',
    signal_type: 'tone_uncertainty_pct',
    title: `${GOOGLE_10_Q}, the first 10-Q of Google: how often "ability" stands in it`,
    source: 'page of the word counts of the Software Repository for Accounting and Finance (SRAF)',
    formula: 'count of one word in the main document',
    expected: '42',
    got: () => countInFiling(GOOGLE_10_Q, 'ability'),
  },
]

/** Null when the corpus does not hold the filing. */
function countInFiling(accessionNumber: string, word: string): string | null {
  if (!hasCorpus()) return null
  const corpus = openCorpus()
  const file = corpus.files.find(({ accession_number }) => accession_number === accessionNumber)
  const main = file && readMainText(corpus, file)
  if (!main) return null
  const { vocabulary, words } = documentWords(main.text)
  const number = vocabulary.indexOf(word)
  return String(words.reduce((count, each) => (each === number ? count + 1 : count), 0))
}
