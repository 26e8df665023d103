import { edgarGateway } from '@sec-latent/core/edgar/gateway'
import { workerConfig } from '../config.ts'
import { parseThreads } from '../filings/parse-threads.ts'

/** What the parent asks for: these filings, read from this mirror. */
export interface ParseOnlyTask {
  mirrorUrl: string
  filings: { accession_number: string; cik: string; filing_date: string }[]
}

const unthrottled = {
  acquire: async () => ({ probe: false, succeeded: async () => {}, undecided: async () => {} }),
  pause: async () => {},
}

const config = workerConfig(process.env)
const threads = parseThreads(config.READ_CONCURRENCY, {
  timeoutMs: config.PARSE_TIMEOUT_MS,
  memoryMb: config.PARSE_MEMORY_MB,
})

/** A worker without stores: as many fetches and as many reading threads, and what was read is dropped. */
process.on('message', ({ mirrorUrl, filings }: ParseOnlyTask) => {
  const gateway = edgarGateway({ baseUrl: mirrorUrl, dataUrl: mirrorUrl, throttle: unthrottled })
  const started = performance.now()
  const used = process.cpuUsage()
  const waiting = [...filings]
  const one = async () => {
    for (let filing = waiting.shift(); filing; filing = waiting.shift()) {
      const { bytes } = await gateway.fetchSubmission(filing)
      await threads.parse(Buffer.from(bytes), filing.filing_date)
    }
  }
  Promise.all(Array.from({ length: config.READ_CONCURRENCY + 1 }, one)).then(
    () => {
      const { user, system } = process.cpuUsage(used)
      process.send?.({ ms: performance.now() - started, cpu_ms: (user + system) / 1_000 })
    },
    (error: Error) => process.send?.({ error: error.stack }),
  )
})
process.on('disconnect', () => process.exit(0))
