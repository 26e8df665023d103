import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packSdk } from '../../sdk/scripts/pack.ts'
import { CHROMIUM, inChromium, inNode } from './runtimes.ts'
import { type RunningServer, startFakeApi, startPages } from './server.ts'

/** The short form; Deno, Bun and a newer Node are in `npm run sdk:runtimes`. */
const noBrowser = existsSync(CHROMIUM) ? '' : ` (skipped: no browser at ${CHROMIUM}, set CHROMIUM_PATH)`

let folder: string
let api: RunningServer
let pages: RunningServer
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sdk-runtimes-test-'))
  await packSdk(folder)
  api = await startFakeApi()
  pages = await startPages(join(folder, 'package'))
}, 300_000)
afterAll(async () => {
  await api?.close()
  await pages?.close()
  await rm(folder, { recursive: true, force: true })
})

describe('the packed SDK', () => {
  test('does in Node what it should', async () => {
    const { version, status, checks } = await inNode(folder, api.url)
    expect(version).toBe(process.version)
    expect(Object.entries(checks).filter(([, result]) => result !== 'ok')).toEqual([])
    expect(status).toBe('passed')
    expect(Object.keys(checks).length).toBeGreaterThanOrEqual(12)
  })

  test.skipIf(noBrowser !== '')(`does the same in a page of another origin${noBrowser}`, async () => {
    const { status, checks } = await inChromium(pages.url, api.url)
    expect(Object.entries(checks).filter(([, result]) => result !== 'ok')).toEqual([])
    expect(status).toBe('passed')
    expect(Object.keys(checks).length).toBeGreaterThanOrEqual(12)
  })

  test('fails visibly where there is no API', async () => {
    const { status, checks } = await inNode(folder, 'http://127.0.0.1:9')
    expect(status).toBe('failed')
    expect(Object.values(checks).filter((result) => result === 'ok').length).toBeLessThan(6)
  })
})
