import { type FormElement, readForm } from '../form-xml/form-xml.ts'
import { text } from '../form-xml/values.ts'
import { ReaderError } from '../readers/reader.ts'
import { readRegulationA } from './form-1a.ts'
import { readFormC } from './form-c.ts'
import { readFormD } from './form-d.ts'
import type { Offering } from './offering.ts'

const READERS: [form: RegExp, read: (root: FormElement) => Offering][] = [
  [/^D(?:\/A)?$/, readFormD],
  [/^C(?:-U|-AR|-TR)?(?:\/A)?(?:-W)?$/, readFormC],
  [/^1-[AKZ](?:[ /-]?(?:A|POS|W))*$/, readRegulationA],
]

/** Form types whose offering is filed as XML. */
export function isStructuredOffering(formType: string): boolean {
  return READERS.some(([form]) => form.test(formType))
}

/** The offering in the XML of a Form D, C, 1-A, 1-K or 1-Z, whichever it says it is. */
export function readStructuredOffering(content: Uint8Array): Offering {
  const root = readForm(content)
  const form = text(root, 'submissionType') ?? text(root, 'headerData/submissionType') ?? ''
  const read = READERS.find(([pattern]) => pattern.test(form))?.[1]
  if (root.name !== 'edgarSubmission' || !read)
    throw new ReaderError('not_an_offering', `the document is a ${root.name} of type "${form}"`)
  return read(root)
}
