import { Type } from 'typebox'
import { OWNERSHIP_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import type { SignalType } from '../signal.ts'
import { type ChiefOffice, chiefOffices } from './chief-officer.ts'
import { FORM_4, insiderForm, lineEvidence } from './insider-forms.ts'
import { isPurchase, totalValue, tradeValue, withoutNoise } from './trades.ts'

const config = { maximum_evidence: 20 } as const

const csuiteBuy: SignalType = {
  signal_type: 'insider_csuite_buy',
  family: 'ownership',
  title: 'The chief executive or chief financial officer bought',
  description:
    'Purchases of the issuer\u2019s securities that one form reports for its chief executive or chief financial officer. The office is read from the officer title of the form, so that a title such as "See Remarks" is not recognised, and neither is the head of a division. A form filed jointly with such an officer counts.',
  unit: 'usd',
  range: { minimum: 0, maximum: null },
  labels: null,
  form_types: ['4', '4/A', '5', '5/A'],
  evidence_kinds: ['xml_path'],
  source: 'Transaction code P of table I of Forms 4 and 5 (17 CFR 249.104, 249.105)',
  formula: 'Sum of shares × price over the lines with code P. Direction +1.',
  history: null,
  covers_from: '2003-06-30',
  payload_schema: Type.Object(
    {
      owner_cik: Type.String({ description: 'The officer.' }),
      owner_name: Type.String({ description: 'As filed.' }),
      officer_title: Type.String({ description: 'As filed.' }),
      offices: Type.Array(Type.Union([Type.Literal('ceo'), Type.Literal('cfo')]), {
        description: 'The offices that the title names.',
      }),
      shares: Type.Number({ description: 'Shares bought.' }),
      average_price: Type.Union([Type.Number(), Type.Null()], { description: 'US dollars per share.' }),
      purchases: Type.Integer({ description: 'Lines of the form with code P.' }),
    },
    { additionalProperties: false },
  ),
  cases: { ...OWNERSHIP_CASES, first_filings: 'Makes no difference.', missing_years: 'Makes no difference.' },
}

/** Open-market purchases of the two officers who know the books best. */
export const insiderCsuiteBuy = defineExtractor({
  name: 'insider_csuite_buy',
  version: '1.0.0',
  signal_types: [csuiteBuy],
  applies: (formType) => FORM_4.test(formType),
  reads: 'submission',
  needs: { form: insiderForm },
  config,

  extract({ form }) {
    if (!form) return { status: 'insufficient_data', missing: ['ownership_xml'], reason: 'form_not_in_xml' }
    const purchases = form.lines.filter((line) => isPurchase(line) && !line.repeats)
    if (purchases.length === 0) return { status: 'ok_none', reason: 'no_open_market_purchase' }
    const officer = form.document.owners
      .map((owner) => ({ owner, offices: officesOf(owner) }))
      .find(({ offices }) => offices.length > 0)
    if (!officer) return { status: 'ok_none', reason: 'no_chief_officer' }
    const value = totalValue(purchases)
    if (value === null) {
      return { status: 'insufficient_data', missing: ['price_per_share'], reason: 'price_not_stated' }
    }
    const evidence = purchases.flatMap((line) => lineEvidence(form, line)).slice(0, config.maximum_evidence)
    if (evidence.length === 0) {
      return { status: 'insufficient_data', missing: ['quotable_xml'], reason: 'form_not_quotable' }
    }
    const shares = withoutNoise(purchases.reduce((sum, { row }) => sum + (row.shares ?? 0), 0))
    const { owner, offices } = officer
    return {
      status: 'ok_found',
      findings: [
        {
          signal_type: 'insider_csuite_buy',
          subject: null,
          value,
          unit: 'usd',
          direction: 1,
          payload: {
            owner_cik: owner.owner_cik,
            owner_name: owner.owner_name,
            officer_title: owner.officer_title ?? '',
            offices,
            shares,
            average_price: shares > 0 ? withoutNoise(value / shares) : null,
            purchases: purchases.length,
          },
          evidence,
          inputs: purchases.map((line) => ({
            name: 'purchase',
            value: tradeValue(line),
            unit: 'usd',
            ...(line.row.transaction_date !== null && { period_end: line.row.transaction_date }),
            accession_number: line.accession_number,
          })),
        },
      ],
    }
  },
})

function officesOf(owner: { is_officer: boolean | null; officer_title: string | null }): ChiefOffice[] {
  return owner.is_officer === false ? [] : chiefOffices(owner.officer_title)
}
