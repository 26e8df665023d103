import { type ProblemCode, problems } from '../../api/src/problems.ts'

interface ProblemPage {
  /** What nginx found. */
  found: number[]
  /** What the client is told, when it is not the status of the problem itself. */
  status?: number
  code: ProblemCode
  detail: string
  headers?: Record<string, string>
}

/** Everything nginx answers by itself, in the words of the API. */
const PAGES: ProblemPage[] = [
  {
    found: [400, 495, 496, 497, 501],
    status: 400,
    code: 'malformed_request',
    detail: 'The request cannot be read.',
  },
  { found: [405], code: 'method_not_allowed', detail: 'This method is not possible here.' },
  { found: [413], code: 'body_too_large', detail: problems.body_too_large.description },
  { found: [414], code: 'uri_too_long', detail: problems.uri_too_long.description },
  { found: [494], status: 431, code: 'headers_too_large', detail: problems.headers_too_large.description },
  {
    found: [429],
    code: 'rate_limited',
    detail: 'This address sent more requests than the edge lets through in a minute.',
    headers: { 'Retry-After': '1' },
  },
  { found: [500], status: 500, code: 'internal_error', detail: 'The proxy failed.' },
  {
    found: [502],
    status: 502,
    code: 'unavailable',
    detail: 'No process of the API gave an answer.',
    headers: { 'Retry-After': '1' },
  },
  {
    found: [503],
    code: 'unavailable',
    detail: problems.unavailable.description,
    headers: { 'Retry-After': '1' },
  },
  {
    found: [504],
    status: 504,
    code: 'unavailable',
    detail: 'No process of the API answered in time.',
    headers: { 'Retry-After': '1' },
  },
]

/** `error_page` lines and the pages they name. Only what nginx itself refuses comes here: answers of the API pass as they are. */
export function problemPages(portalUrl: string): string {
  return PAGES.map((page) => {
    const status = page.status ?? problems[page.code].status
    const address = `/.problem/${status}`
    return `error_page ${page.found.join(' ')} =${status} ${address};
${problemLocation(`= ${address}`, { ...page, status, portalUrl, internal: true })}`
  }).join('\n')
}

/** An address that is always answered with this problem. */
export function problemLocation(
  match: string,
  {
    status,
    code,
    detail,
    headers = {},
    portalUrl,
    internal = false,
  }: {
    status: number
    code: ProblemCode
    detail: string
    headers?: Record<string, string>
    portalUrl: string
    internal?: boolean
  },
): string {
  const kind = problems[code] as { title: string; retryable?: boolean }
  const body = JSON.stringify({
    type: `${portalUrl}/docs/errors/${code}`,
    title: kind.title,
    status,
    detail,
    instance: '/',
    code,
    request_id: 'req_REQUEST_ID',
    retryable: kind.retryable ?? false,
    errors: [],
  })
  if (/['$\\\n]/.test(body)) throw new Error(`The text of ${code} cannot stand in a configuration of nginx.`)
  const all: Record<string, string> = {
    'Request-Id': 'req_$request_id',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
    // A page that may send the request may also learn why it was refused.
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'Request-Id, Retry-After',
    ...headers,
  }
  const lines = [
    ...(internal ? ['internal;'] : []),
    'default_type application/problem+json;',
    ...Object.entries(all).map(([name, value]) => `add_header ${name} "${value}" always;`),
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of nginx
    `return ${status} '${body.replace('REQUEST_ID', '${request_id}')}';`,
  ]
  return `location ${match} {\n${lines.map((line) => `  ${line}`).join('\n')}\n}`
}
