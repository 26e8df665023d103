import { Type } from 'typebox'
import { OWNERSHIP_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import type { Finding, Omission, SignalInput, SignalType } from '../signal.ts'
import {
  FORM_4,
  HISTORY_YEARS,
  type InsiderForm,
  insiderForm,
  lineEvidence,
  looksBackTo,
  type OtherTrade,
  type OwnLine,
  otherEvidence,
  ownerHistory,
} from './insider-forms.ts'
import { isPurchase, isTrade, totalValue } from './trades.ts'

const config = { history_years: HISTORY_YEARS, maximum_evidence: 20 } as const

const opportunistic: SignalType = {
  signal_type: 'insider_opportunistic',
  family: 'ownership',
  title: 'Opportunistic or routine insider trade',
  description:
    'Whether the trades of one month on a form follow a habit of their owner. One signal for each calendar month in which the form has trades. A habit can be told only of owners who traded the issuer in each of the three calendar years before, on forms that are held; of others nothing is said.',
  unit: 'label',
  range: { minimum: null, maximum: null },
  labels: ['opportunistic', 'routine'],
  form_types: ['4', '4/A', '5', '5/A'],
  evidence_kinds: ['xml_path'],
  source: 'Cohen, Malloy, Pomorski 2012, "Decoding Inside Information", Journal of Finance',
  formula:
    'Over lines of table I with code P or S: routine when the owner, or one who reports with it, traded the issuer in the same calendar month in each of the three preceding calendar years; otherwise opportunistic. Needs a trade held in each of the three years. Direction +1 for opportunistic purchases, −1 for opportunistic sales, 0 for routine trades and where both occur. The paper sorts owners once a year; this rule looks at the month of each trade.',
  history:
    'In the paper\u2019s sample (United States, 1986 to 2007) a portfolio following opportunistic trades earned 82 basis points a month and one following routine trades about none. Published history, not a promise.',
  covers_from: '2006-07-01',
  payload_schema: Type.Object(
    {
      month: Type.String({ description: '`YYYY-MM` of the trades.' }),
      side: Type.Union([Type.Literal('buy'), Type.Literal('sell'), Type.Literal('both')], {
        description: 'What the trades of the month are.',
      }),
      value: Type.Union([Type.Number(), Type.Null()], {
        description: 'US dollars of the trades; null where a price is not stated.',
      }),
      same_month_years: Type.Array(Type.Integer(), {
        description: 'Those of the three preceding years with a trade in the same calendar month.',
      }),
      months_held: Type.Array(Type.String(), {
        description: 'Months of the three preceding years in which trades of the owner are held, `YYYY-MM`.',
      }),
    },
    { additionalProperties: false },
  ),
  cases: {
    ...OWNERSHIP_CASES,
    first_filings:
      '`insufficient_data`, naming the years without a trade that is held, and the months with one.',
    missing_years: '`insufficient_data` unless each of the three preceding calendar years has a trade.',
  },
}

/** Trades that break with their owner's habit, and those that follow it. */
export const insiderOpportunistic = defineExtractor({
  name: 'insider_opportunistic',
  version: '1.0.0',
  signal_types: [opportunistic],
  applies: (formType) => FORM_4.test(formType),
  reads: 'submission',
  needs: { form: insiderForm, history: ownerHistory },
  config,

  extract({ filing, form, history }) {
    if (!form) return { status: 'insufficient_data', missing: ['ownership_xml'], reason: 'form_not_in_xml' }
    const trades = form.lines.filter((line) => isTrade(line) && !line.repeats)
    if (trades.length === 0) return { status: 'ok_none', reason: 'no_open_market_trade' }
    const months = [...new Set(trades.flatMap(({ row }) => row.transaction_date?.slice(0, 7) ?? []))].sort()
    if (months.length === 0) {
      return { status: 'insufficient_data', missing: ['transaction_date'], reason: 'line_without_date' }
    }
    const firstYear = Number(months[0]?.slice(0, 4)) - HISTORY_YEARS
    if (!looksBackTo(`${firstYear}-01-01`, filing, 'history')) {
      return {
        status: 'insufficient_data',
        missing: ['forms of the years before'],
        reason: 'reported_too_late',
      }
    }
    const findings: Finding[] = []
    const omitted: Omission[] = []
    const past = history.filter((line) => isTrade(line) && !line.restated_by_this)
    for (const month of months) {
      const year = Number(month.slice(0, 4))
      const years = [3, 2, 1].map((back) => year - back)
      const held = past.filter(({ row }) => years.includes(Number(row.transaction_date?.slice(0, 4))))
      const missing = missingYears(years, held)
      if (missing.length > 0) {
        omitted.push({
          signal_type: 'insider_opportunistic',
          status: 'insufficient_data',
          reason: 'insider_history_short',
          missing,
        })
        continue
      }
      const ofMonth = trades.filter(({ row }) => row.transaction_date?.startsWith(month))
      const finding = findingOf(form, month, ofMonth, years, held)
      if (finding.evidence.length === 0) {
        return { status: 'insufficient_data', missing: ['quotable_xml'], reason: 'form_not_quotable' }
      }
      findings.push(finding)
    }
    const [first] = omitted
    if (findings.length > 0) return { status: 'ok_found', findings, omitted }
    return { status: 'insufficient_data', missing: first?.missing ?? [], reason: 'insider_history_short' }
  },
})

/** The years without a held trade, and which months are held instead. */
function missingYears(years: readonly number[], held: readonly OtherTrade[]): string[] {
  const missing = years.filter(
    (year) => !held.some(({ row }) => row.transaction_date?.startsWith(`${year}-`)),
  )
  if (missing.length === 0) return []
  const months = monthsOf(held)
  return [
    ...missing.map((year) => `trades of the owner in ${year}`),
    `trades held: ${months.length === 0 ? 'none' : months.slice(0, 36).join(', ')}`,
  ]
}

function monthsOf(lines: readonly OtherTrade[]): string[] {
  return [...new Set(lines.flatMap(({ row }) => row.transaction_date?.slice(0, 7) ?? []))].sort()
}

function findingOf(
  form: InsiderForm,
  month: string,
  trades: readonly OwnLine[],
  years: readonly number[],
  held: readonly OtherTrade[],
): Finding {
  const months = monthsOf(held)
  const sameMonth = years.filter((year) => months.includes(`${year}-${month.slice(5)}`))
  const isRoutine = sameMonth.length === years.length
  const buys = trades.filter(isPurchase).length
  const side = buys === trades.length ? 'buy' : buys === 0 ? 'sell' : 'both'
  return {
    signal_type: 'insider_opportunistic',
    subject: month,
    value: isRoutine ? 'routine' : 'opportunistic',
    unit: 'label',
    direction: isRoutine || side === 'both' ? 0 : side === 'buy' ? 1 : -1,
    payload: { month, side, value: totalValue(trades), same_month_years: sameMonth, months_held: months },
    evidence: [
      ...trades.flatMap((line) => lineEvidence(form, line)).slice(0, config.maximum_evidence - years.length),
      ...sameMonth.flatMap((year) =>
        held
          .filter(({ row }) => row.transaction_date?.startsWith(`${year}-${month.slice(5)}`))
          .flatMap(otherEvidence)
          .slice(0, 1),
      ),
    ],
    inputs: [
      ...trades.map(
        ({ row, accession_number }): SignalInput => ({
          name: row.transaction_code === 'P' ? 'buy' : 'sell',
          value: row.shares,
          unit: 'shares',
          period_end: row.transaction_date ?? '',
          accession_number,
        }),
      ),
      ...months.map(
        (held_month): SignalInput => ({
          name: 'month_with_trades',
          value: held_month,
          accession_number:
            held.find(({ row }) => row.transaction_date?.startsWith(held_month))?.accession_number ?? null,
        }),
      ),
    ],
  }
}
