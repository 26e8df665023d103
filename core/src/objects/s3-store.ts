import { AwsClient } from 'aws4fetch'
import { sha256 } from '../sha256.ts'
import {
  assertObjectKey,
  ObjectCorruptError,
  ObjectStoreFullError,
  type RepairableObjectStore,
} from './store.ts'

const TIMEOUT_MS = 60_000
/** Too many requests, SlowDown, no space. */
const NO_ROOM = new Set([429, 503, 507])

export interface S3Settings {
  /** Such as `https://s3.example.com/filings`: path style, with the bucket. */
  bucketUrl: string
  region: string
  accessKeyId: string
  secretAccessKey: string
}

/** Objects in any S3-compatible bucket (Supabase Storage, Railway, AWS), one per key under `objects/`. */
export function s3ObjectStore(settings: S3Settings): RepairableObjectStore {
  const client = new AwsClient({
    accessKeyId: settings.accessKeyId,
    secretAccessKey: settings.secretAccessKey,
    region: settings.region,
    service: 's3',
    retries: 2,
  })
  const urlOf = (key: string) => `${settings.bucketUrl}/objects/${assertObjectKey(key)}`
  const request = (key: string, init: RequestInit) =>
    client.fetch(urlOf(key), { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) })

  return {
    async put(bytes) {
      const key = sha256(bytes)
      return (await this.has(key)) ? key : await this.replace(bytes)
    },

    async replace(bytes) {
      const key = sha256(bytes)
      const response = await request(key, { method: 'PUT', body: new Uint8Array(bytes) })
      await response.arrayBuffer()
      if (NO_ROOM.has(response.status)) throw new ObjectStoreFullError(`it answered ${response.status}`)
      if (!response.ok) throw new Error(`the object store answered ${response.status} to PUT`)
      return key
    },

    async get(key) {
      const response = await request(key, { method: 'GET' })
      const bytes = Buffer.from(await response.arrayBuffer())
      if (response.status === 404) return undefined
      if (!response.ok) throw new Error(`the object store answered ${response.status} to GET`)
      if (sha256(bytes) !== key) throw new ObjectCorruptError(key)
      return bytes
    },

    async getRange(key, start, end) {
      if (start >= end) return Buffer.alloc(0)
      const response = await request(key, { method: 'GET', headers: { range: `bytes=${start}-${end - 1}` } })
      const bytes = Buffer.from(await response.arrayBuffer())
      if (response.status === 404) return undefined
      if (!response.ok) throw new Error(`the object store answered ${response.status} to GET`)
      // A server may answer a range with the whole object.
      return response.status === 206 ? bytes : bytes.subarray(start, end)
    },

    async has(key) {
      const response = await request(key, { method: 'HEAD' })
      if (response.status === 404) return false
      if (!response.ok) throw new Error(`the object store answered ${response.status} to HEAD`)
      return true
    },
  }
}
