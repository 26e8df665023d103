import { basename, dirname } from 'node:path'
import { canonicalText } from '../../documents/canonical-text.ts'
import { documentKind } from '../../documents/document-kind.ts'
import { XmlError } from '../../documents/xml-reader.ts'
import type { Fact } from '../../facts/fact.ts'
import { documentSets } from '../../xbrl/document-sets.ts'
import { readInlineXbrl } from '../../xbrl/inline.ts'
import { readInstance } from '../../xbrl/instance.ts'
import { XbrlError } from '../../xbrl/reading.ts'
import type { Check, Comparison } from '../check.ts'
import type { Corpus } from '../corpus.ts'
import { type LooseDocument, submittedDocuments } from '../corpus-facts.ts'
import { unwrapped } from '../unwrapped.ts'

/** EDGAR names the instance it makes of `report.htm` so. */
const GENERATED = /_htm\.xml$/

/**
 * EDGAR makes an XBRL instance of every inline document it accepts. Where the corpus holds both, each fact of the instance
 * must be among those we read from the page: name, period, entity, dimensions, unit, value, decimals and nil.
 */
export const xbrlGeneratedInstanceCheck: Check = {
  name: 'XBRL inline facts vs the instance EDGAR made of them',
  source: "EDGAR's own instances of inline documents",
  at_least: 0.999,

  *compare(corpus): Iterable<Comparison> {
    for (const { name, instance, pages } of pairs(corpus)) {
      const theirs = instanceFacts(instance)
      const ours = inlineFacts(pages)
      if (theirs.length === 0 || ours.length === 0) continue
      const byPlace = new Map<string, Fact[]>()
      for (const fact of ours) byPlace.set(placeOf(fact), [...(byPlace.get(placeOf(fact)) ?? []), fact])
      for (const fact of theirs) {
        const candidates = byPlace.get(placeOf(fact)) ?? []
        const equal = candidates.find((one) => sameValue(one, fact))
        yield {
          case: `${name} ${placeOf(fact)} ${fact.position}`,
          ours: printed(equal ?? candidates[0]),
          theirs: printed(fact),
          agreed: equal !== undefined,
        }
      }
    }
  },
}

interface Pair {
  name: string
  instance: Uint8Array
  /** Every page of the filing: one of them, or several together, is what the instance was made of. */
  pages: Uint8Array[]
}

function* pairs(corpus: Corpus): Iterable<Pair> {
  const paths = new Map<string, string[]>()
  for (const { path } of corpus.files) {
    const folder = dirname(path)
    paths.set(folder, [...(paths.get(folder) ?? []), path])
    if (!/\.(?:txt|nc)(?:\.gz)?$/.test(path)) continue
    const bytes = corpus.bytes(path)
    if (bytes.includes('/inlineXBRL')) yield* pairsOf(path, submittedDocuments(bytes))
  }
  for (const [folder, inside] of paths) {
    if (!inside.some((path) => GENERATED.test(plainName(path)))) continue
    const documents = inside
      .filter((path) => /\.(?:html?|xml)$/.test(plainName(path)))
      .map((path) => ({ file_name: plainName(path), content: unwrapped(corpus.bytes(path)) }))
    yield* pairsOf(folder, documents)
  }
}

function* pairsOf(name: string, documents: LooseDocument[]): Iterable<Pair> {
  const pages = documents.filter(
    ({ file_name, content }) =>
      documentKind({ file_name }, content) === 'html' && Buffer.from(content).includes('/inlineXBRL'),
  )
  for (const { file_name, content } of documents) {
    const page = file_name.replace(GENERATED, '.htm')
    if (!GENERATED.test(file_name) || !pages.some((one) => basename(one.file_name) === basename(page)))
      continue
    yield { name: `${name} ${file_name}`, instance: content, pages: pages.map((page) => page.content) }
  }
}

function plainName(path: string): string {
  return path.replace(/\.gz$/, '')
}

function instanceFacts(content: Uint8Array): Fact[] {
  try {
    return readInstance(content, 'instance').facts
  } catch (error) {
    if (error instanceof XmlError || error instanceof XbrlError) return []
    throw error
  }
}

function inlineFacts(pages: Uint8Array[]): Fact[] {
  const documents = pages.flatMap((content, index) => {
    const inline = canonicalText(content, 'html').inline_xbrl
    return inline === null ? [] : [{ document_id: `page ${index}`, inline }]
  })
  return documentSets(documents).flatMap((set) => readInlineXbrl(set).facts)
}

function placeOf(fact: Fact): string {
  const period = fact.instant ?? `${fact.period_start}/${fact.period_end}`
  const dimensions = fact.dimensions.map(
    ({ axis, member, typed_value }) => `${axis}=${member ?? typed_value}`,
  )
  return [`${fact.taxonomy}:${fact.tag}`, period, fact.entity_cik, fact.unit ?? '', ...dimensions].join(' ')
}

/** White space does not count: pieces of a text that are apart on the page are apart in ours, and run together in theirs. */
function sameValue(ours: Fact, theirs: Fact): boolean {
  if (isLong(ours) || isLong(theirs)) return ours.unit === null && theirs.unit === null
  return printed(ours).replace(/\s/g, '') === printed(theirs).replace(/\s/g, '')
}

/** A text is not kept when it, or the markup around it, is long; EDGAR's has less markup. */
function isLong({ flags }: Fact): boolean {
  return flags.includes('long_text')
}

function printed(fact: Fact | undefined): string {
  if (fact === undefined) return 'nothing'
  if (fact.nil) return 'nil'
  const exactness = fact.unit === null ? '' : fact.decimals_exact ? ' INF' : ` ${fact.decimals}`
  return `${fact.value_text ?? fact.flags.filter((flag) => !flag.includes('duplicate'))}${exactness}`
}
