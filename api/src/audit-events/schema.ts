import { Type } from 'typebox'
import { nullable, openEnum, stringEnum } from '../openapi.ts'
import { Instant, listOf, pageParameters, Sha256 } from '../schemas.ts'

const Snapshot = (description: string) =>
  nullable(Type.Object({}, { additionalProperties: true, description }))

export const AuditEvent = Type.Object(
  {
    object: Type.Literal('audit_event'),
    id: Type.String({ examples: ['aud_06fpr5v8k0ah3q7yd2m4xw9ezc'] }),
    seq: Type.Integer({ description: 'Place in the chain of the organisation: 1, 2, 3 … without gaps.' }),
    created_at: Instant('When it happened, by the clock of the database.'),
    action: Type.String({ description: 'What happened.', examples: ['key.created'] }),
    actor: Type.Object(
      {
        type: openEnum(['key', 'user', 'service_account', 'system', 'support'], {
          description: 'Kind of the actor. `system` is the platform itself.',
        }),
        id: Type.String({ examples: ['key_06fpr5v8k0ah3q7yd2m4xw9ezc'] }),
        ip: nullable(Type.String({ description: 'Address the request came from.' })),
        user_agent: nullable(
          Type.String({ description: 'Program the request came from, as it called itself.' }),
        ),
      },
      { description: 'Who did it.' },
    ),
    target: Type.Object(
      {
        type: Type.String({ examples: ['key'] }),
        id: Type.String({ examples: ['key_06fpr5v8k0ah3q7yd2m4xw9ezc'] }),
      },
      { description: 'What was changed.' },
    ),
    before: Snapshot('What was changed, as it was. Null: it is new.'),
    after: Snapshot('What was changed, as it became. Null: it is gone.'),
    request_id: nullable(Type.String({ description: 'The request that did it; null: none did.' })),
    erased: Type.Boolean({
      description:
        'True when something of the event was about somebody who has been erased, and is null for that reason.',
    }),
    hash: Sha256('SHA-256 of the record, which includes the hash of the event before.'),
  },
  { $id: 'AuditEvent', description: 'One change of the state of the organisation.' },
)
export const AuditEventList = listOf(
  'AuditEventList',
  AuditEvent,
  'Changes of the organisation, latest first.',
)

const range = {
  from: Type.Optional(Instant('Events at or after this moment.')),
  to: Type.Optional(Instant('Events before this moment.')),
}

export const AuditEventQuery = Type.Object(
  {
    action: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 64,
        description: 'Events of this action.',
        examples: ['key.created'],
      }),
    ),
    actor_id: Type.Optional(
      Type.String({ minLength: 1, maxLength: 64, description: 'Events of this actor.' }),
    ),
    target_id: Type.Optional(
      Type.String({ minLength: 1, maxLength: 64, description: 'Events about this object.' }),
    ),
    ...range,
    ...pageParameters,
  },
  { additionalProperties: false },
)

export const AuditExportQuery = Type.Object(
  {
    format: Type.Optional(
      stringEnum(['ndjson', 'csv'], {
        default: 'ndjson',
        description: 'One JSON object per line, or a table.',
      }),
    ),
    ...range,
  },
  { additionalProperties: false },
)

export const AuditProof = Type.Object(
  {
    object: Type.Literal('audit_proof'),
    organisation_id: Type.String({ description: 'Whose chain it is.' }),
    head: Type.Object(
      {
        seq: Type.Integer({ description: 'Place of the last event; 0 when there is none.' }),
        hash: Sha256('Hash of the last event; zeros when there is none.'),
      },
      { description: 'Where the chain ends now.' },
    ),
    anchors: Type.Array(
      Type.Object({
        number: Type.Integer({ description: 'Number of the anchor.' }),
        seq: Type.Integer({ description: 'Where the chain ended when it was signed.' }),
        hash: Sha256('Hash of the event there.'),
        anchored_at: Instant('When it was signed.'),
        jws: Type.String({
          description: 'The signed statement: a compact JWS (EdDSA) with the public key in its header.',
        }),
      }),
      {
        description:
          'The last hundred heads that were signed, latest first. A copy of each lies outside of the database.',
      },
    ),
  },
  { $id: 'AuditProof', description: 'What an export is checked against.' },
)

export const AuditKeySet = Type.Object(
  {
    keys: Type.Array(
      Type.Object({
        kty: Type.Literal('OKP', { description: 'Kind of key.' }),
        crv: Type.Literal('Ed25519', { description: 'Curve.' }),
        x: Type.String({ description: 'The public key, 32 bytes in base64url.' }),
        kid: Type.String({ description: 'Name of the key, as signed heads state it.', examples: ['a1'] }),
        alg: Type.Literal('EdDSA', { description: 'What it signs with.' }),
        use: Type.Literal('sig', { description: 'What it is for.' }),
      }),
      { description: 'Keys whose signatures count; the first signs now. Empty where none are published.' },
    ),
  },
  { $id: 'AuditKeySet', description: 'The public keys of the audit log (RFC 7517, RFC 8037).' },
)
