/** Builds invented ownership documents for tests. */
export function ownershipXml(
  parts: {
    documentType?: string
    flag?: string | null
    owners?: string
    nonDerivative?: string
    derivative?: string
    footnotes?: string
  } = {},
): string {
  const flag = parts.flag === undefined || parts.flag === null ? '' : `<aff10b5One>${parts.flag}</aff10b5One>`
  return `<?xml version="1.0"?>
<ownershipDocument>
  <schemaVersion>X0508</schemaVersion>
  <documentType>${parts.documentType ?? '4'}</documentType>
  <periodOfReport>2024-05-06</periodOfReport>
  <issuer>
    <issuerCik>0009000001</issuerCik>
    <issuerName>Harrow &amp; Quill Instruments, Inc.</issuerName>
    <issuerTradingSymbol>HQIX</issuerTradingSymbol>
  </issuer>
  ${parts.owners ?? ownerXml('9000101', 'Ferrand Odile', '<isDirector>0</isDirector><isOfficer>true</isOfficer><officerTitle>Chief Financial Officer</officerTitle>')}
  ${flag}
  <nonDerivativeTable>${parts.nonDerivative ?? ''}</nonDerivativeTable>
  <derivativeTable>${parts.derivative ?? ''}</derivativeTable>
  <footnotes>${parts.footnotes ?? ''}</footnotes>
  <remarks></remarks>
  <ownerSignature><signatureName>/s/ O. Ferrand</signatureName><signatureDate>2024-05-08</signatureDate></ownerSignature>
</ownershipDocument>`
}

export function ownerXml(cik: string, name: string, relationship: string): string {
  return `<reportingOwner><reportingOwnerId><rptOwnerCik>${cik}</rptOwnerCik><rptOwnerName>${name}</rptOwnerName></reportingOwnerId>
    <reportingOwnerRelationship>${relationship}</reportingOwnerRelationship></reportingOwner>`
}

export function transactionXml(
  row: {
    table?: 'nonDerivative' | 'derivative'
    title?: string
    date?: string
    code?: string
    shares?: string
    price?: string
    acquired?: 'A' | 'D'
    after?: string
    nature?: string
    extra?: string
  } = {},
): string {
  const table = row.table ?? 'nonDerivative'
  return `<${table}Transaction>
    <securityTitle><value>${row.title ?? 'Common Stock'}</value></securityTitle>
    <transactionDate><value>${row.date ?? '2024-05-06'}</value></transactionDate>
    <transactionCoding><transactionFormType>4</transactionFormType><transactionCode>${row.code ?? 'P'}</transactionCode><equitySwapInvolved>0</equitySwapInvolved></transactionCoding>
    <transactionAmounts>
      <transactionShares>${row.shares ?? '<value>1200</value>'}</transactionShares>
      <transactionPricePerShare>${row.price ?? '<value>18.35</value>'}</transactionPricePerShare>
      <transactionAcquiredDisposedCode><value>${row.acquired ?? 'A'}</value></transactionAcquiredDisposedCode>
    </transactionAmounts>
    ${row.extra ?? ''}
    <postTransactionAmounts><sharesOwnedFollowingTransaction><value>${row.after ?? '41200'}</value></sharesOwnedFollowingTransaction></postTransactionAmounts>
    <ownershipNature>${row.nature ?? '<directOrIndirectOwnership><value>D</value></directOrIndirectOwnership>'}</ownershipNature>
  </${table}Transaction>`
}
