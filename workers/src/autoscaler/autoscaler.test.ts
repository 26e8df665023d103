import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createLogger } from '@sec-latent/core/log'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { autoscaler } from './autoscaler.ts'
import { queryPrometheus } from './prometheus.ts'
import { railwayPlatform } from './railway.ts'
import { SCALING_RULES, SIGNAL_QUERIES } from './rules.ts'

const MINUTE = 60_000

/** A server that answers each request by a function of what was sent. */
async function serve(answer: (body: string, request: IncomingMessage) => { status?: number; body: string }) {
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    const answered = answer(body, request)
    response.writeHead(answered.status ?? 200, { 'content-type': 'application/json' }).end(answered.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

interface Asked {
  query: string
  variables: { id?: string; serviceId?: string; environmentId?: string; input?: { numReplicas: number } }
}

/** The part of Railway's API that is used, with a state of its own and faults on demand. */
async function loopbackRailway() {
  const replicas = new Map([
    ['api', 2],
    ['workers', 2],
    ['docs-site', 2],
    ['postgres', 1],
  ])
  const deployments: string[] = []
  const tokens = new Set<string | undefined>()
  const faults = { redeploy: false, everything: false }
  const server = await serve((body, request) => {
    tokens.add(request.headers['project-access-token'] as string | undefined)
    const { query, variables } = JSON.parse(body) as Asked
    if (faults.everything) return { status: 503, body: 'busy' }
    const service = variables.serviceId?.replace('id-of-', '') ?? ''
    if (query.includes('serviceInstanceUpdate')) {
      replicas.set(service, variables.input?.numReplicas ?? 0)
      return { body: JSON.stringify({ data: { serviceInstanceUpdate: true } }) }
    }
    if (query.includes('serviceInstanceRedeploy')) {
      if (faults.redeploy)
        return { body: JSON.stringify({ data: null, errors: [{ message: 'Problem processing request' }] }) }
      deployments.push(service)
      return { body: JSON.stringify({ data: { serviceInstanceRedeploy: true } }) }
    }
    const edges = [...replicas].map(([serviceName, numReplicas]) => ({
      node: { serviceId: `id-of-${serviceName}`, serviceName, numReplicas },
    }))
    return { body: JSON.stringify({ data: { environment: { serviceInstances: { edges } } } }) }
  })
  return { ...server, replicas, deployments, tokens, faults }
}

async function loopbackPrometheus() {
  const values: Record<string, string | undefined> = {}
  const server = await serve((body) => {
    const query = new URLSearchParams(body).get('query') ?? ''
    const value = values[query]
    const result = value === undefined ? [] : [{ metric: {}, value: [1_763_000_000.5, value] }]
    return { body: JSON.stringify({ status: 'success', data: { resultType: 'vector', result } }) }
  })
  return {
    ...server,
    set(signal: string, value: string | undefined): void {
      values[SIGNAL_QUERIES[signal] as string] = value
    },
  }
}

let railway: Awaited<ReturnType<typeof loopbackRailway>>
let prometheus: Awaited<ReturnType<typeof loopbackPrometheus>>
let lines: string[]
let scaled: object[]

beforeEach(async () => {
  ;[railway, prometheus] = await Promise.all([loopbackRailway(), loopbackPrometheus()])
  lines = []
  scaled = []
})
afterEach(() => Promise.all([railway.close(), prometheus.close()]))

function start(prometheusUrl = prometheus.url) {
  return autoscaler({
    rules: SCALING_RULES,
    platform: railwayPlatform({ url: railway.url, token: 'token-of-the-project', environmentId: 'env-1' }),
    measure: (signal) => queryPrometheus(prometheusUrl, SIGNAL_QUERIES[signal] as string),
    onScaled: async (change) => {
      scaled.push(change)
    },
    log: createLogger('autoscaler', 'info', (line) => lines.push(line)),
  })
}

describe('the autoscaler', () => {
  test('asks Prometheus, changes what Railway runs, and says so', async () => {
    const scaler = start()
    prometheus.set('jobs_waiting', '2500')
    for (let minute = 0; minute <= 1; minute++) await scaler.look(minute * MINUTE)
    expect(Object.fromEntries(railway.replicas)).toEqual({ api: 2, workers: 4, 'docs-site': 2, postgres: 1 })
    expect(railway.deployments).toEqual(['workers'])
    expect([...railway.tokens]).toEqual(['token-of-the-project'])
    expect(scaled).toEqual([
      { service: 'workers', from: 2, to: 4, reason: 'jobs_waiting 2500 was above 1000 for 60 s' },
    ])
    expect(lines.join('')).not.toContain('token-of-the-project')
  })

  test('a change that could not be deployed is taken back, and made at a later look', async () => {
    const scaler = start()
    prometheus.set('jobs_waiting', '1500')
    await scaler.look(0)
    railway.faults.redeploy = true
    await scaler.look(MINUTE)
    expect(railway.replicas.get('workers')).toBe(2)
    expect(scaled).toEqual([])
    expect(lines.join('')).toContain('Problem processing request')
    railway.faults.redeploy = false
    await scaler.look(MINUTE + 30_000)
    expect(railway.replicas.get('workers')).toBe(3)
  })

  test('without Prometheus nothing is taken away, and what it does not know is no number', async () => {
    railway.replicas.set('workers', 5)
    const blind = start('http://127.0.0.1:1')
    for (let minute = 0; minute <= 20; minute++) await blind.look(minute * MINUTE)
    const unknowing = start()
    prometheus.set('jobs_waiting', 'NaN')
    for (let minute = 0; minute <= 20; minute++) await unknowing.look(minute * MINUTE)
    expect(railway.replicas.get('workers')).toBe(5)
    expect(railway.deployments).toEqual([])
  })

  test('when Railway does not answer the look fails with its status', async () => {
    railway.faults.everything = true
    await expect(start().look(0)).rejects.toThrow('Railway answered 503')
  })
})

test('what is no answer of Prometheus is refused', async () => {
  const page = await serve(() => ({
    body: JSON.stringify({ status: 'success', data: { resultType: 'matrix' } }),
  }))
  const error = await serve(() => ({ status: 400, body: '{"status":"error"}' }))
  try {
    await expect(queryPrometheus(page.url, 'up')).rejects.toThrow('with one number')
    await expect(queryPrometheus(error.url, 'up')).rejects.toThrow('answered 400')
  } finally {
    await Promise.all([page.close(), error.close()])
  }
})
