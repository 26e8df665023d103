import type { Company } from './company.ts'

/** A person or firm that reports on a company's stock. */
export interface Owner {
  cik: string
  name: string
  conformed_name: string
  street: string
  city: string
  state: string
  zip: string
  phone: string
}

/** An invented CUSIP number: no issuer has numbers that begin with 9Z. */
const CUSIP_STEM = '9Z'

export function cusipOf(company: Company): string {
  return `${CUSIP_STEM}${company.cik.slice(-4)}109`.slice(0, 9)
}

/** A Form 144 in XML. */
export function proposedSale(
  company: Company,
  notice: {
    seller: Owner
    relationship: string
    units: number
    market_value: string
    outstanding: number
    sale_date: string
    acquired: { date: string; nature: string; from: string; payment: string }
    sold: { date: string; units: number; proceeds: string } | null
    plan_date: string | null
    notice_date: string
    remarks: string
  },
): string {
  const { seller, acquired, sold } = notice
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<edgarSubmission xmlns="http://www.sec.gov/edgar/ownership" xmlns:com="http://www.sec.gov/edgar/common">',
    ...header('144', seller.cik),
    '  <formData>',
    '    <issuerInfo>',
    `      <issuerCik>${company.cik}</issuerCik>`,
    `      <issuerName>${xml(company.legal_name)}</issuerName>`,
    `      <secFileNumber>${company.file_number}</secFileNumber>`,
    `      <issuerAddress>${companyAddress(company)}</issuerAddress>`,
    `      <issuerContactPhone>${company.phone}</issuerContactPhone>`,
    `      <nameOfPersonForWhoseAccountTheSecuritiesAreToBeSold>${xml(seller.name)}</nameOfPersonForWhoseAccountTheSecuritiesAreToBeSold>`,
    `      <relationshipsToIssuer><relationshipToIssuer>${notice.relationship}</relationshipToIssuer></relationshipsToIssuer>`,
    '    </issuerInfo>',
    '    <securitiesInformation>',
    '      <securitiesClassTitle>Common</securitiesClassTitle>',
    `      <brokerOrMarketmakerDetails><name>Penmarrow Brokerage LLC</name><address><com:street1>9 Chandlery Court</com:street1><com:city>Saltmere</com:city><com:stateOrCountry>MA</com:stateOrCountry><com:zipCode>02999</com:zipCode></address></brokerOrMarketmakerDetails>`,
    `      <noOfUnitsSold>${notice.units}</noOfUnitsSold>`,
    `      <aggregateMarketValue>${notice.market_value}</aggregateMarketValue>`,
    `      <noOfUnitsOutstanding>${notice.outstanding}</noOfUnitsOutstanding>`,
    `      <approxSaleDate>${slashed(notice.sale_date)}</approxSaleDate>`,
    `      <securitiesExchangeName>${company.exchange.toUpperCase()}</securitiesExchangeName>`,
    '    </securitiesInformation>',
    '    <securitiesToBeSold>',
    '      <securitiesClassTitle>Common</securitiesClassTitle>',
    `      <acquiredDate>${slashed(acquired.date)}</acquiredDate>`,
    `      <natureOfAcquisitionTransaction>${acquired.nature}</natureOfAcquisitionTransaction>`,
    `      <nameOfPersonfromWhomAcquired>${acquired.from}</nameOfPersonfromWhomAcquired>`,
    '      <isGiftTransaction>N</isGiftTransaction>',
    `      <amountOfSecuritiesAcquired>${notice.units}</amountOfSecuritiesAcquired>`,
    `      <paymentDate>${slashed(acquired.date)}</paymentDate>`,
    `      <natureOfPayment>${acquired.payment}</natureOfPayment>`,
    '    </securitiesToBeSold>',
    `    <nothingToReportFlagOnSecuritiesSoldInPast3Months>${sold ? 'N' : 'Y'}</nothingToReportFlagOnSecuritiesSoldInPast3Months>`,
    ...(sold
      ? [
          '    <securitiesSoldInPast3Months>',
          `      <sellerDetails><name>${xml(seller.name)}</name><address>${address(seller)}</address></sellerDetails>`,
          '      <securitiesClassTitle>Common</securitiesClassTitle>',
          `      <saleDate>${slashed(sold.date)}</saleDate>`,
          `      <amountOfSecuritiesSold>${sold.units}</amountOfSecuritiesSold>`,
          `      <grossProceeds>${sold.proceeds}</grossProceeds>`,
          '    </securitiesSoldInPast3Months>',
        ]
      : []),
    `    <remarks>${xml(notice.remarks)}</remarks>`,
    '    <noticeSignature>',
    `      <noticeDate>${slashed(notice.notice_date)}</noticeDate>`,
    ...(notice.plan_date
      ? [
          `      <planAdoptionDates><planAdoptionDate>${slashed(notice.plan_date)}</planAdoptionDate></planAdoptionDates>`,
        ]
      : []),
    `      <signature>/s/ ${xml(seller.name)}</signature>`,
    '    </noticeSignature>',
    '  </formData>',
    '</edgarSubmission>',
  ].join('\n')
}

export interface SamplePerson {
  name: string
  cik: string | null
  funds: string
  citizenship: string
  sole: number
  shared: number
  percent: string
  type: string
}

/** A Schedule 13D, or an amendment of one, in XML. */
export function schedule13d(
  company: Company,
  schedule: {
    filer: Owner
    amendment: { number: number; previous: string } | null
    event_date: string
    signed: string
    persons: SamplePerson[]
    items: Record<string, string>
  },
): string {
  const { filer, amendment, persons, items } = schedule
  const type = amendment ? 'SCHEDULE 13D/A' : 'SCHEDULE 13D'
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<edgarSubmission xmlns="http://www.sec.gov/edgar/schedule13D" xmlns:com="http://www.sec.gov/edgar/common">',
    ...header(type, filer.cik, amendment?.previous),
    '  <formData>',
    '    <coverPageHeader>',
    ...(amendment ? [`      <amendmentNo>${amendment.number}</amendmentNo>`] : []),
    `      <securitiesClassTitle>${company.common_stock}, par value ${company.par_value} per share</securitiesClassTitle>`,
    `      <dateOfEvent>${slashed(schedule.event_date)}</dateOfEvent>`,
    '      <previouslyFiledFlag>true</previouslyFiledFlag>',
    '      <issuerInfo>',
    `        <issuerCIK>${company.cik}</issuerCIK>`,
    `        <issuerCusips><issuerCusipNumber>${cusipOf(company)}</issuerCusipNumber></issuerCusips>`,
    `        <issuerName>${xml(company.legal_name)}</issuerName>`,
    `        <address>${companyAddress(company)}</address>`,
    '      </issuerInfo>',
    `      <authorizedPersons><notificationInfo><personName>${xml(filer.name)}</personName><personPhoneNum>${filer.phone}</personPhoneNum><personAddress>${address(filer)}</personAddress></notificationInfo></authorizedPersons>`,
    '    </coverPageHeader>',
    '    <reportingPersons>',
    ...persons.map((person) =>
      [
        '      <reportingPersonInfo>',
        ...(person.cik ? [`        <reportingPersonCIK>${person.cik}</reportingPersonCIK>`] : []),
        `        <reportingPersonNoCIK>${person.cik ? 'N' : 'Y'}</reportingPersonNoCIK>`,
        `        <reportingPersonName>${xml(person.name)}</reportingPersonName>`,
        '        <memberOfGroup>a</memberOfGroup>',
        `        <fundType>${person.funds}</fundType>`,
        '        <legalProceedings>N</legalProceedings>',
        `        <citizenshipOrOrganization>${person.citizenship}</citizenshipOrOrganization>`,
        `        <soleVotingPower>${person.sole}.00</soleVotingPower>`,
        `        <sharedVotingPower>${person.shared}.00</sharedVotingPower>`,
        `        <soleDispositivePower>${person.sole}.00</soleDispositivePower>`,
        `        <sharedDispositivePower>${person.shared}.00</sharedDispositivePower>`,
        `        <aggregateAmountOwned>${person.sole + person.shared}.00</aggregateAmountOwned>`,
        '        <isAggregateExcludeShares>N</isAggregateExcludeShares>',
        `        <percentOfClass>${person.percent}</percentOfClass>`,
        `        <typeOfReportingPerson>${person.type}</typeOfReportingPerson>`,
        '      </reportingPersonInfo>',
      ].join('\n'),
    ),
    '    </reportingPersons>',
    '    <items1To7>',
    `      <item1><securityTitle>${company.common_stock}</securityTitle><issuerName>${xml(company.legal_name)}</issuerName></item1>`,
    ...Object.entries(items).map(
      ([number, text]) => `      <item${number}>${itemText(number, text)}</item${number}>`,
    ),
    '    </items1To7>',
    '    <signatureInfo>',
    ...persons.map(
      ({ name }) =>
        `      <signaturePerson><signatureReportingPerson>${xml(name)}</signatureReportingPerson><signatureDetails><signature>/s/ Leontyne Marsh-Ware</signature><title>Managing Member</title><date>${slashed(schedule.signed)}</date></signatureDetails></signaturePerson>`,
    ),
    '    </signatureInfo>',
    '  </formData>',
    '</edgarSubmission>',
  ].join('\n')
}

/** The element of an item's text in the schema. */
const ITEM_ELEMENTS: Record<string, string> = {
  3: 'fundsSource',
  4: 'transactionPurpose',
  5: 'percentageOfClassSecurities',
  6: 'contractDescription',
}

function itemText(number: string, text: string): string {
  const element = ITEM_ELEMENTS[number]
  if (!element) throw new Error(`no element for item ${number}`)
  return `<${element}>${xml(text)}</${element}>`
}

const RULE = '_'.repeat(72)

/** A Schedule 13G as it was typed before December 2024. */
export function typedSchedule13g(
  company: Company,
  schedule: {
    filer: Owner
    event_date: string
    signed: string
    sole: number
    shared: number
    percent: string
  },
): string {
  const { filer, sole, shared } = schedule
  const total = grouped(sole + shared)
  const { address: place } = company
  return [
    centred('UNITED STATES'),
    centred('SECURITIES AND EXCHANGE COMMISSION'),
    centred('Washington, D.C. 20549'),
    '',
    centred('SCHEDULE 13G'),
    '',
    centred('Under the Securities Exchange Act of 1934'),
    centred('(Amendment No. )*'),
    '',
    centred(company.legal_name),
    RULE,
    centred('(Name of Issuer)'),
    '',
    centred(`${company.common_stock}, par value ${company.par_value} per share`),
    RULE,
    centred('(Title of Class of Securities)'),
    '',
    centred(cusipOf(company)),
    RULE,
    centred('(CUSIP Number)'),
    '',
    centred(schedule.event_date),
    RULE,
    centred('(Date of Event Which Requires Filing of this Statement)'),
    '',
    'Check the appropriate box to designate the rule pursuant to which this',
    'Schedule is filed:',
    '[X] Rule 13d-1(b)',
    '[ ] Rule 13d-1(c)',
    '[ ] Rule 13d-1(d)',
    '',
    `CUSIP No. ${cusipOf(company)}`,
    RULE,
    ' 1.  NAMES OF REPORTING PERSONS',
    '     I.R.S. IDENTIFICATION NOS. OF ABOVE PERSONS (ENTITIES ONLY)',
    '',
    `     ${filer.name}`,
    RULE,
    ' 2.  CHECK THE APPROPRIATE BOX IF A MEMBER OF A GROUP',
    '     (a) [ ]',
    '     (b) [X]',
    RULE,
    ' 3.  SEC USE ONLY',
    RULE,
    ' 4.  CITIZENSHIP OR PLACE OF ORGANIZATION',
    '     Delaware',
    RULE,
    ' NUMBER OF       5.  SOLE VOTING POWER',
    `  SHARES             ${grouped(sole)}`,
    `BENEFICIALLY     6.  SHARED VOTING POWER`,
    ` OWNED BY            ${shared === 0 ? 'None' : grouped(shared)}`,
    '   EACH          7.  SOLE DISPOSITIVE POWER',
    ` REPORTING           ${grouped(sole)}`,
    '  PERSON         8.  SHARED DISPOSITIVE POWER',
    `   WITH              ${shared === 0 ? 'None' : grouped(shared)}`,
    RULE,
    ' 9.  AGGREGATE AMOUNT BENEFICIALLY OWNED BY EACH REPORTING PERSON',
    `     ${total}`,
    RULE,
    '10.  CHECK BOX IF THE AGGREGATE AMOUNT IN ROW (9) EXCLUDES CERTAIN SHARES [ ]',
    RULE,
    '11.  PERCENT OF CLASS REPRESENTED BY AMOUNT IN ROW (9)',
    `     ${schedule.percent}%`,
    RULE,
    '12.  TYPE OF REPORTING PERSON',
    '     IA',
    RULE,
    '',
    'Item 1(a).  Name of Issuer:',
    `            ${company.legal_name}`,
    '',
    "Item 1(b).  Address of Issuer's Principal Executive Offices:",
    `            ${place.street}`,
    `            ${place.city}, ${place.state} ${place.zip}`,
    '',
    'Item 2(a).  Name of Person Filing:',
    `            ${filer.name}`,
    '',
    'Item 2(b).  Address of Principal Business Office:',
    `            ${filer.street}, ${filer.city}, ${filer.state} ${filer.zip}`,
    '',
    'Item 2(c).  Citizenship:',
    '            Delaware',
    '',
    'Item 4.     Ownership.',
    `            (a) Amount beneficially owned: ${total}`,
    `            (b) Percent of class: ${schedule.percent}%`,
    '',
    'Item 10.    Certification.',
    '            The securities were acquired in the ordinary course of business and not to',
    '            change or influence the control of the issuer.',
    '',
    centred('SIGNATURE'),
    '',
    `Date: ${schedule.signed}`,
    '',
    filer.name,
    'By: /s/ Leontyne Marsh-Ware, Managing Member',
  ].join('\n')
}

function header(type: string, cik: string, previous?: string): string[] {
  return [
    '  <headerData>',
    `    <submissionType>${type}</submissionType>`,
    ...(previous ? [`    <previousAccessionNumber>${previous}</previousAccessionNumber>`] : []),
    `    <filerInfo><filer><filerCredentials><cik>${cik}</cik><ccc>XXXXXXXX</ccc></filerCredentials></filer><liveTestFlag>LIVE</liveTestFlag></filerInfo>`,
    '  </headerData>',
  ]
}

function companyAddress({ address: place }: Company): string {
  return address({ street: place.street, city: place.city, state: place.state, zip: place.zip })
}

function address(place: Pick<Owner, 'street' | 'city' | 'state' | 'zip'>): string {
  return `<com:street1>${xml(place.street)}</com:street1><com:city>${xml(place.city)}</com:city><com:stateOrCountry>${place.state}</com:stateOrCountry><com:zipCode>${place.zip}</com:zipCode>`
}

function slashed(date: string): string {
  const [year, month, day] = date.split('-')
  return `${month}/${day}/${year}`
}

function centred(text: string): string {
  return ' '.repeat(Math.max(0, Math.floor((RULE.length - text.length) / 2))) + text
}

function grouped(amount: number): string {
  return amount.toLocaleString('en-US')
}

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
