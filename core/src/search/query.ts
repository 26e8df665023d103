/** A question about texts, as a tree. */
export type SearchNode =
  | { kind: 'words'; words: QueryWord[] }
  | { kind: 'and' | 'or'; parts: SearchNode[] }
  | { kind: 'not'; part: SearchNode }

/** One word of a leaf. The words of a leaf stand one after the other: a single word is a phrase of one. */
export interface QueryWord {
  word: string
  /** Any word that begins so. */
  prefix: boolean
}

export type SearchLeaf = Extract<SearchNode, { kind: 'words' }>

/** What can be wrong with a query. Codes are permanent. */
export type QueryFault =
  | 'empty'
  | 'too_long'
  | 'too_many_words'
  | 'too_deep'
  | 'unclosed_quote'
  | 'unclosed_parenthesis'
  | 'unopened_parenthesis'
  | 'missing_operand'
  | 'no_word'
  | 'prefix_too_short'
  | 'only_excludes'

/** A query that asks nothing, or more than is answered. `position` counts code points of the query from 0. */
export class SearchQueryError extends Error {
  override readonly name = 'SearchQueryError'
  readonly fault: QueryFault
  readonly position: number

  constructor(fault: QueryFault, position: number, detail: string) {
    super(detail)
    this.fault = fault
    this.position = position
  }
}

/** The leaves of a tree that must or may be there, not those that are excluded. */
export function wantedLeaves(node: SearchNode): SearchLeaf[] {
  if (node.kind === 'words') return [node]
  return node.kind === 'not' ? [] : node.parts.flatMap(wantedLeaves)
}
