import { spawnSync } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openDatabase } from '@sec-latent/core/db'
import { listBaseBackups } from '@sec-latent/core/recovery/base-backup'
import { prepareCluster } from '@sec-latent/core/recovery/restore'
import { recoveryStore } from '@sec-latent/core/recovery/store'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { archivedUpTo } from './lived-in-database.ts'
import { missingForRecovery, type RecoveryGround, recoveryGround } from './recovery-ground.ts'
import {
  backedUpPrimary,
  isBackFromErasure,
  liveOn,
  loseMachine,
  type Moment,
  restoreInto,
} from './restore-scenario.ts'

const missing = missingForRecovery()

describe.skipIf(missing)(`a backup of a real Postgres${missing ? ` (${missing})` : ''}`, () => {
  let ground: RecoveryGround
  let primary: Awaited<ReturnType<typeof backedUpPrimary>>
  let moment: Moment

  beforeAll(async () => {
    ground = await recoveryGround()
    primary = await backedUpPrimary(ground, { steps: 5 })
    moment = await liveOn(primary.database, 5)
    await primary.database.close()
    await loseMachine(ground, primary.server)
  }, 300_000)
  afterAll(() => ground?.close())

  test('comes back at a chosen second: its rows, a whole audit chain, nothing later, and who was erased stays erased', async () => {
    const drill = await restoreInto(ground, 'second', primary.database, {
      target: moment.at,
      expected: moment.rows,
      look: async (url) => [await isBackFromErasure(url, primary.database.erased)],
    })
    expect(drill.error).toBeUndefined()
    expect(drill.checks.filter(({ ok }) => !ok)).toEqual([])
    expect(drill.checks.map(({ check }) => check)).toEqual([
      'backup compared with its checksums',
      'row counts',
      'no rows from after the moment',
      'indexes valid, data checksums',
      'audit chain',
      'what was erased later is back, and has to be erased again',
      'erasures replayed',
    ])
    expect(drill).toMatchObject({ outcome: 'succeeded', backup_id: primary.backup.id })
  }, 300_000)

  test('comes back for good: as a server with the settings of the deployment, which takes writes and archives again', async () => {
    await prepareCluster(ground.backups, {
      data: join(ground.within('for-good'), 'data'),
      programs: ground.programs,
      account: ground.account,
      target: moment.at,
      fetchCommand: ground.fetchCommand,
    })
    const server = await ground.start('for-good')
    const sql = openDatabase(server.url(), { max: 1 })
    try {
      const isPrimary = async () => (await sql`select pg_is_in_recovery() as recovers`)[0]?.recovers === false
      await expect.poll(isPrimary, { timeout: 60_000 }).toBe(true)
      const last = await recoveryStore(sql).lastMark()
      expect(Date.parse(last as string)).toBeLessThanOrEqual(moment.at.getTime())
      await recoveryStore(sql).mark()
      const [closed] = await sql<{ wal: string }[]>`select pg_walfile_name(pg_switch_wal()) as wal`
      expect(closed?.wal.slice(0, 8)).toBe('00000002')
      await archivedUpTo(sql, closed?.wal as string)
      expect(await ground.backups.store.get(`wal/${closed?.wal}`)).toBeDefined()
    } finally {
      await sql.end({ timeout: 5 })
      await server.program.kill()
    }
    // A timeline of its own must not lead the tests that follow past what was archived by the first.
    await ground.backups.store.remove('wal/00000002.history')
  }, 300_000)

  test('a moment that the archive does not reach is refused before anything is unpacked', async () => {
    const drill = await restoreInto(ground, 'late', primary.database, {
      target: new Date(Date.now() + 3_600_000),
    })
    expect(drill).toMatchObject({
      outcome: 'failed',
      error: expect.stringMatching(/is later than the last commit of the archive/),
    })
    const early = await restoreInto(ground, 'early', primary.database, { target: new Date('2020-01-01') })
    expect(early.error).toMatch(/is before the first backup was whole/)
  })

  test('a segment that cannot be read ends the recovery: no database opens that lacks its latest commits', async () => {
    const env = join(ground.folder, 'config', 'backups.env')
    const fetched = (name: string, environment: Record<string, string>) =>
      spawnSync(ground.fetchCommand, [name, join(ground.folder, 'fetched')], {
        env: { PATH: process.env.PATH, ...environment },
        stdio: 'ignore',
      }).status
    expect(fetched('0000000100000000000000FF', { LATENT_BACKUP_ENV: env })).toBe(1)
    expect(fetched(primary.backup.start_wal, { LATENT_BACKUP_ENV: env })).toBe(0)
    expect(fetched(primary.backup.start_wal, { LATENT_BACKUP_ENV: '/nowhere' })).toBeGreaterThan(125)
    // As with another key, or a part that was changed.
    await ground.backups.store.put(`wal/${primary.backup.start_wal}`, Buffer.from('not what it was'))
    expect(fetched(primary.backup.start_wal, { LATENT_BACKUP_ENV: env })).toBeGreaterThan(125)
    const drill = await restoreInto(ground, 'torn', primary.database, {})
    expect(drill).toMatchObject({ outcome: 'failed', error: expect.stringMatching(/did not open/) })
  }, 300_000)

  test('where the log is not archived, a backup is whole by itself', async () => {
    const other = await recoveryGround()
    try {
      const alone = await backedUpPrimary(other, { steps: 2, settings: ['archive_mode=off'] })
      const { at: last } = await alone.database.moment()
      await alone.database.close()
      await loseMachine(other, alone.server)
      const drill = await restoreInto(other, 'alone', alone.database, {})
      expect(drill.error).toBeUndefined()
      expect(drill.outcome).toBe('succeeded')
      // What came after the backup is lost: that is what the archive is for.
      expect(Date.parse(drill.recovered_to as string)).toBeLessThanOrEqual(
        Date.parse(alone.backup.finished_at),
      )
      expect(last.getTime()).toBeGreaterThan(Date.parse(alone.backup.finished_at))
    } finally {
      await other.close()
    }
  }, 300_000)

  test('a backup without the file that is written last is none', async () => {
    expect(await listBaseBackups(ground.backups)).toHaveLength(1)
    await rm(join(ground.folder, 'store', 'backups', 'base', primary.backup.id, 'backup.json'))
    expect(await listBaseBackups(ground.backups)).toHaveLength(0)
    const drill = await restoreInto(ground, 'none', primary.database, {})
    expect(drill.error).toBe('the store holds no backup')
  })
})
