import { fileURLToPath } from 'node:url'
import { fileObjectStore } from './file-store.ts'
import { s3ObjectStore } from './s3-store.ts'
import type { ObjectStore } from './store.ts'

/**
 * Opens the object store a URL names: `file:///folder`, `s3://key:secret@host/bucket?region=…`, or `s3+http://…` for a
 * server without TLS.
 */
export function openObjectStore(url: string): ObjectStore {
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
