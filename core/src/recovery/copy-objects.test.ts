import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import S3rver from '@20minutes/s3rver'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAnchorStore } from '../audit/anchor-store.ts'
import { listObjectKeys } from '../objects/list.ts'
import { openObjectStore } from '../objects/open.ts'
import { openErasureLog } from '../privacy/erasure-log.ts'
import { copyObjects } from './copy-objects.ts'

let folder: string
let server: S3rver
let bucket: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'copies-'))
  server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: join(folder, 's3'),
    configureBuckets: [{ name: 'second', configs: [] }],
  })
  bucket = `s3+http://S3RVER:S3RVER@127.0.0.1:${(await server.run()).port}/second`
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

async function keysOf(url: string, after?: string): Promise<string[]> {
  const keys: string[] = []
  for await (const key of listObjectKeys(url, after)) keys.push(key)
  return keys
}

test('what the second copy lacks is brought to it, the logs beside the objects too, and repeated it brings nothing', async () => {
  const from = pathToFileURL(join(folder, 'first')).href
  const store = openObjectStore(from)
  const keys: string[] = []
  for (let n = 0; n < 20; n++) keys.push(await store.put(Buffer.from(`object ${n}`)))
  await openAnchorStore(from).put(1, 'signed\n')
  const erasure = {
    id: 'era_1',
    organisation_id: 'org_1',
    subject_type: 'user' as const,
    subject_id: 'usr_1',
    requested_by: 'usr_1',
    created_at: '2026-01-01T00:00:00Z',
    due_at: '2026-01-01T00:00:00Z',
  }
  await openErasureLog(from).append(erasure)
  expect(await copyObjects({ from, to: bucket })).toMatchObject({
    seen: 20,
    copied: 20,
    corrupt: [],
    log_entries: 2,
  })
  expect(await keysOf(bucket)).toEqual([...keys].sort())
  for await (const entry of openErasureLog(bucket).entries()) expect(entry).toEqual(erasure)
  const late = await store.put(Buffer.from('one more'))
  await openAnchorStore(from).put(2, 'signed later\n')
  expect(await copyObjects({ from, to: bucket })).toMatchObject({ seen: 21, copied: 1, log_entries: 1 })
  expect((await openObjectStore(bucket).get(late))?.toString()).toBe('one more')
  expect(await copyObjects({ from, to: bucket })).toMatchObject({ seen: 21, copied: 0, log_entries: 0 })
  // And back: what a region lost comes from the other.
  const back = pathToFileURL(join(folder, 'back')).href
  expect(await copyObjects({ from: bucket, to: back })).toMatchObject({
    seen: 21,
    copied: 21,
    log_entries: 3,
  })
  expect(await keysOf(back)).toEqual(await keysOf(from))
  // More than a page of names, from behind any key on.
  const middle = [...keys].sort()[10] as string
  expect(await keysOf(bucket, middle)).toEqual((await keysOf(from)).filter((key) => key > middle))
})

test('a copy that was cut short goes on behind the last key', async () => {
  const from = pathToFileURL(join(folder, 'long')).href
  const to = pathToFileURL(join(folder, 'short')).href
  for (let n = 0; n < 40; n++) await openObjectStore(from).put(Buffer.from(`long ${n}`))
  const cut = new AbortController()
  const watching = openObjectStore(to)
  const half = (await keysOf(from))[16] as string
  cut.abort(new Error('the machine went away'))
  await expect(copyObjects({ from, to, signal: cut.signal })).rejects.toThrow('the machine went away')
  expect(await watching.has(half)).toBe(false)
  expect(await copyObjects({ from, to, after: half })).toMatchObject({ seen: 23, copied: 23 })
  expect(await copyObjects({ from, to })).toMatchObject({ seen: 40, copied: 17 })
})

test('bytes that are not what their name says are told and never copied; a copy that went bad is replaced', async () => {
  const from = pathToFileURL(join(folder, 'good')).href
  const to = pathToFileURL(join(folder, 'bad')).href
  const rotten = await openObjectStore(from).put(Buffer.from('rotten at the source'))
  const key = await openObjectStore(from).put(Buffer.from('rotten in the copy'))
  await writeFile(join(folder, 'good', rotten.slice(0, 2), rotten), 'other bytes')
  expect(await copyObjects({ from, to })).toMatchObject({ seen: 2, copied: 1, corrupt: [rotten] })
  await writeFile(join(folder, 'bad', key.slice(0, 2), key), 'rotten is the copy')
  expect(await copyObjects({ from, to })).toMatchObject({ copied: 0 })
  await rm(join(folder, 'good', rotten.slice(0, 2), rotten))
  // A copy of the right length but other bytes: only a look at the bytes finds it.
  expect(await copyObjects({ from, to, verify: true })).toMatchObject({ copied: 1, corrupt: [] })
  expect((await openObjectStore(to).get(key))?.toString()).toBe('rotten in the copy')
  expect(
    (await readdir(join(folder, 'bad', key.slice(0, 2)))).filter((name) => name.includes('partial')),
  ).toEqual([])
})
