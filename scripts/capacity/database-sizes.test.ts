import { testDatabase } from '@sec-latent/core/testing/database'
import { seedFiling } from '@sec-latent/core/testing/seed-filing'
import { afterAll, expect, test } from 'vitest'
import { portionsOf, tableSizes, totalOf } from './database-sizes.ts'
import { multiply, timesOf } from './multiply.ts'

const database = await testDatabase()
const { sql } = database
afterAll(() => database.close())

test('tables grow by what is written, and each filing has its own rows there, those of its documents included', async () => {
  const before = await tableSizes(sql)
  await seedFiling(sql, { accession_number: '0009990001-24-000001' })
  await seedFiling(sql, { accession_number: '0009990001-24-000002' })
  await sql`insert into documents (document_id, accession_number, sequence, document_type, byte_start, byte_end,
      document_sha256, text_status)
    values ('0009990001-24-000002:1', '0009990001-24-000002', 1, '10-K', 0, 10, ${'0'.repeat(64)}, 'failed')`
  await sql`insert into sections (section_id, document_id, section_key, position, status, boundary_method, confidence, disposition, "start",
      "end", byte_start, byte_end)
    values ('sec_1', '0009990001-24-000002:1', 'item_1', 1, 'ok', 'heading', 1, 'extracted', 0, 5, 0, 5)`
  const after = await tableSizes(sql)
  expect(after.filings?.rows).toBe((before.filings?.rows ?? 0) + 2)
  for (const table of ['filings', 'documents', 'sections'])
    expect(totalOf(after[table] as never), table).toBeGreaterThan(totalOf(before[table] as never))
  const portions = await portionsOf(sql)
  expect(portions.filings?.map(({ rows }) => rows)).toEqual([1, 1])
  expect(portions.sections).toEqual([
    { accession_number: '0009990001-24-000002', rows: 1, bytes: expect.any(Number) },
  ])
  expect(portions.sections?.[0]?.bytes).toBeGreaterThan(30)
  expect(portions).not.toHaveProperty('organisations')
})

test('rows are given again under other keys, so many times, and belong together as before', async () => {
  await multiply(sql, ['filings', 'filing_filers', 'documents', 'sections'], 3)
  const sizes = await tableSizes(sql)
  expect(sizes.filings?.rows).toBe(2 * timesOf('filings', 3))
  expect(sizes.filing_filers?.rows).toBe(8)
  expect(sizes.sections?.rows).toBe(4)
  const [joined] = await sql<{ count: number }[]>`
    select count(*)::int from sections join documents using (document_id)`
  expect(joined?.count).toBe(4)
  expect(timesOf('facts', 3)).toBe(1)
})
