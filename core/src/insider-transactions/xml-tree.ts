import { SaxesParser } from 'saxes'
import { ReaderError } from '../readers/reader.ts'

/** An element of a small XML document. `text` is its own character data, without that of its children. */
export interface XmlElement {
  /** As written; a prefix such as `ns1:` is kept out, because ownership documents have no two names that differ by it. */
  name: string
  text: string
  attributes: Record<string, string>
  children: XmlElement[]
}

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
const MAX_DEPTH = 256
const MAX_ELEMENTS = 200_000
const MAX_ATTRIBUTES = 32
const MAX_ATTRIBUTE_LENGTH = 4096
const CHUNK = 64 * 1024

/**
 * Reads XML into a tree. Namespaces are not resolved: resolving them makes nested elements quadratic. A DOCTYPE is refused,
 * so no entity can be declared and nothing outside the document is ever read.
 *
 * @throws OwnershipError `too_large`, `too_deep`, `too_many_elements`, `too_many_attributes`, `doctype_refused`, `malformed`
 */
export function readXmlTree(xml: string): XmlElement {
  if (xml.length > MAX_XML_BYTES) throw new OwnershipError('too_large', 'the document is larger than 16 MiB')
  const parser = new SaxesParser({ xmlns: false })
  const open: XmlElement[] = []
  let root: XmlElement | null = null
  let elements = 0
  let attributes = 0
  let texts: string[][] = []

  parser.on('doctype', () => {
    throw new OwnershipError('doctype_refused', 'a document type declaration is not accepted')
  })
  parser.on('error', (error) => {
    throw new OwnershipError('malformed', error.message)
  })
  parser.on('opentagstart', () => {
    attributes = 0
    elements += 1
    if (open.length >= MAX_DEPTH)
      throw new OwnershipError('too_deep', `more than ${MAX_DEPTH} nested elements`)
    if (elements > MAX_ELEMENTS)
      throw new OwnershipError('too_many_elements', `more than ${MAX_ELEMENTS} elements`)
  })
  parser.on('attribute', (attribute) => {
    attributes += 1
    if (attributes > MAX_ATTRIBUTES || attribute.value.length > MAX_ATTRIBUTE_LENGTH)
      throw new OwnershipError('too_many_attributes', 'an element has too many or too long attributes')
  })
  parser.on('opentag', (tag) => {
    const element: XmlElement = {
      name: localName(tag.name),
      text: '',
      attributes: { ...(tag.attributes as Record<string, string>) },
      children: [],
    }
    const parent = open.at(-1)
    if (parent) parent.children.push(element)
    else root = element
    open.push(element)
    texts.push([])
  })
  const collect = (text: string) => texts.at(-1)?.push(text)
  parser.on('text', collect)
  parser.on('cdata', collect)
  parser.on('closetag', () => {
    const element = open.pop()
    const parts = texts.pop()
    if (element && parts) element.text = parts.join('')
  })

  try {
    for (let at = 0; at < xml.length; at += CHUNK) parser.write(xml.slice(at, at + CHUNK))
    parser.close()
  } finally {
    texts = []
  }
  if (!root) throw new OwnershipError('malformed', 'the document has no element')
  return root
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** First child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name)
}

export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? []
}

/** Character data of the first child of that name, white space collapsed; null when absent or empty. */
export function textOf(element: XmlElement | undefined, name: string): string | null {
  const child = childOf(element, name)
  return child ? plain(child.text) : null
}

export function plain(text: string): string | null {
  const collapsed = text.split(/\s/).filter(Boolean).join(' ')
  return collapsed === '' ? null : collapsed
}
