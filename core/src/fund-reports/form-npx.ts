import type { FormElement } from '../form-xml/form-xml.ts'
import { all, cikOf, day, dayOf, given, number, one, text, texts } from '../form-xml/values.ts'
import { cusipOf } from '../holdings/cusip.ts'
import { addressOf } from '../offerings/address.ts'
import { ReaderError } from '../readers/reader.ts'
import { blankFundReport } from './blank-report.ts'
import type { FundReport, ProxyVote } from './fund-report.ts'

/** The year a report on votes covers ends on June 30 (Rule 30b1-4). */
const YEAR_END = '-06-30'

/** Cover page of Form N-PX (17 CFR 249.326, 274.129), filed as XML since 2024. */
export function readVotingReport(root: FormElement, votes_count: number): FundReport {
  const form = one(root, 'formData')
  const cover = one(form, 'coverPage')
  if (!cover) throw new ReaderError('not_a_voting_report', 'no coverPage')
  const year = text(cover, 'reportCalendarYear')
  return {
    ...blankFundReport(text(root, 'headerData/submissionType') ?? 'N-PX', 'votes'),
    registrant_name: text(cover, 'reportingPerson/name'),
    registrant_cik: cikOf(text(root, 'headerData/filerInfo/filer/issuerCredentials/cik')),
    registrant_lei: given(text(cover, 'leiNumber')),
    file_number: text(cover, 'fileNumber'),
    address: addressOf(one(cover, 'reportingPerson/address')),
    series: all(form, 'seriesPage/seriesDetails/seriesReports').map((series) => ({
      series_id: given(text(series, 'idOfSeries')),
      name: text(series, 'nameOfSeries'),
      lei: given(text(series, 'leiOfSeries')),
      class_ids: [],
    })),
    period_of_report:
      day(root, 'headerData/filerInfo/periodOfReport') ??
      (year && /^\d{4}$/.test(year) ? dayOf(`${year}${YEAR_END}`) : null),
    votes: { report_type: text(cover, 'reportInfo/reportType'), votes_count },
  }
}

/** The matters of a vote table, one element each. */
export function readVoteTable(root: FormElement): ProxyVote[] {
  return all(root, 'proxyTable').map((matter, index) => ({
    position: index + 1,
    issuer_name: text(matter, 'issuerName'),
    cusip: cusipOf(text(matter, 'cusip') ?? ''),
    isin: given(text(matter, 'isin')),
    figi: given(text(matter, 'figi')),
    meeting_date: day(matter, 'meetingDate'),
    description: text(matter, 'voteDescription'),
    categories: texts(matter, 'voteCategories/voteCategory/categoryType'),
    proposed_by: text(matter, 'voteSource'),
    shares_voted: number(matter, 'sharesVoted'),
    shares_on_loan: number(matter, 'sharesOnLoan'),
    votes: all(matter, 'vote/voteRecord').map((record) => ({
      how_voted: text(record, 'howVoted'),
      shares: number(record, 'sharesVoted'),
      management_recommendation: text(record, 'managementRecommendation'),
    })),
    series_id: given(text(matter, 'voteSeries')),
    managers: texts(matter, 'voteManager/otherManagers/otherManager'),
  }))
}
