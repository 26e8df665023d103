import { parseRateLimit, type RateLimit, sleep } from './retry.ts'
import type { Middleware } from './transport.ts'

/**
 * Waits before a request that the limits would refuse, as far as the last answer told. A limit that is full again only after
 * `maxWaitMs` (20 s) is left to the server: a day or a month is nothing to wait for.
 */
export function paced(maxWaitMs = 20_000): Middleware {
  let limits: RateLimit[] = []
  let toldAt = 0
  let sent = 0
  return async (request, next) => {
    const passed = Date.now() - toldAt
    const waits = limits.filter(({ remaining }) => remaining <= sent).map(({ resetMs }) => resetMs - passed)
    await sleep(Math.max(0, ...waits.filter((wait) => wait <= maxWaitMs)), request.signal)
    sent++
    const response = await next(request)
    const told = parseRateLimit(response.headers)
    if (told[0]) {
      limits = told
      toldAt = Date.now()
      sent = 0
    }
    return response
  }
}
