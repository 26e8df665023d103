import { sha256 } from '../sha256.ts'

/** What a tone lexicon says of a word. Names of the columns of the Loughran-McDonald dictionary, in lower case. */
export const TONE_CATEGORIES = [
  'negative',
  'positive',
  'uncertainty',
  'litigious',
  'weak_modal',
  'constraining',
] as const
export type ToneCategory = (typeof TONE_CATEGORIES)[number]

/** Which list a word was counted by: part of every signal that counts words. */
export interface LexiconIdentity {
  name: string
  version: string
  /** Of the words with their categories, in one spelling (see `lexicon`): the same lists have the same hash. */
  sha256: string
  /** As its owner states it, such as `CC0-1.0`. */
  licence: string
}

export interface Lexicon extends LexiconIdentity {
  /** Bit n is set where the word belongs to `TONE_CATEGORIES[n]`; 0 for a word that is not listed. */
  categoriesOf(word: string): number
  /** Listed words of a category. */
  size(category: ToneCategory): number
}

export function categoryBit(category: ToneCategory): number {
  return 1 << TONE_CATEGORIES.indexOf(category)
}

/** A lexicon of words in lower case. The hash is that of the lines `word category category`, sorted by word. */
export function lexicon(
  described: Omit<LexiconIdentity, 'sha256'>,
  words: Readonly<Record<ToneCategory, Iterable<string>>>,
): Lexicon {
  const categories = new Map<string, number>()
  for (const category of TONE_CATEGORIES) {
    for (const word of words[category]) {
      categories.set(word, (categories.get(word) ?? 0) | categoryBit(category))
    }
  }
  const lines = [...categories]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([word, bits]) => [word, ...TONE_CATEGORIES.filter((each) => bits & categoryBit(each))].join(' '))
  return {
    ...described,
    sha256: sha256(`${lines.join('\n')}\n`),
    categoriesOf: (word) => categories.get(word) ?? 0,
    size: (category) => [...categories.values()].filter((bits) => bits & categoryBit(category)).length,
  }
}

/** What of a lexicon is written into records. */
export function identityOf({ name, version, sha256, licence }: LexiconIdentity): LexiconIdentity {
  return { name, version, sha256, licence }
}
