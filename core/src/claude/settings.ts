import { type Static, Type } from 'typebox'
import { DEFAULT_PRICES, PICO_PER_USD, type PriceList, parsePrices } from './prices.ts'
import type { Tier } from './prompt.ts'

/** More dollars than this a day could not be counted exactly, and nobody means them. */
const MAX_USD = 8_000
const Usd = (description: string, standard: number) =>
  Type.Number({ minimum: 0, maximum: MAX_USD, default: standard, description })

/** The settings of what Claude is asked; all optional. */
export const claudeSettings = {
  ANTHROPIC_API_KEY: Type.Optional(
    Type.String({
      minLength: 8,
      description:
        'Key of the Claude API. Without one the signals of the family claude say that they are unavailable.',
    }),
  ),
  ANTHROPIC_BASE_URL: Type.Optional(
    Type.String({ pattern: '^https?://', description: 'Where the Claude API is; Anthropic unless set.' }),
  ),
  CLAUDE_EXTRACTION_MODEL: Type.String({
    default: 'claude-haiku-5-5',
    description: 'The model that copies out what a text says.',
  }),
  CLAUDE_JUDGEMENT_MODEL: Type.String({
    default: 'claude-sonnet-5-5',
    description: 'The model that weighs what a text says.',
  }),
  CLAUDE_USD_PER_DAY: Usd(
    'What all calls of a UTC day may cost, in USD. A hard stop over all processes.',
    10,
  ),
  CLAUDE_USD_PER_FILING: Usd('What all calls about one filing may ever cost, in USD. A hard stop.', 0.5),
  CLAUDE_USD_PER_BACKFILL: Usd(
    'What all message batches of one version of an extractor may ever cost, in USD. A hard stop.',
    50,
  ),
  CLAUDE_FRESH_HOURS: Type.Integer({
    minimum: 0,
    default: 72,
    description:
      'Filings accepted within so many hours are asked about at once; older ones in batches at half the price.',
  }),
  CLAUDE_CONCURRENCY: Type.Integer({
    minimum: 1,
    maximum: 32,
    default: 2,
    description: 'Filings that Claude is asked about at once, per process.',
  }),
  CLAUDE_PRICES: Type.Optional(
    Type.String({
      description:
        'The price list as JSON, with its as-of date, where the one that is built in is out of date.',
    }),
  ),
  CLAUDE_TIMEOUT_MS: Type.Integer({
    minimum: 1_000,
    default: 120_000,
    description: 'How long one attempt of a call may take, in milliseconds.',
  }),
}

export type ClaudeEnvironment = Static<ReturnType<typeof Type.Object<typeof claudeSettings>>>

/** What it takes to ask. */
export interface ClaudeConfig {
  apiKey: string | null
  baseURL: string | undefined
  models: Readonly<Record<Tier, string>>
  prices: PriceList
  budgets: { day: number; filing: number; backfill: number }
  freshHours: number
  timeoutMs: number
  maxRetries: number
}

/** SDK retries of a worker: it has time. */
const WORKER_RETRIES = 5

/** @throws Error for a model without a price: its budgets would be blind */
export function claudeConfig(env: ClaudeEnvironment): ClaudeConfig {
  const prices = env.CLAUDE_PRICES ? parsePrices(env.CLAUDE_PRICES) : DEFAULT_PRICES
  const models = { extraction: env.CLAUDE_EXTRACTION_MODEL, judgement: env.CLAUDE_JUDGEMENT_MODEL }
  if (env.ANTHROPIC_API_KEY) {
    for (const model of Object.values(models)) {
      if (!prices.models[model])
        throw new Error(`CLAUDE_PRICES has no price for ${model}: its budgets would be blind`)
    }
  }
  const pico = (usd: number) => Math.round(usd * PICO_PER_USD)
  return {
    apiKey: env.ANTHROPIC_API_KEY ?? null,
    baseURL: env.ANTHROPIC_BASE_URL,
    models,
    prices,
    budgets: {
      day: pico(env.CLAUDE_USD_PER_DAY),
      filing: pico(env.CLAUDE_USD_PER_FILING),
      backfill: pico(env.CLAUDE_USD_PER_BACKFILL),
    },
    freshHours: env.CLAUDE_FRESH_HOURS,
    timeoutMs: env.CLAUDE_TIMEOUT_MS,
    maxRetries: WORKER_RETRIES,
  }
}
