import { Pool } from 'undici'
import { NARROW_KEY } from './case.ts'
import type { Answer } from './checks.ts'
import type { Target } from './fuzz.ts'

const TIMEOUT_MS = 30_000

/** An API at an address as what is fuzzed. */
export function overSocket(
  url: string,
  options: {
    /** Makes a key that may do everything. */
    makeKey: () => Promise<{ id: string; key: string }>
    narrow: { key: string; scopes: readonly string[] }
    /** Further things that must stay. */
    protectedIds?: readonly string[]
  },
): Target & { close(): Promise<void> } {
  const pool = new Pool(url, { connections: 4, headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS })
  const ids = new Set(options.protectedIds)
  let current: Promise<string> | undefined
  async function fresh(): Promise<string> {
    const { id, key } = await options.makeKey()
    ids.add(id)
    return key
  }
  return {
    narrowScopes: options.narrow.scopes,
    isProtected: (id) => ids.has(id),
    async renew() {
      current = fresh()
      await current
    },
    async send({ method, path, query, headers, body }): Promise<Answer> {
      current ??= fresh()
      const text = new URLSearchParams(query).toString()
      const given = headers.authorization ?? `Bearer ${await current}`
      const authorization = given === NARROW_KEY ? `Bearer ${options.narrow.key}` : given
      const began = performance.now()
      const answer = await pool.request({
        method: method as 'GET',
        path: `${path}${text === '' ? '' : `?${text}`}`,
        headers: { ...headers, authorization },
        ...(body === undefined ? {} : { body }),
      })
      const type = String(answer.headers['content-type'] ?? '')
      let content = ''
      // A stream has no end to wait for: that it began is all there is to judge.
      if (type.startsWith('text/event-stream')) answer.body.on('error', () => {}).destroy()
      else content = await answer.body.text()
      return {
        status: answer.statusCode,
        headers: Object.fromEntries(
          Object.entries(answer.headers).map(([name, value]) => [name, [value].flat().join(', ')]),
        ),
        body: content,
        ms: performance.now() - began,
      }
    },
    close: () => pool.destroy(),
  }
}
