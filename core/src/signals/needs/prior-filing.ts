import type { Sql } from '../../db.ts'
import { filingStore } from '../../filings/store.ts'
import type { FilingUnderRead } from '../filing-under-read.ts'
import { inputOf } from '../fingerprint.ts'
import type { Need } from '../need.ts'
import { choosePrior, comparableFormTypes, isComparablePrior, PRIOR_DAYS } from '../prior.ts'

/** The same report of the same company for the same fiscal period a year earlier; null when none is held. */
export const priorFiling: Need<FilingUnderRead | null> = {
  name: 'prior_filing',
  earlier: {
    form_types: ['10-K', '10-K405', '10-KSB', '10-KSB40', '10-Q', '10-QSB'],
    days: 1_100,
    matters: isComparablePrior,
  },
  async load(filing, { sql, loadFiling }) {
    const formTypes = comparableFormTypes(filing.form_type)
    if (formTypes.length === 0 || filing.period_of_report === null) return null
    const period = {
      from: addDays(filing.period_of_report, -PRIOR_DAYS.maximum),
      to: addDays(filing.period_of_report, -PRIOR_DAYS.minimum),
    }
    const candidates = await filingStore(sql as Sql).comparable(filing, formTypes, period)
    const prior = choosePrior(filing, candidates)
    return prior && (await loadFiling(prior.accession_number))
  },
  identity: (prior) => prior && inputOf(prior, 'texts'),
}

function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
