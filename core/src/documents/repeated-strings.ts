const MAX_EXPECTED = 32
/** Longer strings come once. */
const MAX_LENGTH = 120

/**
 * Strings that stand in a document again and again, such as the names and values of attributes of inline XBRL. Each becomes
 * one string, which is cheap to make and makes every later look-up by it cheap.
 */
export class RepeatedStrings {
  readonly #bytes: Uint8Array
  readonly #latin1: string
  readonly #strings: string[]
  /** Where each of them stands: bytes are compared with bytes, which is several times as fast as with a string. */
  readonly #starts: Int32Array
  /** By the place of an attribute in its tag, what stood there the last time. */
  readonly #expected: string[] = new Array(MAX_EXPECTED).fill('')
  readonly #expectedStarts = new Int32Array(MAX_EXPECTED)

  /** `slots` is a power of two. */
  constructor(bytes: Uint8Array, latin1: string, slots: number) {
    this.#bytes = bytes
    this.#latin1 = latin1
    this.#strings = new Array(slots).fill('')
    this.#starts = new Int32Array(slots)
  }

  /** The string of the last tag at this place if it stands at `start` again, followed by `terminator`; empty otherwise. */
  again(start: number, terminator: number, place: number): string {
    if (place >= MAX_EXPECTED) return ''
    const expected = this.#expected[place] as string
    const { length } = expected
    if (length === 0 || this.#bytes[start + length] !== terminator) return ''
    return this.#same(this.#expectedStarts[place] as number, start, length) ? expected : ''
  }

  /** The ASCII string from `start` to `end`, with its hash, and what is expected at this place from now on. */
  read(start: number, end: number, hash: number, place: number): string {
    const length = end - start
    if (length > MAX_LENGTH) return this.#latin1.slice(start, end)
    const slot = (hash ^ (hash >>> 13)) & (this.#starts.length - 1)
    let text = this.#strings[slot] as string
    if (text.length !== length || !this.#same(this.#starts[slot] as number, start, length)) {
      text = this.#latin1.slice(start, end)
      this.#strings[slot] = text
      this.#starts[slot] = start
    }
    if (place < MAX_EXPECTED) {
      this.#expected[place] = text
      this.#expectedStarts[place] = start
    }
    return text
  }

  #same(one: number, other: number, length: number): boolean {
    const bytes = this.#bytes
    for (let at = 0; at < length; at++) if (bytes[one + at] !== bytes[other + at]) return false
    return true
  }
}
