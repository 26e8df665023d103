import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { contractFiles } from '../api/src/contract.ts'

/**
 * Writes the contract from the routes: `openapi/openapi.json` and the catalogues the portal and the SDK are made from.
 * With `--check` nothing is written, and a difference to what is committed ends with code 1.
 */
const folder = new URL('../openapi/', import.meta.url)
const check = process.argv.includes('--check')
const stale: string[] = []
await mkdir(folder, { recursive: true })
for (const [name, content] of Object.entries(await contractFiles())) {
  const committed = await readFile(new URL(name, folder), 'utf8').catch(() => '')
  if (committed === content) continue
  stale.push(`openapi/${name}`)
  if (!check) await writeFile(new URL(name, folder), content)
}
if (stale.length === 0) process.stdout.write('The contract is up to date.\n')
else if (!check) process.stdout.write(`Wrote ${stale.join(', ')}\n`)
else {
  process.stderr.write(
    `${stale.join(', ')} differ from the routes: run "npm run openapi" and commit the result.\n`,
  )
  process.exit(1)
}
process.exit(0)
