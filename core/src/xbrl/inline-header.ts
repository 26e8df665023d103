import type { InlineXbrl } from '../documents/document.ts'
import { readXml, type XmlElement, XmlError } from '../documents/xml-reader.ts'
import { readContext } from './context.ts'
import type { NameReader } from './names.ts'
import { addContext, addUnit, type XbrlScope } from './reading.ts'
import { readUnit } from './unit.ts'

/** Facts and the footnotes they have (`ix:relationship`). */
export interface Relationship {
  from: string[]
  to: string[]
}

export interface InlineHeader {
  schema_refs: string[]
  relationships: Relationship[]
  warnings: string[]
}

const MAX_RELATIONSHIPS = 100_000

/**
 * Reads what an inline document says for machines: contexts, units and relationships, in its `ix:resources` and
 * `ix:references`. What of it is no well-formed XML is left out with a warning, and the facts that refer to it are flagged.
 */
export function readInlineHeader(inline: InlineXbrl, names: NameReader, scope: XbrlScope): InlineHeader {
  const header: InlineHeader = { schema_refs: [], relationships: [], warnings: [] }
  const declarations = Object.entries(inline.namespaces)
    .map(([prefix, uri]) => ` ${prefix === '' ? 'xmlns' : `xmlns:${prefix}`}="${escaped(uri)}"`)
    .join('')
  for (const { start, end } of inline.header) {
    try {
      const part = readXml(`<header${declarations}>${inline.source.slice(start, end)}</header>`)
      for (const element of part.children) readPart(element)
    } catch (error) {
      if (!(error instanceof XmlError)) throw error
      header.warnings.push(`the header of the inline XBRL is not well-formed: ${error.message}`)
    }
  }
  return header

  function readPart(element: XmlElement) {
    const { name, attributes } = element
    if (name === 'context') addContext(scope, readContext(element, names))
    else if (name === 'unit') addUnit(scope, attributes.id ?? '', readUnit(element))
    else if (name === 'schemaRef') header.schema_refs.push(attributes['xlink:href'] ?? '')
    else if (name === 'relationship' && header.relationships.length < MAX_RELATIONSHIPS) {
      header.relationships.push({ from: idsOf(attributes.fromRefs), to: idsOf(attributes.toRefs) })
    }
  }
}

function idsOf(list: string | undefined): string[] {
  return (list ?? '').split(/\s+/).filter(Boolean)
}

function escaped(uri: string): string {
  return uri.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
