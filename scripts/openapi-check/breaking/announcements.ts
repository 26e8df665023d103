import type { Json } from './shape.ts'
import { type Place, report, type Walk } from './walk.ts'

/** What was announced to end does so no sooner than this. */
export const NOTICE_DAYS = 180
const DAY_MS = 86_400_000

/** Deprecations of an operation, a parameter or a field: each says when it ends, and keeps to it. */
export function compareAnnouncements(walk: Walk, place: Place, before: Json, after: Json): void {
  if (after.deprecated !== true) {
    if (before.deprecated === true) report(walk, 'operation-deprecation-withdrawn', place)
    return
  }
  const [was, is] = [endOf(before), endOf(after)]
  const fresh = before.deprecated !== true
  if (fresh) report(walk, 'operation-deprecated', place, is ? `until ${dayOf(is)}` : '')
  if (!is) report(walk, 'operation-deprecation-without-sunset', place)
  else if (was && is < was)
    report(walk, 'operation-sunset-moved-earlier', place, `${dayOf(was)} → ${dayOf(is)}`)
  else if (was && is > was)
    report(walk, 'operation-sunset-moved-later', place, `${dayOf(was)} → ${dayOf(is)}`)
  else if (!was && is.getTime() - walk.today.getTime() < NOTICE_DAYS * DAY_MS)
    report(walk, 'operation-sunset-too-near', place, `${dayOf(is)}, less than ${NOTICE_DAYS} days ahead`)
}

/** Whether it was deprecated, and its end has come. */
export function hasEnded(before: Json | undefined, today: Date): boolean {
  if (before?.deprecated !== true) return false
  const end = endOf(before)
  return end !== undefined && end <= today
}

function endOf(value: Json): Date | undefined {
  const text = value['x-sunset']
  if (value.deprecated !== true || typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(text))
    return undefined
  const end = new Date(text)
  return Number.isNaN(end.getTime()) ? undefined : end
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10)
}
