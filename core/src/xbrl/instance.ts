import { readXml, textContent, type XmlElement } from '../documents/xml-reader.ts'
import type { Fact } from '../facts/fact.ts'
import { readContext } from './context.ts'
import { canonicalDecimal } from './decimal.ts'
import { markDuplicates } from './duplicates.ts'
import { type FactValue, fractionValue, nilValue, numberValue, textValue } from './fact-value.ts'
import { footnotes, readFootnoteLink } from './footnotes.ts'
import { declaredNamespaces, nameReader, taxonomies } from './names.ts'
import {
  addContext,
  addUnit,
  emptyScope,
  factOf,
  MAX_FACTS,
  nilReader,
  XbrlError,
  type XbrlReading,
} from './reading.ts'
import { readUnit } from './unit.ts'

const INSTANCE = 'http://www.xbrl.org/2003/instance'
const LINKBASE = 'http://www.xbrl.org/2003/linkbase'

/**
 * Reads an XBRL 2.1 instance: facts in document order, also those inside tuples. Nothing it refers to is fetched.
 *
 * @throws XmlError for XML that is none or out of bounds, XbrlError `not_xbrl` for other XML
 */
export function readInstance(source: string | Uint8Array, documentId: string): XbrlReading {
  const root = readXml(source)
  if (root.name !== 'xbrl' || root.namespace !== INSTANCE) {
    throw new XbrlError('not_xbrl', `the root element is <${root.name}>, not an XBRL instance`)
  }
  const taxonomyOf = taxonomies()
  const namespaces = declaredNamespaces(root.attributes)
  const names = nameReader(namespaces, taxonomyOf)
  const isNil = nilReader(namespaces)
  const scope = emptyScope()
  const notes = footnotes()
  const schemaRefs: string[] = []

  for (const element of root.children) {
    if (element.namespace === INSTANCE) {
      if (element.name === 'context') addContext(scope, readContext(element, names))
      else if (element.name === 'unit') addUnit(scope, element.attributes.id ?? '', readUnit(element))
    } else if (element.namespace === LINKBASE) {
      if (element.name === 'schemaRef') schemaRefs.push(element.attributes['xlink:href'] ?? '')
      else if (element.name === 'footnoteLink') readFootnoteLink(element, notes)
    }
  }

  const facts: Fact[] = []
  const ids = new Set<string>()
  readItems(root, false)
  markDuplicates(facts)
  return { facts, schema_refs: schemaRefs, warnings: [] }

  /** Items are whatever refers to a context; an element of a taxonomy that does not and holds some is a tuple. */
  function readItems(parent: XmlElement, inTuple: boolean) {
    for (const element of parent.children) {
      if (element.namespace === INSTANCE || element.namespace === LINKBASE) continue
      if (element.attributes.contextRef !== undefined) readItem(element, inTuple)
      else if (element.children.length > 0) readItems(element, true)
    }
  }

  function readItem(element: XmlElement, inTuple: boolean) {
    if (facts.length >= MAX_FACTS) throw new XbrlError('too_many_facts', `more than ${MAX_FACTS}`)
    const { attributes } = element
    const flags: string[] = []
    const factId = attributes.id ?? null
    if (factId !== null) {
      if (ids.has(factId)) flags.push('duplicate_id')
      ids.add(factId)
    }
    if (inTuple) flags.push('in_tuple')
    const nil = isNil(attributes)
    const numeric = attributes.unitRef !== undefined
    const value = nil ? nilValue() : readValue(element, numeric, flags)
    facts.push(
      factOf(scope, {
        position: facts.length + 1,
        document_id: documentId,
        taxonomy: taxonomyOf(element.namespace, element.prefix),
        local: element.name,
        contextRef: attributes.contextRef,
        unitRef: attributes.unitRef,
        numeric,
        value,
        nil,
        fact_id: factId,
        footnotes: notes.of(factId),
        start: null,
        end: null,
        hidden: false,
        flags,
      }),
    )
  }
}

function readValue(element: XmlElement, numeric: boolean, flags: string[]): FactValue {
  if (!numeric) return textValue(textContent(element), undefined, flags)
  const part = (name: string) => {
    const child = element.children.find((one) => one.name === name && one.namespace === INSTANCE)
    return child === undefined ? undefined : canonicalDecimal(child.text.trim())
  }
  const numerator = part('numerator')
  if (numerator !== undefined) return fractionValue(numerator, part('denominator') ?? null, flags)
  const { decimals, precision } = element.attributes
  return numberValue(element.text, { decimals, precision }, flags)
}
