import { Type } from 'typebox'
import type { Evidence } from '../../evidence/evidence.ts'
import { headerFieldEvidence, headerFields } from '../../evidence/header-line.ts'
import { quarterBefore } from '../../holdings/quarter.ts'
import { holdingsReader, holdingsReportReader } from '../../holdings/reader.ts'
import {
  holdingRuleStore,
  type StoredHolding,
  type StoredHoldingsReport,
} from '../../holdings/rule-rows-store.ts'
import { OWNERSHIP_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import type { FilingUnderRead } from '../filing-under-read.ts'
import type { Need, NeedSources } from '../need.ts'
import { windowBefore } from '../needs/window.ts'
import type { SignalInput, SignalType } from '../signal.ts'
import {
  changesBetween,
  type PositionChange,
  positionsOf,
  reportsInForce,
  totalOfRows,
} from './holdings-change.ts'
import { documentBytes, quotesIn, xmlEvidence } from './quoted-xml.ts'

const config = { maximum_listed: 50, maximum_rows_quoted: 5 } as const

const REPORT = /^13F-HR(?:\/A)?$/
/** A report is due 45 days after its quarter; amendments of the quarter before may come years later. */
const ACCEPTED_DAYS = 1_500
/** Rows of larger tables are not quoted: finding them again costs a second a megabyte. The totals of the cover are. */
const MAX_QUOTED_TABLE_BYTES = 2_000_000
const COVER_PATHS = [
  '/edgarSubmission/formData/summaryPage/tableEntryTotal',
  '/edgarSubmission/formData/summaryPage/tableValueTotal',
  '/edgarSubmission/formData/coverPage/reportCalendarOrQuarter',
] as const

const number = (description: string) => Type.Union([Type.Number(), Type.Null()], { description })
const text = (description: string) => Type.Union([Type.String(), Type.Null()], { description })

const Listed = Type.Array(
  Type.Object(
    {
      cusip: Type.String({ description: 'As filed, nine characters.' }),
      issuer_name: Type.String({ description: 'As filed.' }),
      put_call: text('`put` or `call`; null for the security itself.'),
      shares_before: number('Shares or principal a quarter earlier; null when not held or not stated.'),
      shares_after: number('Shares or principal now.'),
      shares_change: Type.Number({ description: 'Now minus before.' }),
      traded_value: number('US dollars of the change at the price the report implies.'),
    },
    { additionalProperties: false },
  ),
)

const instDelta: SignalType = {
  signal_type: 'inst_delta',
  family: 'ownership',
  title: 'What a manager bought and sold in a quarter',
  description:
    'Changes of the share counts of a manager\u2019s Form 13F against its report of the quarter before. The value is the number of positions that changed. A position is a CUSIP with its side (security, put, call) and kind of amount (shares, principal); its rows are added up. Reports show neither short positions nor cash, only securities on the SEC\u2019s list, and may leave holdings out under confidential treatment. A new CUSIP of the same company looks like one position closed and another opened. Values in dollars, where filers wrote thousands, are brought to dollars before anything is compared.',
  unit: 'count',
  range: { minimum: 0, maximum: null },
  labels: null,
  form_types: ['13F-HR', '13F-HR/A'],
  evidence_kinds: ['xml_path', 'header_field'],
  source: 'Form 13F (17 CFR 249.325)',
  formula:
    'Positions opened + closed + increased + decreased, by shares. Both quarters: the latest original or restatement accepted up to this filing, and the new holdings added to it. Traded value: |change of shares| × value / shares of the later report, of the earlier one for closed positions. Direction +1 when the value bought exceeds the value sold, −1 when it is less, 0 when they are equal or not known.',
  history: null,
  covers_from: '1999-01-01',
  payload_schema: Type.Object(
    {
      period_of_report: Type.String({ description: 'End of the quarter.' }),
      prior_period: Type.String({ description: 'End of the quarter compared with.' }),
      accession_numbers: Type.Array(Type.String(), { description: 'Reports that make up the quarter.' }),
      prior_accession_numbers: Type.Array(Type.String(), { description: 'Reports of the quarter before.' }),
      positions: Type.Integer({ description: 'Positions now.' }),
      prior_positions: Type.Integer({ description: 'Positions a quarter earlier.' }),
      opened: Type.Integer({ description: 'Positions not held before.' }),
      closed: Type.Integer({ description: 'Positions no longer held.' }),
      increased: Type.Integer({ description: 'Positions with more shares.' }),
      decreased: Type.Integer({ description: 'Positions with fewer shares.' }),
      unchanged: Type.Integer({ description: 'Positions with as many shares.' }),
      splits: Type.Integer({
        description:
          'Positions whose shares changed in the ratio of a split while the price moved the other way.',
      }),
      unknown: Type.Integer({ description: 'Positions without a share count on one side.' }),
      rows_without_cusip: Type.Integer({ description: 'Rows of either quarter that cannot be compared.' }),
      total_value: number('US dollars of all rows; null where a value cannot be trusted.'),
      prior_total_value: number('The same a quarter earlier.'),
      value_bought: number('US dollars of what was opened and increased; null where a price is missing.'),
      value_sold: number('US dollars of what was closed and decreased.'),
      confidential_omitted: Type.Boolean({ description: 'One of the reports leaves holdings out.' }),
      additions: { ...Listed, description: 'Opened and increased, largest traded value first, at most 50.' },
      reductions: { ...Listed, description: 'Decreased, largest traded value first, at most 50.' },
      exits: { ...Listed, description: 'Closed, largest traded value first, at most 50.' },
    },
    { additionalProperties: false },
  ),
  cases: {
    ...OWNERSHIP_CASES,
    first_filings: '`insufficient_data`: no report of the quarter before is held.',
    missing_years: '`insufficient_data` unless the report of the very quarter before is held.',
    fiscal_year_changes: 'Form 13F follows calendar quarters.',
    splits:
      'A share count that changed in a usual split ratio, to a tenth of a per cent, while the implied price moved the other way, is listed as a split and counts as no change.',
    amendments:
      'A restatement replaces the table, new holdings are added to it. An amendment that says neither is `insufficient_data`.',
  },
}

interface Quarter {
  period: string
  reports: StoredHoldingsReport[]
  rows: StoredHolding[]
}

/** The report under read with its quarter and the one before, as of its acceptance. */
export interface ManagerQuarters {
  own: StoredHoldingsReport
  now: Quarter
  before: Quarter
  /** Bytes of the cover and of the table, for quotes; null where they are not XML. */
  cover: { document_id: string; document_sha256: string; quotes: Record<string, string> } | null
  table: { document_id: string; document_sha256: string; bytes: Buffer | null } | null
}

export const managerQuarters: Need<ManagerQuarters | null> = {
  name: 'manager_quarters',
  earlier: { form_types: ['13F-HR', '13F-HR/A'], days: ACCEPTED_DAYS },
  async load(filing, sources) {
    const store = holdingRuleStore(sources.sql)
    const own = await store.report(filing.accession_number)
    if (!own || own.period_of_report === null) return null
    const within = windowBefore(filing, ACCEPTED_DAYS)
    const quarter = async (period: string, also: StoredHoldingsReport[]): Promise<Quarter> => {
      const { dataset } = filing
      const held = await store.ofQuarter(
        { dataset, manager_cik: own.manager_cik, period_of_report: period },
        within,
      )
      const reports = reportsInForce([
        ...held.filter((one) => one.accession_number !== own.accession_number),
        ...also,
      ])
      return { period, reports, rows: await store.rows(reports.map((one) => one.accession_number)) }
    }
    return {
      own,
      now: await quarter(own.period_of_report, [own]),
      before: await quarter(quarterBefore(own.period_of_report), []),
      ...(await placesOf(filing, sources)),
    }
  },
  identity: (data) => [
    holdingsReportReader.version,
    holdingsReader.version,
    data && [data.now, data.before].map(({ reports }) => reports.map((one) => one.accession_number)),
  ],
}

async function placesOf(filing: FilingUnderRead, { sql, objects }: NeedSources) {
  const places = await holdingRuleStore(sql).places(filing.accession_number)
  const cover = places.find(({ document_type }) => REPORT.test(document_type))
  const table = places.find(({ document_type }) => document_type === 'INFORMATION TABLE')
  return {
    cover: cover
      ? {
          document_id: cover.document_id,
          document_sha256: cover.document_sha256,
          quotes: quotesIn(await documentBytes(cover, objects), COVER_PATHS),
        }
      : null,
    table: table
      ? {
          document_id: table.document_id,
          document_sha256: table.document_sha256,
          bytes:
            table.byte_end - table.byte_start <= MAX_QUOTED_TABLE_BYTES
              ? await documentBytes(table, objects)
              : null,
        }
      : null,
  }
}

/** A manager's trades of a quarter, as far as two reports show them. */
export const instDeltaRule = defineExtractor({
  name: 'inst_delta',
  version: '1.0.0',
  signal_types: [instDelta],
  applies: (formType) => REPORT.test(formType),
  reads: 'submission',
  needs: { quarters: managerQuarters },
  config,

  extract({ filing, quarters }) {
    if (!quarters)
      return { status: 'insufficient_data', missing: ['period_of_report'], reason: 'report_not_read' }
    const { own, now, before } = quarters
    if (own.is_amendment && own.amendment_type === null) {
      return { status: 'insufficient_data', missing: ['amendment_type'], reason: 'amendment_type_not_stated' }
    }
    if (
      !now.reports.some(
        ({ amendment_type, is_amendment }) => !is_amendment || amendment_type === 'restatement',
      )
    ) {
      return { status: 'insufficient_data', missing: ['amended_report'], reason: 'amended_report_not_held' }
    }
    if (
      before.reports.every(
        ({ is_amendment, amendment_type }) => is_amendment && amendment_type !== 'restatement',
      )
    ) {
      return {
        status: 'insufficient_data',
        missing: [`report of the quarter that ended ${before.period}`],
        reason: 'no_report_of_quarter_before',
      }
    }
    const unread = [...now.reports, ...before.reports].filter(
      (report) => (report.table_entry_total ?? 0) > 0 && (report.entries_read ?? 0) === 0,
    )
    if (unread.length > 0) {
      return {
        status: 'insufficient_data',
        missing: unread.map(({ accession_number }) => `information table of ${accession_number}`),
        reason: 'information_table_not_read',
      }
    }
    const after = positionsOf(now.rows)
    const prior = positionsOf(before.rows)
    const changes = changesBetween(prior, after)
    const count = (kind: PositionChange['kind']) => changes.filter((one) => one.kind === kind).length
    const additions = ordered(changes, ['opened', 'increased'])
    const reductions = ordered(changes, ['decreased'])
    const exits = ordered(changes, ['closed'])
    const bought = valueOfAll(additions)
    const sold = valueOfAll([...reductions, ...exits])
    const evidence = evidenceOf(filing, quarters, [...additions, ...reductions])
    if (evidence.length === 0) {
      return { status: 'insufficient_data', missing: ['quotable_xml'], reason: 'form_not_quotable' }
    }
    const total = totalOfRows(now.rows)
    const priorTotal = totalOfRows(before.rows)
    return {
      status: 'ok_found',
      findings: [
        {
          signal_type: 'inst_delta',
          subject: null,
          value: additions.length + reductions.length + exits.length,
          unit: 'count',
          direction: bought === null || sold === null || bought === sold ? 0 : bought > sold ? 1 : -1,
          payload: {
            period_of_report: now.period,
            prior_period: before.period,
            accession_numbers: now.reports.map(({ accession_number }) => accession_number),
            prior_accession_numbers: before.reports.map(({ accession_number }) => accession_number),
            positions: after.size,
            prior_positions: prior.size,
            opened: count('opened'),
            closed: count('closed'),
            increased: count('increased'),
            decreased: count('decreased'),
            unchanged: count('unchanged'),
            splits: count('split'),
            unknown: count('unknown'),
            rows_without_cusip: [...now.rows, ...before.rows].filter(({ cusip }) => cusip === null).length,
            total_value: total,
            prior_total_value: priorTotal,
            value_bought: bought,
            value_sold: sold,
            confidential_omitted: [...now.reports, ...before.reports].some(
              (one) => one.confidential_omitted === true,
            ),
            additions: additions.slice(0, config.maximum_listed).map(listed),
            reductions: reductions.slice(0, config.maximum_listed).map(listed),
            exits: exits.slice(0, config.maximum_listed).map(listed),
          },
          evidence,
          inputs: [...inputsOf('', now, total), ...inputsOf('prior_', before, priorTotal)],
        },
      ],
    }
  },
})

/** Largest first; what has no price comes last, by shares. */
function ordered(
  changes: readonly PositionChange[],
  kinds: readonly PositionChange['kind'][],
): PositionChange[] {
  return changes
    .filter(({ kind }) => kinds.includes(kind))
    .sort(
      (a, b) =>
        (b.traded_value ?? -1) - (a.traded_value ?? -1) ||
        Math.abs(b.shares_change ?? 0) - Math.abs(a.shares_change ?? 0) ||
        (keyOf(a) < keyOf(b) ? -1 : 1),
    )
}

function keyOf({ before, after }: PositionChange): string {
  return (after ?? before)?.key ?? ''
}

function valueOfAll(changes: readonly PositionChange[]): number | null {
  return changes.some(({ traded_value }) => traded_value === null)
    ? null
    : Math.round(changes.reduce((sum, { traded_value }) => sum + (traded_value ?? 0), 0))
}

function listed({ before, after, shares_change, traded_value }: PositionChange) {
  const position = after ?? before
  return {
    cusip: position?.cusip ?? '',
    issuer_name: position?.issuer_name ?? '',
    put_call: position?.put_call ?? null,
    shares_before: before?.shares ?? null,
    shares_after: after?.shares ?? null,
    shares_change: shares_change ?? 0,
    traded_value: traded_value === null ? null : Math.round(traded_value),
  }
}

function inputsOf(
  prefix: '' | 'prior_',
  { period, reports, rows }: Quarter,
  total: number | null,
): SignalInput[] {
  return [
    ...reports.map(
      ({ accession_number }): SignalInput => ({
        name: `${prefix}rows`,
        value: rows.filter((row) => row.accession_number === accession_number).length,
        period_end: period,
        accession_number,
      }),
    ),
    {
      name: `${prefix}total_value`,
      value: total,
      unit: 'usd',
      period_end: period,
      accession_number: reports.at(-1)?.accession_number ?? null,
    },
  ]
}

/** Totals of the cover, and the rows of this filing that changed most; the header's period where nothing is in XML. */
function evidenceOf(
  filing: FilingUnderRead,
  { own, cover, table }: ManagerQuarters,
  changes: readonly PositionChange[],
): Evidence[] {
  const rows = changes
    .flatMap(({ after }) =>
      after && after.first.accession_number === own.accession_number ? [after.first] : [],
    )
    .slice(0, config.maximum_rows_quoted)
    .map(({ position }) => `/informationTable/infoTable[${position}]`)
  const quotes = table ? quotesIn(table.bytes, rows) : {}
  const quoted = [
    ...(cover ? COVER_PATHS.flatMap((path) => xmlEvidence(cover, path, cover.quotes[path])) : []),
    ...(table ? rows.flatMap((path) => xmlEvidence(table, path, quotes[path])) : []),
  ]
  const header = filing.header_text
  const line = header && headerFields(header).find(({ name }) => name === 'CONFORMED PERIOD OF REPORT')
  return header && line ? [...quoted, headerFieldEvidence(filing.submission_sha256, header, line)] : quoted
}
