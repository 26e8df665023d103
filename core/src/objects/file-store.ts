import { mkdir, open, readFile, rename, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { newId } from '../ids.ts'
import { sha256 } from '../sha256.ts'
import {
  assertObjectKey,
  ObjectCorruptError,
  ObjectStoreFullError,
  type RepairableObjectStore,
} from './store.ts'

/** No space, over quota, or nobody may write there: all of it passes. */
const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', 'EROFS'])

/**
 * Objects as files, spread over 256 folders. A file appears under its name only when it is complete and on disk
 * (write, sync, rename), so a crash or a full disk leaves no partial object behind.
 */
export function fileObjectStore(folder: string): RepairableObjectStore {
  const pathOf = (key: string) => join(folder, assertObjectKey(key).slice(0, 2), key)

  return {
    async put(bytes) {
      const key = sha256(bytes)
      return (await isComplete(pathOf(key), bytes.byteLength)) ? key : await this.replace(bytes)
    },

    async replace(bytes) {
      const key = sha256(bytes)
      const path = pathOf(key)
      const partial = `${path}.${newId('job')}.partial`
      try {
        await mkdir(dirname(path), { recursive: true })
        const file = await open(partial, 'wx')
        try {
          await file.writeFile(bytes)
          await file.sync()
        } finally {
          await file.close()
        }
        await rename(partial, path)
      } catch (error) {
        await unlink(partial).catch(() => {})
        const { code = '' } = error as NodeJS.ErrnoException
        throw NO_ROOM.has(code) ? new ObjectStoreFullError(code, { cause: error }) : error
      }
      return key
    },

    async get(key) {
      const path = pathOf(key)
      let bytes: Buffer
      try {
        bytes = await readFile(path)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
        throw error
      }
      if (sha256(bytes) !== key) throw new ObjectCorruptError(key)
      return bytes
    },

    async getRange(key, start, end) {
      const file = await open(pathOf(key), 'r').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined
        throw error
      })
      if (!file) return undefined
      try {
        const bytes = Buffer.alloc(end - start)
        const { bytesRead } = await file.read(bytes, 0, bytes.length, start)
        return bytes.subarray(0, bytesRead)
      } finally {
        await file.close()
      }
    },

    async has(key) {
      return await stat(pathOf(key)).then(
        () => true,
        () => false,
      )
    },
  }
}

async function isComplete(path: string, size: number): Promise<boolean> {
  return await stat(path).then(
    (found) => found.size === size,
    () => false,
  )
}
