import type { Queryable } from '../db.ts'
import type { KeyChange } from './key-change-store.ts'
import type { KeyMode } from './key-format.ts'
import type { ApiKey, KeyPatch, KeyRecord, NewKey, RotateKey } from './key-store.ts'

/** `unknown` also stands for a malformed key: who has no key of ours learns nothing from us. */
export type KeyVerdict =
  | { outcome: 'valid'; record: KeyRecord }
  | { outcome: 'unknown' }
  | { outcome: 'expired'; record: KeyRecord }
  | { outcome: 'revoked'; record: KeyRecord }
  /** Put to rest by its organisation, or after a year without use. */
  | { outcome: 'disabled'; record: KeyRecord }
  /** Whoever keeps the key limits it too; `retry_at` in milliseconds since 1970, null: what it may use is used up. */
  | { outcome: 'limited'; record: KeyRecord; retry_at: number | null }
  /** Its organisation has no access any more. */
  | { outcome: 'organisation_disabled'; record: KeyRecord }

/** What differs between those who keep keys. */
export interface KeyCapabilities {
  /** The longest time a revoked key may still be admitted while everything works. */
  maxRevocationLagMs: number
  /** Changes of keys happen in the transaction of their audit row, or not at all. */
  transactional: boolean
  /** A rotated key keeps its id, so that its usage stays one. */
  rotateKeepsId: boolean
  /** The grace of a rotation can begin with the first use of the new secret. */
  startOnFirstUse: boolean
  /** A key can be found by its secret without using it. */
  findBySecret: boolean
  /** A request whose key is not remembered asks a service elsewhere. */
  remote: boolean
}

/** A key with its secret, the only time the secret is seen. */
export interface MadeKey {
  key: string
  record: ApiKey
  change: KeyChange | undefined
}

export interface ChangedKey {
  before: ApiKey
  record: ApiKey
  change: KeyChange | undefined
}

/** Throws what is wrong with changing a key as it is; called before the change, when nobody else can make one. */
export type CheckKey = (before: ApiKey) => void

/**
 * Whoever keeps keys: our own Postgres, or Unkey. Changes take the transaction in which they are audited and return the change
 * to be announced after its commit; `undefined` for a key that the organisation does not have.
 */
export interface KeyProvider {
  readonly name: 'postgres' | 'unkey'
  readonly capabilities: KeyCapabilities
  /** The verdict as far as it is remembered, without waiting; `undefined`: ask `verify`. */
  known(key: string): KeyVerdict | undefined
  /** Throws `KeysUnavailable` when nobody can say. */
  verify(key: string): Promise<KeyVerdict>
  create(tx: Queryable, wish: NewKey): Promise<MadeKey>
  update(
    tx: Queryable,
    organisationId: string,
    keyId: string,
    patch: KeyPatch,
    check?: CheckKey,
  ): Promise<ChangedKey | undefined>
  rotate(
    tx: Queryable,
    organisationId: string,
    keyId: string,
    wish: RotateKey,
    check?: CheckKey,
  ): Promise<(MadeKey & { before: ApiKey }) | undefined>
  /** Ends a key for good; ending it again changes nothing. */
  revoke(
    tx: Queryable,
    organisationId: string,
    keyId: string,
    reason: string,
    check?: CheckKey,
  ): Promise<ChangedKey | undefined>
  get(tx: Queryable, organisationId: string, keyId: string): Promise<ApiKey | undefined>
  /** How many work or could again, of these modes. */
  count(tx: Queryable, organisationId: string, modes: readonly KeyMode[]): Promise<number>
  /** Latest first, after the key with the id `after`. */
  list(
    tx: Queryable,
    organisationId: string,
    page: { after?: { id: string }; limit: number },
  ): Promise<ApiKey[]>
  /** The key with this secret, also one that works no more; for secrets found in public. */
  findBySecret(key: string): Promise<ApiKey | undefined>
  /** Tells all processes of a change that was committed; without it they learn of it within a second. */
  announce(change: KeyChange | undefined): void
  /** Calls back with every change that concerns what is remembered of keys; returns how to stop that. */
  onChange(callback: (change: KeyChange) => void): () => void
  health(): { ok: boolean; lagMs: number }
  close(): void
}
