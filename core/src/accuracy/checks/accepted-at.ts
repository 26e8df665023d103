import { parseCompanySubmissions, parseOlderSubmissions } from '../../edgar/company-submissions.ts'
import type { DiscoveredFiling } from '../../edgar/discovered-filing.ts'
import { newYorkToUtc, rfc3339 } from '../../edgar/new-york-time.ts'
import { acceptedAtFromSubmissionsJson, resolveSubmissionsClock } from '../../edgar/submissions-clock.ts'
import { readSubmissionHeader } from '../../filings/submission.ts'
import { SubmissionError } from '../../filings/submission-error.ts'
import { type Check, type Comparison, compared } from '../check.ts'
import type { Corpus } from '../corpus.ts'
import { corpusSubmissions } from '../corpus-submissions.ts'
import { daylightSaving, statutoryUtc } from '../new-york-statute.ts'

/** EDGAR began in 1993; the law may change after the last of these years. */
const YEARS = Array.from({ length: 2027 - 1993 }, (_, index) => 1993 + index)

/** The acceptance time of headers against the law's own rule for New York's clock, and against EDGAR's index pages. */
export const acceptedAtCheck: Check = {
  name: 'acceptance time: header to UTC',
  source: '15 U.S.C. 260a, and the "Accepted" line of EDGAR\'s index pages',
  at_least: 1,

  *compare(corpus) {
    for (const wall of changesOfTheClock())
      yield compared(`clock ${wall}`, newYorkToUtc(wall), statutoryUtc(wall))
    const accepted = headerTimes(corpus)
    for (const { path, wall, accepted_at } of accepted.values()) {
      yield compared(`${path} ACCEPTANCE-DATETIME`, accepted_at, statutoryUtc(wall))
    }
    yield* indexPages(corpus, accepted)
  },
}

/** What the submissions JSON says, its "Z" taken at its word: the disagreement that `accepted_at_json` shows. */
export const acceptedAtJsonCheck: Check = {
  name: 'acceptance time: submissions JSON at its word',
  source: 'submissions JSON',
  at_least: null,

  *compare(corpus) {
    for (const { path, accepted_at, row } of rowsWithHeader(corpus)) {
      const literal = rfc3339(Date.parse(row.acceptance_date_time_raw as string))
      yield compared(`${path} ${row.accession_number}`, accepted_at, literal)
    }
  },
}

/** The same with the clock of the file resolved (decision 0002), as a filing without a header gets its time. */
export const acceptedAtResolvedCheck: Check = {
  name: 'acceptance time: submissions JSON with its clock resolved',
  source: 'submissions JSON',
  at_least: 1,

  *compare(corpus) {
    for (const { path, accepted_at, row, rows } of rowsWithHeader(corpus)) {
      const clock = resolveSubmissionsClock(
        rows.flatMap(({ acceptance_date_time_raw, filing_date, form_type, accession_number }) =>
          acceptance_date_time_raw === undefined
            ? []
            : [
                {
                  acceptanceDateTime: acceptance_date_time_raw,
                  filingDate: filing_date,
                  form: form_type,
                  accessionNumber: accession_number,
                },
              ],
        ),
      )
      const resolved = acceptedAtFromSubmissionsJson(row.acceptance_date_time_raw as string, clock)
      // A file whose clock cannot be told gives no time, hence nothing that could be wrong.
      if (resolved !== null) yield compared(`${path} ${row.accession_number}`, resolved, accepted_at)
    }
  },
}

/** A second on either side of both changes of every year, and the hours around them that exist once. */
function* changesOfTheClock(): Generator<string> {
  for (const year of YEARS) {
    const { begins, ends } = daylightSaving(year)
    const hour = 3_600_000
    // In spring the hour before `begins` does not exist; in autumn the hour after `ends` comes twice.
    for (const moment of [
      begins - hour - 1_000,
      begins,
      begins + 1_000,
      ends - 1_000,
      ends + hour,
      ends + hour + 1_000,
    ]) {
      yield wallClock(moment)
    }
  }
}

function wallClock(shown: number): string {
  return new Date(shown).toISOString().slice(0, 19).replace(/[-:T]/g, '')
}

interface HeaderTime {
  path: string
  /** As the header writes it. */
  wall: string
  accepted_at: string | null
}

/** By accession number. */
function headerTimes(corpus: Corpus): Map<string, HeaderTime> {
  const times = new Map<string, HeaderTime>()
  for (const { file, bytes } of corpusSubmissions(corpus)) {
    const wall = /<ACCEPTANCE-DATETIME>(\d{14})/.exec(bytes.toString('latin1', 0, 4_096))?.[1]
    if (wall === undefined) continue
    try {
      const { header } = readSubmissionHeader(bytes)
      times.set(header.accession_number, { path: file.path, wall, accepted_at: header.accepted_at })
    } catch (error) {
      if (!(error instanceof SubmissionError)) throw error
    }
  }
  return times
}

/** `<div class="infoHead">Accepted</div> <div class="info">2021-03-26 14:02:04</div>` */
const ACCEPTED = />Accepted<\/div>\s{0,40}<div class="info">(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})</

function* indexPages(corpus: Corpus, accepted: Map<string, HeaderTime>): Generator<Comparison> {
  for (const { path, accession_number } of corpus.files) {
    const header = accepted.get(accession_number)
    if (header === undefined || !/\.html?(?:\.gz)?$/.test(path)) continue
    const line = ACCEPTED.exec(corpus.bytes(path).toString('latin1'))
    if (line === null) continue
    const wall = `${line[1]}${line[2]}`.replace(/[-:]/g, '')
    yield compared(`${path} Accepted`, header.accepted_at, statutoryUtc(wall))
  }
}

interface RowWithHeader {
  path: string
  accepted_at: string
  row: DiscoveredFiling
  rows: DiscoveredFiling[]
}

function* rowsWithHeader(corpus: Corpus): Generator<RowWithHeader> {
  const accepted = headerTimes(corpus)
  for (const { path } of corpus.files) {
    const name = /CIK(\d{10})(-submissions-\d+)?[^/]*\.json(?:\.gz)?$/.exec(path)
    if (name === null || !path.includes('submissions')) continue
    const rows = submissionRows(corpus, path, name[1] as string, name[2] !== undefined)
    for (const row of rows) {
      const accepted_at = accepted.get(row.accession_number)?.accepted_at
      if (accepted_at && row.acceptance_date_time_raw !== undefined) yield { path, accepted_at, row, rows }
    }
  }
}

function submissionRows(corpus: Corpus, path: string, cik: string, older: boolean): DiscoveredFiling[] {
  const value = JSON.parse(corpus.bytes(path).toString('utf8')) as unknown
  return older ? parseOlderSubmissions(value, cik).filings : parseCompanySubmissions(value).filings
}
