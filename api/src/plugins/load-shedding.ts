import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Logger } from '@sec-latent/core/log'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { Gauge, type Registry } from 'prom-client'
import { type AdmissionControl, type AdmissionSettings, admissionControl } from './admission.ts'
import { sendProblem } from './problem-handler.ts'
import { OVERLOADED, type SparedRoutes, sparedRoutes } from './refuse-at-once.ts'

const RESOLUTION_MS = 20
const SAMPLE_MS = 500
/** A burst that takes longer than this to be worked on is a queue. */
const LOOK_MS = 100
const NANOSECONDS = 1e6
/** Refusals are told once in so many samples: a line and a stack for each would cost more than some answers. */
const SAMPLES_A_REPORT = 10

export const ADMISSION: AdmissionSettings = {
  highMs: 200,
  lowMs: 100,
  patienceMs: 5_000,
  maxInFlight: 256,
  standingAt: 32,
  standingLimit: 24,
}

/** What the refusals in front of the router and those behind it have in common. */
export interface Shedding {
  control: AdmissionControl
  spared: SparedRoutes
  /** Counts a refusal for the report. */
  onRefused(): void
  /** Refusals since it was last asked. */
  takeRefused(): number
}

export function shedding(settings: Partial<AdmissionSettings> = {}): Shedding {
  let refused = 0
  return {
    control: admissionControl({ ...ADMISSION, ...settings }),
    spared: sparedRoutes(),
    onRefused() {
      refused += 1
    },
    takeRefused() {
      const taken = refused
      refused = 0
      return taken
    },
  }
}

export interface LoadSheddingOptions {
  shedding: Shedding
  portalUrl: string
  logger: Logger
  registry: Registry
}

const shed = new WeakSet<FastifyRequest>()
/** Requests in work whose answer has not begun. */
const waiting = new WeakSet<FastifyRequest>()

/** Whether the request was refused because of all the others. */
export function wasShed(request: FastifyRequest): boolean {
  return shed.has(request)
}

/** Refuses with 503 what the process cannot take, before anything is spent on it. Registered right after `transport`. */
export const loadShedding = fp<LoadSheddingOptions>(
  async (app: FastifyInstance, { shedding, portalUrl, logger, registry }) => {
    const { control, spared } = shedding
    new Gauge({
      name: 'http_requests_waiting',
      help: 'Requests in work whose answer has not begun.',
      registers: [registry],
      collect() {
        this.set(control.state().waiting)
      },
    })
    let samples = 0
    const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
    delay.enable()
    let sampledAt = performance.now()
    const timer = setInterval(() => {
      const now = performance.now()
      // The histogram counts from tick to tick, so a loop at rest shows its resolution.
      control.sample(Math.max(0, delay.percentile(99) / NANOSECONDS - RESOLUTION_MS), now - sampledAt)
      delay.reset()
      sampledAt = now
      samples += 1
      if (samples % SAMPLES_A_REPORT !== 0) return
      const refused = shedding.takeRefused()
      if (refused === 0) return
      logger.warn({
        action: 'load.shed',
        status: 'degraded',
        message: `${refused} requests were refused, because there were too many.`,
        metadata: { refused, ...control.state() },
      })
    }, SAMPLE_MS)
    timer.unref()
    const looking = setInterval(control.look, LOOK_MS)
    looking.unref()
    app.addHook('onClose', async () => {
      clearInterval(timer)
      clearInterval(looking)
      delay.disable()
    })

    app.addHook('onRoute', ({ url, config }) => {
      if (config?.priority === 'critical' || config?.longLived) spared.add(url)
    })

    app.addHook('onRequest', async (request, reply) => {
      const { priority = 'normal', longLived } = request.routeOptions.config
      if (!control.admits(priority)) {
        shedding.onRefused()
        shed.add(request)
        return sendProblem(OVERLOADED, request, reply, portalUrl)
      }
      if (longLived) return
      control.begin()
      waiting.add(request)
      // Also when the caller goes away before there is an answer.
      reply.raw.once('close', () => {
        if (waiting.delete(request)) control.answer()
        control.end()
      })
    })

    app.addHook('onSend', async (request) => {
      if (waiting.delete(request)) control.answer()
    })
  },
  { name: 'load-shedding', dependencies: ['transport'] },
)
