import type { LabelledCase, ReadCorpus, SignalLabel } from '../accuracy/label.ts'
import { type LabelRow, ownershipLabelStore } from './labels-store.ts'

const storeOf = ({ sql, dataset }: ReadCorpus) => ownershipLabelStore(sql, dataset)

/** A percentage in words of Item 5: `8.5%`, `5.1 percent`. */
const PERCENT = /(?<![\d.,])(\d{1,2}(?:\.\d{1,4})?|100)\s?(?:%|per\s?cent)/gi

/** What other parts of ownership forms say of the same thing. */
export const ownershipLabels: readonly SignalLabel[] = [
  {
    name: 'inst_delta rows against the entries of the summary page',
    signal_type: 'inst_delta',
    source: 'Form 13F summary page, information table entry total',
    cases: async (corpus) => cases(await storeOf(corpus).holdingsEntries()),
  },
  {
    name: 'inst_delta total against the value of the summary page',
    signal_type: 'inst_delta',
    source: 'Form 13F summary page, information table value total, in the unit of the rows',
    // Filers round each row: thousands add up to the total but for some.
    agrees: (label, signal) =>
      Math.abs(Number(label) - Number(signal)) <= Math.max(1, Math.abs(Number(label)) * 0.001),
    cases: async (corpus) => cases(await storeOf(corpus).holdingsTotal()),
  },
  {
    name: 'activist_13d percent against Item 5',
    signal_type: 'activist_13d',
    source: 'Schedule 13D, the largest percentage in Item 5',
    agrees: (label, signal) => Math.abs(Number(label) - Number(signal)) <= 0.1,
    cases: async (corpus) =>
      (await storeOf(corpus).stakes()).flatMap(({ accession_number, percent, item_5 }) => {
        const label = largestPercent(item_5)
        return label === null || percent === null
          ? []
          : [{ accession_number, subject: null, label, signal: percent }]
      }),
  },
  {
    name: 'planned_sale_share against footnotes',
    signal_type: 'planned_sale_share',
    source: 'Form 4 since April 2023: footnotes of the sales, where the checkbox decides the signal',
    positive: (value) => value === true,
    cases: async (corpus) => cases(await storeOf(corpus).plannedSales()),
  },
  {
    name: 'late_form4 against the timeliness the filer marks',
    signal_type: 'late_form4',
    source: 'Form 4, transaction timeliness L',
    positive: (value) => value === true,
    cases: async (corpus) => cases(await storeOf(corpus).lateForms()),
  },
  {
    name: 'insider_csuite_buy against the side and the balance of its lines',
    signal_type: 'insider_csuite_buy',
    source: 'Form 4, acquired or disposed, and shares owned following the transaction',
    cases: async (corpus) => cases(await storeOf(corpus).purchases()),
  },
]

function cases(rows: readonly LabelRow[]): LabelledCase[] {
  return rows.flatMap(({ accession_number, label, signal }) =>
    label === null ? [] : [{ accession_number, subject: null, label, signal }],
  )
}

/** The largest percentage that a text states; null when it states none. */
export function largestPercent(text: string | null): number | null {
  const percents = [...(text ?? '').matchAll(PERCENT)].map((match) => Number(match[1]))
  return percents.length === 0 ? null : Math.max(...percents)
}
