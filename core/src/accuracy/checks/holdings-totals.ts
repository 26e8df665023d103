import { readHoldingsReport } from '../../holdings/reader.ts'
import type { Check } from '../check.ts'
import { lightFiling } from '../light-filing.ts'

/** The rows of an information table against the totals its filer counted on the summary page. */
export const holdingsTotalsCheck: Check = {
  name: '13F: rows and their sum equal the summary page',
  source: 'the filers themselves',
  at_least: null,
  *compare(corpus) {
    for (const { path, form } of corpus.files) {
      if (!/^13F-HR/.test(form)) continue
      const bytes = corpus.bytes(path)
      if (!/<(?:SEC|IMS)-DOCUMENT>|<SUBMISSION>/.test(bytes.toString('latin1', 0, 4096))) continue
      if (!bytes.includes('<DOCUMENT>')) continue
      const report = readHoldingsReport(lightFiling(bytes))
      if (!report || report.entries_read === null) continue
      for (const [what, ours, theirs] of [
        ['entries', report.entries_read, report.table_entry_total],
        ['value', report.value_read, report.table_value_total],
      ] as const) {
        if (theirs === null) continue
        yield { case: `${path} ${what}`, ours: String(ours), theirs: String(theirs), agreed: ours === theirs }
      }
    }
  },
}
