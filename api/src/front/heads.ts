import type { Form } from '../cache/answer.ts'
import { COMMON_HEADERS } from '../plugins/transport.ts'

/** Names and values in turn of everything in the head of an answer that is the same for every request. */
interface Heads {
  ok: readonly string[]
  notModified: readonly string[]
}

const BODY_HEADERS = new Set(['content-type', 'content-encoding', 'content-disposition'])
const made = new WeakMap<Form, Heads>()
const common = Object.entries(COMMON_HEADERS).flat()

export function headsOf(form: Form): Heads {
  const known = made.get(form)
  if (known) return known
  const describing = form.headers.flatMap((name, i) =>
    i % 2 === 0 && !BODY_HEADERS.has(name) ? [name, form.headers[i + 1] as string] : [],
  )
  const heads = {
    ok: [...common, ...form.headers, ...['content-length', String(form.body.length)]],
    notModified: [...common, ...describing],
  }
  made.set(form, heads)
  return heads
}
