import { atMost, exactly } from '../../invariants/webhook-ground.ts'
import type { Checker } from './checker.ts'

const QUIET_WITHIN_S = 120

/** Every filing EDGAR ever showed has reached one end. */
export const noFilingLost: Checker = {
  id: 'I1',
  title: 'No filing is lost',
  async check({ sql, edgar, settled }) {
    const rows = await sql<{ accession_number: string; stage: string; reason: string | null }[]>`
      select accession_number, stage, reason from intake where dataset = 'live'`
    const stageOf = new Map(rows.map((row) => [row.accession_number, row.stage]))
    const missing = [...edgar.shown.keys()].filter((one) => !stageOf.has(one))
    const open = rows.filter(({ stage }) => stage !== 'published' && stage !== 'failed')
    const failed = rows.filter(({ stage }) => stage === 'failed')
    const reasons = new Map<string, number>()
    for (const { reason } of failed) reasons.set(`${reason}`, (reasons.get(`${reason}`) ?? 0) + 1)
    return [
      { check: 'filings shown', value: edgar.shown.size, unit: 'filings', ok: edgar.shown.size > 0 },
      atMost('shown and never recorded', missing.length, 0, 'filings'),
      atMost('without an end', open.length, 0, 'filings'),
      exactly(
        'shown, and published or failed with a reason',
        rows.length - open.length,
        edgar.shown.size,
        'filings',
      ),
      ...[...reasons].map(([reason, count]) => ({
        check: `failed with the reason ${reason}`,
        value: count,
        unit: 'filings',
        ok: reason !== 'null',
      })),
      {
        check: 'quiet after the last fault',
        value: Math.round(settled.quietAfterMs / 100) / 10,
        unit: 's',
        at_most: QUIET_WITHIN_S,
        ok: settled.quiet && settled.quietAfterMs <= QUIET_WITHIN_S * 1_000,
      },
    ]
  },
}
