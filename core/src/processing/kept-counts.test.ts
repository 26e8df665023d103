import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { View } from '../knowledge-time.ts'
import { forEachPostgres, type TestDatabase, testDatabase } from '../testing/database.ts'
import { type CoverageScope, coverageStore } from './coverage-store.ts'
import { differingCounts, foldAnswerCounts, recount } from './kept-counts.ts'

const FORMS = ['10-K', '10-K/A', '4']
const COMPANIES = ['0000000001', '0000000002', '0000000003']
const EXTRACTORS = ['exec_departure', 'risk_factor_diff', 'tone']
const STATUSES = ['pending', 'ok_found', 'ok_none', 'not_applicable']
const HOUR_MS = 3_600_000
const at = (hour: number) => new Date(Date.UTC(2024, 0, 1) + hour * HOUR_MS).toISOString()

type Step =
  | { do: 'file'; form: number; hour: number; ciks: number[]; seen: number | null }
  | { do: 'publish'; filing: number; hour: number }
  | { do: 'publish many'; hour: number }
  | { do: 'open'; filing: number; extractor: number; status: number }
  | { do: 'answer'; filing: number; extractor: number; status: number }
  | { do: 'close'; filing: number; extractor: number }
  | { do: 'name'; filing: number; cik: number }
  | { do: 'rename'; filing: number; cik: number }
  | { do: 'move'; filing: number; hour: number }
  | { do: 'withdraw'; filing: number }
  | { do: 'delete'; filing: number }
  | { do: 'fold' }

const filing = fc.nat(30)
const hour = fc.nat(40)
const extractor = fc.nat(EXTRACTORS.length - 1)
const status = fc.nat(STATUSES.length - 1)
const cik = fc.nat(COMPANIES.length - 1)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('file' as const),
      form: fc.nat(FORMS.length - 1),
      hour,
      ciks: fc.array(cik, { minLength: 1, maxLength: 3 }),
      seen: fc.option(hour),
    }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('publish' as const), filing, hour }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('publish many' as const), hour }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('open' as const), filing, extractor, status }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('answer' as const), filing, extractor, status }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const), filing, extractor }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('name' as const), filing, cik }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rename' as const), filing, cik }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('move' as const), filing, hour }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('withdraw' as const), filing }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const), filing }) },
  { weight: 2, arbitrary: fc.constant({ do: 'fold' as const }) },
)

forEachPostgres((postgres) => {
  let db: TestDatabase

  beforeAll(async () => {
    db = await testDatabase({ version: postgres })
    // Marks so near to each other that a few filings have some.
    await db.sql`create or replace function filings_between_marks() returns integer language sql immutable as 'select 3'`
  })
  afterAll(() => db.close())

  async function empty() {
    await db.sql`truncate filings, filing_filers, filing_items, processing, filing_counts, filing_count_marks, visible_filings,
      answer_counts, answer_count_changes cascade`
  }

  async function insert(number: number, form: string, hour: number, ciks: string[], seen: number | null) {
    const accession_number = `0000000009-24-${String(number).padStart(6, '0')}`
    await db.sql`insert into filings ${db.sql({
      accession_number,
      dataset: 'live',
      form_type: form,
      filing_date: '2024-01-01',
      accepted_at: at(hour),
      accepted_at_source: 'sgml_header',
      items: [],
      document_count: 1,
      submission_source: 'full_submission',
      submission_sha256: 'a'.repeat(64),
      warnings: [],
      first_seen_at: at(hour),
      // Also before the moment of acceptance, as a clock that is fast would have it.
      available_at: seen === null ? null : at(seen),
    })}`
    for (const [index, named] of ciks.entries()) await name(accession_number, named, index + 1, at(hour))
    return accession_number
  }

  async function name(accession_number: string, cik: string, position: number, accepted_at: string) {
    await db.sql`insert into filing_filers ${db.sql({
      accession_number,
      position,
      role: 'filer',
      cik,
      name: 'X',
      accepted_at,
    })}`
  }

  async function take(one: Step, filings: string[]): Promise<void> {
    const { sql } = db
    if (one.do === 'fold') {
      await foldAnswerCounts(sql)
      return
    }
    if (one.do === 'file') {
      const ciks = one.ciks.map((index) => COMPANIES[index] as string)
      filings.push(await insert(filings.length, FORMS[one.form] as string, one.hour, ciks, one.seen))
      return
    }
    if (one.do === 'publish many') {
      await sql`update filings set available_at = ${at(one.hour)} where available_at is null`
      return
    }
    const which = filings[one.filing % Math.max(1, filings.length)]
    if (which === undefined) return
    switch (one.do) {
      case 'publish':
        await sql`update filings set available_at = ${at(one.hour)} where accession_number = ${which} and available_at is null`
        return
      case 'open':
        await sql`
          insert into processing (accession_number, extractor, extractor_version, status)
          select accession_number, ${EXTRACTORS[one.extractor] as string}, '1.0.0', ${STATUSES[one.status] as string}
          from filings where accession_number = ${which} on conflict do nothing`
        return
      case 'answer':
        await sql`
          update processing set status = ${STATUSES[one.status] as string}, extractor_version = '1.0.1'
          where accession_number = ${which} and extractor >= ${EXTRACTORS[one.extractor] as string}`
        return
      case 'close':
        await sql`
          delete from processing where accession_number = ${which} and extractor = ${EXTRACTORS[one.extractor] as string}`
        return
      case 'name': {
        const [row] = await sql<{ accepted_at: string; position: number }[]>`
          select accepted_at, (select coalesce(max(position), 0) + 1 from filing_filers n
            where n.accession_number = f.accession_number) as position
          from filings f where accession_number = ${which}`
        if (row) await name(which, COMPANIES[one.cik] as string, row.position, row.accepted_at)
        return
      }
      case 'rename':
        await sql`update filing_filers set cik = ${COMPANIES[one.cik] as string} where accession_number = ${which} and position = 1`
        return
      case 'move':
        await sql`update filings set accepted_at = ${at(one.hour)} where accession_number = ${which}`
        return
      case 'withdraw':
        await sql`update filings set available_at = null where accession_number = ${which}`
        return
      case 'delete':
        await sql.begin(async (tx) => {
          await tx`delete from processing where accession_number = ${which}`
          await tx`delete from filing_filers where accession_number = ${which}`
          await tx`delete from filings where accession_number = ${which}`
        })
    }
  }

  const SCOPES: CoverageScope[] = [
    {},
    { form_type: ['10-K'] },
    { form_type: ['10-K', '4'] },
    { cik: [COMPANIES[0] as string] },
    { cik: COMPANIES.slice(0, 2), form_type: ['10-K/A', '4'] },
  ]

  /** The same counts out of the filings and the ledger themselves, one naming of a company at a time. */
  async function counted({ as_of }: View, { cik, form_type }: CoverageScope) {
    const named = db.sql`(
      select '' as cik, accession_number from filings union select cik, accession_number from filing_filers) named
      join filings f using (accession_number)`
    const inScope = db.sql`named.cik in ${db.sql(cik ?? [''])} and f.form_type in ${db.sql(form_type ?? FORMS)}
      and f.available_at is not null`
    const visible = db.sql`(f.available_at <= ${as_of} and f.accepted_at <= ${as_of})`
    const [filings] = await db.sql`
      select count(*) filter (where ${visible}) as published, count(*) filter (where not ${visible}) as later,
        min(f.accepted_at) filter (where ${visible}) as "from", max(f.accepted_at) filter (where ${visible}) as "to"
      from ${named} where ${inScope}`
    const answers = await db.sql`
      select p.extractor || ' ' || p.status as answer, count(*) as filings
      from ${named} join processing p using (accession_number) where ${inScope} and ${visible}
      group by 1 order by 1`
    return { filings, answers: answers.map(({ answer, filings }) => `${answer} ${filings}`) }
  }

  async function expectAllMoments(store: ReturnType<typeof coverageStore>) {
    for (const scope of SCOPES)
      for (const as_of of [at(-1), at(7), at(20), at(33), at(50)]) {
        const view: View = { dataset: 'live', as_of }
        const { published, later, from, to } = await store.filings(view, scope)
        const answers = (await store.extractors(view, scope)).flatMap(({ extractor, ...statuses }) =>
          Object.entries(statuses)
            .filter(([, filings]) => (filings as number) > 0)
            .map(([status, filings]) => `${extractor} ${status} ${filings}`),
        )
        expect({ scope, as_of, filings: { published, later, from, to }, answers: answers.sort() }).toEqual({
          scope,
          as_of,
          ...(await counted(view, scope)),
        })
      }
  }

  test('counts that are kept are what counting gives, at every moment, whatever was done', async () => {
    const store = coverageStore(db.sql)
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 70 }), async (steps) => {
        await empty()
        const filings: string[] = []
        for (const one of steps) await take(one, filings)
        expect(await differingCounts(db.sql)).toEqual([])
        await expectAllMoments(store)
        await foldAnswerCounts(db.sql)
        await recount(db.sql)
        expect(await differingCounts(db.sql)).toEqual([])
        await expectAllMoments(store)
      }),
      { numRuns: 10, seed: 29, endOnFailure: true },
    )
  }, 240_000)

  test('a count that was changed by hand is found, and counted again', async () => {
    await empty()
    const filing = await insert(1, '10-K', 3, [COMPANIES[0] as string], 3)
    await db.sql`insert into processing (accession_number, extractor, extractor_version, status)
      values (${filing}, 'tone', '1.0.0', 'ok_none')`
    await db.sql`update filing_counts set published = 2 where cik <> ''`
    await db.sql`insert into answer_count_changes (dataset, cik, form_type, answers) values ('live', '', '10-K', '{"tone ok_none": 1}')`
    const found = await differingCounts(db.sql)
    expect(
      found.map(({ of, cik, form_type, kept, counted }) => [of, cik, form_type, kept?.[0], counted?.[0]]),
    ).toEqual([
      ['filings', COMPANIES[0], '10-K', '2', '1'],
      ['answers', '', '', '2', '1'],
      ['answers', '', '10-K', '2', '1'],
    ])
    await recount(db.sql)
    expect(await differingCounts(db.sql)).toEqual([])
  })

  test('an answer that is written while its filing is published is counted once', async () => {
    await empty()
    const filing = await insert(1, '10-K', 3, [COMPANIES[0] as string], null)
    await db.sql`insert into processing (accession_number, extractor, extractor_version, status)
      values (${filing}, 'tone', '1.0.0', 'pending')`
    let published: Promise<unknown> | undefined
    await db.sql.begin(async (tx) => {
      await tx`update processing set status = 'ok_none' where accession_number = ${filing}`
      published =
        db.sql`update filings set available_at = ${at(4)} where accession_number = ${filing}`.execute()
      await untilOneWaits()
    })
    await published
    expect(await differingCounts(db.sql)).toEqual([])

    const next = await insert(2, '10-K', 3, [COMPANIES[0] as string], null)
    await db.sql`insert into processing (accession_number, extractor, extractor_version, status)
      values (${next}, 'tone', '1.0.0', 'pending')`
    let answered: Promise<unknown> | undefined
    await db.sql.begin(async (tx) => {
      await tx`update filings set available_at = ${at(4)} where accession_number = ${next}`
      answered = db.sql`update processing set status = 'ok_none' where accession_number = ${next}`.execute()
      await untilOneWaits()
    })
    await answered
    expect(await differingCounts(db.sql)).toEqual([])
  })

  /** A statement of another transaction has come to the lock. */
  async function untilOneWaits() {
    for (;;) {
      const waiting = await db.sql`
        select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
      if (waiting.length > 0) return
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  test('filings of the same companies are published by many at once, and all are counted', async () => {
    await empty()
    const filings: string[] = []
    for (let index = 0; index < 60; index++)
      filings.push(await insert(index, FORMS[index % 3] as string, index % 20, COMPANIES, null))
    await Promise.all(
      filings.map(async (filing, index) => {
        await db.sql`insert into processing (accession_number, extractor, extractor_version, status)
          values (${filing}, 'tone', '1.0.0', 'pending')`
        await Promise.all([
          db.sql`update filings set available_at = ${at(40 - (index % 20))} where accession_number = ${filing}`,
          db.sql`update processing set status = 'ok_found' where accession_number = ${filing}`,
          index % 7 === 0 ? foldAnswerCounts(db.sql) : undefined,
        ])
      }),
    )
    expect(await differingCounts(db.sql)).toEqual([])
    await expectAllMoments(coverageStore(db.sql))
  })

  test('publishing a filing reads nothing but what is of it, in tables that nobody analysed', async () => {
    await empty()
    // Postgres reads a table wholly, and rightly, once it knows that all of it is two pages.
    const tables = ['filings', 'filing_filers', 'processing', 'visible_filings']
    for (const table of tables) await db.sql`alter table ${db.sql(table)} set (autovacuum_enabled = false)`
    const filings: string[] = []
    for (let index = 0; index < 40; index++)
      filings.push(await insert(index, FORMS[0] as string, index % 20, COMPANIES, null))
    await db.sql`insert into processing (accession_number, extractor, extractor_version, status)
      select accession_number, 'extractor ' || number, '1.0.0', 'ok_none' from filings, generate_series(1, 200) number`
    const [before, after] = await db.sql.begin(async (tx) => {
      // The view also has what this connection did before and has not handed on yet, so only what is added counts.
      const readWholly = () => tx`
        select relname, seq_scan from pg_stat_xact_user_tables
        where relname in ${tx(tables)} order by relname`
      const before = [...(await readWholly())]
      for (const filing of filings)
        await tx`update filings set available_at = ${at(41)} where accession_number = ${filing}`
      return [before, [...(await readWholly())]]
    })
    expect(after).toEqual(before)
    for (const table of tables) await db.sql`alter table ${db.sql(table)} reset (autovacuum_enabled)`
  })
})
