import { type Check, compared } from '../check.ts'
import { agrees, expressionOf, pythonValue, valueBy } from './structured-form-expression.ts'
import { type StructuredReading, structuredReading } from './structured-form-readings.ts'
import { FUND_RULES, OFFERING_RULES, SUBSIDIARY_RULES } from './structured-form-rules.ts'

/** Tests about the forms of offerings and funds, and about Exhibit 21. */
const TESTS = /formd|regd|formc|0dpz|reg_?a\b|424b|fundreport|ncen|nport|npx|24f|subsidiar/i

/** Forms D, C, 1-A, N-PORT, N-CEN, N-PX, Exhibit 21 and prospectus covers as edgartools tests them. */
export const structuredFormAssertionsCheck: Check = {
  name: 'D, C, 1-A, N-PORT, N-CEN, N-PX, EX-21, 424B assertions',
  source: 'tests of edgartools',
  at_least: 0.995,
  *compare(corpus) {
    const files = new Map(corpus.files.map((file) => [file.path, file]))
    const readings = new Map<string, StructuredReading | undefined>()
    for (const assertion of corpus.assertions) {
      const { path, test, what, expected } = assertion
      const file = files.get(path) ?? files.get(path.replace(/\.gz$/, ''))
      if (!TESTS.test(test) || !file) continue
      if (!readings.has(path)) readings.set(path, structuredReading(corpus, file))
      const reading = readings.get(path)
      const ours = reading && ourValue(reading, expressionOf(assertion))
      if (ours === undefined) continue
      const name = `${path} ${test.split('::')[1]} ${what}`
      yield { ...compared(name, ours, pythonValue(expected)), agreed: agrees(assertion, ours) }
    }
  },
}

function ourValue(reading: StructuredReading, expression: string): unknown {
  switch (reading.kind) {
    case 'offering':
      return valueBy(OFFERING_RULES, expression, reading.offering)
    case 'fund':
      return valueBy(FUND_RULES, expression, reading)
    case 'subsidiaries':
      return valueBy(SUBSIDIARY_RULES, expression, reading.subsidiaries)
  }
}
