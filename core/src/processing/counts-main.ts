import { parseArgs } from 'node:util'
import { Type } from 'typebox'
import { dataSettings, parseConfig } from '../config.ts'
import { openDatabase } from '../db.ts'
import { runMain } from '../run-main.ts'
import { differingCounts, recount } from './kept-counts.ts'

// npm run counts -- [--repair] [--json]
// Counts all filings and answers and compares with the counts that are kept. `--repair` counts again where they differ, and
// compares once more. Ends with 1 when they differ.
const { values } = parseArgs({
  options: { repair: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
})

await runMain(async () => {
  const { DATABASE_URL } = parseConfig(Type.Object({ DATABASE_URL: dataSettings.DATABASE_URL }), process.env)
  const sql = openDatabase(DATABASE_URL, { max: 1, role: 'latent_worker', applicationName: 'counts' })
  try {
    let differences = await differingCounts(sql)
    if (differences.length > 0 && values.repair) {
      console.log(`${differences.length} counts differ and are counted again.`)
      await recount(sql)
      differences = await differingCounts(sql)
    }
    if (values.json) console.log(JSON.stringify(differences))
    else {
      for (const { of, dataset, cik, form_type, what, kept, counted } of differences)
        console.log(
          `${of} ${dataset} ${cik || 'everybody'} ${form_type} ${what}: ${kept} kept, ${counted} counted`,
        )
      console.log(differences.length === 0 ? 'All kept counts are what counting gives.' : 'Counts differ.')
    }
    if (differences.length > 0) process.exitCode = 1
  } finally {
    await sql.end({ timeout: 5 })
  }
})
