import { isUuencoded } from './uuencoded.ts'

/** What the content of a document is, whatever its type and file name claim. */
export type DocumentKind = 'html' | 'xml' | 'text' | 'uuencoded' | 'binary' | 'empty'

const HEAD_BYTES = 8192
const HTML_START = /^(?:<!--[\s\S]*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i
const HTML_TAG = /<(?:html|body|div|p|font|center|br|h[1-6]|b|span|td)(?:\s[^<>]*)?\/?>/i
const XML_START =
  /^(?:<\?xml\b|<(?:[a-z][\w.-]*:)?(?:xbrl|schema|linkbase|edgarsubmission|ownershipdocument|informationtable)\b)/i

/** Classifies a document by its content, its file name only where the content leaves it open. */
export function documentKind(document: { file_name: string | null }, content: Uint8Array): DocumentKind {
  const head = Buffer.from(content.buffer, content.byteOffset, Math.min(content.byteLength, HEAD_BYTES))
  const bomless = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? head.subarray(3) : head
  const utf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
  const text = (
    utf16 ? head.toString('latin1').replaceAll('\0', '').slice(2) : bomless.toString('latin1')
  ).trimStart()
  if (text === '') return isBlank(content) ? 'empty' : 'text'
  if (isUuencoded(content)) return 'uuencoded'
  if (
    text.startsWith('%PDF-') ||
    text.startsWith('PK\u0003\u0004') ||
    (!utf16 && nulCount(text) > text.length / 20)
  ) {
    return 'binary'
  }
  if (HTML_START.test(text)) return 'html'
  if (XML_START.test(text)) return /<(?:[a-z]+:)?html[\s>]/i.test(text) ? 'html' : 'xml'
  if (HTML_TAG.test(text)) return 'html'
  return /\.html?$/i.test(document.file_name ?? '') && text.includes('<') ? 'html' : 'text'
}

function isBlank(content: Uint8Array): boolean {
  return content.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d))
}

function nulCount(text: string): number {
  return text.split('\0').length - 1
}
