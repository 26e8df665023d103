import { PROCESSING_STATUSES, type ProcessingStatus } from '@sec-latent/core/processing/status'
import { extractors } from '@sec-latent/core/signals/index'
import { type TInteger, Type } from 'typebox'
import { named, nullable, stringEnum } from '../openapi.ts'
import { Instant, listOf, Sha256 } from '../schemas.ts'

const NAMES = extractors.map((extractor) => extractor.name)

export const ExtractorBackfill = Type.Object(
  {
    state: stringEnum(['running', 'paused', 'done']),
    extractor: Type.String(),
    to_version: Type.String(),
    from_versions: Type.Array(Type.String(), {
      description: 'Versions that were found when it began; empty for a new extractor.',
    }),
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

export const PromptUse = Type.Object(
  {
    prompt_id: Type.String({ examples: ['llm_guidance'] }),
    prompt_version: Type.String({ examples: ['1.0.0'] }),
    models: Type.Array(Type.String()),
    calls: Type.Integer({ description: 'Requests to the language model, answered or not.' }),
    calls_by_outcome: Type.Unsafe<Record<string, number>>({
      type: 'object',
      additionalProperties: { type: 'integer' },
      description: 'Requests by what came of them.',
    }),
    calls_estimated: Type.Integer({
      description: 'Requests whose use is not known; they count at the most they can have cost.',
    }),
    input_tokens: Type.Integer({ description: 'Input tokens that no cache held.' }),
    cache_write_5m_tokens: Type.Integer(),
    cache_write_1h_tokens: Type.Integer(),
    cache_read_tokens: Type.Integer(),
    output_tokens: Type.Integer({ description: 'Thinking included.' }),
    thinking_tokens: Type.Integer(),
    usd: Type.Number({ description: 'At the prices configured when the calls were made.' }),
    median_duration_ms: nullable(Type.Number({ description: 'Of direct requests that were answered.' })),
    replies: Type.Integer(),
    findings: Type.Integer({ description: 'Findings in the replies.' }),
    grounded: Type.Integer({ description: 'Findings whose quote stands in the filing.' }),
    grounding_failed: Type.Integer({
      description: 'Findings that were dropped because their quote does not stand in the filing.',
    }),
    grounding_failed_rate: nullable(Type.Number({ minimum: 0, maximum: 1 })),
    contradicted: Type.Integer({ description: 'Findings that the text they quote contradicts.' }),
    dropped: Type.Unsafe<Record<string, number>>({
      type: 'object',
      additionalProperties: { type: 'integer' },
      description: 'Findings that were dropped, by reason.',
    }),
  },
  {
    $id: 'PromptUse',
    description: 'What asking a language model with one version of a prompt has cost, and what came of it.',
  },
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
    backfill: nullable(named(ExtractorBackfill)),
    prompts: Type.Array(named(PromptUse), {
      description:
        'By version of the prompt, for extractors that ask a language model; empty for all others.',
    }),
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
