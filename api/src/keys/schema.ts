import { Type } from 'typebox'
import { nullable, stringEnum } from '../openapi.ts'
import { Instant, listOf, pageParameters } from '../schemas.ts'

export const Key = Type.Object(
  {
    object: Type.Literal('key'),
    id: Type.String({ examples: ['key_06fpr5v8k0ah3q7yd2m4xw9ezc'] }),
    name: Type.String(),
    mode: stringEnum(['live', 'test', 'admin', 'explorer']),
    start: Type.String({ description: 'How the key begins.', examples: ['slp_live_'] }),
    last_four: Type.String({ description: 'How the key ends.', examples: ['h3Kq'] }),
    scopes: Type.Array(Type.String({ examples: ['filings:read'] })),
    allowed_cidrs: Type.Array(Type.String(), {
      description: 'Networks the key may be used from; empty: any.',
    }),
    created_at: Instant('When the key was made.'),
    expires_at: nullable(Instant('When the key stops working; null: never.')),
    revoked_at: nullable(Instant('When the key was revoked.')),
    last_used_at: nullable(Instant('When the key was last used, to within seconds.')),
  },
  {
    $id: 'Key',
    description: 'An API key of the organisation. The key itself is shown once, when it is made.',
  },
)
export const KeyList = listOf('KeyList', Key, 'The keys of the organisation, latest first.')
export const KeyQuery = Type.Object({ ...pageParameters }, { additionalProperties: false })
