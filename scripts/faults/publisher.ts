import { setTimeout as sleep } from 'node:timers/promises'
import { inventedSubmission } from '../../workers/src/edgar-mirror/invented-filings.ts'
import { annualReportText } from '../../workers/src/testing/claude-filings.ts'
import type { Random } from '../invariants/random.ts'
import type { MirrorControl } from './mirror-control.ts'

const COMPANIES = 200
/** One in so many is an annual report, which Claude is asked about; the rest is small. */
const ANNUAL_EVERY = 25

/** Publishes invented filings on the scripted EDGAR, so many a second, until it is stopped. */
export function startPublisher(edgar: MirrorControl, random: Random, perSecond: number) {
  let stopped = false
  let published = 0
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' })
    .format(Date.now())
    .replaceAll('-', '')

  function next(): { accession: string; submission: string } {
    const company = random.below(COMPANIES)
    const cik = String(9_100_000_000 + company)
    const accession = `${cik}-26-${String(++published).padStart(6, '0')}`
    const annual = published % ANNUAL_EVERY === 0
    return {
      accession,
      submission: inventedSubmission({
        accession_number: accession,
        form_type: annual ? '10-K' : random.pick(['8-K', '8-K', '8-K', '6-K', 'SC 13G', '424B3']),
        filed: day,
        filers: [{ cik, name: `INVENTED COMPANY ${company} INC` }],
        text: annual
          ? annualReportText(2025, [random.below(16), 16 + random.below(16), 32 + random.below(16)])
          : `Item 8.01 Other Events.\n\nOn this day invented company ${company} announced its event number ${published}.`,
      }),
    }
  }

  const running = (async () => {
    const began = performance.now()
    while (!stopped) {
      if (published < ((performance.now() - began) / 1_000) * perSecond) {
        const { accession, submission } = next()
        await edgar.publish(accession, submission)
      } else await sleep(20)
    }
  })()

  return {
    day,
    async stop(): Promise<void> {
      stopped = true
      await running
    },
  }
}
