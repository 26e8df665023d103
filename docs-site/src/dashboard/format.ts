const wholeNumber = new Intl.NumberFormat('en-US')
const shortNumber = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 })
const dollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' })
const day = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
})
const minute = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})
const monthName = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' })
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })

export const formatNumber = (value: number): string => wholeNumber.format(value)
/** 12,345 is `12.3K`: for axes and other small places. */
export const formatShortNumber = (value: number): string => shortNumber.format(value)
export const formatCents = (cents: number): string => dollars.format(cents / 100)
export const formatDay = (instant: string | number | Date): string => day.format(new Date(instant))
export const formatInstant = (instant: string | number | Date): string =>
  `${minute.format(new Date(instant))} UTC`
/** `2026-11` is `November 2026`. */
export const formatMonth = (month: string): string => monthName.format(new Date(`${month}-01T00:00:00Z`))

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

/** `3 minutes ago`, `in 2 days`; below a minute `just now`. */
export function formatAgo(instant: string | number | Date, now: number): string {
  const seconds = Math.round((new Date(instant).getTime() - now) / 1000)
  for (const [unit, length] of UNITS) {
    if (Math.abs(seconds) >= length) return relative.format(Math.trunc(seconds / length), unit)
  }
  return seconds > 0 ? 'in a moment' : 'just now'
}

export function formatPercent(share: number): string {
  const percent = share * 100
  return `${percent > 0 && percent < 1 ? '<1' : Math.floor(percent)}%`
}

export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** Microseconds as people read them. */
export function formatDuration(us: number): string {
  if (us < 1000) return `${us} µs`
  return us < 1_000_000
    ? `${(us / 1000).toFixed(us < 10_000 ? 1 : 0)} ms`
    : `${(us / 1_000_000).toFixed(1)} s`
}
