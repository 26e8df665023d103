import { PICO_PER_USD } from '@sec-latent/core/claude/prices'
import { expect, test } from 'vitest'
import { countClaudeCall, workerMetrics } from './metrics.ts'

test('tokens and dollars of Claude are counted as they were billed, by model and kind', async () => {
  const metrics = workerMetrics(8)
  const call = {
    model: 'claude-haiku-5-5',
    mode: 'direct' as const,
    extractor: 'tone',
    outcome: 'answered',
    cost_picousd: 0.25 * PICO_PER_USD,
  }
  const usage = {
    input_tokens: 1_000,
    cache_write_5m_tokens: 0,
    cache_write_1h_tokens: 0,
    cache_read_tokens: 40,
    output_tokens: 7,
    thinking_tokens: 3,
    usage_estimated: false,
  }
  countClaudeCall(metrics, { ...call, usage } as never)
  countClaudeCall(metrics, { ...call, usage } as never)
  countClaudeCall(metrics, { ...call, outcome: 'overloaded', cost_picousd: 0, usage: null } as never)
  const values = async (name: string) => {
    const metric = await metrics.registry.getSingleMetric(name)?.get()
    return Object.fromEntries(
      (metric?.values ?? []).map(({ labels, value }) => [labels.kind ?? labels.outcome ?? '', value]),
    )
  }
  expect(await values('claude_tokens_total')).toEqual({
    input_tokens: 2_000,
    cache_read_tokens: 80,
    output_tokens: 14,
  })
  expect(await values('claude_cost_usd_total')).toEqual({ '': 0.5 })
  expect(await values('claude_calls_total')).toEqual({ answered: 2, overloaded: 1 })
})
