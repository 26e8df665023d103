import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { RestoreDrill } from '@sec-latent/core/recovery/store'
import { runMain } from '@sec-latent/core/run-main'
import { atLeast, atMost, type Figure, report } from './figures.ts'
import type { LivedInDatabase } from './lived-in-database.ts'
import { recoveryGround } from './recovery-ground.ts'
import { backedUpPrimary, isBackFromErasure, liveOn, loseMachine, restoreInto } from './restore-scenario.ts'

const USAGE = `Usage: restore:drill [--to TIME] [--steps N] [--quick] [--json]

Without BACKUP_STORE_URL: makes a Postgres with customers, filings and a signed audit log, backs it up with its log archived at most
every 50 seconds, restores a chosen second, then loses the machine just before the next file of the log would be archived and
restores what is left. --quick leaves out the loss, which takes two minutes.
With BACKUP_STORE_URL: restores from that store, to TIME (ISO 8601) or as late as the archive goes. See the page on recovery.`

const { values } = parseArgs({
  options: {
    to: { type: 'string' },
    steps: { type: 'string', default: '300' },
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

/** Of deploy/postgres/postgresql.conf. */
const ARCHIVE_TIMEOUT_S = 50
const RPO_S = 60
const BEFORE_NEXT_S = 4

await runMain(async () => {
  if (values.help) {
    process.stdout.write(`${USAGE}\n`)
    return
  }
  if (process.env.BACKUP_STORE_URL) {
    const entry = join(import.meta.dirname, '..', '..', 'workers', 'src', 'restore-drill-main.ts')
    const args = [...(values.to ? ['--to', values.to] : []), ...(values.json ? ['--json'] : [])]
    process.exitCode =
      spawnSync(process.execPath, ['--import', 'tsx', entry, ...args], { stdio: 'inherit' }).status ?? 1
    return
  }
  if (values.to) throw new Error('--to needs BACKUP_STORE_URL: a new database has no past to go back to')
  const ground = await recoveryGround({ durable: true })
  const rows: Figure[] = []
  try {
    const { server, database, backup } = await backedUpPrimary(ground, { steps: Number(values.steps) })
    console.log(`backup ${backup.id}: ${backup.plain_bytes} bytes, ${backup.stored_bytes} as stored`)
    const moment = await liveOn(database, 50)
    const toSecond = await restoreInto(ground, 'restored-second', database, {
      target: moment.at,
      expected: moment.rows,
      look: async (url) => [await isBackFromErasure(url, database.erased)],
    })
    rows.push(...drillRows(`point in time ${moment.at.toISOString()}`, toSecond))
    rows.push(
      atMost('seconds between the moment and the last commit before it', toSecond.rpo_seconds ?? 1e9, 's', 1),
    )
    const late = await restoreInto(ground, 'restored-late', database, {
      target: new Date(Date.now() + 3_600_000),
    })
    rows.push(
      atLeast(
        'a moment behind the archive is refused with a sentence',
        /later than the last commit of the archive/.test(late.error ?? '') ? 1 : 0,
        'refusals',
        1,
      ),
    )
    if (!values.quick) {
      const { acknowledged, lostAt } = await untilJustBeforeArchiving(database)
      await database.close()
      await loseMachine(ground, server)
      const drill = await restoreInto(ground, 'restored-latest', database, { lostAt })
      const lost = acknowledged.filter(
        (at) => drill.recovered_to === undefined || at > Date.parse(drill.recovered_to),
      )
      rows.push(...drillRows('machine lost', drill))
      rows.push(
        atMost('RPO: seconds of acknowledged commits that are lost', drill.rpo_seconds ?? 1e9, 's', RPO_S),
      )
      rows.push(atLeast('commits that were lost: the measure is not empty', lost.length, 'commits', 1))
    }
    await database.close()
  } finally {
    await ground.close()
  }
  report('restore-drill', rows, values.json)
})

function drillRows(name: string, drill: RestoreDrill): Figure[] {
  console.log(`${name}: ${drill.outcome}${drill.error ? `: ${drill.error}` : ''}`)
  for (const { check, ok, found } of drill.checks) console.log(`  ${ok ? 'ok  ' : 'BAD '} ${check}: ${found}`)
  const failed = drill.checks.filter(({ ok }) => !ok).length
  return [
    atLeast(`${name}: checks`, drill.checks.length, 'checks', 6),
    atMost(`${name}: checks that failed`, failed + (drill.outcome === 'failed' ? 1 : 0), 'checks', 0),
    atMost(
      `${name}: RTO, from an empty folder to a database that answers`,
      drill.rto_seconds ?? 1e9,
      's',
      3_600,
    ),
  ]
}

/** Commits a mark ten times a second until the archive is as far behind as it ever gets. */
async function untilJustBeforeArchiving(database: LivedInDatabase) {
  const acknowledged: number[] = []
  const archivedAt = async () => {
    const [row] = await database.sql<{ at: string | null; wal: string | null }[]>`
      select last_archived_time as at, last_archived_wal as wal from pg_stat_archiver`
    return row?.wal ?? ''
  }
  const first = await archivedAt()
  let switchedAt: number | undefined
  console.log(`waiting for the archive (${ARCHIVE_TIMEOUT_S} s), then until just before it is due again …`)
  for (;;) {
    acknowledged.push(Date.parse(await database.store.mark()))
    if (switchedAt === undefined && (await archivedAt()) !== first) switchedAt = Date.now()
    if (switchedAt !== undefined && Date.now() - switchedAt > (ARCHIVE_TIMEOUT_S - BEFORE_NEXT_S) * 1_000)
      break
    await sleep(100)
  }
  return { acknowledged, lostAt: new Date() }
}
