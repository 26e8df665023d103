import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { staleColumns } from '@sec-latent/core/privacy/data-classes'
import { type TestDatabase, testDatabase } from '@sec-latent/core/testing/database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { columnsOf, dataMapPage, dataMapProblems, type MappedColumn } from './data-map.ts'

const PAGE = join(import.meta.dirname, '../../docs-site/content/docs/operate/data-map.mdx')
let database: TestDatabase
let columns: MappedColumn[]
beforeAll(async () => {
  database = await testDatabase()
  columns = await columnsOf(database.sql)
})
afterAll(() => database.close())

test('every table has a class, and every personal or secret column an end', () => {
  expect(dataMapProblems(columns)).toEqual([])
  expect(staleColumns(columns)).toEqual([])
})

test('the page of the data map is what the schema says: run npm run data:map', () => {
  expect(readFileSync(PAGE, 'utf8')).toBe(dataMapPage(columns))
})

test.each([
  [
    'a table nobody classified',
    { table: 'new_table', column: 'id', tenant: false },
    'new_table has no class',
  ],
  [
    'an address in a table whose rows stay',
    { table: 'invoices', column: 'email', tenant: true },
    'invoices.email is personal',
  ],
  ['an address in usage', { table: 'usage_hours', column: 'ip', tenant: true }, 'usage_hours.ip is personal'],
  [
    'a secret in a table whose rows stay',
    { table: 'plan_changes', column: 'api_token', tenant: true },
    'api_token is secret',
  ],
])('%s is found', (_, column, problem) => {
  expect(dataMapProblems([...columns, column])).toEqual([expect.stringContaining(problem)])
})
