import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { freePort } from '../services/ports.mjs'
import { type processGroup, untilHealthy } from './processes.ts'

const run = promisify(execFile)

/**
 * Serves a folder laid out like EDGAR on the loopback interface and returns its address. Without a folder it is the
 * sample corpus, which is written first: the generator is deterministic, so writing it again changes nothing.
 */
export async function startMirror(options: {
  root: string
  state: string
  group: ReturnType<typeof processGroup>
  name: string
  folder?: string
}): Promise<string> {
  const { root, state, group, name } = options
  const folder = options.folder ?? join(state, 'sample-corpus')
  if (!options.folder) {
    await run(process.execPath, ['--import', 'tsx', 'core/src/sample-corpus/write-main.ts', folder], {
      cwd: root,
    })
  }
  const port = await freePort()
  const mirror = group.start(
    name,
    'workers/src/edgar-mirror/main.ts',
    ['--folder', folder, '--port', String(port)],
    {
      ...process.env,
    },
  )
  const url = `http://127.0.0.1:${port}`
  await untilHealthy(mirror, `${url}/healthz`)
  return url
}
