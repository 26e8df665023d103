/** What stands before the title of an item heading: `Part II, Item 1A.`, `ITEMS 1 and 2 -`, `I TEM 9A(T):`. */
export interface ItemLabel {
  /** Item numbers as the catalogue writes them: `1A`, `9A(T)`, `5.02`; more than one in a combined heading. */
  numbers: string[]
  /** Part named in the same line. */
  part: number | null
  /** Index in the given string at which the title begins. */
  rest: number
  /** False for a bare number such as `1A.`, which many other things look like. */
  hasWord: boolean
}

/** `plain`: 1A; `decimal`: 5.02; `lettered`: 16K and 3.D. */
export type LabelStyle = 'plain' | 'decimal' | 'lettered'

/** Only this much of a line can hold a heading; the rest is not looked at. */
export const LABEL_WINDOW = 320

const PART = /[\s|*•·_#([-]{0,12}P\s?A\s?R\s?T\s{0,3}(IV|I{1,3}|[1-4])(?![A-Za-z0-9])[\s|,.:;)\]–—-]{0,12}/iy
const WORD =
  /[\s|*•·_#([–—-]{0,12}I\s?T\s?E\s?M\s?(S|\(S\))?(?![a-z])[\s|.:#*–—-]{0,6}(?:NO\.?|NUMBER|NUMBERS)?[\s|]{0,3}/iy
const BARE = /[\s|*•·([]{0,8}(?=\d)/y
const DIGITS = /(\d{1,2})(?!\d)/y
// The paragraph of an 8-K item may follow its number: 5.02(b), (c).
const DECIMAL = /(\d)\s?\.\s?(\d{2})(?![\d%])(?:\s?,?\s?\([a-h]\)){0,6}/y
const LETTER = /(\s?[.(]?\s?)([A-C])\)?(?![A-Za-z0-9'’])/iy
const SUB_LETTER = /(\s?[.(]?\s?)([A-K])\)?(?![A-Za-z0-9'’])/iy
const TEMPORARY = /\s?(?:\(\s?T\s?\)|T(?![A-Za-z0-9]))/iy
const WORDS =
  /(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|IX|IV|V?I{1,3}|X(?:IV|V?I{0,3})|V)(?![A-Za-z0-9])/iy
const JOINER =
  /[\s.|:]{0,4}(,\s{0,2}and|and\/or|and|or|through|thru|to|&|,|;|\/|–|—|-)[\s|]{0,4}(items?\s{0,3}(?:no\.?\s?)?)?/iy

const NUMBER_WORDS = [
  'ONE',
  'TWO',
  'THREE',
  'FOUR',
  'FIVE',
  'SIX',
  'SEVEN',
  'EIGHT',
  'NINE',
  'TEN',
  'ELEVEN',
  'TWELVE',
  'THIRTEEN',
  'FOURTEEN',
  'FIFTEEN',
  'SIXTEEN',
]
const ROMAN = [
  'I',
  'II',
  'III',
  'IV',
  'V',
  'VI',
  'VII',
  'VIII',
  'IX',
  'X',
  'XI',
  'XII',
  'XIII',
  'XIV',
  'XV',
  'XVI',
]

const partNumbers: Record<string, number> = { I: 1, II: 2, III: 3, IV: 4, '1': 1, '2': 2, '3': 3, '4': 4 }

/**
 * Reads the label a line begins with. A letter set apart from its number (`Item 1 A company`) may belong to the number or
 * to the title, so up to two readings are returned, the one with the letter first. Empty: the line begins with no label.
 */
export function itemLabels(line: string, style: LabelStyle): ItemLabel[] {
  const window = line.length > LABEL_WINDOW ? line.slice(0, LABEL_WINDOW) : line
  const part = partLabel(window)
  // Between the part and the item filers repeat the part's name.
  let at = part ? afterPartName(window, part.rest) : 0
  const word = match(WORD, window, at)
  if (word) at = word.end
  else {
    if (part) return []
    const bare = match(BARE, window, 0)
    if (!bare) return []
    at = bare.end
  }
  const readings =
    style === 'decimal' ? decimalNumber(window, at) : plainNumber(window, at, Boolean(word), style)
  return readings.map(({ number, end }) => {
    const more = word
      ? furtherNumbers(window, end, style, number, word.groups[1] !== undefined)
      : { numbers: [], end }
    return {
      numbers: [number, ...more.numbers],
      part: part?.part ?? null,
      rest: skipSeparators(window, more.end),
      hasWord: Boolean(word),
    }
  })
}

/** Reads `PART II` at the start of a line. */
export function partLabel(line: string): { part: number; rest: number } | null {
  const found = match(PART, line, 0)
  const part = found && partNumbers[(found.groups[1] ?? '').toUpperCase()]
  return part ? { part, rest: found.end } : null
}

function afterPartName(line: string, at: number): number {
  const item = line.slice(at, at + 80).search(/\bI\s?T\s?E\s?M/i)
  if (item <= 0) return at
  const name = line.slice(at, at + item)
  return /^[A-Za-z\s.,:;()|–—-]*$/.test(name) && /information/i.test(name) ? at + item : at
}

interface Reading {
  number: string
  end: number
}

function plainNumber(line: string, at: number, hasWord: boolean, style: LabelStyle): Reading[] {
  const digits = match(DIGITS, line, at)
  if (!digits) {
    const word = hasWord ? match(WORDS, line, at) : null
    const spelled = word ? spelledNumber(word.groups[1] ?? '') : 0
    return word && spelled ? [{ number: String(spelled), end: word.end }] : []
  }
  const number = String(Number(digits.groups[1]))
  const plain = { number, end: digits.end }
  const temporaryOnly = match(TEMPORARY, line, digits.end)
  if (temporaryOnly && !/^\s?T\s/i.test(line.slice(digits.end, digits.end + 3)))
    return [{ number: `${number}T`, end: temporaryOnly.end }, plain]
  const letter = match(style === 'lettered' ? SUB_LETTER : LETTER, line, digits.end)
  if (!letter) return [plain]
  let lettered = { number: `${number}${(letter.groups[2] ?? '').toUpperCase()}`, end: letter.end }
  const temporary = match(TEMPORARY, line, letter.end)
  if (temporary) lettered = { number: `${lettered.number}(T)`, end: temporary.end }
  return letter.groups[1] === '' ? [lettered] : [lettered, plain]
}

function decimalNumber(line: string, at: number): Reading[] {
  const decimal = match(DECIMAL, line, at)
  return decimal ? [{ number: `${decimal.groups[1]}.${decimal.groups[2]}`, end: decimal.end }] : []
}

/** `and 2`, `, 6 and 7`, `through 14`, `and Item 7A`; a plural or a repeated "Item" is what makes it a list. */
function furtherNumbers(
  line: string,
  from: number,
  style: LabelStyle,
  first: string,
  plural: boolean,
): { numbers: string[]; end: number } {
  const numbers: string[] = []
  let end = from
  let last = first
  for (let count = 0; count < 8; count += 1) {
    const joiner = match(JOINER, line, end)
    if (!joiner) break
    const link = (joiner.groups[1] ?? '').toLowerCase()
    const strong = plural || joiner.groups[2] !== undefined || link === 'and' || link === '&' || link === '/'
    if (!strong) break
    const next = (
      style === 'decimal' ? decimalNumber(line, joiner.end) : plainNumber(line, joiner.end, false, style)
    )[0]
    if (!next) break
    const isRange = /^(?:through|thru|to|-|–|—)$/.test(link)
    if (isRange && !plural) break
    if (isRange) numbers.push(...between(last, next.number))
    numbers.push(next.number)
    last = next.number
    end = next.end
  }
  return { numbers, end }
}

function between(first: string, last: string): string[] {
  const from = Number.parseInt(first, 10)
  const to = Number.parseInt(last, 10)
  const numbers: string[] = []
  for (let number = from + 1; number < to && numbers.length < 16; number += 1) numbers.push(String(number))
  return numbers
}

function spelledNumber(text: string): number {
  const upper = text.toUpperCase()
  return (NUMBER_WORDS.indexOf(upper) + 1 || ROMAN.indexOf(upper) + 1) as number
}

function skipSeparators(line: string, at: number): number {
  let end = at
  while (end < line.length && /[\s|.:;,*)\]–—_-]/.test(line.charAt(end))) end += 1
  return end
}

function match(
  pattern: RegExp,
  text: string,
  at: number,
): { groups: (string | undefined)[]; end: number } | null {
  pattern.lastIndex = at
  const found = pattern.exec(text)
  return found ? { groups: [...found], end: pattern.lastIndex } : null
}
