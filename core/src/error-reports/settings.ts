import { Type } from 'typebox'

/** Settings of every process that tells of errors nobody expected. */
export const errorReportSettings = {
  SENTRY_DSN: Type.Optional(
    Type.String({
      pattern: '^https?://[^@/]+@[^/]+/.*\\d+$',
      description:
        'Where errors nobody expected are told: the DSN of a project at Sentry, or of another server that takes its envelopes. Unset: only the log tells of them.',
    }),
  ),
}

export interface ErrorReportSettings {
  SENTRY_DSN?: string | undefined
  RELEASE: string
  LATENT_ENV: string
}
