import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import S3rver from '@20minutes/s3rver'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BackupStore, openBackupStore } from './backup-store.ts'
import { type BackupKeys, getSealed, putSealed } from './sealed-parts.ts'
import { openBackups } from './settings.ts'
import { archiveWal, fetchWal, WalConflictError } from './wal.ts'

const keys: BackupKeys = [{ key_id: 'b1', key: Buffer.alloc(32, 3) }]
const otherKeys: BackupKeys = [{ key_id: 'b1', key: Buffer.alloc(32, 4) }]
const PART_BYTES = 100_000
let folder: string
let server: S3rver
let bucket: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backups-'))
  server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: join(folder, 's3'),
    configureBuckets: [{ name: 'kept', configs: [] }],
  })
  bucket = `s3+http://S3RVER:S3RVER@127.0.0.1:${(await server.run()).port}/kept`
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

async function collected(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

describe.each([
  ['a folder', () => openBackupStore(pathToFileURL(join(folder, 'files')).href)],
  ['a bucket', () => openBackupStore(bucket)],
])('%s of backups', (_, open) => {
  let store: BackupStore
  beforeAll(() => {
    store = open()
  })

  test('gives back what was put, lists names in their order, and forgets what was removed', async () => {
    for (const name of ['base/b/2', 'base/a', 'base/b/1', 'base-x', 'wal/1'])
      await store.put(name, Buffer.from(name))
    const listed: string[] = []
    for await (const file of store.list('base/')) listed.push(`${file.name} ${file.bytes}`)
    expect(listed).toEqual(['base/a 6', 'base/b/1 8', 'base/b/2 8'])
    expect((await store.get('base/a'))?.toString()).toBe('base/a')
    await store.remove('base/a')
    await store.remove('base/a')
    expect(await store.get('base/a')).toBeUndefined()
  })

  test('refuses names that lead elsewhere', async () => {
    for (const name of ['../x', '/x', 'a//b', 'a/../b', '.x', 'a/.', '']) {
      await expect(store.put(name, Buffer.from('x')), name).rejects.toThrow(TypeError)
    }
  })

  test('a stream of several parts comes back whole, and only with its key', async () => {
    const bytes = Buffer.concat([Buffer.alloc(PART_BYTES, 'x'), randomBytes(70_000)])
    const chunks = Array.from({ length: Math.ceil(bytes.length / 65_536) }, (__, i) =>
      bytes.subarray(i * 65_536, (i + 1) * 65_536),
    )
    const sizes = await putSealed(store, keys, 'stream', Readable.from(chunks), PART_BYTES)
    expect(sizes.plain_bytes).toBe(bytes.length)
    expect((await collected(getSealed(store, keys, 'stream'))).equals(bytes)).toBe(true)
    await expect(collected(getSealed(store, otherKeys, 'stream'))).rejects.toThrow(/was changed/)
    await expect(
      collected(getSealed(store, [{ key_id: 'b2', key: Buffer.alloc(32) }], 'stream')),
    ).rejects.toThrow(/sealed under the key b1/)
  })

  test('parts that were swapped, left out, cut off or moved do not open', async () => {
    const parts = Readable.from([Buffer.alloc(PART_BYTES + 1, 'x'), Buffer.alloc(PART_BYTES, 'y')])
    await putSealed(store, keys, 'three', parts, PART_BYTES)
    const [first, second, third] = await Promise.all([0, 1, 2].map((i) => store.get(`three.0000${i}`)))
    const put = async (name: string, given: (Buffer | undefined)[]) => {
      for (const [i, bytes] of given.entries()) await store.put(`${name}.0000${i}`, bytes as Buffer)
      return collected(getSealed(store, keys, name))
    }
    expect((await put('three', [first, second, third])).length).toBe(2 * PART_BYTES + 1)
    await expect(put('three', [second, first, third])).rejects.toThrow(/part 0 of three/)
    await expect(put('three', [first, third, third])).rejects.toThrow(/part 1 of three/)
    await expect(put('moved', [first, second, third])).rejects.toThrow(/part 0 of moved/)
    await expect(put('three', [first, second?.subarray(0, -1), third])).rejects.toThrow(/part 1 of three/)
    await store.put('three.00001', second as Buffer)
    await store.remove('three.00002')
    await expect(collected(getSealed(store, keys, 'three'))).rejects.toThrow(
      /part 2 of the backup three is missing/,
    )
  })

  test('a segment is archived once: the same again is no error, another of its name is, and it comes back whole', async () => {
    const name = '000000010000000000000007'
    const path = join(folder, 'segment')
    await writeFile(path, Buffer.alloc(100_000, 'w'))
    expect(await archiveWal(store, keys, { name, path })).toBe('archived')
    expect(await archiveWal(store, keys, { name, path })).toBe('already_there')
    const target = join(folder, 'fetched')
    expect(await fetchWal(store, keys, { name, path: target })).toBe(true)
    expect((await readFile(target)).equals(await readFile(path))).toBe(true)
    expect(await fetchWal(store, keys, { name: '000000010000000000000008', path: target })).toBe(false)
    await writeFile(path, Buffer.alloc(100_000, 'v'))
    await expect(archiveWal(store, keys, { name, path })).rejects.toThrow(WalConflictError)
    await expect(archiveWal(store, keys, { name: '../../etc/passwd', path })).rejects.toThrow(TypeError)
    expect((await readdir(folder)).filter((file) => file.includes('partial'))).toEqual([])
  })
})

test('nothing of a backup can be read in its store', async () => {
  const store = openBackupStore(pathToFileURL(join(folder, 'plain')).href)
  await putSealed(store, keys, 'secret', Readable.from([Buffer.from('a canary that sings')]))
  expect((await readFile(join(folder, 'plain', 'backups', 'secret.00000'))).includes('canary')).toBe(false)
})

test('production refuses the key that everybody knows, and a key that is none', () => {
  const env = { BACKUP_STORE_URL: 'file:///tmp/x', LATENT_ENV: 'production' }
  expect(() => openBackups(env)).toThrow(/BACKUP_KEYS must be set/)
  expect(() => openBackups({ ...env, BACKUP_KEYS: 'b1:short' })).toThrow(/BACKUP_KEYS is not valid/)
  expect(openBackups({ ...env, BACKUP_KEYS: `b1:${randomBytes(32).toString('base64')}` }).keys).toHaveLength(
    1,
  )
})
