import { Type } from 'typebox'
import { dataSettings, parseConfig } from './config.ts'
import { openDatabase } from './db.ts'
import { migrate } from './migrate.ts'
import { runMain } from './run-main.ts'

await runMain(async () => {
  const { DATABASE_URL } = parseConfig(Type.Object({ DATABASE_URL: dataSettings.DATABASE_URL }), process.env)
  const sql = openDatabase(DATABASE_URL, { max: 1, applicationName: 'migrate' })
  try {
    const done = await migrate(sql)
    process.stdout.write(done.length === 0 ? 'The schema is up to date.\n' : `Migrated: ${done.join(', ')}\n`)
  } finally {
    await sql.end()
  }
})
