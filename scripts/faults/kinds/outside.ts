import { connect } from 'node:tls'
import { emptyReply, type Scripted } from '@sec-latent/core/claude/testing/messages-server'
import { type Dispatcher, request } from 'undici'
import type { Toxic } from '../../cluster/fault-proxy.ts'
import type { FaultKind, Field } from '../fault.ts'
import type { ReceiverTrouble } from '../webhook-receivers.ts'

function claude(name: string, reply: Scripted, holdMs: FaultKind['holdMs'] = [1_500, 4_000]): FaultKind {
  return {
    fault: 'F9',
    name: `Claude: ${name}`,
    part: 'claude',
    resource: 'claude',
    weight: 1,
    holdMs,
    async inject(field) {
      field.claude.trouble(() => reply)
      return async () => field.claude.trouble(undefined)
    },
  }
}

const error = (status: number, type: string, headers: Record<string, string> = {}): Scripted => ({
  kind: 'error',
  status,
  type,
  headers,
})

const claudeFaults: FaultKind[] = [
  claude('429 with retry-after', error(429, 'rate_limit_error', { 'retry-after': '1' })),
  claude('429 without retry-after', error(429, 'rate_limit_error')),
  claude('529 overloaded', error(529, 'overloaded_error')),
  claude('500', error(500, 'api_error')),
  claude('401', error(401, 'authentication_error'), [500, 1_500]),
  claude('the connection goes, the work was done', {
    kind: 'cut_connection',
    counted: true,
    text: emptyReply(),
  }),
  claude('half of an answer', { kind: 'cut_body', text: emptyReply() }),
  claude('no JSON', { kind: 'message', text: 'I would rather talk about something else.' }),
  claude('JSON of another shape', { kind: 'message', text: '{"answers":[1,2,3]}' }),
  claude('a refusal', { kind: 'message', text: '', stop_reason: 'refusal' }),
  claude('cut at max_tokens', { kind: 'message', text: '{"findings":[', stop_reason: 'max_tokens' }),
  claude('slow', { kind: 'message', text: emptyReply(), delayMs: 3_000 }),
  claude('an answer that is no answer', { kind: 'raw', status: 200, body: '<html>ok</html>' }),
]

function receivers(name: string, trouble: ReceiverTrouble): FaultKind {
  return {
    fault: 'F19',
    name: `webhook receivers: ${name}`,
    part: 'receivers',
    resource: 'receivers',
    weight: 1,
    holdMs: [2_000, 5_000],
    async inject(field) {
      field.receivers.trouble(trouble)
      return async () => field.receivers.trouble(undefined)
    },
  }
}

const receiverFaults: FaultKind[] = [
  receivers('4xx and 5xx', 'status'),
  receivers('resets', 'reset'),
  receivers('silent', 'hang'),
  receivers('a redirect inwards', 'redirect'),
  receivers('429 with Retry-After', 'too_many'),
  receivers('four megabytes of answer', 'huge'),
]

function objects(name: string, toxic: Toxic | 'down', holdMs: FaultKind['holdMs']): FaultKind {
  return {
    fault: 'F10',
    name: `object store: ${name}`,
    part: 'objects',
    resource: 'objects',
    weight: 1,
    holdMs,
    async inject({ cluster }) {
      const proxy = cluster.proxies.get('objects')
      if (!proxy) throw new Error('the object store has no proxy')
      if (toxic === 'down') {
        await proxy.down()
        return () => proxy.up()
      }
      proxy.add(toxic)
      return async () => proxy.heal()
    },
  }
}

const objectFaults: FaultKind[] = [
  objects('away', 'down', [1_500, 4_000]),
  objects('slow', { type: 'latency', latencyMs: 150, jitterMs: 100 }, [2_000, 4_000]),
  objects('silent', { type: 'timeout', timeoutMs: 0 }, [2_000, 4_000]),
  objects('answers cut off', { type: 'limit_data', bytes: 200, stream: 'downstream' }, [1_000, 3_000]),
  objects('resets', { type: 'reset_peer', timeoutMs: 10 }, [1_000, 3_000]),
]

const ANSWER_TIMEOUT_MS = 15_000
const IDLE_CONNECTIONS = 500

const slowloris: FaultKind = {
  fault: 'F16',
  name: `${IDLE_CONNECTIONS} connections that send a byte now and then`,
  part: 'clients',
  resource: 'slow-clients',
  weight: 1,
  holdMs: [3_000, 6_000],
  async inject({ cluster }) {
    const sockets = Array.from({ length: IDLE_CONNECTIONS }, () => {
      const socket = connect({ port: cluster.nginx.port, host: '127.0.0.1', ca: cluster.nginx.ca })
      socket.on('error', () => {})
      socket.write('GET /v1/filings HTTP/1.1\r\nHost: x\r\nX-A: ')
      return socket
    })
    const timer = setInterval(() => {
      for (const socket of sockets) if (!socket.destroyed) socket.write('a')
    }, 500)
    return async () => {
      clearInterval(timer)
      for (const socket of sockets) socket.destroy()
    }
  },
}

const BURST = 600

/** All of them at once and again at once when they fail, as clients without a backoff do. */
const retryStorm: FaultKind = {
  fault: 'F17',
  name: `${BURST} requests at once, each sent again at once`,
  part: 'clients',
  resource: 'storm',
  weight: 1,
  holdMs: [0, 0],
  async inject(field) {
    const agent = field.cluster.nginx.agent({ connections: 200, headersTimeout: ANSWER_TIMEOUT_MS })
    await Promise.all(Array.from({ length: BURST }, () => stubborn(field, agent)))
    await agent.close()
    return undefined
  },
}

async function stubborn({ cluster }: Field, dispatcher: Dispatcher): Promise<void> {
  for (let tries = 0; tries < 3; tries++) {
    const answer = await request(`${cluster.nginx.url}/v1/filings?limit=3`, {
      dispatcher,
      headers: { authorization: 'Bearer nobody' },
    }).catch(() => undefined)
    await answer?.body.dump().catch(() => {})
    if (answer && answer.statusCode < 500 && answer.statusCode !== 429) return
  }
}

const bigBodies: FaultKind = {
  fault: 'F16',
  name: 'bodies of ten megabytes',
  part: 'clients',
  resource: 'big-bodies',
  weight: 1,
  holdMs: [0, 0],
  async inject({ cluster }) {
    const body = Buffer.alloc(10 * 1024 * 1024, 'x')
    const dispatcher = cluster.nginx.agent({ headersTimeout: ANSWER_TIMEOUT_MS })
    await Promise.all(
      Array.from({ length: 5 }, async () => {
        // The connection may end before all of it is sent: that is an answer too.
        const answer = await request(`${cluster.nginx.url}/v1/keys`, {
          method: 'POST',
          dispatcher,
          body,
          headers: { 'content-type': 'application/json' },
        }).catch(() => undefined)
        await answer?.body.dump().catch(() => {})
      }),
    )
    await dispatcher.destroy()
    return undefined
  },
}

export const outsideFaults: FaultKind[] = [
  ...claudeFaults,
  ...receiverFaults,
  ...objectFaults,
  slowloris,
  retryStorm,
  bigBodies,
]
