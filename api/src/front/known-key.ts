import { grants } from '@sec-latent/core/accounts/scopes'
import type { KeyRecord } from '@sec-latent/core/accounts/store'
import type { Dataset } from '@sec-latent/core/dataset'
import type { LimitSubject } from '@sec-latent/core/limits/limiter'
import type { Operation } from '../cache/operations.ts'
import { CURRENT_VERSION } from '../version.ts'

/** What the front keeps of a key that it may answer for. */
export interface KnownKey {
  key_id: string
  organisation_id: string
  plan: string
  dataset: Dataset
  /** Its answers are billed. */
  metered: boolean
  subject: LimitSubject
  scopes: readonly string[]
  /** Whether an operation is within its scopes, as far as it was asked. */
  allowed: Map<string, boolean>
}

/** Key records are remembered as long as the verdict they came with; a changed key comes as another record. */
const known = new WeakMap<KeyRecord, KnownKey | null>()

/** Within this time before it expires a key is told so on each answer, which the front does not do. */
const EXPIRY_NOTICE_MS = 15 * 86_400_000

/**
 * Null for keys that need a closer look at each request: those of certain networks, those pinned to an earlier version, and
 * those that expire soon.
 */
export function knownKey(record: KeyRecord): KnownKey | null {
  const seen = known.get(record)
  if (seen !== undefined) return seen
  const key = isOrdinary(record) ? describe(record) : null
  known.set(record, key)
  return key
}

export function mayCall(key: KnownKey, operation: Operation): boolean {
  const seen = key.allowed.get(operation.operation_id)
  if (seen !== undefined) return seen
  const allowed = operation.scopes.every((scope) => grants(key.scopes, scope))
  key.allowed.set(operation.operation_id, allowed)
  return allowed
}

function isOrdinary({ allowed_cidrs, api_version, expires_at }: KeyRecord): boolean {
  return (
    allowed_cidrs.length === 0 &&
    (api_version === null || api_version === CURRENT_VERSION) &&
    (expires_at === null || Date.parse(expires_at) - Date.now() > EXPIRY_NOTICE_MS)
  )
}

function describe(record: KeyRecord): KnownKey {
  return {
    key_id: record.id,
    organisation_id: record.organisation_id,
    plan: record.plan,
    dataset: record.mode === 'test' ? 'test' : 'live',
    metered: record.mode === 'live' || record.mode === 'admin',
    subject: record.subject,
    scopes: record.scopes,
    allowed: new Map(),
  }
}
