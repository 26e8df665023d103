import { parentPort } from 'node:worker_threads'
import { load } from 'cheerio'
import { XMLParser } from 'fast-xml-parser'
import { Tokenizer } from 'htmlparser2'
import { type Corpus, openCorpus } from '../accuracy/corpus.ts'
import { parseOwnershipDocument } from '../insider-transactions/parse-ownership.ts'
import { type BenchDocument, htmlDocuments, largestReports, ownershipDocuments } from './bench-corpus.ts'
import { hashOf, readReport } from './bench-pipeline.ts'
import { readHtml } from './html-document.ts'
import { htmlSource } from './html-source.ts'
import { readXml } from './xml-reader.ts'

/** Who is measured: ours and the peers on annual and quarterly reports, then on ownership forms. */
export type ContestantName =
  | 'tokenizer'
  | 'cheerio'
  | 'ours'
  | 'fast-xml-parser'
  | 'ownership tree'
  | 'ownership rows'

/** What the thread is asked for. A round is one pass over what was prepared; its answer is milliseconds. */
export type BenchTask =
  | { task: 'prepare'; name: ContestantName; corpus: string; count: number }
  | { task: 'round' }
  | { task: 'fallback'; corpus: string }
  | { task: 'hash'; document: BenchDocument }
  | { task: 'read'; document: BenchDocument }

/** What a contestant will read in each round. */
export interface Prepared {
  bytes: number
  documents: number
}

/** Documents whose markup the pass does not trust, by what it met. */
export interface Distrust {
  documents: number
  distrusted: number
  reasons: Record<string, number>
}

let round: () => void = () => {}

// Reading happens in a thread, as it does in the workers.
parentPort?.on('message', (task: BenchTask) => parentPort?.postMessage(answer(task)))

function answer(task: BenchTask): Prepared | Distrust | string | number {
  switch (task.task) {
    case 'hash':
      return hashOf(readReport(owned(task.document)))
    case 'read':
      return readReport(owned(task.document)).facts.length
    case 'fallback':
      return distrust(htmlDocuments(openCorpus(task.corpus)))
    case 'prepare':
      return prepare(task.name, openCorpus(task.corpus), task.count)
    case 'round': {
      const start = performance.now()
      round()
      return performance.now() - start
    }
  }
}

/** A buffer loses its kind on the way between threads. */
function owned(document: BenchDocument): BenchDocument {
  return { ...document, bytes: Buffer.from(document.bytes) }
}

function prepare(name: ContestantName, corpus: Corpus, count: number): Prepared {
  if (name === 'fast-xml-parser' || name.startsWith('ownership')) {
    const forms = ownershipDocuments(corpus).filter(isReadable)
    round = () => forms.forEach(OWNERSHIP_READERS[name] ?? ignore)
    return { bytes: forms.reduce((sum, xml) => sum + xml.length, 0), documents: forms.length }
  }
  const reports = largestReports(corpus, count)
  const bytes = reports.reduce((sum, report) => sum + report.bytes.length, 0)
  if (name === 'ours') round = () => reports.forEach(readReport)
  else {
    const pages = reports.map((report) => report.bytes.toString())
    round = () => pages.forEach(name === 'cheerio' ? (html) => load(html) : tokenize)
  }
  return { bytes, documents: reports.length }
}

const ignore = () => {}
const EMPTY_HANDLERS = {
  onattribdata: ignore,
  onattribentity: ignore,
  onattribend: ignore,
  onattribname: ignore,
  oncdata: ignore,
  onclosetag: ignore,
  oncomment: ignore,
  ondeclaration: ignore,
  onend: ignore,
  onopentagend: ignore,
  onopentagname: ignore,
  onprocessinginstruction: ignore,
  onselfclosingtag: ignore,
  ontext: ignore,
  ontextentity: ignore,
}

function tokenize(html: string): void {
  const reader = new Tokenizer({ decodeEntities: true }, EMPTY_HANDLERS)
  reader.write(html)
  reader.end()
}

const fast = new XMLParser({ ignoreAttributes: false })
const OWNERSHIP_READERS: Partial<Record<ContestantName, (xml: string) => unknown>> = {
  'fast-xml-parser': (xml) => fast.parse(xml),
  'ownership tree': (xml) => readXml(xml),
  'ownership rows': (xml) => parseOwnershipDocument(xml),
}

function isReadable(xml: string): boolean {
  try {
    parseOwnershipDocument(xml)
    return true
  } catch {
    return false
  }
}

function distrust(documents: Iterable<{ bytes: Buffer }>): Distrust {
  const found: Distrust = { documents: 0, distrusted: 0, reasons: {} }
  for (const { bytes } of documents) {
    const { distrusted } = readHtml(htmlSource(bytes), { replaced: 0 })
    found.documents++
    if (distrusted.size > 0) found.distrusted++
    for (const reason of distrusted) found.reasons[reason] = (found.reasons[reason] ?? 0) + 1
  }
  return found
}
