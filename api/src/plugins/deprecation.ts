import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import type { Deprecation } from '../openapi.ts'

/** The shortest time between the announcement and the end. */
const NOTICE_DAYS = 180
const DAY_MS = 86_400_000

/** Says on every answer of an operation that will go away since when, until when and what to use instead. */
export const deprecation = fp<{ portalUrl: string }>(
  async (app: FastifyInstance, { portalUrl }) => {
    app.addHook('onRoute', (route) => {
      const { deprecated } = route.config ?? {}
      if (deprecated && noticeDays(deprecated) < NOTICE_DAYS) {
        throw new Error(`${route.url} is announced less than ${NOTICE_DAYS} days before it goes`)
      }
    })
    app.addHook('onRequest', async (request, reply) => {
      const { deprecated } = request.routeOptions.config
      if (deprecated) reply.headers(deprecationHeaders(deprecated, portalUrl))
    })
    // A list sets a Link of its own; both are said.
    app.addHook('onSend', async (request, reply) => {
      const { deprecated } = request.routeOptions.config
      if (!deprecated) return
      const own = deprecationHeaders(deprecated, portalUrl).link as string
      const link = reply.getHeader('link')
      if (typeof link === 'string' && link !== own) reply.header('link', `${link}, ${own}`)
    })
  },
  { name: 'deprecation' },
)

/** `Deprecation` (RFC 9745), `Sunset` (RFC 8594) and the links that go with them. */
export function deprecationHeaders(
  { since, sunset, page, successor }: Deprecation,
  portalUrl: string,
): Record<'deprecation' | 'sunset' | 'link', string> {
  const about = `${portalUrl}${page}`
  const links = [
    `<${about}>; rel="deprecation"; type="text/html"`,
    `<${about}>; rel="sunset"; type="text/html"`,
    ...(successor === undefined ? [] : [`<${successor}>; rel="successor-version"`]),
  ]
  return {
    deprecation: `@${Date.parse(since) / 1000}`,
    sunset: new Date(sunset).toUTCString(),
    link: links.join(', '),
  }
}

function noticeDays({ since, sunset }: Deprecation): number {
  return (Date.parse(sunset) - Date.parse(since)) / DAY_MS
}
