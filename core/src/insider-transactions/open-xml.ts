import type { Warnings } from './xml-fields.ts'
import { MAX_XML_BYTES, OwnershipError, readXmlTree, type XmlElement } from './xml-tree.ts'

/**
 * Opens the XML of an ownership form: bytes are read as UTF-8, and as windows-1252 when they are not valid UTF-8; the
 * `<XML>` wrapper of a submission is allowed. A document that is not well-formed is read once more with the two faults
 * mended that real filings have; what was mended is a warning.
 *
 * @throws OwnershipError with a `reason`: `not_xml` for a typed form, `not_ownership_document` for other XML, and the limits
 * and faults of `readXmlTree`.
 */
export function openXml(xml: string | Uint8Array, rootName: string, warnings: Warnings): XmlElement {
  const size = typeof xml === 'string' ? xml.length : xml.byteLength
  if (size > MAX_XML_BYTES) throw new OwnershipError('too_large', 'the document is larger than 16 MiB')
  const root = readTolerantly(
    withoutWrapper(typeof xml === 'string' ? xml : decoded(xml), rootName),
    warnings,
  )
  if (root.name !== rootName)
    throw new OwnershipError('not_ownership_document', `the root element is not <${rootName}>`)
  return root
}

function readTolerantly(xml: string, warnings: Warnings): XmlElement {
  try {
    return readXmlTree(xml)
  } catch (error) {
    if (!(error instanceof OwnershipError) || error.reason !== 'malformed') throw error
    for (const { mend, warning } of [brokenLines, truncatedEndTags]) {
      const mended = mend(xml)
      const root = mended === xml ? null : readOrNull(mended)
      if (!root) continue
      warnings.add(warning)
      return root
    }
    throw error
  }
}

function readOrNull(xml: string): XmlElement | null {
  try {
    return readXmlTree(xml)
  } catch (error) {
    if (error instanceof OwnershipError) return null
    throw error
  }
}

// Until about 2008 EDGAR broke lines longer than this, now and then in the middle of a tag.
const EDGAR_LINE_LENGTH = 1023

const brokenLines = {
  warning: 'lines that EDGAR had broken at 1,023 characters were joined',
  mend(xml: string): string {
    const lines = xml.split(/\r?\n/)
    if (!lines.some((line) => line.length === EDGAR_LINE_LENGTH)) return xml
    return lines.map((line) => (line.length === EDGAR_LINE_LENGTH ? line : `${line}\n`)).join('')
  },
}

/** Some Schedules 13D carry `</fundsSource` without its bracket, right before the next tag. */
const truncatedEndTags = {
  warning: 'end tags that had lost their closing bracket were closed',
  mend: (xml: string): string => xml.replace(/<\/([A-Za-z_][\w:.-]*)(\s*)(?=<)/g, '</$1>$2'),
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Cuts the `<XML>` wrapper of a submission and white space; refuses what does not begin as XML. */
function withoutWrapper(text: string, rootName: string): string {
  let body = text.startsWith('\ufeff') ? text.slice(1).trim() : text.trim()
  if (/^<XML>/i.test(body)) {
    const end = body.toUpperCase().lastIndexOf('</XML>')
    body = body.slice('<XML>'.length, end < 0 ? undefined : end).trim()
  }
  if (!body.startsWith('<')) throw new OwnershipError('not_xml', 'the document is not XML')
  // A typed form may begin with an SGML tag such as <PAGE>; the root element is what makes it XML.
  if (!body.startsWith('<?xml') && !body.startsWith('<!') && !body.includes(rootName))
    throw new OwnershipError('not_xml', 'the document is not XML')
  return body
}
