import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MAX_QUERY_WORDS, parseQuery } from './parse-query.ts'
import { type SearchNode, SearchQueryError } from './query.ts'

/** A tree as a short text. */
function shown(node: SearchNode): string {
  if (node.kind === 'words') return node.words.map(({ word, prefix }) => word + (prefix ? '*' : '')).join('_')
  if (node.kind === 'not') return `!${shown(node.part)}`
  return `(${node.parts.map(shown).join(node.kind === 'and' ? ' & ' : ' | ')})`
}

describe('a query', () => {
  test.each([
    ['going', 'going'],
    ['going concern', '(going & concern)'],
    ['"going concern"', 'going_concern'],
    ['“going concern”', 'going_concern'],
    ['a OR b c', '(a | (b & c))'],
    ['(a OR b) AND c', '((a | b) & c)'],
    ['a NOT b', '(a & !b)'],
    ['a -b -"c d"', '(a & !b & !c_d)'],
    ['a AND NOT (b OR c)', '(a & !(b | c))'],
    ['NOT NOT a b', '(!!a & b)'],
    ['restat*', 'restat*'],
    ['"material weak*"', 'material_weak*'],
    ['10-K', '10_k'],
    ["company's", 'company_s'],
    ['U.S.', 'u_s'],
    ['$1,234.5', '1_234_5'],
    ['and or not', '(and & or & not)'],
    ['Nestlé ＡＢＣ ﬁnal', '(nestle & abc & final)'],
    ['the', 'the'],
    ["x'); drop table filings;", null],
    ["x' drop table filings;", '(x & drop & table & filings)'],
    ['constructor toString __proto__', '(constructor & tostring & proto)'],
    ['a:* & b | !c <-> d', null],
  ])('%s', (query, tree) => {
    if (tree === null) expect(() => parseQuery(query)).toThrow(SearchQueryError)
    else expect(shown(parseQuery(query))).toBe(tree)
  })
})

describe('a query that cannot be answered is refused where it goes wrong', () => {
  test.each([
    ['', 'empty', 0],
    ['   ', 'empty', 0],
    ['a "going concern', 'unclosed_quote', 2],
    ['🤖 "x', 'no_word', 0],
    ['é "x', 'unclosed_quote', 2],
    ['(a OR b', 'unclosed_parenthesis', 0],
    ['a) b', 'unopened_parenthesis', 1],
    ['a AND', 'missing_operand', 2],
    ['a AND OR b', 'missing_operand', 6],
    ['OR a', 'missing_operand', 0],
    ['()', 'missing_operand', 1],
    ['a NOT', 'missing_operand', 2],
    ['a --- b', 'no_word', 2],
    ['""', 'no_word', 1],
    ['*', 'no_word', 0],
    ['a*', 'prefix_too_short', 0],
    ['NOT a', 'only_excludes', 0],
    ['-a -b', 'only_excludes', 0],
    ['a OR NOT b', 'only_excludes', 0],
    [`${'('.repeat(40)}a${')'.repeat(40)}`, 'too_deep', 16],
    [`${'NOT '.repeat(40)}a`, 'too_deep', 64],
    ['a '.repeat(MAX_QUERY_WORDS + 1), 'too_many_words', 0],
    ['word '.repeat(10_000), 'too_long', 1_000],
  ])('%s', (query, fault, position) => {
    try {
      parseQuery(query)
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(SearchQueryError)
      expect(error).toMatchObject({ fault, position })
    }
  })

  test('whatever is typed, it is a tree or a fault with a place in the query', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(
          fc.constantFrom(
            '(',
            ')',
            '"',
            'AND',
            'OR',
            'NOT',
            '-',
            '*',
            'a',
            'bc*',
            ' ',
            'é',
            "'",
            '\\',
            '&',
            ':',
          ),
        )
        .map((parts) => parts.join(' ')),
    )
    fc.assert(
      fc.property(typed, (query) => {
        try {
          parseQuery(query)
        } catch (error) {
          expect(error).toBeInstanceOf(SearchQueryError)
          const { position } = error as SearchQueryError
          expect(position).toBeGreaterThanOrEqual(0)
          expect(position).toBeLessThanOrEqual([...query].length)
        }
      }),
      { numRuns: 2_000 },
    )
  })
})
