import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { renderPrometheus } from './render.ts'

// npm run prometheus:render -- --out FOLDER [--suffix .railway.internal] [--record A|AAAA] [--portal https://…]
const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    suffix: { type: 'string' },
    record: { type: 'string' },
    portal: { type: 'string' },
  },
})
const { out, suffix, record, portal } = values
if (!out) throw new Error('--out names the folder to write to.')
if (record !== undefined && record !== 'A' && record !== 'AAAA') throw new Error('--record is A or AAAA.')
const files = renderPrometheus({ suffix, record, portal: portal?.replace(/\/+$/, '') })
for (const [name, text] of files) {
  const path = join(out, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
