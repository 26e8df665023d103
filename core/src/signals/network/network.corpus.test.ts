import { appendFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasCorpus } from '../../accuracy/corpus.ts'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { storeRealForms } from '../ownership/real-forms.ts'
import { memoryObjects, runOver } from '../ownership/stored-filings.ts'
import { networkRules } from './index.ts'

/** A file into which every answer is written, for reading by eye. */
const SHOW = process.env.SHOW_SIGNALS

describe.skipIf(!hasCorpus())('network signals over the real annual reports of the corpus', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase()
  })
  afterAll(() => database.close())

  test('every report has an answer for each rule, and every quote slices back', async () => {
    const objects = memoryObjects()
    const stored = await storeRealForms(database.sql, objects, /^10-K(?:405)?$/, { without_readers: true })
    const failed: string[] = []
    if (SHOW) writeFileSync(`${SHOW}.network`, '')
    for (const [accession, path] of stored) {
      for (const [extractor, run] of await runOver(database.sql, objects, accession, networkRules)) {
        if (run.status === 'failed') failed.push(`${path}: ${extractor} ${run.reason}`)
        if (SHOW)
          appendFileSync(`${SHOW}.network`, `${JSON.stringify({ path, accession, extractor, ...run })}\n`)
      }
    }
    expect(stored.size).toBeGreaterThan(0)
    expect(failed).toEqual([])
  }, 600_000)
})
