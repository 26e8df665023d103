import { annualItems } from '../../sections/annual-items.ts'
import { isInForce, titleOn } from '../../sections/items.ts'
import type { Disposition, Section } from '../../sections/section.ts'
import { squeeze } from '../../sections/title-match.ts'
import type { Check } from '../check.ts'
import type { Assertion, Corpus } from '../corpus.ts'
import { isFound, itemKey } from '../item-keys.ts'
import { type ReadDocument, sectionedDocument } from '../sectioned-document.ts'

const PEER = 'sec-10k-extract'
const ITEM_SET = 'expected item set'
const ITEM = /^item (\d{1,2}[A-C]?)(?: status)?$/
const FIELD = /^item_field item (\d{1,2}[A-C]?) (title|part)$/

/**
 * The set names the items of the form on the filing's date, those the company omitted included; a row of its own says which
 * these are. An item it does not name must not be found.
 */
export const tenKPresenceCheck: Check = {
  name: '10-K items present or absent vs sec-10k-extract',
  source: 'the hand-written checks of sec-10k-extract',
  at_least: 0.99,

  *compare(corpus) {
    const said = assertionsOf(corpus)
    for (const { document, rows } of said) {
      const found = new Set(document.sections.filter(isFound).map(({ section_key }) => section_key))
      const omitted = new Set(
        rows
          .filter(({ what, expected }) => /status$/.test(what) && expected === 'omitted')
          .map(({ what }) => itemKey('10-K', ITEM.exec(what)?.[1] ?? '')),
      )
      for (const row of rows.filter(({ what }) => what === ITEM_SET)) {
        const set = new Set(row.expected.split(/\s+/).map((number) => itemKey('10-K', number)))
        for (const { key } of annualItems) {
          if (key === '10k.item_4a' || /_t$/.test(key)) continue
          const theirs = set.has(key) && !omitted.has(key)
          if (!set.has(key) && !found.has(key)) continue
          yield presence(`${row.path} ${testOf(row)} set ${key}`, found.has(key), theirs)
        }
      }
      for (const row of rows.filter(({ what, expected }) => ITEM.test(what) && expected === 'absent')) {
        const key = itemKey('10-K', ITEM.exec(row.what)?.[1] ?? '')
        yield presence(`${row.path} ${testOf(row)} ${key}`, found.has(key), false)
      }
    }
  },
}

export const tenKStatusCheck: Check = {
  name: '10-K item status (extracted, by reference, reserved, absent) vs sec-10k-extract',
  source: 'the hand-written checks of sec-10k-extract, which have no word for reserved and call it extracted',
  at_least: 0.97,

  *compare(corpus) {
    for (const { document, rows } of assertionsOf(corpus)) {
      for (const row of rows) {
        const number = ITEM.exec(row.what)?.[1]
        if (!number) continue
        const key = itemKey('10-K', number)
        const section = document.sections.find(({ section_key }) => section_key === key)
        const ours = statusOf(section)
        const theirs = row.expected.trim()
        yield {
          case: `${row.path} ${testOf(row)} ${key}`,
          ours,
          theirs,
          agreed: ours === theirs || (MEANINGS[theirs] ?? []).includes(ours),
        }
      }
    }
  },
}

/** What their word covers of ours: an omitted item is one the form has and the company left out. */
const MEANINGS: Record<string, string[]> = {
  extracted: ['reserved'],
  present: ['extracted', 'reserved', 'incorporated_by_reference'],
  omitted: ['left_out'],
  absent: ['no_such_item', 'left_out'],
  reserved: ['reserved'],
}

type Status = Exclude<Disposition, 'absent'> | 'left_out' | 'no_such_item'

function statusOf(section: Section | undefined): Status {
  if (!section) return 'no_such_item'
  return section.disposition === 'absent' ? 'left_out' : section.disposition
}

export const tenKTitleCheck: Check = {
  name: '10-K item titles and parts on the filing’s date vs sec-10k-extract',
  source: 'the hand-written checks of sec-10k-extract',
  at_least: null,

  *compare(corpus) {
    for (const { document, rows } of assertionsOf(corpus)) {
      for (const row of rows) {
        const [, number = '', field] = FIELD.exec(row.what) ?? []
        const item = annualItems.find(({ key }) => field && key === itemKey('10-K', number))
        if (!item) continue
        const part =
          item.formerPart && document.filed_on < item.formerPart.until ? item.formerPart.part : item.part
        const inForce = isInForce(item, document.filed_on)
        const ours =
          field === 'part' ? ['', 'I', 'II', 'III', 'IV'][part ?? 0] : titleOn(item, document.filed_on)
        yield {
          case: `${row.path} ${testOf(row)} ${item.key} ${field}`,
          ours: inForce ? (ours ?? '') : 'not in force',
          theirs: row.expected,
          agreed: inForce && squeeze(ours ?? '') === squeeze(row.expected),
        }
      }
    }
  },
}

function presence(name: string, ours: boolean, theirs: boolean) {
  const word = (present: boolean) => (present ? 'present' : 'absent')
  return { case: name, ours: word(ours), theirs: word(theirs), agreed: ours === theirs }
}

function testOf({ test }: Assertion): string {
  return test.replace(/^.*\/|\.\w+$/g, '')
}

function* assertionsOf(corpus: Corpus): Generator<{ document: ReadDocument; rows: Assertion[] }> {
  const byPath = new Map<string, Assertion[]>()
  for (const row of corpus.assertions) {
    if (row.peer === PEER && row.path !== '') byPath.set(row.path, [...(byPath.get(row.path) ?? []), row])
  }
  for (const [path, rows] of byPath) {
    const file = corpus.files.find((one) => one.path === path)
    const document = file && sectionedDocument(corpus, file)
    if (document) yield { document, rows }
  }
}
