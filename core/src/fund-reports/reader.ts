import { type FormElement, readForm } from '../form-xml/form-xml.ts'
import { text } from '../form-xml/values.ts'
import { type FilingUnderRead, type Reader, ReaderError } from '../readers/reader.ts'
import { readFeeNotice } from './form-24f2.ts'
import { readCensus } from './form-ncen.ts'
import { readPortfolio } from './form-nport.ts'
import { readVoteTable, readVotingReport } from './form-npx.ts'
import type { FundHolding, FundReport, ProxyVote } from './fund-report.ts'
import { insertFundHoldings, insertFundReport, insertProxyVotes } from './store.ts'

const PORTFOLIO = /^NPORT-(?:P|NP)(?:\/A)?$/
const CENSUS = /^N-CEN(?:\/A)?$/
const VOTES = /^N-PX(?: CTR)?(?:\/A)?$/
const FEES = /^24F-2(?:NT|EL|TM)(?:\/A)?$/

/** Reports of registered funds: portfolio, census, votes and registration fees. */
export const fundReportReader: Reader<{ document_id: string; report: FundReport }> = {
  name: 'fund_reports',
  version: '1.0.0',
  applies: (formType) => [PORTFOLIO, CENSUS, VOTES, FEES].some((form) => form.test(formType)),
  read(filing) {
    const form = formOf(filing)
    if (!form) return null
    const { root, document_id } = form
    return { document_id, report: reportOf(root, filing) }
  },
  store: insertFundReport,
}

/** The positions of a fund's portfolio. */
export const fundHoldingReader: Reader<{
  document_id: string
  series_id: string | null
  holdings: FundHolding[]
}> = {
  name: 'fund_holdings',
  version: '1.0.0',
  applies: (formType) => PORTFOLIO.test(formType),
  read(filing) {
    const form = formOf(filing)
    if (!form) return null
    const { report, holdings } = readPortfolio(form.root)
    return holdings.length === 0
      ? null
      : { document_id: form.document_id, series_id: report.series[0]?.series_id ?? null, holdings }
  },
  store: insertFundHoldings,
}

/** The matters voted on. */
export const proxyVoteReader: Reader<{ document_id: string; votes: ProxyVote[] }> = {
  name: 'proxy_votes',
  version: '1.0.0',
  applies: (formType) => VOTES.test(formType),
  read(filing) {
    const table = voteTableOf(filing)
    return table && table.votes.length > 0 ? table : null
  },
  store: insertProxyVotes,
}

function reportOf(root: FormElement, filing: FilingUnderRead): FundReport {
  const form = text(root, 'headerData/submissionType') ?? filing.form_type
  if (PORTFOLIO.test(form)) return readPortfolio(root).report
  if (CENSUS.test(form)) return readCensus(root)
  if (VOTES.test(form)) return readVotingReport(root, voteTableOf(filing)?.votes.length ?? 0)
  if (FEES.test(form)) return readFeeNotice(root)
  throw new ReaderError('not_a_fund_report', `the document is of type "${form}"`)
}

/** The form itself; null for one of the time before it was filed as XML. */
function formOf(filing: FilingUnderRead): { root: FormElement; document_id: string } | null {
  const { documents, form_type, main } = filing
  const xml = documents.find(({ kind, document }) => kind === 'xml' && document.document_type === form_type)
  const form = xml ?? (main?.kind === 'xml' ? main : undefined)
  return form ? { root: readForm(form.content), document_id: form.document_id } : null
}

function voteTableOf({ documents }: FilingUnderRead): { document_id: string; votes: ProxyVote[] } | null {
  const table = documents.find(
    ({ kind, document }) => kind === 'xml' && /VOTE TABLE|VOTING RECORD/i.test(document.document_type),
  )
  return table ? { document_id: table.document_id, votes: readVoteTable(readForm(table.content)) } : null
}
