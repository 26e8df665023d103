/**
 * Raw bytes, addressed by their own SHA-256 and never changed. A key is 64 hexadecimal digits, so no name out of a
 * filing can ever become a path.
 */
export interface ObjectStore {
  /** Stores the bytes and returns their address. Storing the same bytes again changes nothing. */
  put(bytes: Uint8Array): Promise<string>
  /** Returns the bytes, or `undefined` when no object has this address. Throws when the bytes do not match it. */
  get(sha256: string): Promise<Buffer | undefined>
  /**
   * Bytes `start` to `end` of an object, or `undefined` when there is no such object. A part cannot be checked against the
   * address: the caller must have a hash of the part.
   */
  getRange(sha256: string, start: number, end: number): Promise<Buffer | undefined>
  has(sha256: string): Promise<boolean>
}

/** A store in which an object that went bad can be written again. */
export interface RepairableObjectStore extends ObjectStore {
  /** As `put`, also where something lies under the address already. */
  replace(bytes: Uint8Array): Promise<string>
}

const FULL = 'the object store takes no objects now'

/** There is no room for the object, or the store is too busy: the same is done again later, however long that lasts. */
export class ObjectStoreFullError extends Error {
  override name = 'ObjectStoreFullError'
  constructor(detail: string, options?: ErrorOptions) {
    super(`${FULL}: ${detail}`, options)
  }
}

/** True also for one that came out of a thread, of which only the message is left. */
export function isObjectStoreFull(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith(FULL)
}

/** The stored bytes no longer hash to their address: the disk or the bucket lost something. */
export class ObjectCorruptError extends Error {
  override name = 'ObjectCorruptError'
  constructor(key: string) {
    super(`object ${key} does not match its address`)
  }
}

export function assertObjectKey(key: string): string {
  if (!/^[0-9a-f]{64}$/.test(key)) throw new TypeError('an object key is 64 hexadecimal digits')
  return key
}
