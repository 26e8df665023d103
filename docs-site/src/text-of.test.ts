import { createElement } from 'react'
import { expect, test } from 'vitest'
import { textOf } from './text-of.ts'

test('a heading with code in it is its words', () => {
  const heading = [createElement('code', { key: 1 }, 'coverage'), ' of ', 2, ' lists', null, false]
  expect(textOf(heading)).toBe('coverage of 2 lists')
  expect(textOf('Get a key')).toBe('Get a key')
})
