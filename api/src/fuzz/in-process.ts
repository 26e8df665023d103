import type { FastifyInstance, InjectOptions } from 'fastify'
import { NARROW_KEY } from './case.ts'
import type { Target } from './fuzz.ts'

/** An API in this process as what is fuzzed. */
export function inProcess(
  app: FastifyInstance,
  options: {
    /** Makes a key that may do everything. */
    makeKey: () => Promise<{ id: string; key: string }>
    narrow: { key: string; scopes: readonly string[] }
    /** Further things that must stay. */
    protectedIds?: readonly string[]
  },
): Target {
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
    async send({ method, path, query, headers, body }) {
      current ??= fresh()
      const text = new URLSearchParams(query).toString()
      const given = headers.authorization ?? `Bearer ${await current}`
      const authorization = given === NARROW_KEY ? `Bearer ${options.narrow.key}` : given
      const began = performance.now()
      const answer = await app.inject({
        method,
        url: `${path}${text === '' ? '' : `?${text}`}`,
        headers: { ...headers, authorization },
        ...(body === undefined ? {} : { payload: body }),
      } as InjectOptions)
      return {
        status: answer.statusCode,
        headers: answer.headers as Record<string, string | undefined>,
        body: answer.body,
        ms: performance.now() - began,
      }
    },
  }
}
