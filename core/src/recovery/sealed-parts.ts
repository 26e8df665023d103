import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { SealError, type SealingKey } from '../secrets/seal.ts'
import type { BackupStore } from './backup-store.ts'

export type BackupKeys = readonly [SealingKey, ...SealingKey[]]

const MAGIC = Buffer.from('SLB1')
const NONCE_BYTES = 12
const TAG_BYTES = 16
/** Bytes of a part before it is sealed: what is in memory at once, and far below what GCM allows under one nonce. */
const PART_BYTES = 16 * 1024 * 1024

/**
 * Seals one part of a file (AES-256-GCM, a random nonce each). What it is a part of, which one, and whether it is the last
 * are sealed with it: parts that were swapped, left out or cut off do not open.
 */
export function sealPart(keys: BackupKeys, place: PartPlace, plain: Uint8Array): Buffer {
  const [{ key_id, key }] = keys
  const nonce = randomBytes(NONCE_BYTES)
  const head = Buffer.concat([
    MAGIC,
    Buffer.from([key_id.length]),
    Buffer.from(key_id),
    Buffer.from([place.last ? 1 : 0]),
  ])
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.concat([head, placeBytes(place)]))
  return Buffer.concat([head, nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

export interface PartPlace {
  name: string
  /** From 0. */
  index: number
  last: boolean
}

/** Throws `SealError`. */
export function openPart(
  keys: BackupKeys,
  place: Omit<PartPlace, 'last'>,
  sealed: Buffer,
): { plain: Buffer; last: boolean } {
  const idEnd = MAGIC.length + 1 + (sealed[MAGIC.length] ?? 0)
  if (
    !sealed.subarray(0, MAGIC.length).equals(MAGIC) ||
    sealed.length < idEnd + 1 + NONCE_BYTES + TAG_BYTES
  ) {
    throw new SealError(`${place.name} is not a sealed part of a backup`)
  }
  const keyId = sealed.subarray(MAGIC.length + 1, idEnd).toString()
  const known = keys.find((one) => one.key_id === keyId)
  if (!known) throw new SealError(`${place.name} was sealed under the key ${keyId}, which is not here`)
  const last = sealed[idEnd] === 1
  const head = sealed.subarray(0, idEnd + 1)
  const nonceEnd = idEnd + 1 + NONCE_BYTES
  const decipher = createDecipheriv('aes-256-gcm', known.key, sealed.subarray(idEnd + 1, nonceEnd), {
    authTagLength: TAG_BYTES,
  })
    .setAAD(Buffer.concat([head, placeBytes({ ...place, last })]))
    .setAuthTag(sealed.subarray(-TAG_BYTES))
  try {
    const plain = Buffer.concat([decipher.update(sealed.subarray(nonceEnd, -TAG_BYTES)), decipher.final()])
    return { plain, last }
  } catch {
    throw new SealError(`part ${place.index} of ${place.name} was changed, or is not where it was put`)
  }
}

function placeBytes({ name, index, last }: PartPlace): Buffer {
  return Buffer.from(`\n${name}\n${index}\n${last ? 'last' : 'more'}`)
}

/** Stores a stream as sealed parts; returns how many bytes were read and how many are stored. */
export async function putSealed(
  store: BackupStore,
  keys: BackupKeys,
  name: string,
  stream: AsyncIterable<Uint8Array>,
  partBytes: number = PART_BYTES,
): Promise<{ plain_bytes: number; stored_bytes: number }> {
  const sum = { plain_bytes: 0, stored_bytes: 0 }
  let index = 0
  let waiting: Uint8Array[] = []
  let held = 0
  const flush = async (bytes: Uint8Array, last: boolean) => {
    const sealed = sealPart(keys, { name, index, last }, bytes)
    await store.put(partName(name, index), sealed)
    sum.stored_bytes += sealed.length
    index += 1
  }
  for await (const chunk of stream) {
    sum.plain_bytes += chunk.byteLength
    waiting.push(chunk)
    held += chunk.byteLength
    while (held > partBytes) {
      const bytes = Buffer.concat(waiting)
      await flush(bytes.subarray(0, partBytes), false)
      waiting = [bytes.subarray(partBytes)]
      held -= partBytes
    }
  }
  await flush(Buffer.concat(waiting), true)
  return sum
}

/** Reads back what `putSealed` stored. Throws when a part is missing or does not open. */
export async function* getSealed(store: BackupStore, keys: BackupKeys, name: string): AsyncGenerator<Buffer> {
  for (let index = 0; ; index += 1) {
    const sealed = await store.get(partName(name, index))
    if (sealed === undefined) throw new Error(`part ${index} of the backup ${name} is missing`)
    const { plain, last } = openPart(keys, { name, index }, sealed)
    yield plain
    if (last) return
  }
}

const partName = (name: string, index: number) => `${name}.${String(index).padStart(5, '0')}`
