import { dayOf, numberOf } from '../form-xml/values.ts'
import { ReaderError } from '../readers/reader.ts'
import type { HoldingsCover, OtherManager } from './holding.ts'

const MAX_COVER_CHARS = 60_000
const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
)

/** Cover and summary page of a typed Form 13F (1999 to 2013). */
export function readTextCover(written: string, formType: string): HoldingsCover {
  const page = written.slice(0, MAX_COVER_CHARS)
  const flat = page.replace(/\s+/g, ' ')
  if (!/13F/i.test(flat)) throw new ReaderError('not_a_cover_page', 'the document does not speak of Form 13F')
  const after = (label: RegExp, length = 60) => {
    const match = label.exec(flat)
    return match ? flat.slice(match.index + match[0].length, match.index + match[0].length + length) : ''
  }
  const total = (label: RegExp) => numberOf(/^[\s:_$]*([\d,]+(?:\.\d+)?)/.exec(after(label))?.[1] ?? null)
  const included = total(/Number of Other Included Managers\s*:?/i)
  return {
    report_type: reportType(flat),
    period_of_report: periodOf(after(/(?:Calendar (?:Year|Quarter)[^:]{0,30}|Quarter) Ended\s*:?/i)),
    is_amendment: formType.endsWith('/A') || isTicked(flat, /Check here if Amendment/i, 'after'),
    amendment_number: numberOf(/^[\s:_]*(\d{1,3})\b/.exec(after(/Amendment Number/i))?.[1] ?? null),
    amendment_type: isTicked(flat, /is a restatement/i, 'before')
      ? 'restatement'
      : isTicked(flat, /adds new holdings/i, 'before')
        ? 'new_holdings'
        : null,
    manager_name: lineAfter(page, /Name:\s*/i),
    form_13f_file_number:
      /^[\s:]*(?:No\.?\s*)?(\d{1,3}-\d{1,6})/.exec(after(/13F File Number/i))?.[1] ?? null,
    crd_number: null,
    sec_file_number: null,
    additional_information: null,
    reporting_managers: [],
    included_managers: managersOf(page),
    included_manager_count: included,
    table_entry_total: total(/Information Table Entry Total\s*:?/i),
    table_value_total: total(/Information Table Value Total\s*:?/i),
    confidential_omitted:
      /confidential(?:ly)? (?:information|treatment|portion)[^.]{0,80}(?:omitted|filed separately)/i.test(
        flat,
      )
        ? true
        : null,
    signed_by: null,
    signed_on: null,
  }
}

function reportType(flat: string): HoldingsCover['report_type'] {
  for (const [type, label] of [
    ['holdings', /13F HOLDINGS REPORT/i],
    ['notice', /13F NOTICE/i],
    ['combination', /13F COMBINATION REPORT/i],
  ] as const) {
    if (isTicked(flat, label, 'before')) return type
  }
  return null
}

/** A box that holds an X right before or soon after a label: `[X] 13F NOTICE`, `Check here if Amendment: [X]`. */
function isTicked(flat: string, label: RegExp, side: 'before' | 'after'): boolean {
  const match = label.exec(flat)
  if (!match) return false
  const near =
    side === 'before'
      ? flat.slice(Math.max(0, match.index - 8), match.index)
      : flat.slice(match.index + match[0].length, match.index + match[0].length + 12)
  return side === 'before' ? /[[(|_\s]\s*X\s*[\])|_\s]/i.test(near) : /^\W*X\b/i.test(near)
}

function periodOf(written: string): string | null {
  const numeric = dayOf(/(\d{1,2}[-/]\d{1,2}[-/]\d{4})/.exec(written)?.[1] ?? null)
  if (numeric) return numeric
  const match = /([A-Z][a-z]+)\.? (\d{1,2}),? (\d{4})/.exec(written)
  const month = MONTHS.indexOf((match?.[1] ?? '').toLowerCase()) + 1
  return match && month > 0
    ? dayOf(`${match[3]}-${String(month).padStart(2, '0')}-${match[2]?.padStart(2, '0')}`)
    : null
}

function lineAfter(page: string, label: RegExp): string | null {
  const match = label.exec(page)
  if (!match) return null
  const line =
    page
      .slice(match.index + match[0].length)
      .split('\n', 1)[0]
      ?.trim() ?? ''
  return line === '' ? null : line.slice(0, 200)
}

/** `1   28-1234   Name of a manager` below the heading "List of Other Included Managers". */
function managersOf(page: string): OtherManager[] {
  const start = page.search(/List of Other Included Managers/i)
  if (start < 0) return []
  const managers: OtherManager[] = []
  for (const line of page.slice(start, start + 20_000).split('\n')) {
    if (/<TABLE>|INFORMATION TABLE/i.test(line) && managers.length > 0) break
    const match = /^\s*(\d{1,3})\.?\s+(?:28-?|028-?)\s?(\d{1,6})\s+(\S.{0,150})$/.exec(line)
    if (!match) continue
    managers.push({
      sequence_number: match[1] ?? null,
      name: match[3]?.trim() ?? null,
      cik: null,
      form_13f_file_number: `28-${match[2]}`,
      crd_number: null,
      sec_file_number: null,
    })
  }
  return managers
}
