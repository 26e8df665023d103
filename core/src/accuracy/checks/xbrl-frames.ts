import { calendarFrame } from '../../facts/calendar-frame.ts'
import { type CompanyFact, readCompanyFacts } from '../../facts/company-facts.ts'
import type { Check, Comparison } from '../check.ts'

const COMPANY_FACTS = /companyfacts/
/** Shorter durations the SEC files under moments, and half-years of some lengths under quarters; its documentation says neither. */
const DOCUMENTED = { quarter: [61, 121], year: [335, 395] } as const
const DAY_MS = 86_400_000

/** The frame of a period, against the one the SEC publishes with the fact. One case for each period and frame. */
export const xbrlFramesCheck: Check = {
  name: 'XBRL frames of periods',
  source: 'the frames in companyfacts JSON of data.sec.gov',
  at_least: 0.995,

  *compare(corpus): Iterable<Comparison> {
    const seen = new Set<string>()
    for (const { path } of corpus.files.filter((file) => COMPANY_FACTS.test(file.path))) {
      for (const fact of readCompanyFacts(corpus.bytes(path)).facts) {
        if (fact.frame === null || !documented(fact)) continue
        const name = `${fact.period_start ?? ''}/${fact.period_end} ${fact.frame}`
        if (seen.has(name)) continue
        seen.add(name)
        const ours = frameOf(fact)
        yield { case: name, ours: ours ?? 'none', theirs: fact.frame, agreed: ours === fact.frame }
      }
    }
  },
}

function documented({ period_start, period_end }: CompanyFact): boolean {
  if (period_start === null) return true
  const days = (Date.parse(period_end) - Date.parse(period_start)) / DAY_MS + 1
  return Object.values(DOCUMENTED).some(([least, most]) => days >= least && days <= most)
}

function frameOf({ period_start, period_end }: CompanyFact): string | null {
  return period_start === null
    ? calendarFrame({ period_start: null, period_end: null, instant: period_end })
    : calendarFrame({ period_start, period_end, instant: null })
}
