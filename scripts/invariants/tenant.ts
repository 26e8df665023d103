import { type Pepper, parsePeppers } from '@sec-latent/core/accounts/key-format'
import { scopes } from '@sec-latent/core/accounts/scopes'
import { accountStore } from '@sec-latent/core/accounts/store'
import type { Sql } from '@sec-latent/core/db'
import { PEPPER } from './api-process.ts'
import type { Ground } from './invariant.ts'
import { tenantObjects } from './tenant-operations.ts'

const TIMEOUT_MS = 30_000

export interface Answer {
  status: number
  body: unknown
  text: string
  requestId: string
  etag: string | undefined
}

/** An organisation with a key that may do everything. */
export interface Tenant {
  id: string
  /** The database as its owner, for what no request makes. */
  sql: Sql
  call(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
    attempt?: number,
  ): Promise<Answer>
  /** Posts, and returns the id of what was made. Throws when nothing was. */
  create(path: string, body: unknown): Promise<string>
  /** The process it talks to; another one after a restart. */
  talkTo(url: string): void
}

export async function makeTenant(sql: Sql, url: string, name: string): Promise<Tenant> {
  const accounts = accountStore(sql)
  const { id } = await accounts.createOrganisation({ name, plan: 'scale' })
  const [pepper] = parsePeppers(PEPPER) as [Pepper]
  const { key } = await accounts.createKey(
    { organisation_id: id, name: 'admin', mode: 'admin', scopes: [...scopes] },
    pepper,
  )
  let base = url
  const tenant: Tenant = {
    id,
    sql,
    async call(method, path, body, headers = {}, attempt = 1) {
      const response = await fetch(`${base}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${key}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        body: body === undefined ? null : JSON.stringify(body),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      })
      const text = await response.text()
      // On a busy machine limits may decide without Redis for a moment.
      if (response.status === 429 && attempt < 10) {
        await new Promise((resolve) => setTimeout(resolve, 500))
        return await tenant.call(method, path, body, headers, attempt + 1)
      }
      const json = /json/.test(response.headers.get('content-type') ?? '')
      return {
        status: response.status,
        text,
        body: json && text !== '' && !text.includes('}\n{') ? JSON.parse(text) : undefined,
        requestId: response.headers.get('request-id') ?? '',
        etag: response.headers.get('etag') ?? undefined,
      }
    },
    async create(path, body) {
      const answer = await tenant.call('POST', path, body)
      const made = (answer.body as { id?: string } | undefined)?.id
      if (answer.status >= 300 || made === undefined)
        throw new Error(`POST ${path}: ${answer.status} ${answer.text.slice(0, 300)}`)
      return made
    },
    talkTo(other) {
      base = other
    },
  }
  return tenant
}

/** One of each kind, outer ones first. What cannot be made is said and left out. */
export async function makeObjects(
  ground: Pick<Ground, 'say'>,
  tenant: Tenant,
  kinds: ReadonlySet<string>,
): Promise<Record<string, string>> {
  const made: Record<string, string> = {}
  for (const [name, { make }] of Object.entries(tenantObjects)) {
    if (!kinds.has(name)) continue
    try {
      made[name] = await make(tenant, made)
    } catch (error) {
      ground.say(`${name}: ${(error as Error).message}`)
    }
  }
  return made
}
