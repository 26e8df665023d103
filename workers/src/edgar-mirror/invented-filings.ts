import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { undashed } from '@sec-latent/core/edgar/accession-number'

export interface InventedFiling {
  accession_number: string
  form_type?: string
  /** `YYYYMMDD`. */
  filed?: string
  /** `YYYYMMDDhhmmss`. */
  accepted?: string
  filers?: { role?: string; cik: string; name: string }[]
  text?: string
}

/** A full submission of invented companies, the smallest that counts as whole. */
export function inventedSubmission(filing: InventedFiling): string {
  const { accession_number, form_type = '8-K', filed = '20240102' } = filing
  const filers = filing.filers ?? [{ cik: '0001234567', name: 'EXAMPLE HOLDINGS INC' }]
  return `<SEC-DOCUMENT>${accession_number}.txt : ${filed}
<SEC-HEADER>${accession_number}.hdr.sgml : ${filed}
<ACCEPTANCE-DATETIME>${filing.accepted ?? `${filed}120000`}
ACCESSION NUMBER:		${accession_number}
CONFORMED SUBMISSION TYPE:	${form_type}
PUBLIC DOCUMENT COUNT:		1
FILED AS OF DATE:		${filed}
${filers
  .map(
    ({ role, cik, name }) => `
${role ?? 'FILER'}:

	COMPANY DATA:
		COMPANY CONFORMED NAME:			${name}
		CENTRAL INDEX KEY:			${cik}

	FORMER COMPANY:
		FORMER CONFORMED NAME:	FORMERLY ${name}
`,
  )
  .join('')}</SEC-HEADER>
<DOCUMENT>
<TYPE>${form_type}
<SEQUENCE>1
<FILENAME>report.txt
<TEXT>
${filing.text ?? 'An invented report.'}
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
`
}

/** Lays the filing where EDGAR would, under its first company. */
export function layDown(directory: string, filing: InventedFiling): string {
  const cik = Number(filing.filers?.[0]?.cik ?? '1234567')
  const path = `Archives/edgar/data/${cik}/${undashed(filing.accession_number)}/${filing.accession_number}.txt`
  const file = join(directory, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, inventedSubmission(filing))
  return path
}
