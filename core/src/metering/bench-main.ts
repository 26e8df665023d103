import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { journalWriter } from './journal-writer.ts'
import { testMeterFolder } from './testing/meter-folder.ts'
import { served } from './testing/served.ts'

// npm run bench:meter -- [--json]
// What recording a request costs beside the write, in nanoseconds of CPU: the best of several runs, as other work only adds.
const REQUESTS = 400_000
const PER_TURN = 50
const ROUNDS = 7
const KEYS = 1_000

const folder = testMeterFolder()
const requests = Array.from({ length: 10_000 }, (_, i) =>
  served({ key_id: `key_${i % KEYS}`, organisation_id: `org_${i % 300}` }),
)

function nsPerRequest(write: typeof writeSync, round: string): number {
  const writer = journalWriter(join(folder.path, round), { write })
  const before = process.cpuUsage()
  for (let i = 0; i < REQUESTS; i++) {
    writer.record(requests[i % requests.length] as (typeof requests)[number])
    if (i % PER_TURN === PER_TURN - 1) writer.write()
  }
  const { user, system } = process.cpuUsage(before)
  writer.close()
  return ((user + system) * 1_000) / REQUESTS
}

const nowhere = ((_fd: number, _buffer: Buffer, _offset: number, length: number) =>
  length) as typeof writeSync
const best = (write: typeof writeSync, name: string) =>
  Math.round(Math.min(...Array.from({ length: ROUNDS }, (_, i) => nsPerRequest(write, `${name}-${i}`))))

const rows = [
  { check: 'record without the write', value: best(nowhere, 'nowhere'), unit: 'ns', at_most: 1_000 },
  {
    check: `record with the write, ${PER_TURN} a turn`,
    value: best(writeSync, 'disk'),
    unit: 'ns',
    at_most: 2_000,
  },
].map((row) => ({ ...row, ok: row.value <= row.at_most }))
folder.remove()
for (const { check, value, unit, at_most, ok } of rows)
  console.log(`${ok ? 'ok   ' : 'SHORT'} ${check}: ${value} ${unit} (at most ${at_most})`)
if (process.argv.includes('--json')) console.log(JSON.stringify({ name: 'meter', rows }))
if (rows.some((row) => !row.ok)) process.exitCode = 1
