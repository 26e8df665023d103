import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type processGroup, untilLogged } from './processes.ts'

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
  const args = ['--directory', folder, '--port', '0']
  const mirror = group.start(name, 'workers/src/edgar-mirror/main.ts', args, { ...process.env })
  const [, url] = await untilLogged(mirror, /^(http:\/\/\S+) serves /m)
  return String(url)
}
