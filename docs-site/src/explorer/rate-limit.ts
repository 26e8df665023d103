/** What one limit has left, as a sentence. */
export interface LimitLeft {
  name: string
  remaining: number
  quota: number | null
  resetSeconds: number | null
}

/** Reads `RateLimit` and `RateLimit-Policy` (draft-ietf-httpapi-ratelimit-headers): `"burst";r=87;t=1, "month";r=99120`. */
export function limitsLeft(rateLimit: string | null, policy: string | null): LimitLeft[] {
  const quotas = new Map(entriesOf(policy).map(({ name, values }) => [name, values.q]))
  return entriesOf(rateLimit).flatMap(({ name, values }) =>
    values.r === undefined
      ? []
      : [{ name, remaining: values.r, quota: quotas.get(name) ?? null, resetSeconds: values.t ?? null }],
  )
}

function entriesOf(header: string | null): { name: string; values: Record<string, number> }[] {
  return (header ?? '').split(',').flatMap((part) => {
    const match = /^\s*"([^"]*)"\s*(.*)$/.exec(part)
    if (!match) return []
    const values: Record<string, number> = {}
    for (const [, name = '', value] of (match[2] ?? '').matchAll(/;\s*([a-z]+)=(\d+)/g))
      values[name] = Number(value)
    return [{ name: match[1] ?? '', values }]
  })
}

/** Such as `burst: 87 of 100 left, full again in 1 s`. */
export function limitInWords({ name, remaining, quota, resetSeconds }: LimitLeft): string {
  const count = (value: number) => value.toLocaleString('en')
  const left = quota === null ? `${count(remaining)} left` : `${count(remaining)} of ${count(quota)} left`
  return `${name}: ${left}${resetSeconds === null ? '' : `, resets in ${durationInWords(resetSeconds)}`}`
}

const DAY = 86_400
const HOUR = 3_600

function durationInWords(seconds: number): string {
  if (seconds >= 2 * DAY) return `${Math.round(seconds / DAY)} days`
  if (seconds >= 2 * HOUR) return `${Math.round(seconds / HOUR)} hours`
  return seconds >= 120 ? `${Math.round(seconds / 60)} minutes` : `${seconds} s`
}
