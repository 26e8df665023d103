import type { Queryable, Sql } from '../db.ts'
import { SCHEMA_SHA256 } from './findings-schema.ts'
import type { Question } from './request.ts'

/** A reply that is kept. Asked again, the same question is answered by it. */
export interface StoredAnswer {
  cache_key: string
  outcome: 'answered' | 'refused' | 'truncated'
  refusal_category: string | null
  reply: string | null
  request_id: string | null
}

/** What became of the findings of a reply. */
export interface AnswerCheck {
  findings: number
  grounded: number
  grounding_failed: number
  contradicted: number
  dropped: Record<string, number>
}

export function answerStore(sql: Sql) {
  return {
    async find(cacheKey: string): Promise<StoredAnswer | undefined> {
      const [row] = await sql<StoredAnswer[]>`
        select cache_key, outcome, refusal_category, reply, request_id from claude_answers
        where cache_key = ${cacheKey}`
      return row
    },

    /** Keeps a reply; the first one stands. */
    async keep(
      tx: Queryable,
      {
        prompt,
        model,
        input_sha256,
        cache_key,
      }: Pick<Question, 'prompt' | 'model' | 'input_sha256' | 'cache_key'>,
      answer: Omit<StoredAnswer, 'cache_key'>,
    ): Promise<void> {
      await tx`insert into claude_answers ${tx([
        {
          cache_key,
          model,
          effort: prompt.effort,
          prompt_id: prompt.id,
          prompt_version: prompt.version,
          prompt_sha256: prompt.prompt_sha256,
          schema_sha256: SCHEMA_SHA256,
          input_sha256,
          ...answer,
        },
      ])} on conflict (cache_key) do nothing`
    },

    /** Writes down what of a reply held. The same reply checked twice counts once. */
    async check(tx: Queryable, cacheKey: string, check: AnswerCheck): Promise<void> {
      await tx`
        update claude_answers set findings = ${check.findings}, grounded = ${check.grounded},
          grounding_failed = ${check.grounding_failed}, contradicted = ${check.contradicted},
          dropped = ${tx.json(check.dropped)}
        where cache_key = ${cacheKey}`
    },
  }
}

export type AnswerStore = ReturnType<typeof answerStore>
