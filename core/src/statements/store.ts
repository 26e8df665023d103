import type { Queryable } from '../db.ts'
import type { FilingRecord } from '../filings/filing.ts'
import { subjectOf } from '../filings/subject.ts'
import type { FinancialReport } from './financial-report.ts'

/** Statements of one insert: a fund's report has hundreds of roles. */
const BATCH = 50

/** Stores the statements of a filing. Repeating it changes nothing. */
export async function insertFinancialReport(
  tx: Queryable,
  filing: Pick<FilingRecord, 'accession_number' | 'filers'>,
  { filed, standard, cik, ...report }: FinancialReport,
): Promise<void> {
  const { accession_number } = filing
  await tx`insert into financial_reports ${tx({
    accession_number,
    cik: cik ?? subjectOf(filing.filers)?.cik ?? '',
    ...report,
    document_type: storable(report.document_type),
    document_fiscal_period: storable(report.document_fiscal_period),
    currency: storable(report.currency),
  })} on conflict (accession_number) do nothing`
  const standardRows = standard.map(
    ({ lines, checks, statement, period_type, period_start, period_end }, index) => ({
      accession_number,
      position: index + 1,
      statement,
      period_type,
      period_start,
      period_end,
      lines: tx.json(lines as never) as never,
      checks: tx.json(checks as never) as never,
    }),
  )
  if (standardRows.length > 0)
    await tx`insert into standard_statements ${tx(standardRows)} on conflict (accession_number, position) do nothing`
  const filedRows = filed.map(
    ({ presentation: _, columns, lines, title, role_uri, definition, ...statement }) => ({
      accession_number,
      ...statement,
      title: storable(title),
      role_uri: storable(role_uri),
      definition: storable(definition),
      columns: tx.json(wellFormed(columns) as never) as never,
      lines: tx.json(wellFormed(lines) as never) as never,
    }),
  )
  for (let from = 0; from < filedRows.length; from += BATCH)
    await tx`insert into filed_statements ${tx(filedRows.slice(from, from + BATCH))}
      on conflict (accession_number, position) do nothing`
}

/** Postgres holds neither NUL nor half a surrogate pair. */
function storable<T extends string | null>(text: T): T {
  return (text === null ? null : text.replaceAll('\0', '\ufffd').toWellFormed()) as T
}

function wellFormed(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_, one) => (typeof one === 'string' ? storable(one) : one)))
}
