/**
 * `npm run access:review -- --organisation ID [--json | --csv]`: who may act for an organisation, what they may do and when they last
 * did. `npm run access:review -- --database [--json]`: who can enter the database, and what they may become. DATABASE_URL names the database; the login must be of the operator, who sees people of all organisations.
 */
import { parseArgs } from 'node:util'
import { accessReview, accessReviewCsv } from '@sec-latent/core/access-review/access-review'
import { type DatabaseAccess, databaseAccess } from '@sec-latent/core/access-review/database-access'
import { ConfigError, dataSettings, parseConfig } from '@sec-latent/core/config'
import { openDatabase } from '@sec-latent/core/db'
import { runMain } from '@sec-latent/core/run-main'
import { Type } from 'typebox'

const { values } = parseArgs({
  options: {
    organisation: { type: 'string' },
    database: { type: 'boolean' },
    json: { type: 'boolean' },
    csv: { type: 'boolean' },
  },
})

await runMain(async () => {
  const { DATABASE_URL } = parseConfig(Type.Object({ DATABASE_URL: dataSettings.DATABASE_URL }), process.env)
  if (!values.organisation && !values.database)
    throw new ConfigError(['--organisation is required, the id of one, or --database'])
  const sql = openDatabase(DATABASE_URL, { max: 1, applicationName: 'access:review', role: 'latent_service' })
  try {
    if (values.database) {
      const access = await databaseAccess(sql)
      if (values.json) console.log(JSON.stringify(access))
      else for (const one of access) console.log(lineOf(one))
      return
    }
    const review = await accessReview(sql, String(values.organisation))
    if (!review) throw new ConfigError([`there is no organisation ${values.organisation}`])
    if (values.json) console.log(JSON.stringify(review))
    else if (values.csv) process.stdout.write(accessReviewCsv(review))
    else {
      console.log(`${review.organisation} (${review.organisation_id}), ${review.reviewed_at}`)
      for (const { kind, id, name, rights, last_used_at, live, remarks } of review.entries) {
        console.log(
          `${kind.padEnd(17)} ${id}  ${name}  [${rights}]  live ${live}, last used ${last_used_at ?? 'never'}`,
        )
        for (const remark of remarks) console.log(`${' '.repeat(18)}! ${remark}`)
      }
    }
  } finally {
    await sql.end({ timeout: 5 })
  }
})

function lineOf({ role, enters, may_become, expires_at, remarks }: DatabaseAccess): string {
  const until = expires_at === null ? '' : `, until ${expires_at}`
  const told = remarks.map((remark) => `\n  ! ${remark}`).join('')
  return `${enters ? 'login' : 'role '} ${role}  [${may_become.join(' ')}]${until}${told}`
}
