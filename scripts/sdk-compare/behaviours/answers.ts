import type { ServerResponse } from 'node:http'

/** What failures of the loopback server say; it is looked for in the errors of the clients. */
export const CODE = 'compare_failure'
export const REQUEST_ID = 'req_compare_0123456789'

const REQUEST_ID_HEADERS = {
  'request-id': REQUEST_ID,
  'x-request-id': REQUEST_ID,
  'x-github-request-id': REQUEST_ID,
}

const meta = { requestId: REQUEST_ID }

/** A list that each of the clients takes for one of its own. */
export const LIST = JSON.stringify({
  object: 'list',
  data: [],
  has_more: false,
  next_cursor: null,
  first_id: null,
  last_id: null,
  meta,
  pagination: { hasMore: false },
})

/** Something made, of each of the clients. */
const MADE = JSON.stringify({
  id: 'made_1',
  object: 'made',
  data: { apiId: 'api_1' },
  choices: [],
  content: [],
  meta,
})

export type Kind = 'read' | 'write' | 'stream'

export function answerOk(response: ServerResponse, kind: Kind): void {
  if (kind === 'stream') answerEvents(response, 1, 'ends')
  else answerJson(response, 200, kind === 'read' ? LIST : MADE)
}

export function answerJson(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, {
    ...(status < 400 && { 'content-type': 'application/json' }),
    'content-length': Buffer.byteLength(text),
    ...REQUEST_ID_HEADERS,
    ...headers,
  })
  response.end(text)
}

/** An error in the forms of all the APIs at once; its media type is that of the API it stands for, set by the server. */
export function answerError(
  response: ServerResponse,
  status: number,
  headers: Record<string, string> = {},
): void {
  const words = { type: CODE, code: CODE, title: CODE, status, message: CODE, detail: CODE }
  const problem = { ...words, instance: '/v1', request_id: REQUEST_ID, retryable: true, errors: [] }
  answerJson(response, status, JSON.stringify({ ...problem, meta, error: words }), headers)
}

/** A body of which only the first half is sent; the length that was announced is that of the whole. */
export function answerHalf(response: ServerResponse, then: 'ends' | 'stalls'): void {
  response.writeHead(200, {
    'content-type': 'application/json',
    'content-length': LIST.length,
    ...REQUEST_ID_HEADERS,
  })
  response.write(LIST.slice(0, LIST.length / 2), () => {
    if (then === 'ends') response.socket?.end()
  })
}

/** Three events, in the forms of the APIs that stream; `from` is the first of them that is sent. */
export function answerEvents(
  response: ServerResponse,
  from: number,
  then: 'ends' | 'stalls' | 'breaks',
): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', ...REQUEST_ID_HEADERS })
  const last = then === 'ends' ? 3 : 2
  let text = ''
  for (let id = from; id <= last; id++) {
    const data = {
      id: `${id}`,
      object: 'chat.completion.chunk',
      choices: [],
      type: 'message_delta',
      delta: {},
    }
    text += `id: ${id}\nevent: message_delta\ndata: ${JSON.stringify(data)}\n\n`
  }
  response.write(text, () => {
    if (then === 'ends') response.end()
    if (then === 'breaks') response.socket?.destroy()
  })
}
