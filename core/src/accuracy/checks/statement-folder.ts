import { dirname } from 'node:path/posix'
import { readXml, textContent, type XmlElement } from '../../documents/xml-reader.ts'
import { filedStatements } from '../../statements/as-filed.ts'
import type { FiledStatement } from '../../statements/filed-statement.ts'
import { type FiledTaxonomy, mergeTaxonomy } from '../../statements/taxonomy.ts'
import { readTaxonomyDocument } from '../../statements/taxonomy-document.ts'
import type { Corpus } from '../corpus.ts'
import { factsOfFile } from './statement-facts.ts'

const TAXONOMY_FILE = /(?:\.xsd|_(?:pre|lab|cal|def)\.xml)(?:\.gz)?$/

/** A filing of which the corpus holds the parts: its facts, its taxonomy and what the SEC rendered of it. */
export interface StatementFolder {
  taxonomy: FiledTaxonomy
  statements: FiledStatement[]
  /** The pages of the rendering with the role that each draws. */
  pages: { path: string; role: string }[]
}

/** Folders with a summary of a rendering (`FilingSummary.xml`), a taxonomy and the document the summary names. */
export function statementFolder(corpus: Corpus, folder: string): StatementFolder | null {
  const files = corpus.files.map(({ path }) => path).filter((path) => dirname(path) === folder)
  const held = (name: string) => files.find((path) => path.replace(/\.gz$/, '') === `${folder}/${name}`)
  const summary = held('FilingSummary.xml')
  if (summary === undefined) return null
  const reports = reportsOf(readXml(corpus.bytes(summary)))
  const source = reports.map(({ instance }) => held(instance)).find((path) => path !== undefined)
  const facts = source === undefined ? null : factsOfFile(corpus, source)
  const parts = files.filter((path) => TAXONOMY_FILE.test(path))
  if (!facts || parts.length === 0) return null
  const taxonomy = mergeTaxonomy(parts.map((path) => readTaxonomyDocument(corpus.bytes(path))))
  const pages = reports.flatMap(({ page, role }) => {
    const path = held(page)
    return path === undefined ? [] : [{ path, role }]
  })
  return { taxonomy, statements: filedStatements(taxonomy, facts), pages }
}

function reportsOf(summary: XmlElement): { page: string; role: string; instance: string }[] {
  const reports = summary.children.find(({ name }) => name === 'MyReports')?.children ?? []
  const text = (report: XmlElement, name: string) => {
    const child = report.children.find((one) => one.name === name)
    return child ? textContent(child).trim() : ''
  }
  return reports.map((report) => ({
    page: text(report, 'HtmlFileName'),
    role: text(report, 'Role'),
    instance: report.attributes.instance ?? '',
  }))
}
