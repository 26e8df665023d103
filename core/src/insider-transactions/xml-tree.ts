import { readXml, type XmlElement, XmlError } from '../documents/xml-reader.ts'
import { ReaderError } from '../readers/reader.ts'

export type { XmlElement } from '../documents/xml-reader.ts'

/** Why a document of an ownership form could not be read; codes are permanent. */
export type OwnershipErrorReason =
  | 'typed_form'
  | 'not_xml'
  | 'not_ownership_document'
  | 'too_large'
  | 'too_deep'
  | 'too_many_elements'
  | 'too_many_attributes'
  | 'doctype_refused'
  | 'malformed'
  | 'missing_issuer'
  | 'missing_owner'
  | 'no_reporting_person'

export class OwnershipError extends ReaderError {
  declare readonly reason: OwnershipErrorReason

  constructor(reason: OwnershipErrorReason, detail: string) {
    super(reason, detail)
  }
}

// The largest ownership document EDGAR accepts has 30 rows a table and 99 footnotes: well under 1 MiB.
export const MAX_XML_BYTES = 16 * 1024 * 1024
const MAX_ELEMENTS = 200_000

/**
 * Reads XML into a tree within the limits of an ownership form.
 *
 * @throws OwnershipError `too_large`, `too_deep`, `too_many_elements`, `too_many_attributes`, `doctype_refused`, `malformed`
 */
export function readXmlTree(xml: string): XmlElement {
  try {
    return readXml(xml, { size: MAX_XML_BYTES, elements: MAX_ELEMENTS })
  } catch (error) {
    if (error instanceof XmlError) throw new OwnershipError(error.reason, error.message)
    throw error
  }
}

/** First child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  if (!element) return undefined
  for (const child of element.children) if (child.name === name) return child
  return undefined
}

export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? []
}

/** Character data of the first child of that name, white space collapsed; null when absent or empty. */
export function textOf(element: XmlElement | undefined, name: string): string | null {
  const child = childOf(element, name)
  return child ? plain(child.text) : null
}

/** White space at an end, two of it in a row, or any but a space. */
const UNTIDY = /^\s|\s$|\s\s|[^\S ]/

/** Text with its white space collapsed; null when there is none. */
export function plain(text: string): string | null {
  if (text === '') return null
  if (!UNTIDY.test(text)) return text
  const collapsed = text.replace(/\s+/g, ' ').trim()
  return collapsed === '' ? null : collapsed
}
