import { appendFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasCorpus } from '../../accuracy/corpus.ts'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { ownershipRules } from './index.ts'
import { storeRealForms } from './real-forms.ts'
import { memoryObjects, runOver } from './stored-filings.ts'

/** A file into which every answer is written, for reading by eye. */
const SHOW = process.env.SHOW_SIGNALS

describe.skipIf(!hasCorpus())('ownership signals over the real forms of the corpus', () => {
  const objects = memoryObjects()
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase()
  })
  afterAll(() => database.close())

  test.each([
    ['insider forms', /^(?:[345]|144)(?:\/A)?$/],
    ['schedules', /^(?:SC|SCHEDULE) 13[DG](?:\/A)?$/],
    ['reports of managers', /^13F-(?:HR|NT)(?:\/A)?$/],
  ])(
    '%s have an answer for each rule, and every quote slices back',
    async (name, forms) => {
      const stored = await storeRealForms(database.sql, objects, forms)
      const states = new Map<string, number>()
      if (SHOW) writeFileSync(`${SHOW}.${name.replaceAll(' ', '-')}`, '')
      for (const [accession, path] of stored) {
        for (const [extractor, run] of await runOver(database.sql, objects, accession, ownershipRules)) {
          const key = `${extractor}: ${run.status}${run.reason ? ` ${run.reason}` : ''}`
          states.set(key, (states.get(key) ?? 0) + 1)
          if (SHOW)
            appendFileSync(
              `${SHOW}.${name.replaceAll(' ', '-')}`,
              `${JSON.stringify({ path, accession, extractor, ...run })}\n`,
            )
        }
      }
      if (SHOW)
        console.log(
          [...states]
            .sort()
            .map(([key, count]) => `${count}\t${key}`)
            .join('\n'),
        )
      expect(stored.size).toBeGreaterThan(0)
      expect([...states.keys()].filter((key) => key.includes(': failed'))).toEqual([])
    },
    600_000,
  )
})
