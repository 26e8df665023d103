import type { Check, Comparison } from '../check.ts'
import type { Assertion, Corpus } from '../corpus.ts'
import { type HeaderUnderCheck, headerReader } from '../corpus-submissions.ts'
import { datamuleCases } from '../datamule-headers.ts'
import { type Answer, DOCUMENT_RULES, HEADER_RULES } from '../header-expressions.ts'

/** Parsers whose tests speak of headers. */
const PEERS =
  /^(?:edgartools|edgarWebR|sec-edgar-parser|edgr|edgar_sleuth|edgar-app|secsgml|datamule.*|python-sec)$/

/** Header fields and lists of documents as the tests of other parsers expect them, and as datamule reads the feed. */
export const headerFieldsCheck: Check = {
  name: 'SGML header fields',
  source: 'datamule, edgartools, edgarWebR, sec-edgar-parser, edgr, edgar_sleuth, edgar-app',
  at_least: 0.995,

  *compare(corpus) {
    const read = headerReader(corpus)
    yield* assertionCases(corpus, read)
    yield* datamuleCases(corpus, read)
  },
}

function* assertionCases(
  corpus: Corpus,
  read: (path: string) => HeaderUnderCheck | undefined,
): Generator<Comparison> {
  for (const assertion of corpus.assertions) {
    if (assertion.path === '' || !PEERS.test(assertion.peer)) continue
    for (const { what, expected } of parts(assertion)) {
      const asked = rule(what)
      if (asked === undefined) continue
      const under = read(assertion.path)
      const answer = under && asked(under, expected)
      if (answer !== undefined) yield comparison(assertion, what, answer, expected)
    }
  }
}

/** One assertion may compare a whole object: each of its plain fields is a case. */
function parts({ what, expected }: Assertion): { what: string; expected: string }[] {
  if (!/^(?:obj|res)$/.test(what)) return [{ what, expected }]
  return [...expected.matchAll(/\b([a-zA-Z]{1,40}): "([^"]{0,200})"/g)].map(([, name, value]) => ({
    what: `${what}.${name}`,
    expected: value as string,
  }))
}

function rule(what: string) {
  for (const [pattern, answer] of [...HEADER_RULES, ...DOCUMENT_RULES]) {
    const match = pattern.exec(what)
    if (match !== null) {
      return (read: HeaderUnderCheck, expected: string) => answer(match, read, expected)
    }
  }
  return undefined
}

function comparison(
  { peer, test, path }: Assertion,
  what: string,
  answer: Answer,
  expected: string,
): Comparison {
  const theirs = normal(expected)
  const ours = 'is' in answer ? normal(answer.is) : answer.anyOf.map(normal)
  const agreed = typeof ours === 'string' ? ours === theirs : ours.includes(theirs)
  const name = test.split('::').at(-1)
  return {
    case: `${path} ${peer} ${name} ${what} ${expected.slice(0, 60)}`,
    ours: typeof ours === 'string' ? ours : [...new Set(ours)].slice(0, 5).join(' or '),
    theirs,
    agreed,
  }
}

/** Dates without their dashes, numbers and CIKs without leading zeros: the same in every language. */
function normal(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) return value.map(normal).join(', ')
  const text = String(value).trim()
  if (/^\[.*\]$/.test(text)) return text.slice(1, -1).split(',').map(normal).join(', ')
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text.replaceAll('-', '')
  if (/^\d{1,10}$/.test(text)) return text.replace(/^0+(?=\d)/, '')
  return text
}
