import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import type { TestSpecification } from 'vitest/node'
import { LONG_FILES, LongestFirst } from './longest-first.ts'

const ROOT = resolve(import.meta.dirname, '../..')

test('every file that is begun first is there', () => {
  expect(LONG_FILES.filter((file) => !existsSync(join(ROOT, file)))).toEqual([])
})

test('files that take long are begun first, and none is lost', async () => {
  const project = { name: '', config: { isolate: false, sequence: { groupOrder: 0 } } }
  const files = ['core/src/db.test.ts', ...[...LONG_FILES].reverse()].map(
    (file) => ({ moduleId: join(ROOT, file), project }) as unknown as TestSpecification,
  )
  const cache = { getFileTestResults: () => undefined, getFileStats: () => undefined }
  const sequencer = new LongestFirst({ config: { root: ROOT }, cache } as never)
  const sorted = (await sequencer.sort(files)).map(({ moduleId }) => moduleId)
  expect(sorted).toEqual([...LONG_FILES, 'core/src/db.test.ts'].map((file) => join(ROOT, file)))
})
