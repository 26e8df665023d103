import type { MeasuredSignal } from './measure.ts'

/** What `npm run accuracy:signals -- --write` found on the corpus of real filings, by signal type. */
export const measuredSignals: Readonly<Record<string, MeasuredSignal>> = {}
