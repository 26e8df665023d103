import { openXml } from '../insider-transactions/open-xml.ts'
import {
  addressOf,
  cikOf,
  flag,
  type PostalAddress,
  slashDate,
  type Warnings,
  warningList,
} from '../insider-transactions/xml-fields.ts'
import {
  childOf,
  childrenOf,
  OwnershipError,
  plain,
  textOf,
  type XmlElement,
} from '../insider-transactions/xml-tree.ts'
import { amountOf, amounts, percentOf } from './amounts.ts'
import {
  type BeneficialOwnershipReport,
  type ReportingPerson,
  type ScheduleItem,
  scheduleItem,
} from './beneficial-ownership.ts'
import { cusipsIn } from './cusip.ts'

/**
 * Reads a Schedule 13D or 13G filed in XML (EDGAR Schedule 13D and 13G XML Technical Specification, since December 2024).
 * Pure. The two schedules name the same things differently; both names are tried where they differ.
 *
 * @throws OwnershipError
 */
export function parseScheduleXml(xml: string | Uint8Array): BeneficialOwnershipReport {
  const warnings = warningList()
  const root = openXml(xml, 'edgarSubmission', warnings)
  const header = childOf(root, 'headerData')
  const form = childOf(root, 'formData')
  const submissionType = textOf(header, 'submissionType') ?? ''
  const kind = /^SCHEDULE (13[DG])(\/A)?$/i.exec(submissionType)
  if (!kind || !form)
    throw new OwnershipError('not_ownership_document', 'the submission is no Schedule 13D or 13G')
  const cover = childOf(form, 'coverPageHeader')
  const issuer = childOf(cover, 'issuerInfo')
  const postal = addressOf(
    childOf(issuer, 'address') ?? childOf(issuer, 'issuerPrincipalExecutiveOfficeAddress'),
  )
  const schedule = kind[1]?.toUpperCase() as '13D' | '13G'
  const persons = (
    schedule === '13D'
      ? childrenOf(childOf(form, 'reportingPersons'), 'reportingPersonInfo')
      : childrenOf(form, 'coverPageHeaderReportingPersonDetails')
  ).map((person, index) => personOf(person, index + 1, warnings))
  if (persons.length === 0)
    throw new OwnershipError('no_reporting_person', 'the schedule names no reporting person')

  return {
    schedule,
    source: 'xml',
    is_amendment: kind[2] !== undefined,
    amendment_number: wholeNumber(textOf(cover, 'amendmentNo')),
    previous_accession_number: textOf(header, 'previousAccessionNumber'),
    filer_ciks: childrenOf(childOf(header, 'filerInfo'), 'filer').flatMap(
      (filer) => cikOf(textOf(childOf(filer, 'filerCredentials'), 'cik')) ?? [],
    ),
    issuer_cik: cikOf(textOf(issuer, 'issuerCIK') ?? textOf(issuer, 'issuerCik')),
    issuer_name: textOf(issuer, 'issuerName'),
    issuer_address: postal ? oneLine(postal) : null,
    issuer_postal_address: postal,
    cusips: issuerCusips(issuer),
    security_title: textOf(cover, 'securitiesClassTitle'),
    event_date: slashDate(
      textOf(cover, 'dateOfEvent') ?? textOf(cover, 'eventDateRequiresFilingThisStatement'),
      'dateOfEvent',
      warnings,
    ),
    rules: childrenOf(
      childOf(cover, 'designateRulesPursuantThisScheduleFiled'),
      'designateRulePursuantThisScheduleFiled',
    ).flatMap((rule) => /13d-1\([bcd]\)/i.exec(rule.text)?.[0].toLowerCase() ?? []),
    previously_filed_13g: flag(textOf(cover, 'previouslyFiledFlag'), 'previouslyFiledFlag', warnings),
    notices_to: noticesTo(childOf(cover, 'authorizedPersons')),
    reporting_persons: persons,
    items: itemsOf(childOf(form, 'items1To7') ?? childOf(form, 'items')),
    signatures: [
      ...childrenOf(childOf(form, 'signatureInfo'), 'signaturePerson'),
      ...childrenOf(form, 'signatureInformation'),
    ].flatMap((person) => signaturesOf(person, warnings)),
    warnings: warnings.list,
  }
}

function personOf(person: XmlElement, position: number, warnings: Warnings): ReportingPerson {
  const where = `reporting person ${position}`
  const powers = childOf(person, 'reportingPersonBeneficiallyOwnedNumberOfShares') ?? person
  const group = (textOf(person, 'memberOfGroup') ?? textOf(person, 'memberGroup'))?.toLowerCase()
  return {
    position,
    name: textOf(person, 'reportingPersonName') ?? '',
    cik: cikOf(textOf(person, 'reportingPersonCIK') ?? textOf(person, 'reportingCik')),
    member_of_group: group === 'a' || group === 'b' ? group : null,
    source_of_funds: codes(person, 'fundType'),
    legal_proceedings: flag(textOf(person, 'legalProceedings'), `${where}: legalProceedings`, warnings),
    citizenship: textOf(person, 'citizenshipOrOrganization'),
    ...amounts({
      sole_voting_power: amountOf(textOf(powers, 'soleVotingPower')),
      shared_voting_power: amountOf(textOf(powers, 'sharedVotingPower')),
      sole_dispositive_power: amountOf(textOf(powers, 'soleDispositivePower')),
      shared_dispositive_power: amountOf(textOf(powers, 'sharedDispositivePower')),
      aggregate_amount: amountOf(
        textOf(person, 'aggregateAmountOwned') ??
          textOf(person, 'reportingPersonBeneficiallyOwnedAggregateNumberOfShares'),
      ),
      percent_of_class: percentOf(textOf(person, 'percentOfClass') ?? textOf(person, 'classPercent')),
    }),
    excludes_certain_shares: flag(
      textOf(person, 'isAggregateExcludeShares') ??
        textOf(person, 'aggregateAmountExcludesCertainSharesFlag'),
      `${where}: excludes certain shares`,
      warnings,
    ),
    person_types: codes(person, 'typeOfReportingPerson'),
    comment: textOf(person, 'commentContent') ?? textOf(person, 'comments'),
  }
}

function codes(parent: XmlElement, name: string): string[] {
  return childrenOf(parent, name).flatMap(({ text }) => plain(text)?.split(/[\s,;]+/) ?? [])
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,5}$/.test(text) ? Number(text) : null
}

/** One CUSIP (schema X0101) or a list of them (X0202), directly in the issuer or wrapped. */
function issuerCusips(issuer: XmlElement | undefined): string[] {
  const written = [
    textOf(issuer, 'issuerCUSIP'),
    textOf(issuer, 'issuerCusip'),
    ...[issuer, childOf(issuer, 'issuerCusips')].flatMap((parent) =>
      childrenOf(parent, 'issuerCusipNumber').map(({ text }) => plain(text)),
    ),
  ]
  return [...new Set(written.flatMap((text) => (text === null ? [] : cusipsIn(text))))]
}

function noticesTo(authorized: XmlElement | undefined): string | null {
  const lines = childrenOf(authorized, 'notificationInfo').map((person) => {
    const address = addressOf(childOf(person, 'personAddress'))
    return [textOf(person, 'personName'), address && oneLine(address), textOf(person, 'personPhoneNum')]
      .filter((part) => part !== null)
      .join(', ')
  })
  return lines.length > 0 ? lines.join('; ') : null
}

/** The parts of an address as filed, separated by commas. */
export function oneLine(address: PostalAddress): string {
  const { street1, street2, city, state_or_country, zip_code } = address
  return [street1, street2, city, state_or_country, zip_code].filter((part) => part !== null).join(', ')
}

/** Each item as the texts of its elements, one paragraph each; addresses and flags are in the typed fields. */
function itemsOf(items: XmlElement | undefined): ScheduleItem[] {
  return (items?.children ?? []).flatMap((element) => {
    const number = /^item(\d{1,2})$/i.exec(element.name)?.[1]
    if (!number) return []
    const text = paragraphs(element).join('\n\n')
    return text === '' ? [] : [scheduleItem(number, text)]
  })
}

/** The character data of the leaves, in document order; the tree is at most 256 deep. */
function paragraphs(element: XmlElement): string[] {
  if (element.children.length > 0) return element.children.flatMap(paragraphs)
  const text = element.text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').trim()
  return text === '' || /Flag$/.test(element.name) ? [] : [text]
}

function signaturesOf(person: XmlElement, warnings: Warnings): BeneficialOwnershipReport['signatures'] {
  const reportingPerson = textOf(person, 'signatureReportingPerson') ?? textOf(person, 'reportingPersonName')
  return childrenOf(person, 'signatureDetails').map((details) => ({
    reporting_person: reportingPerson,
    name: textOf(details, 'signature'),
    title: textOf(details, 'title'),
    signed_on: slashDate(textOf(details, 'date'), 'signature date', warnings),
  }))
}
