import { openDatabase } from '@sec-latent/core/db'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { confirmedBy, failOver } from './failover-scenario.ts'
import { missingForRecovery, type RecoveryGround, recoveryGround } from './recovery-ground.ts'

const missing = missingForRecovery()

describe.skipIf(missing)(`a replicated Postgres${missing ? ` (${missing})` : ''}`, () => {
  let ground: RecoveryGround
  beforeAll(async () => {
    ground = await recoveryGround()
  })
  afterAll(() => ground?.close())

  test('whose primary is killed under writers goes on with its standby and loses nothing that was acknowledged', async () => {
    const found = await failOver(ground, { writers: 4, rows: 100, downAfterMs: 1_000 })
    expect(found).toMatchObject({ decision: 'promoted', lost: 0 })
    expect(found.acknowledged).toBeGreaterThan(200)
    // The old primary comes back as the standby of the new one, and confirms its commits.
    await ground.rewind(found.primary, found.standby)
    const old = await ground.start(found.primary.name)
    await confirmedBy(found.standby, old.name)
    const sql = openDatabase(old.url(), { max: 1 })
    const [state] = await sql<{ standby: boolean; checksums: string; hba: number }[]>`
        select pg_is_in_recovery() as standby, current_setting('data_checksums') as checksums`
    await sql.end({ timeout: 2 })
    expect(state).toEqual({ standby: true, checksums: 'on' })
    // Nobody comes without a password.
    const stranger = openDatabase(old.url().replace(ground.password, 'wrong'), { max: 1 })
    await expect(stranger`select 1`).rejects.toMatchObject({ code: '28P01' })
    await stranger.end({ timeout: 1 })
  }, 300_000)
})
