import type { CanonicalText, TextBlock } from '../documents/document.ts'
import type { Section } from '../sections/section.ts'
import { sectionsOf } from '../sections/tile.ts'
import type { Corpus, CorpusFile } from './corpus.ts'
import { type MainText, readMainText } from './main-text.ts'

/** Half-open UTF-16 indexes into a text. */
export interface Range {
  start: number
  end: number
}

/** The main document of a file of the corpus with its sections. */
export interface SectionedDocument {
  path: string
  form_type: string
  filed_on: string
  /** Items of the submission header; null for a document without its submission. */
  header_items: string[] | null
  /** The original bytes of the document. */
  content: Uint8Array
  text: string
  /** Page numbers and running headers, in order. */
  furniture: Range[]
  /** Tables, drawn or typed, in order. */
  tables: Range[]
  sections: Section[]
}

const TEXT_FILE = /\.(?:html?|txt|nc)(?:\.\d{1,2})?(?:\.gz)?$/
// The manifest lists the pages that EDGAR renders from XBRL under the form of their filing.
const RENDERED_PAGE = /\/R\d+\.htm/

/** Files that may be the main document of a filing of such forms, or hold it. */
export function filesOf(corpus: Corpus, form: RegExp): CorpusFile[] {
  return corpus.files.filter(
    (file) => form.test(file.form) && TEXT_FILE.test(file.path) && !RENDERED_PAGE.test(file.path),
  )
}

/** Kept between checks, without the bytes. */
export type ReadDocument = Omit<SectionedDocument, 'content'>

const read = new WeakMap<Corpus, Map<string, ReadDocument | null>>()

/** The document with its sections, read once; null where it cannot be read, which other checks are about. */
export function sectionedDocument(corpus: Corpus, file: CorpusFile): ReadDocument | null {
  const documents = read.get(corpus) ?? new Map<string, ReadDocument | null>()
  read.set(corpus, documents)
  const held = documents.get(file.path)
  if (held !== undefined) return held
  const whole = readSectioned(corpus, file)
  let document: ReadDocument | null = null
  if (whole) {
    const { content: _, ...rest } = whole
    document = rest
  }
  documents.set(file.path, document)
  return document
}

/** The same with the original bytes, read anew. */
export function readSectioned(corpus: Corpus, file: CorpusFile): SectionedDocument | null {
  let main: MainText | null
  try {
    main = readMainText(corpus, file)
  } catch {
    return null
  }
  if (!main) return null
  const { text, form_type, filed_on, header_items, content } = main
  return {
    path: file.path,
    form_type,
    filed_on,
    header_items,
    content,
    text: text.text,
    furniture: blocksOf(text, ['page_furniture']),
    tables: blocksOf(text, ['table', 'preformatted']),
    sections: sectionsOf(form_type, text, filed_on),
  }
}

function blocksOf({ blocks }: CanonicalText, kinds: TextBlock['kind'][]): Range[] {
  return blocks.filter(({ kind }) => kinds.includes(kind)).map(({ start, end }) => ({ start, end }))
}

/** A span of a text without some of its parts. */
export function textWithout(text: string, span: Range, ...parts: Range[][]): string {
  const kept: string[] = []
  let at = span.start
  for (const { start, end } of parts.flat().sort((one, other) => one.start - other.start)) {
    if (end <= at) continue
    if (start >= span.end) break
    kept.push(text.slice(at, Math.max(at, start)))
    at = Math.min(end, span.end)
  }
  kept.push(text.slice(at, span.end))
  return kept.join('\n')
}
