import { Type } from 'typebox'
import { companyParameters } from '../filings/schema.ts'
import { nullable, stringEnum } from '../openapi.ts'
import { asOfParameter, Instant, listOf } from '../schemas.ts'

export const CoverageRow = Type.Object(
  {
    object: Type.Literal('coverage_row'),
    form_type: Type.String({ examples: ['10-K'] }),
    published: Type.Integer({ description: 'Filings available.' }),
    pending: Type.Integer({ description: 'Filings being read.' }),
    failed: Type.Integer({ description: 'Filings that could not be read.' }),
    from: nullable(Instant('`accepted_at` of the earliest filing.')),
    to: nullable(Instant('`accepted_at` of the latest filing.')),
  },
  { $id: 'CoverageRow', description: 'What is covered of a form.' },
)

export const CoverageList = listOf('CoverageList', CoverageRow, 'What is covered, by form.', {
  entities: Type.Array(
    Type.Object({
      cik: Type.String(),
      status: stringEnum(['covered', 'not_covered'], {
        description: '`not_covered`: no filing of theirs is known or expected.',
      }),
    }),
    { description: 'The companies asked about.' },
  ),
})

export const CoverageQuery = Type.Object(
  { ...companyParameters, ...asOfParameter },
  { additionalProperties: false },
)
