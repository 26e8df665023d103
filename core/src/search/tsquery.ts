import type { QueryWord, SearchLeaf, SearchNode } from './query.ts'

/**
 * Queries as Postgres reads them (`tsquery`). Words consist of letters and digits, so that within quotation marks
 * nothing of them can be read as an operator.
 */
function wordQuery({ word, prefix }: QueryWord): string {
  return `'${word}'${prefix ? ':*' : ''}`
}

/** The words of a leaf one directly after the other. */
export function phraseQuery({ words }: SearchLeaf): string {
  return words.map(wordQuery).join(' <-> ')
}

/**
 * What the words of a text must at least fulfil for the text to match: phrases ask for their words wherever they stand,
 * and what is excluded does so only where a single word decides. Null where every text might match.
 */
export function candidateQuery(node: SearchNode, options: { exclude: boolean }): string | null {
  switch (node.kind) {
    case 'words':
      return `(${node.words.map(wordQuery).join(' & ')})`
    case 'not':
      return options.exclude && isExact(node.part) ? `!${candidateQuery(node.part, options)}` : null
    case 'and': {
      const parts = node.parts.flatMap((part) => candidateQuery(part, options) ?? [])
      return parts.length === 0 ? null : `(${parts.join(' & ')})`
    }
    case 'or': {
      const parts = node.parts.map((part) => candidateQuery(part, options))
      return parts.includes(null) ? null : `(${parts.join(' | ')})`
    }
  }
}

/** True when the words of a text decide alone: there is no phrase in the tree. */
export function isExact(node: SearchNode): boolean {
  if (node.kind === 'words') return node.words.length === 1
  return node.kind === 'not' ? isExact(node.part) : node.parts.every(isExact)
}

/** Any of the leaves, as phrases. */
export function anyLeafQuery(leaves: readonly SearchLeaf[]): string {
  return leaves.map((leaf) => `(${phraseQuery(leaf)})`).join(' | ')
}

/** Any word of any leaf: what relevance is counted by. */
export function anyWordQuery(leaves: readonly SearchLeaf[]): string {
  return leaves.flatMap(({ words }) => words.map(wordQuery)).join(' | ')
}
