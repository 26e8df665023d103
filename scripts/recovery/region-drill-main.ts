import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { openAnchorStore } from '@sec-latent/core/audit/anchor-store'
import { openDatabase } from '@sec-latent/core/db'
import { listObjectKeys } from '@sec-latent/core/objects/list'
import { openObjectStore } from '@sec-latent/core/objects/open'
import { openErasureLog } from '@sec-latent/core/privacy/erasure-log'
import { copyObjects } from '@sec-latent/core/recovery/copy-objects'
import { runMain } from '@sec-latent/core/run-main'
import { rebuildQueues } from '@sec-latent/workers/recovery/rebuild-queues'
import { inventedServices } from '@sec-latent/workers/testing/invented-services'
import { ownServers } from '../services/own-servers.ts'
import { atLeast, atMost, report } from './figures.ts'
import { recoveryGround } from './recovery-ground.ts'
import { backedUpPrimary, loseMachine, restoreInto } from './restore-scenario.ts'

// npm run region:drill -- [--filings N] [--objects N] [--json]
// Everything of a region is lost: database, objects, queues. In another one the database comes back from the backups, the objects
// from their second copy, and the queues from the database; timed from the loss until all of it is there.
const { values } = parseArgs({
  options: {
    filings: { type: 'string', default: '20000' },
    objects: { type: 'string', default: '2000' },
    json: { type: 'boolean', default: false },
  },
})

await runMain(async () => {
  const lost = mkdtempSync(join(tmpdir(), 'sec-latent-region-'))
  const first = pathToFileURL(join(lost, 'objects')).href
  const ground = await recoveryGround({ durable: true, objectsUrl: first })
  const second = pathToFileURL(ground.within('second-copy')).href
  // Redis alone: its Postgres is not used.
  const servers = await ownServers()
  try {
    const { server, database } = await backedUpPrimary(ground, { steps: 200 })
    await database.sql`
      insert into intake (accession_number, dataset, cik, form_type, filing_date, discovered_by, stage)
      select '0009990002-24-' || lpad(n::text, 6, '0'), 'test', '0009990002', '10-K', '2024-01-01', 'full_index', 'discovered'
      from generate_series(1, ${Number(values.filings)}) n`
    const store = openObjectStore(first)
    for (let n = 0; n < Number(values.objects); n++) await store.put(randomBytes(10_000))
    await database.archived()
    await copyObjects({ from: first, to: second })
    // What comes after the last archived segment and the last copy is what can be lost.
    const lostObject = await store.put(randomBytes(10_000))
    await database.live(20)
    const before: string[] = []
    for await (const key of listObjectKeys(first)) before.push(key)
    await database.close()
    await loseMachine(ground, server)
    await rm(join(lost, 'objects'), { recursive: true })
    const lostAt = new Date()
    const began = performance.now()

    // As the runbook says: the objects first, because the audit log and the erasures lie beside them.
    const copying = performance.now()
    const third = pathToFileURL(ground.within('new-region')).href
    const copied = await copyObjects({ from: second, to: third })
    const copiedMs = performance.now() - copying
    const redis = await servers.redis('queue')
    let rebuilt = { filings: 0, ms: 0 }
    const drill = await restoreInto(
      ground,
      'restored',
      {
        ...database,
        outside: { ...database.outside, anchors: openAnchorStore(third), erasures: openErasureLog(third) },
      },
      {
        lostAt,
        look: async (url) => {
          const sql = openDatabase(url, { max: 1 })
          const started = performance.now()
          const { services, close } = await inventedServices({ databaseUrl: url, redisUrl: redis.url }, [])
          try {
            const { filings } = await rebuildQueues(services)
            rebuilt = { filings, ms: performance.now() - started }
            const [row] = await sql<{ open: number }[]>`
              select count(*)::int as open from intake where stage not in ('published', 'failed')`
            return [
              {
                check: 'queues filled',
                ok: filings === row?.open,
                found: `${filings} of ${row?.open} filings`,
              },
            ]
          } finally {
            await close()
            await sql.end({ timeout: 5 })
          }
        },
      },
    )
    const totalMs = performance.now() - began
    for (const { check, ok, found } of drill.checks)
      console.log(`  ${ok ? 'ok  ' : 'BAD '} ${check}: ${found}`)
    if (drill.error) console.log(drill.error)
    const missing: string[] = []
    const there = openObjectStore(third)
    for (const key of before) if (!(await there.has(key))) missing.push(key)
    report(
      'region-drill',
      [
        atMost(
          'checks that failed',
          drill.checks.filter(({ ok }) => !ok).length + (drill.outcome === 'failed' ? 1 : 0),
          'checks',
          0,
        ),
        atMost('from the loss until everything is there in the other region', totalMs / 1_000, 's', 7_200),
        atMost('of that the database, from an empty folder', drill.rto_seconds ?? 1e9, 's', 3_600),
        atMost(`of that ${copied.copied} objects`, copiedMs / 1_000, 's', 3_600),
        atMost(`of that the queues, ${rebuilt.filings} filings`, rebuilt.ms / 1_000, 's', 60),
        atLeast('unfinished filings back in the queues', rebuilt.filings, 'filings', Number(values.filings)),
        atMost('seconds of commits that are lost', drill.rpo_seconds ?? 1e9, 's', 3_600),
        atMost(
          'objects that are lost beside the one that was stored after the last copy',
          missing.filter((key) => key !== lostObject).length,
          'objects',
          0,
        ),
      ],
      values.json,
    )
  } finally {
    await servers.close()
    await ground.close()
    rmSync(lost, { recursive: true, force: true })
  }
})
