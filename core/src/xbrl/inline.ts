import type { InlineElement, InlineXbrl } from '../documents/document.ts'
import type { Fact } from '../facts/fact.ts'
import { canonicalDecimal, negated, scaled, scaleOf } from './decimal.ts'
import { markDuplicates } from './duplicates.ts'
import { type FactValue, fractionValue, nilValue, numberValue, textValue } from './fact-value.ts'
import { type Footnotes, footnotes, footnoteText } from './footnotes.ts'
import { type InlineContent, inlineContent } from './inline-content.ts'
import { type Relationship, readInlineHeader } from './inline-header.ts'
import { type NameReader, nameReader, taxonomies } from './names.ts'
import { plainMarkup, withoutTags } from './plain-markup.ts'
import { emptyScope, factOf, MAX_FACTS, nilReader, XbrlError, type XbrlReading } from './reading.ts'
import { transformationOf } from './transformations/registry.ts'
import type { Transformation } from './transformations/transformation.ts'

/** A document of an Inline XBRL document set. */
export interface InlineDocument {
  document_id: string
  inline: InlineXbrl
}

const FACTS = new Set(['nonFraction', 'nonNumeric', 'fraction'])

/**
 * Reads an Inline XBRL 1.1 document set: facts of each document in its order, with contexts, units, continuations and
 * relationships shared between the documents of the set.
 */
export function readInlineXbrl(documents: readonly InlineDocument[]): XbrlReading {
  const scope = emptyScope()
  const taxonomyOf = taxonomies()
  const notes = footnotes()
  const schemaRefs: string[] = []
  const warnings: string[] = []
  const relationships: Relationship[] = []
  const content = inlineContent(documents.map(({ inline }) => inline))
  const read = documents.map(({ document_id, inline }) => {
    const names = nameReader(inline.namespaces, taxonomyOf)
    const header = readInlineHeader(inline, names, scope)
    schemaRefs.push(...header.schema_refs)
    relationships.push(...header.relationships)
    warnings.push(...header.warnings)
    return {
      ...{ document_id, inline, names },
      formats: formatReader(names),
      isNil: nilReader(inline.namespaces),
    }
  })
  tieFootnotes(relationships, content, notes)

  const facts: Fact[] = []
  const ids = new Set<string>()
  for (const [set, { document_id, inline, names, formats, isNil }] of read.entries()) {
    let position = 0
    const { elements } = inline
    const inTuple = tupleMembers(elements)
    for (let index = 0; index < elements.length; index++) {
      const element = elements[index] as InlineElement
      if (!FACTS.has(element.element)) continue
      if (facts.length >= MAX_FACTS) throw new XbrlError('too_many_facts', `more than ${MAX_FACTS}`)
      position++
      const { attributes } = element
      const flags: string[] = []
      const factId = attributes.id ?? null
      if (factId !== null) {
        if (ids.has(factId)) flags.push('duplicate_id')
        ids.add(factId)
      }
      if (attributes.target !== undefined) flags.push('other_target')
      if (inTuple[index] === 1) flags.push('in_tuple')
      const nil = isNil(attributes)
      const numeric = element.element !== 'nonNumeric'
      const value = nil ? nilValue() : readValue(content, set, index, formats, flags)
      const pieces = attributes.continuedAt === undefined ? [] : content.continuationSpans(set, index)
      const { taxonomy, local } = nameOf(attributes, names)
      if (local === '') flags.push('missing_name')
      const fact = factOf(scope, {
        position,
        document_id,
        taxonomy,
        local,
        contextRef: attributes.contextRef,
        unitRef: attributes.unitRef,
        numeric,
        value,
        nil,
        fact_id: factId,
        footnotes: notes.of(factId),
        start: element.start,
        end: element.end,
        hidden: element.hidden,
        flags,
      })
      if (pieces.length > 0) fact.continuations = pieces
      facts.push(fact)
    }
  }
  markDuplicates(facts)
  return { facts, schema_refs: schemaRefs, warnings }
}

/** Each note is read once, however many facts it belongs to. */
function tieFootnotes(relationships: readonly Relationship[], content: InlineContent, notes: Footnotes) {
  const texts = new Map<string, string>()
  for (const { from, to } of relationships) {
    for (const note of to) {
      let text = texts.get(note)
      if (text === undefined) {
        text = footnoteText(plainMarkup(content.footnote(note) ?? ''))
        texts.set(note, text)
      }
      for (const fact of from) if (!notes.add(fact, note, text)) return
    }
  }
}

/** Prefixes are declared on the root; one that is not may be declared on the fact itself. */
function nameOf(attributes: Record<string, string>, names: NameReader) {
  const name = names.read(attributes.name ?? '')
  return name.taxonomy.namespace === '' ? names.read(attributes.name ?? '', attributes) : name
}

/** A tuple holds what stands inside it and what names it (Inline XBRL 1.1 section 15). */
function tupleMembers(elements: readonly InlineElement[]): Uint8Array {
  const inside = new Uint8Array(elements.length)
  for (let index = 0; index < elements.length; index++) {
    const { parent, attributes } = elements[index] as InlineElement
    const within = parent >= 0 && (inside[parent] === 1 || elements[parent]?.element === 'tuple')
    if (within || attributes.tupleRef !== undefined) inside[index] = 1
  }
  return inside
}

type FormatReader = (format: string | undefined, flags: string[]) => Transformation | undefined | null

/** Looks a `format` up: nothing when there is none, null with a flag when no registry knows it. */
function formatReader(names: NameReader): FormatReader {
  const known = new Map<string, Transformation | null>()
  return (format, flags) => {
    if (format === undefined) return undefined
    let found = known.get(format)
    if (found === undefined) {
      const colon = format.indexOf(':')
      const namespace = names.namespaceOf(format.slice(0, Math.max(0, colon)))
      found = transformationOf(namespace, format.slice(colon + 1)) ?? null
      known.set(format, found)
    }
    if (found === null) flags.push('unknown_format')
    return found
  }
}

function readValue(
  content: InlineContent,
  set: number,
  index: number,
  formats: FormatReader,
  flags: string[],
): FactValue {
  const element = content.element(set, index)
  if (element.element === 'fraction') return fractionOf(content, set, index, formats, flags)
  const transformation = formats(element.attributes.format, flags)
  if (element.element === 'nonNumeric') {
    const markup = content.continued(set, index, flags)
    if (markup === null) return nilValue()
    return textValue(markup, transformation ?? undefined, flags)
  }
  if (transformation === null) return nilValue()
  const { scale, sign, decimals, precision } = element.attributes
  return numberValue(
    shown(content.of(set, index)),
    { transformation, scale, sign, decimals, precision },
    flags,
  )
}

/** What is drawn, for the common case of plain characters without a copy. */
function shown(markup: string): string {
  if (!markup.includes('<') && !markup.includes('&')) return markup
  return plainMarkup(withoutTags(markup))
}

function fractionOf(
  content: InlineContent,
  set: number,
  index: number,
  formats: FormatReader,
  flags: string[],
): FactValue {
  const part = (name: string) => {
    const child = content.childOf(set, index, name)
    if (child < 0) return null
    const { format, scale, sign } = content.element(set, child).attributes
    const transformation = formats(format, flags)
    if (transformation === null) return null
    const text = shown(content.of(set, child)).trim()
    const decimal = canonicalDecimal((transformation ? transformation(text) : text) ?? '')
    const places = scaleOf(scale?.trim() ?? '0')
    if (decimal === null || places === null) return null
    return sign === '-' ? negated(scaled(decimal, places)) : scaled(decimal, places)
  }
  return fractionValue(part('numerator'), part('denominator'), flags)
}
