const SLOTS = 256

/** Names of attributes as written. The same few stand on every element of inline XBRL; each becomes one string. */
export class AttributeNames {
  readonly #bytes: Uint8Array
  readonly #names: string[] = new Array(SLOTS).fill('')

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  read(start: number, end: number): string {
    const bytes = this.#bytes
    let hash = end - start
    for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + (bytes[at] as number)) | 0
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
