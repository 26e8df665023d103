import { lastAnchorNumber, openAnchorStore } from '../audit/anchor-store.ts'
import { listObjectKeys } from '../objects/list.ts'
import { openObjectStore, openRepairableObjectStore } from '../objects/open.ts'
import { sha256 } from '../sha256.ts'

/** Logs that lie beside the objects, numbered from 1: heads of the audit log, and erasures. */
const LOGS = ['audit-anchors', 'erasures']
const AT_ONCE = 8

export interface ObjectCopy {
  seen: number
  copied: number
  /** Objects whose bytes are not what their name says: not copied, and to be brought back from the other side. */
  corrupt: string[]
  log_entries: number
  /** The last key that was looked at: where to go on after a copy that was cut short. */
  last_key: string
}

export interface CopyOptions {
  from: string
  to: string
  /** Goes on behind this key. */
  after?: string
  /** Reads what is there already and compares its hash too. */
  verify?: boolean
  signal?: AbortSignal
}

/**
 * Brings what the second copy of the object store lacks to it. Both are walked in the order of their keys, so that a copy which
 * was cut short goes on, and one that is repeated reads only names. Each object is compared with its hash before it is stored and
 * after: it is read back.
 */
export async function copyObjects(options: CopyOptions): Promise<ObjectCopy> {
  const { from, to, after = '', verify = false, signal } = options
  const source = openObjectStore(from)
  const target = openRepairableObjectStore(to)
  const copy: ObjectCopy = { seen: 0, copied: 0, corrupt: [], log_entries: 0, last_key: after }
  const there = listObjectKeys(to, after)
  let next = await there.next()
  let batch: { key: string; isThere: boolean }[] = []

  async function bring({ key, isThere }: { key: string; isThere: boolean }): Promise<void> {
    if (isThere && !(verify && !(await isWhole(target, key)))) return
    const bytes = await source.get(key).catch((error: Error) => {
      if (error.name === 'ObjectCorruptError') return undefined
      throw error
    })
    if (bytes === undefined) {
      copy.corrupt.push(key)
      return
    }
    await (isThere ? target.replace(bytes) : target.put(bytes))
    const stored = await target.get(key)
    if (stored === undefined || sha256(stored) !== key)
      throw new Error(`object ${key} was not stored as it was sent`)
    copy.copied += 1
  }
  const flush = async () => {
    await Promise.all(batch.map(bring))
    copy.last_key = batch.at(-1)?.key ?? copy.last_key
    batch = []
  }

  for await (const key of listObjectKeys(from, after)) {
    signal?.throwIfAborted()
    copy.seen += 1
    while (!next.done && next.value < key) next = await there.next()
    batch.push({ key, isThere: !next.done && next.value === key })
    if (batch.length === AT_ONCE) await flush()
  }
  await flush()
  for (const log of LOGS) copy.log_entries += await copyLog(from, to, log)
  return copy
}

async function isWhole(store: ReturnType<typeof openObjectStore>, key: string): Promise<boolean> {
  return await store.get(key).then(
    (bytes) => bytes !== undefined,
    (error: Error) => {
      if (error.name === 'ObjectCorruptError') return false
      throw error
    },
  )
}

/** Entries are written once and never changed: those behind the last that is there are new. */
async function copyLog(from: string, to: string, folder: string): Promise<number> {
  const source = openAnchorStore(from, folder)
  const target = openAnchorStore(to, folder)
  let copied = 0
  for (let number = (await lastAnchorNumber(target)) + 1; ; number++) {
    const text = await source.get(number)
    if (text === undefined) return copied
    await target.put(number, text)
    copied += 1
  }
}
