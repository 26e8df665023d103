import { amountIn, amounts, percentIn } from './amounts.ts'
import type { ReportingPerson } from './beneficial-ownership.ts'
import { markedGroup } from './check-boxes.ts'
import type { PersonPage } from './person-page.ts'

const START = /(?:^|\n) ?item ?1 ?: ?reporting person ?-? ?([^\n]*)/gi
const ROW = /(?:^|\n) ?item ?(\d{1,2}) ?: ?([^\n]*)(\n ?\(b\)[^\n]*)?/gi
const MAX_PAGE_CHARS = 2_000

/**
 * Cover pages that print the numbers of a Schedule 13G's rows in place of their words: `Item 5: 577,251`. A large filer
 * typed its schedules so for decades.
 */
export function numberedCovers(text: string): PersonPage[] {
  return [...text.matchAll(START)].map((match, index, all) => {
    const limit = Math.min(all[index + 1]?.index ?? text.length, match.index + MAX_PAGE_CHARS)
    const page = text.slice(match.index, limit)
    const rows = new Map<number, string>()
    let end = 0
    for (const row of page.matchAll(ROW)) {
      const number = Number(row[1])
      if (rows.has(number) || number > 12) break
      rows.set(number, `${row[2] ?? ''}${row[3] ?? ''}`)
      end = row.index + row[0].length
    }
    return { start: match.index, end: match.index + end, person: personOf(rows, match[1] ?? '', index + 1) }
  })
}

function personOf(rows: Map<number, string>, name: string, position: number): ReportingPerson {
  const row = (number: number) => rows.get(number)?.trim() ?? ''
  return {
    position,
    name: name.trim(),
    cik: null,
    member_of_group: markedGroup(row(2)),
    source_of_funds: [],
    legal_proceedings: null,
    citizenship: row(4) || null,
    ...amounts({
      sole_voting_power: amountIn(row(5)),
      shared_voting_power: amountIn(row(6)),
      sole_dispositive_power: amountIn(row(7)),
      shared_dispositive_power: amountIn(row(8)),
      aggregate_amount: amountIn(row(9)),
      percent_of_class: percentIn(row(11)),
    }),
    excludes_certain_shares: null,
    person_types: row(12).match(/\b[A-Z]{2}\b/g) ?? [],
    comment: null,
  }
}
