import { createBullBoard } from '@bull-board/api'
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter'
import { FastifyAdapter } from '@bull-board/fastify'
import { type JobName, jobs } from '@sec-latent/core/jobs'
import type { Logger } from '@sec-latent/core/log'
import Fastify from 'fastify'
import type { Queues } from '../queue/queues.ts'
import { maskedPayload } from './masked-job.ts'
import { signIn } from './sign-in.ts'

/** The page asks nobody but this server, also not for fonts; it holds styles in its elements. */
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' data:; font-src 'self'; style-src 'self' 'unsafe-inline'; base-uri 'self'; frame-ancestors 'none'; form-action 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
}

/**
 * What waits and runs in each queue, to look at and to change nothing: jobs that were given up are done again by
 * `npm run jobs:redrive`, which notes it in Postgres. Behind a token, on a listener that is not published.
 */
export async function buildQueueDashboard({
  queues,
  token,
  log,
}: {
  queues: Pick<Queues, 'queueOf'>
  token: string
  log: Logger
}) {
  const app = Fastify({ logger: false, bodyLimit: 1_024, requestTimeout: 30_000 })
  const judge = signIn(token)
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(HEADERS)
    if (request.url === '/livez') return
    const verdict = judge(request.headers.authorization)
    if (verdict !== 'ok') {
      if (request.headers.authorization !== undefined)
        log.warn({ action: 'queue-dashboard.sign-in', status: 'refused', metadata: { reason: verdict } })
      if (verdict === 'too_many') return reply.code(429).header('retry-after', '60').send({ status: verdict })
      return reply
        .code(401)
        .header('www-authenticate', 'Basic realm="Queues", charset="UTF-8"')
        .send({ status: verdict })
    }
    // Whatever the dashboard can do by itself: from here nothing is changed.
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return reply.code(405).header('allow', 'GET, HEAD').send({ status: 'read_only' })
  })
  app.get('/livez', async () => ({ status: 'ok' }))

  const serverAdapter = new FastifyAdapter()
  serverAdapter.setBasePath('/')
  createBullBoard({
    queues: (Object.keys(jobs) as JobName[]).map((name) => {
      const adapter = new BullMQAdapter(queues.queueOf(name), { readOnlyMode: true, allowRetries: false })
      adapter.setFormatter('data', (data) => maskedPayload(name, data))
      adapter.setFormatter('returnValue', () => null)
      return adapter
    }),
    serverAdapter,
    options: { uiConfig: { boardTitle: 'Queues', hideRedisDetails: true } },
  })
  await app.register(serverAdapter.registerPlugin(), { prefix: '/' })
  return app
}
