import { expect, it } from 'vitest'
import { readSearch } from './search.ts'

it('what was typed is taken for what it is', () => {
  expect(readSearch('  ')).toEqual({ kind: 'nothing' })
  const url = 'https://www.sec.gov/Archives/edgar/data/320193/000032019325000079/aapl-20250927.htm'
  expect(readSearch(url)).toEqual({ kind: 'url', url })
  expect(readSearch('sec.gov/ix?doc=/x')).toEqual({ kind: 'url', url: 'https://sec.gov/ix?doc=/x' })
  const number = { kind: 'accession_number', accession_number: '0000320193-25-000079' }
  expect([readSearch('0000320193-25-000079'), readSearch('000032019325000079')]).toEqual([number, number])
  const cik = { kind: 'cik', cik: '320193' }
  expect([readSearch('320193'), readSearch('CIK 0000320193'), readSearch('0000320193')]).toEqual([
    cik,
    cik,
    cik,
  ])
  expect(readSearch('brk.b')).toEqual({ kind: 'words', words: 'brk.b', ticker: 'BRK.B' })
  expect(readSearch('$AAPL')).toMatchObject({ ticker: 'AAPL' })
  expect(readSearch('Tarnwick Tidal')).toEqual({ kind: 'words', words: 'Tarnwick Tidal', ticker: undefined })
  expect(readSearch('0000')).toMatchObject({ kind: 'words' })
  expect(readSearch('javascript:alert(1)')).toEqual({
    kind: 'words',
    words: 'javascript:alert(1)',
    ticker: undefined,
  })
})
