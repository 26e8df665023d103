import { decodeBytes } from '../documents/decode.ts'
import { type DocumentUnderRead, type FilingUnderRead, type Reader, ReaderError } from '../readers/reader.ts'
import { readCover } from './cover.ts'
import type { FiledHolding, Holding, HoldingsReport } from './holding.ts'
import { readInformationTable } from './information-table.ts'
import { insertHoldings, insertHoldingsReport } from './store.ts'
import { readTextCover } from './text-cover.ts'
import { readTextTable } from './text-table.ts'
import { type Unit, unitOf, valued } from './units.ts'

const FORM = /^13F-(?:HR|NT|CTR)(?:\/A)?$/

interface Table {
  document_id: string
  rows: FiledHolding[]
  unit: Unit
}

/** Cover and summary page of Form 13F. */
export const holdingsReportReader: Reader<HoldingsReport> = {
  name: 'holdings_report',
  version: '1.0.0',
  applies: (formType) => FORM.test(formType),
  read: readHoldingsReport,
  async store(tx, filing, report) {
    await insertHoldingsReport(tx, filing, report)
  },
}

/** The information table of Form 13F; a notice has none. */
export const holdingsReader: Reader<{ document_id: string; holdings: Holding[] }> = {
  name: 'holdings',
  version: '1.0.0',
  applies: (formType) => FORM.test(formType),
  read(filing) {
    const table = tableOf(filing)
    return table && { document_id: table.document_id, holdings: valued(table.rows, table.unit) }
  },
  async store(tx, filing, { document_id, holdings }) {
    await insertHoldings(tx, filing, document_id, holdings)
  },
}

export function readHoldingsReport(filing: FilingUnderRead): HoldingsReport | null {
  const { main, form_type, header } = filing
  if (!main) return null
  const cover = main.kind === 'xml' ? readCover(main.content) : readTextCover(textOf(main), form_type)
  const table = readableTable(filing)
  return {
    ...cover,
    form_type,
    period_of_report: cover.period_of_report ?? header.period_of_report,
    entries_read: table?.rows.length ?? null,
    value_read: table?.rows.reduce((sum, { value_as_filed }) => sum + (value_as_filed ?? 0), 0) ?? null,
    value_unit: table?.unit.value_unit ?? null,
  }
}

/** The cover is read whatever the table is like; the reader of the table says what was wrong with it. */
function readableTable(filing: FilingUnderRead): Table | null {
  try {
    return tableOf(filing)
  } catch {
    return null
  }
}

function tableOf(filing: FilingUnderRead): Table | null {
  const { documents, form_type, filed_on } = filing
  const xml = documents.find(
    ({ kind, document }) => kind === 'xml' && document.document_type === 'INFORMATION TABLE',
  )
  if (xml) {
    const rows = readInformationTable(xml.content)
    return rows.length === 0 ? null : { document_id: xml.document_id, rows, unit: unitOf(rows, filed_on) }
  }
  const typed = documents.filter(({ kind }) => kind === 'text' || kind === 'html')
  for (const document of typed) {
    const rows = readTextTable(textOf(document))
    if (rows.length > 0) return { document_id: document.document_id, rows, unit: unitOf(rows, filed_on) }
  }
  const expected =
    filing.main?.kind === 'text' ? readTextCover(textOf(filing.main), form_type).table_entry_total : 0
  if (expected)
    throw new ReaderError('information_table_not_read', `the cover page counts ${expected} entries`)
  return null
}

/**
 * Typed tables are read from the original bytes, because their columns are positions. In the text of HTML a bar stands
 * between the cells.
 */
function textOf({ kind, content, text }: DocumentUnderRead): string {
  return kind === 'html' ? (text?.text ?? '').replaceAll(' | ', '    ') : decodeBytes(content).text
}
