import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AwsClient } from 'aws4fetch'

const TIMEOUT_MS = 60_000

/** The keys of all objects below a URL, in their order, from behind `after` on. What is half written is not among them. */
export async function* listObjectKeys(url: string, after = ''): AsyncGenerator<string> {
  const parsed = new URL(url)
  const keys = parsed.protocol === 'file:' ? fileKeys(fileURLToPath(parsed), after) : s3Keys(parsed, after)
  for await (const key of keys) if (/^[0-9a-f]{64}$/.test(key) && key > after) yield key
}

async function* fileKeys(folder: string, after: string): AsyncGenerator<string> {
  for (const prefix of await names(folder)) {
    if (!/^[0-9a-f]{2}$/.test(prefix) || prefix < after.slice(0, 2)) continue
    yield* await names(join(folder, prefix))
  }
}

async function names(folder: string): Promise<string[]> {
  return (
    await readdir(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      throw error
    })
  ).sort()
}

async function* s3Keys(url: URL, after: string): AsyncGenerator<string> {
  const client = new AwsClient({
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
    region: url.searchParams.get('region') ?? 'us-east-1',
    service: 's3',
    retries: 2,
  })
  const bucket = `${url.protocol === 's3+http:' ? 'http' : 'https'}://${url.host}${url.pathname.replace(/\/$/, '')}`
  let last = after
  for (;;) {
    // A key rather than a token: where it was left off can be said days later too.
    const query = new URLSearchParams({ 'list-type': '2', prefix: 'objects/' })
    if (last) query.set('start-after', `objects/${last}`)
    const response = await client.fetch(`${bucket}?${query}`, { signal: AbortSignal.timeout(TIMEOUT_MS) })
    const text = await response.text()
    if (!response.ok) throw new Error(`the object store answered ${response.status} to a list`)
    const keys = [...text.matchAll(/<Key>objects\/([^<]+)<\/Key>/g)].map((match) => String(match[1]))
    yield* keys
    if (keys.length === 0 || !/<IsTruncated>true<\/IsTruncated>/.test(text)) return
    last = keys.at(-1) as string
  }
}
