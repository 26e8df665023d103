import { expect, test } from 'vitest'
import { holdingKey } from './holding-key.ts'
import type { FieldFootnote } from './ownership-document.ts'

const holding = (more: Partial<Parameters<typeof holdingKey>[0]> = {}) =>
  holdingKey({
    table: 'non_derivative',
    security_title: 'Common Stock',
    direct_or_indirect: 'I',
    nature_of_ownership: 'By Trust',
    exercise_price: null,
    expiration_date: null,
    field_footnotes: [],
    ...more,
  })
const note = (text: string): FieldFootnote => ({ field: 'nature_of_ownership', footnote_id: 'F1', text })

test('a title with and without its par value is one security', () => {
  expect(holding({ security_title: 'COMMON STOCK, $0.01 par value per share' })).toBe(holding())
  expect(holding({ security_title: 'Common Stock, no par value' })).toBe(holding())
})

test('two entities that are both called "See Footnote" are told apart by the footnote', () => {
  const by = (text: string) => holding({ nature_of_ownership: 'See Footnote', field_footnotes: [note(text)] })
  expect(by('Held by Alder LLC.')).not.toBe(by('Held by Birch LLC.'))
  expect(by('Held by Alder LLC.')).toBe(by('Held by Alder LLC.'))
})

test('a footnote that only explains a way that is named makes no other position', () => {
  expect(holding({ field_footnotes: [note('The trust is revocable.')] })).toBe(holding())
})

test('two grants of one title with other terms are two positions', () => {
  const option = (exercise_price: number) => holding({ table: 'derivative', exercise_price })
  expect(option(1)).not.toBe(option(2))
})
