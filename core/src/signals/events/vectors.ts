import { hasCorpus, openCorpus } from '../../accuracy/corpus.ts'
import type { DeterministicExtractor } from '../extractor.ts'
import type { FilingUnderRead } from '../filing-under-read.ts'
import {
  looseDocuments,
  readFullSubmission,
  readLooseDocument,
  submissionPaths,
} from '../real-filings-under-read.ts'
import type { Finding } from '../signal.ts'
import type { Vector } from '../vectors/vector.ts'
import { departures } from './departures.ts'
import { event8k } from './event-8k.ts'

const EDGARTOOLS = 'edgartools tests (MIT)'
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

const itemVector = (
  id: string,
  title: string,
  accession: string | { cik: string; filed_on: string },
  expected: string,
): Vector => ({
  id,
  kind: 'pub',
  signal_type: 'event_8k',
  title,
  source: EDGARTOOLS,
  formula: 'Header item codes ∪ body headings; before 2012 the body alone where it has headings',
  expected,
  got() {
    const filing = heldFiling(accession)
    return (
      filing &&
      findingsOf(event8k, filing)
        .map(({ value }) => value)
        .join(',')
    )
  },
})

/** Published item lists of current reports, and a departure with its successor. */
export const eventVectors: readonly Vector[] = [
  itemVector('V47a', '8-K 0001144204-11-047401', '0001144204-11-047401', '2.02,9.01'),
  itemVector('V47b', '8-K 0000713095-08-000011', '0000713095-08-000011', '8.01,9.01'),
  itemVector(
    'V47c',
    '8-K 0000906197-99-000155, numbering before 2004',
    '0000906197-99-000155',
    '1,5,6,7,8,9',
  ),
  {
    id: 'V56',
    kind: 'pub',
    signal_type: 'exec_departure',
    title: 'Foot Locker 8-K of 2022-08-19',
    source: 'FinanceBench',
    formula: 'Officer, last day and successor as the sentences of Item 5.02 give them',
    expected: 'CEO Johnson out 1 Sep 2022, Dillon in',
    got() {
      const filing = heldFiling({ cik: '850209', filed_on: '2022-08-19' })
      if (!filing) return null
      const finding = findingsOf(departures, filing).find(({ payload }) =>
        (payload?.roles as string[] | undefined)?.some((role) => /chief executive/i.test(role)),
      )
      const { person, effective_date, successor } = (finding?.payload ?? {}) as Record<string, string | null>
      const last = (name: string | null | undefined) => name?.split(' ').at(-1) ?? 'nobody'
      return `CEO ${last(person)} out ${dayOf(effective_date ?? null)}, ${last(successor)} in`
    },
  },
  itemVector(
    'V57',
    'Bitcoin Depot 8-K of 2026-04-08',
    { cik: '1901799', filed_on: '2026-04-08' },
    '1.05,9.01',
  ),
]

/** A current report of the corpus, by accession number or by filer and day; null when it is not held. */
function heldFiling(wanted: string | { cik: string; filed_on: string }): FilingUnderRead | null {
  if (!hasCorpus()) return null
  const accession =
    typeof wanted === 'string'
      ? wanted
      : openCorpus().files.find(
          ({ cik, filing_date, form }) =>
            Number(cik) === Number(wanted.cik) && filing_date === wanted.filed_on && form.startsWith('8-K'),
        )?.accession_number
  if (!accession) return null
  const path = submissionPaths().find((each) => each.includes(accession))
  if (path) return readFullSubmission(path)?.filing ?? null
  const loose = looseDocuments().find(({ accession_number }) => accession_number === accession)
  return loose ? readLooseDocument(loose).filing : null
}

function findingsOf(rule: DeterministicExtractor, filing: FilingUnderRead): Finding[] {
  const outcome = rule.extract({ filing, as_of: filing.accepted_at })
  return outcome.status === 'ok_found' ? outcome.findings : []
}

/** `2022-09-01` as `1 Sep 2022`. */
function dayOf(date: string | null): string {
  const [year, month, day] = date?.split('-') ?? []
  return date === null ? 'unknown' : `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`
}
