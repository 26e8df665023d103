import { createHmac, randomBytes } from 'node:crypto'
import type { Sql } from '../db.ts'
import { type AnswerStore, answerStore } from './answer-store.ts'
import { type CallStore, callStore, type Usage } from './call-store.ts'
import { type ClaudeClient, claudeClient } from './client.ts'
import type { ClaudeConfig } from './settings.ts'

/** What one call used, for counters. */
export interface CallSeen {
  model: string
  mode: 'direct' | 'batch'
  extractor: string
  outcome: string
  usage: Usage | null
  cost_picousd: number
}

/** Everything it takes to ask Claude, opened once per process. */
export interface Claude {
  config: ClaudeConfig
  /** Null without a key. */
  client: ClaudeClient | null
  sql: Sql
  calls: CallStore
  answers: AnswerStore
  /** A tag that nobody outside of this process can know, the same for the same text, so that a cached prefix stays one. */
  tagOf(body: string): string
  observe(call: CallSeen): void
}

export function openClaude(
  config: ClaudeConfig,
  sql: Sql,
  observe: (call: CallSeen) => void = () => {},
): Claude {
  const secret = randomBytes(32)
  return {
    config,
    client:
      config.apiKey === null
        ? null
        : claudeClient({
            apiKey: config.apiKey,
            baseURL: config.baseURL,
            maxRetries: config.maxRetries,
            timeoutMs: config.timeoutMs,
          }),
    sql,
    calls: callStore(sql),
    answers: answerStore(sql),
    tagOf: (body) => createHmac('sha256', secret).update(body).digest('hex').slice(0, 20),
    observe,
  }
}
