import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { apiReport, packageFiles } from './api-report.ts'
import { packSdk } from './pack.ts'

/** `npm run sdk:api-report`: builds the package and writes down its surface and its files, to be reviewed and committed. */
const REPORTS = join(import.meta.dirname, '../api-report')

const folder = await mkdtemp(join(tmpdir(), 'sdk-api-report-'))
try {
  await packSdk(folder)
  const packed = join(folder, 'package')
  await mkdir(REPORTS, { recursive: true })
  const reports = { ...apiReport(packed), 'package-files.txt': await packageFiles(packed) }
  for (const [name, text] of Object.entries(reports)) await writeFile(join(REPORTS, name), text)
  process.stdout.write(`Wrote ${Object.keys(reports).join(', ')}\n`)
} finally {
  await rm(folder, { recursive: true, force: true })
}
