import type { Vector } from '../vectors/vector.ts'
import { numberedWords, wordsOf } from '../words.ts'
import { changeRate, cosineSimilarity, countsOf, jaccardSimilarity } from './similarity.ts'
import { wordDistance } from './word-distance.ts'

const EXPECT_DEMAND = 'We expect demand to increase.'
const EXPECT_WORLDWIDE_DEMAND = 'We expect worldwide demand to increase.'
const EXPECT_WEAKNESS = 'We expect weakness in sales.'

const LAZY_PRICES = 'Example sentences of Cohen, Malloy, Nguyen 2020, "Lazy Prices"'
const COSINE = 'Σ tf₁·tf₂ / (‖tf₁‖·‖tf₂‖), raw word counts (Lazy Prices)'
const JACCARD = '|S₁ ∩ S₂| / |S₁ ∪ S₂| on word sets (Lazy Prices)'
const EDIT = 'Fewest words to insert and delete (Lazy Prices)'

function counts(a: string, b: string): [Int32Array, Int32Array] {
  const { left, right, vocabulary } = numberedWords(wordsOf(a), wordsOf(b))
  return [countsOf(left, vocabulary.length), countsOf(right, vocabulary.length)]
}

function distance(a: string, b: string) {
  const { left, right, vocabulary } = numberedWords(wordsOf(a), wordsOf(b))
  const found = wordDistance(left, right, vocabulary.length, Number.POSITIVE_INFINITY)
  if (!found) throw new Error('two sentences are within any bound')
  return { ...found, words: left.length + right.length }
}

/** The published examples of the similarities of texts. */
export const textChangeVectors: readonly Vector[] = [
  {
    id: 'V01a',
    kind: 're',
    signal_type: 'text_sim_cosine',
    title: 'Cosine of two sentences one word apart',
    source: LAZY_PRICES,
    formula: COSINE,
    expected: '0.9128709',
    got: () => cosineSimilarity(...counts(EXPECT_DEMAND, EXPECT_WORLDWIDE_DEMAND)).toFixed(7),
  },
  {
    id: 'V01b',
    kind: 're',
    signal_type: 'text_sim_jaccard',
    title: 'Jaccard of two sentences one word apart',
    source: LAZY_PRICES,
    formula: JACCARD,
    expected: '0.8333333',
    got: () => jaccardSimilarity(...counts(EXPECT_DEMAND, EXPECT_WORLDWIDE_DEMAND)).toFixed(7),
  },
  {
    id: 'V01c',
    kind: 're',
    signal_type: 'text_sim_min_edit',
    title: 'Edit distance of two sentences one word apart',
    source: LAZY_PRICES,
    formula: EDIT,
    expected: '1',
    got: () => String(distance(EXPECT_DEMAND, EXPECT_WORLDWIDE_DEMAND).inserts_and_deletes),
  },
  {
    id: 'V02a',
    kind: 're',
    signal_type: 'text_sim_cosine',
    title: 'Cosine of two sentences that share two words',
    source: LAZY_PRICES,
    formula: COSINE,
    expected: '0.40',
    got: () => cosineSimilarity(...counts(EXPECT_DEMAND, EXPECT_WEAKNESS)).toFixed(2),
  },
  {
    id: 'V02b',
    kind: 're',
    signal_type: 'text_sim_jaccard',
    title: 'Jaccard of two sentences that share two words',
    source: LAZY_PRICES,
    formula: JACCARD,
    expected: '0.25',
    got: () => jaccardSimilarity(...counts(EXPECT_DEMAND, EXPECT_WEAKNESS)).toFixed(2),
  },
  {
    id: 'V02c',
    kind: 're',
    signal_type: 'text_sim_min_edit',
    title: 'Edit distance of two sentences that share two words',
    source: LAZY_PRICES,
    formula: EDIT,
    expected: '6',
    got: () => String(distance(EXPECT_DEMAND, EXPECT_WEAKNESS).inserts_and_deletes),
  },
  ...['2', '4'].map(
    (expected, index): Vector => ({
      id: `V02 neg${'ab'[index]}`,
      kind: 'neg',
      signal_type: 'text_sim_min_edit',
      title: 'Edit distance by characters, or by operations of a diff, is not that by words',
      source: 'Public packages that measure otherwise',
      formula: EDIT,
      expected,
      got: () => String(distance(EXPECT_DEMAND, EXPECT_WEAKNESS).inserts_and_deletes),
    }),
  ),
  {
    id: 'V03',
    kind: 're',
    signal_type: 'text_sim_simple',
    title: 'Change rate of two sentences one word apart',
    source: 'A public test (0.182), recomputed',
    formula: 'c = changed words/((n₁+n₂)/2); text_sim_simple = (2 − c)/2',
    expected: '0.181818',
    got: () => {
      const { changed_words, words } = distance(EXPECT_DEMAND, EXPECT_WORLDWIDE_DEMAND)
      return changeRate(changed_words, words).toFixed(6)
    },
  },
]
