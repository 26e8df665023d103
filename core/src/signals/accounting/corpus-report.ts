import { type Corpus, type CorpusFile, defaultCorpus, openCorpus } from '../../accuracy/corpus.ts'
import { readMainText } from '../../accuracy/main-text.ts'
import { textSpan } from '../../evidence/span.ts'
import type { EvidenceSources } from '../../evidence/verify.ts'
import { factsOfDocuments } from '../../facts/filing-facts.ts'
import type { StatedFact } from '../../facts/stated-fact.ts'
import { sha256 } from '../../sha256.ts'
import { filingFixture, joinedSources } from '../filing-fixture.ts'
import type { FilingUnderRead } from '../filing-under-read.ts'
import { EARLIER_CONCEPTS } from './lines.ts'

/** A real annual report with its facts and those of earlier reports, as the rules are given them. For tests only. */
export interface CorpusReport {
  filing: FilingUnderRead
  facts: StatedFact[]
  earlier: StatedFact[]
  sources: EvidenceSources
}

let corpus: Corpus | undefined

/** The inline report of an accession number; the earlier ones are given in the order of acceptance. */
export function corpusReport(accessionNumber: string, sic: string, earlier: string[] = []): CorpusReport {
  const own = reading(accessionNumber)
  const before = earlier.map(reading)
  const { filing } = filingFixture({
    accession_number: accessionNumber,
    form_type: own.file.form,
    filing_date: own.file.filing_date,
    period_of_report: own.file.period || null,
    blocks: ['x'],
  })
  filing.documents = [own.document]
  filing.submission.header.filers = [
    { role: 'filer', cik: filing.cik, name: '', sic } as (typeof filing.submission.header.filers)[number],
  ]
  const wanted = new Set(EARLIER_CONCEPTS)
  return {
    filing,
    facts: own.facts,
    earlier: before.flatMap(({ facts }) =>
      facts.filter(({ concept, dimensions }) => dimensions.length === 0 && wanted.has(concept)),
    ),
    sources: {
      ...joinedSources(...[own, ...before].map(({ sources }) => sources)),
      facts: ({ document_id: id }) =>
        [own, ...before].find(({ document }) => document.document_id === id)?.facts,
    },
  }
}

function reading(accessionNumber: string) {
  corpus ??= openCorpus(defaultCorpus)
  const file = corpus.files.find(
    ({ accession_number: number, path, form }) =>
      number === accessionNumber && /\.htm(?:\.gz)?$/.test(path) && /^10-/.test(form),
  ) as CorpusFile
  const main = readMainText(corpus, file)
  if (!main) throw new Error(`${accessionNumber} has no main document`)
  const { text, content } = main
  const document = {
    document_id: `${accessionNumber}:1`,
    sequence: 1,
    document_type: file.form,
    document_sha256: sha256(content),
    text,
    sections: [],
  }
  const facts = factsOfDocuments([{ document_id: document.document_id, kind: 'html', content, text }])
    .flatMap((each) => each.facts)
    .map((fact): StatedFact => {
      const shown = fact.start !== null && fact.end !== null && fact.value !== null && fact.end > fact.start
      const span = shown ? textSpan(document, null, fact.start as number, fact.end as number) : null
      return {
        accession_number: accessionNumber,
        form_type: file.form,
        filing_date: file.filing_date,
        accepted_at: `${file.filing_date}T21:00:00Z`,
        document_id: document.document_id,
        document_sha256: document.document_sha256,
        position: fact.position,
        concept: `${fact.taxonomy}:${fact.tag}`,
        is_extension: fact.is_extension,
        unit: fact.unit,
        value: fact.value,
        value_text: fact.value_text,
        decimals: fact.decimals,
        decimals_exact: fact.decimals_exact,
        nil: fact.nil,
        period_start: fact.period_start,
        period_end: fact.period_end ?? fact.instant,
        dimensions: fact.dimensions,
        context_id: fact.context_id,
        hidden: fact.hidden,
        flags: fact.flags,
        text_sha256: span ? text.text_sha256 : null,
        start: span?.start ?? null,
        end: span?.end ?? null,
        byte_start: span?.byte_start ?? null,
        byte_end: span?.byte_end ?? null,
      }
    })
  const sources: EvidenceSources = {
    text: (key) => (key === text.text_sha256 ? text.text : undefined),
    bytes: () => undefined,
  }
  return { file, document, facts, sources }
}
