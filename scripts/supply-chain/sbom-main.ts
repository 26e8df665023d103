/**
 * `npm run sbom [-- --folder DIR]`: the bill of materials of what ships, as CycloneDX and as SPDX, out of the lock file alone. With a
 * `--before` folder of an earlier release it prints which packages came, went and changed.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT } from './lock-file.ts'
import { type CycloneDx, changedComponents, normalised } from './sbom.ts'

const { values } = parseArgs({
  options: { folder: { type: 'string', default: join(ROOT, 'artefacts/sbom') }, before: { type: 'string' } },
})
mkdirSync(values.folder, { recursive: true })
for (const format of ['cyclonedx', 'spdx'] as const) {
  const args = ['sbom', '--package-lock-only', '--omit=dev', `--sbom-format=${format}`]
  const text = execFileSync('npm', args, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    timeout: 300_000,
  })
  const file = join(values.folder, `${format}.json`)
  writeFileSync(file, `${JSON.stringify(normalised(JSON.parse(text)), null, 2)}\n`)
  console.log(file)
}
const now = read(values.folder)
console.log(`${now.components.length} components`)
if (values.before) for (const line of changedComponents(read(values.before), now)) console.log(line)

function read(folder: string): CycloneDx {
  return JSON.parse(readFileSync(join(folder, 'cyclonedx.json'), 'utf8')) as CycloneDx
}
