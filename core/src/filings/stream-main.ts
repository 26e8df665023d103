import { parseArgs } from 'node:util'
import { runMain } from '../run-main.ts'
import { generatedSubmission } from './generated-submission.ts'
import { readSubmissionStream } from './submission.ts'
import { SubmissionError } from './submission-error.ts'

// tsx core/src/filings/stream-main.ts [--mb 200] [--json]
// Reads an invented submission of the size, made on the fly: one document of three quarters of it that begins with a line
// of a quarter, and five thousand small ones.
const { values } = parseArgs({
  options: { mb: { type: 'string', default: '200' }, json: { type: 'boolean', default: false } },
})

const MAX_RSS_MB = 512
const OTHERS = 5_000

await runMain(async () => {
  const megabytes = Number(values.mb)
  const before = rssMb()
  const started = performance.now()
  const outcome = await read(megabytes)
  const seconds = (performance.now() - started) / 1_000
  const peak = Math.round(process.resourceUsage().maxRSS / 1_024)
  console.log(
    `${megabytes} MB: ${outcome.text}, in ${seconds.toFixed(1)} s (${(megabytes / seconds).toFixed(0)} MB/s)`,
  )
  console.log(`peak memory of the process ${peak} MB, ${before} MB of it before the first byte`)
  if (values.json) {
    const rows = [
      { check: 'read or refused as it must be', value: outcome.text, unit: '', ok: outcome.ok },
      { check: 'peak memory', value: peak, unit: 'MB', at_most: MAX_RSS_MB, ok: peak < MAX_RSS_MB },
      { check: 'speed', value: Math.round(megabytes / seconds), unit: 'MB/s', ok: true },
    ]
    console.log(JSON.stringify({ name: 'stream', rows }))
  }
  if (!outcome.ok || peak >= MAX_RSS_MB) process.exitCode = 1
})

async function read(megabytes: number): Promise<{ text: string; ok: boolean }> {
  const isTooLarge = megabytes > 1_024
  const largest = Math.floor(megabytes * 0.75)
  try {
    const { submission, submission_bytes } = await readSubmissionStream(
      generatedSubmission({ megabytes, largest, others: OTHERS, longLine: Math.floor(megabytes / 4) }),
    )
    const [first] = submission.documents
    const ok =
      !isTooLarge &&
      submission.documents.length === OTHERS + 1 &&
      first !== undefined &&
      first.byte_end - first.byte_start === largest * 1024 ** 2
    return {
      text: `${submission_bytes} bytes, ${submission.documents.length} documents, the first of ${first ? first.byte_end - first.byte_start : 0} bytes`,
      ok,
    }
  } catch (error) {
    if (!(error instanceof SubmissionError)) throw error
    return { text: `refused: ${error.reason}`, ok: isTooLarge && error.reason === 'too_large' }
  }
}

function rssMb(): number {
  return Math.round(process.memoryUsage().rss / 1024 ** 2)
}
