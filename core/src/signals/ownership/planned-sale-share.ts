import { Type } from 'typebox'
import type { Evidence } from '../../evidence/evidence.ts'
import { underTradingPlan } from '../../insider-transactions/trading-plan.ts'
import { OWNERSHIP_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import type { SignalType } from '../signal.ts'
import {
  FORM_4,
  footnotePath,
  type InsiderForm,
  insiderForm,
  lineEvidence,
  type OwnLine,
  PLAN_BOX_PATH,
} from './insider-forms.ts'
import { xmlEvidence } from './quoted-xml.ts'
import { isSale, totalValue, tradeValue } from './trades.ts'

const config = { maximum_evidence: 20 } as const

const plannedSaleShare: SignalType = {
  signal_type: 'planned_sale_share',
  family: 'ownership',
  title: 'Share of sales made under a trading plan',
  description:
    'How much of what a form reports as sold was sold under a Rule 10b5-1 plan. The checkbox of the form decides where it is answered (since April 2023); it covers the whole form. Without it the footnotes of each line decide; a line without such a footnote counts as not planned when another sale of the form says something of a plan, because the form then tells them apart. "Rule 10b-5" is the anti-fraud rule and no plan, and transaction code V is no plan mark.',
  unit: 'ratio',
  range: { minimum: 0, maximum: 1 },
  labels: null,
  form_types: ['4', '4/A', '5', '5/A'],
  evidence_kinds: ['xml_path'],
  source: 'Rule 10b5-1(c) (17 CFR 240.10b5-1); checkbox of Forms 4 and 5 by SEC release 33-11138',
  formula:
    'Value of the lines of table I with code S under a plan / value of all lines with code S, value = shares × price. Direction 0.',
  history: null,
  covers_from: '2003-06-30',
  payload_schema: Type.Object(
    {
      planned_value: Type.Number({ description: 'US dollars sold under a plan.' }),
      total_value: Type.Number({ description: 'US dollars of all sales of the form.' }),
      decided_by: Type.Union([Type.Literal('checkbox'), Type.Literal('footnotes')], {
        description: 'What says whether there was a plan.',
      }),
      sales: Type.Integer({ description: 'Lines with code S.' }),
      sales_without_statement: Type.Integer({
        description: 'Lines of which the form says neither, counted as not planned.',
      }),
    },
    { additionalProperties: false },
  ),
  cases: { ...OWNERSHIP_CASES, first_filings: 'Makes no difference.', missing_years: 'Makes no difference.' },
}

/** Sales under a plan adopted beforehand, against all sales of a form. */
export const plannedSaleShareRule = defineExtractor({
  name: 'planned_sale_share',
  version: '1.0.0',
  signal_types: [plannedSaleShare],
  applies: (formType) => FORM_4.test(formType),
  reads: 'submission',
  needs: { form: insiderForm },
  config,

  extract({ form }) {
    if (!form) return { status: 'insufficient_data', missing: ['ownership_xml'], reason: 'form_not_in_xml' }
    const sales = form.lines.filter((line) => isSale(line) && !line.repeats)
    if (sales.length === 0) return { status: 'ok_none', reason: 'no_open_market_sale' }
    const plans = sales.map(({ row }) => underTradingPlan(row))
    if (plans.every((plan) => plan === null)) {
      return {
        status: 'insufficient_data',
        missing: ['aff10b5One', 'footnote on a plan'],
        reason: 'plan_not_stated',
      }
    }
    const planned = sales.filter((_, index) => plans[index] === true)
    const total = totalValue(sales)
    const plannedValue = totalValue(planned)
    if (total === null || plannedValue === null) {
      return { status: 'insufficient_data', missing: ['price_per_share'], reason: 'price_not_stated' }
    }
    if (total <= 0) {
      return { status: 'insufficient_data', missing: ['price_per_share'], reason: 'denominator_negligible' }
    }
    const byCheckbox = form.document.aff10b5_one !== null
    const evidence = [
      ...(byCheckbox ? xmlEvidence(form, PLAN_BOX_PATH, form.quotes[PLAN_BOX_PATH]) : planNotes(form, sales)),
      ...sales.flatMap((line) => lineEvidence(form, line)),
    ].slice(0, config.maximum_evidence)
    if (evidence.length === 0) {
      return { status: 'insufficient_data', missing: ['quotable_xml'], reason: 'form_not_quotable' }
    }
    return {
      status: 'ok_found',
      findings: [
        {
          signal_type: 'planned_sale_share',
          subject: null,
          value: plannedValue / total,
          unit: 'ratio',
          direction: 0,
          payload: {
            planned_value: plannedValue,
            total_value: total,
            decided_by: byCheckbox ? 'checkbox' : 'footnotes',
            sales: sales.length,
            sales_without_statement: plans.filter((plan) => plan === null).length,
          },
          evidence,
          inputs: sales.map((line, index) => ({
            name: plans[index] === true ? 'planned_sale' : 'other_sale',
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

/** The footnotes of the sales that speak of Rule 10b5-1 or 10b-5. */
function planNotes(form: InsiderForm, sales: readonly OwnLine[]): Evidence[] {
  const texts = new Set(sales.flatMap(({ row }) => row.footnotes).filter((text) => /10b5|10b-5/i.test(text)))
  return form.document.footnotes.flatMap(({ text }, index) => {
    const path = footnotePath(index)
    return texts.has(text) ? xmlEvidence(form, path, form.quotes[path]) : []
  })
}
