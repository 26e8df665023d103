/** Answers that say the item does not concern this report, in the letters that are left when all else is dropped. */
const EMPTY_ANSWERS = new Set([
  'notapplicable',
  'notapplicabletothisreport',
  'nonapplicable',
  'inapplicable',
  'na',
  'none',
  'nothing',
  'notrequired',
  'omitted',
  'noevents',
  'noeventstoreport',
  'nottoapplicable',
])
const LONGEST_EMPTY_ANSWER = 60

/**
 * Whether an item of an 8-K is answered "not applicable", "none" or the like and with nothing more. The answer is
 * what follows the heading: on later lines, or behind it on the same line.
 */
export function isAnsweredNotApplicable(sectionText: string): boolean {
  const lines = sectionText.split('\n').filter((line) => /[\p{L}\p{N}]/u.test(line))
  const [heading = '', ...rest] = lines
  if (rest.length === 0) return endsInEmptyAnswer(heading)
  // The heading may go on over a line or two; only the end of a short item can be the answer.
  if (rest.length > 3) return false
  const last = rest.at(-1) ?? ''
  const between = rest.slice(0, -1)
  return isEmptyAnswer(last)
    ? between.every(isHeadingLine)
    : endsInEmptyAnswer(last) && between.every(isHeadingLine)
}

function isEmptyAnswer(answer: string): boolean {
  return answer.length <= LONGEST_EMPTY_ANSWER && EMPTY_ANSWERS.has(letters(answer))
}

function endsInEmptyAnswer(line: string): boolean {
  if (line.length > 400) return false
  for (const separator of [' - ', ' – ', ' — ', '. ', ': ', ' | ']) {
    const at = line.lastIndexOf(separator)
    if (at !== -1 && isEmptyAnswer(line.slice(at + separator.length))) return true
  }
  return false
}

/** A line of a heading has no full sentence in it. */
function isHeadingLine(line: string): boolean {
  return line.length <= 250 && !/[a-z]{3}\. [A-Z]/.test(line) && !/[a-z]{3}\.$/.test(line.trimEnd())
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, '')
}

/** Ends of abbreviations that do not end a sentence. */
const ABBREVIATIONS = new Set(
  'inc corp co ltd no nos mr mrs ms dr jr sr st llc lp u.s u.s.a n.a n.v s.a p.l.c a.m p.m etc vs dept est fig vol art sec par ex'.split(
    ' ',
  ),
)

/**
 * The index behind the first sentence of an item: its heading, then the text up to the first full stop that ends a
 * sentence, or the end of the item. Where the text runs on in the line of the heading, the title is a sentence of its
 * own and one more follows.
 */
export function firstSentenceEnd(text: string, start: number, end: number): number {
  const bodyStart = skipHeading(text, start, end)
  if (bodyStart > start) return sentenceEnd(text, bodyStart, start, end)
  const title = sentenceEnd(text, skipLabel(text, start, end), start, end)
  return title < end ? sentenceEnd(text, title, start, end) : title
}

function sentenceEnd(text: string, from: number, start: number, end: number): number {
  for (let at = from; at < end; at++) {
    const character = text[at]
    if (character !== '.' && character !== '!' && character !== '?') continue
    let after = at + 1
    while (after < end && /["'”’)\]]/.test(text[after] ?? '')) after++
    if (after >= end) return end
    if (!/\s/.test(text[after] ?? '')) continue
    if (character === '.' && endsAbbreviation(text, from, at)) continue
    return after
  }
  return trimEnd(text, start, end)
}

function skipLabel(text: string, start: number, end: number): number {
  const label = /^\s*items?\s{0,5}\d{1,2}(?:\.\d{2})?\.?/i.exec(text.slice(start, Math.min(end, start + 40)))
  return start + (label?.[0].length ?? 0)
}

/** The heading is the first line, and the lines behind it that are too short to be a sentence and do not end as one. */
function skipHeading(text: string, start: number, end: number): number {
  let at = start
  for (let line = 0; line < 4; line++) {
    const newline = text.indexOf('\n', at)
    if (newline === -1 || newline >= end) return line === 0 ? start : at
    const next = skipSpace(text, newline, end)
    if (next >= end) return line === 0 ? start : at
    at = next
    const following = text.indexOf('\n', at)
    const content = text.slice(at, following === -1 || following > end ? end : following)
    if (content.length > 120 || /[.!?;:]\s*$/.test(content)) return at
  }
  return at
}

function endsAbbreviation(text: string, from: number, point: number): boolean {
  let start = point
  while (start > from && !/[\s(]/.test(text[start - 1] ?? ' ')) start--
  const word = text.slice(start, point)
  return /^[A-Z]$/.test(word) || ABBREVIATIONS.has(word.toLowerCase())
}

function skipSpace(text: string, from: number, end: number): number {
  let at = from
  while (at < end && /\s/.test(text[at] ?? '')) at++
  return at
}

function trimEnd(text: string, start: number, end: number): number {
  let at = end
  while (at > start + 1 && /\s/.test(text[at - 1] ?? '')) at--
  return at
}
