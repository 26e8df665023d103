import type { BeneficialOwnershipReport } from '../../beneficial-ownership/beneficial-ownership.ts'
import type { OwnershipDocument, OwnershipRow } from '../../insider-transactions/ownership-document.ts'
import type { ProposedSaleNotice } from '../../proposed-sales/proposed-sale.ts'
import { type Comparison, compared } from '../check.ts'
import type { Corpus } from '../corpus.ts'
import { type Likeness, likeLiteral } from './ownership-literals.ts'
import { isOwnershipFile, type OwnershipReading, ownershipReading } from './ownership-readings.ts'

/** A field of theirs by its path in their answer, and ours. */
type Field = [path: string, ours: unknown, likeness?: Likeness]

const ANSWERS = ['insider-trading', 'form-144', 'form-13d-13g']

/** The answers of sec-api's tools about filings that the corpus holds, field by field; what they leave out is no case. */
export function* secApiComparisons(corpus: Corpus): Iterable<Comparison> {
  const files = new Map(
    corpus.files.filter(isOwnershipFile).map((file) => [file.accession_number, file] as const),
  )
  for (const path of corpus.expected('sec-api')) {
    if (!ANSWERS.some((name) => path.endsWith(`/${name}.json`))) continue
    for (const filing of filingsOf(JSON.parse(corpus.bytes(path).toString('utf8')))) {
      const file = files.get(String(at(filing, 'accessionNo')))
      if (!file) continue
      for (const [name, ours, likeness = 'same'] of fieldsOf(ownershipReading(corpus, file), filing)) {
        const theirs = at(filing, name)
        if (theirs === undefined) continue
        const written = Array.isArray(theirs) ? theirs.join(', ') : String(theirs)
        const agreed = likeLiteral({ value: ours, likeness }, written)
        yield { ...compared(`${file.path} sec-api: ${name}`, ours, written), agreed }
      }
    }
  }
}

/** A value of JSON by a path such as `owners.0.name`. */
function at(json: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], json)
}

/** The filings of an answer, under whatever name the tool gives the list. */
function filingsOf(answer: unknown): unknown[] {
  const lists = ['data.filings', 'data.transactions', 'data.data'].map((path) => at(answer, path))
  return lists.flatMap((list) => (Array.isArray(list) ? list : []))
}

function indexesOf(filing: unknown, path: string): number[] {
  const list = at(filing, path)
  return Array.isArray(list) ? [...list.keys()] : []
}

function fieldsOf(reading: OwnershipReading, filing: unknown): Field[] {
  switch (reading.kind) {
    case 'insider':
      return insiderFields(reading.document, filing)
    case 'notice':
      return noticeFields(reading.notice, filing)
    case 'schedule':
      return scheduleFields(reading.report, filing)
  }
}

const TABLES = [
  ['non_derivative', 'nonDerivativeTable'],
  ['derivative', 'derivativeTable'],
] as const
const KINDS = [
  ['transaction', 'transactions'],
  ['holding', 'holdings'],
] as const

function insiderFields(form: OwnershipDocument, filing: unknown): Field[] {
  const [owner] = form.owners
  return [
    ['schemaVersion', form.schema_version],
    ['documentType', form.document_type],
    ['periodOfReport', form.period_of_report],
    ['issuer.cik', form.issuer_cik, 'cik'],
    ['issuer.name', form.issuer_name],
    ['reportingOwner.cik', owner?.owner_cik, 'cik'],
    ['reportingOwner.name', owner?.owner_name],
    ['reportingOwner.relationship.officerTitle', owner?.officer_title],
    ...TABLES.flatMap(([table, theirTable]) =>
      KINDS.flatMap(([kind, theirKind]) => {
        const rows = form.rows.filter((row) => row.table === table && row.row_kind === kind)
        const path = `${theirTable}.${theirKind}`
        const count: Field[] = rows.length > 0 ? [[`${path}.length`, rows.length]] : []
        return [
          ...count,
          ...indexesOf(filing, path).flatMap((index) => rowFields(`${path}.${index}`, rows[index])),
        ]
      }),
    ),
  ]
}

function rowFields(path: string, row: OwnershipRow | undefined): Field[] {
  return [
    [`${path}.securityTitle`, row?.security_title],
    [`${path}.transactionDate`, row?.transaction_date],
    [`${path}.coding.code`, row?.transaction_code],
    [`${path}.amounts.shares`, row?.shares],
    [`${path}.amounts.pricePerShare`, row?.price_per_share],
    [`${path}.amounts.acquiredDisposedCode`, row?.acquired_disposed],
    [`${path}.postTransactionAmounts.sharesOwnedFollowingTransaction`, row?.shares_owned_following],
    [`${path}.ownershipNature.directOrIndirectOwnership`, row?.direct_or_indirect],
    [`${path}.underlyingSecurity.title`, row?.underlying_security_title],
    [`${path}.underlyingSecurity.shares`, row?.underlying_shares],
  ]
}

function noticeFields(notice: ProposedSaleNotice, filing: unknown): Field[] {
  const { securities, acquisitions, sold_in_past_3_months } = notice
  return [
    ['issuerInfo.issuerCik', notice.issuer_cik, 'cik'],
    ['issuerInfo.issuerName', notice.issuer_name],
    ['issuerInfo.nameOfPersonForWhoseAccountTheSecuritiesAreToBeSold', notice.seller_name],
    ['noticeSignature.noticeDate', notice.notice_date],
    ['noticeSignature.signature', notice.signature],
    ...indexesOf(filing, 'securitiesInformation').flatMap((index): Field[] => [
      [`securitiesInformation.${index}.securitiesClassTitle`, securities[index]?.security_title],
      [`securitiesInformation.${index}.numberOfUnitsToBeSold`, securities[index]?.units_to_be_sold],
      [`securitiesInformation.${index}.aggregateMarketValue`, securities[index]?.aggregate_market_value],
      [`securitiesInformation.${index}.noOfUnitsOutstanding`, securities[index]?.units_outstanding],
      [`securitiesInformation.${index}.approxSaleDate`, securities[index]?.approximate_sale_date],
      [`securitiesInformation.${index}.securitiesExchangeName`, securities[index]?.exchange],
      [`securitiesInformation.${index}.brokerOrMarketMakerDetails.name`, securities[index]?.broker_name],
    ]),
    ...indexesOf(filing, 'securitiesToBeSold').flatMap((index): Field[] => [
      [`securitiesToBeSold.${index}.acquiredDate`, acquisitions[index]?.acquired_date],
      [`securitiesToBeSold.${index}.amountOfSecuritiesAcquired`, acquisitions[index]?.amount_acquired],
      [`securitiesToBeSold.${index}.natureOfPayment`, acquisitions[index]?.nature_of_payment],
    ]),
    ...indexesOf(filing, 'securitiesSoldInPast3Months').flatMap((index): Field[] => [
      [`securitiesSoldInPast3Months.${index}.saleDate`, sold_in_past_3_months[index]?.sale_date],
      [
        `securitiesSoldInPast3Months.${index}.amountOfSecuritiesSold`,
        sold_in_past_3_months[index]?.amount_sold,
      ],
      [`securitiesSoldInPast3Months.${index}.grossProceeds`, sold_in_past_3_months[index]?.gross_proceeds],
    ]),
  ]
}

function scheduleFields(report: BeneficialOwnershipReport, filing: unknown): Field[] {
  return [
    ['nameOfIssuer', report.issuer_name],
    ['titleOfSecurities', report.security_title],
    ['cusip', report.cusips.join(', '), 'characters'],
    ['eventDate', report.event_date],
    ['owners.length', report.reporting_persons.length],
    ...indexesOf(filing, 'owners').flatMap((index): Field[] => {
      const person = report.reporting_persons[index]
      const path = `owners.${index}`
      return [
        [`${path}.name`, person?.name],
        [`${path}.place`, person?.citizenship],
        [`${path}.sourceOfFunds`, person?.source_of_funds.join(', ')],
        [`${path}.soleVotingPower`, person?.sole_voting_power],
        [`${path}.sharedVotingPower`, person?.shared_voting_power],
        [`${path}.soleDispositivePower`, person?.sole_dispositive_power],
        [`${path}.sharedDispositivePower`, person?.shared_dispositive_power],
        [`${path}.aggregateAmountOwned`, person?.aggregate_amount],
        [`${path}.amountAsPercent`, person?.percent_of_class],
        [`${path}.typeOfReportingPerson`, person?.person_types.join(', ')],
      ]
    }),
  ]
}
