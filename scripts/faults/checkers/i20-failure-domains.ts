import type { Row } from '../../invariants/invariant.ts'
import type { FaultEvent, Part } from '../fault.ts'
import type { ReadAnswer } from '../load.ts'
import type { Checker } from './checker.ts'

const MOST_PERCENT = 0.1
/** After a fault of what reads need, they have so long to recover before they are held against others. */
const AFTERMATH_MS = 10_000
/** Reads need these; everything else may be away. */
const NEEDED: Part[] = ['api', 'postgres', 'clients']
const OUTSIDE: Part[] = ['edgar', 'claude', 'objects', 'receivers', 'workers', 'scheduler']

/** Reads go on while EDGAR, Claude, the object store, receivers, workers or Redis are away. */
export const failureDomains: Checker = {
  id: 'I20',
  title: 'Failure domains are apart (with I21: Redis)',
  async check({ load, faults, faultsEndedAt }) {
    const during = load.reads.filter(({ at }) => at < faultsEndedAt)
    const parts = during.map((read) => ({ read, parts: suffering(read, faults) }))
    const calm = parts.filter(({ parts: some }) => !NEEDED.some((part) => some.has(part)))
    const outside = calm.filter(
      ({ parts: some }) => !some.has('redis') && OUTSIDE.some((part) => some.has(part)),
    )
    const redis = calm.filter(({ parts: some }) => some.has('redis'))
    const after = load.reads.filter(({ at }) => at > faultsEndedAt + AFTERMATH_MS)
    return [
      { check: 'reads while faults went on', value: during.length, unit: 'reads', ok: during.length > 0 },
      {
        check: 'of these failed',
        value: failures(during.map((read) => read)),
        unit: '%',
        ok: true,
      },
      row(
        'failed while only EDGAR, Claude, objects, receivers or workers were at fault',
        outside.map(({ read }) => read),
      ),
      row(
        'failed while Redis was at fault too',
        redis.map(({ read }) => read),
      ),
      row('failed after the faults', after),
      {
        check: 'p95 of reads after the faults',
        value: Math.round(
          percentile(
            after.map(({ durationMs }) => durationMs),
            0.95,
          ),
        ),
        unit: 'ms',
        ok: true,
      },
    ]
  },
}

function suffering({ at, durationMs }: ReadAnswer, faults: readonly FaultEvent[]): Set<Part> {
  const found = new Set<Part>()
  for (const { part, from, to } of faults) {
    const until = NEEDED.includes(part) ? to + AFTERMATH_MS : to + 1_000
    if (from <= at + durationMs && until >= at) found.add(part)
  }
  return found
}

function row(check: string, reads: ReadAnswer[]): Row {
  const share = failures(reads)
  return {
    check: `${check} (${reads.length} reads)`,
    value: share,
    unit: '%',
    at_most: MOST_PERCENT,
    ok: share <= MOST_PERCENT,
  }
}

/** Per cent without an answer or with one of ours that says we failed. */
function failures(reads: ReadAnswer[]): number {
  if (reads.length === 0) return 0
  const failed = reads.filter(({ status }) => status === 0 || status >= 500).length
  return Math.round((10_000 * failed) / reads.length) / 100
}

function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0
}
