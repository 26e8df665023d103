import type { LabelledCase, ReadCorpus, SignalLabel } from '../accuracy/label.ts'
import { eventLabelStore, type ItemLabelRow } from './labels-store.ts'

const storeOf = ({ sql, dataset }: ReadCorpus) => eventLabelStore(sql, dataset)
const SOURCE = 'Item codes of the submission header, current reports filed since 2012'

/** The item of the form that each signal is read out of. */
const ITEMS: [signalType: string, code: string][] = [
  ['non_reliance', '4.02'],
  ['auditor_change', '4.01'],
  ['cyber_incident', '1.05'],
  ['bankruptcy', '1.03'],
  ['impairment_8k', '2.06'],
  ['debt_acceleration', '2.04'],
  ['delisting_notice', '3.01'],
  ['control_change', '5.01'],
  ['exit_costs', '2.05'],
  ['unregistered_equity', '3.02'],
  ['vote_result', '5.07'],
  ['charter_change', '5.03'],
]

/** What the header of a current report says of the items whose text the rules read. */
export const eventLabels: readonly SignalLabel[] = [
  {
    name: 'event_8k items of the text against header items',
    signal_type: 'event_8k',
    source: SOURCE,
    positive: (value) => value === true,
    cases: async (corpus) =>
      (await storeOf(corpus).items()).map(({ accession_number, item_code, listed, found }) => ({
        accession_number,
        subject: item_code,
        label: listed,
        signal: found,
      })),
  },
  ...ITEMS.map(
    ([signalType, code]): SignalLabel => ({
      name: `${signalType} against header item ${code}`,
      signal_type: signalType,
      source: SOURCE,
      positive: (value) => value === true,
      cases: async (corpus) => cases(await storeOf(corpus).item(signalType, code)),
    }),
  ),
  ...(['exec_departure', 'director_departure'] as const).map(
    (signalType): SignalLabel => ({
      name: `${signalType} against header item 5.02, precision only`,
      signal_type: signalType,
      source: `${SOURCE}; the item also reports appointments and pay, so that recall cannot be graded`,
      positive: (value) => value === true,
      cases: async (corpus) => cases(await storeOf(corpus).itemOfSignal(signalType, '5.02')),
    }),
  ),
]

function cases(rows: readonly ItemLabelRow[]): LabelledCase[] {
  return rows.map(({ accession_number, listed, found }) => ({
    accession_number,
    subject: null,
    label: listed,
    signal: found,
  }))
}
