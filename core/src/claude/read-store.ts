import type { Sql } from '../db.ts'
import { PICO_PER_USD } from './prices.ts'

/** What asking cost and brought, of one prompt version of an extractor. */
export interface PromptUse {
  prompt_id: string
  prompt_version: string
  models: string[]
  calls: number
  calls_by_outcome: Record<string, number>
  /** Calls whose use is not known and which are counted at the most they can have cost. */
  calls_estimated: number
  input_tokens: number
  cache_write_5m_tokens: number
  cache_write_1h_tokens: number
  cache_read_tokens: number
  output_tokens: number
  thinking_tokens: number
  usd: number
  /** Median time of a direct call that was answered, in milliseconds. */
  median_duration_ms: number | null
  replies: number
  findings: number
  grounded: number
  grounding_failed: number
  /** Findings that the text they quote contradicts. */
  contradicted: number
  /** `grounding_failed / findings`; null without findings. */
  grounding_failed_rate: number | null
  /** Findings that were dropped, by reason. */
  dropped: Record<string, number>
}

export interface FilingUse {
  accession_number: string
  calls: number
  input_tokens: number
  cache_write_5m_tokens: number
  cache_write_1h_tokens: number
  cache_read_tokens: number
  output_tokens: number
  usd: number
}

/** What the tables know of the asking: public beside an extractor, per filing for whoever pays. */
export function claudeReadStore(sql: Sql) {
  return {
    /** By prompt version, newest first; empty for an extractor that never asked. */
    async useOf(extractor: string): Promise<PromptUse[]> {
      return await sql<PromptUse[]>`
        with calls as (
          select prompt_id, prompt_version, array_agg(distinct model order by model) as models, count(*)::int as calls,
            count(*) filter (where usage_estimated)::int as calls_estimated,
            sum(input_tokens)::float8 as input_tokens,
            sum(cache_write_5m_tokens)::float8 as cache_write_5m_tokens,
            sum(cache_write_1h_tokens)::float8 as cache_write_1h_tokens,
            sum(cache_read_tokens)::float8 as cache_read_tokens,
            sum(output_tokens)::float8 as output_tokens,
            sum(thinking_tokens)::float8 as thinking_tokens,
            (sum(coalesce(cost_picousd, 0)) / ${PICO_PER_USD})::float8 as usd,
            percentile_cont(0.5) within group (order by duration_ms)
              filter (where mode = 'direct' and outcome = 'answered') as median_duration_ms
          from claude_calls where extractor = ${extractor} and state <> 'reserved'
          group by prompt_id, prompt_version
        ), outcomes as (
          select prompt_id, prompt_version, jsonb_object_agg(outcome, count order by outcome) as calls_by_outcome
          from (
            select prompt_id, prompt_version, coalesce(outcome, 'unknown') as outcome, count(*) as count
            from claude_calls where extractor = ${extractor} and state <> 'reserved' group by 1, 2, 3
          ) each group by 1, 2
        ), answers as (
          select prompt_id, prompt_version, count(findings)::int as replies, coalesce(sum(findings), 0)::int as findings,
            coalesce(sum(grounded), 0)::int as grounded, coalesce(sum(grounding_failed), 0)::int as grounding_failed,
            coalesce(sum(contradicted), 0)::int as contradicted
          from claude_answers where (prompt_id, prompt_version) in (select prompt_id, prompt_version from calls)
          group by 1, 2
        ), dropped as (
          select prompt_id, prompt_version, jsonb_object_agg(reason, count order by reason) as dropped
          from (
            select prompt_id, prompt_version, key as reason, sum(value::int) as count
            from claude_answers, jsonb_each_text(coalesce(dropped, '{}')) group by 1, 2, 3
          ) each group by 1, 2
        )
        select calls.*, calls_by_outcome, coalesce(replies, 0) as replies, coalesce(findings, 0) as findings,
          coalesce(grounded, 0) as grounded, coalesce(grounding_failed, 0) as grounding_failed,
          coalesce(contradicted, 0) as contradicted,
          grounding_failed::float8 / nullif(findings, 0) as grounding_failed_rate,
          coalesce(dropped, '{}') as dropped
        from calls join outcomes using (prompt_id, prompt_version)
          left join answers using (prompt_id, prompt_version) left join dropped using (prompt_id, prompt_version)
        order by string_to_array(prompt_version, '.')::int[] desc`
    },

    async useForFiling(accessionNumber: string): Promise<FilingUse> {
      const [row] = await sql<FilingUse[]>`
        select ${accessionNumber} as accession_number, count(*)::int as calls,
          coalesce(sum(input_tokens), 0)::float8 as input_tokens,
          coalesce(sum(cache_write_5m_tokens), 0)::float8 as cache_write_5m_tokens,
          coalesce(sum(cache_write_1h_tokens), 0)::float8 as cache_write_1h_tokens,
          coalesce(sum(cache_read_tokens), 0)::float8 as cache_read_tokens,
          coalesce(sum(output_tokens), 0)::float8 as output_tokens,
          (coalesce(sum(cost_picousd), 0) / ${PICO_PER_USD})::float8 as usd
        from claude_calls where accession_number = ${accessionNumber} and state <> 'reserved'`
      return row as FilingUse
    },

    /** What is spent and promised of a UTC day, in USD. */
    async day(date: string): Promise<number> {
      const [row] = await sql<{ usd: number }[]>`
        select (committed_picousd / ${PICO_PER_USD}::numeric)::float8 as usd from claude_budgets
        where scope = 'day' and key = ${date}`
      return row?.usd ?? 0
    },
  }
}

export type ClaudeReadStore = ReturnType<typeof claudeReadStore>
