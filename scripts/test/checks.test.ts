import { describe, expect, test } from 'vitest'
import { tallyOf } from './checks.mjs'

const report = (numbers: Partial<Parameters<typeof tallyOf>[0]>) => ({
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 2,
  numTodoTests: 0,
  testResults: [],
  ...numbers,
})

describe('the tally of npm test', () => {
  test('is the numbers of the report', () => {
    expect(tallyOf(report({}), 0)).toEqual({ passed: 5, failed: 0, skipped: 2 })
    expect(tallyOf(report({ numFailedTests: 3 }), 1)).toEqual({ passed: 5, failed: 3, skipped: 2 })
  })

  test('counts a file that could not be loaded as a failure', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }]
    expect(tallyOf(report({ testResults }), 1).failed).toBe(1)
  })

  test('counts an error outside any test as a failure', () => {
    expect(tallyOf(report({}), 1).failed).toBe(1)
  })
})
