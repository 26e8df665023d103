import { type Corpus, hasCorpus, openCorpus } from '../../accuracy/corpus.ts'
import { pathsByAccession, submittedDocuments } from '../../accuracy/corpus-facts.ts'
import { unwrapped } from '../../accuracy/unwrapped.ts'
import { canonicalText } from '../../documents/canonical-text.ts'
import { documentKind } from '../../documents/document-kind.ts'
import type { EvidenceSources } from '../../evidence/verify.ts'
import { type FactSource, factsOfDocuments } from '../../facts/filing-facts.ts'
import type { StatedFact } from '../../facts/stated-fact.ts'
import { type StatingDocument, statedFactsOf } from '../../facts/stated-fact-reading.ts'
import { emptyHeader } from '../../filings/empty-header.ts'
import { readSubmission } from '../../filings/submission.ts'
import { sectionsOf } from '../../sections/tile.ts'
import { sha256 } from '../../sha256.ts'
import type { FilingUnderRead, ReadDocument } from '../filing-under-read.ts'

/** A filing of the corpus with the facts it states, however much of it is held. For tests and vectors only. */
export interface RealStatedFacts {
  filing: FilingUnderRead
  facts: StatedFact[]
  sources: EvidenceSources
}

let opened: { corpus: Corpus; paths: Map<string, string[]> } | null | undefined

function corpusWithPaths() {
  if (opened === undefined) {
    const corpus = hasCorpus() ? openCorpus() : null
    opened = corpus && { corpus, paths: pathsByAccession(corpus) }
  }
  return opened
}

/** Accession numbers of the corpus of which something readable is held. */
export function realAccessionNumbers(): string[] {
  return [...(corpusWithPaths()?.paths.keys() ?? [])].sort()
}

/** Null when the filing is not held, or states no facts. */
export function realStatedFacts(accession_number: string): RealStatedFacts | null {
  const held = corpusWithPaths()
  const paths = held?.paths.get(accession_number)
  if (!held || !paths) return null
  const line = held.corpus.files.find(
    (file) =>
      file.accession_number === accession_number &&
      /^\S{1,10}(?: \S+)?$/.test(file.form) &&
      !file.form.startsWith('XBRL'),
  )
  let header = {
    ...emptyHeader(),
    accession_number,
    form_type: line?.form ?? '',
    filing_date: line?.filing_date || null,
    period_of_report: line?.period || null,
  }
  const sources: (FactSource & { document_type: string })[] = []
  for (const path of paths) {
    const bytes = held.corpus.bytes(path)
    if (!bytes.includes('inlineXBRL') && !bytes.includes('http://www.xbrl.org/2003/instance')) continue
    const whole = submittedDocuments(bytes)
    if (whole.length > 0) {
      const submission = readSubmission(bytes)
      header = submission.header
      sources.length = 0
      for (const document of submission.documents)
        add(document, bytes.subarray(document.byte_start, document.byte_end), document.document_type)
      break
    }
    add({ file_name: path.replace(/\.gz$/, '') }, unwrapped(bytes), line?.form ?? '')
  }
  function add(named: { file_name: string | null }, content: Uint8Array, document_type: string) {
    const kind = documentKind(named, content)
    const wanted = kind === 'html' || kind === 'text'
    const text = wanted ? canonicalText(content, kind) : null
    sources.push({
      document_id: `${accession_number}:${sources.length + 1}`,
      kind,
      content,
      text,
      document_type,
    })
  }
  const read = factsOfDocuments(sources)
  if (read.length === 0) return null
  const main = read[0]?.document_id ?? ''
  const form_type = header.form_type === '' ? (read[0]?.cover.document_type ?? '') : header.form_type
  const filed = header.filing_date ?? header.period_of_report ?? '2020-01-01'
  const accepted_at = header.accepted_at ?? `${filed}T22:30:00Z`
  const documents = sources.map(
    ({ document_id, content, text, document_type }, index): ReadDocument => ({
      document_id,
      sequence: index + 1,
      document_type,
      document_sha256: sha256(content),
      text: document_id === main || (index === 0 && text) ? text : null,
      sections: document_id === main && text ? sectionsOf(form_type, text, filed) : [],
    }),
  )
  const stating = sources.map(
    ({ document_id, text }, index): StatingDocument => ({
      document_id,
      document_sha256: documents[index]?.document_sha256 ?? '',
      text_sha256: text?.text_sha256 ?? null,
    }),
  )
  const filing: FilingUnderRead = {
    dataset: 'live',
    accession_number,
    cik: header.filers[0]?.cik ?? (line?.cik ?? '').padStart(10, '0'),
    form_type,
    accepted_at,
    period_of_report: header.period_of_report,
    submission_sha256: sha256(accession_number),
    submission_bytes: null,
    submission: { header, documents: [], warnings: [] },
    header_text: null,
    documents,
  }
  const facts = statedFactsOf({ accession_number, form_type, filing_date: filed, accepted_at }, read, stating)
  return {
    filing,
    facts,
    sources: {
      text: (key) => sources.find(({ text }) => text?.text_sha256 === key)?.text?.text,
      bytes: () => undefined,
      facts: ({ document_id }) => facts.filter((fact) => fact.document_id === document_id),
      document: (id) => stating.find(({ document_id }) => document_id === id),
    },
  }
}
