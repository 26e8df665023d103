import { headersOf, type QueryValue, type SampleCall, urlOf } from '../../../scripts/samples/call.ts'
import type { ExplorerField, ExplorerOperation } from './explorer-operation.ts'

/** What somebody has put into the form of an operation. */
export interface FormState {
  values: Record<string, string>
  body: string
  accept: string
  /** Of the test mode; empty: what really happens. */
  scenario: string
}

export function initialState({ fields, body, representations }: ExplorerOperation): FormState {
  return {
    values: Object.fromEntries(fields.map(({ name, initial }) => [name, initial])),
    body: body?.example ?? '',
    accept: representations[0]?.accept ?? '',
    scenario: '',
  }
}

/** The names of inputs that must not be empty and are. */
export function missingFields({ fields }: ExplorerOperation, { values }: FormState): string[] {
  return fields
    .filter(({ name, required }) => required && (values[name] ?? '').trim() === '')
    .map(({ name }) => name)
}

/** The form as a call, from which both the request and its samples are made. */
export function callOfForm(operation: ExplorerOperation, state: FormState, baseUrl: string): SampleCall {
  const { fields, body, representations } = operation
  const given = fields.flatMap((field) => {
    const value = (state.values[field.name] ?? '').trim()
    return value === '' ? [] : [{ field, value }]
  })
  const of = (place: ExplorerField['in']) => given.filter(({ field }) => field.in === place)
  const form = representations.find(({ accept }) => accept === state.accept) ?? representations[0]
  return {
    method: operation.method,
    path: operation.path,
    pathValues: Object.fromEntries(of('path').map(({ field, value }) => [field.name, value])),
    query: of('query').map(({ field, value }) => [field.name, queryValue(field, value)]),
    headers: {
      ...Object.fromEntries(of('header').map(({ field, value }) => [field.name, value])),
      ...(state.scenario === '' ? {} : { 'Latent-Test-Scenario': state.scenario }),
    },
    body: body === null ? undefined : parsed(state.body),
    bodyKind: body?.kind ?? 'none',
    accept: form?.accept ?? '',
    credentials: operation.credentials,
    changesState: operation.changesState,
    takesQuery: operation.takesQuery,
    baseUrl,
    sdkMethod: form?.sdkMethod,
    answer: form?.answer ?? 'json',
  }
}

/** Numbers stay numbers, so that the samples are typed as the SDK wants them. */
function queryValue({ kind }: ExplorerField, value: string): QueryValue {
  if (kind === 'integer' && /^-?\d{1,15}$/.test(value)) return Number(value)
  if (kind === 'boolean' && (value === 'true' || value === 'false')) return value === 'true'
  if (kind !== 'list' || !value.includes(',')) return value
  return value.split(',').map((one) => one.trim())
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}

/** A request as `fetch` takes it, without credentials. */
export interface WireRequest {
  url: string
  method: string
  headers: Record<string, string>
  body?: string
}

/** The request of a call; the body goes out as it was typed. */
export function wireRequest(call: SampleCall, body: string): WireRequest {
  const form = call.bodyKind === 'form' ? (call.body as Record<string, string>) : undefined
  return {
    url: urlOf(call),
    method: call.method,
    headers: {
      Accept: call.accept === '' ? 'application/json' : call.accept,
      ...Object.fromEntries(headersOf(call)),
    },
    ...(form ? { body: new URLSearchParams(form).toString() } : call.bodyKind === 'json' ? { body } : {}),
    ...(form
      ? {
          headers: {
            Accept: 'application/json',
            'Content-Type': 'application/x-www-form-urlencoded',
            ...call.headers,
          },
        }
      : {}),
  }
}
