import { DEFAULT_EXPIRY_DAYS } from '@sec-latent/core/accounts/store'
import { type Static, Type } from 'typebox'
import { nullable, stringEnum } from '../openapi.ts'
import { Instant, listOf, pageParameters } from '../schemas.ts'
import { API_VERSIONS } from '../version.ts'

export const MAX_CIDRS = 50
export const MAX_EXPIRY_DAYS = 366
export const MAX_GRACE_SECONDS = 604_800
const DEFAULT_GRACE_SECONDS = 86_400
const MAX_SCOPES = 50
const MAX_UNITS = 1_000_000_000

const KeySecret = Type.Object(
  {
    id: Type.String({
      description: 'Identifier of the secret.',
      examples: ['ksc_06fpr5v8k0ah3q7yd2m4xw9ezc'],
    }),
    last_four: Type.String({ description: 'How the secret ends.', examples: ['h3Kq'] }),
    created_at: Instant('When the secret was made.'),
    expires_at: nullable(
      Instant('When it stops working although the key goes on; null: not before the key.'),
    ),
    grace_seconds: nullable(
      Type.Integer({
        description:
          'Seconds it works on from the first use of its successor; null: it does not wait for that.',
      }),
    ),
  },
  { description: 'One secret of a key, without the secret itself.' },
)

const keyProperties = {
  object: Type.Literal('key', { description: 'Always `key`.' }),
  id: Type.String({
    description: 'Identifier; it stays when the key is rotated.',
    examples: ['key_06fpr5v8k0ah3q7yd2m4xw9ezc'],
  }),
  name: Type.String({ description: 'What its maker called it.', examples: ['Nightly import'] }),
  mode: stringEnum(['live', 'test', 'admin', 'explorer'], {
    description: '`test` keys read the fictional corpus; `admin` keys also manage keys and the organisation.',
  }),
  start: Type.String({ description: 'How the key begins.', examples: ['slp_live_'] }),
  last_four: Type.String({ description: 'How its latest secret ends.', examples: ['h3Kq'] }),
  secrets: Type.Array(KeySecret, {
    description: 'The secrets that work, latest first: two while the key is rotated.',
  }),
  scopes: Type.Array(Type.String({ examples: ['filings:read'] }), {
    description: 'What the key may do, as `resource:action` or `resource:*`.',
  }),
  allowed_cidrs: Type.Array(Type.String({ examples: ['203.0.113.0/24'] }), {
    description: 'Networks the key may be used from; empty: any.',
  }),
  api_version: nullable(
    Type.String({ description: 'The API version its requests are answered in; null: the current one.' }),
  ),
  monthly_unit_cap: nullable(
    Type.Integer({
      description: 'Units the key may use in a calendar month (UTC); null: no cap of its own.',
    }),
  ),
  created_at: Instant('When the key was made.'),
  created_by: nullable(Type.String({ description: 'Who made it: the id of a user or a key.' })),
  expires_at: nullable(Instant('When the key stops working; null: never.')),
  revoked_at: nullable(Instant('When the key was revoked.')),
  revoked_reason: nullable(
    Type.String({ description: 'Why: `owner`, or `leaked` when it was found in public.' }),
  ),
  disabled_at: nullable(Instant('Since when the key rests.')),
  disabled_reason: nullable(
    Type.String({ description: 'Why: `owner`, or `unused` after a year without a request.' }),
  ),
  last_used_at: nullable(Instant('When the key was last used, to within seconds.')),
}

export const Key = Type.Object(keyProperties, {
  $id: 'Key',
  description: 'An API key of the organisation. The key itself is shown once, when it is made or rotated.',
})
export const KeyWithSecret = Type.Object(
  {
    ...keyProperties,
    key: Type.String({ description: 'The key itself. It is shown this once and kept nowhere.' }),
  },
  { $id: 'KeyWithSecret', description: 'An API key with its new secret.' },
)
export const KeyList = listOf('KeyList', Key, 'The keys of the organisation, latest first.')
export const KeyQuery = Type.Object({ ...pageParameters }, { additionalProperties: false })
export const KeyParams = Type.Object({
  key_id: Type.String({
    description: 'Identifier of the key.',
    examples: ['key_06fpr5v8k0ah3q7yd2m4xw9ezc'],
  }),
})

const writable = {
  name: Type.String({ minLength: 1, maxLength: 100, description: 'What to call it.' }),
  scopes: Type.Array(Type.String({ maxLength: 64 }), {
    minItems: 1,
    maxItems: MAX_SCOPES,
    uniqueItems: true,
    description: 'What the key may do: scopes of the reference, or `resource:*`. Only scopes the caller has.',
  }),
  allowed_cidrs: Type.Array(Type.String({ maxLength: 64 }), {
    maxItems: MAX_CIDRS,
    description: 'Networks the key may be used from, IPv4 or IPv6, such as `203.0.113.0/24`; empty: any.',
  }),
  expires_in_days: nullable(
    Type.Integer({
      minimum: 1,
      maximum: MAX_EXPIRY_DAYS,
      description: 'Days from now until the key stops working; null: never, which only an owner may ask for.',
    }),
  ),
  api_version: nullable(
    stringEnum(API_VERSIONS, { description: 'The API version to answer in; null: always the current one.' }),
  ),
  monthly_unit_cap: nullable(
    Type.Integer({
      minimum: 1,
      maximum: MAX_UNITS,
      description: 'Units the key may use in a calendar month (UTC), within what the organisation may.',
    }),
  ),
}

export const NewKey = Type.Object(
  {
    name: writable.name,
    mode: Type.Optional(
      stringEnum(['live', 'test', 'admin'], { default: 'live', description: 'What kind of key to make.' }),
    ),
    scopes: Type.Optional(writable.scopes),
    allowed_cidrs: Type.Optional(writable.allowed_cidrs),
    expires_in_days: Type.Optional({ ...writable.expires_in_days, default: DEFAULT_EXPIRY_DAYS }),
    api_version: Type.Optional(writable.api_version),
    monthly_unit_cap: Type.Optional(writable.monthly_unit_cap),
  },
  { $id: 'NewKey', additionalProperties: false, description: 'A key to be made.' },
)

export const KeyChanges = Type.Object(
  {
    name: Type.Optional(writable.name),
    scopes: Type.Optional(writable.scopes),
    allowed_cidrs: Type.Optional(writable.allowed_cidrs),
    expires_in_days: Type.Optional(writable.expires_in_days),
    api_version: Type.Optional(writable.api_version),
    monthly_unit_cap: Type.Optional(writable.monthly_unit_cap),
    disabled: Type.Optional(
      Type.Boolean({ description: 'True puts the key to rest, false lets it work again.' }),
    ),
  },
  {
    $id: 'KeyChanges',
    additionalProperties: false,
    minProperties: 1,
    description: 'What to change of a key; the rest stays.',
  },
)
export type KeyChanges = Static<typeof KeyChanges>

export const KeyRotation = Type.Object(
  {
    grace_seconds: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: MAX_GRACE_SECONDS,
        default: DEFAULT_GRACE_SECONDS,
        description: 'How long the old secret works on, in seconds; 0 ends it at once.',
      }),
    ),
    start: Type.Optional(
      stringEnum(['now', 'first_use'], {
        default: 'now',
        description: 'Whether that time begins now or when the new secret is first used.',
      }),
    ),
  },
  { $id: 'KeyRotation', additionalProperties: false, description: 'How a key is rotated.' },
)
export const ROTATION_DEFAULTS = { grace_seconds: DEFAULT_GRACE_SECONDS, start: 'now' } as const
