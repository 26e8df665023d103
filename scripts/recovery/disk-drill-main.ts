import { spawnSync } from 'node:child_process'
import { rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { openDatabase } from '@sec-latent/core/db'
import { surviveDriverFaults } from '@sec-latent/core/driver-faults'
import { createLogger } from '@sec-latent/core/log'
import { runMain } from '@sec-latent/core/run-main'
import { atLeast, atMost, report } from './figures.ts'
import { recoveryGround } from './recovery-ground.ts'
import { missingForSmallDisk, smallDisk } from './small-disk.ts'

// npm run disk:drill -- [--json]
// Fills the disk on which Postgres has its log while rows are written, frees it, and counts what is there afterwards.
const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } })

const DISK_MB = 160
const WRITERS = 4
const LEFT_FREE_BYTES = 4 * 1024 * 1024

await runMain(async () => {
  const missing = missingForSmallDisk()
  if (missing) throw new Error(`A small disk is needed: ${missing}`)
  surviveDriverFaults(createLogger('disk-drill', 'silent'))
  const ground = await recoveryGround({ durable: true })
  const disk = smallDisk(DISK_MB, ground.account)
  try {
    // The archive is off: a full one would keep segments, which is another way to the same end.
    const settings = ['archive_mode=off', 'wal_keep_size=0', 'max_wal_size=64MB', 'min_wal_size=32MB']
    const server = await ground.primary('full', settings, join(disk.path, 'wal'))
    const owner = openDatabase(server.url('postgres'), { max: 1 })
    await owner`create table kept (writer int, number int, filling text, primary key (writer, number))`
    await owner.end({ timeout: 5 })

    const sql = openDatabase(server.url('postgres'), { max: WRITERS })
    const acknowledged: string[] = []
    const refusals: string[] = []
    let over = false
    const writing = Array.from({ length: WRITERS }, async (_, writer) => {
      for (let number = 0; !over; number++) {
        try {
          await sql`insert into kept select ${writer}, ${number}, string_agg(md5(random()::text), '') from generate_series(1, 200)`
          acknowledged.push(`${writer}:${number}`)
        } catch (error) {
          refusals.push((error as { code?: string }).code ?? (error as Error).message)
          await sleep(50)
        }
      }
    })
    while (acknowledged.length < 500) await sleep(20)
    // Somebody else fills the disk, up to the room for the segments that are there.
    const filler = join(disk.path, 'filler')
    const { bavail, bsize } = statfsSync(disk.path)
    writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - LEFT_FREE_BYTES)))
    const filled = acknowledged.length
    const deadline = Date.now() + 120_000
    while (refusals.length < 20 && Date.now() < deadline) await sleep(50)
    const whileFull = acknowledged.length - filled
    over = true
    await Promise.all(writing)
    await sql.end({ timeout: 1 })
    console.log(
      `full after ${filled} rows, ${whileFull} more were taken; then ${[...new Set(refusals)].join(', ')}`,
    )

    rmSync(filler)
    const began = performance.now()
    // It panicked and could not come up, or waits to be started: what a platform does.
    await server.program.kill()
    const again = await ground.start('full', settings)
    const after = openDatabase(again.url('postgres'), { max: 1 })
    await after`insert into kept values (-1, 0, 'after')`
    const startedMs = performance.now() - began
    const rows = await after<{ key: string }[]>`select writer || ':' || number as key from kept`
    const kept = new Set(rows.map(({ key }) => key))
    await after.end({ timeout: 5 })
    // Stopped in order, so that every page is on disk and can be compared with its checksum.
    await again.program.stop()
    const checked = spawnSync(join(ground.programs, 'pg_checksums'), ['--check', '-D', again.data], {
      encoding: 'utf8',
      cwd: '/',
      ...(ground.account ?? {}),
    })
    report(
      'disk-drill',
      [
        atLeast('rows acknowledged', acknowledged.length, 'rows', 500),
        atLeast('writes refused while the disk was full', refusals.length, 'writes', 1),
        atMost(
          'acknowledged rows that are lost',
          acknowledged.filter((key) => !kept.has(key)).length,
          'rows',
          0,
        ),
        atMost('from room on the disk until a write is acknowledged', startedMs / 1_000, 's', 60),
        atMost('pages that are not what their checksums say', badBlocks(checked.stdout), 'pages', 0),
      ],
      values.json,
    )
  } finally {
    await ground.close()
    disk.remove()
  }
})

function badBlocks(printed: string): number {
  return Number(/Bad checksums:\s+(\d+)/.exec(printed)?.[1] ?? Number.MAX_SAFE_INTEGER)
}
