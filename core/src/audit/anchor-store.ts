import { link, mkdir, open, readFile, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AwsClient } from 'aws4fetch'
import { newId } from '../ids.ts'

const TIMEOUT_MS = 30_000

/**
 * Where anchors are kept outside of the database: numbered from 1 and written once. The numbers are how the latest is found,
 * so nobody who can only change the database can hide one.
 */
export interface AnchorStore {
  /** False when the number is taken already. */
  put(number: number, text: string): Promise<boolean>
  get(number: number): Promise<string | undefined>
}

/** Beside the objects that `OBJECT_STORE_URL` names: `file:///folder`, `s3://…`. Other logs have a folder of their own. */
export function openAnchorStore(objectStoreUrl: string, folder = 'audit-anchors'): AnchorStore {
  const url = new URL(objectStoreUrl)
  return url.protocol === 'file:' ? fileAnchors(join(fileURLToPath(url), folder)) : s3Anchors(url, folder)
}

/** The number of the last anchor, 0 when there is none: looks ahead in doubling steps, then halves. */
export async function lastAnchorNumber(store: AnchorStore, atLeast = 0): Promise<number> {
  const exists = async (number: number) => number === 0 || (await store.get(number)) !== undefined
  let low = (await exists(atLeast)) ? atLeast : 0
  let step = 1
  while (await exists(low + step)) {
    low += step
    step *= 2
  }
  let high = low + step
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (await exists(middle)) low = middle
    else high = middle
  }
  return low
}

const nameOf = (number: number) => `${String(number).padStart(10, '0')}.ndjson`

function fileAnchors(folder: string): AnchorStore {
  return {
    async put(number, text) {
      await mkdir(folder, { recursive: true })
      const partial = join(folder, `${newId('job')}.partial`)
      const file = await open(partial, 'wx')
      try {
        await file.writeFile(text)
        await file.sync()
        // A link appears whole, and never in the place of another.
        await link(partial, join(folder, nameOf(number)))
        return true
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
        throw error
      } finally {
        await file.close()
        await unlink(partial).catch(() => {})
      }
    },
    async get(number) {
      return await readFile(join(folder, nameOf(number)), 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined
        throw error
      })
    },
  }
}

function s3Anchors(url: URL, folder: string): AnchorStore {
  const client = new AwsClient({
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
    region: url.searchParams.get('region') ?? 'us-east-1',
    service: 's3',
    retries: 2,
  })
  const base = `${url.protocol === 's3+http:' ? 'http' : 'https'}://${url.host}${url.pathname.replace(/\/$/, '')}/${folder}`
  const request = (number: number, init: RequestInit) =>
    client.fetch(`${base}/${nameOf(number)}`, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) })
  const get = async (number: number) => {
    const response = await request(number, { method: 'GET' })
    const text = await response.text()
    if (response.status === 404) return undefined
    if (!response.ok) throw new Error(`the object store answered ${response.status} to GET`)
    return text
  }
  return {
    get,
    async put(number, text) {
      // Not every server knows If-None-Match on PUT, so what is there already is looked for as well.
      if ((await get(number)) !== undefined) return false
      const response = await request(number, { method: 'PUT', body: text, headers: { 'if-none-match': '*' } })
      await response.arrayBuffer()
      if (response.status === 409 || response.status === 412) return false
      if (!response.ok) throw new Error(`the object store answered ${response.status} to PUT`)
      return true
    },
  }
}
