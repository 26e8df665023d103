import { atMost } from '../../invariants/webhook-ground.ts'
import type { Checker } from './checker.ts'

/** Nothing that was delivered twice had an effect twice. */
export const noFilingDoubled: Checker = {
  id: 'I2',
  title: 'No filing is doubled',
  async check({ sql, edgar }) {
    const [changes] = await sql<{ count: number }[]>`
      select count(*)::int as count from (
        select 1 from changes where dataset = 'live' and change_type = 'filing.published'
        group by accession_number having count(*) > 1) doubled`
    const [unpublished] = await sql<{ count: number }[]>`
      select count(*)::int as count from intake i
      where i.stage = 'published' and not exists (
        select 1 from changes c where c.accession_number = i.accession_number and c.change_type = 'filing.published')`
    const [signals] = await sql<{ count: number }[]>`
      select count(*)::int as count from (
        select 1 from signals where superseded_at is null group by fingerprint, dataset having count(*) > 1) doubled`
    const [ledger] = await sql<{ count: number }[]>`
      select count(*)::int as count from (
        select 1 from processing group by accession_number, extractor having count(*) > 1) doubled`
    const strangers = await sql<{ accession_number: string }[]>`
      select accession_number from intake where dataset = 'live'`
    return [
      atMost('filings that the feed of changes names twice', changes?.count ?? -1, 0, 'filings'),
      atMost('published filings that it does not name', unpublished?.count ?? -1, 0, 'filings'),
      atMost('signals that stand twice', signals?.count ?? -1, 0, 'signals'),
      atMost('readings with two rows in the ledger', ledger?.count ?? -1, 0, 'rows'),
      atMost(
        'filings nobody showed',
        strangers.filter(({ accession_number }) => !edgar.shown.has(accession_number)).length,
        0,
        'filings',
      ),
    ]
  },
}
