import type { Document, Section } from '../../../sdk/src/index.ts'
import type { Range } from './text-parts.ts'

/** What is read at once: a section, or a document that has none. */
export interface Unit extends Range {
  /** Unique in the filing and part of addresses: `10k.item_1a`, `2` for the second document, `3.10q.item_1` where a key repeats. */
  key: string
  section_key: string | null
  title: string
  document_id: string
  sequence: number
  text_sha256: string
  /** What a reader should know of the boundary; null when there is nothing to say. */
  remark: string | null
}

/** A section that cannot be read, and why. */
export interface MissingSection {
  title: string
  section_key: string
  reason: string
}

export interface DocumentUnits {
  document: Document
  units: Unit[]
  missing: MissingSection[]
}

/** A gap shorter than this is a heading such as "PART II", which nobody opens by itself. */
const SHORT_GAP = 80
/** Documents that hold data for machines or pictures. */
const NOT_READ = /^(EX-101|EX-104|GRAPHIC|ZIP|XML$|EXCEL|JSON)/

/** The documents of a filing with what there is to read in each, in order. Data files come without. */
export function readingUnits(documents: readonly Document[], sections: readonly Section[]): DocumentUnits[] {
  const taken = new Set<string>()
  return documents.map((document) => {
    const own = sections.filter(({ document_id }) => document_id === document.document_id)
    const text = document.text_sha256
    if (!text || !document.text_length || NOT_READ.test(document.document_type)) {
      return { document, units: [], missing: [] }
    }
    const present = own.filter(({ status }) => status === 'ok' || status === 'uncertain')
    const units =
      present.length === 0 ? [wholeDocument(document, text)] : sectionUnits(present, document, text, taken)
    return { document, units, missing: own.filter((section) => !present.includes(section)).map(missingOf) }
  })
}

function wholeDocument(document: Document, text_sha256: string): Unit {
  return {
    key: String(document.sequence),
    section_key: null,
    title: documentTitle(document),
    document_id: document.document_id,
    sequence: document.sequence,
    text_sha256,
    start: 0,
    end: document.text_length ?? 0,
    remark: null,
  }
}

function unitOf(section: Section, document: Document, text_sha256: string, taken: Set<string>): Unit {
  const { section_key, sequence, document_id, start, end } = section
  const key = taken.has(section_key) ? `${sequence}.${section_key}` : section_key
  taken.add(section_key)
  return {
    key,
    section_key,
    title: sectionTitle(section, document),
    document_id,
    sequence,
    text_sha256: section.text_sha256 ?? text_sha256,
    start,
    end,
    remark: remarkOf(section),
  }
}

/** Sections tile a text, and so do these: a short gap is read with what follows it, or with the last. */
function sectionUnits(
  sections: Section[],
  document: Document,
  text_sha256: string,
  taken: Set<string>,
): Unit[] {
  const units: Unit[] = []
  let start: number | undefined
  for (const section of sections.toSorted((a, b) => a.start - b.start)) {
    if (section.end === section.start) continue
    if (isGap(section.section_key) && section.end - section.start < SHORT_GAP) {
      start ??= section.start
      continue
    }
    const unit = unitOf(section, document, text_sha256, taken)
    units.push({ ...unit, start: start ?? unit.start })
    start = undefined
  }
  const last = units.at(-1)
  if (last && start !== undefined)
    units[units.length - 1] = { ...last, end: document.text_length ?? last.end }
  return units
}

function isGap(sectionKey: string): boolean {
  return /\.gap_\d+$/.test(sectionKey)
}

const NAMES: Record<string, string> = {
  cover: 'Cover page',
  signatures: 'Signatures',
  whole: 'Whole document',
  body: 'Body',
}

function sectionTitle(section: Section, document: Document): string {
  if (section.title?.trim()) return section.title.trim()
  const [, name = section.section_key] = section.section_key.split('.')
  if (name === 'whole') return documentTitle(document)
  if (isGap(section.section_key)) {
    return section.note === 'table_of_contents' ? 'Table of contents' : 'Text between items'
  }
  return NAMES[name] ?? words(name)
}

/** Such as `Item 1A` of `item_1a`. */
function words(name: string): string {
  const text = name
    .replaceAll('_', ' ')
    .replace(/^item (\S+)/, (_, item: string) => `item ${item.toUpperCase()}`)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

export function documentTitle({ document_type, description, file_name }: Document): string {
  const more = description?.trim()
  if (more && more.toUpperCase() !== document_type.toUpperCase()) return `${document_type}: ${more}`
  return document_type || file_name || 'Document'
}

function remarkOf({ status, disposition, note, confidence }: Section): string | null {
  if (disposition === 'incorporated_by_reference') return 'Refers to another document for this disclosure.'
  if (disposition === 'reserved') return 'The form has no such disclosure any more.'
  if (status === 'uncertain') {
    const why = note ? ` (${words(note).toLowerCase()})` : ''
    return `Where this section begins or ends is doubtful${why}; confidence ${confidence.toFixed(2)}.`
  }
  return null
}

function missingOf(section: Section): MissingSection {
  const title = section.title?.trim() || words(section.section_key.split('.')[1] ?? section.section_key)
  const reasons: Record<string, string> = {
    amendment: 'this amendment does not touch it',
    absent: 'the company left it out',
    failed: 'it should be there, and we did not find it',
  }
  return {
    title,
    section_key: section.section_key,
    reason: reasons[section.note ?? ''] ?? reasons[section.status] ?? section.status,
  }
}
