import { PROCESSING_STATUSES, type ProcessingStatus } from '@sec-latent/core/processing/status'
import { extractors } from '@sec-latent/core/signals/index'
import { type TInteger, Type } from 'typebox'
import { nullable, stringEnum } from '../openapi.ts'
import { Instant, listOf, Sha256 } from '../schemas.ts'

const NAMES = extractors.map((extractor) => extractor.name)

export const ExtractorBackfill = Type.Object(
  {
    state: stringEnum(['running', 'paused', 'done']),
    to_version: Type.String(),
    total: Type.Integer({ description: 'Filings that were read by an earlier version, or never.' }),
    done: Type.Integer(),
    started_at: Instant('When it began.'),
    updated_at: Instant('When it last went on.'),
  },
  {
    $id: 'ExtractorBackfill',
    description: 'Filings that are read again because the extractor has a new version.',
  },
)

export const ExtractorUsage = Type.Object(
  {
    calls: Type.Integer({ description: 'Requests to the language model that were answered.' }),
    input_tokens: Type.Integer(),
    cache_read_input_tokens: Type.Integer(),
    cache_creation_input_tokens: Type.Integer(),
    output_tokens: Type.Integer(),
    usd: Type.Number({ description: 'At the prices configured when the calls were made.' }),
    filings: Type.Integer({ description: 'Filings that were asked about.' }),
    findings: Type.Integer({ description: 'Findings that were stored.' }),
    grounding_failed: Type.Integer({
      description: 'Findings that were dropped because their quote does not stand in the filing.',
    }),
  },
  { $id: 'ExtractorUsage', description: 'What asking a language model has cost, and what came of it.' },
)

const description = {
  object: Type.Literal('extractor'),
  name: Type.String({ examples: ['risk_factor_diff'] }),
  version: Type.String({ examples: ['1.0.0'] }),
  kind: stringEnum(['deterministic', 'llm']),
  signal_types: Type.Array(Type.String(), { description: 'Signal types it finds.' }),
  needs: Type.Array(
    Type.Object({
      name: Type.String({ examples: ['prior_filing'] }),
      earlier_form_types: Type.Array(Type.String(), {
        description: 'Earlier filings of the same company it looks at; empty: the filing alone.',
      }),
      days: nullable(Type.Integer({ description: 'How far back it looks, in days before the acceptance.' })),
    }),
    { description: 'What it is given besides the filing itself.' },
  ),
  config: Type.Unsafe<Record<string, unknown>>({
    type: 'object',
    additionalProperties: true,
    description: 'The settings it computes with.',
  }),
  config_sha256: Sha256('SHA-256 of the settings, as in each of its signals.'),
}

export const Extractor = Type.Object(
  {
    ...description,
    filings: Type.Object(
      Object.fromEntries(PROCESSING_STATUSES.map((status) => [status, Type.Integer()])) as Record<
        ProcessingStatus,
        TInteger
      >,
      { description: 'Published filings by its answer; together they are all published filings.' },
    ),
    backfill: nullable(
      Type.Unsafe<Record<string, unknown> | null>({
        anyOf: [{ $ref: 'ExtractorBackfill#' }, { type: 'null' }],
      }),
    ),
    usage: nullable(
      Type.Unsafe<Record<string, unknown> | null>({ anyOf: [{ $ref: 'ExtractorUsage#' }, { type: 'null' }] }),
    ),
  },
  { $id: 'Extractor', description: 'An extractor with its progress.' },
)

export const ExtractorSummary = Type.Object(description, {
  $id: 'ExtractorSummary',
  description: 'A rule that reads signals out of filings.',
})
export const ExtractorList = listOf('ExtractorList', ExtractorSummary, 'Every extractor of signals.')

export const ExtractorParams = Type.Object(
  { name: stringEnum(NAMES, { description: 'Name of the extractor.', examples: ['risk_factor_diff'] }) },
  { additionalProperties: false },
)
