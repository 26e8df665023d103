import { ShortStrings } from './short-strings.ts'
import { XmlError } from './xml-error.ts'
import { NAME, type XmlName, XmlNames } from './xml-names.ts'
import { decodeXmlReferences } from './xml-references.ts'
import { textBetween, xmlSource } from './xml-source.ts'

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
const EQUALS = 0x3d
const QUOTE = 0x22
const APOSTROPHE = 0x27

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
  const document = xmlSource(source)
  const { bytes, latin1 } = document
  const size = bytes.length
  const names = new XmlNames(bytes)
  const strings = new ShortStrings(bytes, latin1)
  const open: XmlElement[] = []
  const openNames: XmlName[] = []
  let depth = 0
  let scope = ROOT_SCOPE
  let root: XmlElement | null = null
  let elements = 0
  let at = 0
  let attributesEnd = 0

  while (at < size) {
    let first = at
    while (first < size && isSpace(bytes[first] as number)) first++
    if (first >= size) break
    const blank = (bytes[first] as number) === OPEN
    const tag = blank ? first : latin1.indexOf('<', first)
    const end = tag < 0 ? size : tag
    if (end > at) takeText(at, end, blank)
    if (tag < 0) break
    if (tag + 2 >= size) throw malformed('a tag is not closed')
    const code = bytes[tag + 1] as number
    if (code === SLASH) at = closeTag(tag)
    else if (code === 0x21) at = declaration(tag)
    else if (code === 0x3f) at = instruction(tag)
    else at = openTag(tag)
  }
  if (depth > 0) throw malformed(`<${openNames[depth - 1]?.whole}> is not closed`)
  if (root === null) throw malformed('the document has no element')
  return root

  function takeText(from: number, to: number, blank: boolean) {
    if (depth === 0) {
      if (!blank) throw malformed('text outside the root element')
      return
    }
    const element = open[depth - 1] as XmlElement
    // White space alone is text where nothing else is: in an element without children.
    if (blank && element.text === '' && (element.children.length > 0 || bytes[to + 1] !== SLASH)) return
    const short = strings.read(from, to)
    if (short !== null) {
      addText(element, short)
      return
    }
    const raw = textBetween(document, from, to)
    if (raw.includes(']]>')) throw malformed(']]> in text')
    addText(element, characterData(raw))
  }

  function openTag(tag: number): number {
    if (depth === 0 && root !== null) throw malformed('a second root element')
    if (++elements > most.elements)
      throw new XmlError('too_many_elements', `more than ${most.elements} elements`)
    if (depth >= MAX_DEPTH) throw new XmlError('too_deep', `more than ${MAX_DEPTH} nested elements`)
    const name = names.read(tag + 1)
    let to = tag + 1 + name.bytes.length
    let attributes = NO_ATTRIBUTES
    if ((bytes[to] as number) !== CLOSE) {
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
    if ((bytes[to] as number) === SLASH) {
      if (scope.depth === depth) scope = scope.parent as Scope
      return to + 2
    }
    open[depth] = child
    openNames[depth] = name
    depth++
    return to + 1
  }

  function closeTag(tag: number): number {
    if (depth === 0) throw malformed('an end tag that closes nothing')
    const name = openNames[depth - 1] as XmlName
    if (!names.standsAt(name, tag + 2)) throw malformed(`<${name.whole}> is not closed`)
    let to = tag + 2 + name.bytes.length
    while (to < size && isSpace(bytes[to] as number)) to++
    if (to >= size || (bytes[to] as number) !== CLOSE) throw malformed(`<${name.whole}> is not closed`)
    depth--
    if (scope.depth === depth) scope = scope.parent as Scope
    return to + 1
  }

  /** A comment, a CDATA section, or a DOCTYPE. */
  function declaration(tag: number): number {
    if (latin1.startsWith('<!--', tag)) {
      const dashes = latin1.indexOf('--', tag + 4)
      if (dashes < 0 || bytes[dashes + 2] !== CLOSE) throw malformed('a comment is not closed')
      return dashes + 3
    }
    if (latin1.startsWith('<![CDATA[', tag)) {
      const close = latin1.indexOf(']]>', tag + 9)
      if (close < 0) throw malformed('a CDATA section is not closed')
      if (depth === 0) throw malformed('text outside the root element')
      if (close > tag + 9)
        addText(open[depth - 1] as XmlElement, checked(textBetween(document, tag + 9, close)))
      return close + 3
    }
    if (latin1.startsWith('<!DOCTYPE', tag))
      throw new XmlError('doctype_refused', 'a document type declaration is not accepted')
    throw malformed('a declaration that XML does not know')
  }

  function instruction(tag: number): number {
    const close = latin1.indexOf('?>', tag + 2)
    if (close < 0) throw malformed('a processing instruction is not closed')
    const target = /^[^\s?]*/.exec(latin1.slice(tag + 2, Math.min(close, tag + 300)))?.[0] ?? ''
    if (!NAME.test(target)) throw malformed('a processing instruction without a name')
    if (target.toLowerCase() === 'xml' && tag !== 0) throw malformed('an XML declaration inside the document')
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
      while (to < size && isSpace(bytes[to] as number)) to++
      if (to + 1 >= size) throw malformed('a tag is not closed')
      const code = bytes[to] as number
      if (code === CLOSE || (code === SLASH && (bytes[to + 1] as number) === CLOSE)) break
      if (to === before) throw malformed('no space before an attribute')
      const { whole, prefix, local, bytes: written } = names.read(to)
      to += written.length
      while (to < size && isSpace(bytes[to] as number)) to++
      if (bytes[to] !== EQUALS) throw malformed('an attribute without a value')
      to++
      while (to < size && isSpace(bytes[to] as number)) to++
      const quote = bytes[to]
      if (quote !== QUOTE && quote !== APOSTROPHE) throw malformed('an attribute value without quotes')
      const end = latin1.indexOf(quote === QUOTE ? '"' : "'", to + 1)
      if (end < 0) throw malformed('an attribute value is not closed')
      if (++count > MAX_ATTRIBUTES || end - to > MAX_ATTRIBUTE_LENGTH)
        throw new XmlError('too_many_attributes', 'an element has too many or too long attributes')
      if (count > 1 && Object.hasOwn(attributes, whole))
        throw malformed(`the attribute ${whole} is given twice`)
      const value = strings.read(to + 1, end) ?? longValue(textBetween(document, to + 1, end))
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
