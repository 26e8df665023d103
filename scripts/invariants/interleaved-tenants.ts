import { openDatabase } from '@sec-latent/core/db'
import { asOrganisation } from '@sec-latent/core/tenancy/organisation'
import type { Row } from './invariant.ts'
import { randomOf } from './random.ts'

const AT_ONCE = 20
const DIVISION_BY_ZERO = '22012'

/**
 * Two organisations in turn on the same connections, each transaction naming its own, some of them failing; and queries that
 * name none. The login of `url` is, or may become, `latent_api`.
 */
export async function interleaved(
  url: string,
  {
    organisations,
    seed,
    queries,
    connections,
  }: { organisations: string[]; seed: number; queries: number; connections: number },
): Promise<Row[]> {
  const random = randomOf(seed)
  const sql = openDatabase(url, { max: connections, role: 'latent_api' })
  const tables = ['api_keys', 'audit_events', 'organisations'] as const
  let foreign = 0
  let rows = 0
  let unset = 0
  let next = 0
  const worker = async () => {
    while (next < queries) {
      next += 1
      const organisation = random.pick(organisations)
      const table = random.pick(tables)
      const column = table === 'organisations' ? 'id' : 'organisation_id'
      if (random.below(10) === 0) {
        unset += (await sql`select from ${sql(table)}`).length
        continue
      }
      const fails = random.below(10) === 0
      const run = asOrganisation(sql, organisation, async (tx) => {
        const found = await tx<{ owner: string }[]>`select ${tx(column)} as owner from ${tx(table)}`
        rows += found.length
        foreign += found.filter(({ owner }) => owner !== organisation).length
        // A transaction that fails must leave nothing behind on its connection either.
        if (fails) await tx`select 1 / 0`
      })
      await run.catch((error: { code?: string }) => {
        if (error.code !== DIVISION_BY_ZERO) throw error
      })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  await sql.end({ timeout: 5 })
  return [
    {
      check: `rows read by ${queries} queries of two organisations on ${connections} connections`,
      value: rows,
      unit: 'rows',
      at_least: 1,
      ok: rows > 0,
    },
    { check: 'foreign rows among them', value: foreign, unit: 'rows', at_most: 0, ok: foreign === 0 },
    {
      check: 'rows shown where no organisation was named',
      value: unset,
      unit: 'rows',
      at_most: 0,
      ok: unset === 0,
    },
  ]
}
