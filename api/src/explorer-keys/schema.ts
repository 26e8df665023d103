import { Type } from 'typebox'
import { Instant } from '../schemas.ts'

export const ExplorerKey = Type.Object(
  {
    object: Type.Literal('explorer_key', { description: 'Always `explorer_key`.' }),
    id: Type.String({ description: 'Identifier of the key.', examples: ['key_06fpr5v8k0ah3q7yd2m4xw9ezc'] }),
    key: Type.String({ description: 'The key itself. It is shown this once and kept nowhere.' }),
    scopes: Type.Array(Type.String({ examples: ['filings:read'] }), { description: 'What the key may do.' }),
    created_at: Instant('When the key was made.'),
    expires_at: Instant('When the key stops working: 15 minutes later.'),
    units: Type.Integer({
      description: 'Units the key may use in all; an ordinary answer costs 1.',
      examples: [200],
    }),
    requests_per_second: Type.Integer({
      description: 'Requests a second that it may send, after a burst of ten.',
      examples: [1],
    }),
  },
  { $id: 'ExplorerKey', description: 'A key for trying requests in a browser: short-lived and read-only.' },
)
