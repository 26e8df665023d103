import { Type } from 'typebox'
import { nullable, stringEnum } from '../openapi.ts'
import { Instant, listOf, pageParameters } from '../schemas.ts'

const REQUEST_ID = '^era_[0-9a-z]{26}$'
const example = 'era_06fpr5v8k0ah3q7yd2m4xw9ezc'

const subject = {
  subject_type: stringEnum(['organisation', 'user'], {
    description: '`organisation`: everything of the organisation. `user`: one person who is a member of it.',
  }),
  user_id: Type.Optional(
    Type.String({
      pattern: '^usr_[0-9A-Za-z]{1,40}$',
      description: 'The person, when `subject_type` is `user`; listed with the members.',
      examples: ['usr_06fpr5v8k0ah3q7yd2m4xw9ezc'],
    }),
  ),
}

export const NewPrivacyExport = Type.Object(subject, { additionalProperties: false })
export const NewErasure = Type.Object(
  {
    ...subject,
    grace_days: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 30,
        default: 7,
        description: 'Days in which it can still be cancelled.',
      }),
    ),
  },
  { additionalProperties: false },
)

const common = {
  id: Type.String({ examples: [example] }),
  subject_type: stringEnum(['organisation', 'user']),
  subject_id: Type.String({ description: 'Id of the organisation or of the person.' }),
  requested_by: Type.String({ description: 'Id of whoever asked.' }),
  created_at: Instant('When it was asked for.'),
  completed_at: nullable(Instant('When it was done.')),
}

export const PrivacyExport = Type.Object(
  {
    object: Type.Literal('privacy_export'),
    ...common,
    status: stringEnum(['pending', 'completed'], { description: 'Whether the bundle is there.' }),
    due_at: Instant('When it has to be there at the latest.'),
    bundle_expires_at: nullable(Instant('Until when the bundle can be downloaded.')),
  },
  { $id: 'PrivacyExport', description: 'A request for everything that is held about somebody.' },
)
export const PrivacyExportList = listOf(
  'PrivacyExportList',
  PrivacyExport,
  'Exports that were asked for, latest first.',
)

export const Erasure = Type.Object(
  {
    object: Type.Literal('erasure'),
    ...common,
    status: stringEnum(['pending', 'completed', 'cancelled'], { description: 'How far it is.' }),
    due_at: Instant('When it is done; until then it can be cancelled.'),
    result: nullable(
      Type.Record(Type.String(), Type.Integer(), {
        description: 'Rows that were removed or changed, by table.',
      }),
    ),
  },
  {
    $id: 'Erasure',
    description:
      'A request to end what is held about somebody. The audit log stays; what is personal in it becomes unreadable.',
  },
)
export const ErasureList = listOf('ErasureList', Erasure, 'Erasures that were asked for, latest first.')

export const PrivacyBundle = Type.Object(
  {
    object: Type.Literal('privacy_bundle'),
    subject: Type.Object({ type: Type.String(), id: Type.String() }, { description: 'Whom it is about.' }),
    made_at: Instant('When it was made.'),
    tables: Type.Record(Type.String(), Type.Array(Type.Unknown()), {
      description: 'Rows by table. What opens something (hashes, secrets) is left out.',
    }),
    truncated: Type.Array(Type.String(), {
      description: 'Tables with more than 10,000 rows, of which the rest is left out.',
    }),
  },
  { $id: 'PrivacyBundle', description: 'Everything that is held about somebody.' },
)

export const PrivacyQuery = Type.Object({ ...pageParameters }, { additionalProperties: false })
export const ExportParams = Type.Object(
  {
    privacy_export_id: Type.String({
      pattern: REQUEST_ID,
      description: 'Id of an export.',
      examples: [example],
    }),
  },
  { additionalProperties: false },
)
export const ErasureParams = Type.Object(
  { erasure_id: Type.String({ pattern: REQUEST_ID, description: 'Id of an erasure.', examples: [example] }) },
  { additionalProperties: false },
)
