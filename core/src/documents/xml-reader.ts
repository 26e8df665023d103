import { decodeBytes } from './decode.ts'
import { ShortStrings } from './short-strings.ts'
import { XmlError } from './xml-error.ts'
import { NAME, nameTable } from './xml-names.ts'
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

export { XmlError, type XmlErrorReason } from './xml-error.ts'

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
/** Characters no XML 1.0 document may hold (section 2.2). */
const FORBIDDEN =
  /[\0-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/
const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace'
const NO_ATTRIBUTES: Record<string, string> = Object.freeze({})
const NO_CHILDREN: XmlElement[] = []
Object.freeze(NO_CHILDREN)

const OPEN = 0x3c
const SLASH = 0x2f
const CLOSE = 0x3e

/** Namespaces declared on an element. */
interface Scope {
  uris: Map<string, string>
  parent: Scope | null
  /** Of names without a prefix. */
  default: string
  /** Depth of the element. */
  depth: number
}

const ROOT_SCOPE: Scope = { uris: new Map([['xml', XML_NAMESPACE]]), parent: null, default: '', depth: -1 }

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
  const names = nameTable(xml)
  const strings = new ShortStrings(xml)
  const open: XmlElement[] = []
  const openNames: string[] = []
  let depth = 0
  let scope = ROOT_SCOPE
  let root: XmlElement | null = null
  let elements = 0
  const start = xml.charCodeAt(0) === 0xfeff ? 1 : 0
  let at = start
  let attributesEnd = 0

  while (at < xml.length) {
    let first = at
    while (first < xml.length && isSpace(xml.charCodeAt(first))) first++
    if (first >= xml.length) break
    const blank = xml.charCodeAt(first) === OPEN
    const tag = blank ? first : xml.indexOf('<', first)
    const end = tag < 0 ? xml.length : tag
    if (end > at) takeText(at, end, blank)
    if (tag < 0) break
    if (tag + 2 >= xml.length) throw malformed('a tag is not closed')
    const code = xml.charCodeAt(tag + 1)
    if (code === SLASH) at = closeTag(tag)
    else if (code === 0x21) at = declaration(tag)
    else if (code === 0x3f) at = instruction(tag)
    else at = openTag(tag)
  }
  if (depth > 0) throw malformed(`<${openNames[depth - 1]}> is not closed`)
  if (root === null) throw malformed('the document has no element')
  return root

  function takeText(from: number, to: number, blank: boolean) {
    if (depth === 0) {
      if (!blank) throw malformed('text outside the root element')
      return
    }
    const element = open[depth - 1] as XmlElement
    // White space alone is text where nothing else is: in an element without children.
    if (blank && element.text === '' && (element.children.length > 0 || xml[to + 1] !== '/')) return
    const short = strings.read(from, to)
    if (short !== null) {
      addText(element, short)
      return
    }
    const raw = xml.slice(from, to)
    if (raw.includes(']]>')) throw malformed(']]> in text')
    addText(element, characterData(raw))
  }

  function openTag(tag: number): number {
    if (depth === 0 && root !== null) throw malformed('a second root element')
    if (++elements > most.elements)
      throw new XmlError('too_many_elements', `more than ${most.elements} elements`)
    if (depth >= MAX_DEPTH) throw new XmlError('too_deep', `more than ${MAX_DEPTH} nested elements`)
    const name = names.read(tag + 1)
    let to = tag + 1 + name.whole.length
    let attributes = NO_ATTRIBUTES
    if (xml.charCodeAt(to) !== CLOSE) {
      attributes = readAttributes(to)
      to = attributesEnd
    }
    const { prefix, local } = name
    const child: XmlElement = {
      name: local,
      prefix,
      namespace: prefix === '' ? scope.default : uriOf(prefix),
      attributes,
      text: '',
      children: NO_CHILDREN,
    }
    if (depth === 0) root = child
    else addChild(open[depth - 1] as XmlElement, child)
    if (xml.charCodeAt(to) === SLASH) {
      if (scope.depth === depth) scope = scope.parent as Scope
      return to + 2
    }
    open[depth] = child
    openNames[depth] = name.whole
    depth++
    return to + 1
  }

  function closeTag(tag: number): number {
    if (depth === 0) throw malformed('an end tag that closes nothing')
    const name = openNames[depth - 1] as string
    let to = tag + 2
    for (let each = 0; each < name.length; each++, to++) {
      if (xml.charCodeAt(to) !== name.charCodeAt(each)) throw malformed(`<${name}> is not closed`)
    }
    while (to < xml.length && isSpace(xml.charCodeAt(to))) to++
    if (to >= xml.length || xml.charCodeAt(to) !== CLOSE) throw malformed(`<${name}> is not closed`)
    depth--
    if (scope.depth === depth) scope = scope.parent as Scope
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
      if (depth === 0) throw malformed('text outside the root element')
      if (close > tag + 9) addText(open[depth - 1] as XmlElement, checked(xml.slice(tag + 9, close)))
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

  /** Reads attributes from the end of a tag's name to its `>` or `/>`, where `attributesEnd` is left. */
  function readAttributes(from: number): Record<string, string> {
    const attributes: Record<string, string> = {}
    let uris: Map<string, string> | null = null
    let count = 0
    let to = from
    for (;;) {
      const before = to
      while (to < xml.length && isSpace(xml.charCodeAt(to))) to++
      if (to + 1 >= xml.length) throw malformed('a tag is not closed')
      const code = xml.charCodeAt(to)
      if (code === CLOSE || (code === SLASH && xml.charCodeAt(to + 1) === CLOSE)) break
      if (to === before) throw malformed('no space before an attribute')
      const { whole, prefix, local } = names.read(to)
      to += whole.length
      while (to < xml.length && isSpace(xml.charCodeAt(to))) to++
      if (xml[to] !== '=') throw malformed('an attribute without a value')
      to++
      while (to < xml.length && isSpace(xml.charCodeAt(to))) to++
      const quote = xml[to]
      if (quote !== '"' && quote !== "'") throw malformed('an attribute value without quotes')
      const end = xml.indexOf(quote, to + 1)
      if (end < 0) throw malformed('an attribute value is not closed')
      if (++count > MAX_ATTRIBUTES || end - to > MAX_ATTRIBUTE_LENGTH)
        throw new XmlError('too_many_attributes', 'an element has too many or too long attributes')
      if (count > 1 && Object.hasOwn(attributes, whole))
        throw malformed(`the attribute ${whole} is given twice`)
      const value = strings.read(to + 1, end) ?? longValue(xml.slice(to + 1, end))
      attributes[whole] = value
      if (prefix === 'xmlns' || whole === 'xmlns') {
        uris ??= new Map()
        uris.set(prefix === '' ? '' : local, value.trim())
      }
      to = end + 1
    }
    attributesEnd = to
    if (uris !== null) scope = { uris, parent: scope, default: uris.get('') ?? scope.default, depth }
    return attributes
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

function addChild(element: XmlElement, child: XmlElement) {
  if (element.mixed !== undefined) element.mixed.push(child)
  else if (element.text !== '') element.mixed = [...element.children, element.text, child]
  const { children } = element
  // Most elements have a few children, and an array that grows takes room for many.
  if (children.length === 0) element.children = [child]
  else if (children.length === 1) element.children = [children[0] as XmlElement, child]
  else children.push(child)
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

/** The value of an attribute, in which a line end counts as a space (XML 1.0, section 3.3.3). */
function longValue(raw: string): string {
  if (raw.includes('<')) throw malformed('< in an attribute value')
  return characterData(/[\n\t]/.test(raw) ? raw.replace(/[\n\t]/g, ' ') : raw)
}

/** Text as written, with its references decoded. */
function characterData(raw: string): string {
  checked(raw)
  if (!raw.includes('&')) return raw
  const text = decodeXmlReferences(raw)
  if (text === null) throw malformed('a reference to an entity that XML does not define')
  return text
}

function checked(text: string): string {
  if (FORBIDDEN.test(text)) throw malformed('a character that XML does not allow')
  return text
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d
}

function malformed(detail: string): XmlError {
  return new XmlError('malformed', detail)
}
