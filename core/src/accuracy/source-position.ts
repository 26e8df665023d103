/** Where the words of a document stand in its HTML: letters and digits without tags, and the place of each. */
export interface SourceWords {
  /** Lower-case letters and digits in the order of the source, hidden ones included. */
  letters: string
  /** Offset in the source of the tag or text each letter stands in or after. */
  offsets: Uint32Array
}

const NAMED: Record<string, string> = {
  agrave: 'a',
  eacute: 'e',
  egrave: 'e',
  ntilde: 'n',
  ouml: 'o',
  uuml: 'u',
}

/** Reads the letters out of HTML without knowing anything of what is drawn. Linear in the source. */
export function sourceWords(html: string): SourceWords {
  const letters: string[] = []
  const offsets: number[] = []
  const push = (text: string, at: number) => {
    for (const letter of text.toLowerCase()) {
      if (!/[a-z0-9]/.test(letter)) continue
      letters.push(letter)
      offsets.push(at)
    }
  }
  let at = 0
  while (at < html.length) {
    const code = html.charCodeAt(at)
    if (code === 60) {
      const close = html.startsWith('<!--', at) ? html.indexOf('-->', at) + 2 : html.indexOf('>', at)
      if (close <= at) break
      at = close + 1
    } else if (code === 38) {
      const end = html.indexOf(';', at)
      const entity = end > 0 && end - at <= 10 ? html.slice(at + 1, end) : ''
      if (entity.startsWith('#')) push(characterOf(entity), at)
      else if (NAMED[entity.toLowerCase()]) push(NAMED[entity.toLowerCase()] ?? '', at)
      at = entity === '' ? at + 1 : end + 1
    } else {
      if (isLetter(code)) {
        letters.push(html.charAt(at).toLowerCase())
        offsets.push(at)
      }
      at += 1
    }
  }
  return { letters: letters.join(''), offsets: Uint32Array.from(offsets) }
}

function isLetter(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
}

function characterOf(entity: string): string {
  const code = /^#x/i.test(entity)
    ? Number.parseInt(entity.slice(2), 16)
    : Number.parseInt(entity.slice(1), 10)
  return Number.isInteger(code) && code > 0 && code < 0x110000 ? String.fromCodePoint(code) : ''
}

const ANCHOR = 90
const SHORT_ANCHOR = 24

/** Offset in the source at which a text begins, looked for after another offset of the letters; -1 when it is not there. */
export function findWords(
  words: SourceWords,
  text: string,
  after: number,
): { letter: number; offset: number } | null {
  const wanted = text.toLowerCase().replace(/[^a-z0-9]+/g, '')
  for (const length of [ANCHOR, SHORT_ANCHOR]) {
    const letter = words.letters.indexOf(wanted.slice(0, length), after)
    if (letter >= 0 && wanted.length > 0) return { letter, offset: words.offsets[letter] ?? 0 }
  }
  return null
}
