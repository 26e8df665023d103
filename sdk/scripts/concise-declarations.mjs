// @ts-check
// Indents declarations by one space instead of four: nobody reads them but editors, and they are most of what is installed.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = process.argv[2] ?? 'dist'
for (const name of readdirSync(folder, { recursive: true })) {
  if (!/\.d\.c?ts$/.test(String(name))) continue
  const file = join(folder, String(name))
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(/^(?: {4})+/gm, (indent) => ' '.repeat(indent.length / 4)),
  )
}
