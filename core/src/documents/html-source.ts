import { isAscii } from 'node:buffer'
import { decodeBytes } from './decode.ts'

/** A document as the HTML pass reads it: UTF-8 bytes, and the same bytes as characters, in which searches are fast. */
export interface HtmlSource {
  bytes: Uint8Array
  /** One character a byte: its indexes are those of `bytes`. */
  latin1: string
  /** The decoded document. */
  text: string
  isAscii: boolean
  encoding: string
  replaced: number
}

export function htmlSource(original: Uint8Array): HtmlSource {
  const buffer = Buffer.from(original.buffer, original.byteOffset, original.byteLength)
  if (isAscii(buffer)) {
    const latin1 = buffer.toString('ascii')
    return { bytes: buffer, latin1, text: latin1, isAscii: true, encoding: 'utf-8', replaced: 0 }
  }
  const { text, encoding, replaced } = decodeBytes(original)
  return { ...utf8Source(text), encoding, replaced }
}

/** A document that is already decoded. */
export function utf8Source(text: string): HtmlSource {
  const bytes = Buffer.from(text)
  return {
    bytes,
    latin1: bytes.toString('latin1'),
    text,
    isAscii: isAscii(bytes),
    encoding: 'utf-8',
    replaced: 0,
  }
}
