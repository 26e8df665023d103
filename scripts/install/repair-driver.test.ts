import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { REPAIRS, repairDriver } from './repair-driver.mjs'

const ROOT = join(import.meta.dirname, '..', '..')
const INSTALLED = join(ROOT, 'node_modules', 'postgres')
let folder: string
const read = (file: string, root = folder) => readFileSync(join(root, file), 'utf8')

/** A copy of the installed driver, as it came. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latent-driver-'))
  cpSync(INSTALLED, folder, { recursive: true })
  for (const { file, before, after } of REPAIRS) {
    writeFileSync(
      join(folder, file),
      read(file).replace(after, () => before),
    )
  }
})
afterEach(() => rmSync(folder, { recursive: true }))

test.each(REPAIRS)('the installed driver is repaired in $file: $why', ({ file, after }) => {
  expect(read(file, INSTALLED)).toContain(after)
})

test('a driver as it came is repaired, once', () => {
  for (const { file, after } of REPAIRS) expect(read(file)).not.toContain(after)
  repairDriver(folder)
  repairDriver(folder)
  for (const file of ['src/connection.js', 'src/index.js']) expect(read(file)).toBe(read(file, INSTALLED))
})

test('another driver is refused', () => {
  const file = join(folder, 'src/connection.js')
  writeFileSync(file, read('src/connection.js').replace('socket = null\n\n', 'socket = undefined\n\n'))
  expect(() => repairDriver(folder)).toThrow('not as scripts/install/repair-driver.mjs knows it')
})

test('an image with the domain in it repairs its driver', () => {
  for (const service of ['api', 'workers', 'scheduler']) {
    const text = read(`deploy/docker/${service}.Dockerfile`, ROOT)
    expect(text).toMatch(/AS dependencies\n(?:.*\n)*?RUN node scripts\/install\/repair-driver\.mjs\n/)
  }
})
