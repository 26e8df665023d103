import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { defaultCorpus as corpusFolder, hasCorpus } from '../../accuracy/corpus.ts'
import { assertAllEvidence } from '../../evidence/verify.ts'
import { filingSize } from '../filing-behaviour/filing-size.ts'
import { given } from '../filing-fixture.ts'
import {
  looseDocuments,
  type RealFilingUnderRead,
  readFullSubmission,
  readLooseDocument,
  submissionPaths,
} from '../real-filings-under-read.ts'
import { event8k } from './event-8k.ts'

const itemsOf = ({ filing }: RealFilingUnderRead) => {
  const outcome = event8k.extract(given(filing, { prior: null }))
  return outcome.status === 'ok_found' ? outcome.findings.map(({ value }) => value) : outcome
}

describe.skipIf(!hasCorpus())('8-K items and sizes of real filings', () => {
  it('are found in every full submission, with evidence that slices back', { timeout: 120_000 }, async () => {
    let filings = 0
    let reports = 0
    const failures: string[] = []
    for (const path of submissionPaths()) {
      const read = readFullSubmission(path)
      if (!read) continue
      filings++
      const size = filingSize.extract(given(read.filing, { prior: null }))
      const events = event8k.applies(read.filing.form_type)
        ? event8k.extract(given(read.filing, { prior: null }))
        : null
      if (events) reports++
      if (size.status !== 'ok_found' || (events && events.status !== 'ok_found')) failures.push(path)
      for (const outcome of [size, events]) {
        if (outcome?.status === 'ok_found') await assertAllEvidence(outcome.findings, read.sources)
      }
    }
    console.log(`${filings} submissions with a size, ${reports} current reports with items`)
    expect(failures).toEqual([])
    expect(filings).toBeGreaterThan(300)
    expect(reports).toBeGreaterThan(80)
  })

  // Read by hand in the filings themselves.
  it.each([
    // Header and body agree, numbering of 1994.
    ['Archives/edgar/data/100240/0000950144-94-000103.txt.gz', ['7']],
    // The header says 1 (change in control); the report is about item 5.
    ['Archives/edgar/data/1004963/0001004963-96-000018.txt', ['5']],
    // The header's item line is empty.
    ['Archives/edgar/data/1002022/0000914260-00-000052.txt', ['3', '7']],
    // The header lacks item 12.
    ['Archives/edgar/data/1001258/0001125282-04-002113.txt', ['7', '12']],
    // One heading, "Items 1.01(a) and 5.02(e)".
    ['Archives/edgar/data/1002682/0000939057-08-000013.txt', ['1.01', '5.02', '9.01']],
    // A dissemination container with all its tags on one line.
    ['Archives/edgar/Feed/2025/QTR1/20250108.nc/0001493152-25-001317.nc.gz', ['5.02', '9.01']],
    // A table of contents in front of the items.
    ['Archives/edgar/data/814547/0001193125-20-019650.txt.gz', ['2.02', '9.01']],
    ['Archives/edgar/data/1173313/0001213900-25-032135.txt.gz', ['2.02', '4.02', '7.01', '9.01']],
  ])('%s reports %j', (path, items) => {
    const read = readFullSubmission(path)
    expect(read && itemsOf(read)).toEqual(items)
  })

  it('agree with what another parser found in the same documents, but for its own two misses', () => {
    const folder = join(corpusFolder, 'expected/edgar-crawler/8-K')
    const documents = new Map(looseDocuments().map((loose) => [loose.accession_number, loose]))
    const differing: string[] = []
    let compared = 0
    for (const name of readdirSync(folder)) {
      const expected = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, string>
      const loose = documents.get(/\d{10}-\d{2}-\d{6}/.exec(name)?.[0] ?? '')
      if (!loose) continue
      compared++
      const items = Object.keys(expected)
        .filter((key) => key.startsWith('item_') && expected[key]?.trim())
        .map((key) => key.slice('item_'.length))
        .sort((a, b) => Number(a) - Number(b))
      const found = itemsOf(readLooseDocument({ ...loose, form_type: '8-K' }))
      if (JSON.stringify(found) !== JSON.stringify(items)) differing.push(loose.accession_number)
    }
    console.log(`${compared} current reports compared, ${differing.length} differ: ${differing.join(' ')}`)
    expect(compared).toBeGreaterThan(300)
    // Its list of items for 2002 stops before item 9, which 0000950109-02-005824 reports. In 0000939057-08-000013 one
    // heading names two items, and this document comes without the header that lists both.
    expect(
      differing.filter((accession) => !['0000950109-02-005824', '0000939057-08-000013'].includes(accession)),
    ).toEqual([])
  })
})

describe.skipIf(!hasCorpus())('the published item lists', () => {
  const vectors: [string, string, string[]][] = [
    ['V47', '0001144204-11-047401', ['2.02', '9.01']],
    ['V47', '0000713095-08-000011', ['8.01', '9.01']],
    ['V47', '0000906197-99-000155', ['1', '5', '6', '7', '8', '9']],
  ]
  const held = hasCorpus() ? [...submissionPaths(), ...looseDocuments().map(({ path }) => path)] : []
  for (const [vector, accession, items] of vectors) {
    const path = held.find((each) => each.includes(accession) || each.includes(accession.replaceAll('-', '')))
    it.skipIf(!path)(`${vector}: ${accession} reports ${items.join(', ')}`, () => {
      const read = path ? readFullSubmission(path) : null
      expect(read && itemsOf(read)).toEqual(items)
    })
  }
})
