import { createServer, type Server, type ServerOptions } from 'node:http'
import type { FastifyServerFactory } from 'fastify'
import type { Services } from '../app.ts'
import { type AtOnceOptions, refuseAtOnce } from '../plugins/refuse-at-once.ts'
import { edgeOnly } from './edge-only.ts'
import { type FrontServices, front } from './front.ts'
import { oneTimerEach } from './one-timer.ts'

/** What the front needs of the services; undefined when no answers are kept. */
export function frontOf(services: Services): Omit<FrontServices, 'isFull'> | undefined {
  const { keys, limiter, meter, cache, logger, metrics, settings, isDraining } = services
  if (cache === undefined) return undefined
  const { allowedHosts, portalUrl } = settings
  return { keys, limiter, meter, cache, counts: metrics.front, logger, portalUrl, allowedHosts, isDraining }
}

/** A server that asks the front first, and goes no further while it is overloaded. The rest of its settings are those Fastify would give its own. */
export function frontServer(
  services: Omit<FrontServices, 'isFull'> | undefined,
  overload: AtOnceOptions,
  edgeSecrets: readonly string[],
  settings: ServerOptions & { keepAliveTimeout: number; requestTimeout: number },
): FastifyServerFactory {
  return (next): Server => {
    const handle = refuseAtOnce(overload, next as Parameters<typeof front>[1])
    const answer = services ? front({ ...services, isFull: overload.control.isFull }, handle) : handle
    const served = edgeOnly({ secrets: edgeSecrets, portalUrl: overload.portalUrl }, answer)
    return oneTimerEach(createServer(settings, served))
  }
}
