import { createHash } from 'node:crypto'

/** Lower-case hexadecimal SHA-256, the address of every immutable object and text. */
export function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex')
}
