import type { ReadabilityCounts } from './readability-formulas.ts'
import type { Scope } from './scope.ts'
import { wordForms } from './word-forms.ts'

/** Words, sentences and syllables of the sentences of a scope; labels and fragments count for nothing. */
export function readabilityCounts({ sentences, firstSentence, endSentence }: Scope): ReadabilityCounts {
  const forms = wordForms(sentences.words)
  const { words: list } = sentences.words
  const counts: ReadabilityCounts = { words: 0, sentences: 0, syllables: 0, complex_words: 0 }
  for (let sentence = firstSentence; sentence < endSentence; sentence++) {
    if (sentences.whole[sentence] === 0) continue
    const before = counts.words
    const end = sentences.endWords[sentence] as number
    for (let word = sentences.firstWords[sentence] as number; word < end; word++) {
      const number = list[word] as number
      counts.words += forms.counts[number] as number
      counts.syllables += forms.syllables[number] as number
      counts.complex_words += forms.complex[number] as number
    }
    if (counts.words > before) counts.sentences++
  }
  return counts
}
