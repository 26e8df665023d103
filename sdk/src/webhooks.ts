/** What is wrong with a message that claims to come from the platform; `code` says it to a program. */
export class WebhookError extends Error {
  override readonly name = 'WebhookError'
  readonly code: 'body_not_raw' | 'headers_missing' | 'secret_invalid' | 'too_old' | 'signature_mismatch'

  constructor(code: WebhookError['code'], message: string) {
    super(message)
    this.code = code
  }
}

/** An event as it is sent. `data` depends on `type`. */
export interface WebhookEvent<T = Record<string, unknown>> {
  id: string
  type: string
  created_at: string
  api_version: string
  dataset: 'live' | 'test'
  data: T
}

type HeaderSource = Headers | Record<string, string | readonly string[] | undefined>

export interface UnwrapOptions {
  /** Messages older or newer than this are refused. Default 300 seconds. */
  toleranceSeconds?: number
  /** Milliseconds since 1970; for tests. */
  now?: number
}

/**
 * The event of a message, once its signature holds (Standard Webhooks, HMAC-SHA-256). `body` is what came over the wire, as bytes
 * or text, before anything parsed it. With several secrets any of them may have signed: give both while one rotates.
 * Throws {@link WebhookError}.
 */
export async function unwrap<T = Record<string, unknown>>(
  body: string | Uint8Array | ArrayBuffer,
  headers: HeaderSource,
  secrets: string | readonly string[],
  { toleranceSeconds = 300, now = Date.now() }: UnwrapOptions = {},
): Promise<WebhookEvent<T>> {
  const bytes = bytesOf(body)
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map(
    (name) => headerOf(headers, name) ?? fail('headers_missing', `the header ${name} is missing`),
  ) as [string, string, string]
  if (!(Math.abs(now / 1000 - +timestamp) <= toleranceSeconds)) fail('too_old', 'the message is too old')
  const claimed = signatures.split(' ').flatMap((one) => (one.startsWith('v1,') ? [one.slice(3)] : []))
  for (const secret of [secrets].flat()) {
    const key = await keyOf(secret, 'verify')
    for (const one of claimed) {
      const signature = fromBase64(one)
      if (signature && (await crypto.subtle.verify('HMAC', key, signature, signed(id, timestamp, bytes)))) {
        return JSON.parse(new TextDecoder().decode(bytes))
      }
    }
  }
  return fail('signature_mismatch', 'no signature of the message is by any of the secrets')
}

/** Headers as the platform would send them with `body`; for tests of a receiver. */
export async function sign(
  body: string | Uint8Array,
  secret: string,
  { id = 'evt_test', now = Date.now() }: { id?: string; now?: number } = {},
): Promise<Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string>> {
  const timestamp = String(Math.floor(now / 1000))
  const key = await keyOf(secret, 'sign')
  const signature = await crypto.subtle.sign('HMAC', key, signed(id, timestamp, bytesOf(body)))
  const text = btoa(String.fromCharCode(...new Uint8Array(signature)))
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${text}` }
}

function fail(code: WebhookError['code'], message: string): never {
  throw new WebhookError(code, message)
}

function bytesOf(body: unknown): Uint8Array<ArrayBuffer> {
  if (typeof body === 'string') return new TextEncoder().encode(body)
  if (ArrayBuffer.isView(body) || body instanceof ArrayBuffer) return new Uint8Array(body as ArrayBuffer)
  return fail(
    'body_not_raw',
    'body must be the bytes as they came: something parsed it before, and what it made of it is not what was signed',
  )
}

function headerOf(headers: HeaderSource, name: string): string | undefined {
  if (headers instanceof Headers) return headers.get(name) ?? undefined
  const found = Object.keys(headers).find((one) => one.toLowerCase() === name)
  const value = found && headers[found]
  return value === undefined ? undefined : String(value)
}

function signed(id: string, timestamp: string, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(`${id}.${timestamp}.`)
  const all = new Uint8Array(head.length + bytes.length)
  all.set(head)
  all.set(bytes, head.length)
  return all
}

function keyOf(secret: string, usage: 'sign' | 'verify') {
  const bytes = fromBase64(secret.replace('whsec_', ''))
  if (!bytes?.length) fail('secret_invalid', 'a secret is `whsec_` and base64')
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, [usage])
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
  } catch {
    return undefined
  }
}
