import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dashboards } from './dashboards.ts'

// npm run dashboards: writes the dashboards as Grafana reads them.
for (const [name, text] of dashboards()) writeFileSync(join(import.meta.dirname, 'dashboards', name), text)
