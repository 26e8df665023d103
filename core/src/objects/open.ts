import { fileURLToPath } from 'node:url'
import { fileObjectStore } from './file-store.ts'
import { s3ObjectStore } from './s3-store.ts'
import type { ObjectStore, RepairableObjectStore } from './store.ts'

/**
 * Opens the object store a URL names: `file:///folder`, `s3://key:secret@host/bucket?region=…`, or `s3+http://…` for a
 * server without TLS.
 */
export function openObjectStore(url: string): ObjectStore {
  return openRepairableObjectStore(url)
}

/** The same for whoever replaces objects that went bad. */
export function openRepairableObjectStore(url: string): RepairableObjectStore {
  const parsed = new URL(url)
  if (parsed.protocol === 'file:') return fileObjectStore(fileURLToPath(parsed))
  const scheme = parsed.protocol === 's3+http:' ? 'http' : 'https'
  return s3ObjectStore({
    bucketUrl: `${scheme}://${parsed.host}${parsed.pathname.replace(/\/$/, '')}`,
    region: parsed.searchParams.get('region') ?? 'us-east-1',
    accessKeyId: decodeURIComponent(parsed.username),
    secretAccessKey: decodeURIComponent(parsed.password),
  })
}

/** The folder of an object store on this machine's disk; undefined for a bucket. */
export function localFolderOf(url: string): string | undefined {
  const parsed = new URL(url)
  return parsed.protocol === 'file:' ? fileURLToPath(parsed) : undefined
}
