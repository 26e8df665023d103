import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parseArgs } from 'node:util'
import { createLogger } from '../../log.ts'
import { journalMeter } from '../journal-meter.ts'

// A server with nothing in it but the meter, to be killed: answers each request once the journal has it. The id of the
// request, the organisation and the cost stand in the query.
const { values } = parseArgs({
  options: {
    folder: { type: 'string' },
    database: { type: 'string' },
    // Milliseconds by which the clock of its answers is ahead: another month need not be waited for.
    ahead: { type: 'string', default: '0' },
  },
})
const logger = createLogger('meter-process', 'warn', (line) => process.stderr.write(line))
const meter = journalMeter({
  folder: values.folder as string,
  databaseUrl: values.database as string,
  logger,
  logLevel: 'silent',
})
const server = createServer((request, response) => {
  const query = new URLSearchParams(request.url?.split('?')[1])
  const cost = Number(query.get('cost') ?? 1)
  const status = Number(query.get('status') ?? 200)
  meter.record({
    request_id: query.get('id') ?? '',
    organisation_id: query.get('organisation') ?? 'org_one',
    key_id: query.get('key') ?? 'key_one',
    operation_id: query.get('operation') ?? 'listFilings',
    method: 'GET',
    path: '/v1/filings',
    status,
    cost,
    units: status < 300 ? cost : 0,
    at: Date.now() + Number(values.ahead),
    duration_us: 100,
  })
  meter.afterJournal((failure) => {
    response.writeHead(failure ? 503 : status).end()
  })
})
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${JSON.stringify({ port: (server.address() as AddressInfo).port })}\n`)
})
process.on('SIGTERM', async () => {
  server.close()
  server.closeAllConnections()
  await meter.close()
  process.exit(0)
})
