import type { CanonicalText } from '../documents/document.ts'
import { numberOf } from '../form-xml/values.ts'
import { blankOffering, type Offering } from './offering.ts'

/** The cover is in the first pages; the price table is on it, or in the summary after it. */
const COVER_CHARS = 20_000
const PRICE_TABLE_CHARS = 400_000
/** No label of a price table is longer. */
const MAX_CELL_CHARS = 200

const PRICE =
  /^(?:(?:initial|assumed|combined|total) )*(?:(?:public )?offering price|price to (?:the )?public|public price)/i
const FEES: [kind: string, label: RegExp][] = [
  ['placement_agent', /placement agent/i],
  ['underwriting', /underwrit\w+.*(?:discount|commission|fee)|discounts? and commissions?/i],
  ['sales_agent', /sales agent|selling agent|agent.s? (?:discount|commission)/i],
]
const PROCEEDS = /^(?:net )?proceeds/i
const REGISTRATION =
  /(?:registration|file|commission file)\s+(?:statement\s+)?(?:no|number|file no)s?\.?\s*:?\s*(3\d\d-\d{4,6})/i
const BASE = /\(\s*to (?:the )?prospectus(?:es)? dated ([A-Z][a-z]+ \d{1,2},? \d{4})/i
const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
)

/** The terms on the cover of a prospectus (Rule 424(b)): what it belongs to, the price and what is left of it. */
export function readProspectus(text: CanonicalText, formType: string): Offering {
  const cover = text.text.slice(0, COVER_CHARS)
  const flat = cover.replace(/\s+/g, ' ')
  const terms = priceTable(text)
  return {
    ...blankOffering(formType, 'registered', 'prospectus'),
    file_number: REGISTRATION.exec(flat)?.[1] ?? null,
    base_prospectus_date: dayOfWords(BASE.exec(flat)?.[1] ?? ''),
    security_description: securitiesOf(cover),
    ...terms,
  }
}

type Terms = Pick<Offering, 'price_per_security' | 'total_amount' | 'net_proceeds' | 'fees'>

/** The table with the price to the public and the proceeds, which Item 501(b)(3) of Regulation S-K asks for. */
function priceTable(text: CanonicalText): Terms | undefined {
  for (const table of text.tables) {
    if (table.start > PRICE_TABLE_CHARS) break
    const rows = text.text
      .slice(table.start, table.end)
      .split('\n')
      .map((line) => line.split(' | ').map((cell) => cell.trim().slice(0, MAX_CELL_CHARS)))
    const price = rows.find(([label = '']) => PRICE.test(label))
    const proceeds = rows.find(([label = '']) => PROCEEDS.test(label))
    if (!price || !proceeds || amounts(price).length === 0) continue
    const heading = rows.slice(0, rows.indexOf(price)).flat().join(' ')
    const [unit, total] = unitAndTotal(price, heading)
    return {
      price_per_security: unit,
      total_amount: total,
      net_proceeds: unitAndTotal(proceeds, heading)[1],
      fees: FEES.flatMap(([kind, label]) => {
        const row = rows.find(([name = '']) => label.test(name) && !PROCEEDS.test(name))
        if (!row || amounts(row).length === 0) return []
        const [per_security, amount] = unitAndTotal(row, heading)
        return [{ kind, paid_to: null, amount, per_security, is_estimate: null }]
      }).slice(0, 1),
    }
  }
  return undefined
}

/** Two columns, "Per Share" and "Total", or one of them. */
function unitAndTotal(row: string[], heading: string): [unit: number | null, total: number | null] {
  const figures = amounts(row)
  const [first = null, last = null] = [figures[0], figures.at(-1)]
  if (figures.length > 1) return [first, last]
  return /\bper\b/i.test(heading) && !/\btotal\b/i.test(heading) ? [first, null] : [null, first]
}

function amounts(row: string[]): number[] {
  return row.slice(1).flatMap((cell) => numberOf(cell.replace(/[$()%\s]/g, '')) ?? [])
}

/** The line of the cover that says what is offered: `608,197 Shares of Common Stock`. */
function securitiesOf(cover: string): string | null {
  const lines = cover.split('\n').map((line) => line.trim())
  const found = lines.find(
    (line) =>
      line.length < 250 &&
      /^(?:up to )?(?:US)?\$?[\d,.]+(?: (?:million|billion))?\b.{0,40}\b(?:shares|units|notes|warrants|bonds|debentures|ADSs|american depositary shares|common stock|depositary shares|certificates)\b/i.test(
        line,
      ),
  )
  return found?.split(' | ', 1)[0] ?? null
}

function dayOfWords(written: string): string | null {
  const match = /^([A-Z][a-z]+) (\d{1,2}),? (\d{4})$/.exec(written)
  const month = MONTHS.indexOf((match?.[1] ?? '').toLowerCase()) + 1
  if (!match || month === 0) return null
  return `${match[3]}-${String(month).padStart(2, '0')}-${(match[2] ?? '').padStart(2, '0')}`
}
