/** One policy in a call: what the process has of it, and how much it would like to hold. */
export type PolicyCall = RateCall | QuotaCall

export interface RateCall {
  kind: 'rate'
  /** The bucket's owner: an organisation, or one of its keys. */
  scope: string
  name: string
  /** Microseconds for one unit to come back. */
  interval: number
  burst: number
  /** Units the process holds and may still spend. */
  left: number
  /** Units it would like to hold beyond those that are waited for. */
  hold: number
  /** Units it admitted while Redis was away. */
  debt: number
}

export interface QuotaCall {
  kind: 'quota'
  scope: string
  limit: number
  /** False when the process does not remember all it spent: `spent` then comes to what the store knows. */
  known: boolean
  /** Units of the month that this process spent. */
  spent: number
  /** Units that it took and did not spend. */
  held: number
  hold: number
  /** Units that stay ungranted as long as the count of the month is not certain. */
  reserve: number
}

export interface AcquireCall {
  epoch: string
  /** Counts up with every call of the process, so that one that arrives late is not believed. */
  seq: number
  cost: number
  /** Requests of that cost that wait. */
  waiters: number
  /** Microseconds since this process last failed to reach Redis, when it has not reached this bucket since; else -1. */
  emptyAgo: number
  /** `YYYY-MM` */
  month: string
  replicas: number
  policies: PolicyCall[]
}

export interface PolicyAnswer {
  granted: number
  /** What the process may keep of what it held. */
  left: number
  /** Units that others, or this process with its next call, could have. */
  remaining: number
  /** Microseconds until the bucket is full. */
  reset: number
  /** Microseconds until one more request fits: 0 now, -1 not in this month. Of a quota above 0: until its count is certain. */
  retry: number
  /** Units of the month that this process took, spent or not. */
  taken: number
}

export type AcquireAnswer =
  | { outcome: 'decided'; policies: PolicyAnswer[] }
  /** Redis knows nothing of the scope of this policy, or nothing certain: tell it with `seed`. */
  | { outcome: 'unknown'; policy: number }
  /** A later call of the same process came first. */
  | { outcome: 'stale' }

export interface Seed {
  scope: string
  /** Since when this Redis remembers, in microseconds of its clock. */
  created: number
  /** Microseconds after `created` in which a count may lack what other processes have not reported yet. */
  settle: number
  /** Units of the last 24 hours. */
  dayUnits: number
  month: string
  /** Units of the month by epoch; undefined: the scope has no quota. */
  units: { epoch: string; units: number }[] | undefined
}

export interface Beat {
  /** Processes that are alive. */
  replicas: number
  /** Since when this Redis remembers, in microseconds of its clock. */
  created: number
}

/** The central state of the limits. Every call is one round trip and atomic; every call may fail. */
export interface LeaseStore {
  acquire(call: AcquireCall): Promise<AcquireAnswer>
  seed(seed: Seed): Promise<void>
  beat(wish: { epoch: string; ttl: number; leaving: boolean }): Promise<Beat>
  isLive(epoch: string): Promise<boolean>
  /** Notes that a process takes units in a scope, for whoever settles its death. */
  noteScope(epoch: string, scope: string): Promise<void>
  scopesOf(epoch: string): Promise<string[]>
  /** Units of the month that a process took, for a store that lost its memory; less than it knows changes nothing. */
  remember(wish: { scope: string; month: string; epoch: string; units: number }): Promise<void>
  /** Replaces what a dead process took by what it used. */
  settle(wish: { scope: string; month: string; epoch: string; units: number }): Promise<void>
}
