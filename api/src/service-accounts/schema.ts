import { scopes } from '@sec-latent/core/accounts/scopes'
import { Type } from 'typebox'
import { nullable, stringEnum } from '../openapi.ts'
import { Instant, listOf, pageParameters } from '../schemas.ts'

const Grant = stringEnum(scopes, {
  description: 'What may be done, as `resource:action`.',
  examples: ['filings:read'],
})
const Name = Type.String({
  minLength: 1,
  maxLength: 120,
  description: 'What the program is.',
  examples: ['Nightly import'],
})

const Part = (description: string) =>
  Type.Optional(Type.String({ maxLength: 1024, pattern: '^[A-Za-z0-9_-]+$', description }))

export const PublicKeyInput = Type.Object(
  {
    kid: Type.String({
      minLength: 1,
      maxLength: 64,
      pattern: '^[A-Za-z0-9_.-]+$',
      description: 'Name of the key, as assertions state it in their header.',
      examples: ['2026-11'],
    }),
    kty: Type.Unsafe<'EC' | 'OKP' | 'RSA'>({
      type: 'string',
      enum: ['EC', 'OKP', 'RSA'],
      description: 'Kind of key (RFC 7518).',
    }),
    crv: Type.Optional(
      Type.Unsafe<'P-256' | 'Ed25519'>({
        type: 'string',
        enum: ['P-256', 'Ed25519'],
        description: 'Curve, for EC and OKP.',
      }),
    ),
    x: Part('Coordinate, for EC and OKP.'),
    y: Part('Coordinate, for EC.'),
    n: Part('Modulus, for RSA.'),
    e: Part('Exponent, for RSA.'),
  },
  { additionalProperties: false, description: 'A public key (JWK). Private parts are refused.' },
)

const Secret = Type.Object({
  id: Type.String({ description: 'Id of the secret.', examples: ['ksc_06fpr5v8k0ah3q7yd2m4xw9ezc'] }),
  last_four: Type.String({ description: 'How the secret ends.', examples: ['h3Kq'] }),
  created_at: Instant('When it was made.'),
  expires_at: nullable(Instant('When it stops working, because a newer one took over; null: it does not.')),
})

const properties = {
  object: Type.Literal('service_account'),
  id: Type.String({
    description: 'Id of the service account; its `client_id`.',
    examples: ['sva_06fpr5v8k0ah3q7yd2m4xw9ezc'],
  }),
  client_id: Type.String({
    description: 'What the program says it is at `/oauth/token`.',
    examples: ['sva_06fpr5v8k0ah3q7yd2m4xw9ezc'],
  }),
  name: Type.String({ description: 'What the program is.' }),
  scopes: Type.Array(Type.String({ examples: ['filings:read'] }), {
    description: 'The most its tokens may do.',
  }),
  public_keys: Type.Array(PublicKeyInput, {
    description: 'Keys with which it may sign assertions instead of sending a secret.',
  }),
  secrets: Type.Array(Secret, { description: 'Secrets that work now: one, or two while they change.' }),
  disabled_at: nullable(Instant('Since when nothing of it works; null: it works.')),
  last_used_at: nullable(Instant('When it got a token last, to within a minute; null: never.')),
  created_at: Instant('When it was made.'),
  updated_at: Instant('When it changed last.'),
}

export const ServiceAccount = Type.Object(properties, {
  $id: 'ServiceAccount',
  description: 'A program that signs in with client credentials (OAuth 2.0) and gets short-lived tokens.',
})
export const ServiceAccountWithSecret = Type.Object(
  {
    ...properties,
    client_secret: Type.String({
      description: 'The secret. It is shown in this answer only.',
      examples: ['sls_0123456789abcdefghijklmnopqrstuvwxyzABCDEFG'],
    }),
  },
  { $id: 'ServiceAccountWithSecret', description: 'A service account with its new secret.' },
)
export const ServiceAccountList = listOf(
  'ServiceAccountList',
  ServiceAccount,
  'The service accounts of the organisation, latest first.',
)
export const ServiceAccountQuery = Type.Object({ ...pageParameters }, { additionalProperties: false })
export const ServiceAccountParams = Type.Object(
  {
    service_account_id: Type.String({
      maxLength: 64,
      description: 'Id of the service account.',
      examples: ['sva_06fpr5v8k0ah3q7yd2m4xw9ezc'],
    }),
  },
  { additionalProperties: false },
)

const Scopes = Type.Array(Grant, { minItems: 1, maxItems: 64, description: 'The most its tokens may do.' })
const PublicKeys = Type.Array(PublicKeyInput, {
  maxItems: 4,
  description: 'Keys with which it may sign assertions (RFC 7523).',
})

export const NewServiceAccount = Type.Object(
  { name: Name, scopes: Scopes, public_keys: Type.Optional(PublicKeys) },
  { additionalProperties: false },
)
export const ServiceAccountChange = Type.Object(
  {
    name: Type.Optional(Name),
    scopes: Type.Optional(Scopes),
    public_keys: Type.Optional(PublicKeys),
    disabled: Type.Optional(
      Type.Boolean({ description: '`true` stops it and its tokens within five seconds.' }),
    ),
  },
  { additionalProperties: false },
)
export const SecretRotation = Type.Object(
  {
    overlap_seconds: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 604_800,
        default: 86_400,
        description:
          'How long the previous secret keeps working. 0 for one that was disclosed: its tokens stop too.',
      }),
    ),
  },
  { additionalProperties: false },
)
