import { Type } from 'typebox'
import { percentileOf } from './percentile.ts'
import type { SimilarityUniverse } from './universe.ts'

const percentile = (measure: string) =>
  Type.Number({
    minimum: 0,
    maximum: 100,
    description: `Percentile of ${measure} in the universe; 100 is the most alike.`,
  })

export const ScorePayload = Type.Object(
  {
    universe: Type.String({ description: 'Name of the frozen universe, such as `corpus_1_10k`.' }),
    cosine_percentile: percentile('`text_sim_cosine`'),
    jaccard_percentile: percentile('`text_sim_jaccard`'),
    min_edit_percentile: percentile('`text_sim_min_edit`'),
    simple_percentile: percentile('`text_sim_simple`'),
  },
  { additionalProperties: false },
)

/** The four similarities of two reports. */
export interface Similarities {
  cosine: number
  jaccard: number
  min_edit: number
  simple: number
}

/** 100 − the mean of the four percentiles: never greater where a measure is greater. */
export function textChangeScore(values: Similarities, { quantiles }: SimilarityUniverse) {
  const percentiles = {
    cosine_percentile: percentileOf(values.cosine, quantiles.cosine),
    jaccard_percentile: percentileOf(values.jaccard, quantiles.jaccard),
    min_edit_percentile: percentileOf(values.min_edit, quantiles.min_edit),
    simple_percentile: percentileOf(values.simple, quantiles.simple),
  }
  const sum =
    percentiles.cosine_percentile +
    percentiles.jaccard_percentile +
    percentiles.min_edit_percentile +
    percentiles.simple_percentile
  return { value: 100 - sum / 4, percentiles }
}
