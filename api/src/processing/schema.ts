import { Type } from 'typebox'
import { nullable, stringEnum } from '../openapi.ts'
import { AccessionNumber, Instant, listOf } from '../schemas.ts'

export const Processing = Type.Object(
  {
    object: Type.Literal('processing'),
    accession_number: AccessionNumber,
    extractor: Type.String({ examples: ['risk_factor_diff'] }),
    extractor_version: Type.String({ examples: ['1.0.0'] }),
    status: stringEnum(['ok_found', 'ok_none', 'not_applicable', 'pending', 'failed'], {
      description:
        '`ok_found`: read, something found. `ok_none`: read, nothing there. `not_applicable`: the filing has no such data. `pending`: not read yet. `failed`: could not be read, for `reason`.',
    }),
    reason: nullable(Type.String({ examples: ['no_prior_filing'] })),
    updated_at: Instant('When this was last written.'),
  },
  {
    $id: 'Processing',
    description: 'What one extractor says about one filing: there is always exactly one answer.',
  },
)

export const ProcessingList = listOf('ProcessingList', Processing, 'The processing ledger of a filing.', {
  stage: Type.String({
    'x-extensible-enum': ['discovered', 'fetched', 'parsed', 'extracted', 'published', 'failed'],
    description: 'How far the filing is on its way from EDGAR to this API.',
  }),
  stage_reason: nullable(Type.String({ description: 'Why the filing could not be read.' })),
})
