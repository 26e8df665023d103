import { comparableForm } from '../prior.ts'
import { similarityUniverses } from './frozen-universe.ts'

/** What a universe was made of, for the catalogue. */
export interface UniverseSize {
  /** Name; a new universe has a new one. */
  universe: string
  pairs: number
  companies: number
  /** Periods of the later reports, `YYYY-MM-DD`. */
  first_period: string
  last_period: string
}

/** Quantiles of the four similarities over pairs of reports a year apart, at steps of 5 % from 0 to 100 %. */
export interface SimilarityUniverse extends UniverseSize {
  quantiles: {
    cosine: readonly number[]
    jaccard: readonly number[]
    min_edit: readonly number[]
    simple: readonly number[]
  }
}

/** Modification of MD&A as a polynomial in its length, fitted over pairs of annual reports a year apart. */
export interface MdnaUniverse extends UniverseSize {
  /** Words of the later MD&A, fewest and most: outside of them the polynomial says nothing. */
  minimum_words: number
  maximum_words: number
  /**
   * Of z⁰ to z⁵, z = (2·words − minimum_words − maximum_words)/(maximum_words − minimum_words): the same polynomials as
   * those in words, in numbers that stay exact.
   */
  coefficients: readonly number[]
}

/** The universe of a form; null for forms that have none. */
export function universeOf(formType: string): SimilarityUniverse | null {
  const form = comparableForm(formType)
  return form === '10-K' || form === '10-Q' ? similarityUniverses[form] : null
}

/** `35 pairs of reports of 14 companies for periods from 2003 to 2025`. */
export function describeUniverse({ pairs, companies, first_period, last_period }: UniverseSize): string {
  return `${pairs} pairs of reports of ${companies} companies for periods from ${first_period.slice(0, 4)} to ${last_period.slice(0, 4)}`
}
