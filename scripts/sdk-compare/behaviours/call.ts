import { type Client, Returned } from '../peers/peer.ts'
import type { Kind } from './answers.ts'
import { CODE, REQUEST_ID } from './answers.ts'

/** What a client is asked to do in a scenario. */
export interface Ask {
  kind: Kind
  timeoutMs?: number
  idleMs?: number
  /** Whether the call is aborted, when `aborted` of `ask` says so. */
  aborts?: boolean
  /** For so long it is watched; what has not settled then is left as it is. */
  watchMs: number
}

/** What an error says of itself, wherever in it that stands. */
export interface Facts {
  class: string
  status: boolean
  code: boolean
  requestId: boolean
  retryAfter: boolean
}

export interface Outcome {
  settled: 'value' | 'failure' | 'never'
  /** Of a stream, the number of events. */
  value: number | null
  tookMs: number
  /** From the abort until the call settled; null when there was no abort before. */
  sinceAbortMs: number | null
  /** Whether it settled before a short timer that was started at the abort: a slow machine delays both. */
  atOnce: boolean
  facts: Facts | null
}

const AT_ONCE_MS = 100

/** One call, watched. */
export async function ask(
  client: Client,
  { kind, aborts, watchMs }: Ask,
  aborted: Promise<void> = new Promise(() => {}),
): Promise<Outcome> {
  const controller = new AbortController()
  const began = performance.now()
  let abortedAt: number | null = null
  let atOnce = true
  let late: ReturnType<typeof setTimeout> | undefined
  void aborted.then(() => {
    abortedAt = performance.now()
    late = setTimeout(() => {
      atOnce = false
    }, AT_ONCE_MS)
    controller.abort()
  })
  let watch: ReturnType<typeof setTimeout> | undefined
  const never = new Promise<'never'>((resolve) => {
    watch = setTimeout(resolve, watchMs, 'never')
  })
  const outcome = (settled: Outcome['settled'], facts: Facts | null, value: unknown): Outcome => {
    const now = performance.now()
    const tookMs = now - began
    const sinceAbortMs = abortedAt === null || settled === 'never' ? null : now - abortedAt
    return {
      settled,
      facts,
      value: typeof value === 'number' ? value : null,
      tookMs,
      sinceAbortMs,
      atOnce: sinceAbortMs !== null && atOnce,
    }
  }
  try {
    const call = client[kind]
    if (!call) throw new Error(`the client has no ${kind}`)
    const value = await Promise.race([call(aborts ? controller.signal : undefined), never])
    if (value === 'never') return outcome('never', null, null)
    if (value instanceof Returned) return outcome('failure', factsOf(value.failure, 'none: returned'), null)
    return outcome('value', null, value)
  } catch (thrown) {
    return outcome('failure', factsOf(thrown as object, nameOf(thrown)), null)
  } finally {
    clearTimeout(late)
    clearTimeout(watch)
  }
}

function nameOf(thrown: unknown): string {
  return Object(thrown).constructor?.name ?? typeof thrown
}

const MAX_DEPTH = 4

function factsOf(failure: object, name: string): Facts {
  const values = [...valuesOf(failure, 0, new Set())]
  return {
    class: name,
    status: values.some(([key, value]) => /status/i.test(key) && Number(value) >= 200),
    code: values.some(([, value]) => value === CODE),
    requestId: values.some(([, value]) => value === REQUEST_ID),
    retryAfter: values.some(([key, value]) => /retry.?after/i.test(key) && Boolean(value)),
  }
}

/** Every value that a program could read from the error without taking text apart. The message is text. */
function* valuesOf(value: object, depth: number, seen: Set<object>): Generator<[string, unknown]> {
  if (depth > MAX_DEPTH || seen.has(value)) return
  seen.add(value)
  if (value instanceof Headers) return yield* value
  const names = new Set(Object.getOwnPropertyNames(value))
  for (let kind = Object.getPrototypeOf(value); kind && kind !== Object.prototype; ) {
    const properties = Object.entries(Object.getOwnPropertyDescriptors(kind))
    for (const [name, { get }] of properties) if (get) names.add(name)
    kind = Object.getPrototypeOf(kind)
  }
  for (const name of names) {
    if (name === 'message' || name === 'stack') continue
    const found = readable(value, name)
    if (typeof found === 'object' && found !== null) yield* valuesOf(found, depth + 1, seen)
    else yield [name, found]
  }
}

function readable(value: object, name: string): unknown {
  try {
    return (value as Record<string, unknown>)[name]
  } catch {
    return undefined
  }
}
