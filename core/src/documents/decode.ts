/** Text of some bytes and what had to be assumed for it. */
export interface DecodedText {
  text: string
  encoding: 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be'
}

const utf8 = new TextDecoder('utf-8', { fatal: true })
const windows1252 = new TextDecoder('windows-1252')

/**
 * EDGAR takes ASCII, but files of every age carry bytes beyond it and their declared charsets are as often wrong as
 * right. Valid UTF-8 is never anything else by accident, so it is tried first; what is not valid UTF-8 is
 * Windows-1252, in which every byte stands for something. A byte order mark decides for itself.
 */
export function decodeBytes(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' }
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be' }
  }
  try {
    return { text: utf8.decode(bytes), encoding: 'utf-8' }
  } catch {
    return { text: windows1252.decode(bytes), encoding: 'windows-1252' }
  }
}
