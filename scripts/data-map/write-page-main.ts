import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { testDatabase } from '@sec-latent/core/testing/database'
import { columnsOf, dataMapPage, dataMapProblems } from './data-map.ts'

// npm run data:map: writes the page of the data map from a database that was just migrated.
const page = join(import.meta.dirname, '../../docs-site/content/docs/operate/data-map.mdx')
const database = await testDatabase()
try {
  const columns = await columnsOf(database.sql)
  const problems = dataMapProblems(columns)
  for (const problem of problems) console.error(problem)
  writeFileSync(page, dataMapPage(columns))
  console.log(`${new Set(columns.map(({ table }) => table)).size} tables, ${columns.length} columns`)
  process.exitCode = problems.length > 0 ? 1 : 0
} finally {
  await database.close()
}
