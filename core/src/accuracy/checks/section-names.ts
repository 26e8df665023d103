import type { Section } from '../../sections/section.ts'
import type { Check } from '../check.ts'
import { isFound, isItem, itemOf } from '../item-keys.ts'
import { sectionedDocument } from '../sectioned-document.ts'

const WHAT = /^distinct (item|part) names in the filing$/

/**
 * edgarWebR gives each paragraph the heading of its item and part, and none to what stands before the first: one more name.
 * It knows headings that begin with "Item" and "Part" alone.
 */
export const headingNamesCheck: Check = {
  name: 'item and part headings of 10-K, 10-Q and 8-K vs edgarWebR',
  source: 'edgarWebR',
  at_least: null,

  *compare(corpus) {
    for (const { peer, path, what, expected } of corpus.assertions) {
      const kind = peer === 'edgarWebR' && path !== '' ? WHAT.exec(what)?.[1] : undefined
      const file = kind && corpus.files.find((one) => one.path === path)
      const document = file && sectionedDocument(corpus, file)
      if (!document) continue
      const ours = 1 + (kind === 'item' ? itemHeadings(document.sections) : partHeadings(document.sections))
      yield {
        case: `${path} ${kind}`,
        ours: String(ours),
        theirs: expected,
        agreed: String(ours) === expected,
      }
    }
  },
}

function itemHeadings(sections: readonly Section[]): number {
  const headed = sections.filter(
    (one) => isItem(one) && isFound(one) && one.end > one.start && /\bitem/i.test(one.title ?? ''),
  )
  return new Set(headed.map(({ section_key }) => itemOf(section_key))).size
}

function partHeadings(sections: readonly Section[]): number {
  return sections.filter(({ note }) => note?.split(' ').includes('part_heading')).length
}
