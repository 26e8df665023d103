import { randomBytes } from 'node:crypto'

const EPOCH = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** A name for one life of one process: a UUID of version 7, which says when it began. */
export function newEpoch(now: number = Date.now()): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(now, 0, 6)
  bytes[6] = 0x70 | ((bytes[6] as number) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] as number) & 0x3f)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

export function isEpoch(text: string): boolean {
  return EPOCH.test(text)
}

/** When the process began. */
export function startOfEpoch(epoch: string): Date {
  return new Date(Number.parseInt(epoch.replaceAll('-', '').slice(0, 12), 16))
}
