import { describe, expect, test } from 'vitest'
import { amendmentOf } from './amendment.ts'
import { readFiling } from './reading.ts'
import { labelled, submission } from './submission-fixture.ts'

function amendment(formType: string, text: string, type = formType) {
  const bytes = labelled(
    submission({
      header: { form_type: formType },
      documents: [
        { type, sequence: 1, file_name: text.startsWith('<') ? 'a.xml' : 'a.txt', text: `${text}\n` },
      ],
    }),
  )
  const { documents } = readFiling(bytes, '2025-03-06')
  return amendmentOf(formType, documents, documents[0])
}

describe('how much of the original an amendment states anew', () => {
  test('a form that is no amendment says nothing', () => {
    expect(amendment('8-K', 'A report.')).toBeNull()
  })

  test.each([
    ['RESTATEMENT', 'restatement'],
    ['NEW HOLDINGS', 'new_holdings'],
    ['SOMETHING', 'unknown'],
  ])('a 13F with the amendment type %s', (stated, scope) => {
    const xml = `<?xml version="1.0"?>\n<edgarSubmission><amendmentInfo><amendmentType>${stated}</amendmentType></amendmentInfo></edgarSubmission>`
    expect(amendment('13F-HR/A', xml)?.scope).toBe(scope)
  })

  test('a typed 13F cover page with a mark in its box', () => {
    const cover =
      'Check here if Amendment [X]; Amendment Number: 1\n  This Amendment (Check only one.): [ ] is a restatement.\n  [X] adds new holdings entries.'
    expect(amendment('13F-HR/A', cover)?.scope).toBe('new_holdings')
  })

  test('an annual report amended to file an exhibit alone', () => {
    const note =
      'EXPLANATORY NOTE\n\nThe sole purpose of this Amendment No. 1 to the Annual Report on Form 10-K is to furnish Exhibit 101.'
    expect(amendment('10-K/A', note)?.scope).toBe('exhibit_only')
  })

  test.each([
    [
      'This Amendment No. 2 is being filed solely for the purpose of filing Exhibits 5.1 and 23.1.',
      'exhibit_only',
    ],
    ['This Amendment amends and restates the Original Filing in its entirety.', 'full'],
    ['The balance was corrected. The note should be read in its entirety.', 'unknown'],
  ])('%s', (note, scope) => {
    expect(amendment('S-1/A', note)?.scope).toBe(scope)
  })

  test('an ownership report names the day of its original', () => {
    const xml =
      '<?xml version="1.0"?>\n<ownershipDocument><documentType>4/A</documentType><dateOfOriginalSubmission>2024-05-01</dateOfOriginalSubmission></ownershipDocument>'
    expect(amendment('4/A', xml)).toEqual({ scope: 'unknown', original_filed_on: '2024-05-01' })
  })

  test('a note of a megabyte without an end costs no more than a long one', () => {
    const before = process.cpuUsage()
    amendment('8-K/A', 'sole purpose of this amendment '.repeat(40_000))
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(2_000)
  })
})
