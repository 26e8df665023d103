/** A text as quotes are compared, with the way back to the original. */
export interface NormalisedText {
  text: string
  /** UTF-16 index in the original of each UTF-16 unit of `text`. */
  starts: number[]
  /** Where the original character of each unit ends. */
  ends: number[]
}

/** Characters that are drawn as nothing: zero-width spaces and joiners, direction marks, soft hyphens, the byte order mark. */
const INVISIBLE =
  /\u034f|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]|[\ufe00-\ufe0f]/u

/** Letter by letter, so that every unit of the result knows where it comes from. */
const UNIFIED: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201a': "'",
  '\u201b': "'",
  '\u2032': "'",
  '\u00b4': "'",
  '`': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u201f': '"',
  '\u2033': '"',
  '\u00ab': '"',
  '\u00bb': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2015': '-',
  '\u2212': '-',
  '\ufe58': '-',
  '\ufe63': '-',
  '\uff0d': '-',
}

const MARK = /\p{M}/u
const WHITE = /\s/u
/** Hangul letters that compose with their neighbours into syllables. */
const JAMO = /[\u1100-\u11ff]/u

/**
 * A text for comparison: compatibility forms unified (NFKC), quotation marks and dashes made one kind, invisible characters
 * left out, white space one space. Nothing else: letters keep their case, digits and words are never touched. White space at
 * either end is left out.
 */
export function normalisedText(original: string): NormalisedText {
  const out: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  let space = -1
  let spaceEnd = -1
  for (let at = 0; at < original.length; ) {
    const end = clusterEnd(original, at)
    const cluster = original.slice(at, end)
    const piece = unified(cluster)
    if (piece === ' ') {
      if (space < 0) space = at
      spaceEnd = end
    } else if (piece !== '') {
      for (const [index, part] of [...piece.split(' ')].entries()) {
        if (index > 0 && space < 0) {
          space = at
          spaceEnd = end
        }
        if (part === '') continue
        if (space >= 0 && out.length > 0) {
          out.push(' ')
          starts.push(space)
          ends.push(spaceEnd)
        }
        space = -1
        for (let unit = 0; unit < part.length; unit++) {
          out.push(part[unit] as string)
          starts.push(at)
          ends.push(end)
        }
      }
    }
    at = end
  }
  return { text: out.join(''), starts, ends }
}

/** A character with the marks that change it. A run of marks is cut at 32: no script needs more. */
function clusterEnd(text: string, at: number): number {
  const first = text.codePointAt(at) as number
  let end = at + (first > 0xffff ? 2 : 1)
  if (first < 0x80 && end < text.length && text.charCodeAt(end) < 0x80) return end
  for (let count = 0; count < 32 && end < text.length; count++) {
    const next = String.fromCodePoint(text.codePointAt(end) as number)
    if (!MARK.test(next) && !(JAMO.test(next) && JAMO.test(text[at] as string))) break
    end += next.length
  }
  return end
}

function unified(cluster: string): string {
  if (cluster.length === 1) {
    const code = cluster.charCodeAt(0)
    if (code > 0x20 && code < 0x7f && code !== 0x60) return cluster
  }
  const visible = [...cluster].filter((character) => !INVISIBLE.test(character)).join('')
  if (visible === '') return ''
  // NFKC makes a space and a mark of a spacing accent: unify what it stands for first.
  const known = UNIFIED[visible]
  if (known !== undefined) return known
  const composed = visible.normalize('NFKC')
  let piece = ''
  for (const character of composed) {
    if (INVISIBLE.test(character)) continue
    piece += WHITE.test(character) ? ' ' : (UNIFIED[character] ?? character)
  }
  return piece.replace(/ +/g, ' ')
}
