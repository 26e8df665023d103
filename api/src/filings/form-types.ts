import { ProblemError } from '../problems.ts'

/** Forms people often write without their hyphens and spaces. EDGAR has hundreds; this list only feeds suggestions. */
// biome-ignore format: a table
const OFTEN_MISSPELT = [
  '10-K', '10-K/A', '10-KT', '10-K405', '10-Q', '10-Q/A', '8-K', '8-K/A', '8-K12B', '20-F', '20-F/A', '40-F', '6-K',
  '6-K/A', '11-K', '13F-HR', '13F-NT', 'SC 13D', 'SC 13D/A', 'SC 13G', 'SC 13G/A', 'SCHEDULE 13D', 'SCHEDULE 13G',
  'SC TO-I', 'SC TO-T', 'S-1', 'S-1/A', 'S-3', 'S-3ASR', 'S-4', 'S-8', 'F-1', 'F-3', 'DEF 14A', 'DEFA14A', 'PRE 14A',
  'N-CSR', 'N-CEN', 'N-PX', 'NT 10-K', 'NT 10-Q', 'POS AM', 'ARS', 'SD', 'D', 'D/A', '25-NSE', '15-12G', '8-A12B',
]
const PLAIN = new Map(OFTEN_MISSPELT.map((form) => [plain(form), form]))

/**
 * Form types in EDGAR's spelling. Case does not matter; a known form without its hyphens is refused with the right
 * spelling, because as a filter it would silently match nothing.
 */
export function readFormTypes(given: string[] | undefined): string[] | undefined {
  return given?.map((text) => {
    const form = text.toUpperCase().replace(/^FORM /, '')
    const known = PLAIN.get(plain(form))
    if (known !== undefined && known !== form && !OFTEN_MISSPELT.includes(form)) {
      throw ProblemError.parameter(
        'form_type',
        `form_type: EDGAR writes ${JSON.stringify(text)} as ${known}.`,
        {
          suggestion: known,
        },
      )
    }
    return form
  })
}

function plain(form: string): string {
  return form.toUpperCase().replace(/[^A-Z0-9/]/g, '')
}
