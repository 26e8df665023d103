import type { Section } from '../../sections/section.ts'
import type { Check, Comparison } from '../check.ts'
import type { Corpus, CorpusFile } from '../corpus.ts'
import { crawledFilings } from '../edgar-crawler.ts'
import { isFound, isItem, itemKey } from '../item-keys.ts'
import {
  filesOf,
  readSectioned,
  type SectionedDocument,
  sectionedDocument,
  textWithout,
} from '../sectioned-document.ts'
import { findWords, sourceWords } from '../source-position.ts'
import { tokenOverlap } from '../tokens.ts'

const TOLERANCE = 0.1
/** A page number or the word "Item" more or less says nothing about where a section of one line ends. */
const FEW_CHARACTERS = 25
/** The same in the markup around one line. */
const FEW_SOURCE_CHARACTERS = 900
const MIN_OVERLAP = 0.95

/**
 * sec-parser counts the HTML of a section, from its heading to the next; edgartools counts text, mostly without page numbers,
 * and both let an item run on to the next one they know, over items they do not know and signatures. So each is compared in
 * its own terms, to the end of our section, to our next item and to the next item of the peer. An item that a peer lists
 * with no characters is one it did not find, which says nothing about the filing.
 */
export const sectionLengthCheck: Check = {
  name: '10-K item set and length vs sec-parser and edgartools (length within 10 %)',
  source: 'sec-parser, edgartools',
  at_least: 0.95,

  *compare(corpus) {
    yield* secParserLengths(corpus, '10-K')
    yield* edgartoolsLengths(corpus, '10-K')
  },
}

export const quarterlyLengthCheck: Check = {
  name: '10-Q item set and length vs sec-parser and edgartools (length within 10 %)',
  source: 'sec-parser, edgartools',
  at_least: null,

  *compare(corpus) {
    yield* secParserLengths(corpus, '10-Q')
    yield* edgartoolsLengths(corpus, '10-Q')
  },
}

export const tenKTextCheck: Check = {
  name: '10-K item text vs edgar-crawler (token overlap >= 0.95)',
  source: 'edgar-crawler',
  at_least: null,

  *compare(corpus) {
    for (const { crawled, document } of crawledFilings(corpus, '10-K')) {
      for (const [key, theirs] of crawled.items) {
        const section = document.sections.find((one) => one.section_key === key)
        if (section && isFound(section) && section.start === section.end) continue
        const ours = section ? textWithout(document.text, section, document.furniture) : ''
        const bare = section ? textWithout(document.text, section, document.furniture, document.tables) : ''
        const overlap = Math.max(tokenOverlap(ours, theirs), tokenOverlap(bare, theirs))
        yield {
          case: `${document.path} ${key}`,
          ours: `${ours.length} characters, ${overlap.toFixed(3)} in common`,
          theirs: `${theirs.length} characters`,
          agreed: overlap >= MIN_OVERLAP,
        }
      }
    }
  },
}

type Form = '10-K' | '10-Q'

function* secParserLengths(corpus: Corpus, form: Form): Generator<Comparison> {
  const files = filesOf(corpus, new RegExp(`^${form}`))
  for (const path of corpus.expected(`sec-parser/${form}`)) {
    if (!/top-level-sections\.json(?:\.gz)?$/.test(path)) continue
    const accession = /\d{10}-\d{2}-\d{6}/.exec(path)?.[0]
    const document = documentOf(corpus, files, form, accession)
    if (!document) continue
    const said = JSON.parse(corpus.bytes(path).toString('utf8')) as {
      identifier: string
      character_count: number
    }[]
    const known = new Set(
      said.filter((one) => one.character_count > 0).map(({ identifier }) => peerKey(form, identifier) ?? ''),
    )
    const ends = sourceLengths(document, known)
    for (const { identifier, character_count } of said) {
      const key = peerKey(form, identifier)
      if (!key || character_count === 0) continue
      yield lengthCase(
        `sec-parser ${document.path} ${key}`,
        ends.get(key) ?? [],
        character_count,
        FEW_SOURCE_CHARACTERS,
      )
    }
  }
}

function peerKey(form: Form, identifier: string): string | undefined {
  const [, part = '', number] = /^(?:part(\d)item)?(\d{1,2}[a-c]?)$/i.exec(identifier) ?? []
  return number && itemKey(form, number, part)
}

function* edgartoolsLengths(corpus: Corpus, form: Form): Generator<Comparison> {
  for (const path of corpus.expected('edgartools')) {
    if (!/corpus_manifest\.json(?:\.gz)?$/.test(path)) continue
    const manifest = JSON.parse(corpus.bytes(path).toString('utf8')) as Manifest
    for (const filing of manifest.filings.filter((one) => one.form === form)) {
      const source = `${manifest.fixture_root}/${filing.fixture}`
      const file = corpus.files.find((one) => one.source_path === source)
      // A copy without a filing date of its own is dated by the peer.
      const document =
        file && readSectioned(corpus, { ...file, filing_date: file.filing_date || filing.date })
      if (!document) continue
      const keyOf = (number: string, name: string) => itemKey(form, number, /^part_(i+v?)_/.exec(name)?.[1])
      const known = new Set(
        Object.entries(filing.items).map(([number, { section_name }]) => keyOf(number, section_name)),
      )
      for (const [number, { text_len, section_name }] of Object.entries(filing.items)) {
        const key = keyOf(number, section_name)
        const section = document.sections.find((one) => one.section_key === key && isFound(one))
        const lengths = section
          ? endsOf(document, section, known).flatMap((end) => {
              const span = { start: section.start, end }
              return [
                textWithout(document.text, span, document.furniture).trim().length,
                document.text.slice(section.start, end).trim().length,
              ]
            })
          : []
        yield lengthCase(`edgartools ${document.path} ${key}`, lengths, text_len, FEW_CHARACTERS)
      }
    }
  }
}

interface Manifest {
  fixture_root: string
  filings: {
    form: string
    date: string
    fixture: string
    items: Record<string, { text_len: number; section_name: string }>
  }[]
}

function lengthCase(name: string, lengths: number[], theirs: number, few: number): Comparison {
  const agreed = lengths.some(
    (ours) => Math.abs(ours - theirs) <= TOLERANCE * Math.max(ours, theirs) || Math.abs(ours - theirs) <= few,
  )
  return {
    case: name,
    ours: lengths.length > 0 ? [...new Set(lengths)].join(' or ') : 'not found',
    theirs: String(theirs),
    agreed,
  }
}

function documentOf(
  corpus: Corpus,
  files: CorpusFile[],
  form: Form,
  accession: string | undefined,
): SectionedDocument | undefined {
  for (const file of files) {
    if (!accession || file.accession_number !== accession) continue
    if (!sectionedDocument(corpus, file)?.form_type.startsWith(form)) continue
    return readSectioned(corpus, file) ?? undefined
  }
  return undefined
}

/** Where a section ends: with itself, at our next item, and at the next item that a peer knows. */
function endsOf(
  { sections, text }: Pick<SectionedDocument, 'sections' | 'text'>,
  section: Section,
  known: ReadonlySet<string>,
): number[] {
  const items = sections.filter(
    (one) => isItem(one) && one.start >= section.end && one.end > one.start && isFound(one),
  )
  const next = items[0]?.start ?? text.length
  const nextKnown = items.find(({ section_key }) => known.has(section_key))?.start ?? text.length
  return [section.end, next, nextKnown]
}

/** Lengths of each item in its source, to each of its ends. */
function sourceLengths(document: SectionedDocument, known: ReadonlySet<string>): Map<string, number[]> {
  const words = sourceWords(Buffer.from(document.content).toString('latin1'))
  const { sections, text } = document
  const shown = sections.filter((section) => section.end > section.start)
  const places = new Map<number, number>()
  let after = 0
  for (const { start } of shown) {
    const place = findWords(words, text.slice(start, start + 400), after)
    if (!place) continue
    places.set(start, place.offset)
    after = place.letter
  }
  const end = words.offsets.at(-1) ?? 0
  const lengths = new Map<string, number[]>()
  for (const section of shown) {
    const from = places.get(section.start)
    if (from === undefined) continue
    const ends = endsOf(document, section, known).map((at) => (at >= text.length ? end : places.get(at)))
    lengths.set(
      section.section_key,
      ends.flatMap((to) => (to === undefined ? [] : [to - from])),
    )
  }
  return lengths
}
