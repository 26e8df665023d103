import { createHash } from 'node:crypto'
import { Pool } from 'undici'

/** An answer as the client got it. */
export interface Served {
  url: string
  /** When the client began to ask, milliseconds since 1970. */
  askedAt: number
  status: number
  asOf: string
  /** Without what belongs to the page's cursor and to the moment. */
  facts: string
  coverage: string
}

const CONNECTIONS = 16

/** Asks for the addresses of a trace in order, so many a second. */
export async function replay(port: number, key: string, trace: string[], rate: number): Promise<Served[]> {
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections: CONNECTIONS })
  const served: Served[] = []
  const began = performance.now()
  let next = 0
  const client = async () => {
    while (next < trace.length) {
      const n = next++
      const early = began + (n * 1000) / rate - performance.now()
      if (early > 0) await new Promise((resolve) => setTimeout(resolve, early))
      served.push(await get(pool, key, trace[n] as string))
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, client))
  await pool.close()
  return served
}

/** Holds every distinct answer against what an API without a cache says for its moment, and for when it was last given. */
export async function compareWithDatabase(port: number, key: string, served: Served[]) {
  const last = new Map<string, Served>()
  for (const one of served) {
    if (one.status !== 200) continue
    const address = `${one.url} ${one.asOf} ${one.facts}`
    const known = last.get(address)
    if (!known || known.askedAt < one.askedAt) last.set(address, one)
  }
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections: CONNECTIONS })
  const verdict = {
    compared: last.size,
    failed: served.filter(({ status }) => status !== 200).length,
    wrong: 0,
    stale: 0,
    coverage: 0,
  }
  const left = [...last.values()]
  const client = async () => {
    for (let one = left.pop(); one; one = left.pop()) {
      const at = (moment: string) =>
        get(pool, key, `${one.url}${one.url.includes('?') ? '&' : '?'}as_of=${moment}`)
      const then = await at(one.asOf)
      if (then.facts !== one.facts) verdict.wrong += 1
      if (then.coverage !== one.coverage) verdict.coverage += 1
      const later = await at(new Date(Math.max(one.askedAt, Date.parse(one.asOf))).toISOString())
      if (later.facts !== one.facts) verdict.stale += 1
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, client))
  await pool.close()
  return verdict
}

async function get(pool: Pool, key: string, path: string): Promise<Served> {
  const askedAt = Date.now()
  const { statusCode, headers, body } = await pool.request({
    path,
    method: 'GET',
    headers: { authorization: `Bearer ${key}` },
  })
  const text = await body.text()
  if (statusCode !== 200)
    return { url: path, askedAt, status: statusCode, asOf: '', facts: text, coverage: '' }
  const {
    coverage = null,
    as_of: _,
    next_cursor = null,
    ...facts
  } = JSON.parse(text) as Record<string, unknown>
  const digest = createHash('sha256')
    .update(JSON.stringify({ ...facts, more: next_cursor !== null }))
    .digest('base64url')
  return {
    url: path,
    askedAt,
    status: statusCode,
    asOf: String(headers['latent-as-of']),
    facts: digest,
    coverage: JSON.stringify(coverage),
  }
}
