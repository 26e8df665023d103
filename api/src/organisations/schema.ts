import { roles } from '@sec-latent/core/accounts/scopes'
import { Type } from 'typebox'
import { nullable, stringEnum } from '../openapi.ts'
import { Instant } from '../schemas.ts'

export const Organisation = Type.Object(
  {
    object: Type.Literal('organisation'),
    id: Type.String({ description: 'Id of the organisation.', examples: ['org_06fpr5v8k0ah3q7yd2m4xw9ezc'] }),
    name: Type.String({ description: 'Name its members gave it.', examples: ['Harbor Light Research'] }),
    plan: Type.String({ description: 'Plan it is on.', examples: ['build'] }),
    created_at: Instant('When it was made.'),
  },
  { $id: 'Organisation', description: 'Whom keys, members, limits and invoices belong to.' },
)
export const OrganisationChange = Type.Object(
  {
    name: Type.String({
      minLength: 1,
      maxLength: 120,
      // Blanks, then one character that is none: no text can be divided in two ways, so matching never goes back.
      pattern: '^[^\\S\\u0000-\\u001f\\u007f]*[^\\s\\u0000-\\u001f\\u007f][^\\u0000-\\u001f\\u007f]*$',
      description: 'The new name.',
      examples: ['Harbor Light Research'],
    }),
  },
  { additionalProperties: false },
)

export const Me = Type.Object(
  {
    object: Type.Literal('me'),
    type: stringEnum(['user', 'service_account', 'key', 'support'], {
      description: 'What the credential is.',
    }),
    id: Type.String({
      description: 'Id of the person, the service account or the key.',
      examples: ['usr_06fpr5v8k0ah3q7yd2m4xw9ezc'],
    }),
    email: nullable(Type.String({ description: 'Address of the person; null for programs.' })),
    name: nullable(Type.String({ description: 'Name of the person; null for programs.' })),
    two_factor_enabled: nullable(
      Type.Boolean({ description: 'Whether the person signs in with a second factor; null for programs.' }),
    ),
    organisation_id: Type.String({
      description: 'The organisation acted for.',
      examples: ['org_06fpr5v8k0ah3q7yd2m4xw9ezc'],
    }),
    plan: Type.String({ description: 'The plan of the organisation.', examples: ['build'] }),
    role: nullable(
      stringEnum(roles, { description: 'The role of the person in the organisation; null for programs.' }),
    ),
    scopes: Type.Array(Type.String({ examples: ['filings:read'] }), { description: 'What is allowed.' }),
    organisations: Type.Array(
      Type.Object({
        id: Type.String({ description: 'Id of the organisation.' }),
        name: Type.String({ description: 'Its name.' }),
        role: stringEnum(roles, { description: 'The role of the person in it.' }),
      }),
      {
        description:
          'The organisations of the person; `Latent-Organisation` names the one to act for. Empty for programs.',
      },
    ),
  },
  { $id: 'Me', description: 'Whose credential the request came with, and what it may do.' },
)
