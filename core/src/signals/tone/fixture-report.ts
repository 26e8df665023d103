import type { EvidenceSources } from '../../evidence/verify.ts'
import { type FixtureBlock, filingFixture } from '../filing-fixture.ts'
import type { FilingUnderRead } from '../filing-under-read.ts'

/** An invented annual report of business and discussion, long enough to be measured. For tests only. */
export function reportFixture(report: {
  mdna: (string | FixtureBlock)[]
  business?: string[]
  form_type?: string
  mdna_status?: FixtureBlock['status']
  mdna_note?: string
  accession_number?: string
  filing_date?: string
}): { filing: FilingUnderRead; sources: EvidenceSources } {
  return filingFixture({
    form_type: report.form_type ?? '10-K',
    ...(report.accession_number ? { accession_number: report.accession_number } : {}),
    ...(report.filing_date ? { filing_date: report.filing_date } : {}),
    blocks: [
      { text: 'Item 1. Business', section: '10k.item_1', kind: 'heading' },
      ...(report.business ?? PLAIN),
      {
        text: "Item 7. Management's Discussion and Analysis",
        section: '10k.item_7',
        kind: 'heading',
        ...(report.mdna_status ? { status: report.mdna_status } : {}),
        ...(report.mdna_note ? { note: report.mdna_note } : {}),
      },
      ...report.mdna,
    ],
  })
}

const ONES = ['red', 'blue', 'green', 'white', 'black', 'round', 'tall', 'small', 'long', 'new']
const TENS = ['north', 'south', 'east', 'west']

/** 40 sentences of twelve plain words each, no two alike. */
export const PLAIN = Array.from(
  { length: 40 },
  (_, index) => `The ${ordinal(index)} of the shops in the old town sells bread.`,
)

function ordinal(index: number): string {
  return `${ONES[index % 10]} ${TENS[Math.floor(index / 10)]}`
}
