import { Type } from 'typebox'
import { OWNERSHIP_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import type { SignalInput, SignalType } from '../signal.ts'
import { addDays } from './days.ts'
import {
  FORM_4,
  insiderForm,
  lineEvidence,
  looksBackTo,
  otherEvidence,
  tradesAround,
} from './insider-forms.ts'
import { isPurchase, isTrade, ownerGroups, reportedOnce, tradeValue, withoutNoise } from './trades.ts'

const config = { window_days: 90, maximum_evidence: 20, maximum_inputs: 200 } as const

const npr: SignalType = {
  signal_type: 'insider_npr',
  family: 'ownership',
  title: 'Net purchase ratio of insiders over 90 days',
  description:
    'Whether the insiders of an issuer bought or sold, by value, in the 90 days that end with the last trade of this form. Counts the forms accepted up to this one; trades that several owners report jointly count once. Attached to every form that reports a purchase or sale.',
  unit: 'ratio',
  range: { minimum: -1, maximum: 1 },
  labels: null,
  form_types: ['4', '4/A', '5', '5/A'],
  evidence_kinds: ['xml_path'],
  source:
    'Lakonishok, Lee 2001, "Are Insider Trades Informative?", Review of Financial Studies, by value instead of by count',
  formula:
    '(buys − sells) / (buys + sells), in US dollars (shares × price), over the lines of table I with code P or S and a transaction date in the 90 days up to and including the last of this form. Direction +1 above 0, −1 below 0, 0 at 0.',
  history: null,
  covers_from: '2003-06-30',
  payload_schema: Type.Object(
    {
      window_start: Type.String({ description: 'First day that counts.' }),
      window_end: Type.String({ description: 'Last trade of this form.' }),
      buys: Type.Number({ description: 'US dollars bought.' }),
      sells: Type.Number({ description: 'US dollars sold.' }),
      buyers: Type.Integer({ description: 'Owners who bought; those who report together count once.' }),
      sellers: Type.Integer({ description: 'Owners who sold, counted alike.' }),
      lines: Type.Integer({ description: 'Purchases and sales counted.' }),
      forms: Type.Integer({ description: 'Forms they stand in, this one included.' }),
    },
    { additionalProperties: false },
  ),
  cases: OWNERSHIP_CASES,
}

/** Purchases against sales of all insiders of an issuer. */
export const insiderNpr = defineExtractor({
  name: 'insider_npr',
  version: '1.0.0',
  signal_types: [npr],
  applies: (formType) => FORM_4.test(formType),
  reads: 'submission',
  needs: { form: insiderForm, others: tradesAround },
  config,

  extract({ filing, form, others }) {
    if (!form) return { status: 'insufficient_data', missing: ['ownership_xml'], reason: 'form_not_in_xml' }
    const trades = form.lines.filter((line) => isTrade(line) && !line.repeats)
    if (trades.length === 0) return { status: 'ok_none', reason: 'no_open_market_trade' }
    const end = trades
      .flatMap(({ row }) => row.transaction_date ?? [])
      .sort()
      .at(-1)
    if (end === undefined) {
      return { status: 'insufficient_data', missing: ['transaction_date'], reason: 'line_without_date' }
    }
    const start = addDays(end, 1 - config.window_days)
    if (!looksBackTo(start, filing, 'around')) {
      return {
        status: 'insufficient_data',
        missing: ['forms around the trades'],
        reason: 'reported_too_late',
      }
    }
    const standing = others.filter((line) => isTrade(line) && !line.restated_by_this)
    const inside = reportedOnce([...standing, ...trades])
      .filter(
        ({ row }) =>
          row.transaction_date !== null && row.transaction_date >= start && row.transaction_date <= end,
      )
      .map((line) =>
        'quote' in line
          ? { line, evidence: otherEvidence(line), isOwn: false }
          : { line, evidence: lineEvidence(form, line), isOwn: true },
      )
    const unpriced = inside.filter(({ line }) => tradeValue(line) === null)
    if (unpriced.length > 0) {
      const forms = [...new Set(unpriced.map(({ line }) => line.accession_number))]
      return {
        status: 'insufficient_data',
        missing: forms.slice(0, 20).map((accession_number) => `price_per_share of ${accession_number}`),
        reason: 'price_not_stated',
      }
    }
    const bought = inside.filter(({ line }) => isPurchase(line))
    const sold = inside.filter(({ line }) => !isPurchase(line))
    const buys = sumOf(bought)
    const sells = sumOf(sold)
    if (buys + sells <= 0) {
      return { status: 'insufficient_data', missing: ['price_per_share'], reason: 'denominator_negligible' }
    }
    const value = (buys - sells) / (buys + sells)
    const shown = inside.toSorted(
      (a, b) => Number(b.isOwn) - Number(a.isOwn) || (tradeValue(b.line) ?? 0) - (tradeValue(a.line) ?? 0),
    )
    const evidence = shown.flatMap((one) => one.evidence).slice(0, config.maximum_evidence)
    if (evidence.length === 0) {
      return { status: 'insufficient_data', missing: ['quotable_xml'], reason: 'form_not_quotable' }
    }
    return {
      status: 'ok_found',
      findings: [
        {
          signal_type: 'insider_npr',
          subject: null,
          value,
          unit: 'ratio',
          direction: value > 0 ? 1 : value < 0 ? -1 : 0,
          payload: {
            window_start: start,
            window_end: end,
            buys,
            sells,
            buyers: ownersOf(bought),
            sellers: ownersOf(sold),
            lines: inside.length,
            forms: new Set(inside.map(({ line }) => line.accession_number)).size,
          },
          evidence,
          inputs: shown.slice(0, config.maximum_inputs).map(
            ({ line }): SignalInput => ({
              name: isPurchase(line) ? 'buy' : 'sell',
              value: tradeValue(line),
              unit: 'usd',
              period_end: line.row.transaction_date ?? end,
              accession_number: line.accession_number,
            }),
          ),
        },
      ],
    }
  },
})

type Counted = { line: Parameters<typeof tradeValue>[0] & { owner_ciks: string[] } }

function sumOf(lines: readonly Counted[]): number {
  return withoutNoise(lines.reduce((sum, { line }) => sum + (tradeValue(line) ?? 0), 0))
}

function ownersOf(lines: readonly Counted[]): number {
  const groupOf = ownerGroups(lines.map(({ line }) => line))
  return new Set(lines.map(({ line }) => groupOf(line.owner_ciks[0] ?? ''))).size
}
