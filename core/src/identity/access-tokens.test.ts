import { createHmac, createPublicKey, randomUUID } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parsePeppers } from '../accounts/key-format.ts'
import { accountStore } from '../accounts/store.ts'
import { sealer } from '../secrets/seal.ts'
import { type TestDatabase, testDatabase } from '../testing/database.ts'
import { TEST_SEALING_KEYS } from '../testing/sealing-keys.ts'
import { accessTokens } from './access-tokens.ts'
import {
  type ServiceAccountRecord,
  serviceAccountRecords,
  serviceAccountStore,
} from './service-account-store.ts'
import { signingKeyStore } from './signing-key-store.ts'
import { rotateSigningKeys, signingKeys } from './signing-keys.ts'

const ISSUER = 'https://api.test'
const [pepper] = parsePeppers('v1:a-pepper-for-tests-only')
const seal = sealer(TEST_SEALING_KEYS)

let database: TestDatabase
let account: ServiceAccountRecord
let clock = Date.now()
const now = () => clock

beforeAll(async () => {
  database = await testDatabase()
  const organisation = await accountStore(database.sql).createOrganisation({ name: 'Test', plan: 'free' })
  const made = await serviceAccountStore(database.sql).create(
    organisation.id,
    { name: 'import', scopes: ['filings:read', 'signals:read'], public_keys: [] },
    pepper as never,
  )
  account = (await serviceAccountRecords(database.sql).find(made.account.id)) as ServiceAccountRecord
})
afterAll(async () => {
  await database.close()
})

function tokens() {
  const keys = signingKeys(signingKeyStore(database.sql), seal)
  return {
    keys,
    tokens: accessTokens(keys, serviceAccountRecords(database.sql), {
      issuer: ISSUER,
      audience: ISSUER,
      now,
    }),
  }
}

const part = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')

/** Signs whatever it is given with our own key: only the checks of the content are left to refuse it. */
async function signed(header: object | string, payload: object | string): Promise<string> {
  const { keys } = tokens()
  const { kid, privateKey } = await keys.signer()
  const full = typeof header === 'string' ? header.replace('KID', kid) : { kid, ...header }
  const input = `${part(full)}.${part(payload)}`
  const signature = await crypto.subtle.sign(
    { name: 'ECDSA', hash: 'SHA-256' },
    privateKey as never,
    Buffer.from(input),
  )
  return `${input}.${Buffer.from(signature).toString('base64url')}`
}

const HEADER = { alg: 'ES256', typ: 'at+jwt' }
function claims(more: Record<string, unknown> = {}): Record<string, unknown> {
  const iat = Math.floor(now() / 1000)
  return {
    client_id: account.id,
    scope: 'filings:read',
    organisation_id: account.organisation_id,
    account_version: account.version,
    iss: ISSUER,
    aud: ISSUER,
    sub: account.id,
    jti: randomUUID(),
    iat,
    exp: iat + 600,
    ...more,
  }
}
const without = (name: string) => Object.fromEntries(Object.entries(claims()).filter(([key]) => key !== name))

describe('an access token', () => {
  it('is taken for whom it was made, with the scopes it was made for', async () => {
    const { tokens: one } = tokens()
    const { access_token } = await one.issue(account, ['filings:read'])
    const bearer = await one.verify(access_token)
    expect(bearer?.account.id).toBe(account.id)
    expect(bearer?.scopes).toEqual(['filings:read'])
    expect(await one.verify(await signed(HEADER, claims()))).toBeDefined()
  })

  const publicPem = async () => {
    const { keys } = tokens()
    const [jwk] = (await keys.publicSet()).keys
    return createPublicKey({ key: jwk as never, format: 'jwk' }).export({
      type: 'spki',
      format: 'pem',
    }) as string
  }
  const liveKid = async () => String((await tokens().keys.publicSet()).keys[0]?.kid)

  const refused: [string, () => Promise<string>][] = [
    ...['none', 'None', 'nOnE', 'NONE'].map((alg): [string, () => Promise<string>] => [
      `B100 alg ${alg}`,
      async () => `${part({ alg, typ: 'at+jwt', kid: await liveKid() })}.${part(claims())}.`,
    ]),
    [
      'B100 none with a signature',
      async () => `${part({ alg: 'none', typ: 'at+jwt', kid: await liveKid() })}.${part(claims())}.AAAA`,
    ],
    [
      'B101 the public key as a secret',
      async () => {
        const input = `${part({ alg: 'HS256', typ: 'at+jwt', kid: await liveKid() })}.${part(claims())}`
        return `${input}.${createHmac('sha256', await publicPem())
          .update(input)
          .digest('base64url')}`
      },
    ],
    ['B101 another algorithm named', () => signed({ alg: 'RS256', typ: 'at+jwt' }, claims())],
    ...['../../etc/passwd', "' or 1=1 --", 'https://evil.test/jwks', 'k'.repeat(10_000), '', 'unknown'].map(
      (kid): [string, () => Promise<string>] => [
        `B102 kid ${kid.slice(0, 20)}`,
        () => signed({ ...HEADER, kid }, claims()),
      ],
    ),
    [
      'B103 a key of its own in the header',
      async () => {
        const pair = await generateKeyPair('ES256', { extractable: true })
        return await new SignJWT(claims())
          .setProtectedHeader({ ...HEADER, kid: await liveKid(), jwk: await exportJWK(pair.publicKey) })
          .sign(pair.privateKey)
      },
    ],
    ...['jku', 'x5u', 'jwk', 'x5c'].map((name): [string, () => Promise<string>] => [
      `B103 ${name}, although we signed it`,
      () => signed({ ...HEADER, [name]: 'https://evil.test/' }, claims()),
    ]),
    ['B104 crit', () => signed({ ...HEADER, crit: ['x'], x: 1 }, claims())],
    ['B104 crit that we know', () => signed({ ...HEADER, crit: ['exp'] }, claims())],
    ...(
      [
        'iss',
        'aud',
        'exp',
        'iat',
        'sub',
        'jti',
        'client_id',
        'scope',
        'organisation_id',
        'account_version',
      ] as const
    ).map((name): [string, () => Promise<string>] => [
      `B105 no ${name}`,
      () => signed(HEADER, without(name)),
    ]),
    ['B105 wrong iss', () => signed(HEADER, claims({ iss: 'https://evil.test' }))],
    ['B105 iss with a slash', () => signed(HEADER, claims({ iss: `${ISSUER}/` }))],
    ['B105 wrong aud', () => signed(HEADER, claims({ aud: 'https://other.test' }))],
    ['B105 aud among others', () => signed(HEADER, claims({ aud: [ISSUER, 'x'] }))],
    ['B105 nbf in the future', () => signed(HEADER, claims({ nbf: Math.floor(now() / 1000) + 100 }))],
    [
      'B105 iat in the future',
      () =>
        signed(HEADER, claims({ iat: Math.floor(now() / 1000) + 61, exp: Math.floor(now() / 1000) + 600 })),
    ],
    [
      'B105 over',
      () =>
        signed(HEADER, claims({ iat: Math.floor(now() / 1000) - 700, exp: Math.floor(now() / 1000) - 100 })),
    ],
    ['B105 typ JWT', () => signed({ alg: 'ES256', typ: 'JWT' }, claims())],
    ['B105 no typ', () => signed({ alg: 'ES256' }, claims())],
    [
      'B106 exp in 100 years',
      () => signed(HEADER, claims({ exp: Math.floor(now() / 1000) + 3_153_600_000 })),
    ],
    ['B106 exp as text', () => signed(HEADER, claims({ exp: String(Math.floor(now() / 1000) + 600) }))],
    ['B106 exp a fraction', () => signed(HEADER, claims({ exp: Math.floor(now() / 1000) + 599.5 }))],
    ['B106 exp negative', () => signed(HEADER, claims({ exp: -1 }))],
    [
      'B106 exp 1e400',
      async () => signed(HEADER, JSON.stringify(claims()).replace(/"exp":\d+/, '"exp":1e400')),
    ],
    ['B107 zip', () => signed({ ...HEADER, zip: 'DEF' }, claims())],
    [
      'B107 a compressed bomb',
      async () =>
        `${part({ ...HEADER, zip: 'DEF', kid: await liveKid() })}.${deflateRawSync(Buffer.alloc(5_000_000)).toString('base64url').slice(0, 3_000)}.AAAA`,
    ],
    ['B107 five parts', async () => `${part({ alg: 'dir', enc: 'A256GCM' })}..AAAA.AAAA.AAAA`],
    [
      'B107 a token in a token',
      async () => signed({ ...HEADER, cty: 'JWT' }, await signed(HEADER, claims())),
    ],
    ['B108 100 kB', () => signed(HEADER, claims({ scope: 'x'.repeat(100_000) }))],
    [
      'B110 a claim twice',
      () => signed(HEADER, JSON.stringify(claims()).replace('{', '{"sub":"sva_other",')),
    ],
    [
      'B110 a header name twice',
      () => signed('{"alg":"none","alg":"ES256","typ":"at+jwt","kid":"KID"}', claims()),
    ],
    [
      'B111 an ID token',
      () => signed({ alg: 'ES256', typ: 'JWT' }, { ...claims(), nonce: 'n', email: 'a@example.com' }),
    ],
    [
      'of an account that is not there',
      () => signed(HEADER, claims({ sub: 'sva_none', client_id: 'sva_none' })),
    ],
    ['whose client is not its subject', () => signed(HEADER, claims({ client_id: 'sva_none' }))],
    [
      'of another organisation than its account',
      () => signed(HEADER, claims({ organisation_id: 'org_other' })),
    ],
    ['that is a list', () => signed(HEADER, '[]')],
    ['that is null', () => signed(HEADER, 'null')],
    ['that is no JSON', () => signed(HEADER, 'sub=1')],
    [
      'with a changed payload',
      async () => {
        const [head, , signature] = (await signed(HEADER, claims())).split('.')
        return `${head}.${part(claims({ scope: 'keys:admin' }))}.${signature}`
      },
    ],
    ['with a signature cut short', async () => (await signed(HEADER, claims())).slice(0, -4)],
    ['with padding', async () => `${await signed(HEADER, claims())}==`],
  ]
  it.each(refused)('is refused: %s', async (_name, make) => {
    const { tokens: one } = tokens()
    expect(await one.verify(await make())).toBeUndefined()
  })

  it('is refused after its time, though its signature was seen before', async () => {
    const { tokens: one } = tokens()
    const { access_token } = await one.issue(account, ['filings:read'])
    expect(await one.verify(access_token)).toBeDefined()
    clock += 629_000
    expect(await one.verify(access_token)).toBeDefined()
    clock += 2_000
    expect(await one.verify(access_token)).toBeUndefined()
    clock = Date.now()
  })

  it('B109 ends with its account, its scopes and a disclosed secret, for every process within seconds', async () => {
    const store = serviceAccountStore(database.sql)
    const organisationId = account.organisation_id
    const fresh = async () =>
      (
        await store.create(
          organisationId,
          { name: 'x', scopes: ['filings:read', 'signals:read'], public_keys: [] },
          pepper as never,
        )
      ).account
    const recordOf = async (id: string) =>
      (await serviceAccountRecords(database.sql).find(id)) as ServiceAccountRecord
    const changes: ((id: string) => Promise<unknown>)[] = [
      async (id) =>
        store.update(organisationId, (await store.find(organisationId, id)) as never, { disabled: true }),
      async (id) =>
        store.update(organisationId, (await store.find(organisationId, id)) as never, {
          scopes: ['filings:read'],
        }),
      async (id) =>
        store.rotateSecret(
          organisationId,
          (await store.find(organisationId, id)) as never,
          0,
          pepper as never,
        ),
      async (id) => store.remove(organisationId, id),
    ]
    for (const change of changes) {
      const { id } = await fresh()
      const { tokens: one } = tokens()
      const { tokens: other } = tokens()
      const { access_token } = await one.issue(await recordOf(id), ['filings:read'])
      expect(await other.verify(access_token)).toBeDefined()
      await change(id)
      const changed = Date.now()
      while ((await other.verify(access_token)) !== undefined) {
        expect(Date.now() - changed).toBeLessThan(5_000)
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
      one.forget(id)
      expect(await one.verify(access_token)).toBeUndefined()
    }
  })
})

describe('signing keys', () => {
  it('change with two live: the next one is published before it signs, the last one is believed afterwards', async () => {
    const store = signingKeyStore(database.sql)
    const before = tokens()
    const old = await before.tokens.issue(account, ['filings:read'])
    const [first] = (await before.keys.publicSet()).keys
    const kid = await rotateSigningKeys(store, seal, { force: true })
    const during = tokens()
    expect((await during.keys.publicSet()).keys.map((key) => key.kid)).toEqual([kid, first?.kid])
    expect((await during.keys.signer()).kid).toBe(first?.kid)
    expect(await during.tokens.verify(old.access_token)).toBeDefined()
    await database.sql`update oauth_signing_keys set signs_from = now() - interval '1 second' where kid = ${String(kid)}`
    const after = tokens()
    expect((await after.keys.signer()).kid).toBe(kid)
    expect(await after.tokens.verify(old.access_token)).toBeDefined()
    const next = await after.tokens.issue(account, ['filings:read'])
    expect(await during.tokens.verify(next.access_token)).toBeDefined()
    await database.sql`update oauth_signing_keys set retires_at = now() - interval '1 second' where kid = ${String(first?.kid)}`
    const later = tokens()
    expect((await later.keys.publicSet()).keys).toHaveLength(1)
    expect(await later.tokens.verify(old.access_token)).toBeUndefined()
    expect(await later.tokens.verify(next.access_token)).toBeDefined()
  })

  it('that were disclosed are replaced at once', async () => {
    const { tokens: one } = tokens()
    const { access_token } = await one.issue(account, ['filings:read'])
    await rotateSigningKeys(signingKeyStore(database.sql), seal, { atOnce: true })
    const later = tokens()
    expect((await later.keys.publicSet()).keys).toHaveLength(1)
    expect(await later.tokens.verify(access_token)).toBeUndefined()
  })

  it('are made once, however many processes start at the same time, and lie sealed', async () => {
    await database.sql`delete from oauth_signing_keys`
    await Promise.all(Array.from({ length: 5 }, () => tokens().keys.signer()))
    const rows = await database.sql<
      { sealed_private_jwk: string; public_jwk: JWK }[]
    >`select * from oauth_signing_keys`
    expect(rows).toHaveLength(1)
    expect(rows[0]?.sealed_private_jwk).not.toContain('"d"')
    expect(rows[0]?.public_jwk).not.toHaveProperty('d')
    expect(await importJWK(rows[0]?.public_jwk as JWK, 'ES256')).toBeDefined()
  })

  it('that nobody knows make the table be read again at most once in five minutes', async () => {
    let reads = 0
    const store = signingKeyStore(database.sql)
    const counted = {
      ...store,
      listLive: () => {
        reads += 1
        return store.listLive()
      },
    }
    let time = Date.now()
    const keys = signingKeys(counted, seal, () => time)
    await keys.signer()
    for (let i = 0; i < 50; i++) expect(await keys.verifier(`unknown-${i}`)).toBeUndefined()
    expect(reads).toBe(2)
    time += 59_000
    await keys.verifier('unknown')
    expect(reads).toBe(2)
  })
})
