import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { forEachPostgres, type TestDatabase, testDatabase } from '../../testing/database.ts'
import { actionIn, affectedIn, governanceLabels, sameFirm, signatureIn } from './labels.ts'

describe('a label', () => {
  it('of the auditor is the name signed beside the sentence on the tenure', () => {
    const sentence = 'We have served as the Company’s auditor since 2009.'
    expect(signatureIn(`It is so.\n\n/s/ Ernst & Young LLP\n\n${sentence}\n\nSan Jose`)).toBe(
      'Ernst & Young LLP',
    )
    expect(signatureIn(`${sentence}\n\n/s/ | Doe LLP |\n\nBoston`)).toBe('Doe LLP')
    expect(signatureIn(sentence)).toBeNull()
    expect(sameFirm('DELOITTE &amp; TOUCHE LLP', 'Deloitte & Touche LLP')).toBe(true)
    expect(sameFirm('KPMG LLP', 'Marcum LLP')).toBe(false)
    expect(sameFirm('LLP', 'LLP')).toBe(false)
  })

  it('of cybersecurity is a denial, or the lack of one', () => {
    expect(affectedIn('No cybersecurity threats have materially affected us.')).toBe(false)
    expect(affectedIn('A cyber incident of May has materially affected our results.')).toBe(true)
    expect(affectedIn('Cybersecurity threats could materially affect us.')).toBeNull()
    expect(affectedIn('The strike has materially affected us.')).toBeNull()
  })

  it('of a plan is the one word of the two that its description uses', () => {
    expect(actionIn('On May 3 she adopted a plan.')).toBe('adopted')
    expect(actionIn('On May 3 she terminated her plan.')).toBe('terminated')
    expect(actionIn('She terminated the plan she had adopted in March.')).toBeNull()
  })
})

forEachPostgres((version) => {
  describe('labels of governance', () => {
    let database: TestDatabase
    beforeAll(async () => {
      database = await testDatabase({ version })
    })
    afterAll(() => database.close())

    test.each(governanceLabels.map((label) => [label.name, label] as const))(
      '%s: asks the database in words it understands',
      async (_name, label) => {
        const corpus = {
          sql: database.sql,
          objects: { get: async () => undefined } as never,
          dataset: 'test' as const,
        }
        expect(await label.cases(corpus)).toEqual([])
      },
    )
  })
})
