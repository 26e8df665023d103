import { readFileSync } from 'node:fs'
import { scopes } from '@sec-latent/core/accounts/scopes'
import { sha256 } from '@sec-latent/core/sha256'
import { describe, expect, it } from 'vitest'
import { apiConfig } from './config.ts'
import { contractFiles } from './contract.ts'
import { problems } from './problems.ts'

interface Operation {
  operationId: string
  summary: string
  description: string
  tags: string[]
  parameters: { name?: string; $ref?: string }[]
  responses: Record<string, { $ref?: string; content?: Record<string, unknown> }>
  'x-required-scopes': string[]
  'x-cost': number
  'x-problem-codes': string[]
  security?: unknown[]
}

const committed = (name: string) => readFileSync(new URL(`../../openapi/${name}`, import.meta.url), 'utf8')
const document = JSON.parse(committed('openapi.json')) as {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, unknown>; examples: Record<string, unknown> }
}
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
)

describe('the contract', () => {
  it('is what the routes say: run "npm run openapi" when this fails', async () => {
    for (const [name, content] of Object.entries(await contractFiles())) {
      expect(committed(name), name).toBe(content)
    }
  })

  it.each(operations.map((operation) => [operation.operationId, operation] as const))(
    '%s is described, scoped, priced and has every error as a problem',
    (id, operation) => {
      expect(id).toMatch(
        /^(?:list|get|resolve|search|verify|check|reproduce|stream|create|update|delete|rotate|revoke|replay|cancel|send|retry|download|test|request|invite|export)[A-Z][A-Za-z]+$/,
      )
      expect(operation.summary.length).toBeGreaterThan(5)
      expect(operation.description.length).toBeGreaterThan(10)
      expect(operation.tags).toHaveLength(1)
      const open = Array.isArray(operation.security) && operation.security.length === 0
      expect(operation['x-required-scopes'].length > 0).toBe(!open)
      for (const scope of operation['x-required-scopes']) expect(scopes).toContain(scope)
      expect(operation['x-cost'] > 0).toBe(!open)
      for (const code of operation['x-problem-codes']) {
        const { status } = problems[code as keyof typeof problems]
        expect(Object.keys(operation.responses)).toContain(String(status))
      }
      for (const parameter of operation.parameters) {
        if (parameter.name) expect(parameter.name).toMatch(/^[a-zA-Z0-9_.-]{1,64}$/)
      }
    },
  )

  it('names every problem code, and every list has coverage', () => {
    const named = new Set(operations.flatMap((operation) => operation['x-problem-codes']))
    // Those of signing in are answered by /auth, which is not in the contract.
    const others = [
      ...'link_not_valid organisation_not_found origin_not_allowed password_not_allowed'.split(' '),
    ]
    const ofSigningIn = [...others, 'sign_in_failed', 'sign_in_refused', 'sign_in_required']
    expect([...named, ...ofSigningIn].sort()).toEqual(Object.keys(problems).sort())
    const lists = Object.entries(document.components.schemas).filter(([name]) => name.endsWith('List'))
    expect(lists.length).toBeGreaterThanOrEqual(14)
    for (const [name, schema] of lists) {
      expect((schema as { required: string[] }).required, name).toEqual(
        expect.arrayContaining(['object', 'data', 'has_more', 'next_cursor', 'as_of', 'coverage']),
      )
    }
  })

  it('has no keyword of OpenAPI 3.0 and no unnamed component', () => {
    expect(committed('openapi.json')).not.toMatch(/"nullable"|"def-\d|Default Response/)
  })
})

describe('the configuration', () => {
  const base = {
    DATABASE_URL: 'postgres://localhost/x',
    REDIS_CACHE_URL: 'redis://localhost',
    OBJECT_STORE_URL: 'file:///tmp/x',
  }
  it('needs three addresses and has safe defaults for development', () => {
    expect(apiConfig(base)).toMatchObject({ PORT: 8000, HOST: '::', trustProxy: false, allowedHosts: [] })
    expect(() => apiConfig({})).toThrow(/DATABASE_URL[\s\S]*REDIS_CACHE_URL[\s\S]*OBJECT_STORE_URL/)
  })

  it('refuses known and short secrets in production, all at once', () => {
    expect(() => apiConfig({ ...base, LATENT_ENV: 'production' })).toThrow(/KEY_PEPPER[\s\S]*CURSOR_SECRET/)
    const secret = sha256('a pepper')
    expect(() =>
      apiConfig({
        ...base,
        LATENT_ENV: 'production',
        KEY_PEPPER: `v1:${secret}`,
        CURSOR_SECRET: 'y'.repeat(16),
      }),
    ).toThrow()
    expect(
      apiConfig({
        ...base,
        LATENT_ENV: 'production',
        KEY_PEPPER: `v1:${secret}`,
        CURSOR_SECRET: sha256('a cursor'),
        AUTH_SECRET: sha256('a session'),
        METER_FOLDER: '/var/lib/latent/meter',
        SEALING_KEYS: `v1:${Buffer.from(sha256('a seal'), 'hex').toString('base64')}`,
      }).peppers,
    ).toEqual([{ pepper_id: 'v1', secret }])
  })
})
