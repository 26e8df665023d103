import type { ComparedBlock, ComparedPair, ComparedText } from './comparison-basis.ts'

const known = new WeakMap<ComparedText, ComparedBlock[]>()

// A stop behind these ends no sentence.
const ABBREVIATIONS = new Set(
  'mr mrs ms dr jr sr st inc corp co ltd llc no nos vs u.s u.k e.g i.e approx fig sec art dept'.split(' '),
)

/**
 * The sentences of what is compared: a sentence ends with its block, or at a full stop, question or exclamation mark with
 * white space and no small letter behind it, unless an abbreviation stands in front; in a table, with its row. Words as in
 * the blocks; indexes from the first word to the last with what closes it.
 */
export function sentencesOf(compared: ComparedText): ComparedBlock[] {
  const before = known.get(compared)
  if (before) return before
  const { document, blocks, starts, ends } = compared
  const { text } = document
  const sentences: ComparedBlock[] = []
  for (const block of blocks) {
    let first = block.first
    for (let word = block.first; word < block.last; word++) {
      const next = word + 1 < block.last ? (starts[word + 1] as number) : -1
      const end = ends[word] as number
      const stop =
        next < 0
          ? block.end
          : block.kind === 'table' && text.slice(end, next).includes('\n')
            ? end
            : stopAfter(text, starts[word] as number, end, next)
      if (stop < 0) continue
      sentences.push({ kind: block.kind, start: starts[first] as number, end: stop, first, last: word + 1 })
      first = word + 1
    }
  }
  known.set(compared, sentences)
  return sentences
}

/** Where the sentence ends that may end behind a word; -1 when it goes on. */
function stopAfter(text: string, start: number, end: number, next: number): number {
  for (let at = end; at < next; at++) {
    const code = text.charCodeAt(at)
    if (code !== 0x2e && code !== 0x21 && code !== 0x3f) continue
    let after = at + 1
    while (after < next && '"”’)]'.includes(text.charAt(after))) after++
    if (after < text.length && !/\s/.test(text.charAt(after))) continue
    if (code === 0x2e && at === end && isAbbreviation(text.slice(start, end))) continue
    if (/\p{Ll}/u.test(text.charAt(next))) continue
    return after
  }
  return -1
}

function isAbbreviation(word: string): boolean {
  return word.length <= 6 && (ABBREVIATIONS.has(word.toLowerCase()) || /^[A-Z]$/.test(word))
}

/** Of a pair, the sentences that are wanted as blocks of their own, and their words. */
export function sentencePair(
  pair: ComparedPair,
  wanted: (text: ComparedText, sentence: ComparedBlock) => boolean,
): ComparedPair {
  const [left, leftWords] = chosen(pair.left, pair.leftWords, wanted)
  const [right, rightWords] = chosen(pair.right, pair.rightWords, wanted)
  return { left, right, leftWords, rightWords, vocabulary: pair.vocabulary }
}

function chosen(
  text: ComparedText,
  numbers: Int32Array,
  wanted: (text: ComparedText, sentence: ComparedBlock) => boolean,
): [ComparedText, Int32Array] {
  const sentences = sentencesOf(text).filter((sentence) => wanted(text, sentence))
  let count = 0
  const blocks = sentences.map((sentence) => {
    const first = count
    count += sentence.last - sentence.first
    return { ...sentence, first, last: count }
  })
  const gather = (column: Int32Array) => {
    const gathered = new Int32Array(count)
    sentences.forEach((sentence, index) => {
      gathered.set(column.subarray(sentence.first, sentence.last), blocks[index]?.first ?? 0)
    })
    return gathered
  }
  const words = gather(text.words)
  return [
    { document: text.document, blocks, words, starts: gather(text.starts), ends: gather(text.ends) },
    numbers === text.words ? words : gather(numbers),
  ]
}
