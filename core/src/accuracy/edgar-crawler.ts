import type { Corpus, CorpusFile } from './corpus.ts'
import { itemKey } from './item-keys.ts'
import { filesOf, type ReadDocument, sectionedDocument } from './sectioned-document.ts'

/** What edgar-crawler cut out of one filing: the text of each item by our key, in its own words. */
export interface CrawledFiling {
  accession_number: string
  items: Map<string, string>
}

const FORMS = { '10-K': /^10-?K/, '8-K': /^8-?K/ }

/** The stored answers of edgar-crawler with the documents they are about. A filing the corpus does not hold is left out. */
export function* crawledFilings(
  corpus: Corpus,
  form: '10-K' | '8-K',
): Generator<{ crawled: CrawledFiling; document: ReadDocument }> {
  const held = new Map<string, CorpusFile[]>()
  for (const file of filesOf(corpus, new RegExp(`${FORMS[form].source}[\\w/-]*$`)))
    held.set(file.accession_number, [...(held.get(file.accession_number) ?? []), file])
  for (const path of corpus.expected(`edgar-crawler/${form}`)) {
    const crawled = readCrawled(corpus, path, form)
    const files = crawled && held.get(crawled.accession_number)
    if (!crawled || !files) continue
    for (const file of files) {
      const document = sectionedDocument(corpus, file)
      if (!document || !FORMS[form].test(document.form_type)) continue
      yield { crawled, document }
      break
    }
  }
}

function readCrawled(corpus: Corpus, path: string, form: '10-K' | '8-K'): CrawledFiling | undefined {
  const accession_number = /\d{10}-\d{2}-\d{6}/.exec(path)?.[0]
  if (!accession_number || !/\.json(?:\.gz)?$/.test(path)) return undefined
  const content = JSON.parse(corpus.bytes(path).toString('utf8')) as Record<string, unknown>
  const items = new Map<string, string>()
  for (const [name, value] of Object.entries(content)) {
    const number = /^item_([\d.]+[A-C]?)$/i.exec(name)?.[1]
    if (number && typeof value === 'string' && value.trim() !== '')
      items.set(itemKey(form, number), value.trim())
  }
  return { accession_number, items }
}
