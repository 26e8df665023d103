/**
 * Measures the shared limiter at the server, for minutes:
 *   npx tsx workers/src/edgar-mirror/throttle-check-main.ts [--json] [--requests 2000] [--limit 8] [--processes 4]
 *     [--pause-seconds 5] [--redis-server redis-server]
 */
import { parseArgs } from 'node:util'
import { checkThrottle } from './throttle-check.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    requests: { type: 'string', default: '2000' },
    limit: { type: 'string', default: '8' },
    processes: { type: 'string', default: '4' },
    'pause-seconds': { type: 'string', default: '5' },
    'redis-server': { type: 'string', default: 'redis-server' },
  },
})

const rows = await checkThrottle({
  requests: Number(values.requests),
  limit: Number(values.limit),
  processes: Number(values.processes),
  concurrency: 4,
  pauseMs: Number(values['pause-seconds']) * 1000,
  redisServer: values['redis-server'],
  progress: (line) => console.error(line),
})
for (const row of rows) {
  console.log(`${row.ok ? 'ok  ' : 'FAIL'} ${row.check}: ${row.value} ${row.unit} (at most ${row.at_most})`)
}
if (values.json) console.log(JSON.stringify({ name: 'throttle', rows }))
process.exit(rows.every((row) => row.ok) ? 0 : 1)
