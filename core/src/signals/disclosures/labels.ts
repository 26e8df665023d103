import type { SignalLabel } from '../accuracy/label.ts'
import { disclosureLabelStore } from './labels-store.ts'

/** What filers say by the tags of their notes. Tags of text are no part of what the rules read. */
export const disclosureLabels: readonly SignalLabel[] = [
  {
    name: 'going_concern raised or alleviated against a tagged note on going concern',
    signal_type: 'going_concern',
    source:
      'A text block tagged us-gaap:SubstantialDoubtAboutGoingConcernTextBlock, or with a tag of the filer that names going concern. A filer may tag so a note that raises no doubt, and raise doubt in a note with a wider tag',
    positive: (value) => value === true,
    cases: async ({ sql, dataset }) =>
      (await disclosureLabelStore(sql, dataset).goingConcern()).map(
        ({ accession_number, tagged, found }) => ({
          accession_number,
          subject: null,
          label: tagged,
          signal: found === 'raised' || found === 'alleviated',
        }),
      ),
  },
]
