import type { Case, Request } from './case.ts'
import type { Violation } from './fuzz.ts'

const MAX_TRIES = 40

/** Leaves out of a request whatever is not needed for it to fail. */
export async function shrink(one: Case, fails: (candidate: Case) => Promise<boolean>): Promise<Case> {
  let best = one
  let tries = 0
  for (let smaller = true; smaller && tries < MAX_TRIES; ) {
    smaller = false
    for (const request of simplerThan(best)) {
      if (tries++ >= MAX_TRIES) break
      const candidate = { ...best, request }
      if (await fails(candidate)) {
        best = candidate
        smaller = true
        break
      }
    }
  }
  return best
}

/** Every way to leave one thing out. */
function* simplerThan({ request, keep, operation }: Case): Generator<Request> {
  const required = new Set(operation.parameters.filter((one) => one.required).map((one) => one.name))
  for (const [index, [name]] of request.query.entries()) {
    if (keep.includes(name) || required.has(name)) continue
    yield { ...request, query: request.query.filter((_, i) => i !== index) }
  }
  for (const name of Object.keys(request.headers)) {
    if (keep.includes(name) || name === 'content-type' || name === 'if-match') continue
    const { [name]: _, ...headers } = request.headers
    yield { ...request, headers }
  }
  if (request.body === undefined || keep.includes('body')) return
  let body: Record<string, unknown>
  try {
    body = JSON.parse(request.body) as Record<string, unknown>
  } catch {
    return
  }
  for (const name of Object.keys(body)) {
    const { [name]: _, ...rest } = body
    yield { ...request, body: JSON.stringify(rest) }
  }
}

/** The violation as a test to be kept. */
export function regressionOf({ check, operation, mutation, request, status, what }: Violation): string {
  const query = new URLSearchParams(request.query).toString()
  const asked = {
    method: request.method,
    url: `${request.path}${query === '' ? '' : `?${query}`}`,
    headers: request.headers,
    ...(request.body === undefined ? {} : { payload: request.body }),
  }
  return `// ${check}: ${what.replaceAll('\n', ' ')}
it(${JSON.stringify(`${operation}: ${mutation}`)}, async () => {
  const answer = await api.send(${JSON.stringify(asked, null, 2).replaceAll('\n', '\n  ')})
  expect(answer.statusCode).not.toBe(${status})
})`
}
