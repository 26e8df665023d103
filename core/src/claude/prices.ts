import { Type } from 'typebox'
import { Value } from 'typebox/value'

/** A millionth of a millionth of a dollar: the price of any single token is a whole number of them. */
export const PICO_PER_USD = 1_000_000_000_000

export interface ModelPrice {
  /** USD per million tokens. */
  input: number
  output: number
  /** Dearer from so many prompt tokens on, for every token of the request. */
  above?: { prompt_tokens: number; input: number; output: number }
}

export interface PriceList {
  /** When the list was looked up, `YYYY-MM-DD`. */
  as_of: string
  models: Readonly<Record<string, ModelPrice>>
  /** Multiples of the price of an input token. */
  cache_write_5m: number
  cache_write_1h: number
  cache_read: number
  /** Of everything, in a message batch. */
  batch: number
}

export const DEFAULT_PRICES: PriceList = {
  as_of: '2026-11-22',
  models: {
    'claude-haiku-5-5': {
      input: 0.1,
      output: 0.5,
      above: { prompt_tokens: 100_000, input: 0.5, output: 2.5 },
    },
    'claude-sonnet-5-5': { input: 2, output: 10 },
    'claude-opus-5-5': { input: 4, output: 20 },
  },
  cache_write_5m: 1.25,
  cache_write_1h: 2,
  cache_read: 0.1,
  batch: 0.5,
}

const Rate = Type.Number({ minimum: 0 })
const PriceListSchema = Type.Object({
  as_of: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
  models: Type.Record(
    Type.String(),
    Type.Object({
      input: Rate,
      output: Rate,
      above: Type.Optional(
        Type.Object({ prompt_tokens: Type.Integer({ minimum: 1 }), input: Rate, output: Rate }),
      ),
    }),
  ),
  cache_write_5m: Rate,
  cache_write_1h: Rate,
  cache_read: Rate,
  batch: Rate,
})

/** A price list given as JSON. @throws Error that says what is wrong with it */
export function parsePrices(json: string): PriceList {
  const value: unknown = JSON.parse(json)
  if (!Value.Check(PriceListSchema, value)) throw new Error('not a price list: see the page on configuration')
  return value as PriceList
}

/** Tokens of one reply, by kind. Prompt tokens are the sum of the first four. */
export interface TokenUse {
  input_tokens: number
  cache_write_5m_tokens: number
  cache_write_1h_tokens: number
  cache_read_tokens: number
  /** Thinking included. */
  output_tokens: number
  thinking_tokens: number
}

/** What tokens cost, in picodollars, rounded up. @throws Error for a model without a price */
export function costOf(model: string, use: TokenUse, mode: 'direct' | 'batch', prices: PriceList): number {
  const price = prices.models[model]
  if (!price) throw new Error(`no price is known for ${model}`)
  const prompt =
    use.input_tokens + use.cache_write_5m_tokens + use.cache_write_1h_tokens + use.cache_read_tokens
  const rate = price.above && prompt > price.above.prompt_tokens ? price.above : price
  const inputs =
    use.input_tokens +
    use.cache_write_5m_tokens * prices.cache_write_5m +
    use.cache_write_1h_tokens * prices.cache_write_1h +
    use.cache_read_tokens * prices.cache_read
  const usdPerMillion = inputs * rate.input + use.output_tokens * rate.output
  return Math.ceil(usdPerMillion * 1e6 * (mode === 'batch' ? prices.batch : 1) - 1e-6)
}

/** Tokens of the API's own that come on top of what a request holds, such as for the form of the output. */
const OVERHEAD_TOKENS = 2_000

/**
 * The most a request can cost. No token is shorter than a byte, so its bytes bound its tokens; all of them may be written to
 * the dearest cache the request asks for, and the reply may use all it may use.
 */
export function worstCost(
  model: string,
  request: { bytes: number; max_tokens: number; cache: '5m' | '1h' | null },
  mode: 'direct' | 'batch',
  prices: PriceList,
): number {
  const tokens = request.bytes + OVERHEAD_TOKENS
  return costOf(
    model,
    {
      input_tokens: request.cache === null ? tokens : 0,
      cache_write_5m_tokens: request.cache === '5m' ? tokens : 0,
      cache_write_1h_tokens: request.cache === '1h' ? tokens : 0,
      cache_read_tokens: 0,
      output_tokens: request.max_tokens,
      thinking_tokens: 0,
    },
    mode,
    prices,
  )
}
