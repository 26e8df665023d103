import { APIError } from '@anthropic-ai/sdk'
import type { Claude } from './claude.ts'
import { findPrompt } from './prompt.ts'

/** What is known of a model that is configured. */
export interface ModelCheck {
  model: string
  status: 'ok' | 'deprecated' | 'unusable' | 'unknown'
  detail: string
  retires_at: string | null
}

/**
 * Asks the API about the configured models, once, when a process starts: a model that is retired, unknown, or cannot give
 * structured replies fails here and not in the middle of the night. Costs nothing.
 */
export async function checkModels(
  claude: Claude,
  prompts: readonly { id: string; version: string }[],
): Promise<ModelCheck[]> {
  const { client, config } = claude
  if (!client) return []
  const efforts = new Map<string, Set<string>>()
  for (const prompt of prompts.map(findPrompt)) {
    const model = config.models[prompt.tier]
    efforts.set(model, (efforts.get(model) ?? new Set()).add(prompt.effort))
  }
  return await Promise.all(
    [...new Set(Object.values(config.models))].map(async (model): Promise<ModelCheck> => {
      try {
        const info = await client.sdk.models.retrieve(model, null, { maxRetries: 1, timeout: 10_000 })
        const { retires_at = null } = info
        const check = { model, retires_at }
        if (info.lifecycle === 'retired')
          return { ...check, status: 'unusable', detail: 'the model is retired' }
        const { capabilities } = info
        if (capabilities?.structured_outputs?.supported === false)
          return { ...check, status: 'unusable', detail: 'the model gives no structured replies' }
        const effort = capabilities?.effort as unknown as
          | Record<string, { supported?: boolean } | null>
          | undefined
        const missing = [...(efforts.get(model) ?? [])].filter(
          (level) => effort?.[level]?.supported === false,
        )
        if (missing.length > 0)
          return {
            ...check,
            status: 'unusable',
            detail: `the model does not know the effort ${missing.join(', ')}`,
          }
        if (info.lifecycle === 'deprecated' || retires_at !== null)
          return { ...check, status: 'deprecated', detail: `the model retires ${retires_at ?? 'some day'}` }
        return { ...check, status: 'ok', detail: 'active' }
      } catch (error) {
        const isGone = error instanceof APIError && error.status === 404
        const detail = isGone
          ? 'the API does not know the model'
          : String((error as Error).message).slice(0, 200)
        return { model, retires_at: null, status: isGone ? 'unusable' : 'unknown', detail }
      }
    }),
  )
}
