import { type QueryFault, type QueryWord, type SearchNode, SearchQueryError } from './query.ts'
import { wordsOf } from './words.ts'

export const MAX_QUERY_CHARS = 1_000
export const MAX_QUERY_WORDS = 64
export const MAX_QUERY_DEPTH = 16
/** Shorter beginnings are shared by thousands of words. */
export const MIN_PREFIX_CHARS = 2

type Token = { at: number } & (
  | { kind: '(' | ')' | 'and' | 'or' | 'not' }
  | { kind: 'text'; words: QueryWord[] }
)

/**
 * Reads a query: words (all of them are wanted), `"phrases"`, `prefix*`, AND, OR, NOT or `-` in front, and parentheses.
 * NOT binds closest, then AND, then OR. What is written together (`10-K`, `non-GAAP`) is a phrase of its words.
 *
 * @throws SearchQueryError
 */
export function parseQuery(query: string): SearchNode {
  const fail = (fault: QueryFault, at: number, detail: string): never => {
    throw new SearchQueryError(fault, [...query.slice(0, at)].length, detail)
  }
  if (query.length > MAX_QUERY_CHARS)
    fail('too_long', MAX_QUERY_CHARS, `A query has at most ${MAX_QUERY_CHARS} characters.`)
  const tokens = [...tokensOf(query, fail)]
  const words = tokens.reduce((sum, token) => sum + (token.kind === 'text' ? token.words.length : 0), 0)
  if (words > MAX_QUERY_WORDS)
    fail('too_many_words', 0, `A query has at most ${MAX_QUERY_WORDS} words, this one ${words}.`)
  if (tokens.length === 0) fail('empty', 0, 'The query is empty.')

  let next = 0
  const tree = readOr(1)
  const rest = tokens[next]
  if (rest) fail('unopened_parenthesis', rest.at, 'Nothing was opened that this parenthesis could close.')
  if (!narrows(tree))
    fail('only_excludes', 0, 'The query says only what must not be there; say also what must be.')
  return tree

  function readOr(depth: number): SearchNode {
    const parts = [readAnd(depth)]
    while (tokens[next]?.kind === 'or') {
      next++
      parts.push(readAnd(depth))
    }
    return parts.length === 1 ? (parts[0] as SearchNode) : { kind: 'or', parts }
  }

  function readAnd(depth: number): SearchNode {
    const parts = [readNot(depth)]
    for (let token = tokens[next]; token && token.kind !== 'or' && token.kind !== ')'; token = tokens[next]) {
      if (token.kind === 'and') next++
      parts.push(readNot(depth))
    }
    return parts.length === 1 ? (parts[0] as SearchNode) : { kind: 'and', parts }
  }

  function readNot(depth: number): SearchNode {
    const token = tokens[next]
    if (!token || token.kind === ')' || token.kind === 'and' || token.kind === 'or') {
      const before = tokens[next - 1]
      const where = token ?? before
      return fail('missing_operand', where?.at ?? 0, `${nameOf(before)} something must follow.`)
    }
    if (depth > MAX_QUERY_DEPTH)
      fail('too_deep', token.at, `Parentheses and NOT may be nested ${MAX_QUERY_DEPTH} deep.`)
    next++
    if (token.kind === 'text') return { kind: 'words', words: token.words }
    if (token.kind === 'not') return { kind: 'not', part: readNot(depth + 1) }
    const inner = readOr(depth + 1)
    if (tokens[next]?.kind !== ')')
      fail('unclosed_parenthesis', token.at, 'This parenthesis is never closed.')
    next++
    return inner
  }
}

function nameOf(token: Token | undefined): string {
  if (!token || token.kind === 'text') return 'Before this'
  return `After ${token.kind.toUpperCase()}`
}

type Fail = (fault: QueryFault, at: number, detail: string) => never

function* tokensOf(query: string, fail: Fail): Generator<Token> {
  for (let at = 0; at < query.length; ) {
    const character = query[at] as string
    if (/\s/.test(character)) at++
    else if (character === '(' || character === ')') yield { kind: character, at: at++ }
    else if (isQuote(character)) {
      const end = closingQuote(query, at + 1)
      if (end === -1) fail('unclosed_quote', at, 'This quotation mark is never closed.')
      yield { kind: 'text', words: quoted(query, at + 1, end, fail), at }
      at = end + 1
    } else if (character === '-' && /[^\s-]/.test(query[at + 1] ?? ' ')) yield { kind: 'not', at: at++ }
    else {
      const end = wordEnd(query, at)
      yield tokenOf(query, at, end, fail)
      at = end
    }
  }
}

const QUOTES = new Set(['"', '“', '”', '„', '«', '»'])
const isQuote = (character: string) => QUOTES.has(character)

function closingQuote(query: string, from: number): number {
  for (let at = from; at < query.length; at++) if (isQuote(query[at] as string)) return at
  return -1
}

function wordEnd(query: string, from: number): number {
  let at = from
  while (at < query.length && !/[\s()]/.test(query[at] as string) && !isQuote(query[at] as string)) at++
  return at
}

const OPERATORS = new Map([
  ['AND', 'and'],
  ['OR', 'or'],
  ['NOT', 'not'],
] as const) as ReadonlyMap<string, 'and' | 'or' | 'not'>

function tokenOf(query: string, start: number, end: number, fail: Fail): Token {
  const operator = OPERATORS.get(query.slice(start, end))
  return operator
    ? { kind: operator, at: start }
    : { kind: 'text', words: quoted(query, start, end, fail), at: start }
}

/** The words between two places of the query; `*` directly behind one asks for all that begin so. */
function quoted(query: string, start: number, end: number, fail: Fail): QueryWord[] {
  const words: QueryWord[] = []
  for (const { word, start: from, end: to } of wordsOf(query, start, end)) {
    const prefix = query[to] === '*' && to < end
    if (prefix && [...word].length < MIN_PREFIX_CHARS)
      fail('prefix_too_short', from, `At least ${MIN_PREFIX_CHARS} letters or digits must stand before *.`)
    words.push({ word, prefix })
  }
  if (words.length === 0) fail('no_word', start, 'There is no letter and no digit here to look for.')
  return words
}

/** True when the tree names something that must be there; "everything but x" would be a list of everything. */
function narrows(node: SearchNode): boolean {
  if (node.kind === 'words') return true
  if (node.kind === 'not') return false
  return node.kind === 'and' ? node.parts.some(narrows) : node.parts.every(narrows)
}
