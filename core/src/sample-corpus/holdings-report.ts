import type { FormFiling } from './company.ts'
import { xml } from './ownership-report.ts'

export interface SampleHolding {
  issuer: string
  title_of_class: string
  cusip: string
  /** Whole US dollars. */
  value: number
  shares: number
  put_call?: 'Put' | 'Call'
  manager?: string
}

export interface SampleHoldingsReport {
  form: '13F-HR' | '13F-HR/A'
  accepted: string
  period: string
  amendment?: { number: number; type: 'RESTATEMENT' | 'NEW HOLDINGS' }
  manager: {
    cik: string
    name: string
    street: string
    city: string
    state: string
    zip: string
    file_number: string
  }
  signer: { name: string; title: string; phone: string }
  included_manager: { name: string; file_number: string }
  confidential_omitted: boolean
  holdings: SampleHolding[]
}

/** A Form 13F-HR: cover and summary page, and the information table (EDGAR Form 13F XML technical specification). */
export function holdingsReport(report: SampleHoldingsReport): FormFiling {
  const { form, accepted, period } = report
  return {
    form,
    accepted,
    period,
    documents: [
      { type: form, file_name: 'primary_doc.xml', description: null, content: cover(report), wrapper: 'XML' },
      {
        type: 'INFORMATION TABLE',
        file_name: 'informationtable.xml',
        description: null,
        content: table(report.holdings),
        wrapper: 'XML',
      },
    ],
  }
}

function cover(report: SampleHoldingsReport): string {
  const { form, manager, signer, amendment, holdings, included_manager } = report
  const period = `${report.period.slice(5)}-${report.period.slice(0, 4)}`
  const total = holdings.reduce((sum, { value }) => sum + value, 0)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<edgarSubmission xmlns="http://www.sec.gov/edgar/thirteenffiler" xmlns:com="http://www.sec.gov/edgar/common">',
    '  <schemaVersion>X0202</schemaVersion>',
    '  <headerData>',
    `    <submissionType>${form}</submissionType>`,
    `    <filerInfo><liveTestFlag>LIVE</liveTestFlag><filer><credentials><cik>${manager.cik}</cik><ccc>XXXXXXXX</ccc></credentials></filer><periodOfReport>${period}</periodOfReport></filerInfo>`,
    '  </headerData>',
    '  <formData>',
    '    <coverPage>',
    `      <reportCalendarOrQuarter>${period}</reportCalendarOrQuarter>`,
    `      <isAmendment>${amendment !== undefined}</isAmendment>`,
    ...(amendment
      ? [
          `      <amendmentNo>${amendment.number}</amendmentNo>`,
          `      <amendmentInfo><amendmentType>${amendment.type}</amendmentType></amendmentInfo>`,
        ]
      : []),
    '      <filingManager>',
    `        <name>${xml(manager.name)}</name>`,
    `        <address><com:street1>${manager.street}</com:street1><com:city>${manager.city}</com:city><com:stateOrCountry>${manager.state}</com:stateOrCountry><com:zipCode>${manager.zip}</com:zipCode></address>`,
    '      </filingManager>',
    '      <reportType>13F HOLDINGS REPORT</reportType>',
    `      <form13FFileNumber>${manager.file_number}</form13FFileNumber>`,
    '      <provideInfoForInstruction5>N</provideInfoForInstruction5>',
    '    </coverPage>',
    '    <signatureBlock>',
    `      <name>${signer.name}</name><title>${signer.title}</title><phone>${signer.phone}</phone><signature>/s/ ${signer.name}</signature><city>${manager.city}</city><stateOrCountry>${manager.state}</stateOrCountry><signatureDate>${report.accepted.slice(5, 10)}-${report.accepted.slice(0, 4)}</signatureDate>`,
    '    </signatureBlock>',
    '    <summaryPage>',
    '      <otherIncludedManagersCount>1</otherIncludedManagersCount>',
    `      <tableEntryTotal>${holdings.length}</tableEntryTotal>`,
    `      <tableValueTotal>${total}</tableValueTotal>`,
    `      <isConfidentialOmitted>${report.confidential_omitted}</isConfidentialOmitted>`,
    `      <otherManagers2Info><otherManager2><sequenceNumber>1</sequenceNumber><otherManager><form13FFileNumber>${included_manager.file_number}</form13FFileNumber><name>${xml(included_manager.name)}</name></otherManager></otherManager2></otherManagers2Info>`,
    '    </summaryPage>',
    '  </formData>',
    '</edgarSubmission>',
  ].join('\n')
}

function table(holdings: SampleHolding[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<ns1:informationTable xmlns:ns1="http://www.sec.gov/edgar/document/thirteenf/informationtable">',
    ...holdings.map((holding) =>
      [
        '  <ns1:infoTable>',
        `    <ns1:nameOfIssuer>${xml(holding.issuer)}</ns1:nameOfIssuer>`,
        `    <ns1:titleOfClass>${xml(holding.title_of_class)}</ns1:titleOfClass>`,
        `    <ns1:cusip>${holding.cusip}</ns1:cusip>`,
        `    <ns1:value>${holding.value}</ns1:value>`,
        `    <ns1:shrsOrPrnAmt><ns1:sshPrnamt>${holding.shares}</ns1:sshPrnamt><ns1:sshPrnamtType>SH</ns1:sshPrnamtType></ns1:shrsOrPrnAmt>`,
        ...(holding.put_call ? [`    <ns1:putCall>${holding.put_call}</ns1:putCall>`] : []),
        `    <ns1:investmentDiscretion>${holding.manager ? 'DFND' : 'SOLE'}</ns1:investmentDiscretion>`,
        ...(holding.manager ? [`    <ns1:otherManager>${holding.manager}</ns1:otherManager>`] : []),
        `    <ns1:votingAuthority><ns1:Sole>${holding.shares}</ns1:Sole><ns1:Shared>0</ns1:Shared><ns1:None>0</ns1:None></ns1:votingAuthority>`,
        '  </ns1:infoTable>',
      ].join('\n'),
    ),
    '</ns1:informationTable>',
  ].join('\n')
}
