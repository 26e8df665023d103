import type { Company, OwnershipReport, OwnershipRow, Person } from './company.ts'

/** From April 1, 2023 Form 4 has the checkbox for plans under Rule 10b5-1(c), and its schema another number. */
const CHECKBOX_SINCE = '2023-04-01'

/** The ownership document of a Form 4, in the elements of EDGAR's ownership schema. */
export function ownershipDocument(company: Company, report: OwnershipReport): string {
  const checkbox = report.accepted.slice(0, 10) >= CHECKBOX_SINCE
  const rows = (table: OwnershipRow['table']) => report.rows.filter((row) => row.table === table)
  const lines = [
    '<?xml version="1.0"?>',
    '<ownershipDocument>',
    '',
    `    <schemaVersion>${checkbox ? 'X0508' : 'X0407'}</schemaVersion>`,
    `    <documentType>${report.amends ? '4/A' : '4'}</documentType>`,
    `    <periodOfReport>${report.period}</periodOfReport>`,
    ...(report.amends ? [`    <dateOfOriginalSubmission>${report.amends}</dateOfOriginalSubmission>`] : []),
    '    <notSubjectToSection16>0</notSubjectToSection16>',
    '',
    '    <issuer>',
    `        <issuerCik>${company.cik}</issuerCik>`,
    `        <issuerName>${xml(company.legal_name)}</issuerName>`,
    `        <issuerTradingSymbol>${company.ticker}</issuerTradingSymbol>`,
    '    </issuer>',
  ]
  for (const owner of ownersOf(company, report)) lines.push('', ...reportingOwner(company, owner))
  if (checkbox) lines.push('', `    <aff10b5One>${report.plan ? 1 : 0}</aff10b5One>`)
  if (rows('non_derivative').length > 0) {
    lines.push('', '    <nonDerivativeTable>')
    for (const row of rows('non_derivative')) lines.push(...transaction(row))
    lines.push('    </nonDerivativeTable>')
  }
  if (rows('derivative').length > 0) {
    lines.push('', '    <derivativeTable>')
    for (const row of rows('derivative')) lines.push(...transaction(row))
    lines.push('    </derivativeTable>')
  }
  if (report.footnotes.length > 0) {
    lines.push('', '    <footnotes>')
    for (const [index, text] of report.footnotes.entries()) {
      lines.push(`        <footnote id="F${index + 1}">${xml(text)}</footnote>`)
    }
    lines.push('    </footnotes>')
  }
  if (report.remarks) lines.push('', `    <remarks>${xml(report.remarks)}</remarks>`)
  for (const owner of ownersOf(company, report)) {
    lines.push(
      '',
      '    <ownerSignature>',
      `        <signatureName>/s/ ${xml(owner.name)}</signatureName>`,
      `        <signatureDate>${report.accepted.slice(0, 10)}</signatureDate>`,
      '    </ownerSignature>',
    )
  }
  lines.push('</ownershipDocument>')
  return lines.join('\n')
}

export function ownersOf(company: Company, report: OwnershipReport): Person[] {
  return report.owners.map((name) => {
    const owner = company.people.find((person) => person.name === name)
    if (!owner) throw new Error(`${company.legal_name} knows no ${name}`)
    return owner
  })
}

function reportingOwner(company: Company, owner: Person): string[] {
  const { address } = company
  return [
    '    <reportingOwner>',
    '        <reportingOwnerId>',
    `            <rptOwnerCik>${owner.cik}</rptOwnerCik>`,
    `            <rptOwnerName>${xml(owner.conformed_name)}</rptOwnerName>`,
    '        </reportingOwnerId>',
    '        <reportingOwnerAddress>',
    `            <rptOwnerStreet1>${xml(`C/O ${company.conformed_name}`)}</rptOwnerStreet1>`,
    `            <rptOwnerStreet2>${xml(address.street.toUpperCase())}</rptOwnerStreet2>`,
    `            <rptOwnerCity>${xml(address.city.toUpperCase())}</rptOwnerCity>`,
    `            <rptOwnerState>${address.state}</rptOwnerState>`,
    `            <rptOwnerZipCode>${address.zip}</rptOwnerZipCode>`,
    '            <rptOwnerStateDescription></rptOwnerStateDescription>',
    '        </reportingOwnerAddress>',
    '        <reportingOwnerRelationship>',
    `            <isDirector>${owner.director ? 1 : 0}</isDirector>`,
    `            <isOfficer>${owner.officer ? 1 : 0}</isOfficer>`,
    `            <isTenPercentOwner>${owner.ten_percent ? 1 : 0}</isTenPercentOwner>`,
    '            <isOther>0</isOther>',
    `            <officerTitle>${owner.officer ? xml(owner.title) : ''}</officerTitle>`,
    '            <otherText></otherText>',
    '        </reportingOwnerRelationship>',
    '    </reportingOwner>',
  ]
}

function transaction(row: OwnershipRow): string[] {
  const derivative = row.table === 'derivative'
  const element = derivative ? 'derivativeTransaction' : 'nonDerivativeTransaction'
  const notes = (row.notes ?? []).map((number) => `<footnoteId id="F${number}"/>`).join('')
  const { derivative: terms } = row
  return [
    `        <${element}>`,
    `            <securityTitle><value>${xml(row.security)}</value></securityTitle>`,
    ...(terms
      ? [
          `            <conversionOrExercisePrice><value>${terms.exercise_price}</value></conversionOrExercisePrice>`,
        ]
      : []),
    `            <transactionDate><value>${row.date}</value></transactionDate>`,
    '            <transactionCoding>',
    '                <transactionFormType>4</transactionFormType>',
    `                <transactionCode>${row.code}</transactionCode>`,
    '                <equitySwapInvolved>0</equitySwapInvolved>',
    ...(notes ? [`                ${notes}`] : []),
    '            </transactionCoding>',
    '            <transactionAmounts>',
    `                <transactionShares><value>${row.shares}</value></transactionShares>`,
    `                <transactionPricePerShare>${row.price === null ? '' : `<value>${row.price}</value>`}</transactionPricePerShare>`,
    `                <transactionAcquiredDisposedCode><value>${row.acquired_disposed}</value></transactionAcquiredDisposedCode>`,
    '            </transactionAmounts>',
    ...(terms
      ? [
          `            <exerciseDate><value>${terms.exercisable}</value></exerciseDate>`,
          `            <expirationDate><value>${terms.expiration}</value></expirationDate>`,
          '            <underlyingSecurity>',
          `                <underlyingSecurityTitle><value>${xml(terms.underlying)}</value></underlyingSecurityTitle>`,
          `                <underlyingSecurityShares><value>${row.shares}</value></underlyingSecurityShares>`,
          '            </underlyingSecurity>',
        ]
      : []),
    '            <postTransactionAmounts>',
    `                <sharesOwnedFollowingTransaction><value>${row.owned_following}</value></sharesOwnedFollowingTransaction>`,
    '            </postTransactionAmounts>',
    '            <ownershipNature>',
    `                <directOrIndirectOwnership><value>${row.direct ? 'D' : 'I'}</value></directOrIndirectOwnership>`,
    ...(row.nature
      ? [`                <natureOfOwnership><value>${xml(row.nature)}</value></natureOfOwnership>`]
      : []),
    '            </ownershipNature>',
    `        </${element}>`,
  ]
}

export function xml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
