import { parentPort } from 'node:worker_threads'
import { load } from 'cheerio'
import { XMLParser } from 'fast-xml-parser'
import { Tokenizer } from 'htmlparser2'
import { openCorpus } from '../accuracy/corpus.ts'
import { parseOwnershipDocument } from '../insider-transactions/parse-ownership.ts'
import { type BenchDocument, htmlDocuments, largestReports, ownershipDocuments } from './bench-corpus.ts'
import { hashOf, readReport } from './bench-pipeline.ts'
import { type Medians, measureInTurn } from './bench-rounds.ts'
import { readHtml } from './html-document.ts'
import { htmlSource } from './html-source.ts'

/** What the thread is asked for. */
export type BenchTask =
  | { task: 'reports'; corpus: string; count: number; rounds: number }
  | { task: 'cheerio'; corpus: string; count: number; rounds: number }
  | { task: 'ownership'; corpus: string; rounds: number }
  | { task: 'fallback'; corpus: string }
  | { task: 'read'; document: BenchDocument }

/** Bytes of what was measured, beside the medians. */
export interface Measured {
  bytes: number
  documents: number
  medians: Medians
}

/** Documents whose markup the pass does not trust, by what it met. */
export interface Distrust {
  documents: number
  distrusted: number
  reasons: Record<string, number>
}

// Reading happens in a thread, as it does in the workers.
parentPort?.on('message', (task: BenchTask) => parentPort?.postMessage(answer(task)))

function answer(task: BenchTask): Measured | Distrust | string {
  if (task.task === 'read')
    return hashOf(readReport({ ...task.document, bytes: Buffer.from(task.document.bytes) }))
  const corpus = openCorpus(task.corpus)
  if (task.task === 'fallback') return distrust(htmlDocuments(corpus))
  if (task.task === 'ownership') return ownership(ownershipDocuments(corpus), task.rounds)
  const reports = largestReports(corpus, task.count).map((report) => ({
    report,
    html: report.bytes.toString(),
  }))
  const contestants = task.task === 'reports' ? [tokenizer, ours] : [dom, ours]
  return {
    bytes: reports.reduce((sum, { report }) => sum + report.bytes.length, 0),
    documents: reports.length,
    medians: measureInTurn(contestants, reports, task.rounds, task.task === 'reports' ? 3 : 1),
  }
}

type Report = { report: BenchDocument; html: string }

const ours = { name: 'ours', run: ({ report }: Report) => readReport(report) }
const dom = { name: 'cheerio', run: ({ html }: Report) => load(html) }

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

const tokenizer = {
  name: 'tokenizer',
  run({ html }: Report) {
    const reader = new Tokenizer({ decodeEntities: true }, EMPTY_HANDLERS)
    reader.write(html)
    reader.end()
  },
}

function ownership(all: string[], rounds: number): Measured {
  const fast = new XMLParser({ ignoreAttributes: false })
  const readable = all.filter((xml) => {
    try {
      parseOwnershipDocument(xml)
      return true
    } catch {
      return false
    }
  })
  const contestants = [
    { name: 'fast-xml-parser', run: (xml: string) => fast.parse(xml) },
    { name: 'ours', run: (xml: string) => parseOwnershipDocument(xml) },
  ]
  return {
    bytes: readable.reduce((sum, xml) => sum + xml.length, 0),
    documents: readable.length,
    medians: measureInTurn(contestants, readable, rounds, 10),
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
