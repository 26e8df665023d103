import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { contractFiles } from '../api/src/contract.ts'
import { sdkFiles } from '../sdk/scripts/generate.ts'
import { methodNames } from '../sdk/scripts/operations.ts'

/**
 * Writes the contract from the routes, and all that follows from it: `openapi/` with the catalogues the portal is made
 * from, and `sdk/src/generated/`. With `--check` nothing is written, and a difference to what is committed ends with code 1.
 */
const check = process.argv.includes('--check')
const stale: string[] = []

const contract = await contractFiles()
const document = JSON.parse(contract['openapi.json'] ?? '')
await bringUpToDate('openapi', { ...contract, 'sdk-methods.json': methodNames(document) })
await bringUpToDate(
  'sdk/src/generated',
  await sdkFiles(document, JSON.parse(contract['problems.json'] ?? '')),
)

if (stale.length === 0) process.stdout.write('The contract is up to date.\n')
else if (!check) process.stdout.write(`Wrote ${stale.join(', ')}\n`)
else {
  process.stderr.write(
    `${stale.join(', ')} differ from the routes: run "npm run openapi" and commit the result.\n`,
  )
  process.exit(1)
}
process.exit(0)

async function bringUpToDate(folder: string, files: Record<string, string>): Promise<void> {
  const place = new URL(`../${folder}/`, import.meta.url)
  await mkdir(place, { recursive: true })
  for (const [name, content] of Object.entries(files)) {
    const committed = await readFile(new URL(name, place), 'utf8').catch(() => '')
    if (committed === content) continue
    stale.push(`${folder}/${name}`)
    if (!check) await writeFile(new URL(name, place), content)
  }
}
