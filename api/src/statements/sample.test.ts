import { factsOfFiling } from '@sec-latent/core/facts/filing-facts'
import { insertFacts } from '@sec-latent/core/facts/store'
import { readFiling } from '@sec-latent/core/filings/reading'
import type { FilingUnderRead } from '@sec-latent/core/readers/reader'
import { sampleCorpusFilings } from '@sec-latent/core/sample-corpus/corpus'
import { readFinancialReport } from '@sec-latent/core/statements/financial-report'
import { insertFinancialReport } from '@sec-latent/core/statements/store'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../testing/test-app.ts'

const CIK = '0009990001'

let api: TestApp
beforeAll(async () => {
  api = await testApp()
  const annual = sampleCorpusFilings().filter(({ company, form }) => company.cik === CIK && form === '10-K')
  for (const { submission: bytes, accession_number, filing_date, form } of annual) {
    const { submission, documents } = readFiling(bytes, filing_date)
    const filing = {
      header: submission.header,
      accession_number,
      form_type: form,
      documents,
    } as unknown as FilingUnderRead
    const accepted_at = `${filing_date}T12:00:00Z`
    await api.seed.filing({ accession_number, cik: CIK, form_type: form, accepted_at })
    const record = { accession_number, accepted_at, filers: [] }
    await insertFacts(api.sql, record, factsOfFiling(filing))
    const report = readFinancialReport(filing)
    if (report) await insertFinancialReport(api.sql, record, report)
  }
})
afterAll(() => api.close())

it.each([
  'statements',
  'statements?view=as_filed&statement=balance_sheet&limit=1',
  'ratios?ratio=current_ratio,net_margin&limit=2',
  'restatements?limit=2',
])('a company of the sample corpus has %s', async (path) => {
  const response = await api.get(`/v1/entities/${CIK}/${path}`)
  expect(response.statusCode).toBe(200)
  expect(response.json().data.length).toBeGreaterThan(0)
})
