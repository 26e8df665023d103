import type { Logger } from '@sec-latent/core/log'
import { decide, type ScalingRule, type ScalingState, UNDECIDED } from './policy.ts'
import type { Platform } from './railway.ts'

export interface AutoscalerParts {
  rules: readonly ScalingRule[]
  platform: Platform
  /** The value of a signal now; undefined when it cannot be known. */
  measure(signal: string): Promise<number | undefined>
  /** Told of every change that was made. */
  onScaled(change: { service: string; from: number; to: number; reason: string }): Promise<void>
  log: Logger
}

/** Looks at everything once and changes what has to be changed. One service that fails does not stop the others. */
export function autoscaler({ rules, platform, measure, onScaled, log }: AutoscalerParts) {
  const states = new Map<string, ScalingState>()

  async function lookAt(rule: ScalingRule, replicas: number, at: number): Promise<void> {
    const values = await Promise.all(
      rule.triggers.map(async ({ signal }) => [signal, await measured(signal)] as const),
    )
    const before = states.get(rule.service) ?? UNDECIDED
    const decision = decide(rule, { at, replicas, signals: Object.fromEntries(values) }, before)
    if (decision.reason === null) {
      states.set(rule.service, decision.state)
      return
    }
    // Remembered only when it was done: what failed is tried again at the next look.
    const change = { service: rule.service, from: replicas, to: decision.replicas, reason: decision.reason }
    await platform.setReplicas(rule.service, change)
    states.set(rule.service, decision.state)
    log.info({ action: 'scale', status: 'success', message: decision.reason, metadata: change })
    await onScaled(change)
  }

  async function measured(signal: string): Promise<number | undefined> {
    try {
      return await measure(signal)
    } catch (error) {
      log.warn({
        action: 'measure',
        status: 'failed',
        message: (error as Error).message,
        metadata: { signal },
      })
      return undefined
    }
  }

  return {
    async look(at: number): Promise<void> {
      const replicas = await platform.replicas()
      for (const rule of rules) {
        const count = replicas.get(rule.service)
        if (count === undefined) continue
        await lookAt(rule, count, at).catch((error: Error) =>
          log.error({
            action: 'scale',
            status: 'failed',
            message: error.message,
            metadata: { service: rule.service },
          }),
        )
      }
    },
  }
}
