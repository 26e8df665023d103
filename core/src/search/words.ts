/** A word of a text where it stands, as half-open UTF-16 indexes, and as it is compared. */
export interface PlacedWord {
  start: number
  end: number
  word: string
}

/** Longer words are compared by their beginning; they are data, not language. */
export const MAX_WORD_CHARS = 64

const NOT_A_WORD = 0
const WORD = 1
const UPPER_CASE = 2
/** What the characters of ASCII are; the rest is asked of Unicode. */
const ASCII = new Uint8Array(128)
for (let code = 0; code < 128; code++) {
  const character = String.fromCharCode(code)
  if (/[a-z0-9]/.test(character)) ASCII[code] = WORD
  else if (/[A-Z]/.test(character)) ASCII[code] = UPPER_CASE
}
const WORD_CHARACTER = /^[\p{L}\p{N}\p{M}]$/u
const known = new Map<number, boolean>()

/**
 * The words of a stretch of text. A word is a run of letters, digits and marks, everything else stands between words:
 * `company's` is two words, `10b5-1` two, `U.S.` two. Words are compared without case, without accents, and in their
 * compatible form (`ﬁ` is `fi`). The index and the queries are made by this one function, so they cannot disagree.
 */
export function* wordsOf(text: string, start = 0, end = text.length): Generator<PlacedWord> {
  let at = start
  while (at < end) {
    let kind = kindAt(text, at)
    if (kind === NOT_A_WORD) {
      at += widthAt(text, at)
      continue
    }
    const from = at
    let plain = true
    while (at < end && kind !== NOT_A_WORD) {
      if (kind === UPPER_CASE || text.charCodeAt(at) > 127) plain = false
      at += widthAt(text, at)
      kind = at < end ? kindAt(text, at) : NOT_A_WORD
    }
    const written = text.slice(from, at)
    const word = plain ? written.slice(0, MAX_WORD_CHARS) : folded(written)
    if (word !== '') yield { start: from, end: at, word }
  }
}

/** A word as it is compared. What folding takes apart (`½` is `1⁄2`) stays one word. */
function folded(written: string): string {
  const lower = written.normalize('NFKD').toLowerCase()
  const letters = /^[a-z0-9]*$/.test(lower) ? lower : lower.replace(/[^\p{L}\p{N}]/gu, '')
  return letters.length <= MAX_WORD_CHARS
    ? letters
    : [...letters.slice(0, MAX_WORD_CHARS + 1)].slice(0, -1).join('')
}

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code < 128) return ASCII[code] as number
  const point = text.codePointAt(at) as number
  const answer = known.get(point)
  if (answer !== undefined) return answer ? WORD : NOT_A_WORD
  const isWord = WORD_CHARACTER.test(String.fromCodePoint(point))
  if (known.size < 65_536) known.set(point, isWord)
  return isWord ? WORD : NOT_A_WORD
}

function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) as number) > 0xffff ? 2 : 1
}
