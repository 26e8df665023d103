import type { QueryOf } from '../types.ts'

export const STATUS_GROUPS = {
  any: 'any',
  success: '2xx: answered',
  refused: '4xx: refused',
  limited: '429: over a limit',
  failed: '5xx: failed',
} as const
export type StatusGroup = keyof typeof STATUS_GROUPS

/** As many as a filter of the API takes, and all there are of one kind. */
const hundred = (first: number) => Array.from({ length: 100 }, (_, index) => String(first + index))

const STATUSES: Record<StatusGroup, string[] | undefined> = {
  any: undefined,
  success: hundred(200),
  refused: hundred(400),
  limited: ['429'],
  failed: hundred(500),
}

/** Requests of every program but not of people, who make many by looking at a dashboard. */
export const PROGRAMS = 'programs'
export const EVERYBODY = 'everybody'

export interface RequestFilter {
  status: StatusGroup
  operation: string
  /** `programs`, `everybody`, or the id of one caller. */
  caller: string
}

/** The filter as a query; undefined when nothing can fit it, because there is no program yet. */
export function queryOf(
  { status, operation, caller }: RequestFilter,
  programs: readonly string[],
): NonNullable<QueryOf<'listRequests'>> | undefined {
  if (caller === PROGRAMS && programs.length === 0) return undefined
  const statuses = STATUSES[status]
  const callers = caller === EVERYBODY ? undefined : caller === PROGRAMS ? [...programs] : [caller]
  return {
    ...(statuses ? { status: statuses } : {}),
    ...(operation ? { operation_id: [operation] } : {}),
    ...(callers ? { key_id: callers } : {}),
  }
}

const REQUEST_ID = /req_[0-9a-z]{26}/

/** The id in what somebody pasted, such as a line of a log. */
export function requestIdIn(text: string): string | undefined {
  return REQUEST_ID.exec(text)?.[0]
}

export function statusTone(status: number): 'good' | 'warning' | 'bad' {
  return status < 400 ? 'good' : status < 500 ? 'warning' : 'bad'
}
