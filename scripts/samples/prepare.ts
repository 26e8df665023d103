import { type SampleCall, urlOf } from './call.ts'
import { callOf } from './call-of-operation.ts'
import {
  type CallExample,
  type ContractDocument,
  type Operation,
  operationsOf,
  parametersOf,
} from './contract.ts'
import { exampleOf } from './examples.ts'

/** A running API, and keys for it. */
export interface Ground {
  url: string
  /** Reads data. */
  key: string
  /** Manages the account; without it those operations are left out. */
  adminKey: string | undefined
  document: ContractDocument
  sdkMethods: Record<string, string>
  /** Values that win over those of the contract, by operation, where the data is not the sample corpus. */
  given?: Record<string, CallExample>
}

/** A call that will succeed, and the environment its sample needs. */
export interface Prepared {
  call: SampleCall
  env: Record<string, string>
}

/** Why an operation cannot be called here. */
export class NotPossible extends Error {}

const DATA = /^(?:entities|filings|facts|search|ownership|signals|evidence|coverage|changes):/
const TIMEOUT_MS = 30_000
const DAY_MS = 86_400_000
/** States of what is made in the background. */
const FINISHED = new Set(['succeeded', 'completed'])
const JOB = new Set([...FINISHED, 'queued', 'running', 'pending'])
let serial = 0

/** Finds or makes what the operation needs: ids of things that exist, an ETag, a token. Each call gets its own. */
export async function prepare(ground: Ground, entry: Operation): Promise<Prepared> {
  const { operation } = entry
  const key = keyFor(ground, entry)
  const given = ground.given?.[operation.operationId] ?? {}
  const example = { ...exampleOf(entry), ...given }
  const path = { ...example.path, ...(await pathValues(ground, entry, example)) }
  const source = { document: ground.document, sdkMethods: ground.sdkMethods, baseUrl: ground.url }
  const body = await bodyFor(ground, entry, example)
  const call = callOf(source, entry, { ...example, path, body })
  const headers: Record<string, string> = call.headers['If-Match']
    ? { 'If-Match': await etagOf(ground, call, key) }
    : {}
  const isOauth = call.credentials === 'basic'
  return {
    call: { ...call, headers: { ...call.headers, ...headers } },
    env: { LATENT_API_KEY: key, ...(isOauth ? await serviceAccount(ground) : {}) },
  }
}

function keyFor({ key, adminKey }: Ground, { operation }: Operation): string {
  const scopes = operation['x-required-scopes'] ?? []
  if (scopes.every((scope) => DATA.test(scope))) return key
  if (adminKey === undefined) throw new NotPossible('it needs an admin key')
  return adminKey
}

async function pathValues(
  ground: Ground,
  entry: Operation,
  example: CallExample,
): Promise<Record<string, string>> {
  const values: Record<string, string> = {}
  for (const { name, in: place } of parametersOf(ground.document, entry)) {
    if (place !== 'path' || example.path?.[name] !== undefined) continue
    const collection = filled(entry.path.slice(0, entry.path.indexOf(`/{${name}}`)), values)
    values[name] = await idIn(ground, entry, collection, name)
  }
  return values
}

function filled(path: string, values: Record<string, string>): string {
  return path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(values[name] ?? ''))
}

/** What is changed is made for that; what is read may be there already. */
async function idIn(ground: Ground, entry: Operation, collection: string, name: string): Promise<string> {
  const pattern = entry.path.slice(0, entry.path.indexOf(`/{${name}}`))
  const maker = operationsOf(ground.document).find((one) => one.path === pattern && one.method === 'post')
  const key = keyFor(ground, entry)
  if (name === 'delivery_id')
    await ask(ground, `${collection.replace(/deliveries$/, 'test')}`, key, 'POST', undefined)
  if (name === 'name') return await fileName(ground, collection.replace(/\/files$/, ''), key)
  // A key that was revoked stays in its list, so a change of a key gets its own as well.
  const isFresh = entry.method !== 'get' && (entry.path.endsWith(`{${name}}`) || name === 'key_id')
  if (!isFresh || !maker) {
    // A delivery can be tried again while it waits; the result of a job is there when it has ended.
    const isFinished =
      name !== 'delivery_id' && entry.path.length > pattern.length + name.length + '/{}'.length
    const found = await firstId(ground, collection, name, key, isFinished)
    if (found !== undefined) return found
  }
  if (!maker) throw new NotPossible(`there is none in ${collection}`)
  const made = await ask(ground, collection, key, 'POST', await bodyFor(ground, maker, exampleOf(maker)))
  const { [name]: own, id } = made as Record<string, unknown>
  return String(own ?? id)
}

/** The first entry; where something below it is wanted, the first that a job has finished. */
async function firstId(
  ground: Ground,
  path: string,
  name: string,
  key: string,
  isFinished: boolean,
): Promise<string | undefined> {
  const { data = [] } = (await ask(ground, path, key, 'GET', undefined)) as {
    data?: Record<string, unknown>[]
  }
  const isJob = data.some(({ status }) => JOB.has(String(status)))
  const entry = isFinished && isJob ? data.find(({ status }) => FINISHED.has(String(status))) : data[0]
  if (isJob && entry === undefined) throw new NotPossible(`nothing in ${path} is finished yet`)
  const value = entry?.[name] ?? entry?.id
  return value === undefined ? undefined : String(value)
}

async function fileName(ground: Ground, path: string, key: string): Promise<string> {
  const { files } = (await ask(ground, path, key, 'GET', undefined)) as { files?: { name: string }[] | null }
  const name = files?.[0]?.name
  if (name === undefined) throw new NotPossible('the export has no files yet')
  return name
}

/** Two members cannot have the same address, events are sent again for 30 days, and a token has to be one. */
async function bodyFor(ground: Ground, { operation }: Operation, { body }: CallExample): Promise<unknown> {
  serial += 1
  if (operation.operationId === 'createMember') {
    return { ...(body as object), email: `ann.${process.pid}.${serial}@example.com` }
  }
  if (operation.operationId === 'replayWebhookEvents') {
    return { ...(body as object), since: new Date(Date.now() - DAY_MS).toISOString() }
  }
  if (operation.operationId === 'revokeAccessToken') return { token: await accessToken(ground) }
  return body
}

async function etagOf(ground: Ground, call: SampleCall, key: string): Promise<string> {
  const response = await fetch(urlOf({ ...call, query: [] }), {
    headers: { authorization: `Bearer ${key}` },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  const etag = response.headers.get('etag')
  await response.arrayBuffer()
  if (!etag) throw new NotPossible(`GET ${call.path} on ${ground.url} has no ETag (${response.status})`)
  return etag
}

let account: Promise<Record<string, string>> | undefined

/** One service account for all samples of OAuth. */
function serviceAccount(ground: Ground): Promise<Record<string, string>> {
  const { adminKey } = ground
  if (adminKey === undefined) throw new NotPossible('it needs an admin key')
  account ??= ask(ground, '/v1/service-accounts', adminKey, 'POST', {
    name: 'Samples',
    scopes: ['filings:read'],
  }).then((made) => {
    const { id, client_secret } = made as { id: string; client_secret: string }
    return { LATENT_CLIENT_ID: id, LATENT_CLIENT_SECRET: client_secret }
  })
  return account
}

async function accessToken(ground: Ground): Promise<string> {
  const { LATENT_CLIENT_ID: id, LATENT_CLIENT_SECRET: secret } = await serviceAccount(ground)
  const response = await fetch(`${ground.url}/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${id}:${secret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  return String(((await response.json()) as { access_token?: string }).access_token)
}

async function ask(
  ground: Ground,
  path: string,
  key: string,
  method: string,
  body: unknown,
): Promise<unknown> {
  const response = await fetch(`${ground.url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  const text = await response.text()
  if (!response.ok)
    throw new NotPossible(`${method} ${path} answered ${response.status} ${text.slice(0, 200)}`)
  return text === '' ? {} : JSON.parse(text)
}
