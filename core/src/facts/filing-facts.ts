import { XmlError } from '../documents/xml-reader.ts'
import { type DocumentUnderRead, type FilingUnderRead, ReaderError } from '../readers/reader.ts'
import { documentSets } from '../xbrl/document-sets.ts'
import { readInlineXbrl } from '../xbrl/inline.ts'
import { readInstance } from '../xbrl/instance.ts'
import { XbrlError, type XbrlReading } from '../xbrl/reading.ts'
import { type CoverPage, coverPageOf } from './cover-page.ts'
import type { Fact } from './fact.ts'

/** The XBRL of one document of a filing. */
export interface DocumentFacts {
  document_id: string
  source: 'inline' | 'instance'
  cover: CoverPage
  /** Namespace URI of each taxonomy, by its customary prefix. */
  namespaces: Record<string, string>
  schema_refs: string[]
  facts: Fact[]
  /** Canonical text that the places of the facts point into; null for an instance, whose facts have none. */
  text: string | null
}

/** Bytes in which an instance must have begun. */
const HEAD_BYTES = 16_384
const INSTANCE_ROOT = /<(?:[\w.-]{1,40}:)?xbrl[\s>]/

const read = new WeakMap<FilingUnderRead, DocumentFacts[]>()

/**
 * The facts of a filing, by document; none without XBRL. Inline XBRL is what the filer filed: an instance beside it was
 * generated from it by EDGAR and is left alone. Read once for all readers of a filing.
 *
 * @throws ReaderError `instance_…` or `inline_…` with the reason
 */
export function factsOfFiling(filing: FilingUnderRead): DocumentFacts[] {
  let facts = read.get(filing)
  if (facts === undefined) {
    facts = factsOfDocuments(filing.documents)
    read.set(filing, facts)
  }
  return facts
}

/** The part of a document that facts are read from. */
export type FactSource = Pick<DocumentUnderRead, 'document_id' | 'kind' | 'content' | 'text'>

/** The same for documents that belong together, wherever they come from. */
export function factsOfDocuments(documents: readonly FactSource[]): DocumentFacts[] {
  const inline = inlineFacts(documents)
  return inline.length > 0 ? inline : instanceFacts(documents)
}

function inlineFacts(documents: readonly FactSource[]): DocumentFacts[] {
  const texts = new Map<string, string>()
  const inline = documents.flatMap(({ document_id, text }) => {
    if (!text?.inline_xbrl) return []
    texts.set(document_id, text.text)
    return [{ document_id, inline: text.inline_xbrl }]
  })
  return documentSets(inline).flatMap((set) => {
    const reading = attempt('inline', () => readInlineXbrl(set))
    const cover = coverPageOf(reading.facts)
    return set.flatMap(({ document_id }) => {
      const facts = reading.facts.filter((fact) => fact.document_id === document_id)
      const text = texts.get(document_id) ?? null
      return facts.length === 0
        ? []
        : [documentFacts(document_id, 'inline', cover, { ...reading, facts }, text)]
    })
  })
}

function instanceFacts(documents: readonly FactSource[]): DocumentFacts[] {
  return documents.filter(isInstance).flatMap(({ document_id, content }) => {
    const reading = attempt('instance', () => readInstance(content, document_id))
    if (reading.facts.length === 0) return []
    return [documentFacts(document_id, 'instance', coverPageOf(reading.facts), reading, null)]
  })
}

function isInstance({ kind, content }: FactSource): boolean {
  if (kind !== 'xml') return false
  const head = Buffer.from(content.buffer, content.byteOffset, Math.min(content.byteLength, HEAD_BYTES))
  return INSTANCE_ROOT.test(head.toString('latin1'))
}

function attempt(source: DocumentFacts['source'], readXbrl: () => XbrlReading): XbrlReading {
  try {
    return readXbrl()
  } catch (error) {
    if (!(error instanceof XmlError || error instanceof XbrlError)) throw error
    throw new ReaderError(`${source}_${error.reason}`, error.message, { cause: error })
  }
}

function documentFacts(
  document_id: string,
  source: DocumentFacts['source'],
  cover: CoverPage,
  { facts, schema_refs }: XbrlReading,
  text: string | null,
): DocumentFacts {
  const namespaces: Record<string, string> = {}
  for (const { taxonomy, namespace } of facts) namespaces[taxonomy] ??= namespace
  return { document_id, source, cover, namespaces, schema_refs, facts, text }
}
