import type { Sql } from '../../db.ts'
import { ownershipXml } from '../../insider-transactions/ownership-fixture.ts'
import type { DeterministicExtractor } from '../extractor.ts'
import type { ExtractorRun } from '../run-extractor.ts'
import { memoryObjects, runOver, storeSubmission } from './stored-filings.ts'

/** A document of an invented submission. */
export interface FiledDocument {
  type: string
  name: string
  content: string
}

export interface FiledSubmission {
  form_type: string
  /** New York wall clock of the acceptance, `YYYY-MM-DD HH:MM`; the filing date is its day. */
  accepted: string
  period?: string
  /** Lines of the header that say who files what about whom. */
  parties: string
  documents: FiledDocument[]
  accession_number?: string
}

export interface FiledForm4 {
  accepted: string
  form_type?: string
  issuer?: string
  owners?: string
  /** Lines of table I. */
  rows: string
  derivative?: string
  footnotes?: string
  flag?: string | null
  /** Day of the form that is amended. */
  original?: string
  period?: string
}

export const ISSUER = '0009000001'

/**
 * Files invented submissions and runs rules over them, as the pipeline does: read, stored, needs met by SQL, evidence checked
 * against the bytes. For tests only.
 */
export function filedForms(sql: Sql) {
  const objects = memoryObjects()
  let count = 0

  async function file(submission: FiledSubmission): Promise<string> {
    const accession = submission.accession_number ?? `0009000009-24-${String(++count).padStart(6, '0')}`
    const [day = '', clock = ''] = submission.accepted.split(' ')
    const date = day.replaceAll('-', '')
    const text = `<SEC-DOCUMENT>${accession}.txt : ${date}
<SEC-HEADER>${accession}.hdr.sgml : ${date}
<ACCEPTANCE-DATETIME>${date}${clock.replace(':', '')}00
ACCESSION NUMBER:\t\t${accession}
CONFORMED SUBMISSION TYPE:\t${submission.form_type}
PUBLIC DOCUMENT COUNT:\t\t${submission.documents.length}
${submission.period ? `CONFORMED PERIOD OF REPORT:\t${submission.period.replaceAll('-', '')}\n` : ''}FILED AS OF DATE:\t\t${date}

${submission.parties}
</SEC-HEADER>
${submission.documents
  .map(
    ({ type, name, content }, index) =>
      `<DOCUMENT>\n<TYPE>${type}\n<SEQUENCE>${index + 1}\n<FILENAME>${name}\n<TEXT>\n${name.endsWith('.xml') ? `<XML>\n${content}\n</XML>` : content}\n</TEXT>\n</DOCUMENT>`,
  )
  .join('\n')}
</SEC-DOCUMENT>
`
    return await storeSubmission(sql, objects, Buffer.from(text), { filing_date: day })
  }

  return {
    file,

    /** Files a Form 4, or another form of its kind. */
    async form4(form: FiledForm4): Promise<string> {
      const issuer = form.issuer ?? ISSUER
      const form_type = form.form_type ?? '4'
      const content = ownershipXml({
        documentType: form_type,
        flag: form.flag,
        owners: form.owners
          ? `${form.original ? `<dateOfOriginalSubmission>${form.original}</dateOfOriginalSubmission>` : ''}${form.owners}`
          : undefined,
        nonDerivative: form.rows,
        derivative: form.derivative,
        footnotes: form.footnotes,
      })
        .replace('<issuerCik>0009000001', `<issuerCik>${issuer}`)
        .replace('<periodOfReport>2024-05-06', `<periodOfReport>${form.period ?? '2024-05-06'}`)
      return await file({
        form_type,
        accepted: form.accepted,
        period: form.period ?? '2024-05-06',
        parties: `ISSUER:\n\n\tCOMPANY DATA:\n\t\tCOMPANY CONFORMED NAME:\t\tHARROW & QUILL\n\t\tCENTRAL INDEX KEY:\t\t${issuer}\n`,
        documents: [{ type: form_type, name: 'form4.xml', content }],
      })
    },

    async run(rule: DeterministicExtractor, accessionNumber: string): Promise<ExtractorRun> {
      const run = (await runOver(sql, objects, accessionNumber, [rule])).get(rule.name)
      if (!run) throw new Error(`${rule.name} does not read the form`)
      return run
    },
  }
}
