import type { Sql } from '../../db.ts'
import { sha256 } from '../../sha256.ts'
import type { Candidate, Passage } from '../candidate.ts'
import { type Claude, openClaude } from '../claude.ts'
import { DEFAULT_PRICES, PICO_PER_USD } from '../prices.ts'
import { findPrompt } from '../prompt.ts'
import { type Question, question } from '../request.ts'
import type { ClaudeConfig } from '../settings.ts'

export const TEST_KEY = 'sk-ant-test-key'

export function testClaude(
  sql: Sql,
  baseURL: string,
  over: Partial<ClaudeConfig> & { usd?: { day?: number; filing?: number; backfill?: number } } = {},
): Claude {
  const { usd = {}, ...config } = over
  const pico = (dollars: number) => Math.round(dollars * PICO_PER_USD)
  return openClaude(
    {
      apiKey: TEST_KEY,
      baseURL,
      models: { extraction: 'claude-haiku-5-5', judgement: 'claude-sonnet-5-5' },
      prices: DEFAULT_PRICES,
      budgets: {
        day: pico(usd.day ?? 100),
        filing: pico(usd.filing ?? 50),
        backfill: pico(usd.backfill ?? 50),
      },
      freshHours: 72,
      timeoutMs: 5_000,
      maxRetries: 2,
      ...config,
    },
    sql,
  )
}

/** A passage of an invented document. */
export function inventedPassage(text: string): Passage {
  return {
    document: {
      document_id: '0009990001-24-000001:1',
      document_sha256: sha256(`document ${text}`),
      text: {
        text,
        text_sha256: sha256(text),
        length: [...text].length,
        byte_length: Buffer.byteLength(text),
        normaliser_version: 'fixture',
        blocks: [],
        tables: [],
        inline_xbrl: null,
        hidden: [],
        warnings: [],
      },
    },
    section: null,
    accession_number: '0009990001-24-000001',
    start: 0,
    end: text.length,
  }
}

export function inventedQuestion(...texts: string[]): Question {
  const candidates: Candidate[] = texts.map((text) => ({
    current: inventedPassage(text),
    earlier: null,
    headings: [],
  }))
  return question(
    findPrompt({ id: 'rf_topic', version: '1.0.0' }),
    'claude-haiku-5-5',
    { form_type: '10-K', accepted_at: '2024-02-15T21:00:00Z', period_of_report: '2023-12-31' },
    candidates,
  )
}

export const ASKER = {
  dataset: 'test' as const,
  accession_number: '0009990001-24-000001',
  extractor: 'llm_rf_topic',
  extractor_version: '1.0.0',
}
