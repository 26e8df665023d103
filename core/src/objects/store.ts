/**
 * Raw bytes, addressed by their own SHA-256 and never changed. A key is 64 hexadecimal digits, so no name out of a
 * filing can ever become a path.
 */
export interface ObjectStore {
  /** Stores the bytes and returns their address. Storing the same bytes again changes nothing. */
  put(bytes: Uint8Array): Promise<string>
  /** Returns the bytes, or `undefined` when no object has this address. Throws when the bytes do not match it. */
  get(sha256: string): Promise<Buffer | undefined>
  has(sha256: string): Promise<boolean>
}
