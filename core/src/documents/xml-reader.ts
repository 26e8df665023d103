import { decodeBytes } from './decode.ts'
import { decodeXmlReferences } from './xml-references.ts'

/** An element of an XML document. */
export interface XmlElement {
  /** Local name. */
  name: string
  /** Namespace prefix as written, empty without one. */
  prefix: string
  /** Namespace URI, empty for none. */
  namespace: string
  /** By name as written, references decoded; declarations of namespaces included. */
  attributes: Record<string, string>
  /** Its own character data, without that of its children and without the white space that only sets them apart. */
  text: string
  children: XmlElement[]
  /** Text and children in their order; only for an element that holds both. */
  mixed?: (string | XmlElement)[]
}

/** Why XML was refused; codes are permanent. */
export type XmlErrorReason =
  | 'too_large'
  | 'too_deep'
  | 'too_many_elements'
  | 'too_many_attributes'
  | 'doctype_refused'
  | 'malformed'

export class XmlError extends Error {
  override readonly name = 'XmlError'
  readonly reason: XmlErrorReason

  constructor(reason: XmlErrorReason, detail: string) {
    super(detail)
    this.reason = reason
  }
}

export interface XmlLimits {
  /** Bytes, or characters of a string. */
  size: number
  elements: number
}

/** What EDGAR takes in one document. An XBRL instance of a large bank has 100,000 elements. */
const LIMITS: XmlLimits = { size: 100 * 1024 ** 2, elements: 2_000_000 }
const MAX_DEPTH = 256
/** The root of an instance declares some sixty namespaces. */
const MAX_ATTRIBUTES = 256
const MAX_ATTRIBUTE_LENGTH = 64 * 1024
/** Distinct names of elements and attributes; the taxonomies of one filing bring a few thousand. */
const MAX_NAMES = 100_000

const NAME = /^[\p{L}_][\p{L}\p{N}\p{M}_.\u00b7-]*(?::[\p{L}_][\p{L}\p{N}\p{M}_.\u00b7-]*)?$/u
/** Characters no XML 1.0 document may hold (section 2.2). */
const FORBIDDEN =
  /[\0-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/
const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace'
const NO_ATTRIBUTES: Record<string, string> = Object.freeze(Object.create(null))

interface QualifiedName {
  prefix: string
  local: string
  namespace: string
}

/** Namespaces in scope of an element, and the names resolved in that scope so far. */
interface Scope {
  uris: Map<string, string>
  parent: Scope | null
  names: Map<string, QualifiedName>
}

/**
 * Reads well-formed XML into a tree, in one pass. A DOCTYPE is refused, so no entity can be declared and nothing outside
 * the document is ever read; what the limits do not allow is refused where it is met.
 *
 * @throws XmlError
 */
export function readXml(source: string | Uint8Array, limits: Partial<XmlLimits> = {}): XmlElement {
  const most = { ...LIMITS, ...limits }
  if (source.length > most.size) throw new XmlError('too_large', `more than ${most.size} bytes`)
  const decoded = typeof source === 'string' ? source : decodeBytes(source).text
  const xml = decoded.includes('\r') ? decoded.replace(/\r\n?/g, '\n') : decoded
  if (FORBIDDEN.test(xml)) throw new XmlError('malformed', 'a character that XML does not allow')

  const open: XmlElement[] = []
  const openNames: string[] = []
  const scopes: Scope[] = []
  let scope: Scope = {
    uris: new Map([
      ['xml', XML_NAMESPACE],
      ['', ''],
    ]),
    parent: null,
    names: new Map(),
  }
  let element: XmlElement | null = null
  let root: XmlElement | null = null
  let elements = 0
  const spelled = new Map<string, { prefix: string; local: string }>()
  let at = xml.charCodeAt(0) === 0xfeff ? 1 : 0
  const start = at

  while (at < xml.length) {
    const tag = xml.indexOf('<', at)
    const end = tag < 0 ? xml.length : tag
    if (end > at) takeText(at, end)
    if (tag < 0) break
    const code = xml.charCodeAt(tag + 1)
    if (code === 0x2f) at = closeTag(tag)
    else if (code === 0x21) at = declaration(tag)
    else if (code === 0x3f) at = instruction(tag)
    else at = openTag(tag)
  }
  if (element !== null) throw malformed(`<${openNames.at(-1)}> is not closed`)
  if (root === null) throw malformed('the document has no element')
  return root

  function takeText(from: number, to: number) {
    let first = from
    while (first < to && isSpace(xml.charCodeAt(first))) first++
    if (element === null) {
      if (first < to) throw malformed('text outside the root element')
      return
    }
    if (
      first === to &&
      element.text === '' &&
      (element.children.length > 0 || xml.charCodeAt(to + 1) !== 0x2f)
    )
      return
    const raw = xml.slice(from, to)
    if (raw.includes(']]>')) throw malformed(']]> in text')
    addText(element, withReferences(raw))
  }

  function openTag(tag: number): number {
    if (root !== null && element === null) throw malformed('a second root element')
    if (++elements > most.elements)
      throw new XmlError('too_many_elements', `more than ${most.elements} elements`)
    if (open.length >= MAX_DEPTH) throw new XmlError('too_deep', `more than ${MAX_DEPTH} nested elements`)
    let to = tag + 1
    let code = xml.charCodeAt(to)
    while (code !== 0x3e && code !== 0x2f && !isSpace(code)) {
      if (Number.isNaN(code)) throw malformed('a tag is not closed')
      code = xml.charCodeAt(++to)
    }
    const name = xml.slice(tag + 1, to)
    let attributes = NO_ATTRIBUTES
    let declares = false
    if (code !== 0x3e) {
      let count = 0
      for (;;) {
        const before = to
        while (isSpace(code)) code = xml.charCodeAt(++to)
        if (code === 0x3e || code === 0x2f) break
        if (to === before) throw malformed('attributes without a space between them')
        let nameEnd = to
        while (code !== 0x3d && !isSpace(code)) {
          if (Number.isNaN(code) || code === 0x3e || code === 0x3c || nameEnd - to > MAX_ATTRIBUTE_LENGTH)
            throw malformed('an attribute without a value')
          code = xml.charCodeAt(++nameEnd)
        }
        const attribute = xml.slice(to, nameEnd)
        to = nameEnd
        while (isSpace(code)) code = xml.charCodeAt(++to)
        if (code !== 0x3d) throw malformed('an attribute without a value')
        code = xml.charCodeAt(++to)
        while (isSpace(code)) code = xml.charCodeAt(++to)
        if (code !== 0x22 && code !== 0x27) throw malformed('an attribute value without quotes')
        const valueEnd = xml.indexOf(code === 0x22 ? '"' : "'", to + 1)
        if (valueEnd < 0) throw malformed('an attribute value is not closed')
        if (++count > MAX_ATTRIBUTES || valueEnd - to > MAX_ATTRIBUTE_LENGTH)
          throw new XmlError('too_many_attributes', 'an element has too many or too long attributes')
        const raw = xml.slice(to + 1, valueEnd)
        if (raw.includes('<')) throw malformed('< in an attribute value')
        if (attributes === NO_ATTRIBUTES) attributes = Object.create(null) as Record<string, string>
        if (attributes[attribute] !== undefined) throw malformed(`the attribute ${attribute} is given twice`)
        attributes[attribute] = withReferences(/[\n\t]/.test(raw) ? raw.replace(/[\n\t]/g, ' ') : raw)
        if (attribute.startsWith('xmlns') && (attribute.length === 5 || attribute[5] === ':')) declares = true
        to = valueEnd + 1
        code = xml.charCodeAt(to)
      }
    }
    scopes.push(scope)
    if (declares) scope = declaredScope(attributes, scope)
    if (attributes !== NO_ATTRIBUTES) for (const attribute in attributes) resolve(attribute)
    const { local, prefix, namespace } = resolve(name)
    const child: XmlElement = { name: local, prefix, namespace, attributes, text: '', children: [] }
    if (element === null) root = child
    else {
      element.children.push(child)
      if (element.mixed !== undefined) element.mixed.push(child)
      else if (element.text !== '') element.mixed = [element.text, child]
    }
    if (code === 0x2f) {
      if (xml.charCodeAt(to + 1) !== 0x3e) throw malformed('a tag with / in its middle')
      scope = scopes.pop() as Scope
      return to + 2
    }
    open.push(child)
    openNames.push(name)
    element = child
    return to + 1
  }

  function closeTag(tag: number): number {
    const name = openNames.pop()
    if (name === undefined || !xml.startsWith(name, tag + 2))
      throw malformed('an end tag that closes nothing')
    let to = tag + 2 + name.length
    while (isSpace(xml.charCodeAt(to))) to++
    if (xml.charCodeAt(to) !== 0x3e) throw malformed('an end tag that closes nothing')
    open.pop()
    element = open.length > 0 ? (open[open.length - 1] as XmlElement) : null
    scope = scopes.pop() as Scope
    return to + 1
  }

  /** A comment, a CDATA section, or a DOCTYPE. */
  function declaration(tag: number): number {
    if (xml.startsWith('<!--', tag)) {
      const dashes = xml.indexOf('--', tag + 4)
      if (dashes < 0 || xml[dashes + 2] !== '>') throw malformed('a comment is not closed')
      return dashes + 3
    }
    if (xml.startsWith('<![CDATA[', tag)) {
      const close = xml.indexOf(']]>', tag + 9)
      if (close < 0) throw malformed('a CDATA section is not closed')
      if (element === null) throw malformed('text outside the root element')
      if (close > tag + 9) addText(element, xml.slice(tag + 9, close))
      return close + 3
    }
    if (xml.startsWith('<!DOCTYPE', tag))
      throw new XmlError('doctype_refused', 'a document type declaration is not accepted')
    throw malformed('a declaration that XML does not know')
  }

  function instruction(tag: number): number {
    const close = xml.indexOf('?>', tag + 2)
    if (close < 0) throw malformed('a processing instruction is not closed')
    const target = /^[^\s?]*/.exec(xml.slice(tag + 2, Math.min(close, tag + 300)))?.[0] ?? ''
    if (!NAME.test(target)) throw malformed('a processing instruction without a name')
    if (target.toLowerCase() === 'xml' && tag !== start)
      throw malformed('an XML declaration inside the document')
    return close + 2
  }

  function declaredScope(attributes: Record<string, string>, parent: Scope): Scope {
    const uris = new Map<string, string>()
    for (const attribute in attributes) {
      if (attribute !== 'xmlns' && !attribute.startsWith('xmlns:')) continue
      uris.set(attribute.slice(6), (attributes[attribute] as string).trim())
    }
    return { uris, parent, names: new Map() }
  }

  function resolve(name: string): QualifiedName {
    const known = scope.names.get(name)
    if (known !== undefined) return known
    const { prefix, local } = spelled.get(name) ?? spell(name)
    const read = { prefix, local, namespace: uriOf(prefix) }
    scope.names.set(name, read)
    return read
  }

  function spell(name: string): { prefix: string; local: string } {
    if (spelled.size >= MAX_NAMES || !NAME.test(name)) throw malformed('a name that XML does not allow')
    const colon = name.indexOf(':')
    const read = { prefix: colon < 0 ? '' : name.slice(0, colon), local: name.slice(colon + 1) }
    spelled.set(name, read)
    return read
  }

  /** A prefix nobody declared stands for no namespace: filings are read for their names. */
  function uriOf(prefix: string): string {
    for (let each: Scope | null = scope; each !== null; each = each.parent) {
      const uri = each.uris.get(prefix)
      if (uri !== undefined) return uri
    }
    return ''
  }
}

function addText(element: XmlElement, text: string) {
  element.text = element.text === '' ? text : element.text + text
  if (element.mixed !== undefined) element.mixed.push(text)
  else if (element.children.length > 0) element.mixed = [...element.children, text]
}

/** All character data of an element and its descendants, in order. */
export function textContent(element: XmlElement): string {
  if (element.children.length === 0) return element.text
  const parts = element.mixed ?? element.children
  return parts.map((part) => (typeof part === 'string' ? part : textContent(part))).join('')
}

function withReferences(raw: string): string {
  if (!raw.includes('&')) return raw
  const text = decodeXmlReferences(raw)
  if (text === null) throw malformed('a reference to an entity that XML does not define')
  return text
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d
}

function malformed(detail: string): XmlError {
  return new XmlError('malformed', detail)
}
