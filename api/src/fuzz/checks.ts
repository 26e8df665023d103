import type { ContractCheck } from '../testing/contract-check.ts'
import type { Case } from './case.ts'
import type { ContractDocument } from './operation.ts'

export interface Answer {
  status: number
  headers: Record<string, string | undefined>
  body: string
  ms: number
}

export const checkNames = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
  'negative_data_rejection',
  'positive_data_acceptance',
  'missing_required_header',
  'unsupported_method',
  'allow_header_conformance',
  'ignored_auth',
  'use_after_free',
  'ensure_resource_availability',
  'max_response_time',
  'idempotent_replay',
] as const
export type CheckName = (typeof checkNames)[number]

export interface Fault {
  check: CheckName
  what: string
}

/** What a request that is written as the contract says must not be told. */
const WRITTEN_WRONGLY = new Set([
  'unknown_parameter',
  'unknown_field',
  'missing_parameter',
  'missing_field',
  'duplicate_parameter',
  'invalid_json',
  'invalid_encoding',
  'malformed_request',
  'unsupported_media_type',
  'method_not_allowed',
  'route_not_found',
])

export interface CheckOptions {
  document: ContractDocument
  contract: ContractCheck
  maxMs: number
}

/** What is wrong with one answer; empty when it keeps everything that was promised. */
export function faultsOf(one: Case, answer: Answer, options: CheckOptions): Fault[] {
  const faults: Fault[] = []
  const fault = (check: CheckName, what: string) => faults.push({ check, what })
  const { operation, expectation, request } = one
  const { status, headers } = answer
  const code = codeOf(answer)

  if (status >= 500) fault('not_a_server_error', `${status} ${answer.body.slice(0, 300)}`)
  if (answer.ms > options.maxMs) fault('max_response_time', `${Math.round(answer.ms)} ms`)
  for (const what of headerFaults(answer)) fault('response_headers_conformance', what)

  if (expectation === 'method_not_allowed') {
    if (status !== 405) fault('unsupported_method', `${request.method} answered ${status}`)
    const taken = Object.keys(options.document.paths[operation.path] ?? {}).map((method) =>
      method.toUpperCase(),
    )
    const allowed = (headers.allow ?? '').split(', ').filter((method) => method !== 'HEAD')
    if (allowed.sort().join() !== taken.sort().join()) {
      fault('allow_header_conformance', `Allow is ${headers.allow}, the contract has ${taken.join(', ')}`)
    }
    return faults
  }

  const documented = operation.responses[String(status)]
  if (!documented) fault('status_code_conformance', `${status} ${code ?? ''} is not documented`)
  else if (answer.body !== '') {
    const type = (headers['content-type'] ?? '').split(';', 1)[0] as string
    const offered = Object.keys(documented.content ?? {})
    const anyBytes = offered.includes('application/octet-stream')
    if (!offered.includes(type) && !anyBytes) {
      fault('content_type_conformance', `${status} came as ${type}; documented are ${offered.join(', ')}`)
    } else if (/^application\/(?:[\w.-]+\+)?json$/.test(type) && offered.includes(type)) {
      const body = parsed(answer.body)
      const wrong =
        body === undefined
          ? ['is not JSON']
          : options.contract.faults(operation.path, operation.method, status, type, body)
      if (wrong.length > 0) fault('response_schema_conformance', wrong.slice(0, 3).join('; '))
    }
  }

  if (expectation === 'rejected' && (status < 400 || status >= 500)) {
    fault('negative_data_rejection', `answered ${status}`)
  }
  if (expectation === 'accepted' && code !== undefined && WRITTEN_WRONGLY.has(code)) {
    fault('positive_data_acceptance', answer.body.slice(0, 400))
  }
  if (expectation === 'unauthenticated' && status !== 401) {
    fault('ignored_auth', `answered ${status}`)
  }
  if (expectation === 'forbidden' && status !== 403) fault('ignored_auth', `answered ${status}`)
  if (expectation === 'precondition_required' && status < 400) {
    fault('missing_required_header', `answered ${status}`)
  }
  return faults
}

function headerFaults({ status, headers, body }: Answer): string[] {
  const faults: string[] = []
  const id = headers['request-id']
  if (!/^req_[0-9a-z]{26}$/.test(id ?? '')) faults.push(`Request-Id is ${id}`)
  if (!/^\d{4}-\d\d-\d\d$/.test(headers['latent-version'] ?? '')) faults.push('there is no Latent-Version')
  if (headers['x-content-type-options'] !== 'nosniff') faults.push('sniffing is not forbidden')
  if (!headers.vary?.includes('Accept-Encoding')) faults.push('Vary does not name Accept-Encoding')
  if (status === 401 && !headers['www-authenticate']) faults.push('a 401 without WWW-Authenticate')
  if (status === 405 && !headers.allow) faults.push('a 405 without Allow')
  if ((status === 429 || status === 503) && !/^\d+$/.test(headers['retry-after'] ?? '')) {
    faults.push(`${status} without Retry-After`)
  }
  if (status >= 400 && headers['idempotency-replayed'] === undefined) {
    const problem = parsed(body) as { request_id?: string; status?: number } | undefined
    if (body !== '' && problem?.request_id !== id) faults.push('the problem names another request')
    if (body !== '' && problem?.status !== status) faults.push(`the problem says ${problem?.status}`)
  }
  if (/^\w{2,}.*(?:\.ts:\d|node_modules|PostgresError)/.test(body) && status >= 400)
    faults.push('the problem shows code')
  return faults
}

export function codeOf({ status, body }: Pick<Answer, 'status' | 'body'>): string | undefined {
  if (status < 400) return undefined
  return (parsed(body) as { code?: string } | undefined)?.code
}

export function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
