import { describe, expect, test } from 'vitest'
import { canonicalText } from '../documents/canonical-text.ts'
import { readProspectus } from './prospectus.ts'
import { isStructuredOffering, readStructuredOffering } from './structured-offering.ts'

const read = (xml: string) => readStructuredOffering(Buffer.from(`<?xml version="1.0"?>${xml}`))

describe('a Form D', () => {
  const notice = (more: string) =>
    read(`<edgarSubmission><submissionType>D</submissionType><primaryIssuer><cik>9990003</cik><entityName>Oakmere LLC</entityName>
      ${more}</primaryIssuer><offeringData><offeringSalesAmounts><totalOfferingAmount>Indefinite</totalOfferingAmount>
      <totalAmountSold>10</totalAmountSold></offeringSalesAmounts><salesCompensationList><recipient><recipientName>None</recipientName>
      <statesOfSolicitationList><value>All States</value></statesOfSolicitationList></recipient></salesCompensationList></offeringData></edgarSubmission>`)

  test('with an indefinite amount has none, and says so', () => {
    expect(notice('')).toMatchObject({ total_amount: null, total_amount_indefinite: true, amount_sold: 10 })
  })

  test('gives previous names in either spelling, and none for "None"', () => {
    const spelled = (names: string) =>
      notice(`<issuerPreviousNameList>${names}</issuerPreviousNameList>`).issuers[0]?.previous_names
    expect(spelled('<value>Alder LLC</value>')).toEqual(['Alder LLC'])
    expect(spelled('<previousName>Beech LLC</previousName>')).toEqual(['Beech LLC'])
    expect(spelled('<value>None</value>')).toEqual([])
  })

  test('takes "All States" as it is, and "None" for nobody', () => {
    expect(notice('').sales_compensation).toEqual([
      expect.objectContaining({ name: null, states: ['All States'] }),
    ])
  })
})

describe('a Form C', () => {
  const form = (type: string, body: string) =>
    read(`<edgarSubmission><headerData><submissionType>${type}</submissionType><filerInfo><filer><filerCredentials>
      <filerCik>9990003</filerCik></filerCredentials></filer></filerInfo></headerData><formData>${body}</formData></edgarSubmission>`)

  test('has target, maximum, portal and the figures of two years', () => {
    const offering = form(
      'C',
      `<issuerInformation><issuerInfo><nameOfIssuer>Oakmere LLC</nameOfIssuer><legalStatus><dateIncorporation>12-11-2023</dateIncorporation></legalStatus></issuerInfo>
       <companyName>Pellworth Portal</companyName><commissionCik>0000001</commissionCik></issuerInformation>
       <offeringInformation><securityOfferedType>Other</securityOfferedType><offeringAmount>50000.00</offeringAmount><maximumOfferingAmount>950000.00</maximumOfferingAmount>
       <overSubscriptionAccepted>Y</overSubscriptionAccepted><deadlineDate>12-31-2024</deadlineDate></offeringInformation>
       <annualReportDisclosureRequirements><netIncomeMostRecentFiscalYear>-12.50</netIncomeMostRecentFiscalYear><netIncomePriorFiscalYear>7</netIncomePriorFiscalYear></annualReportDisclosureRequirements>`,
    )
    expect(offering).toMatchObject({
      stage: 'offering_statement',
      target_amount: 50_000,
      maximum_amount: 950_000,
      deadline_on: '2024-12-31',
      intermediary: { name: 'Pellworth Portal', cik: '0000000001' },
      oversubscription: { accepted: true },
      issuers: [{ name: 'Oakmere LLC', cik: '0009990003', incorporated: '2023-12-11' }],
    })
    expect(offering.issuer_figures).toContainEqual({ name: 'net_income', most_recent: -12.5, prior: 7 })
  })

  test('is told from what follows it', () => {
    const stages = ['C/A', 'C-U', 'C-AR', 'C-TR', 'C-W', 'C/A-W'].map((type) => form(type, '').stage)
    expect(stages).toEqual([
      'offering_statement',
      'progress_update',
      'annual_report',
      'termination',
      'withdrawal',
      'withdrawal',
    ])
    expect(form('C/A', '').is_amendment).toBe(true)
  })
})

describe('a Form 1-A and its reports', () => {
  test('give amounts, tier and fees under one name each', () => {
    const statement =
      read(`<edgarSubmission><headerData><submissionType>1-A/A</submissionType></headerData><formData>
      <employeesInfo><issuerName>Oakmere Inc</issuerName><cik>9990003</cik></employeesInfo><summaryInfo><indicateTier1Tier2Offering>Tier2</indicateTier1Tier2Offering>
      <totalAggregateOffering>5000000.00</totalAggregateOffering><auditorServiceProviderName>Sage LLP</auditorServiceProviderName><auditorFees>25000</auditorFees></summaryInfo></formData></edgarSubmission>`)
    expect(statement).toMatchObject({
      offering_type: 'regulation_a',
      stage: 'offering_statement',
      tier: '2',
      total_amount: 5_000_000,
      fees: [{ kind: 'audit', paid_to: 'Sage LLP', amount: 25_000, is_estimate: true }],
    })
    const exit =
      read(`<edgarSubmission><headerData><submissionType>1-Z</submissionType></headerData><formData><item1><issuerName>Oakmere Inc</issuerName></item1>
      <summaryInfoOffering><offeringQualificationDate>10-19-2024</offeringQualificationDate><portionSecuritiesSoldIssuer>100.00</portionSecuritiesSoldIssuer></summaryInfoOffering></formData></edgarSubmission>`)
    expect(exit).toMatchObject({ stage: 'exit_report', qualified_on: '2024-10-19', amount_sold: 100 })
  })
})

describe('what is no offering', () => {
  test('is refused with a reason', () => {
    expect(() => read('<informationTable/>')).toThrow(expect.objectContaining({ reason: 'not_an_offering' }))
    expect(() => read('<edgarSubmission><submissionType>D</submissionType></edgarSubmission>')).toThrow(
      expect.objectContaining({ reason: 'not_a_form_d' }),
    )
    expect(() => read('<!DOCTYPE a><a/>')).toThrow(expect.objectContaining({ reason: 'xml_doctype_refused' }))
  })

  test('is told by its form type', () => {
    expect(
      ['D', 'D/A', 'C', 'C/A', 'C-AR/A', '1-A', '1-A POS', '1-K/A', '1-Z'].every(isStructuredOffering),
    ).toBe(true)
    expect(['10-D', 'CORRESP', 'C-X', '1-U', '424B5'].some(isStructuredOffering)).toBe(false)
  })
})

describe('a prospectus without a price table', () => {
  test('gives what its cover says and no amount', () => {
    const text = canonicalText(
      Buffer.from(
        '<html><body><p>Registration No. 333-999031</p><p>(To Prospectus dated May 22, 2024)</p><p>Notes</p></body></html>',
      ),
      'html',
    )
    expect(readProspectus(text, '424B2')).toMatchObject({
      file_number: '333-999031',
      base_prospectus_date: '2024-05-22',
      price_per_security: null,
      total_amount: null,
      fees: [],
    })
  })
})
