import { CURRENT_REPORT_RENUMBERED } from '../../sections/items.ts'
import type { Section } from '../../sections/section.ts'
import type { Check } from '../check.ts'
import { crawledFilings } from '../edgar-crawler.ts'
import { foundItems, isFound, isItem, itemKey, itemOf } from '../item-keys.ts'
import { filesOf, type ReadDocument, sectionedDocument, textWithout } from '../sectioned-document.ts'
import { tokenOverlap } from '../tokens.ts'

const MIN_OVERLAP = 0.95

/** Filers choose the items of the header by hand, apart from the text; both sources are one line of the table. */
export const eightKItemsCheck: Check = {
  name: '8-K items: exactly the header’s ITEM INFORMATION (2004 on) and edgar-crawler’s item keys',
  source: 'submission headers; edgar-crawler',
  at_least: 0.99,

  *compare(corpus) {
    for (const file of filesOf(corpus, /^8-?K/)) {
      const document = sectionedDocument(corpus, file)
      if (!document?.header_items || document.filed_on < CURRENT_REPORT_RENUMBERED) continue
      if (!/^8-?K/.test(document.form_type) || document.header_items.length === 0) continue
      const theirs = document.header_items.map((item) => itemKey('8-K', item))
      yield sameItems(`${file.path} header`, foundItems(document.sections), theirs)
    }
    for (const { crawled, document } of crawledFilings(corpus, '8-K'))
      yield sameItems(`${document.path} edgar-crawler`, foundItems(document.sections), crawled.items.keys())
  },
}

/**
 * edgar-crawler drops page numbers and running headers, most tables of figures and some other tables, and leaves the name
 * of the next group of items ("SECTION 9. FINANCIAL STATEMENTS AND EXHIBITS") at the end; it starts at the title of the
 * page where that repeats the heading. We are compared without these, with and without tables.
 */
export const eightKTextCheck: Check = {
  name: '8-K item text vs edgar-crawler (token overlap >= 0.95)',
  source: 'edgar-crawler',
  at_least: 0.97,

  *compare(corpus) {
    for (const { crawled, document } of crawledFilings(corpus, '8-K')) {
      for (const [key, whole] of crawled.items) {
        const carriers = carriersOf(document, key)
        if (carriers.length === 0) continue
        const theirs = whole.replace(/\bSECTION \d\b[^a-z]{0,100}$/, '')
        const withTables = carriers
          .map((span) => textWithout(document.text, span, document.furniture))
          .join('\n')
        const without = carriers
          .map((span) => textWithout(document.text, span, document.furniture, document.tables))
          .join('\n')
        const overlap = Math.max(tokenOverlap(withTables, theirs), tokenOverlap(without, theirs))
        yield {
          case: `${document.path} ${key}`,
          ours: `${withTables.length} characters, ${overlap.toFixed(3)} in common, … ${ending(withTables)}`,
          theirs: `${theirs.length} characters, … ${ending(theirs)}`,
          agreed: overlap >= MIN_OVERLAP,
        }
      }
    }
  },
}

function ending(text: string): string {
  return text.slice(-80).replace(/\s+/g, ' ')
}

function sameItems(path: string, ours: Set<string>, theirs: Iterable<string>) {
  const [mine, other] = [[...ours].sort().join(' '), [...new Set(theirs)].sort().join(' ')]
  return { case: path, ours: mine, theirs: other, agreed: mine === other }
}

/** The sections of an item; for an item of a combined heading the one that carries its text. */
function carriersOf(document: ReadDocument, key: string): Section[] {
  return document.sections
    .filter((section) => isItem(section) && isFound(section) && itemOf(section.section_key) === key)
    .map((section) =>
      section.start === section.end
        ? (document.sections.find((one) => one.end === section.start && one.end > one.start) ?? section)
        : section,
    )
}
