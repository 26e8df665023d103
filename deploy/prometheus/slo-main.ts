import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { RULES_FOLDER } from './rule-files.ts'
import { readObjectives, sloRules } from './slo.ts'

// npm run slo: writes the rules of the objectives.
writeFileSync(join(RULES_FOLDER, 'slo.yml'), sloRules(readObjectives()))
