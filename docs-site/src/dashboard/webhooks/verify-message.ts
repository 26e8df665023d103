import { sign, unwrap, type WebhookError, type WebhookEvent } from '../../../../sdk/src/webhooks.ts'
import { parseHeaders } from './headers.ts'

export interface Message {
  body: string
  headers: string
  secret: string
  /** Messages that are not from just now are checked too. */
  ignoresAge: boolean
}

export type Verdict =
  | { isGood: true; event: WebhookEvent; age_seconds: number }
  | { isGood: false; code: string; text: string; advice: string }

const ADVICE: Record<WebhookError['code'], string> = {
  body_not_raw: 'Hand over the body before anything parses it.',
  headers_missing: 'webhook-id, webhook-timestamp and webhook-signature belong to every message.',
  secret_invalid:
    'A secret begins with whsec_ and is shown when an endpoint is made or its secret is rotated.',
  too_old:
    'The signature may be right all the same: receivers refuse what is older than five minutes, so that nobody can send it again. Check the clock of the receiver.',
  signature_mismatch:
    'It was signed with another secret, or the body is not exactly what was sent: one blank more is enough. Programs that parse and print JSON again change it.',
}

/** Whether a message is ours, as the SDK would say. Nothing leaves the browser. */
export async function verifyMessage(message: Message, now = Date.now()): Promise<Verdict> {
  const headers = parseHeaders(message.headers)
  if (!headers) {
    return {
      isGood: false,
      code: 'headers_unreadable',
      text: 'no headers were found',
      advice: 'One a line, such as webhook-id: evt_… , or a JSON object.',
    }
  }
  const secrets = message.secret.split(/[\s,]+/).filter((one) => one !== '')
  const sentAt = Number(headers['webhook-timestamp']) * 1000
  try {
    const event = await unwrap(message.body, headers, secrets, {
      ...(message.ignoresAge ? { now: sentAt } : { now }),
    })
    return { isGood: true, event, age_seconds: Math.round((now - sentAt) / 1000) }
  } catch (error) {
    if ((error as Error).name === 'WebhookError') {
      const { code, message: text } = error as WebhookError
      return { isGood: false, code, text, advice: ADVICE[code] }
    }
    return {
      isGood: false,
      code: 'body_not_json',
      text: 'the signature holds, but the body is no JSON',
      advice: 'The platform sends JSON only.',
    }
  }
}

/** A message that holds, with a secret that nobody uses. */
export async function exampleMessage(now = Date.now()): Promise<Message> {
  const random = crypto.getRandomValues(new Uint8Array(24))
  const secret = `whsec_${btoa(String.fromCharCode(...random))}`
  const body = JSON.stringify({
    id: 'evt_example',
    type: 'webhook.test',
    created_at: new Date(now).toISOString(),
    api_version: '1',
    dataset: 'test',
    data: { object: 'webhook_endpoint', id: 'whk_example', url: '/v1/webhook-endpoints/whk_example' },
  })
  const headers = await sign(body, secret, { id: 'evt_example', now })
  return {
    body,
    secret,
    headers: Object.entries(headers)
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n'),
    ignoresAge: false,
  }
}
