import { Type } from 'typebox'
import { nullable, openEnum, stringEnum } from '../openapi.ts'
import {
  AccessionInput,
  AccessionNumber,
  anyOf,
  Cik,
  CikInput,
  Instant,
  listOf,
  pageParameters,
} from '../schemas.ts'

export const CHANGE_TYPES = [
  'filing.published',
  'filing.changed',
  'filing.withdrawn',
  'document.changed',
  'signal.created',
  'signal.superseded',
] as const

export const Change = Type.Object(
  {
    object: Type.Literal('change'),
    position: Type.Integer({ description: 'Place in the feed. Positions only grow; there may be gaps.' }),
    change_type: openEnum(CHANGE_TYPES, { examples: ['filing.published'] }),
    accession_number: AccessionNumber,
    cik: nullable(Cik),
    object_id: Type.String({
      description:
        'Accession number of the filing, `document_id`, or id of the signal. What can happen more than once carries `@` and the number of the custody event.',
    }),
    created_at: Instant('When it happened.'),
  },
  { $id: 'Change', description: 'Something that became visible, or ceased to be current.' },
)

export const ChangeList = listOf('ChangeList', Change, 'A page of the feed of changes.', {
  last_position: Type.Integer({
    description: 'Position to pass as `after` next time: that of the last entry, or where this page began.',
  }),
})

export const ChangeQuery = Type.Object(
  {
    after: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: Number.MAX_SAFE_INTEGER,
        description:
          'Only changes after this position: resumes a feed. Default: a page begins at the beginning (0), a stream now.',
      }),
    ),
    change_type: anyOf(stringEnum(CHANGE_TYPES), 'Type of change.'),
    cik: anyOf(CikInput, 'Company the change belongs to.'),
    accession_number: anyOf(AccessionInput, 'Accession number of the filing.'),
    ...pageParameters,
  },
  { additionalProperties: false },
)
