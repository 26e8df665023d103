import { Type } from 'typebox'
import { nullable, stringEnum } from '../openapi.ts'
import { Instant } from '../schemas.ts'

export const Health = Type.Object(
  {
    status: stringEnum(['ok', 'unavailable']),
    database: stringEnum(['ok', 'unreachable', 'not_migrated', 'not_checked']),
  },
  { $id: 'Health', description: 'Whether this process can serve.' },
)

export const ServiceStatus = Type.Object(
  {
    object: Type.Literal('service_status'),
    status: stringEnum(['ok', 'degraded', 'unavailable']),
    version: Type.String({ description: 'The current API version.' }),
    components: Type.Object({
      database: stringEnum(['ok', 'unreachable', 'not_migrated', 'not_checked']),
      limits: stringEnum(['ok', 'degraded'], {
        description: '`degraded`: limits are applied by each process on its own.',
      }),
    }),
    pipeline: Type.Object({
      last_published_at: nullable(Instant('When the latest accepted filing became available.')),
      last_accepted_at: nullable(Instant('`accepted_at` of the latest filing.')),
      pending: Type.Integer({ description: 'Filings being read.' }),
      failed: Type.Integer({ description: 'Filings that could not be read.' }),
      oldest_pending_at: nullable(
        Instant('When we first heard of the filing that is being read for longest; null when none is.'),
      ),
    }),
    checked_at: Instant('When this was looked up; at most five seconds ago.'),
  },
  { $id: 'ServiceStatus', description: 'State of the service and how far the data has come.' },
)
