import type { Row } from './row.ts'
import { rows as backfill } from './rows/backfill.ts'
import { rows as compliance } from './rows/compliance.ts'
import { rows as observability } from './rows/observability.ts'
import { rows as platform } from './rows/platform.ts'
import { rows as recovery } from './rows/recovery.ts'
import { rows as scale } from './rows/scale.ts'

export const ROWS: Row[] = [...platform, ...scale, ...backfill, ...observability, ...recovery, ...compliance]
