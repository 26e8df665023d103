import { headersOf, type SampleCall } from '../../../scripts/samples/call.ts'
import { callOf } from '../../../scripts/samples/call-of-operation.ts'
import type { Operation } from '../../../scripts/samples/contract.ts'
import { contract, groups, sdkMethods, titleOf } from './operations.ts'

const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json'

/** Every operation as a Postman collection (2.1); base URL and key are variables, the key an empty one. */
export function postmanCollection(baseUrl: string) {
  return {
    info: { name: 'SEC Latent Platform', schema: SCHEMA },
    auth: bearer('{{api_key}}'),
    variable: [
      { key: 'base_url', value: baseUrl },
      { key: 'api_key', value: '' },
    ],
    item: groups.map(({ tag, description, operations }) => ({
      name: tag,
      description,
      item: operations.map(item),
    })),
  }
}

function item(entry: Operation) {
  const call = callOf({ document: contract, sdkMethods, baseUrl: '{{base_url}}' }, entry)
  return {
    name: titleOf(entry),
    request: {
      method: call.method,
      description: entry.operation.description,
      ...(call.credentials === 'none' ? { auth: { type: 'noauth' } } : {}),
      ...(call.credentials === 'basic' ? { auth: { type: 'basic' } } : {}),
      header: headersOf(call).map(([key, value]) => ({ key, value })),
      url: url(call),
      ...body(call),
    },
  }
}

function url({ path, pathValues, query }: SampleCall) {
  const segments = path.slice(1).split('/')
  const raw = `{{base_url}}/${segments.map((one) => one.replace(/^\{(\w+)\}$/, ':$1')).join('/')}`
  const search = query.map(([key, value]) => ({ key, value: String(value) }))
  const text = search.map(({ key, value }) => `${key}=${encodeURIComponent(value)}`).join('&')
  return {
    raw: text === '' ? raw : `${raw}?${text}`,
    host: ['{{base_url}}'],
    path: segments.map((one) => one.replace(/^\{(\w+)\}$/, ':$1')),
    query: search,
    variable: Object.entries(pathValues).map(([key, value]) => ({ key, value })),
  }
}

function body({ bodyKind, body: value }: SampleCall) {
  if (bodyKind === 'none') return {}
  if (bodyKind === 'json')
    return {
      body: { mode: 'raw', raw: JSON.stringify(value, null, 2), options: { raw: { language: 'json' } } },
    }
  const fields = Object.entries(value as Record<string, string>)
  return { body: { mode: 'urlencoded', urlencoded: fields.map(([key, one]) => ({ key, value: one })) } }
}

function bearer(token: string) {
  return { type: 'bearer', bearer: [{ key: 'token', value: token, type: 'string' }] }
}
