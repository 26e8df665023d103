/** What Windows-1252 has at 128 to 159, where Unicode has control characters nobody means. */
const WINDOWS_1252_HIGH =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178'

/** Every kind of space that is not a line break: nbsp, the typographic widths, the ideographic one. */
const SPACES = /[\t\v\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g
/** Soft hyphen, zero-width characters, direction marks, byte order mark: nothing a reader sees. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g
const C1_CONTROLS = /[\u0080-\u009f]/g
const C0_CONTROLS = /[\u0001-\u0008\u000e-\u001f\u007f]/g
const UNSTORABLE = /\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
/** Most text has none of the above, and one test is cheaper than six replacements. */
const NEEDS_CARE = /[^\n\f\r\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e]/

/** As it stands. */
export const PLAIN = 0
/** A space of some kind. */
export const SPACE = 1
/** Nothing a reader sees. */
export const IGNORED = 2
/** May become another character together with its neighbours. */
export const COMPOSES = 3
/** Windows-1252 in the place of a control character, or what no text can hold. */
export const MISPLACED = 4

const classes = new Uint8Array(0x10000)

function classify(first: number, last: number, value: number) {
  classes.fill(value, first, last + 1)
}

classify(0, 0x20, SPACE)
classify(0x7f, 0x7f, SPACE)
classify(0x80, 0x9f, MISPLACED)
classify(0x300, 0x200f, COMPOSES)
classify(0x2028, 0x202f, COMPOSES)
classify(0x205f, 0xffff, COMPOSES)
for (const code of [0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000]) classify(code, code, SPACE)
classify(0x2000, 0x200a, SPACE)
for (const [first, last] of [
  [0xad, 0xad],
  [0x61c, 0x61c],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2069],
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffb],
] as const)
  classify(first, last, IGNORED)
classify(0xd800, 0xdfff, MISPLACED)
classify(0, 0, MISPLACED)
// Common in filings, and never part of a composition.
classify(0x2122, 0x2122, PLAIN)
classify(0x2500, 0x27bf, PLAIN)

/** What a character means in collapsed text: the rules of `cleanCharacters`, one character at a time. */
export function characterClass(code: number): number {
  return code > 0xffff ? COMPOSES : (classes[code] as number)
}

/** The character that Windows-1252 has in the place of a C1 control, 0 when it has none. */
export function windows1252(code: number): number {
  const meant = WINDOWS_1252_HIGH.charCodeAt(code - 0x80)
  return meant === code ? 0 : meant
}

/** Counts what no text can hold and was replaced with U+FFFD. */
export interface ReplacementCount {
  replaced: number
}

/**
 * Characters as the canonical text writes them: NFC (not NFKC: a quote keeps its own glyphs), line ends LF, every space a
 * plain one, nothing invisible, stray Windows-1252 in its place. Form feeds stay: they are page breaks.
 */
export function cleanCharacters(text: string, count: ReplacementCount): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  if (!NEEDS_CARE.test(lines)) return lines
  const stored = lines
    .replace(UNSTORABLE, () => {
      count.replaced++
      return '\ufffd'
    })
    .replace(C1_CONTROLS, (control) => WINDOWS_1252_HIGH[control.charCodeAt(0) - 0x80] as string)
    .replace(C1_CONTROLS, '')
    .replace(INVISIBLE, '')
    .replace(C0_CONTROLS, ' ')
    .replace(SPACES, (space) => (space === '\t' ? '\t' : ' '))
  return composed(stored, count)
}

/** The Stream-Safe limit of Unicode (UAX #15): no writing system stacks more marks on one letter. */
const ENDLESS_MARKS = /(\p{M}{30})\p{M}+/gu

/**
 * NFC of a text. Composition sorts the marks on a letter, in time that grows with the square of their number, so that a
 * megabyte of them would take hours: what exceeds the limit becomes U+FFFD.
 */
export function composed(text: string, count: ReplacementCount): string {
  if (!NEEDS_CARE.test(text)) return text
  const bounded = text.replace(ENDLESS_MARKS, (_, marks: string) => {
    count.replaced++
    return `${marks}\ufffd`
  })
  return bounded.normalize('NFC')
}
