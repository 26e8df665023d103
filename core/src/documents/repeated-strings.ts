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
  readonly #slots: string[]
  /** By the place of an attribute in its tag, what stood there the last time. */
  readonly #expected: string[] = new Array(MAX_EXPECTED).fill('')

  /** `slots` is a power of two. */
  constructor(bytes: Uint8Array, latin1: string, slots: number) {
    this.#bytes = bytes
    this.#latin1 = latin1
    this.#slots = new Array(slots).fill('')
  }

  /** The string of the last tag at this place if it stands at `start` again, followed by `terminator`; empty otherwise. */
  again(start: number, terminator: number, place: number): string {
    const expected = place < MAX_EXPECTED ? (this.#expected[place] as string) : ''
    if (expected === '' || this.#bytes[start + expected.length] !== terminator) return ''
    return this.#isAt(expected, start) ? expected : ''
  }

  /** The ASCII string from `start` to `end`, and what is expected at this place from now on. */
  read(start: number, end: number, place: number): string {
    const length = end - start
    if (length > MAX_LENGTH) return this.#latin1.slice(start, end)
    const bytes = this.#bytes
    let hash = length
    for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + (bytes[at] as number)) | 0
    const slot = (hash ^ (hash >>> 13)) & (this.#slots.length - 1)
    let text = this.#slots[slot] as string
    if (text.length !== length || !this.#isAt(text, start)) {
      text = this.#latin1.slice(start, end)
      this.#slots[slot] = text
    }
    if (place < MAX_EXPECTED) this.#expected[place] = text
    return text
  }

  #isAt(text: string, start: number): boolean {
    for (let at = 0; at < text.length; at++) if (this.#bytes[start + at] !== text.charCodeAt(at)) return false
    return true
  }
}
