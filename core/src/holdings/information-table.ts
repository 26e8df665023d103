import { type FormElement, readForm } from '../form-xml/form-xml.ts'
import { all, number, text } from '../form-xml/values.ts'
import { ReaderError } from '../readers/reader.ts'
import { cusipOf } from './cusip.ts'
import type { FiledHolding } from './holding.ts'

/** The rows of an information table filed as XML (since 2013). */
export function readInformationTable(content: Uint8Array): FiledHolding[] {
  const root = readForm(content)
  if (root.name !== 'informationTable')
    throw new ReaderError('not_an_information_table', `the document is a ${root.name}`)
  return all(root, 'infoTable').map(holdingOf)
}

function holdingOf(row: FormElement): FiledHolding {
  return {
    issuer_name: text(row, 'nameOfIssuer') ?? '',
    title_of_class: text(row, 'titleOfClass'),
    cusip: cusipOf(text(row, 'cusip') ?? ''),
    figi: text(row, 'figi'),
    value_as_filed: number(row, 'value'),
    shares: number(row, 'shrsOrPrnAmt/sshPrnamt'),
    shares_type: sharesTypeOf(text(row, 'shrsOrPrnAmt/sshPrnamtType')),
    put_call: putCallOf(text(row, 'putCall')),
    investment_discretion: discretionOf(text(row, 'investmentDiscretion')),
    other_managers: (text(row, 'otherManager') ?? '').split(/[\s,;]+/).filter((one) => one !== ''),
    voting_sole: number(row, 'votingAuthority/Sole'),
    voting_shared: number(row, 'votingAuthority/Shared'),
    voting_none: number(row, 'votingAuthority/None'),
  }
}

export function sharesTypeOf(written: string | null): FiledHolding['shares_type'] {
  const type = written?.toUpperCase() ?? ''
  return type === 'SH' || type === 'PRN' ? type : null
}

export function putCallOf(written: string | null): FiledHolding['put_call'] {
  const side = written?.toLowerCase()
  return side === 'put' || side === 'call' ? side : null
}

/** `DFND` and `OTR` are the schema's; old tables write the words of the form, "Shared-Defined" and "Shared-Other". */
export function discretionOf(written: string | null): FiledHolding['investment_discretion'] {
  const word = written?.toUpperCase() ?? ''
  if (word.startsWith('SOLE')) return 'SOLE'
  if (/OTR|OTHER/.test(word)) return 'OTR'
  return /^(?:DF|DEF|SH)/.test(word) ? 'DFND' : null
}
