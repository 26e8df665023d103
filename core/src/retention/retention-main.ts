import { parseArgs } from 'node:util'
import { Type } from 'typebox'
import { dataSettings, parseConfig } from '../config.ts'
import { openDatabase } from '../db.ts'
import { runMain } from '../run-main.ts'
import { retentionPolicies } from './policies.ts'

/** Says what the jobs of retention would remove now, or at `--at 2027-01-01`; removes nothing: `npm run retention`. */
await runMain(async () => {
  const { values } = parseArgs({
    options: { at: { type: 'string' }, json: { type: 'boolean', default: false } },
  })
  const now = values.at === undefined ? new Date() : new Date(values.at)
  if (Number.isNaN(now.getTime())) throw new Error('--at takes a moment, such as 2027-01-01')
  const config = parseConfig(Type.Object({ DATABASE_URL: dataSettings.DATABASE_URL }), process.env)
  const sql = openDatabase(config.DATABASE_URL, {
    max: 1,
    applicationName: 'retention',
    role: 'latent_worker',
  })
  try {
    const rows: { check: string; value: number; unit: string; ok: boolean }[] = []
    for (const { what, days, due } of retentionPolicies) {
      const value = await due(sql, now)
      rows.push({ check: what, value, unit: 'due', ok: true })
      console.log(`${String(value).padStart(10)}  ${what}, kept ${days} ${days === 1 ? 'day' : 'days'}`)
    }
    if (values.json) console.log(JSON.stringify({ name: 'retention', rows }))
  } finally {
    await sql.end({ timeout: 5 })
  }
})
