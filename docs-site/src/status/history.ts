/** One look at one part of the service. */
export interface Sample {
  /** Milliseconds since the epoch. */
  at: number
  ok: boolean
  /** How long the answer took; the time limit when there was none. */
  ms: number
  /** What was wrong; absent when nothing was. */
  fault?: string
}

/** A stretch of time with what was seen in it. */
export interface Bucket {
  from: number
  to: number
  probes: number
  failed: number
  /** `none`: not measured, which is neither up nor down. */
  state: 'none' | 'up' | 'partly' | 'down'
}

/** The stretch up to `now` in equal buckets. */
export function bucketsOf(samples: readonly Sample[], now: number, spanMs: number, count: number): Bucket[] {
  const width = spanMs / count
  const begin = now - spanMs
  const buckets = Array.from({ length: count }, (_, index) => ({
    from: begin + index * width,
    to: begin + (index + 1) * width,
    probes: 0,
    failed: 0,
  }))
  for (const { at, ok } of samples) {
    if (at < begin || at > now) continue
    const bucket = buckets[Math.min(Math.floor((at - begin) / width), count - 1)]
    if (!bucket) continue
    bucket.probes++
    if (!ok) bucket.failed++
  }
  return buckets.map((bucket) => ({ ...bucket, state: stateOf(bucket) }))
}

function stateOf({ probes, failed }: { probes: number; failed: number }): Bucket['state'] {
  if (probes === 0) return 'none'
  if (failed === 0) return 'up'
  return failed === probes ? 'down' : 'partly'
}

/** The share of probes that were answered well, from 0 to 1; null when there was none. */
export function uptimeOf(samples: readonly Sample[]): number | null {
  if (samples.length === 0) return null
  return samples.filter(({ ok }) => ok).length / samples.length
}

/** Never rounded up to 100: one failure among a million is shown as one. */
export function percentInWords(share: number): string {
  return `${(Math.floor(share * 10_000) / 100).toFixed(2)} %`
}

/** The value below or at which this share of the answered probes lies, by nearest rank; null without any. */
export function percentileOf(samples: readonly Sample[], share: number): number | null {
  const sorted = samples
    .filter(({ ok }) => ok)
    .map(({ ms }) => ms)
    .sort((a, b) => a - b)
  return sorted[Math.max(Math.ceil(share * sorted.length) - 1, 0)] ?? null
}

/** Samples in the order they were taken, the oldest forgotten first. */
export function sampleLog(limit: number) {
  const samples: Sample[] = []
  return {
    add(sample: Sample): void {
      samples.push(sample)
      if (samples.length > limit) samples.splice(0, samples.length - limit)
    },
    all: (): readonly Sample[] => samples,
  }
}
