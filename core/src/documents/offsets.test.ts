import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { offsetMap } from './offsets.ts'

/** Text as filings hold it and as they do not: ASCII, accents, combining marks, emoji, astral letters, CJK. */
const text = fc
  .array(
    fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.constantFrom(
        'é',
        'e\u0301',
        '—',
        '“x”',
        '😀',
        '👩‍👩‍👧',
        '𝒜',
        '漢字',
        '\n\n',
        'a'.repeat(700),
        '😀'.repeat(300),
      ),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join('').toWellFormed())

describe('offsets', () => {
  test('agree with slicing by code points and by bytes at every character', () => {
    fc.assert(
      fc.property(text, (value) => {
        const map = offsetMap(value)
        let utf16 = 0
        let codePoint = 0
        let byte = 0
        for (const character of value) {
          expect([map.codePointOf(utf16), map.byteOf(utf16)]).toEqual([codePoint, byte])
          expect([map.utf16OfCodePoint(codePoint), map.utf16OfByte(byte)]).toEqual([utf16, utf16])
          utf16 += character.length
          codePoint += 1
          byte += Buffer.byteLength(character)
        }
        expect(map.length).toEqual({
          utf16: value.length,
          code_point: codePoint,
          byte: Buffer.byteLength(value),
        })
        expect(map.codePointOf(value.length)).toBe([...value].length)
      }),
      { numRuns: 100 },
    )
  })

  test('an offset inside a character is taken back to its beginning', () => {
    const map = offsetMap('a😀b')
    expect(map.byteOf(2)).toBe(1)
    expect(map.codePointOf(2)).toBe(1)
    expect([2, 3, 4].map((byte) => map.utf16OfByte(byte))).toEqual([1, 1, 1])
    expect(map.utf16OfByte(5)).toBe(3)
  })

  test.each([-1, 5, 1.5, Number.NaN])('%d is refused outside a text of four', (index) => {
    expect(() => offsetMap('abcd').byteOf(index)).toThrow(RangeError)
  })

  test('a lone surrogate counts as the three bytes that are written for it', () => {
    expect(offsetMap('a\ud800b').length).toEqual({ utf16: 3, code_point: 3, byte: 5 })
  })

  test('a hundred thousand conversions in a text of five megabytes take well under a second', () => {
    const map = offsetMap('Revenue “rose” 5% — 😀\n'.repeat(240_000))
    const before = process.cpuUsage()
    for (let index = 0; index < 100_000; index++) map.byteOf(index * 47)
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(1000)
  })
})
