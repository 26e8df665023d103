import { Type } from 'typebox'
import type { Evidence } from '../../evidence/evidence.ts'
import { OWNERSHIP_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import type { Finding, SignalInput, SignalType } from '../signal.ts'
import { addDays, daysBetween } from './days.ts'
import {
  FORM_4,
  type InsiderForm,
  insiderForm,
  lineEvidence,
  looksBackTo,
  type OtherTrade,
  type OwnLine,
  otherEvidence,
  tradesAround,
} from './insider-forms.ts'
import { isPurchase, ownerGroups, reportedOnce, sharedTrades, tradeValue, withoutNoise } from './trades.ts'

const config = {
  minimum_owners: 3,
  minimum_value: 10_000,
  /** Days from the first purchase to the last. */
  window_days: 30,
  maximum_evidence: 20,
} as const

const clusterBuy: SignalType = {
  signal_type: 'insider_cluster_buy',
  family: 'ownership',
  title: 'Several insiders bought within 30 days',
  description:
    'Belongs to the Form 4 or 5 that completes the cluster, and again to each form that adds a buyer to it. The value counts the buyers. Owners who report on one form are one buyer, and so are forms that have an owner in common, or that state the same purchase with the same balance, one of them indirectly. The price on a form may be a weighted average. Inputs give value, day and accession number of each purchase.',
  unit: 'count',
  range: { minimum: config.minimum_owners, maximum: null },
  labels: null,
  form_types: ['4', '4/A', '5', '5/A'],
  evidence_kinds: ['xml_path'],
  source:
    'Alldredge, Blank 2019, "Do Insiders Cluster Trades With Colleagues? Evidence From Daily Insider Trading"; transaction code P of Forms 4 and 5 (17 CFR 249.104, 249.105)',
  formula:
    'At least 3 distinct buyers of the issuer\u2019s securities in table I under code P, each with purchases of at least $10,000 (shares × price), all transaction dates at most 30 days apart, counted over the forms accepted up to this one. Of all windows that hold a purchase of this form the one with the most buyers counts. Direction +1.',
  history:
    'The paper finds abnormal returns above 2 % in the month after clustered purchases. A published effect of its sample, not a forecast.',
  covers_from: '2003-06-30',
  payload_schema: Type.Object(
    {
      window_start: Type.String({ description: 'Day of the first purchase of the cluster.' }),
      window_end: Type.String({ description: 'Day of the last purchase of the cluster.' }),
      total_value: Type.Number({ description: 'US dollars of all purchases of the cluster.' }),
      buyers: Type.Array(
        Type.Object(
          {
            owner_ciks: Type.Array(Type.String(), {
              description: 'The owner, or the owners who report together.',
            }),
            owner_name: Type.String({ description: 'The first of them, as filed.' }),
            officer_title: Type.Union([Type.String(), Type.Null()], { description: 'As filed.' }),
            value: Type.Number({ description: 'US dollars.' }),
            shares: Type.Number({ description: 'Shares bought.' }),
            accession_numbers: Type.Array(Type.String(), {
              description: 'The forms that report the purchases.',
            }),
          },
          { additionalProperties: false },
        ),
        { description: 'The buyers, largest purchase first.' },
      ),
      purchases_without_price: Type.Integer({
        description: 'Purchases in the window that are not counted because their form gives no price.',
      }),
    },
    { additionalProperties: false },
  ),
  cases: {
    ...OWNERSHIP_CASES,
    first_filings: 'A form counts as soon as it is held; inputs name every form counted.',
    amendments:
      'A corrected line replaces the one it corrects. An amendment has the signal only when it is what brings a buyer in.',
  },
}

interface Purchase {
  day: string
  value: number | null
  shares: number
  owner_ciks: string[]
  owner_name: string
  officer_title: string | null
  accession_number: string
  isOwn: boolean
  evidence: Evidence[]
}

interface Buyer {
  group: string
  purchases: Purchase[]
  value: number
}

interface Cluster {
  start: string
  end: string
  buyers: Buyer[]
  unpriced: Purchase[]
}

/** Three or more insiders who bought on the open market within a month. */
export const insiderClusterBuy = defineExtractor({
  name: 'insider_cluster_buy',
  version: '1.0.0',
  signal_types: [clusterBuy],
  applies: (formType) => FORM_4.test(formType),
  reads: 'submission',
  needs: { form: insiderForm, others: tradesAround },
  config,

  extract({ filing, form, others }) {
    if (!form) return { status: 'insufficient_data', missing: ['ownership_xml'], reason: 'form_not_in_xml' }
    const lines = form.lines.filter((line) => isPurchase(line) && !line.repeats)
    if (lines.length === 0) return { status: 'ok_none', reason: 'no_open_market_purchase' }
    const [first] = lines.flatMap(({ row }) => row.transaction_date ?? []).sort()
    if (first !== undefined && !looksBackTo(addDays(first, -config.window_days), filing, 'around')) {
      return {
        status: 'insufficient_data',
        missing: ['forms around the trades'],
        reason: 'reported_too_late',
      }
    }
    const all = others.filter(isPurchase)
    const shared = [...sharedTrades([...all, ...lines]).values()]
    const groupOf = ownerGroups([...all, ...lines, ...shared])
    const before = reportedOnce(all).flatMap(purchaseOf)
    const current = reportedOnce([...all.filter(({ restated_by_this }) => !restated_by_this), ...lines])
    const now = current.flatMap((line) => ('quote' in line ? purchaseOf(line) : ownPurchase(form, line)))

    if (lines.some(({ row }) => row.transaction_date !== null) && !now.some(({ isOwn }) => isOwn)) {
      return { status: 'ok_none', reason: 'buyer_counted_before' }
    }
    const cluster = largest(windowsWithOwn(now, groupOf))
    if (!cluster)
      return { status: 'insufficient_data', missing: ['transaction_date'], reason: 'line_without_date' }
    const possible = groupsOf(
      [...cluster.buyers.flatMap(({ purchases }) => purchases), ...cluster.unpriced],
      groupOf,
    )
    if (cluster.buyers.length < config.minimum_owners) {
      return cluster.unpriced.length > 0 && possible >= config.minimum_owners
        ? { status: 'insufficient_data', missing: pricesOf(cluster.unpriced), reason: 'price_not_stated' }
        : { status: 'ok_none', reason: 'no_cluster' }
    }
    const earlier = buyersIn(before, groupOf, cluster.start, cluster.end).buyers
    const isNew = cluster.buyers.some(
      ({ group, purchases }) =>
        purchases.some(({ isOwn }) => isOwn) && !earlier.some((buyer) => buyer.group === group),
    )
    if (!isNew) return { status: 'ok_none', reason: 'buyer_counted_before' }
    const finding = findingOf(cluster)
    return finding.evidence.length === 0
      ? { status: 'insufficient_data', missing: ['quotable_xml'], reason: 'form_not_quotable' }
      : { status: 'ok_found', findings: [finding] }
  },
})

function ownPurchase(form: InsiderForm, line: OwnLine): Purchase[] {
  return purchase(line, form.owner_ciks, true, lineEvidence(form, line))
}

function purchaseOf(line: OtherTrade): Purchase[] {
  return purchase(line, line.owner_ciks, false, otherEvidence(line))
}

function purchase(
  line: Pick<OtherTrade, 'row' | 'accession_number'>,
  owner_ciks: string[],
  isOwn: boolean,
  evidence: Evidence[],
): Purchase[] {
  const { transaction_date: day, shares, owner_name, officer_title } = line.row
  if (day === null) return []
  const { accession_number } = line
  return [
    {
      day,
      value: tradeValue(line),
      shares: shares ?? 0,
      owner_ciks: owner_ciks.toSorted(),
      owner_name,
      officer_title,
      accession_number,
      isOwn,
      evidence,
    },
  ]
}

/** Every window of the length that begins with a purchase and holds one of the form. */
function windowsWithOwn(purchases: Purchase[], groupOf: (cik: string) => string): Cluster[] {
  const own = purchases.filter(({ isOwn }) => isOwn).map(({ day }) => day)
  const starts = [...new Set(purchases.map(({ day }) => day))].sort()
  return starts
    .filter((start) => own.some((day) => day >= start && daysBetween(start, day) <= config.window_days))
    .map((start) => buyersIn(purchases, groupOf, start, addDays(start, config.window_days)))
}

/** The buyers between two days who bought enough. */
function buyersIn(
  purchases: readonly Purchase[],
  groupOf: (cik: string) => string,
  start: string,
  end: string,
): Cluster {
  const inside = purchases.filter(({ day }) => day >= start && day <= end)
  const groups = new Map<string, Purchase[]>()
  for (const one of inside) {
    if (one.value === null) continue
    const group = groupOf(one.owner_ciks[0] ?? '')
    groups.set(group, [...(groups.get(group) ?? []), one])
  }
  const buyers = [...groups]
    .map(([group, ofGroup]) => ({
      group,
      purchases: ofGroup,
      value: withoutNoise(ofGroup.reduce((sum, { value }) => sum + (value ?? 0), 0)),
    }))
    .filter(({ value }) => value >= config.minimum_value)
    .sort((a, b) => b.value - a.value || (a.group < b.group ? -1 : 1))
  const days = buyers.flatMap((buyer) => buyer.purchases.map(({ day }) => day)).sort()
  return {
    start: days[0] ?? start,
    end: days.at(-1) ?? end,
    buyers,
    unpriced: inside.filter(({ value }) => value === null),
  }
}

/** The window with the most buyers, then with the most money, then the earliest. */
function largest(clusters: readonly Cluster[]): Cluster | null {
  const total = ({ buyers }: Cluster) => buyers.reduce((sum, { value }) => sum + value, 0)
  return (
    clusters.toSorted(
      (a, b) =>
        b.buyers.length - a.buyers.length ||
        total(b) - total(a) ||
        (a.start < b.start ? -1 : a.start > b.start ? 1 : 0),
    )[0] ?? null
  )
}

function groupsOf(purchases: readonly Purchase[], groupOf: (cik: string) => string): number {
  return new Set(purchases.map(({ owner_ciks }) => groupOf(owner_ciks[0] ?? ''))).size
}

function pricesOf(purchases: readonly Purchase[]): string[] {
  const forms = [...new Set(purchases.map(({ accession_number }) => accession_number))]
  return forms.slice(0, 20).map((accession_number) => `price_per_share of ${accession_number}`)
}

function findingOf({ start, end, buyers, unpriced }: Cluster): Finding {
  // One line of each buyer before the second of any: the cap must not hide a buyer. Those of this form come first.
  const purchases = buyers.flatMap((buyer) =>
    buyer.purchases.toSorted((a, b) => Number(b.isOwn) - Number(a.isOwn)).map((one, rank) => ({ one, rank })),
  )
  const shown = purchases
    .toSorted((a, b) => a.rank - b.rank || Number(b.one.isOwn) - Number(a.one.isOwn))
    .map(({ one }) => one)
  return {
    signal_type: 'insider_cluster_buy',
    subject: null,
    value: buyers.length,
    unit: 'count',
    direction: 1,
    payload: {
      window_start: start,
      window_end: end,
      total_value: withoutNoise(buyers.reduce((sum, { value }) => sum + value, 0)),
      buyers: buyers.map((buyer) => ({
        owner_ciks: [...new Set(buyer.purchases.flatMap(({ owner_ciks }) => owner_ciks))].sort(),
        owner_name: buyer.purchases[0]?.owner_name ?? '',
        officer_title: buyer.purchases[0]?.officer_title ?? null,
        value: buyer.value,
        shares: withoutNoise(buyer.purchases.reduce((sum, { shares }) => sum + shares, 0)),
        accession_numbers: [
          ...new Set(buyer.purchases.map(({ accession_number }) => accession_number)),
        ].sort(),
      })),
      purchases_without_price: unpriced.length,
    },
    evidence: shown.flatMap(({ evidence }) => evidence).slice(0, config.maximum_evidence),
    inputs: shown.map(
      ({ value, day, accession_number, owner_ciks }): SignalInput => ({
        name: `purchase_${owner_ciks[0]}`,
        value,
        unit: 'usd',
        period_end: day,
        accession_number,
      }),
    ),
  }
}
