import type { Installed, Peer } from '../peers/peer.ts'

/** Who makes the calls of a batch: the client, or `fetch` in one of two ways. */
export type Caller = 'client' | 'client by fetch' | 'fetch' | 'fetch with a limit'

export interface Batch {
  caller: Caller
  maxCalls: number
  maxMs: number
}

/** Microseconds per call: on the clock, and of processor time in the process of the client. */
export interface BatchResult {
  wallUs: number
  cpuUs: number
}

const LIMIT_MS = 30_000
/** As many as our client sends. */
const HEADERS = {
  accept: 'application/json',
  authorization: 'Bearer slp_test_k',
  'latent-client': 'sdk-js/0.1.0',
  'latent-version': '2026-11-01',
  'user-agent': 'sec-latent-sdk-js/0.1.0',
}

/** Calls one after the other, with the connection kept open. */
export function batches(peer: Peer, installed: Installed, url: string) {
  const own = peer.open(installed, { url })
  const byFetch = peer.open(installed, { url, byFetch: true })
  const { method } = peer
  const body = method === 'POST' ? '{"limit":1}' : null
  const headers: Record<string, string> = body ? { 'content-type': 'application/json' } : {}
  const address = body ? `${url}/v1/filings` : `${url}/v1/filings?limit=1`

  async function limited(): Promise<unknown> {
    const controller = new AbortController()
    const timer = setTimeout(() => controller.abort(), LIMIT_MS)
    try {
      const init = { method, body, headers: { ...HEADERS, ...headers }, signal: controller.signal }
      const response = await fetch(address, init)
      return await response.json()
    } finally {
      clearTimeout(timer)
    }
  }

  const callers: Record<Caller, () => Promise<unknown>> = {
    client: () => own.read(),
    'client by fetch': () => byFetch.read(),
    fetch: async () => (await fetch(address, { method, body, headers })).json(),
    'fetch with a limit': limited,
  }

  return async ({ caller, maxCalls, maxMs }: Batch): Promise<BatchResult> => {
    const call = callers[caller]
    const cpu = process.cpuUsage()
    const began = performance.now()
    let calls = 0
    let tookMs = 0
    while (calls < maxCalls && tookMs < maxMs) {
      await call()
      calls++
      tookMs = performance.now() - began
    }
    const { user, system } = process.cpuUsage(cpu)
    return { wallUs: (tookMs * 1000) / calls, cpuUs: (user + system) / calls }
  }
}
