import { mkdir, open, readdir, readFile, rename, rm, stat, unlink } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AwsClient } from 'aws4fetch'
import { newId } from '../ids.ts'

const TIMEOUT_MS = 120_000
const FOLDER = 'backups'
/** Pages of a thousand names. More than a hundred million are not backups of ours. */
const MAX_PAGES = 100_000

export interface StoredFile {
  name: string
  bytes: number
}

/**
 * Where backups lie: files under names that we give, apart from the objects, which are addressed by their content. A file
 * appears whole or not at all. What is in it is sealed before it comes here.
 */
export interface BackupStore {
  put(name: string, bytes: Uint8Array): Promise<void>
  get(name: string): Promise<Buffer | undefined>
  /** In the order of their names. */
  list(prefix: string): AsyncIterable<StoredFile>
  /** What is gone already is no error. */
  remove(name: string): Promise<void>
}

/** `file:///folder` or `s3://key:secret@host/bucket?region=…`, as for objects; everything goes below `backups/` in it. */
export function openBackupStore(url: string): BackupStore {
  const parsed = new URL(url)
  return parsed.protocol === 'file:' ? fileBackups(join(fileURLToPath(parsed), FOLDER)) : s3Backups(parsed)
}

function assertName(name: string): string {
  if (!/^[A-Za-z0-9_-][A-Za-z0-9._-]*(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/.test(name)) {
    throw new TypeError(`a backup cannot be named ${JSON.stringify(name.slice(0, 100))}`)
  }
  return name
}

function fileBackups(folder: string): BackupStore {
  const pathOf = (name: string) => join(folder, assertName(name))

  async function* walk(path: string): AsyncGenerator<StoredFile> {
    const entries = await readdir(path, { withFileTypes: true }).catch(missing(() => []))
    // A folder is sorted with the slash behind its name, so that files come in the order of their whole names.
    const keyOf = (one: { name: string; isDirectory(): boolean }) => one.name + (one.isDirectory() ? '/' : '')
    for (const entry of entries.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))) {
      const child = join(path, entry.name)
      if (entry.isDirectory()) yield* walk(child)
      else if (!entry.name.endsWith('.partial')) {
        const found = await stat(child).catch(missing(() => undefined))
        if (found) yield { name: relative(folder, child).split(sep).join('/'), bytes: found.size }
      }
    }
  }

  return {
    async put(name, bytes) {
      const path = pathOf(name)
      await mkdir(dirname(path), { recursive: true })
      const partial = `${path}.${newId('job')}.partial`
      try {
        const file = await open(partial, 'wx', 0o600)
        try {
          await file.writeFile(bytes)
          await file.sync()
        } finally {
          await file.close()
        }
        await rename(partial, path)
        await syncFolder(dirname(path))
      } catch (error) {
        await unlink(partial).catch(() => {})
        throw error
      }
    },

    async get(name) {
      return await readFile(pathOf(name)).catch(missing(() => undefined))
    },

    async *list(prefix) {
      const start = prefix.includes('/') ? join(folder, dirname(`${prefix}x`)) : folder
      for await (const file of walk(start)) if (file.name.startsWith(prefix)) yield file
    },

    async remove(name) {
      await rm(pathOf(name), { force: true })
    },
  }
}

/** A name is on disk when its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

function missing<T>(otherwise: () => T) {
  return (error: NodeJS.ErrnoException): T => {
    if (error.code === 'ENOENT') return otherwise()
    throw error
  }
}

function s3Backups(url: URL): BackupStore {
  const client = new AwsClient({
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
    region: url.searchParams.get('region') ?? 'us-east-1',
    service: 's3',
    retries: 2,
  })
  const bucket = `${url.protocol === 's3+http:' ? 'http' : 'https'}://${url.host}${url.pathname.replace(/\/$/, '')}`
  const request = async (address: string, init: RequestInit, accepted: number[] = []) => {
    const response = await client.fetch(address, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) })
    const bytes = Buffer.from(await response.arrayBuffer())
    if (!response.ok && !accepted.includes(response.status)) {
      throw new Error(`the backup store answered ${response.status} to ${init.method}`)
    }
    return { status: response.status, bytes }
  }
  const addressOf = (name: string) => `${bucket}/${FOLDER}/${assertName(name)}`

  return {
    async put(name, bytes) {
      await request(addressOf(name), { method: 'PUT', body: new Uint8Array(bytes) })
    },

    async get(name) {
      const { status, bytes } = await request(addressOf(name), { method: 'GET' }, [404])
      return status === 404 ? undefined : bytes
    },

    async *list(prefix) {
      let token: string | undefined
      for (let page = 0; page < MAX_PAGES; page++) {
        const query = new URLSearchParams({ 'list-type': '2', prefix: `${FOLDER}/${prefix}` })
        if (token !== undefined) query.set('continuation-token', token)
        const { bytes } = await request(`${bucket}?${query}`, { method: 'GET' })
        const text = bytes.toString('utf8')
        for (const [, content = ''] of text.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
          const name = textOf(content, 'Key')?.slice(FOLDER.length + 1)
          if (name) yield { name, bytes: Number(textOf(content, 'Size') ?? 0) }
        }
        token = textOf(text, 'NextContinuationToken')
        if (token === undefined || textOf(text, 'IsTruncated') !== 'true') return
      }
      throw new Error('the backup store never ends its list')
    },

    async remove(name) {
      await request(addressOf(name), { method: 'DELETE' }, [404])
    },
  }
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** What stands in the first element of the name. The answer of a store that we pay, flat and small: no parser is needed. */
export function textOf(xml: string, element: string): string | undefined {
  const text = new RegExp(`<${element}>([^<]*)</${element}>`).exec(xml)?.[1]
  return text?.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '')
}
