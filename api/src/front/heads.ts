import type { Form } from '../cache/answer.ts'
import { COMMON_HEADERS } from '../plugins/transport.ts'

/** What every answer says of its own request. */
export interface OwnHeaders {
  id: string
  units: number
  policy: string
  levels: string
  timing: string
}

/** How an answer goes over the wire. */
interface Wire {
  /** Names and values in turn; the places of `OwnHeaders` are at the end and empty. */
  ok: string[]
  readonly notModified: string[]
  /** Its bytes; as Latin-1 where they are few, because head and body then leave in one piece. */
  body: Buffer | string
}

/** Node writes text up to 16 KiB without copying it to the heap, head included. */
const MAX_TEXT_BYTES = 14_000
const BODY_HEADERS = new Set(['content-type', 'content-encoding', 'content-disposition'])
const OWN_PLACES = ['request-id', 'latent-cost', 'ratelimit-policy', 'ratelimit', 'server-timing'].flatMap(
  (name) => [name, ''],
)
const common = Object.entries(COMMON_HEADERS).flat()
const made = new WeakMap<Form, Wire>()

export function wireOf(form: Form): Wire {
  const known = made.get(form)
  if (known) return known
  const { body, headers } = form
  let notModified: string[] | undefined
  const wire: Wire = {
    ok: [...common, ...headers, 'content-length', String(body.length), ...OWN_PLACES],
    // Many answers are never asked for again.
    get notModified() {
      notModified ??= headWith(describing(headers))
      return notModified
    },
    body: body.length <= MAX_TEXT_BYTES ? body.toString('latin1') : body,
  }
  made.set(form, wire)
  return wire
}

/** Headers of a representation without those of its body. */
function describing(headers: readonly string[]): string[] {
  return headers.flatMap((name, i) =>
    i % 2 === 0 && !BODY_HEADERS.has(name) ? [name, headers[i + 1] as string] : [],
  )
}

/** A head with places for `OwnHeaders`. */
export function headWith(headers: readonly string[]): string[] {
  return [...common, ...headers, ...OWN_PLACES]
}

/** Fills the places. One head serves many answers in turn: it has to be written before it is filled again. */
export function fillHead(head: string[], own: OwnHeaders): string[] {
  const end = head.length
  head[end - 9] = own.id
  head[end - 7] = String(own.units)
  head[end - 5] = own.policy
  head[end - 3] = own.levels
  head[end - 1] = own.timing
  return head
}
