/**
 * Runs modules one after another in one process and says of each what it wrote, as a line of JSON. Starting a process for each
 * would take longer than all of them. Arguments: a file with `[{ file, env, isStream }]`.
 */
import { readFileSync, writeSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const STREAM_MS = 30_000
const jobs = JSON.parse(readFileSync(process.argv[2], 'utf8'))

for (const { file, env, isStream } of jobs) {
  Object.assign(process.env, env)
  const written = []
  let wrote
  const first = new Promise((resolve) => {
    wrote = resolve
  })
  console.log = (...values) => {
    written.push(values)
    wrote()
  }
  let error
  const ended = import(pathToFileURL(file).href).catch((reason) => {
    error = String(reason?.stack ?? reason)
  })
  let timer
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, STREAM_MS)
  })
  // A stream does not end; what it says first is enough.
  await (isStream ? Promise.race([ended, first, late]) : ended)
  clearTimeout(timer)
  writeSync(1, `${JSON.stringify({ file, outputs: written.length, error })}\n`)
}
process.exit(0)
