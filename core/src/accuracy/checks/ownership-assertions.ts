import { type Check, type Comparison, compared } from '../check.ts'
import type { Assertion, Corpus } from '../corpus.ts'
import { INSIDER_RULES, ROW_RULES, ROW_VARIABLES } from './ownership-insider-rules.ts'
import { likeLiteral, type Ours } from './ownership-literals.ts'
import { NOTICE_RULES } from './ownership-notice-rules.ts'
import { isOwnershipFile, type OwnershipReading, ownershipReading } from './ownership-readings.ts'
import { PERSON_RULES, PERSON_VARIABLE, SCHEDULE_RULES } from './ownership-schedule-rules.ts'
import { secApiComparisons } from './ownership-sec-api.ts'
import { type Rules, valueBy } from './structured-form-expression.ts'

/**
 * Tests that read a document typed into the test itself, under the accession number of a filing they do not open: what
 * they say is not said of the file. Found by reading the tests.
 */
const OWN_DOCUMENTS =
  /^tests\/forms\/test_form4_parser_v2\.py::|::ParseTransactions_BoxChecked_AppliesToEveryRowInTheFiling$/

/** Forms 3, 4, 5, 144 and Schedules 13D and 13G as other parsers' tests and answers describe them. */
export const ownershipAssertionsCheck: Check = {
  name: 'Form 3/4/5, 144, 13D/G assertions',
  source: 'tests of edgartools, Equibles, scrape-edgar, edgar-app; answers of sec-api',
  at_least: 0.995,

  *compare(corpus) {
    for (const assertions of byTest(corpus)) {
      const [first] = assertions
      if (first) yield* comparisons(readingOf(corpus, first.path), assertions)
    }
    yield* secApiComparisons(corpus)
  },
}

/** The assertions on files of these forms, test by test: a variable stands for one thing within a test. */
function byTest(corpus: Corpus): Iterable<Assertion[]> {
  const mine = new Set(corpus.files.filter(isOwnershipFile).map(({ path }) => path))
  const tests = new Map<string, Assertion[]>()
  for (const assertion of corpus.assertions) {
    if (!mine.has(assertion.path) || OWN_DOCUMENTS.test(assertion.test)) continue
    const key = `${assertion.peer} ${assertion.test} ${assertion.path}`
    tests.set(key, [...(tests.get(key) ?? []), assertion])
  }
  return tests.values()
}

function readingOf(corpus: Corpus, path: string): OwnershipReading | Error {
  const file = corpus.files.find((one) => one.path === path)
  if (!file) return new Error(`${path} is not in the manifest`)
  try {
    return ownershipReading(corpus, file)
  } catch (error) {
    return error as Error
  }
}

function* comparisons(reading: OwnershipReading | Error, assertions: Assertion[]): Iterable<Comparison> {
  const variables = reading instanceof Error ? new Map() : variablesOf(reading, assertions)
  for (const assertion of assertions) {
    const value =
      reading instanceof Error ? unread(reading, assertion) : oursFor(reading, assertion, variables)
    if (value === undefined) continue
    const { path, test, what, expected } = assertion
    const name = `${path} ${test.split('::')[1]}: ${what}`
    yield { ...compared(name, value.value, expected), agreed: likeLiteral(value, expected) }
  }
}

/** A file we could not read agrees with nothing that a rule would know. */
function unread(error: Error, { what }: Assertion): Ours | undefined {
  const known = [INSIDER_RULES, ROW_RULES, NOTICE_RULES, SCHEDULE_RULES, PERSON_RULES].some((rules) =>
    (rules as Rules<unknown>).some(([pattern]) => pattern.test(what)),
  )
  return known ? { value: `failed: ${error.message}`, likeness: 'same' } : undefined
}

function oursFor(
  reading: OwnershipReading,
  { what }: Assertion,
  variables: Map<string, (what: string) => Ours | undefined>,
): Ours | undefined {
  const variable = variables.get(what.split('.')[0] ?? '')
  if (variable) return variable(what)
  switch (reading.kind) {
    case 'insider':
      return valueBy(INSIDER_RULES, what, reading.document) as Ours | undefined
    case 'notice':
      return valueBy(NOTICE_RULES, what, reading.notice) as Ours | undefined
    case 'schedule':
      return valueBy(SCHEDULE_RULES, what, reading.report) as Ours | undefined
  }
}

/**
 * The rows and persons that a test's variables stand for. The test's code, which chose them, is not at hand: it is the one
 * row of which most of what the test asserts is true, and everything the test says of the variable is held against it.
 */
function variablesOf(reading: OwnershipReading, assertions: Assertion[]) {
  const variables = new Map<string, (what: string) => Ours | undefined>()
  for (const name of new Set(assertions.map(({ what }) => what.split('.')[0] ?? ''))) {
    const said = assertions.filter(({ what }) => what.startsWith(`${name}.`))
    if (reading.kind === 'insider') {
      const rows = ROW_VARIABLES.find(([pattern]) => pattern.test(`${name}.`))?.[1](reading.document)
      if (rows && said.length > 0) variables.set(name, bestOf(rows, ROW_RULES, said))
    } else if (reading.kind === 'schedule' && PERSON_VARIABLE.test(`${name}.`)) {
      variables.set(name, bestOf(reading.report.reporting_persons, PERSON_RULES, said))
    }
  }
  return variables
}

function bestOf<Row>(rows: Row[], rules: Rules<Row>, said: Assertion[]) {
  const truths = (row: Row) =>
    said.filter(({ what, expected }) => {
      const value = valueBy(rules, what, row) as Ours | undefined
      return value !== undefined && likeLiteral(value, expected)
    }).length
  const [best] = [...rows].sort((one, other) => truths(other) - truths(one))
  return (what: string): Ours | undefined =>
    best === undefined
      ? { value: undefined, likeness: 'same' }
      : (valueBy(rules, what, best) as Ours | undefined)
}
