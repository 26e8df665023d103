export const DAYS_OF_YEAR = 365

export function average(before: number, now: number): number {
  return (before + now) / 2
}

export function ratio(numerator: number, denominator: number): number {
  return numerator / denominator
}

/** A flow over the average of the balances at the beginning and the end of its period. */
export function perAverage(flow: number, before: number, now: number): number {
  return flow / average(before, now)
}

/** Change as a share of the earlier value. */
export function growth(before: number, now: number): number {
  return (now - before) / before
}

export function workingCapital({ ca, cl }: { ca: number; cl: number }): number {
  return ca - cl
}

export function freeCashFlow({ cfo, capex }: { cfo: number; capex: number }): number {
  return cfo - capex
}

/** `eˣ / (1 + eˣ)`. */
export function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x))
}

/**
 * The standard normal distribution function, by Hart's rational approximation as West (2005, "Better approximations to
 * cumulative normal functions", Wilmott) gives it: exact to about 15 digits.
 */
export function normalCdf(x: number): number {
  const z = Math.abs(x)
  if (z > 37) return x > 0 ? 1 : 0
  const density = Math.exp((-z * z) / 2)
  let tail: number
  if (z < 7.07106781186547) {
    const up = polynomial(
      z,
      [
        3.52624965998911e-2, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871,
        221.213596169931, 220.206867912376,
      ],
    )
    const down = polynomial(
      z,
      [
        8.83883476483184e-2, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674,
        637.333633378831, 793.826512519948, 440.413735824752,
      ],
    )
    tail = (density * up) / down
  } else {
    tail = density / (z + 1 / (z + 2 / (z + 3 / (z + 4 / (z + 0.65))))) / 2.506628274631
  }
  return x > 0 ? 1 - tail : tail
}

/** The slope of the least-squares line through equally spaced values. */
export function slope(values: readonly number[]): number {
  const middle = (values.length - 1) / 2
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  let upper = 0
  let lower = 0
  for (const [index, value] of values.entries()) {
    upper += (index - middle) * (value - mean)
    lower += (index - middle) ** 2
  }
  return upper / lower
}

/** Coefficients from the highest power down. */
function polynomial(x: number, coefficients: readonly number[]): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0)
}
