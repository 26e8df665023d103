import { takePublishTurn } from '@sec-latent/core/changes/publish-turn'
import { appendChanges } from '@sec-latent/core/changes/store'
import type { Dataset } from '@sec-latent/core/dataset'
import type { Sql } from '@sec-latent/core/db'
import { offsetMap } from '@sec-latent/core/documents/offsets'
import { type DocumentBlocks, documentStore } from '@sec-latent/core/documents/store'
import { entityStore } from '@sec-latent/core/entities/store'
import type { Evidence, TextSpan } from '@sec-latent/core/evidence/evidence'
import { emptyDetails, emptyFiler } from '@sec-latent/core/filings/empty-header'
import type { Filer } from '@sec-latent/core/filings/filing'
import { filingStore } from '@sec-latent/core/filings/store'
import { newId } from '@sec-latent/core/ids'
import type { OwnershipRow } from '@sec-latent/core/insider-transactions/ownership-document'
import { insertInsiderTransactions } from '@sec-latent/core/insider-transactions/store'
import type { ObjectStore } from '@sec-latent/core/objects/store'
import { indexText } from '@sec-latent/core/search/index-text'
import { insertSearchIndex } from '@sec-latent/core/search/store'
import type { Section } from '@sec-latent/core/sections/section'
import { insertSections } from '@sec-latent/core/sections/store'
import { sha256 } from '@sec-latent/core/sha256'

export interface SeedFiling {
  accession_number: string
  cik?: string
  dataset?: Dataset
  form_type?: string
  accepted_at?: string
  filing_date?: string
  period_of_report?: string | null
  items?: string[]
  filers?: Filer[]
  /** When it became available; null leaves it unpublished. */
  available_at?: string | null
  first_seen_at?: string
  text?: string
  /** The document as filed; made from the text unless given. */
  original?: string
  sections?: { section_key: string; start: number; end: number; status?: 'ok' | 'absent' }[]
}

export const HARBOR = '0009900001'
export const MERIDIAN = '0009900002'

export function filer(cik: string, name: string, role: Filer['role'] = 'filer'): Filer {
  return {
    ...emptyFiler(role),
    cik,
    name,
    sic: '3570',
    state_of_incorporation: 'DE',
    fiscal_year_end: '1231',
    file_number: '001-90001',
    sec_act: '1934 Act',
  }
}

/** Rows and objects of one filing, through the same stores the workers write with. */
export function seeder(sql: Sql, objects: ObjectStore) {
  async function filing(wish: SeedFiling) {
    const cik = wish.cik ?? HARBOR
    const dataset = wish.dataset ?? 'live'
    const accepted_at = wish.accepted_at ?? '2025-02-20T21:05:00Z'
    const text = wish.text ?? 'Item 1A. Risk Factors\n\nOur robots — all of them 🤖 — may fail.\n'
    const original = wish.original ?? `<html><body><p>${text.replaceAll('\n', '<br>')}</p></body></html>`
    const head = `<SEC-DOCUMENT>${wish.accession_number}.txt\n<TEXT>\n`
    const submission = Buffer.from(`${head}${original}\n</TEXT>\n`)
    const submission_sha256 = await objects.put(submission)
    const text_sha256 = await objects.put(Buffer.from(text))
    const blocks: DocumentBlocks = {
      blocks: [{ kind: 'paragraph', start: 0, end: text.length, bold: false }],
      tables: [],
      hidden: [],
      sections: [],
    }
    const blocks_sha256 = await objects.put(Buffer.from(JSON.stringify(blocks)))
    const document_id = `${wish.accession_number}:1`
    const document_sha256 = sha256(Buffer.from(original))
    const filers = wish.filers ?? [
      filer(cik, cik === HARBOR ? 'HARBOR LIGHT ROBOTICS INC' : 'MERIDIAN FOODS CORP'),
    ]
    const map = offsetMap(text)
    await sql.begin(async (tx) => {
      await tx`insert into intake ${tx([
        {
          accession_number: wish.accession_number,
          dataset,
          cik,
          form_type: wish.form_type ?? '10-K',
          filing_date: wish.filing_date ?? accepted_at.slice(0, 10),
          discovered_by: 'submissions_json',
          stage: wish.available_at === null ? 'parsed' : 'published',
          first_seen_at: wish.first_seen_at ?? accepted_at,
        },
      ])}`
      await filingStore(sql).insert(
        tx,
        {
          accession_number: wish.accession_number,
          dataset,
          form_type: wish.form_type ?? '10-K',
          filing_date: wish.filing_date ?? accepted_at.slice(0, 10),
          accepted_at,
          accepted_at_source: 'sgml_header',
          period_of_report: wish.period_of_report === undefined ? '2024-12-31' : wish.period_of_report,
          effective_date: null,
          date_as_of_change: null,
          items: wish.items ?? [],
          declared_document_count: 1,
          filers,
          details: emptyDetails(),
          amendment: null,
          submission_source: 'full_submission',
          submission_sha256,
          submission_bytes: submission.length,
          source_url: `https://www.sec.gov/Archives/edgar/data/${Number(cik)}/${wish.accession_number}.txt`,
          first_seen_at: wish.first_seen_at ?? accepted_at,
          available_at: null,
        },
        { documents: 1, warnings: [] },
      )
      await entityStore(sql).recordFilers(
        tx,
        { dataset, accession_number: wish.accession_number, accepted_at },
        filers,
      )
      await documentStore(sql).insert(tx, [
        {
          document_id,
          accession_number: wish.accession_number,
          sequence: 1,
          document_type: wish.form_type ?? '10-K',
          file_name: 'report.htm',
          description: null,
          byte_start: Buffer.byteLength(head),
          byte_end: Buffer.byteLength(head) + Buffer.byteLength(original),
          document_sha256,
          text_status: 'ok',
          text_sha256,
          text_length: map.length.code_point,
          text_byte_length: map.length.byte,
          blocks_sha256,
          normaliser_version: '1.0.0',
        },
      ])
      await insertSections(
        tx,
        (wish.sections ?? []).map((section, position) => ({
          section_id: `${document_id}:${section.section_key}`,
          document_id,
          section_key: section.section_key,
          position,
          title: null,
          status: section.status ?? 'ok',
          disposition: section.status === 'absent' ? 'absent' : 'extracted',
          boundary_method: section.status === 'absent' ? 'none' : 'heading',
          confidence: 1,
          start: map.codePointOf(section.start),
          end: map.codePointOf(section.end),
          byte_start: map.byteOf(section.start),
          byte_end: map.byteOf(section.end),
          note: null,
        })),
      )
      await insertSearchIndex(
        tx,
        {
          accession_number: wish.accession_number,
          dataset,
          form_type: wish.form_type ?? '10-K',
          filing_date: wish.filing_date ?? accepted_at.slice(0, 10),
          accepted_at,
        },
        [
          indexText(
            { document_id, sequence: 1 },
            { text, blocks: blocks.blocks },
            (wish.sections ?? []) as Section[],
          ),
        ],
      )
      if (wish.available_at !== null) {
        await tx`update filings set available_at = ${wish.available_at ?? accepted_at}
          where accession_number = ${wish.accession_number}`
        const turn = { ...(await takePublishTurn(tx)), moment: wish.available_at ?? accepted_at }
        await appendChanges(tx, turn, [
          {
            dataset,
            change_type: 'filing.published',
            accession_number: wish.accession_number,
            cik,
            object_id: wish.accession_number,
          },
        ])
      }
    })
    return {
      text,
      text_sha256,
      document_id,
      document_sha256,
      submission,
      submission_sha256,
      original,
      cik,
      dataset,
      accepted_at,
    }
  }

  /** A span of the text of a seeded filing. */
  function span(seeded: Awaited<ReturnType<typeof filing>>, quote: string): TextSpan {
    const start = seeded.text.indexOf(quote)
    const map = offsetMap(seeded.text)
    return {
      document_id: seeded.document_id,
      section_id: null,
      document_sha256: seeded.document_sha256,
      text_sha256: seeded.text_sha256,
      start: map.codePointOf(start),
      end: map.codePointOf(start + quote.length),
      unit: 'code_point',
      byte_start: map.byteOf(start),
      byte_end: map.byteOf(start + quote.length),
      quote,
    }
  }

  async function signal(
    seeded: Awaited<ReturnType<typeof filing>>,
    evidence: Evidence[],
    wish: {
      signal_type?: string
      extractor?: string
      available_at?: string
      superseded_at?: string | null
      value?: number
      form_type?: string
      extractor_version?: string
    } = {},
  ): Promise<string> {
    const id = newId('sig')
    await sql.begin(async (tx) => {
      await tx`insert into signals ${tx([
        {
          id,
          dataset: seeded.dataset,
          signal_type: wish.signal_type ?? 'rf_added',
          accession_number: seeded.document_id.split(':')[0] as string,
          cik: seeded.cik,
          form_type: wish.form_type ?? '10-K',
          accepted_at: seeded.accepted_at,
          period_of_report: '2024-12-31',
          value: tx.json(wish.value ?? 7) as never,
          unit: 'count',
          direction: -1,
          extractor_name: wish.extractor ?? 'risk_factor_diff',
          extractor_version: wish.extractor_version ?? '1.0.0',
          extractor_kind: 'deterministic',
          input_sha256: 'a'.repeat(64),
          config_sha256: 'b'.repeat(64),
          fingerprint: `sha256:${sha256(id)}`,
          inputs: tx.json([{ name: 'units', value: 12, accession_number: null }]) as never,
          supersedes: null,
          available_at: wish.available_at ?? seeded.accepted_at,
          superseded_at: wish.superseded_at ?? null,
        },
      ])}`
      await tx`insert into evidence ${tx(
        evidence.map((body, index) => ({
          id: newId('evd'),
          signal_id: id,
          position: index + 1,
          kind: body.kind,
          body: tx.json(body as never) as never,
        })),
      )}`
    })
    return id
  }

  async function ledger(accessionNumber: string, rows: Record<string, [status: string, reason?: string]>) {
    await sql`insert into processing ${sql(
      Object.entries(rows).map(([extractor, [status, reason]]) => ({
        accession_number: accessionNumber,
        extractor,
        extractor_version: '1.0.0',
        status,
        reason: reason ?? null,
      })),
    )}`
  }

  async function transaction(seeded: Awaited<ReturnType<typeof filing>>, row: Partial<OwnershipRow>) {
    const full: OwnershipRow = {
      position: 1,
      table: 'non_derivative',
      owner_cik: '0009900101',
      owner_name: 'DOE JANE',
      is_director: true,
      is_officer: false,
      is_ten_percent_owner: false,
      officer_title: null,
      security_title: 'Common Stock',
      transaction_date: '2025-02-18',
      transaction_code: 'P',
      acquired_disposed: 'A',
      shares: 100,
      price_per_share: 12.5,
      shares_owned_following: 1100,
      direct_or_indirect: 'D',
      underlying_security_title: null,
      underlying_shares: null,
      exercise_price: null,
      expiration_date: null,
      aff10b5_one: null,
      row_kind: 'transaction',
      transaction_form_type: '4',
      deemed_execution_date: null,
      transaction_timeliness: null,
      equity_swap_involved: null,
      transaction_total_value: null,
      value_owned_following: null,
      underlying_value: null,
      exercise_date: null,
      nature_of_ownership: null,
      field_footnotes: [],
      footnotes: [],
      xml_path: '/ownershipDocument/nonDerivativeTable/nonDerivativeTransaction[1]',
      ...row,
    }
    const { document_id } = seeded
    const accession_number = document_id.split(':')[0] as string
    await insertInsiderTransactions(sql, { document_id, accession_number, issuer_cik: seeded.cik }, [full])
  }

  return { filing, span, signal, ledger, transaction, entities: entityStore(sql) }
}
export type Seeder = ReturnType<typeof seeder>
