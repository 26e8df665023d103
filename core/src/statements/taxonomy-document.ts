import { SaxesParser } from 'saxes'
import { decodeBytes } from '../documents/decode.ts'

/** What one file of a filing's own taxonomy states: an extension schema, a linkbase, or a schema with linkbases inside. */
export interface TaxonomyDocument {
  /** Role URI to definition, such as `0000002 - Statement - CONSOLIDATED BALANCE SHEETS`. */
  roles: Map<string, string>
  elements: Map<string, ElementDeclaration>
  presentation: PresentationArc[]
  calculation: CalculationArc[]
  labels: ConceptLabel[]
}

/** An element the filer declares. Keyed by its id, which is what locators point at. */
export interface ElementDeclaration {
  name: string
  abstract: boolean
  period_type: 'instant' | 'duration' | null
  balance: 'debit' | 'credit' | null
  type: string | null
}

interface Arc {
  role: string
  /** Ids of elements, as in `us-gaap_Assets`. */
  from: string
  to: string
  order: number
  priority: number
  prohibited: boolean
}
export interface PresentationArc extends Arc {
  /** Role of the label to show, such as `…/totalLabel`; null for the standard one. */
  preferred_label: string | null
}
export interface CalculationArc extends Arc {
  weight: number
}
export interface ConceptLabel {
  element: string
  /** Last step of the label role: `label`, `totalLabel`, `terseLabel`, `negatedLabel`, `documentation`, … */
  role: string
  language: string
  text: string
}

/** Why a taxonomy document cannot be read; codes are permanent. */
export type TaxonomyErrorReason =
  | 'taxonomy_too_large'
  | 'taxonomy_too_deep'
  | 'taxonomy_too_many_elements'
  | 'taxonomy_doctype_refused'
  | 'taxonomy_malformed'

export class TaxonomyError extends Error {
  override readonly name = 'TaxonomyError'
  readonly reason: TaxonomyErrorReason
  constructor(reason: TaxonomyErrorReason, detail: string) {
    super(detail)
    this.reason = reason
  }
}

// The largest label linkbases EDGAR has taken are some 20 MB.
const MAX_BYTES = 64 * 1024 * 1024
const MAX_DEPTH = 256
const MAX_ELEMENTS = 1_000_000
const MAX_ATTRIBUTES = 128
const MAX_LABEL_CHARS = 4_000
const MAX_URI_CHARS = 1_024
const CHUNK = 64 * 1024

/** The arcs of labels and trees; those of definitions and references are of no use here. */
const ARCS = new Set(['presentationArc', 'calculationArc', 'labelArc'])

type Attributes = Record<string, string>

/**
 * Reads a schema or linkbase (XBRL 2.1 sections 3.5 and 5). Names are compared without their prefix: every filer chooses
 * its own, and these files have no two names that differ by it. Nothing a file points at is ever fetched.
 *
 * @throws TaxonomyError
 */
export function readTaxonomyDocument(content: Uint8Array): TaxonomyDocument {
  if (content.byteLength > MAX_BYTES)
    throw new TaxonomyError('taxonomy_too_large', 'the taxonomy document is larger than 64 MiB')
  const document: TaxonomyDocument = {
    roles: new Map(),
    elements: new Map(),
    presentation: [],
    calculation: [],
    labels: [],
  }
  const handler = taxonomyHandler(document)
  const parser = new SaxesParser({ xmlns: false })
  let depth = 0
  let elements = 0
  let attributeCount = 0
  parser.on('doctype', () => {
    throw new TaxonomyError('taxonomy_doctype_refused', 'a document type declaration is not accepted')
  })
  parser.on('error', (error) => {
    throw new TaxonomyError('taxonomy_malformed', error.message)
  })
  parser.on('opentagstart', () => {
    attributeCount = 0
    if (++depth > MAX_DEPTH)
      throw new TaxonomyError('taxonomy_too_deep', `more than ${MAX_DEPTH} nested elements`)
    if (++elements > MAX_ELEMENTS)
      throw new TaxonomyError('taxonomy_too_many_elements', `more than ${MAX_ELEMENTS} elements`)
  })
  parser.on('attribute', () => {
    if (++attributeCount > MAX_ATTRIBUTES)
      throw new TaxonomyError('taxonomy_too_many_elements', 'an element has too many attributes')
  })
  parser.on('opentag', ({ name, attributes }) => handler.open(localName(name), attributes as Attributes))
  parser.on('text', (text) => handler.text(text))
  parser.on('cdata', (text) => handler.text(text))
  parser.on('closetag', ({ name }) => {
    depth--
    handler.close(localName(name))
  })
  const xml = withoutWrapper(decodeBytes(content).text).trim()
  for (let at = 0; at < xml.length; at += CHUNK) parser.write(xml.slice(at, at + CHUNK))
  parser.close()
  return document
}

/**
 * Collects what the elements state. Locators, arcs and labels live inside one extended link, in any order, and refer to each
 * other by `xlink:label`: they are joined when the link ends.
 */
function taxonomyHandler(document: TaxonomyDocument) {
  let link = newLink('')
  let roleType: string | null = null
  let openLabel: LinkedLabel | null = null
  let parts: string[] | null = null
  let collected = 0

  return {
    open(name: string, attributes: Attributes): void {
      if (name.endsWith('Link')) link = newLink(attribute(attributes, 'role').slice(0, MAX_URI_CHARS))
      else if (name === 'loc') {
        const element = fragmentOf(attribute(attributes, 'href'))
        if (element) link.locators.set(attribute(attributes, 'label'), element)
      } else if (ARCS.has(name)) link.arcs.push({ name, attributes })
      else if (name === 'label') {
        openLabel = labelOf(attributes)
        link.labels.push(openLabel)
        startText()
      } else if (name === 'roleType') roleType = attribute(attributes, 'roleURI').slice(0, MAX_URI_CHARS)
      else if (name === 'definition' && roleType !== null) startText()
      else if (name === 'element') declare(document, attributes)
    },

    text(text: string): void {
      if (parts === null || collected > MAX_LABEL_CHARS) return
      parts.push(text)
      collected += text.length
    },

    close(name: string): void {
      if (name.endsWith('Link')) {
        finishLink(document, link)
        link = newLink('')
      } else if (name === 'label' && openLabel !== null) {
        openLabel.text = endText()
        openLabel = null
      } else if (name === 'definition' && roleType !== null) document.roles.set(roleType, endText())
      else if (name === 'roleType') roleType = null
    },
  }

  function startText(): void {
    parts = []
    collected = 0
  }

  function endText(): string {
    const text = (parts ?? []).join('').slice(0, MAX_LABEL_CHARS)
    parts = null
    return text.split(/\s/).filter(Boolean).join(' ')
  }
}

interface LinkedLabel extends Omit<ConceptLabel, 'element'> {
  key: string
}

interface ExtendedLink {
  role: string
  locators: Map<string, string>
  arcs: { name: string; attributes: Attributes }[]
  labels: LinkedLabel[]
}

function newLink(role: string): ExtendedLink {
  return { role, locators: new Map(), arcs: [], labels: [] }
}

function labelOf(attributes: Attributes): LinkedLabel {
  return {
    key: attribute(attributes, 'label'),
    role: lastStep(attribute(attributes, 'role')) || 'label',
    language: attribute(attributes, 'lang').toLowerCase() || 'en-us',
    text: '',
  }
}

function finishLink(document: TaxonomyDocument, { role, locators, arcs, labels }: ExtendedLink): void {
  const labelsByKey = grouped(labels)
  for (const { name, attributes } of arcs) {
    const from = locators.get(attribute(attributes, 'from'))
    if (from === undefined) continue
    const prohibited = attributes.use === 'prohibited'
    if (name === 'labelArc') {
      for (const { key: _, ...label } of prohibited
        ? []
        : (labelsByKey.get(attribute(attributes, 'to')) ?? []))
        document.labels.push({ element: from, ...label })
      continue
    }
    const to = locators.get(attribute(attributes, 'to'))
    if (to === undefined) continue
    const order = finite(attributes.order, 1)
    const arc = { role, from, to, order, priority: finite(attributes.priority, 0), prohibited }
    if (name === 'presentationArc')
      document.presentation.push({ ...arc, preferred_label: attributes.preferredLabel ?? null })
    else if (name === 'calculationArc')
      document.calculation.push({ ...arc, weight: finite(attributes.weight, 1) })
  }
}

function grouped(labels: LinkedLabel[]): Map<string, LinkedLabel[]> {
  const groups = new Map<string, LinkedLabel[]>()
  for (const label of labels) {
    const group = groups.get(label.key)
    if (group) group.push(label)
    else groups.set(label.key, [label])
  }
  return groups
}

function declare(document: TaxonomyDocument, attributes: Attributes): void {
  const { id, name } = attributes
  if (!id || !name) return
  const period = attribute(attributes, 'periodType')
  const balance = attribute(attributes, 'balance')
  document.elements.set(id, {
    name,
    abstract: attributes.abstract === 'true',
    period_type: period === 'instant' || period === 'duration' ? period : null,
    balance: balance === 'debit' || balance === 'credit' ? balance : null,
    type: attributes.type ?? null,
  })
}

/** A loose file may still carry the `<XBRL>` lines of its submission. */
function withoutWrapper(text: string): string {
  const start = /^\s*<XBRL>/.exec(text)
  if (!start) return text
  const end = text.lastIndexOf('</XBRL>')
  return text.slice(start[0].length, end < 0 ? undefined : end)
}

/** An attribute by its local name: the prefix of XLink is the filer's choice. */
function attribute(attributes: Attributes, name: string): string {
  const plain = attributes[name] ?? attributes[`xlink:${name}`] ?? attributes[`xml:${name}`]
  if (plain !== undefined) return plain
  for (const key in attributes) if (key.endsWith(`:${name}`)) return attributes[key] as string
  return ''
}

function fragmentOf(href: string): string | null {
  const hash = href.indexOf('#')
  if (hash < 0 || href.length > MAX_URI_CHARS) return null
  const fragment = href.slice(hash + 1)
  try {
    return decodeURIComponent(fragment) || null
  } catch {
    return fragment
  }
}

function lastStep(uri: string): string {
  return uri.slice(uri.lastIndexOf('/') + 1)
}

function finite(text: string | undefined, otherwise: number): number {
  const value = text === undefined ? Number.NaN : Number(text)
  return Number.isFinite(value) ? value : otherwise
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}
