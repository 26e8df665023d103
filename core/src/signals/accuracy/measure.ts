import type { LabelledCase, SignalLabel } from './label.ts'

/** Fewer positives than this are an anecdote: nothing is published about them. */
export const MINIMUM_POSITIVES = 30

export interface Interval {
  lower: number
  upper: number
}

/** A label against a signal. Shares are null when there are too few cases to say. */
export interface MeasuredCheck {
  name: string
  source: string
  /** Cases with a label. */
  labelled: number
  agreed: number
  agreement: number | null
  /** Labels that count as positive; all of them for a check without a notion of it. */
  positives: number
  precision: number | null
  recall: number | null
  intervals: { agreement: Interval; precision: Interval | null; recall: Interval | null } | null
}

export interface MeasuredSignal {
  extractor_version: string
  checks: MeasuredCheck[]
}

/** Grades a signal type by a label: agreement, and where the label has positives, precision and recall. */
export function measure(label: SignalLabel, cases: readonly LabelledCase[]): MeasuredCheck {
  const agrees = label.agrees ?? ((said, signal) => said === signal)
  const agreed = cases.filter((one) => one.signal !== null && agrees(one.label, one.signal)).length
  const { positive } = label
  const isPositive = (value: LabelledCase['signal']) => value !== null && (positive?.(value) ?? true)
  const positives = cases.filter((one) => isPositive(one.label)).length
  const found = cases.filter((one) => isPositive(one.signal)).length
  const hits = cases.filter((one) => isPositive(one.label) && isPositive(one.signal)).length
  const tooFew = positives < MINIMUM_POSITIVES
  const share = (part: number, whole: number) => (tooFew || whole === 0 ? null : part / whole)
  const interval = (part: number, whole: number) => (whole === 0 ? null : wilson(part, whole))
  return {
    name: label.name,
    source: label.source,
    labelled: cases.length,
    agreed,
    agreement: share(agreed, cases.length),
    positives,
    precision: positive ? share(hits, found) : null,
    recall: positive ? share(hits, positives) : null,
    intervals: tooFew
      ? null
      : {
          agreement: wilson(agreed, cases.length),
          precision: positive ? interval(hits, found) : null,
          recall: positive ? interval(hits, positives) : null,
        },
  }
}

const Z_95 = 1.959963984540054

/** Wilson score interval of a share at 95 % (Wilson 1927, Journal of the American Statistical Association). */
export function wilson(hits: number, cases: number): Interval {
  const share = hits / cases
  const z2 = Z_95 * Z_95
  const centre = share + z2 / (2 * cases)
  const half = Z_95 * Math.sqrt((share * (1 - share)) / cases + z2 / (4 * cases * cases))
  const scale = 1 + z2 / cases
  return {
    lower: Math.max(0, (centre - half) / scale),
    upper: Math.min(1, (centre + half) / scale),
  }
}
