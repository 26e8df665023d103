/**
 * Between two tags of the structure no more white space than this is looked through, so that a decision about a place in a
 * submission needs to know only a little of what stands around it.
 */
export const MAX_BLANK_BYTES = 256 * 1024

/** Whether `text` (ASCII) stands at `at`. */
export function isAt(bytes: Uint8Array, at: number, text: string): boolean {
  if (at < 0 || at + text.length > bytes.length) return false
  for (let index = 0; index < text.length; index++) {
    if (bytes[at + index] !== text.charCodeAt(index)) return false
  }
  return true
}

export function endsWith(bytes: Uint8Array, end: number, text: string): boolean {
  return isAt(bytes, end - text.length, text)
}

export function skipLineBreak(bytes: Uint8Array, at: number): number {
  if (bytes[at] === 0x0d && bytes[at + 1] === 0x0a) return at + 2
  return bytes[at] === 0x0a || bytes[at] === 0x0d ? at + 1 : at
}

export function skipSpace(bytes: Uint8Array, from: number): number {
  const limit = Math.min(bytes.length, from + MAX_BLANK_BYTES)
  let at = from
  while (at < limit && isSpace(bytes[at])) at++
  return at
}

export function skipSpaceBack(bytes: Uint8Array, from: number): number {
  const limit = Math.max(0, from - MAX_BLANK_BYTES)
  let at = from
  while (at > limit && isSpace(bytes[at - 1])) at--
  return at
}

/** A document opens with its type; the words `<DOCUMENT>` in prose do not. */
export function opensDocument(bytes: Uint8Array, at: number): boolean {
  return isAt(bytes, skipSpace(bytes, at + '<DOCUMENT>'.length), '<TYPE>')
}

/** At the beginning of a line, or right behind another tag where a container has no line breaks. */
export function startsLine(bytes: Uint8Array, at: number): boolean {
  const before = bytes[at - 1]
  return at === 0 || before === 0x0a || before === 0x0d || before === 0x3e
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || (byte !== undefined && byte >= 0x09 && byte <= 0x0d)
}
