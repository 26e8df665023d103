import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from '@20minutes/s3rver'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sha256 } from '../sha256.ts'
import { openObjectStore } from './open.ts'

/** A server that speaks S3 and checks signatures, on loopback; its one account is fixed. */
const ACCOUNT = 'S3RVER:S3RVER'
let folder: string
let server: S3rver
let address: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 's3-'))
  server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: folder,
    configureBuckets: [{ name: 'filings', configs: [] }],
  })
  const { port } = await server.run()
  address = `127.0.0.1:${port}`
})

afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

const open = (account = ACCOUNT) =>
  openObjectStore(`s3+http://${account}@${address}/filings?region=us-east-1`)

test('bytes come back as they were put, under the hash of their content, however often they are put', async () => {
  const bytes = Buffer.from([0, 255, 10, 13, ...Buffer.from('a filing, with ü and 漢')])
  const key = await open().put(bytes)
  expect(key).toBe(sha256(bytes))
  expect(await open().put(bytes)).toBe(key)
  expect(await open().has(key)).toBe(true)
  expect(Buffer.compare((await open().get(key)) as Buffer, bytes)).toBe(0)
})

test('a part of an object comes alone', async () => {
  const key = await open().put(Buffer.from('a filing of many bytes'))
  expect((await open().getRange(key, 2, 8))?.toString()).toBe('filing')
  expect((await open().getRange(key, 17, 99))?.toString()).toBe('bytes')
  expect(await open().getRange('0'.repeat(64), 0, 1)).toBeUndefined()
})

test('an object that is not there is undefined', async () => {
  expect(await open().get('0'.repeat(64))).toBeUndefined()
  expect(await open().has('0'.repeat(64))).toBe(false)
})

test('a wrong secret is an error, never an object that is missing', async () => {
  const stranger = open('S3RVER:wrong')
  await expect(stranger.get('0'.repeat(64))).rejects.toThrow(/answered 403/)
  await expect(stranger.put(Buffer.from('x'))).rejects.toThrow(/answered 403/)
})
