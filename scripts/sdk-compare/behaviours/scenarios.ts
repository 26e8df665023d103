import { CONNECTIONS } from './connections.ts'
import { REFUSALS } from './refusals.ts'
import type { Scenario } from './scenario.ts'

export const SCENARIOS: readonly Scenario[] = [...REFUSALS, ...CONNECTIONS]
