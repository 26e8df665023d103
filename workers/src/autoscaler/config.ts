import { dataSettings, parseConfig } from '@sec-latent/core/config'
import { Type } from 'typebox'

export const autoscalerSettings = Type.Object({
  LOG_LEVEL: dataSettings.LOG_LEVEL,
  HEALTH_PORT: Type.Integer({ minimum: 0, maximum: 65_535, default: 8003 }),
  PROMETHEUS_URL: Type.String({
    pattern: '^https?://',
    description: 'Where Prometheus answers, which scrapes all services.',
  }),
  DATABASE_URL: Type.Optional(
    Type.String({
      pattern: '^postgres(ql)?://',
      description: 'Where changes of replicas are noted for the daily digest. Unset: only the log tells.',
    }),
  ),
  RAILWAY_API_TOKEN: Type.String({
    minLength: 20,
    description: 'A token of the project, for this environment alone.',
  }),
  RAILWAY_ENVIRONMENT_ID: Type.String({ minLength: 1, description: 'Set by Railway itself.' }),
  RAILWAY_API_URL: Type.String({
    pattern: '^https?://',
    default: 'https://backboard.railway.com/graphql/v2',
    description: 'The GraphQL API of Railway.',
  }),
  AUTOSCALER_SECONDS: Type.Integer({
    minimum: 1,
    maximum: 300,
    default: 30,
    description: 'Seconds between two looks.',
  }),
})

export function autoscalerConfig(env: Record<string, string | undefined>) {
  return parseConfig(autoscalerSettings, env)
}
