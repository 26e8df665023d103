import { expect, it } from 'vitest'
import { csvOf } from './csv.ts'

it('quotes what needs it, ends lines as RFC 4180 does, and leaves empty what is null', () => {
  expect(
    csvOf(
      ['a', 'b'],
      [
        ['x,"y"', 1],
        ['two\nlines', null],
      ],
    ),
  ).toBe('a,b\r\n"x,""y""",1\r\n"two\nlines",\r\n')
})

it('a name that a spreadsheet would run is a text', () => {
  expect(csvOf(['name'], [['=1+1'], ['@SUM(A1)'], ['+1'], ['-x'], [-5]])).toBe(
    "name\r\n'=1+1\r\n'@SUM(A1)\r\n'+1\r\n'-x\r\n-5\r\n",
  )
})
