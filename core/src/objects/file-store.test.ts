import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { sha256 } from '../sha256.ts'
import { fileObjectStore } from './file-store.ts'

const folder = await mkdtemp(join(tmpdir(), 'objects-'))
const store = fileObjectStore(folder)
afterAll(() => rm(folder, { recursive: true }))

test('any bytes come back as they were put, under the hash of their content', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 5_000 }), async (bytes) => {
      const key = await store.put(bytes)
      expect(key).toBe(sha256(bytes))
      expect(Buffer.compare((await store.get(key)) as Buffer, Buffer.from(bytes))).toBe(0)
    }),
    { numRuns: 50 },
  )
})

test('the same bytes put fifty times at once are one file and no partial ones', async () => {
  const bytes = Buffer.from('the same bytes')
  const keys = await Promise.all(Array.from({ length: 50 }, () => store.put(bytes)))
  expect(new Set(keys).size).toBe(1)
  const files = await readdir(join(folder, (keys[0] as string).slice(0, 2)))
  expect(files.filter((name) => name.startsWith(keys[0] as string))).toEqual([keys[0]])
})

test('an unknown key is undefined, a key that is no hash is refused, changed bytes are noticed', async () => {
  expect(await store.get('0'.repeat(64))).toBeUndefined()
  expect(await store.has('0'.repeat(64))).toBe(false)
  await expect(store.get('../../etc/passwd')).rejects.toThrow(TypeError)
  const key = await store.put(Buffer.from('to be damaged'))
  await writeFile(join(folder, key.slice(0, 2), key), 'to be changed')
  await expect(store.get(key)).rejects.toThrow(/does not match/)
})

test('a part of an object comes alone', async () => {
  const key = await store.put(Buffer.from('a filing of many bytes'))
  expect((await store.getRange(key, 2, 8))?.toString()).toBe('filing')
  expect((await store.getRange(key, 17, 99))?.toString()).toBe('bytes')
  expect(await store.getRange('0'.repeat(64), 0, 1)).toBeUndefined()
  await expect(store.getRange('../../etc/passwd', 0, 1)).rejects.toThrow(TypeError)
})
