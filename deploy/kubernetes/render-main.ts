import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { configurations } from './configurations.ts'

// npm run kubernetes:render: writes the configurations of nginx and PgBouncer that the manifests carry.
for (const [path, text] of Object.entries(configurations()))
  writeFileSync(join(import.meta.dirname, path), text)
