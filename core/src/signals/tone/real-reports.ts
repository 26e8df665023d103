import { type Corpus, type CorpusFile, hasCorpus, openCorpus } from '../../accuracy/corpus.ts'
import { hasMainText, mainTextOf } from '../../accuracy/main-text.ts'
import { filingFixture } from '../filing-fixture.ts'
import type { RealFilingUnderRead } from '../real-filings-under-read.ts'

let corpus: Corpus | undefined

/** Main documents of annual and quarterly reports of the corpus, wherever they lie in it. For tests only. */
export function reportFiles(): CorpusFile[] {
  if (!hasCorpus()) return []
  corpus ??= openCorpus()
  return corpus.files.filter((file) => /^10-[KQ](?:T|405)?(?:\/A)?$/.test(file.form) && hasMainText(file))
}

/** The main document of a report with a header of its own; null for a file that holds none. */
export function readReport(file: CorpusFile): RealFilingUnderRead | null {
  corpus ??= openCorpus()
  const main = mainTextOf(corpus, file)
  if (!main) return null
  const { filing } = filingFixture({
    form_type: main.form_type,
    filing_date: main.filed_on,
    period_of_report: file.period || null,
    ...(file.accession_number ? { accession_number: file.accession_number } : {}),
    blocks: ['x'],
  })
  const documents = filing.documents.map((document) => ({
    ...document,
    document_type: main.form_type,
    text: main.text,
    sections: main.sections,
  }))
  return {
    filing: { ...filing, documents },
    sources: {
      text: (key) => (key === main.text.text_sha256 ? main.text.text : undefined),
      bytes: () => undefined,
    },
  }
}
