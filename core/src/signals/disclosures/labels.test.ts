import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forEachPostgres, type TestDatabase, testDatabase } from '../../testing/database.ts'
import { disclosureLabels } from './labels.ts'

forEachPostgres((version) => {
  describe('labels of disclosures', () => {
    let database: TestDatabase
    beforeAll(async () => {
      database = await testDatabase({ version })
    })
    afterAll(() => database.close())

    test.each(disclosureLabels.map((label) => [label.name, label] as const))(
      '%s: asks the database in words it understands',
      async (_name, label) => {
        const corpus = { sql: database.sql, objects: undefined as never, dataset: 'test' as const }
        expect(await label.cases(corpus)).toEqual([])
      },
    )
  })
})
