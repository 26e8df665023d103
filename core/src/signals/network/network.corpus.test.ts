import { appendFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasCorpus, openCorpus } from '../../accuracy/corpus.ts'
import { canonicalText } from '../../documents/canonical-text.ts'
import { readSubsidiaries } from '../../subsidiaries/read-subsidiaries.ts'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { storeRealForms } from '../ownership/real-forms.ts'
import { memoryObjects, runOver } from '../ownership/stored-filings.ts'
import { networkRules } from './index.ts'
import { compareSubsidiaries } from './subsidiaries-change.ts'

/** A file into which every answer is written, for reading by eye. */
const SHOW = process.env.SHOW_SIGNALS

describe.skipIf(!hasCorpus())('real lists of subsidiaries', () => {
  test.each(['ex21_aapl.html', 'ex21_jpm.html', 'ex21_xom.html'])(
    '%s compared with itself is unchanged, and without a row has one removed',
    (name) => {
      const rows = readSubsidiaries(canonicalText(openCorpus().bytes(`unplaced/EX-21/${name}`), 'html'))
      const list = rows.map((entry) => ({ entry }))
      expect(list.length).toBeGreaterThan(10)
      expect(compareSubsidiaries(list, list)).toMatchObject({ added: [], removed: [] })
      const { added, removed } = compareSubsidiaries(list, list.toSpliced(5, 1))
      expect([added, removed]).toEqual([[], [list[5]]])
    },
  )
})

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
