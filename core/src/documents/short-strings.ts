/** Longer strings seldom come twice. */
const MAX_SHORT = 64
/** Documents below this size repeat little. */
const LARGE = 1 << 16

/**
 * Short strings of a document that come again and again: dates, names, numbers. Each becomes one string, which is cheap to
 * make and makes every later look-up by it cheap.
 */
export class ShortStrings {
  readonly #bytes: Uint8Array
  readonly #latin1: string
  readonly #strings: (string | undefined)[]
  /** Where each of them stands: bytes are compared with bytes, which is several times as fast as with a string. */
  readonly #starts: Int32Array

  constructor(bytes: Uint8Array, latin1: string) {
    this.#bytes = bytes
    this.#latin1 = latin1
    const slots = bytes.length < LARGE ? 256 : 4096
    this.#strings = new Array(slots).fill(undefined)
    this.#starts = new Int32Array(slots)
  }

  /**
   * The characters from `start` to `end`; null when they are too many, or when one of them needs a closer look: a control
   * character, what begins markup or a reference, a bracket, anything beyond ASCII.
   */
  read(start: number, end: number): string | null {
    const length = end - start
    if (length > MAX_SHORT) return null
    const bytes = this.#bytes
    let hash = length
    for (let at = start; at < end; at++) {
      const byte = bytes[at] as number
      if (byte < 0x20 || byte === 0x26 || byte === 0x3c || byte === 0x5d || byte >= 0x80) return null
      hash = (Math.imul(hash, 31) + byte) | 0
    }
    const slot = (hash ^ (hash >>> 12)) & (this.#starts.length - 1)
    const known = this.#strings[slot]
    if (
      known !== undefined &&
      known.length === length &&
      this.#same(this.#starts[slot] as number, start, length)
    )
      return known
    const read = this.#latin1.slice(start, end)
    this.#strings[slot] = read
    this.#starts[slot] = start
    return read
  }

  #same(one: number, other: number, length: number): boolean {
    const bytes = this.#bytes
    for (let at = 0; at < length; at++) if (bytes[one + at] !== bytes[other + at]) return false
    return true
  }
}
