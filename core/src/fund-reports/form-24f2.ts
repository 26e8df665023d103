import type { FormElement } from '../form-xml/form-xml.ts'
import { all, cikOf, day, flag, numberOf, one, text, texts } from '../form-xml/values.ts'
import { addressOf } from '../offerings/address.ts'
import { ReaderError } from '../readers/reader.ts'
import { blankFundReport } from './blank-report.ts'
import type { FundReport, RegistrationFee } from './fund-report.ts'

/** A notice of securities sold under Rule 24f-2 (17 CFR 274.24), filed as XML since 2022; one block for each issuer. */
export function readFeeNotice(root: FormElement): FundReport {
  const blocks = all(root, 'formData/annualFilings/annualFilingInfo')
  const [first] = blocks
  if (!first) throw new ReaderError('not_a_fee_notice', 'no annualFilingInfo')
  const address = addressOf(one(first, 'item1/addressOfIssuer'))
  return {
    ...blankFundReport(text(root, 'headerData/submissionType') ?? '24F-2NT', 'registration_fee'),
    registrant_name: text(first, 'item1/nameOfIssuer'),
    registrant_cik: cikOf(text(root, 'headerData/filerInfo/filer/issuerCredentials/cik')),
    file_number: text(first, 'item3/investmentCompActFileNo'),
    address: { ...address, state_or_country: text(first, 'item1/addressOfIssuer/state') },
    series: blocks.flatMap(seriesOf),
    period_of_report: day(first, 'item4/lastDayOfFiscalYear'),
    fiscal_year_end: day(first, 'item4/lastDayOfFiscalYear'),
    is_final: flag(first, 'item4/isThisTheLastTimeIssuerFilingThisForm'),
    registration_fees: blocks.map(feeOf),
  }
}

function seriesOf(block: FormElement): FundReport['series'] {
  return all(block, 'item2/reportSeriesClass/rptSeriesClassInfo').map((series) => ({
    series_id: text(series, 'seriesId'),
    name: text(series, 'seriesName'),
    lei: null,
    class_ids: texts(series, 'classInfo/classId'),
  }))
}

function feeOf(block: FormElement): RegistrationFee {
  const item = one(block, 'item5')
  return {
    issuer_name: text(block, 'item1/nameOfIssuer'),
    series_ids: seriesOf(block).flatMap(({ series_id }) => series_id ?? []),
    sales: amount(item, 'aggregateSalePriceOfSecuritiesSold'),
    redemptions: amount(item, 'aggregatePriceOfSecuritiesRedeemedOrRepurchasedInFiscalYear'),
    net_sales: amount(item, 'netSales'),
    fee_rate: amount(item, 'multiplierForDeterminingRegistrationFee'),
    fee_due: amount(item, 'registrationFeeDue'),
    total_due: amount(block, 'item7/totalOfRegistrationFeePlusAnyInterestDue'),
  }
}

/** Amounts in brackets are negative. */
function amount(element: FormElement | undefined, path: string): number | null {
  const written = text(element, path)
  const bracketed = /^\((.+)\)$/.exec(written ?? '')?.[1]
  return numberOf(bracketed === undefined ? written : `-${bracketed}`)
}
