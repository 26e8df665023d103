import { Type } from 'typebox'
import { Value } from 'typebox/value'

const TIMEOUT_MS = 5_000
const MAX_BYTES = 1_000_000

/** The answer to an instant query, https://prometheus.io/docs/prometheus/latest/querying/api/. */
const Answer = Type.Object({
  status: Type.Literal('success'),
  data: Type.Object({
    resultType: Type.Literal('vector'),
    result: Type.Array(Type.Object({ value: Type.Tuple([Type.Number(), Type.String()]) }), { maxItems: 1 }),
  }),
})

/**
 * Asks Prometheus for one number now.
 *
 * @returns undefined when there is no such number: nothing was scraped, or it is not finite.
 * @throws when Prometheus does not answer, or something else does.
 */
export async function queryPrometheus(url: string, query: string): Promise<number | undefined> {
  const address = new URL('/api/v1/query', url)
  const response = await fetch(address, {
    method: 'POST',
    body: new URLSearchParams({ query }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
    redirect: 'error',
  })
  const text = await response.text()
  if (!response.ok || text.length > MAX_BYTES)
    throw new Error(`Prometheus answered ${response.status} to ${query}`)
  const answer: unknown = JSON.parse(text)
  if (!Value.Check(Answer, answer)) throw new Error(`Prometheus did not answer ${query} with one number`)
  const value = Number(answer.data.result[0]?.value[1])
  return Number.isFinite(value) ? value : undefined
}
