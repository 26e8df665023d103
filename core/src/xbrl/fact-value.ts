import { canonicalDecimal, decimalsOfPrecision, negated, scaled, scaleOf } from './decimal.ts'
import { oneLine, plainMarkup } from './plain-markup.ts'
import type { Transformation } from './transformations/transformation.ts'

/** The value of a fact and how exact it is. */
export interface FactValue {
  value: number | null
  value_text: string | null
  decimals: number | null
  decimals_exact: boolean
}

/** Longer texts are not kept with the fact: their span in the canonical text says where to read them. */
export const MAX_TEXT = 4096
/** Markup of this length is not even looked at for a short text in it. */
export const MAX_MARKUP = 16_384
/** Longer than any number, words included. */
const MAX_NUMBER = 1024

export function nilValue(): FactValue {
  return textOnly(null)
}

function textOnly(value_text: string | null): FactValue {
  return { value: null, value_text, decimals: null, decimals_exact: false }
}

/** How a number is written: all of it as filed. */
export interface NumberNotation {
  transformation?: Transformation | undefined
  scale?: string | undefined
  sign?: string | undefined
  decimals?: string | undefined
  precision?: string | undefined
}

/** Reads a number. What cannot be read is null with a flag; it is never guessed, rounded or changed. */
export function numberValue(content: string, notation: NumberNotation, flags: string[]): FactValue {
  const shown = content.length > MAX_NUMBER ? '' : content.trim()
  const transformed = notation.transformation ? notation.transformation(shown) : shown
  if (transformed === 'INF' || transformed === '-INF' || transformed === 'NaN') {
    flags.push('not_finite')
    return textOnly(transformed)
  }
  const plain = transformed === null ? null : canonicalDecimal(transformed)
  if (plain === null) {
    flags.push('invalid_number')
    return nilValue()
  }
  const scale = notation.scale === undefined ? 0 : scaleOf(notation.scale.trim())
  if (scale === null) {
    flags.push('scale_out_of_range')
    return nilValue()
  }
  const magnitude = scaled(plain, scale)
  const exact = signed(magnitude, notation.sign, flags)
  const value = Number(exact)
  const { decimals, decimals_exact } = exactness(exact, notation, flags)
  return { value: Number.isFinite(value) ? value : null, value_text: exact, decimals, decimals_exact }
}

function signed(magnitude: string, sign: string | undefined, flags: string[]): string {
  if (sign === undefined) return magnitude
  if (sign.trim() === '-') return negated(magnitude)
  flags.push('invalid_sign')
  return magnitude
}

function exactness(
  exact: string,
  { decimals, precision }: NumberNotation,
  flags: string[],
): Pick<FactValue, 'decimals' | 'decimals_exact'> {
  const written = (decimals ?? precision)?.trim()
  if (written === undefined) {
    flags.push('missing_decimals')
    return { decimals: null, decimals_exact: false }
  }
  if (written === 'INF') return { decimals: null, decimals_exact: true }
  const number = scaleOf(written)
  if (number === null || (decimals === undefined && number <= 0)) {
    flags.push('invalid_decimals')
    return { decimals: null, decimals_exact: false }
  }
  return {
    decimals: decimals === undefined ? decimalsOfPrecision(exact, number) : number,
    decimals_exact: false,
  }
}

/** Reads a text, or what a transformation makes of it. */
export function textValue(
  markup: string,
  transformation: Transformation | undefined,
  flags: string[],
): FactValue {
  if (markup.length > MAX_MARKUP) {
    flags.push('long_text')
    return nilValue()
  }
  const text = markup.includes('<') || markup.includes('&') ? plainMarkup(markup) : oneLine(markup)
  if (transformation !== undefined) {
    const value_text = transformation(text)
    if (value_text === null) flags.push('invalid_text')
    return textOnly(value_text)
  }
  if (text.length > MAX_TEXT) {
    flags.push('long_text')
    return nilValue()
  }
  return textOnly(text)
}

/** A fraction is exact as its two parts; its double is the nearest to their quotient. */
export function fractionValue(
  numerator: string | null,
  denominator: string | null,
  flags: string[],
): FactValue {
  flags.push('fraction')
  if (numerator === null || denominator === null || denominator === '0') {
    flags.push('invalid_number')
    return nilValue()
  }
  const quotient = Number(numerator) / Number(denominator)
  return {
    value: Number.isFinite(quotient) ? quotient : null,
    value_text: `${numerator}/${denominator}`,
    decimals: null,
    decimals_exact: true,
  }
}
