import type { Queryable } from '../db.ts'
import type { FilingRecord } from '../filings/filing.ts'
import { type AmendableForm, amendsSameForm, isBefore } from './amendments.ts'
import { balancesOf } from './balances.ts'
import { jointRows } from './joint-reports.ts'
import type { OwnershipDocument, OwnershipRow } from './ownership-document.ts'
import { type RestatedRow, restatedRows } from './restated-rows.ts'

export interface OwnershipReading {
  document_id: string
  ownership: OwnershipDocument
}

type FilingOfForm = Pick<FilingRecord, 'accession_number' | 'form_type' | 'accepted_at' | 'filing_date'>

/** Stores a Form 3, 4 or 5 and how it relates to the forms before and after it. Repeating it changes nothing. */
export async function insertOwnership(
  tx: Queryable,
  filing: FilingOfForm,
  { document_id, ownership }: OwnershipReading,
): Promise<void> {
  const { accession_number } = filing
  const { issuer_cik, owners, rows, period_of_report, date_of_original_submission, ...rest } = ownership
  // An original and its amendment may be read at once by two workers, and each must see the other or be seen by it.
  await tx`select pg_advisory_xact_lock(hashtextextended(${`ownership ${issuer_cik}`}, 0))`
  await tx`insert into ownership_documents ${tx([
    {
      document_id,
      accession_number,
      issuer_cik,
      base_form: baseForm(filing.form_type),
      is_amendment: filing.form_type.endsWith('/A'),
      period_of_report,
      date_of_original_submission,
      owner_ciks: [...new Set(owners.map(({ owner_cik }) => owner_cik))],
      document: tx.json({ ...rest, owners } as never) as never,
    },
  ])} on conflict (document_id) do nothing`
  await insertInsiderTransactions(tx, { document_id, accession_number, issuer_cik }, rows)
  const balances = balancesOf(ownership, filing.filing_date)
  if (balances.length > 0) {
    await tx`insert into insider_balances ${tx(
      balances.map((balance) => ({ ...balance, document_id, accession_number, issuer_cik })),
    )} on conflict (document_id, position, owner_cik) do nothing`
  }
  await relate(tx, document_id)
}

/** Stores the rows of one ownership document. Repeating it changes nothing: a row is keyed by document and position. */
export async function insertInsiderTransactions(
  tx: Queryable,
  document: { document_id: string; accession_number: string; issuer_cik: string },
  transactions: OwnershipRow[],
): Promise<void> {
  if (transactions.length === 0) return
  await tx`insert into insider_transactions ${tx(
    transactions.map((row) => ({
      document_id: document.document_id,
      accession_number: document.accession_number,
      issuer_cik: document.issuer_cik,
      position: row.position,
      owner_cik: row.owner_cik,
      owner_name: row.owner_name,
      row: tx.json(row as never) as never,
    })),
  )} on conflict (document_id, position) do nothing`
}

function baseForm(formType: string): string {
  return formType.replace('/A', '')
}

/** Forms of one block held by several owners are filed together, or on the days around. */
const JOINT_DAYS = 5
/** An owner amends a form a few times; a form of which more is known than this is none that was filed in earnest. */
const MAX_RELATED = 500

interface RelatedForm extends AmendableForm {
  shares_owner: boolean
}

async function relate(tx: Queryable, documentId: string): Promise<void> {
  const forms = await relatedForms(tx, documentId)
  const own = forms.find((form) => form.document_id === documentId)
  if (!own) return
  for (const other of forms) {
    if (other === own) continue
    const [earlier, later] = isBefore(own, other) ? [own, other] : [other, own]
    if (other.shares_owner && amendsSameForm(earlier, later)) {
      const pairs = restatedRows(await rowsOf(tx, earlier), await rowsOf(tx, later))
      await insertRestatements(tx, pairs, earlier, later, 'amendment')
    } else if (!other.shares_owner && !earlier.is_amendment && !later.is_amendment) {
      const pairs = jointRows(await rowsOf(tx, earlier), await rowsOf(tx, later))
      await insertRestatements(tx, pairs, later, earlier, 'joint_report')
    }
  }
}

/** The form itself, and the forms on the same issuer that it may amend, that may amend it, or that report the same block. */
async function relatedForms(tx: Queryable, documentId: string): Promise<RelatedForm[]> {
  return await tx<RelatedForm[]>`
    select d.document_id, d.accession_number, f.accepted_at, f.filing_date, d.is_amendment, d.period_of_report,
      d.date_of_original_submission, d.owner_ciks && own.owner_ciks as shares_owner
    from ownership_documents own join filings of on of.accession_number = own.accession_number
      join ownership_documents d on d.issuer_cik = own.issuer_cik and d.base_form = own.base_form
      join filings f on f.accession_number = d.accession_number and f.dataset = of.dataset
    where own.document_id = ${documentId} and (
      d.document_id = own.document_id
      or (d.owner_ciks && own.owner_ciks and (d.is_amendment or own.is_amendment) and (
        d.period_of_report = own.period_of_report or f.filing_date = own.date_of_original_submission
        or of.filing_date = d.date_of_original_submission
        or d.date_of_original_submission = own.date_of_original_submission))
      or (not d.owner_ciks && own.owner_ciks and d.period_of_report = own.period_of_report
        and abs(f.filing_date - of.filing_date) <= ${JOINT_DAYS}))
    order by d.document_id = own.document_id desc, f.accepted_at desc limit ${MAX_RELATED}`
}

async function rowsOf(tx: Queryable, { document_id }: { document_id: string }): Promise<OwnershipRow[]> {
  const rows = await tx<{ row: OwnershipRow }[]>`
    select row from insider_transactions where document_id = ${document_id} order by position`
  return rows.map(({ row }) => row)
}

async function insertRestatements(
  tx: Queryable,
  pairs: RestatedRow[],
  restated: AmendableForm,
  by: AmendableForm,
  kind: 'amendment' | 'joint_report',
): Promise<void> {
  if (pairs.length === 0) return
  await tx`insert into ownership_restatements ${tx(
    pairs.map(({ position, restated_by }) => ({
      document_id: restated.document_id,
      position,
      restated_by_document_id: by.document_id,
      restated_by_position: restated_by,
      restated_by_accession_number: by.accession_number,
      kind,
    })),
  )} on conflict do nothing`
}
