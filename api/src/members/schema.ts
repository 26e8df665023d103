import { roles } from '@sec-latent/core/accounts/scopes'
import { Type } from 'typebox'
import { nullable, stringEnum } from '../openapi.ts'
import { Instant, listOf, pageParameters } from '../schemas.ts'

const ROLE =
  '`owner` may do everything; `admin` everything but money and erasure; `developer` builds; `viewer` looks.'
const Role = stringEnum(roles, { description: ROLE })

export const Member = Type.Object(
  {
    object: Type.Literal('member'),
    id: Type.String({ description: 'Id of the member.', examples: ['mem_06fpr5v8k0ah3q7yd2m4xw9ezc'] }),
    user_id: nullable(
      Type.String({
        description: 'Id of the person; null: invited, not there yet.',
        examples: ['usr_06fpr5v8k0ah3q7yd2m4xw9ezc'],
      }),
    ),
    email: Type.String({
      description: 'Address the person joined or was invited with.',
      examples: ['ann@example.com'],
    }),
    name: nullable(Type.String({ description: 'Name the person gave; null until they are there.' })),
    role: Role,
    status: stringEnum(['active', 'invited'], {
      description: '`invited`: the invitation was not accepted yet.',
    }),
    invitation_expires_at: nullable(Instant('Until when the invitation can be accepted; null: it was.')),
    created_at: Instant('When the person was invited, or made the organisation.'),
    updated_at: Instant('When the role or the state changed last.'),
  },
  { $id: 'Member', description: 'A person in the organisation, or an invitation that waits.' },
)
export const MemberList = listOf('MemberList', Member, 'The members of the organisation, latest first.')
export const MemberQuery = Type.Object({ ...pageParameters }, { additionalProperties: false })
export const MemberParams = Type.Object(
  {
    member_id: Type.String({
      maxLength: 64,
      description: 'Id of the member.',
      examples: ['mem_06fpr5v8k0ah3q7yd2m4xw9ezc'],
    }),
  },
  { additionalProperties: false },
)
export const NewMember = Type.Object(
  {
    email: Type.String({
      minLength: 3,
      maxLength: 254,
      pattern: '^[^\\s@,;<>"]+@[^\\s@,;<>"]+$',
      description: 'Address the invitation goes to.',
      examples: ['ann@example.com'],
    }),
    role: Role,
  },
  { additionalProperties: false },
)
export const MemberChange = Type.Object({ role: Role }, { additionalProperties: false })
