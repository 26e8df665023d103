import { dirname } from 'node:path/posix'
import { decodeXmlReferences } from '../../documents/xml-references.ts'
import type { FiledStatement } from '../../statements/filed-statement.ts'
import { type Check, type Comparison, compared } from '../check.ts'
import type { Corpus } from '../corpus.ts'
import { statementFolder } from './statement-folder.ts'

/** Parts of tables, which a rendering does not draw as rows. */
const UNDRAWN = /(?:Table|Axis|Domain|Member|LineItems)$/

/** Statements as the SEC's renderer draws them, row by row: label and numbers, each with the sign that is shown. */
export const statementRenderingCheck: Check = {
  name: 'Statements as filed',
  source: 'renderings of the SEC (R pages)',
  at_least: null,

  *compare(corpus: Corpus): Iterable<Comparison> {
    for (const { path } of corpus.files) {
      const folder = path.endsWith('/FilingSummary.xml') ? statementFolder(corpus, dirname(path)) : null
      for (const { path: page, role } of folder?.pages ?? []) {
        const ours = folder?.statements.find((statement) => statement.role_uri === role)
        if (ours && ours.kind !== 'notes') yield* compareRows(page, ours, corpus.bytes(page).toString('utf8'))
      }
    }
  },
}

/** Rows by concept and label. A concept can be drawn once per member, and those rows count together. */
function* compareRows(path: string, ours: FiledStatement, html: string): Iterable<Comparison> {
  const theirs = renderedRows(html)
  const mine = new Map<string, number[]>()
  for (const { concept, label, negated, cells } of ours.lines) {
    if (UNDRAWN.test(concept)) continue
    const key = `${concept.replace(':', '_')} ${label}`
    const values = cells
      .filter(({ value }) => value !== null)
      .map(({ value }) => (negated ? -(value as number) : (value as number)))
    mine.set(key, [...(mine.get(key) ?? []), ...values])
  }
  for (const [key, values] of theirs)
    yield compared(`${path}: ${key}`, printed(mine.get(key)), printed(values))
}

function printed(values: readonly number[] | undefined): string {
  if (values === undefined) return 'no such line'
  return values
    .map((value) => Number(value.toPrecision(12)) + 0)
    .sort((one, other) => one - other)
    .join(' ')
}

/** What a rendering adds to a label: the day of a balance, the unit where it is not the page's own. */
const DRAWN_AFTER = /(?: at [A-Z][a-z]{2}\. \d{2}, \d{4})?(?: \| .*)?$/

const SCALES: Record<string, number> = { Thousands: 1e3, Millions: 1e6, Billions: 1e9 }

function renderedRows(html: string): Map<string, number[]> {
  const scaleOf = (measure: string) =>
    SCALES[new RegExp(`${measure} in (Thousands|Millions|Billions)`).exec(html)?.[1] ?? ''] ?? 1
  const money = scaleOf('\\$')
  const shares = scaleOf('shares')
  const rows = new Map<string, number[]>()
  // Below the table stand the definitions of its concepts, which are no rows.
  const end = html.indexOf('class="authRefData"')
  for (const row of html
    .slice(0, end < 0 ? undefined : end)
    .split('<tr')
    .slice(1)) {
    const [, element, label] = /defref_([\w.-]+)'[^>]*>([\s\S]*?)<\/a>/.exec(row) ?? []
    if (element === undefined || label === undefined || UNDRAWN.test(element)) continue
    const key = `${element} ${plain(label).replace(DRAWN_AFTER, '')}`
    const values = row
      .split('<td')
      .slice(2)
      .map((cell) => cell.slice(cell.indexOf('>') + 1).split('</td>')[0] ?? '')
      .map((cell) => numberOf(plain(cell), element, { money, shares }))
      .filter((value) => value !== null)
    rows.set(key, [...(rows.get(key) ?? []), ...values])
  }
  return rows
}

/** `$ (1,234)` as -1234 times its scale. Shares and amounts per share are told by the name of the concept. */
function numberOf(
  text: string,
  element: string,
  { money, shares }: { money: number; shares: number },
): number | null {
  const match = /^(\$ )?(\()?(?:\$ )?([\d,]+(?:\.\d+)?)\)?(?: *\[\d+\])*$/.exec(text)
  if (!match) return null
  const value = Number((match[3] as string).replaceAll(',', '')) * (match[2] ? -1 : 1)
  // Years, codes and numbers of the cover are text.
  if (element.startsWith('dei_') && !/^dei_Entity(?:PublicFloat|CommonStockSharesOutstanding)$/.test(element))
    return null
  if (/PerShare|PerUnit|PerBasic|PerDiluted|ParOrStatedValue/.test(element)) return value
  const isShares =
    /Shares(?:Outstanding|Issued|Authorized|Basic|Diluted)|NumberOf\w*Shares|SharesOutstanding/.test(element)
  return value * (isShares ? shares : money)
}

function plain(html: string): string {
  const text = html
    .replace(/<sup>[^<]*<\/sup>/g, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&nbsp;', ' ')
  return (decodeXmlReferences(text) ?? text).split(/\s/).filter(Boolean).join(' ')
}
