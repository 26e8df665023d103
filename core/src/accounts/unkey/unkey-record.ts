import type { KeyMode } from '../key-format.ts'
import type { ApiKey, KeyPatch, NewKey } from '../key-store.ts'

/** What we keep of a key at Unkey beside what it has fields for. All secrets of one key carry the same. */
export interface UnkeyMeta {
  /** Our id of the key; Unkey's own changes with every rotation. */
  key_id: string
  mode: KeyMode
  allowed_cidrs: string[]
  api_version: string | null
  monthly_unit_cap: number | null
  version: number
  created_at: string
  created_by: string | null
  revoked_at: string | null
  revoked_reason: string | null
  disabled_at: string | null
  disabled_reason: string | null
  /** Of this secret: its last four characters. A rotation copies it, so it may be of the predecessor. */
  last_four: string
  /** When the key itself ends; `expires` of a secret that is being replaced is earlier. */
  key_expires_at: string | null
}

/** A key as Unkey tells of it, in `keys.getKey`, `keys.whoami` and `apis.listKeys`. */
export interface UnkeyKey {
  keyId: string
  start: string
  enabled: boolean
  name?: string | undefined
  meta?: Record<string, unknown> | undefined
  createdAt: number
  lastUsedAt?: number | undefined
  expires?: number | undefined
  permissions?: string[] | undefined
  identity?: { externalId: string } | undefined
}

const PREFIXES: Record<KeyMode, string> = {
  live: 'slp_live',
  test: 'slp_test',
  admin: 'slp_adm',
  explorer: 'slp_exp',
}
/** Unkey writes random bytes in base 58 and has no checksum. */
const KEY_PATTERN = /^slp_(live|test|adm|exp)_[1-9A-HJ-NP-Za-km-z]{20,64}$/

export const prefixOf = (mode: KeyMode): string => PREFIXES[mode]

/** The mode of a key that Unkey can have made; `undefined`: there is nothing to ask. */
export function modeOf(key: string): KeyMode | undefined {
  const prefix = KEY_PATTERN.exec(key)?.[1]
  return (Object.keys(PREFIXES) as KeyMode[]).find((mode) => PREFIXES[mode] === `slp_${prefix}`)
}

/** What is kept, read with care: people can edit it in Unkey's own dashboard. */
export function metaOf(
  meta: Record<string, unknown> | undefined,
  otherwise: { key_id: string; mode: KeyMode; createdAt?: number; expires?: number | undefined },
): UnkeyMeta {
  const text = (name: keyof UnkeyMeta) => (typeof meta?.[name] === 'string' ? (meta[name] as string) : null)
  const number = (name: keyof UnkeyMeta) =>
    Number.isSafeInteger(meta?.[name]) ? (meta?.[name] as number) : null
  const cidrs = meta?.allowed_cidrs
  return {
    key_id: text('key_id') ?? otherwise.key_id,
    mode: otherwise.mode,
    allowed_cidrs: Array.isArray(cidrs) ? cidrs.filter((one) => typeof one === 'string') : [],
    api_version: text('api_version'),
    monthly_unit_cap: number('monthly_unit_cap'),
    version: number('version') ?? 1,
    created_at: text('created_at') ?? instant(otherwise.createdAt ?? 0),
    created_by: text('created_by'),
    revoked_at: text('revoked_at'),
    revoked_reason: text('revoked_reason'),
    disabled_at: text('disabled_at'),
    disabled_reason: text('disabled_reason'),
    last_four: text('last_four') ?? '',
    key_expires_at: meta && 'key_expires_at' in meta ? text('key_expires_at') : momentOf(otherwise.expires),
  }
}

export function newMeta(keyId: string, wish: NewKey, expiresAt: string | null): UnkeyMeta {
  return {
    key_id: keyId,
    mode: wish.mode,
    allowed_cidrs: wish.allowed_cidrs ?? [],
    api_version: wish.api_version ?? null,
    monthly_unit_cap: wish.monthly_unit_cap ?? null,
    version: 1,
    created_at: instant(Date.now()),
    created_by: wish.created_by ?? null,
    revoked_at: null,
    revoked_reason: null,
    disabled_at: null,
    disabled_reason: null,
    last_four: '',
    key_expires_at: expiresAt,
  }
}

/** The secrets of one key, as Unkey has them, as the one key that our customers see. */
export function apiKeyOf(secrets: readonly UnkeyKey[], now: number): ApiKey | undefined {
  const sorted = [...secrets].sort((one, other) => other.createdAt - one.createdAt)
  const [latest] = sorted
  const mode = latest && modeOfStart(latest.start)
  if (!latest || !mode || !latest.identity) return undefined
  const meta = metaOf(latest.meta, { ...latest, key_id: latest.keyId, mode })
  return {
    id: meta.key_id,
    organisation_id: latest.identity.externalId,
    name: latest.name ?? '',
    mode,
    key_start: `${PREFIXES[mode]}_`,
    last_four: meta.last_four,
    secrets: sorted
      .filter(({ expires }) => expires === undefined || expires > now)
      .map((one, index) => ({
        id: one.keyId,
        last_four: index === 0 ? meta.last_four : metaOf(one.meta, { key_id: one.keyId, mode }).last_four,
        created_at: instant(one.createdAt),
        expires_at: index === 0 ? null : momentOf(one.expires),
        grace_seconds: null,
      })),
    scopes: latest.permissions ?? [],
    allowed_cidrs: meta.allowed_cidrs,
    api_version: meta.api_version,
    monthly_unit_cap: meta.monthly_unit_cap,
    version: meta.version,
    created_at: meta.created_at,
    created_by: meta.created_by,
    expires_at: meta.key_expires_at,
    revoked_at: meta.revoked_at,
    revoked_reason: meta.revoked_reason,
    disabled_at: meta.disabled_at ?? (latest.enabled || meta.revoked_at ? null : instant(latest.createdAt)),
    disabled_reason: meta.disabled_reason,
    last_used_at: momentOf(latest.lastUsedAt),
  }
}

/** The meta of a key after a patch, one version later. */
export function patched(key: ApiKey, patch: KeyPatch, now: number): Partial<UnkeyMeta> {
  const { name: _, scopes: _scopes, expires_at, disabled, ...fields } = patch
  return {
    ...(fields as Partial<UnkeyMeta>),
    version: key.version + 1,
    ...(expires_at === undefined ? {} : { key_expires_at: expires_at }),
    ...(disabled === undefined
      ? {}
      : { disabled_at: disabled ? instant(now) : null, disabled_reason: disabled ? 'owner' : null }),
  }
}

/** `start` is the prefix and the first characters. */
function modeOfStart(start: string): KeyMode | undefined {
  return (Object.keys(PREFIXES) as KeyMode[]).find((mode) => start.startsWith(`${PREFIXES[mode]}_`))
}

export function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}

export function momentOf(milliseconds: number | undefined): string | null {
  return milliseconds === undefined ? null : instant(milliseconds)
}
