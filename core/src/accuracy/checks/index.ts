import type { Check } from '../check.ts'
import { diffsCheck } from './diffs.ts'
import { statementValuesCheck } from './statement-values.ts'

/** Every check of `npm run accuracy`, in the order of its table. A new one is one file here and one line. */
export const checks: readonly Check[] = [diffsCheck, statementValuesCheck]
