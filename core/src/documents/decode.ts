/** Text of some bytes and what had to be assumed for it. */
export interface DecodedText {
  text: string
  encoding: 'utf-8' | 'utf-8 with windows-1252' | 'windows-1252' | 'utf-16le' | 'utf-16be'
  /** Characters that no encoding explains, now U+FFFD. */
  replaced: number
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true })
const lenientUtf8 = new TextDecoder('utf-8')
const windows1252 = new TextDecoder('windows-1252')

/**
 * EDGAR takes ASCII, but files of every age carry bytes beyond it and their declared charsets are as often wrong as
 * right. Valid UTF-8 is never anything else by accident, so it is tried first; what is not valid UTF-8 is
 * Windows-1252, in which every byte stands for something. A byte order mark decides for itself.
 */
export function decodeBytes(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, 'utf-16be')
  try {
    return { text: strictUtf8.decode(bytes), encoding: 'utf-8', replaced: 0 }
  } catch {
    return decodeMixed(bytes)
  }
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes)
  return { text, encoding, replaced: text.split('\ufffd').length - 1 }
}

/**
 * A few Windows-1252 bytes pasted into UTF-8 must not turn every quotation mark of the document into three letters. When
 * valid sequences outnumber the stray bytes, only the stray bytes are read as Windows-1252.
 */
function decodeMixed(bytes: Uint8Array): DecodedText {
  const runs = invalidRuns(bytes)
  let stray = 0
  for (const [start, end] of runs.ranges) stray += end - start
  if (runs.sequences <= stray)
    return { text: windows1252.decode(bytes), encoding: 'windows-1252', replaced: 0 }
  const parts: string[] = []
  let at = 0
  for (const [start, end] of runs.ranges) {
    parts.push(lenientUtf8.decode(bytes.subarray(at, start)), windows1252.decode(bytes.subarray(start, end)))
    at = end
  }
  parts.push(lenientUtf8.decode(bytes.subarray(at)))
  return { text: parts.join(''), encoding: 'utf-8 with windows-1252', replaced: 0 }
}

/** Where the bytes are not UTF-8, and how many multi-byte sequences are. */
function invalidRuns(bytes: Uint8Array): { ranges: [number, number][]; sequences: number } {
  const ranges: [number, number][] = []
  let sequences = 0
  let at = 0
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at)
    if (length > 1) sequences++
    if (length === 0) {
      const last = ranges.at(-1)
      if (last !== undefined && last[1] === at) last[1] = at + 1
      else ranges.push([at, at + 1])
    }
    at += length || 1
  }
  return { ranges, sequences }
}

/** Bytes of the valid UTF-8 sequence at `at`, 0 when there is none (overlong forms and surrogates are none). */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number
  if (first < 0x80) return 1
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2
  if (first < 0xc2 || first > 0xf4) return 0
  const second = bytes[at + 1] ?? 0
  if (first === 0xe0 && second < 0xa0) return 0
  if (first === 0xed && second > 0x9f) return 0
  if (first === 0xf0 && second < 0x90) return 0
  if (first === 0xf4 && second > 0x8f) return 0
  for (let next = 1; next < length; next++) if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0
  return length
}
