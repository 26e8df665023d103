import type { StoredHolding, StoredHoldingsReport } from '../../holdings/rule-rows-store.ts'

/** One security of one manager: all rows of it together. */
export interface Position {
  key: string
  cusip: string
  issuer_name: string
  title_of_class: string | null
  put_call: StoredHolding['put_call']
  shares_type: StoredHolding['shares_type']
  /** Null where a row states none. */
  shares: number | null
  /** US dollars; null where a row's value cannot be trusted. */
  value: number | null
  /** The first row of it. */
  first: Pick<StoredHolding, 'accession_number' | 'document_id' | 'position'>
}

export interface PositionChange {
  before: Position | null
  after: Position | null
  kind: 'opened' | 'closed' | 'increased' | 'decreased' | 'unchanged' | 'split' | 'unknown'
  shares_change: number | null
  /** US dollars of the shares bought or sold, at the price the report implies; null where it implies none. */
  traded_value: number | null
}

/**
 * The reports that make up a quarter, in the order of acceptance: the latest original or restatement, and what was added to
 * it since. An amendment that does not say which it is counts for nothing, a notice has no table.
 */
export function reportsInForce<
  R extends Pick<StoredHoldingsReport, 'is_amendment' | 'amendment_type' | 'report_type'>,
>(reports: readonly R[]): R[] {
  const counted = reports.filter(
    (report) => report.report_type !== 'notice' && (!report.is_amendment || report.amendment_type !== null),
  )
  const from = counted.findLastIndex(
    ({ is_amendment, amendment_type }) => !is_amendment || amendment_type === 'restatement',
  )
  return counted.slice(Math.max(0, from))
}

/** US dollars of all rows; null where a value cannot be trusted. */
export function totalOfRows(rows: readonly Pick<StoredHolding, 'value'>[]): number | null {
  return rows.some(({ value }) => value === null)
    ? null
    : rows.reduce((sum, { value }) => sum + (value ?? 0), 0)
}

/** Rows of one security, put or call, and kind of amount are one position. Rows without a CUSIP cannot be compared. */
export function positionsOf(rows: readonly StoredHolding[]): Map<string, Position> {
  const positions = new Map<string, Position>()
  for (const row of rows) {
    if (row.cusip === null) continue
    const { cusip, put_call, shares_type } = row
    const key = `${cusip}|${put_call ?? ''}|${shares_type ?? ''}`
    const known = positions.get(key)
    if (known) {
      known.shares = known.shares === null || row.shares === null ? null : known.shares + row.shares
      known.value = known.value === null || row.value === null ? null : known.value + row.value
      continue
    }
    const { issuer_name, title_of_class, shares, value, accession_number, document_id, position } = row
    positions.set(key, {
      key,
      cusip,
      issuer_name,
      title_of_class,
      put_call,
      shares_type,
      shares,
      value,
      first: { accession_number, document_id, position },
    })
  }
  return positions
}

/**
 * Ratios by which shares are split or consolidated. Five for four and four for three are left out: an ordinary purchase and
 * an ordinary move of the price look the same.
 */
const SPLITS = [3 / 2, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 25, 30, 40, 50, 75, 80, 100, 150, 200]
const SHARE_TOLERANCE = 0.001
/** The price moves in a quarter besides; the smaller the ratio, the less of that can be told from a split. */
const priceTolerance = (ratio: number) => (ratio < 2 ? 0.1 : 0.2)

/** Every position of either quarter, in the order of this quarter's table and then of the other's. */
export function changesBetween(
  before: ReadonlyMap<string, Position>,
  after: ReadonlyMap<string, Position>,
): PositionChange[] {
  return [
    ...[...after.values()].map((position) => changeOf(before.get(position.key) ?? null, position)),
    ...[...before.values()].filter(({ key }) => !after.has(key)).map((position) => changeOf(position, null)),
  ]
}

function changeOf(before: Position | null, after: Position | null): PositionChange {
  const had = before ? before.shares : 0
  const has = after ? after.shares : 0
  if (had === null || has === null)
    return { before, after, kind: 'unknown', shares_change: null, traded_value: null }
  const shares_change = has - had
  const price = priceOf(after) ?? priceOf(before)
  const traded_value = price === null ? null : Math.abs(shares_change) * price
  const change = { before, after, shares_change, traded_value }
  if (before === null) return { ...change, kind: 'opened' }
  if (after === null) return { ...change, kind: 'closed' }
  if (shares_change === 0) return { ...change, kind: 'unchanged' }
  if (isSplit(before, after)) return { ...change, kind: 'split', traded_value: 0 }
  return { ...change, kind: shares_change > 0 ? 'increased' : 'decreased' }
}

function priceOf(position: Position | null): number | null {
  if (!position || position.value === null || position.shares === null || position.shares <= 0) return null
  return position.value / position.shares
}

/** Shares in a usual ratio of a split, and the price the other way. */
function isSplit(before: Position, after: Position): boolean {
  const [was, is] = [priceOf(before), priceOf(after)]
  if (!before.shares || !after.shares || was === null || is === null || is <= 0) return false
  const shares = after.shares / before.shares
  const ratio = SPLITS.find(
    (one) => near(shares, one, SHARE_TOLERANCE) || near(shares, 1 / one, SHARE_TOLERANCE),
  )
  return ratio !== undefined && near(was / is, shares, priceTolerance(ratio))
}

function near(value: number, wanted: number, tolerance: number): boolean {
  return Math.abs(value / wanted - 1) <= tolerance
}
