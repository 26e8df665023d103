import { readCompanyFacts } from '../../facts/company-facts.ts'
import type { Fact } from '../../facts/fact.ts'
import type { Check, Comparison } from '../check.ts'
import type { Corpus } from '../corpus.ts'
import { factsOfPaths } from '../corpus-facts.ts'

/** What we say where a test of another parser asserts something about single facts; nothing when we have no such thing. */
type Answer = (facts: () => Fact[], expected: string, corpus: Corpus, path: string) => string | undefined

/** By expression of the test. Expressions about anything but facts belong to other checks. */
const ANSWERS: [expression: RegExp, answer: Answer][] = [
  [/^auditor\.firm_id$/, (facts) => cover(facts(), 'AuditorFirmId')],
  [/^auditor\.name$/, (facts) => cover(facts(), 'AuditorName')],
  [
    /^contains: auditor\.location$/,
    (facts, expected) => containing(cover(facts(), 'AuditorLocation'), expected),
  ],
  [
    /^contains: document\.context$/,
    (facts, expected) => (facts().some(({ context_id }) => context_id === expected) ? expected : undefined),
  ],
  [/^total_instances$/, (facts) => String(facts().length)],
  [/^periods\[\d+\]$/, (facts, expected) => (isReported(facts(), expected) ? expected : undefined)],
  [
    /latest_metric_value\(/,
    (facts, expected) =>
      facts().find(({ tag, value }) => tag.startsWith('EarningsPerShare') && value === Number(expected))
        ?.value_text ?? undefined,
  ],
  [
    /^contains: result\['signals'\]$/,
    (facts, expected) => {
      const type = expected.split('xbrl_security_type:')[1]
      const found = facts().find(
        ({ tag, value_text }) => tag === 'OfferingSctyTp' && value_text?.toLowerCase() === type,
      )
      return found ? expected : undefined
    },
  ],
  [
    /^entity_facts\.cik$/,
    (_facts, _expected, corpus, path) => String(Number(companyFacts(corpus, path)?.cik)),
  ],
  [
    /^(?:entity_facts\.name|llm_context\['company'\]\['name'\])$/,
    (_facts, _expected, corpus, path) => companyFacts(corpus, path)?.entity_name,
  ],
]

/** Assertions of other parsers' tests about raw facts. */
export const xbrlAssertionsCheck: Check = {
  name: 'XBRL fact assertions',
  source: 'tests of edgartools and financial_fundamentals',
  at_least: 0.995,

  *compare(corpus): Iterable<Comparison> {
    const read = new Map<string, Fact[]>()
    for (const { path, what, expected, test } of corpus.assertions) {
      const answer = ANSWERS.find(([expression]) => expression.test(what))?.[1]
      if (answer === undefined || path === '' || !corpus.has(path)) continue
      const facts = () => {
        const known = read.get(path) ?? factsOfPaths(corpus, [path])
        read.set(path, known)
        return known
      }
      // The same expressions are used of files that hold no XBRL at all.
      if (!path.includes('companyfacts') && facts().length === 0) continue
      const ours = answer(facts, expected, corpus, path)
      yield {
        case: `${path} ${test.split('::')[1] ?? test} ${what} ${expected}`,
        ours: ours ?? 'nothing',
        theirs: expected,
        agreed: ours === expected,
      }
    }
  },
}

function cover(facts: Fact[], tag: string): string | undefined {
  return facts.find((fact) => fact.taxonomy === 'dei' && fact.tag === tag)?.value_text ?? undefined
}

function containing(text: string | undefined, part: string): string | undefined {
  return text?.includes(part) ? part : text
}

/** `('duration_2014-07-01_2015-06-30', 'Annual: …')` */
function isReported(facts: Fact[], expected: string): boolean {
  const [, start, end] = /duration_(\d{4}-\d\d-\d\d)_(\d{4}-\d\d-\d\d)/.exec(expected) ?? []
  return facts.some((fact) => fact.period_start === start && fact.period_end === end)
}

function companyFacts(corpus: Corpus, path: string) {
  return path.includes('companyfacts') ? readCompanyFacts(corpus.bytes(path)) : undefined
}
