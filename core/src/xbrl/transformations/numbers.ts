import type { Transformation } from './transformation.ts'

const ZERO = 0x30
const FULL_WIDTH_ZERO = 0xff10
const SPACES = ' \u00a0'
const APOSTROPHES = "'`\u00b4\u2019\u2032"
const DASHES = '-\u058a\u05be\u2010\u2011\u2012\u2013\u2014\u2015\ufe58\ufe63\uff0d'

/** Value of a decimal digit, full-width ones included; -1 for anything else. */
function digitOf(code: number): number {
  if (code >= ZERO && code <= ZERO + 9) return code - ZERO
  return code >= FULL_WIDTH_ZERO && code <= FULL_WIDTH_ZERO + 9 ? code - FULL_WIDTH_ZERO : -1
}

/** Digits grouped by any of the separators, then at most one decimal mark; spaces may stand anywhere. */
function separated(separators: string, mark: string): Transformation {
  return (text) => {
    let whole = ''
    let fraction = ''
    let marked = false
    for (let at = 0; at < text.length; at++) {
      const character = text[at] as string
      const digit = digitOf(text.charCodeAt(at))
      if (digit >= 0) {
        if (marked) fraction += digit
        else whole += digit
      } else if (character === mark && !marked) marked = true
      else if (!(SPACES.includes(character) || (separators.includes(character) && !marked))) return null
    }
    if (whole === '' && fraction === '') return null
    if (marked && fraction === '') return whole
    return marked ? `${whole === '' ? '0' : whole}.${fraction}` : whole
  }
}

export const dotDecimal = separated(',', '.')
export const commaDecimal = separated('.', ',')
export const dotDecimalApostrophe = separated(`,${APOSTROPHES}`, '.')
export const commaDecimalApostrophe = separated(`.${APOSTROPHES}`, ',')

/** `5 dollars 12 cents`: whole units, a word, hundredths, perhaps a word. */
function unitDecimal(separators: string): Transformation {
  return (text) => {
    let at = 0
    let whole = ''
    for (; at < text.length; at++) {
      const digit = digitOf(text.charCodeAt(at))
      if (digit >= 0) whole += digit
      else if (!separators.includes(text[at] as string)) break
    }
    const word = at
    while (at < text.length && digitOf(text.charCodeAt(at)) < 0) at++
    if (whole === '' || at === word) return null
    let hundredths = ''
    for (; at < text.length && digitOf(text.charCodeAt(at)) >= 0; at++)
      hundredths += digitOf(text.charCodeAt(at))
    for (let rest = at; rest < text.length; rest++) if (digitOf(text.charCodeAt(rest)) >= 0) return null
    if (hundredths.length === 0 || hundredths.length > 2) return null
    return `${whole}.${hundredths.padStart(2, '0')}`
  }
}

export const unitHundredths = unitDecimal('.,\uff0c\uff0e')
export const unitHundredthsApostrophe = unitDecimal(`.,\uff0c\uff0e\uff07${APOSTROPHES}`)
/** Lakh and crore grouping with spaces allowed. */
export const unitHundredthsIndian = unitDecimal(`,${SPACES}`)

/** A single dash of any length stands for nothing. */
export const zeroDash: Transformation = (text) => (text.length === 1 && DASHES.includes(text) ? '0' : null)

/** A value that does not depend on what is shown. */
export const fixed =
  (value: string): Transformation =>
  () =>
    value

/** ☐ ☑ ☒ */
export const ballotBox =
  (unticked: string, ticked: string): Transformation =>
  (text) => {
    if (text === '\u2610') return unticked
    return text === '\u2611' || text === '\u2612' ? ticked : null
  }
