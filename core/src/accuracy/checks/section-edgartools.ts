import type { Section } from '../../sections/section.ts'
import type { Check, Comparison } from '../check.ts'
import type { Assertion } from '../corpus.ts'
import { foundItems, isFound, itemKey } from '../item-keys.ts'
import { type ReadDocument, sectionedDocument, textWithout } from '../sectioned-document.ts'

const TOLERANCE = 0.1

type Reading = (found: RegExpExecArray, row: Assertion, document: ReadDocument) => Comparison | undefined

/** Expressions of edgartools' tests that speak of items. What they call `report`, `doc`, `secs` is a filing's items by name. */
const readings: [RegExp, Reading][] = [
  // eightk.items == ['Item 2.02', 'Item 9.01']
  [/^\w+\.items$|^filing\.parsed_items$/, (_, row, document) => sameItems(row, document)],
  // 'Item 4' in items
  [/^contains: (?:items|sections|secs)$/, (_, row, document) => holdsItem(row, document, row.expected)],
  // 'Equity Compensation Plan Information' in doc['Item 12'], secs['part_i_item_1'].text()
  [
    /^contains: \w+\['([^']+)'\](?:\.text\(\))?(?:\.lower\(\))?(?:\[:(\d+)\])?$/,
    ([, name = '', length], row, document) =>
      contains(row, document, name, length ? Number(length) : undefined),
  ],
  // 'appointed' in item_502.replace('\n', ' '); in item4
  [
    /^contains: item_?(\d{1,3}[a-c]?)(?:\.replace\(.*\))?$/,
    ([, name = ''], row, document) => contains(row, document, name),
  ],
  // len(secs['part_i_item_1a'].text()) == 79150; len(report['Item 14']); len(item3)
  [
    /^len\(\w+\['([^']+)'\](?:\.text\(\))?\)$/,
    ([, name = ''], row, document) => sameLength(row, document, name),
  ],
  [/^len\(item_?(\d{1,3}[a-c]?)\)$/, ([, name = ''], row, document) => sameLength(row, document, name)],
  [
    /^len\(part_(i+v?)_sections\)$/,
    ([, part = ''], row, document) => {
      const ours = [...foundItems(document.sections)].filter((key) =>
        key.includes(`.part${part.length}_`),
      ).length
      return result(row, String(ours), String(ours) === row.expected)
    },
  ],
]

export const edgartoolsSectionsCheck: Check = {
  name: 'items and their texts vs edgartools’ assertions',
  source: 'edgartools',
  at_least: null,

  *compare(corpus) {
    for (const row of corpus.assertions) {
      if (row.peer !== 'edgartools' || row.path === '') continue
      const reading = readings.find(([expression]) => expression.test(row.what))
      const file = reading && corpus.files.find((one) => one.path === row.path)
      const document = file && sectionedDocument(corpus, file)
      if (!document || !familyOf(document)) continue
      const found = reading?.[0].exec(row.what)
      const comparison = found && reading[1](found, row, document)
      if (comparison) yield comparison
    }
  },
}

function familyOf({ form_type }: ReadDocument): '10-K' | '10-Q' | '8-K' | undefined {
  return (['10-K', '10-Q', '8-K'] as const).find((family) => form_type.startsWith(family))
}

/** The key of `Item 1A`, `part_ii_item_1a`, `14`, `502` in a filing of this form. */
function keyOf(document: ReadDocument, name: string): string | undefined {
  const family = familyOf(document)
  const part = /^part_(i+v?)_item_(\d{1,2}[a-c]?)$/i.exec(name)
  if (family && part) return itemKey(family, part[2] ?? '', part[1])
  const number = /^(?:item[ _]?)?(\d(?:\.\d{2}|\d{2})|\d{1,2}[a-c]?)$/i.exec(name)?.[1]
  if (!family || !number) return undefined
  if (family === '8-K') return itemKey(family, number.replace(/^(\d)(\d{2})$/, '$1.$2'))
  if (/^\d{3}$/.test(number) || number.includes('.')) return undefined
  // An item number alone names two items of a 10-Q, of which the tests mean the first.
  return itemKey(family, number, 1)
}

function sectionOf(document: ReadDocument, name: string): Section | undefined {
  const key = keyOf(document, name)
  return document.sections.find((one) => one.section_key === key && isFound(one))
}

function holdsItem(row: Assertion, document: ReadDocument, name: string): Comparison | undefined {
  if (!keyOf(document, name)) return undefined
  const held = sectionOf(document, name) !== undefined
  return result(row, held ? 'found' : 'not found', held)
}

function sameItems(row: Assertion, document: ReadDocument): Comparison | undefined {
  const named = row.expected.match(/\d{1,2}(?:\.\d{2})?[A-C]?/g) ?? []
  const theirs = named
    .flatMap((name) => keyOf(document, name) ?? [])
    .sort()
    .join(' ')
  const ours = [...foundItems(document.sections)].sort().join(' ')
  return theirs === '' ? undefined : { ...result(row, ours, ours === theirs), theirs }
}

function contains(
  row: Assertion,
  document: ReadDocument,
  name: string,
  length?: number,
): Comparison | undefined {
  if (!keyOf(document, name)) return undefined
  const section = sectionOf(document, name)
  const text = section ? document.text.slice(section.start, section.end) : ''
  const words = (one: string) =>
    one
      .toLowerCase()
      .replace(/[\s|]+/g, ' ')
      .trim()
  const held = words(length ? text.slice(0, length) : text).includes(words(row.expected))
  return result(
    row,
    section ? `${text.length} characters, ${held ? 'with' : 'without'} it` : 'not found',
    held,
  )
}

function sameLength(row: Assertion, document: ReadDocument, name: string): Comparison | undefined {
  if (!keyOf(document, name)) return undefined
  const section = sectionOf(document, name)
  const theirs = Number(row.expected)
  const lengths = section
    ? [
        document.text.slice(section.start, section.end),
        textWithout(document.text, section, document.furniture),
      ].map((text) => text.trim().length)
    : []
  const agreed = lengths.some((ours) => Math.abs(ours - theirs) <= TOLERANCE * Math.max(ours, theirs))
  return result(row, lengths.length > 0 ? lengths.join(' or ') : 'not found', agreed)
}

function result(row: Assertion, ours: string, agreed: boolean): Comparison {
  return {
    case: `${row.path} ${row.test.replace(/^.*::/, '')} ${row.what} ${row.expected}`,
    ours,
    theirs: row.expected,
    agreed,
  }
}
