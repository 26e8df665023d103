import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { ProblemError } from '../problems.ts'
import { type AdmissionSettings, admissionControl } from './admission.ts'

const RESOLUTION_MS = 20
const SAMPLE_MS = 500
const NANOSECONDS = 1e6

export const ADMISSION: AdmissionSettings = {
  highMs: 200,
  lowMs: 100,
  patienceMs: 5_000,
  maxInFlight: 256,
}

/** Refuses with 503 what the process cannot take, before anything is spent on it. Registered right after `transport`. */
export const loadShedding = fp<Partial<AdmissionSettings>>(
  async (app: FastifyInstance, settings) => {
    const control = admissionControl({ ...ADMISSION, ...settings })
    const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
    delay.enable()
    let sampledAt = performance.now()
    const timer = setInterval(() => {
      const now = performance.now()
      // The histogram counts from tick to tick, so a loop at rest shows its resolution.
      control.sample(Math.max(0, delay.percentile(99) / NANOSECONDS - RESOLUTION_MS), now - sampledAt)
      delay.reset()
      sampledAt = now
    }, SAMPLE_MS)
    timer.unref()
    app.addHook('onClose', async () => {
      clearInterval(timer)
      delay.disable()
    })

    app.addHook('onRequest', async (request, reply) => {
      const { priority = 'normal', longLived } = request.routeOptions.config
      if (!control.admits(priority)) throw new ProblemError('overloaded')
      if (longLived) return
      control.begin()
      // Also when the caller goes away before there is an answer.
      reply.raw.once('close', () => control.end())
    })
  },
  { name: 'load-shedding', dependencies: ['transport'] },
)
