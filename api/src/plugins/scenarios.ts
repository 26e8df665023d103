import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { nearestName } from '../nearest.ts'
import { ProblemError } from '../problems.ts'

const HEADER = 'Latent-Test-Scenario'
/** Longer than any client should wait. */
const HOLD_MS = 60_000
const SLOW_MS = 3_000

/** What a caller can ask to go wrong, to see what his program does. */
export const testScenarios = ['402', '429', '500', '503', 'slow-3s', 'timeout', 'reset'] as const
type TestScenario = (typeof testScenarios)[number]

/** Faults on request, for test keys only. They come after the limits, so that nobody can hold connections without end. */
export const scenarios = fp<{ holdMs?: number; slowMs?: number }>(
  async (app: FastifyInstance, { holdMs = HOLD_MS, slowMs = SLOW_MS }) => {
    app.addHook('onRequest', async (request, reply) => {
      const asked = request.headers['latent-test-scenario']
      if (asked === undefined || !request.account) return
      const scenario = scenarioOf(request, String(asked))
      if (scenario === 'slow-3s') await sleep(slowMs)
      else if (scenario === 'timeout') await hold(request, reply, holdMs)
      else if (scenario === 'reset') cut(request, reply)
      else throw faults[scenario]()
    })
  },
  { name: 'scenarios', dependencies: ['auth'] },
)

function scenarioOf(request: FastifyRequest, asked: string): TestScenario {
  if (request.account?.mode !== 'test') throw refusal(`${HEADER} works with test keys only.`)
  const known = testScenarios.find((scenario) => scenario === asked)
  if (known !== undefined) return known
  const shown = JSON.stringify(asked.slice(0, 32))
  throw refusal(`There is no scenario ${shown}.`, nearestName(asked.slice(0, 32), [...testScenarios]))
}

function refusal(detail: string, suggestion?: string): ProblemError {
  return new ProblemError('invalid_parameter', {
    detail,
    errors: [
      {
        header: HEADER,
        code: 'invalid_parameter',
        detail,
        allowed: [...testScenarios],
        ...(suggestion === undefined ? {} : { suggestion }),
      },
    ],
  })
}

const retry = { 'retry-after': '1', 'retry-after-ms': '1000', 'x-should-retry': 'true' }
const detail = `The header ${HEADER} asked for this.`
const faults = {
  402: () => new ProblemError('quota_exceeded', { detail }),
  429: () =>
    new ProblemError('rate_limited', { detail, headers: retry, extensions: { retry_after_ms: 1_000 } }),
  500: () => new ProblemError('internal_error', { detail }),
  503: () => new ProblemError('unavailable', { detail, headers: retry }),
}

/** Says nothing until the caller gives up. */
async function hold(request: FastifyRequest, reply: FastifyReply, holdMs: number): Promise<void> {
  const gone = new AbortController()
  request.raw.socket.once('close', () => gone.abort())
  await sleep(holdMs, undefined, { signal: gone.signal }).catch(() => {})
  cut(request, reply)
}

function cut(request: FastifyRequest, reply: FastifyReply): void {
  reply.hijack()
  request.raw.socket.destroy()
}
