/**
 * The percentile of a value among those whose quantiles are given at equal steps from 0 to 100 %, ascending. Between two
 * quantiles it is interpolated; below the first it is 0, at or above the last 100. A greater value never has a smaller
 * percentile.
 */
export function percentileOf(value: number, quantiles: readonly number[]): number {
  const last = quantiles.length - 1
  if (value < (quantiles[0] as number)) return 0
  if (value >= (quantiles[last] as number)) return 100
  let below = 0
  while ((quantiles[below + 1] as number) <= value) below++
  const from = quantiles[below] as number
  const to = quantiles[below + 1] as number
  return (100 * (below + (value - from) / (to - from))) / last
}

/** Quantiles of a sample at `steps` equal steps from its smallest to its largest value, interpolated between neighbours. */
export function quantilesOf(sample: readonly number[], steps: number): number[] {
  const sorted = sample.toSorted((a, b) => a - b)
  return Array.from({ length: steps + 1 }, (_, step) => {
    const place = ((sorted.length - 1) * step) / steps
    const below = sorted[Math.floor(place)] as number
    const above = sorted[Math.ceil(place)] as number
    return below + (above - below) * (place - Math.floor(place))
  })
}
