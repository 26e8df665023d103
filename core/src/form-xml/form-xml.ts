import { SaxesParser } from 'saxes'
import { decodeBytes } from '../documents/decode.ts'
import { ReaderError } from '../readers/reader.ts'

/** An element of a form filed as XML. Prefixes are dropped: no form has two names that differ by them alone. */
export interface FormElement {
  name: string
  attributes: Record<string, string>
  children: FormElement[]
  /** Its own character data, white space collapsed; empty when there is none. */
  text: string
}

/** The largest form: the information table or portfolio of a very large fund family. */
const MAX_BYTES = 256 * 1024 ** 2
const MAX_DEPTH = 256
const MAX_ELEMENTS = 20_000_000
/** Elements that may be held at once; rows are let go as they close, so that only a hostile form comes near. */
const MAX_HELD = 1_000_000
const MAX_ATTRIBUTES = 32
const MAX_ATTRIBUTE_CHARS = 4096
const CHUNK_CHARS = 64 * 1024

/**
 * Reads a form into elements. Each element whose name is a key of `rows` is handed over as soon as it closes and then
 * forgotten, so that a table of a hundred thousand rows takes the memory of one. A DOCTYPE is refused: no entity can be
 * declared, and nothing outside the form is ever read.
 *
 * @throws ReaderError `xml_too_large`, `xml_too_deep`, `xml_too_many_elements`, `xml_doctype`, `xml_malformed`
 */
export function readForm(
  content: Uint8Array,
  rows: Record<string, (element: FormElement) => void> = {},
): FormElement {
  if (content.byteLength > MAX_BYTES) throw new ReaderError('xml_too_large', `more than ${MAX_BYTES} bytes`)
  const xml = decodeBytes(content).text.trimStart()
  const parser = new SaxesParser({ xmlns: false })
  const open: { element: FormElement; texts: string[]; held: number }[] = []
  let root: FormElement | undefined
  let elements = 0
  let held = 0

  parser.on('doctype', () => {
    throw new ReaderError('xml_doctype', 'a document type declaration is not accepted')
  })
  parser.on('error', (error) => {
    throw new ReaderError('xml_malformed', error.message)
  })
  let attributes = 0
  parser.on('opentagstart', () => {
    attributes = 0
    elements += 1
    held += 1
    if (open.length >= MAX_DEPTH) throw new ReaderError('xml_too_deep', `more than ${MAX_DEPTH} levels`)
    if (elements > MAX_ELEMENTS || held > MAX_HELD)
      throw new ReaderError('xml_too_many_elements', `more than ${MAX_HELD} elements outside of rows`)
  })
  parser.on('attribute', ({ value }) => {
    attributes += 1
    if (attributes > MAX_ATTRIBUTES || value.length > MAX_ATTRIBUTE_CHARS)
      throw new ReaderError('xml_malformed', 'an element has too many or too long attributes')
  })
  parser.on('opentag', (tag) => {
    const element: FormElement = {
      name: localName(tag.name),
      attributes: tag.attributes as Record<string, string>,
      children: [],
      text: '',
    }
    if (open.length === 0) root = element
    open.push({ element, texts: [], held: held - 1 })
  })
  const collect = (text: string) => open.at(-1)?.texts.push(text)
  parser.on('text', collect)
  parser.on('cdata', collect)
  parser.on('closetag', () => {
    const closed = open.pop()
    if (!closed) return
    const { element, texts } = closed
    element.text = collapsed(texts.join(''))
    const take = Object.hasOwn(rows, element.name) ? rows[element.name] : undefined
    if (take) {
      take(element)
      held = closed.held
    } else open.at(-1)?.element.children.push(element)
  })

  for (let at = 0; at < xml.length; at += CHUNK_CHARS) parser.write(xml.slice(at, at + CHUNK_CHARS))
  parser.close()
  if (!root) throw new ReaderError('xml_malformed', 'the form has no element')
  return root
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
