import { readXml, type XmlElement, XmlError } from '../documents/xml-reader.ts'
import { ReaderError } from '../readers/reader.ts'

/** A form filed as XML. Names are local: no form has two that differ by their prefix alone. */
export type FormElement = XmlElement

/**
 * Reads a form into elements.
 *
 * @throws ReaderError `xml_` and the reason of the XmlError, such as `xml_malformed`
 */
export function readForm(content: Uint8Array): FormElement {
  try {
    return readXml(withoutLeadingSpace(content))
  } catch (error) {
    if (error instanceof XmlError)
      throw new ReaderError(`xml_${error.reason}`, error.message, { cause: error })
    throw error
  }
}

/** EDGAR wraps a form in tags of its own; the lines between are no part of it, and a declaration has to come first. */
function withoutLeadingSpace(content: Uint8Array): Uint8Array {
  let start = 0
  while (start < content.length && (content[start] ?? 0) <= 0x20) start++
  return content.subarray(start)
}
