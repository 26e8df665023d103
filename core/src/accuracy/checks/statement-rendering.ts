import { dirname } from 'node:path/posix'
import { readXml, textContent, type XmlElement } from '../../documents/xml-reader.ts'
import { decodeXmlReferences } from '../../documents/xml-references.ts'
import { filedStatements } from '../../statements/as-filed.ts'
import type { FiledStatement } from '../../statements/filed-statement.ts'
import { mergeTaxonomy } from '../../statements/taxonomy.ts'
import { readTaxonomyDocument } from '../../statements/taxonomy-document.ts'
import { type Check, type Comparison, compared } from '../check.ts'
import type { Corpus } from '../corpus.ts'
import { factsOfFile } from './statement-facts.ts'

const TAXONOMY_FILE = /(?:\.xsd|_(?:pre|lab|cal|def)\.xml)(?:\.gz)?$/
/** Parts of tables, which a rendering does not draw as rows. */
const UNDRAWN = /(?:Table|Axis|Domain|Member|LineItems)$/

/** Statements as the SEC's renderer draws them, row by row: label and numbers, each with the sign that is shown. */
export const statementRenderingCheck: Check = {
  name: 'Statements as filed',
  source: 'renderings of the SEC (R pages)',
  at_least: null,

  *compare(corpus: Corpus): Iterable<Comparison> {
    for (const { path } of corpus.files) {
      if (!path.endsWith('/FilingSummary.xml')) continue
      const folder = dirname(path)
      const files = corpus.files.map((file) => file.path).filter((file) => dirname(file) === folder)
      const reports = summaryOf(readXml(corpus.bytes(path)))
      const statements = statementsOf(corpus, files, reports[0]?.instance)
      for (const { page, role } of reports) {
        const ours = statements.find((statement) => statement.role_uri === role)
        const file = files.find((one) => one.replace(/\.gz$/, '') === `${folder}/${page}`)
        if (file && ours && ours.kind !== 'notes')
          yield* compareRows(file, ours, corpus.bytes(file).toString('utf8'))
      }
    }
  },
}

interface RenderedReport {
  page: string
  role: string
  instance: string | undefined
}

function summaryOf(summary: XmlElement): RenderedReport[] {
  const reports = summary.children.find(({ name }) => name === 'MyReports')?.children ?? []
  const text = (report: XmlElement, name: string) => {
    const child = report.children.find((one) => one.name === name)
    return child ? textContent(child).trim() : ''
  }
  return reports.map((report) => ({
    page: text(report, 'HtmlFileName'),
    role: text(report, 'Role'),
    instance: report.attributes.instance,
  }))
}

function statementsOf(corpus: Corpus, files: string[], instance: string | undefined): FiledStatement[] {
  const source = files.find(
    (file) => instance !== undefined && file.replace(/\.gz$/, '').endsWith(`/${instance}`),
  )
  const facts = source && factsOfFile(corpus, source)
  if (!facts) return []
  const documents = files
    .filter((file) => TAXONOMY_FILE.test(file))
    .map((file) => readTaxonomyDocument(corpus.bytes(file)))
  return filedStatements(mergeTaxonomy(documents), facts)
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
