import { isAscii } from 'node:buffer'
import { decodeBytes } from './decode.ts'
import { XmlError } from './xml-error.ts'

/**
 * A document as the XML reader reads it: UTF-8 bytes, which are looked at one by one, and the same bytes as characters, in
 * which searches are fast and from which strings are cut without a copy.
 */
export interface XmlSource {
  bytes: Uint8Array
  /** One character a byte. */
  latin1: string
  isAscii: boolean
}

/** Line ends become LF (XML 1.0, section 2.11), a byte order mark goes. */
export function xmlSource(source: string | Uint8Array): XmlSource {
  if (typeof source !== 'string' && isAscii(source) && !source.includes(0x0d)) {
    const buffer = Buffer.from(source.buffer, source.byteOffset, source.byteLength)
    return { bytes: buffer, latin1: buffer.toString('ascii'), isAscii: true }
  }
  const decoded = typeof source === 'string' ? source : decodeBytes(source).text
  const text = decoded.charCodeAt(0) === 0xfeff ? decoded.slice(1) : decoded
  if (!text.isWellFormed()) throw new XmlError('malformed', 'a character that XML does not allow')
  const bytes = Buffer.from(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text)
  return { bytes, latin1: bytes.toString('latin1'), isAscii: isAscii(bytes) }
}

export function textBetween({ bytes, latin1, isAscii }: XmlSource, start: number, end: number): string {
  if (isAscii) return latin1.slice(start, end)
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString()
}
