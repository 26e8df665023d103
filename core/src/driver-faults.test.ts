import { expect, test } from 'vitest'
import { isDriverFault } from './driver-faults.ts'

const withCode = (code: string) => Object.assign(new Error(code), { code })

test.each(['ECONNREFUSED', 'CONNECTION_ENDED', 'CONNECTION_CLOSED', '57P01'])(
  '%s is a lost connection',
  (code) => {
    expect(isDriverFault(withCode(code))).toBe(true)
  },
)

test('a driver that broke inside is not: its connections may never answer again', () => {
  const error = new TypeError("Cannot read properties of null (reading 'write')")
  error.stack =
    'TypeError\n    at Immediate.nextWrite (file:///app/node_modules/postgres/src/connection.js:255:22)'
  expect(isDriverFault(error)).toBe(false)
})

test('mistakes of our own are not', () => {
  expect(isDriverFault(new TypeError("Cannot read properties of null (reading 'write')"))).toBe(false)
  expect(isDriverFault(withCode('23505'))).toBe(false)
  expect(isDriverFault(new Error('broken'))).toBe(false)
})
