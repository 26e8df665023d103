import { endsAttributeName } from './html-tags.ts'

const SLOTS = 256
const MAX_EXPECTED = 32
const EQUALS = 0x3d

/**
 * Names of attributes as written. The same few stand on every element of inline XBRL, most often in the same order; each
 * becomes one string.
 */
export class AttributeNames {
  readonly #bytes: Uint8Array
  readonly #names: string[] = new Array(SLOTS).fill('')
  /** Names by their place in the tag, as they were the last time. */
  readonly #expected: string[] = new Array(MAX_EXPECTED).fill('')

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** The name that begins at `start`, of the attribute at this place of its tag. It is one character long at least. */
  read(start: number, place: number): string {
    if (place >= MAX_EXPECTED) return this.#known(start)
    const expected = this.#expected[place] as string
    if (expected !== '' && this.#isAt(expected, start) && this.#bytes[start + expected.length] === EQUALS)
      return expected
    const name = this.#known(start)
    this.#expected[place] = name
    return name
  }

  #known(start: number): string {
    const bytes = this.#bytes
    let hash = bytes[start] as number
    let end = start + 1
    for (; end < bytes.length && !endsAttributeName(bytes[end] as number); end++)
      hash = (Math.imul(hash, 31) + (bytes[end] as number)) | 0
    const slot = (hash ^ (hash >>> 9)) & (SLOTS - 1)
    const known = this.#names[slot] as string
    if (known.length === end - start && this.#isAt(known, start)) return known
    const name = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1')
    this.#names[slot] = name
    return name
  }

  #isAt(name: string, start: number): boolean {
    for (let at = 0; at < name.length; at++) if (this.#bytes[start + at] !== name.charCodeAt(at)) return false
    return true
  }
}
