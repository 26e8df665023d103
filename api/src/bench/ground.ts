import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PlanName } from '@sec-latent/core/accounts/plans'
import { accountStore } from '@sec-latent/core/accounts/store'
import type { Sql } from '@sec-latent/core/db'
import type { Filer } from '@sec-latent/core/filings/filing'
import { openObjectStore } from '@sec-latent/core/objects/open'
import { type OwnServers, ownServers } from '../../../scripts/services/own-servers.ts'
import { filer, seeder } from '../testing/seed.ts'
import { bundlePrograms } from './bundle.ts'
import { BENCH_PEPPERS, type ServerOrder } from './order.ts'
import { type Child, startChild } from './processes.ts'

const COMPANIES = 40

/** Everything a measurement of the API needs: servers, a database with filings and keys, and an API on a core of its own. */
export async function openGround() {
  // This process, the servers it starts and the load generator keep off the core of the server under test.
  spawnSync('taskset', ['-cp', '1', String(process.pid)])
  const programs = await bundlePrograms(['server-main', 'peers-main', 'load-main'])
  // As much as production has of it for a database of this size: rows are read from memory, not through the system.
  const servers: OwnServers = await ownServers({ settings: ['shared_buffers=512MB'] })
  const children: Child[] = []
  const { url: databaseUrl, sql } = await servers.database()
  const redis = await servers.redis('cache')
  const objectsUrl = pathToFileURL(servers.folder('objects')).href
  const seed = seeder(sql, openObjectStore(objectsUrl))
  const accounts = accountStore(sql)
  const [pepper] = BENCH_PEPPERS

  async function makeKey(name = 'measure', plan: PlanName = 'scale'): Promise<string> {
    const organisation = await accounts.createOrganisation({ name, plan })
    const wish = { organisation_id: organisation.id, name, mode: 'live' as const }
    return (await accounts.createKey(wish, pepper as NonNullable<typeof pepper>)).key
  }

  return {
    servers,
    sql,
    databaseUrl,
    redis,
    seed,
    makeKey,

    async api(
      cacheMb: number,
      options: { nodeOptions?: string[]; core?: number; cacheEntries?: number; shipWhenAsked?: boolean } = {},
    ): Promise<Child> {
      const order: ServerOrder = {
        databaseUrl,
        redisUrl: redis.url,
        objectsUrl,
        meterFolder: servers.folder(`meter-${children.length}`),
        cacheMb,
        cacheEntries: options.cacheEntries,
        shipWhenAsked: options.shipWhenAsked,
      }
      const child = await startChild(join(programs, 'server-main.js'), {
        core: options.core ?? 0,
        nodeOptions: options.nodeOptions,
        env: { BENCH_SERVER: JSON.stringify(order) },
        log: `${servers.folder('logs')}/api.log`,
      })
      children.push(child)
      return child
    },

    async child(program: string, args: string[], core: number): Promise<Child> {
      const log = `${servers.folder('logs')}/${program}.log`
      const child = await startChild(join(programs, `${program}.js`), { core, args, log })
      children.push(child)
      return child
    },

    async close(): Promise<void> {
      await Promise.allSettled(children.map((child) => child.stop()))
      await servers.close()
    },
  }
}
export type BenchGround = Awaited<ReturnType<typeof openGround>>

/** Accession number of the n-th seeded filing. */
export function seededAccession(n: number): string {
  return `0009900001-24-${String(n).padStart(6, '0')}`
}

/** Filings of a few companies, with one signal; returns the signal's id. */
export async function seedFilings({ seed }: Pick<BenchGround, 'seed'>, count: number): Promise<string> {
  let signal = ''
  for (let n = 1; n <= count; n++) {
    const company = String(9_900_001 + (n % COMPANIES)).padStart(10, '0')
    const seeded = await seed.filing({
      accession_number: seededAccession(n),
      cik: company,
      filers: [usualFiler(company, `HARBOR LIGHT ROBOTICS NUMBER ${n % COMPANIES} INC`)],
      accepted_at: new Date(Date.UTC(2025, 0, 1 + (n % 300), 14, n % 60, 7))
        .toISOString()
        .replace('.000Z', 'Z'),
      form_type: ['10-K', '10-Q', '8-K'][n % 3],
    })
    if (n === 1) {
      const span = seed.span(seeded, 'Our robots — all of them 🤖 — may fail.')
      signal = await seed.signal(seeded, [{ kind: 'text_span', ...span }])
    }
  }
  return signal
}

/** Somebody of whom a header says as much as it says of most companies, so that an answer is as long as most are. */
function usualFiler(cik: string, name: string): Filer {
  const address = {
    street_1: '1200 ATLANTIC AVENUE',
    street_2: 'SUITE 400',
    city: 'BOSTON',
    state: 'MA',
    zip: '02110',
    phone: '617-555-0100',
  }
  return {
    ...filer(cik, name),
    sic_description: 'COMPUTER & OFFICE EQUIPMENT',
    organization_name: '06 Technology',
    irs_number: '042990001',
    film_number: '25640001',
    form_type: '10-K',
    business_address: address,
    mailing_address: { ...address, phone: null },
    former_names: [{ name: 'HARBOR LIGHT MACHINES INC', changed_on: '2019-06-30' }],
  }
}

/** Copies the first seeded filing under other numbers, so that single rows can be asked for at random. */
export async function multiplyFilings(sql: Sql, count: number): Promise<void> {
  for (const table of ['intake', 'filings', 'filing_filers']) {
    await sql.unsafe(`
      insert into ${table}
      select (jsonb_populate_record(one, jsonb_build_object(
        'accession_number', '0009900009-23-' || lpad(n::text, 6, '0'), 'cik', lpad((9100000 + n % 5000)::text, 10, '0')))).*
      from ${table} one, generate_series(1, ${count}) n
      where one.accession_number = '${seededAccession(1)}'`)
  }
  await sql.unsafe('vacuum analyze')
}
