import { isDeepStrictEqual } from 'node:util'
import type { Sql } from '@sec-latent/core/db'
import { filingReadStore } from '@sec-latent/core/filings/read-store'
import { event8k } from '@sec-latent/core/signals/events/event-8k'
import type { DeterministicExtractor } from '@sec-latent/core/signals/extractor'
import { filingSize } from '@sec-latent/core/signals/filing-behaviour/filing-size'
import { signalReadStore } from '@sec-latent/core/signals/read-store'
import { readAgain } from '../filings/backfill-extractors.ts'
import { extractSignals } from '../filings/extract.ts'
import { parseFiling } from '../filings/parse.ts'
import { publishFiling } from '../filings/publish.ts'
import type { Services } from '../services.ts'
import { comparesWords, countsEarlier, countsWords } from '../testing/invented-rules.ts'
import { fetchInvented, type InventedFiling } from '../testing/invented-services.ts'
import type { History, Step } from './history.ts'

/** How many questions about the past were asked again. */
export interface Verdict {
  questions: number
  signals: number
}

const MAKERS = [countsEarlier, comparesWords, countsWords]

function release(versions: readonly number[]): DeterministicExtractor[] {
  return [...MAKERS.map((make, index) => make(`${versions[index]}.0.0`)), filingSize, event8k]
}

/**
 * Lets a history happen on one database, and the same filings in the order of acceptance, once each, under the last rules, on
 * another.
 *
 * @throws Error when an answer about the past changed, when the two databases end with other signals, or when a job that
 *   is run once more changes anything
 */
export async function liveThrough(
  history: History,
  cik: string,
  disturbed: Services,
  inOrder: Services,
): Promise<Verdict> {
  const filings = history.filings.map((filing, index) => ({
    ...filing,
    cik,
    accession_number: `${cik}-${filing.accepted_at.slice(2, 4)}-${String(index + 1).padStart(6, '0')}`,
  }))
  const versions = MAKERS.map(() => 1)
  let services = released(disturbed, versions)
  for (const filing of filings) await fetchInvented(filing, services)

  const asked: { as_of: string; answer: unknown }[] = []
  const ask = async () => {
    const as_of = await latestMoment(services.sql, cik)
    if (as_of !== null && asked.every((one) => one.as_of !== as_of))
      asked.push({ as_of, answer: await answersAt(services.sql, cik, as_of) })
  }
  for (const group of history.groups) {
    for (const step of group)
      if (step.kind === 'release') versions[step.rule] = (versions[step.rule] ?? 1) + 1
    services = released(disturbed, versions)
    await Promise.all(group.map((step) => happen(step, filings, services)))
    await ask()
  }
  await finish(filings, services)
  await ask()
  for (const { as_of, answer } of asked) {
    const again = await answersAt(services.sql, cik, as_of)
    if (!isDeepStrictEqual(again, answer)) throw changed(`the answer as of ${as_of}`, answer, again)
  }

  const reference = released(inOrder, versions)
  const ordered = filings.toSorted((one, other) => (one.accepted_at < other.accepted_at ? -1 : 1))
  for (const filing of ordered) {
    await fetchInvented(filing, reference)
    await happen({ kind: 'parse', filing: filings.indexOf(filing) }, filings, reference)
    await happen({ kind: 'extract', filing: filings.indexOf(filing) }, filings, reference)
  }
  const [final, expected] = await Promise.all([finals(services.sql, cik), finals(reference.sql, cik)])
  if (!isDeepStrictEqual(final, expected)) throw changed('the signals in another order', expected, final)

  const before = await rowsOf(services.sql, filings)
  await finish(filings, services)
  const after = await rowsOf(services.sql, filings)
  if (!isDeepStrictEqual(after, before)) throw changed('what is stored, by running jobs again', before, after)
  return { questions: asked.length, signals: final.fingerprints.length }
}

function released(services: Services, versions: readonly number[]): Services {
  const rules = release(versions)
  return { ...services, rules, extractors: rules }
}

async function happen(step: Step, filings: readonly InventedFiling[], services: Services): Promise<void> {
  if (step.kind === 'release') return
  const filing = filings[step.filing]
  if (!filing) return
  const payload = { dataset: 'test' as const, accession_number: filing.accession_number }
  switch (step.kind) {
    case 'parse':
      return await parseFiling.run(payload, services)
    case 'extract':
      return await extractSignals.run(payload, services)
    case 'publish':
      return await publishFiling.run(payload, services)
    case 'take in':
      await parseFiling.run(payload, services)
      await extractSignals.run(payload, services)
      return await publishFiling.run(payload, services)
    case 'read again':
      return await readAgain(
        { ...payload, extractors: services.rules.map(({ name }) => name) },
        { extractors: services.rules.map(({ name, version }) => ({ extractor: name, to_version: version })) },
        services,
      )
  }
}

/** Everything that is still due, as the queue would bring it. */
async function finish(filings: readonly InventedFiling[], services: Services): Promise<void> {
  for (const kind of ['parse', 'extract', 'publish', 'read again', 'extract'] as const) {
    for (let filing = 0; filing < filings.length; filing++) await happen({ kind, filing }, filings, services)
  }
}

async function latestMoment(sql: Sql, cik: string): Promise<string | null> {
  const [row] = await sql<{ moment: string | null }[]>`
    select max(moment) as moment from (
      select greatest(available_at, superseded_at) as moment from signals where cik = ${cik}
      union all select f.available_at from filings f join filing_filers using (accession_number) where cik = ${cik}) all_moments`
  return row?.moment ?? null
}

/** What the read stores say of the company as of a moment. When a signal will end is nothing they may know. */
async function answersAt(sql: Sql, cik: string, as_of: string) {
  const view = { dataset: 'test' as const, as_of }
  const page = { limit: 200, order: 'asc' as const }
  const [signals, count, filings] = await Promise.all([
    signalReadStore(sql).list(view, { cik: [cik] }, page),
    signalReadStore(sql).count(view, { cik: [cik] }),
    filingReadStore(sql).list(view, { cik: [cik] }, page),
  ])
  return { signals: signals.map(({ superseded_at: _, ...signal }) => signal), count, filings }
}

async function finals(sql: Sql, cik: string) {
  const fingerprints = await sql<{ fingerprint: string }[]>`
    select fingerprint from signals where cik = ${cik} and superseded_at is null order by fingerprint`
  const ledger = await sql`
    select p.accession_number, p.extractor, p.extractor_version, p.status, p.reason, p.details, p.input_sha256
    from processing p join filing_filers f using (accession_number) where f.cik = ${cik} order by 1, 2`
  return {
    fingerprints: fingerprints.map((row) => row.fingerprint),
    ledger: ledger.map((row) => ({ ...row })),
  }
}

/** Every row about the filings, clocks and ids included. */
async function rowsOf(sql: Sql, filings: readonly InventedFiling[]) {
  const names = filings.map(({ accession_number }) => accession_number)
  const rows = await Promise.all([
    sql`select * from intake where accession_number in ${sql(names)} order by 1`,
    sql`select * from filings where accession_number in ${sql(names)} order by 1`,
    sql`select * from documents where accession_number in ${sql(names)} order by 1`,
    sql`select s.* from sections s join documents using (document_id) where accession_number in ${sql(names)} order by 1`,
    sql`select * from signals where accession_number in ${sql(names)} order by id`,
    sql`select e.* from evidence e join signals s on s.id = e.signal_id where accession_number in ${sql(names)} order by e.id`,
    sql`select * from processing where accession_number in ${sql(names)} order by accession_number, extractor`,
    sql`select count(*)::int as count from changes where accession_number in ${sql(names)}`,
  ])
  return rows.map((table) => table.map((row) => ({ ...row })))
}

function changed(what: string, before: unknown, after: unknown): Error {
  return new Error(`${what} changed:\n${JSON.stringify(before)}\n${JSON.stringify(after)}`)
}
