import { PROCESSING_STATUSES } from '@sec-latent/core/processing/status'
import { Type } from 'typebox'
import { nullable, stringEnum } from '../openapi.ts'
import { AccessionNumber, Instant, listOf } from '../schemas.ts'

export const Processing = Type.Object(
  {
    object: Type.Literal('processing'),
    accession_number: AccessionNumber,
    extractor: Type.String({ examples: ['risk_factor_diff'] }),
    extractor_version: Type.String({ examples: ['1.0.0'] }),
    status: stringEnum(PROCESSING_STATUSES, {
      description:
        '`ok_found`: read, something found. `ok_none`: read, nothing there. `not_applicable`: the filing has no such data. `insufficient_data`: inputs it cannot do without are not reported; `missing` names them. `pending`: not read yet. `failed`: could not be read, for `reason`. `unavailable`, `refused`, `truncated`: a language model was not asked, would not answer, or was cut short.',
    }),
    reason: nullable(Type.String({ examples: ['no_prior_filing'] })),
    explanation: nullable(Type.String({ description: 'The reason in a sentence.' })),
    missing: Type.Array(Type.String(), { description: 'Inputs without which there is no answer.' }),
    omitted: Type.Array(
      Type.Object({
        signal_type: Type.String(),
        status: stringEnum(['insufficient_data', 'not_applicable']),
        reason: Type.String(),
        missing: Type.Array(Type.String()),
      }),
      { description: 'Signal types without a value in a run that has others, and why.' },
    ),
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
