import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { ownServers } from '../../scripts/services/own-servers.ts'
import { openDatabase } from './db.ts'

test('queries that are under way when Postgres ends are told so, and go on when it is back', async () => {
  const servers = await ownServers()
  const sql = openDatabase((await servers.database()).url, { max: 5 })
  const counts = { answered: 0, failed: 0, waiting: 0 }
  let over = false
  const ask = async () => {
    while (!over) {
      counts.waiting += 1
      try {
        await sql`select ${counts.answered}::int`
        counts.answered += 1
      } catch {
        counts.failed += 1
        await sleep(2)
      }
      counts.waiting -= 1
    }
  }
  try {
    const asking = Array.from({ length: 100 }, ask)
    for (let kill = 0; kill < 3; kill++) {
      const before = counts.answered
      while (counts.answered < before + 2_000) await sleep(20)
      await servers.postgres.stop()
      await servers.postgres.start()
    }
    const back = counts.answered
    while (counts.answered < back + 2_000) await sleep(20)
    over = true
    await Promise.all(asking)
    expect(counts.waiting).toBe(0)
    expect(counts.failed).toBeGreaterThan(0)
  } finally {
    await sql.end({ timeout: 2 })
    await servers.close()
  }
}, 60_000)
