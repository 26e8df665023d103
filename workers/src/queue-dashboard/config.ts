import { ConfigError, dataSettings, parseConfig } from '@sec-latent/core/config'
import { environmentProblems } from '@sec-latent/core/production'
import { weaknessOf } from '@sec-latent/core/secrets/strength'
import { Type } from 'typebox'

/** What a random generator gives in one go, such as `openssl rand -base64 32`. */
const TOKEN_CHARS = 32

export const queueDashboardSettings = Type.Object({
  REDIS_QUEUE_URL: dataSettings.REDIS_QUEUE_URL,
  LATENT_ENV: dataSettings.LATENT_ENV,
  LOG_LEVEL: dataSettings.LOG_LEVEL,
  ADMIN_TOKEN: Type.String({
    description:
      'Opens the queue dashboard: the password asked for, with any user name. 32 random characters or more.',
  }),
  QUEUE_DASHBOARD_PORT: Type.Integer({
    minimum: 0,
    maximum: 65_535,
    default: 8005,
    description: 'Port of the queue dashboard.',
  }),
  QUEUE_DASHBOARD_HOST: Type.String({
    default: '127.0.0.1',
    description: 'Address it listens on; one that is reachable from inside only.',
  }),
})

/** Unlike other secrets a weak token is refused in development too: what it opens shows the work of everybody. */
export function queueDashboardConfig(env: Record<string, string | undefined>) {
  const config = parseConfig(queueDashboardSettings, env)
  const problems = environmentProblems(env)
  const weakness = weaknessOf(config.ADMIN_TOKEN, TOKEN_CHARS)
  if (weakness) problems.push(`ADMIN_TOKEN is too weak: it ${weakness}`)
  if (problems.length > 0) throw new ConfigError(problems)
  return config
}
