import { XmlError } from './xml-error.ts'

/** A name of an element or attribute, taken apart (Namespaces in XML 1.0, section 4). */
export interface XmlName {
  whole: string
  prefix: string
  local: string
  /** The name that came after it the last time: documents repeat themselves. */
  next: XmlName | null
}

export const NAME = /^[\p{L}_][\p{L}\p{N}\p{M}_.\u00b7-]*(?::[\p{L}_][\p{L}\p{N}\p{M}_.\u00b7-]*)?$/u
const MAX_NAME_LENGTH = 1000
const SLOTS = 4096

/**
 * Names met lately, in any document: they repeat without end, and a known one costs no string. A slot is a memo only, so
 * whatever a document puts into it stays correct for the next.
 */
const slots: (XmlName | undefined)[] = new Array(SLOTS).fill(undefined)

export function nameTable(xml: string) {
  let last: XmlName | null = null

  return {
    /** The name that begins at `start`. */
    read(start: number): XmlName {
      const likely: XmlName | null = last === null ? null : last.next
      if (
        likely !== null &&
        endsName(xml.charCodeAt(start + likely.whole.length)) &&
        standsAt(likely.whole, start)
      ) {
        last = likely
        return likely
      }
      const name = search(start)
      if (last !== null) last.next = name
      last = name
      return name
    },
  }

  function search(start: number): XmlName {
    let hash = 0
    let end = start
    for (; end < xml.length; end++) {
      const code = xml.charCodeAt(end)
      if (endsName(code)) break
      hash = (Math.imul(hash, 31) + code) | 0
    }
    const slot = (hash ^ (hash >>> 12)) & (SLOTS - 1)
    const known = slots[slot]
    if (known !== undefined && known.whole.length === end - start && standsAt(known.whole, start))
      return known
    const name = spelled(xml, start, end)
    slots[slot] = name
    return name
  }

  function standsAt(name: string, start: number): boolean {
    for (let at = 0; at < name.length; at++)
      if (xml.charCodeAt(start + at) !== name.charCodeAt(at)) return false
    return true
  }
}

/** Space, line end, tab, `/`, `=` and `>` end a name; everything else has to be part of one. */
function endsName(code: number): boolean {
  return code <= 0x20 || code === 0x2f || code === 0x3d || code === 0x3e
}

function spelled(xml: string, start: number, end: number): XmlName {
  // A copy: a slice would keep the whole document in memory.
  const whole = end - start > MAX_NAME_LENGTH ? '' : Buffer.from(xml.slice(start, end)).toString()
  if (!NAME.test(whole)) throw new XmlError('malformed', 'a name that XML does not allow')
  const colon = whole.indexOf(':')
  return { whole, prefix: colon < 0 ? '' : whole.slice(0, colon), local: whole.slice(colon + 1), next: null }
}
