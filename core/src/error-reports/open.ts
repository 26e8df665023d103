import type { ErrorListener, Logger } from '../log.ts'
import type { ErrorReportSettings } from './settings.ts'

/** An outage tells of itself thousands of times; the first reports of a minute say all there is to say. */
const REPORTS_PER_MINUTE = 60
const MINUTE_MS = 60_000

/**
 * Has errors that nobody expected told to the server of SENTRY_DSN, beside the log. The library is loaded only where one is
 * set: it costs a process twenty megabytes.
 */
export async function openErrorReports(
  settings: ErrorReportSettings,
  service: string,
  logger: Pick<Logger, 'tellErrors'>,
): Promise<void> {
  if (settings.SENTRY_DSN === undefined) return
  const { sentryReports } = await import('./sentry.ts')
  logger.tellErrors(atMost(REPORTS_PER_MINUTE, await sentryReports(settings.SENTRY_DSN, settings, service)))
}

export function atMost(perMinute: number, listener: ErrorListener, now = Date.now): ErrorListener {
  let minute = 0
  let told = 0
  return {
    tell(event, error) {
      const current = Math.floor(now() / MINUTE_MS)
      if (current !== minute) {
        minute = current
        told = 0
      }
      told += 1
      if (told <= perMinute) listener.tell(event, error)
    },
    flush: listener.flush,
  }
}
