/** Longer strings seldom come twice. */
export const MAX_SHORT = 64
/** Documents below this size repeat little. */
const LARGE = 1 << 16

/**
 * Short strings of a document that come again and again: dates, names, numbers. Each becomes one string, which is cheap to
 * make and makes every later look-up by it cheap.
 */
export class ShortStrings {
  readonly #text: string
  readonly #slots: string[]

  constructor(text: string) {
    this.#text = text
    this.#slots = new Array(text.length < LARGE ? 256 : 4096).fill('')
  }

  /**
   * The characters from `start` to `end`; null when they are too many, or when one of them needs a closer look: a control
   * character, what begins markup or a reference, a bracket, a surrogate.
   */
  read(start: number, end: number): string | null {
    const length = end - start
    if (length > MAX_SHORT) return null
    const text = this.#text
    let hash = length
    for (let at = start; at < end; at++) {
      const code = text.charCodeAt(at)
      if (code < 0x20 || code === 0x26 || code === 0x3c || code === 0x5d || code > 0xd7ff) return null
      hash = (Math.imul(hash, 31) + code) | 0
    }
    const slot = (hash ^ (hash >>> 12)) & (this.#slots.length - 1)
    const known = this.#slots[slot] as string
    if (known.length === length && this.#isAt(known, start)) return known
    const read = text.slice(start, end)
    this.#slots[slot] = read
    return read
  }

  #isAt(known: string, start: number): boolean {
    for (let at = 0; at < known.length; at++)
      if (this.#text.charCodeAt(start + at) !== known.charCodeAt(at)) return false
    return true
  }
}
