import { parseArgs } from 'node:util'
import { runMain } from '../run-main.ts'
import { generateKey, hashKey, type Pepper, parseKey, parsePeppers } from './key-format.ts'
import type { FoundKey, KeyRecord } from './key-store.ts'
import { postgresKeyProvider } from './postgres-key-provider.ts'

// npm run bench:keys -- [--keys 20000] [--json]
// What one request pays for its key: a verdict that is remembered, and the steps it is made of.
const { values } = parseArgs({
  options: { keys: { type: 'string', default: '20000' }, json: { type: 'boolean', default: false } },
})
const ROUNDS = 5
const CALLS = 200_000
/** A verdict that is remembered must not be felt beside the rest of a request. */
const KNOWN_AT_MOST_NS = 2_000

await runMain(async () => {
  const peppers = parsePeppers('v1:a-pepper-for-measuring-only')
  const keys = Array.from({ length: Number(values.keys) }, () => generateKey('live'))
  const provider = postgresKeyProvider(
    {
      keys: {
        findByHash: async () => found(),
        startGrace: async () => undefined,
        findKeyByHash: async () => undefined,
      },
      changes: { since: async (version) => ({ origin: 'bench', version, changes: [] }) },
    },
    peppers,
    { pollMs: 3_600_000 },
  )
  await new Promise((resolve) => setImmediate(resolve))
  for (const key of keys) await provider.verify(key)
  // A header is a new string in every request, whose hash nobody has computed before.
  const fresh = (index: number) =>
    Buffer.from(keys[index % keys.length] as string, 'latin1').toString('latin1')
  const making = nanoseconds((index) => fresh(index))
  const rows = [
    row(
      'known() of a remembered key',
      nanoseconds((index) => provider.known(fresh(index))) - making,
      KNOWN_AT_MOST_NS,
    ),
    row('parseKey() with its checksum', nanoseconds((index) => parseKey(fresh(index))) - making),
    row('hashKey(), an HMAC', nanoseconds((index) => hashKey(fresh(index), peppers[0] as Pepper)) - making),
  ]
  provider.close()
  for (const { check, value } of rows) console.log(`${check}: ${value} ns`)
  if (values.json) console.log(JSON.stringify({ name: 'keys', rows }))
  if (rows.some(({ ok }) => !ok)) process.exitCode = 1
})

/** Time of the processor, so that other programs count as little as possible; the best of some rounds. */
function nanoseconds(call: (index: number) => unknown): number {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = process.cpuUsage()
    for (let index = 0; index < CALLS; index += 1) call(index)
    const { user, system } = process.cpuUsage(started)
    best = Math.min(best, ((user + system) * 1_000) / CALLS)
  }
  return best
}

function row(check: string, value: number, bound?: number) {
  const rounded = Math.round(value)
  return {
    check,
    value: rounded,
    unit: 'ns',
    ...(bound ? { at_most: bound } : {}),
    ok: !bound || rounded <= bound,
  }
}

function found(): FoundKey {
  const record = {
    id: 'key_1',
    organisation_id: 'org_1',
    mode: 'live',
    scopes: ['filings:read'],
    allowed_cidrs: [],
    api_version: null,
    expires_at: '2999-01-01T00:00:00Z',
    revoked_at: null,
    disabled_at: null,
    organisation_disabled_at: null,
    plan: 'pro',
    subject: { organisation_id: 'org_1', key_id: 'key_1', policies: [], concurrency: 1 },
  } satisfies KeyRecord
  return { version: 0, record, startsGrace: false }
}
