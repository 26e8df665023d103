// A browser matches an exact fragment only within one block of text, and long URLs get cut by mail programs.
const LONGEST_EXACT_FRAGMENT = 200
const WORDS_AT_EACH_END = 6

/**
 * A link to the document that makes a browser scroll to the quote and mark it (WICG Scroll to Text Fragment). A short
 * quote within one block is given whole, any other by its first and last words.
 */
export function textFragmentUrl(sourceUrl: string, quote: string): string {
  const blocks = quote
    .split(/\n| \| /)
    .map((block) => block.trim())
    .filter((block) => block !== '')
  const first = blocks[0]
  const last = blocks.at(-1)
  if (first === undefined || last === undefined) return sourceUrl
  const ends = 2 * WORDS_AT_EACH_END
  const exact =
    blocks.length === 1 && (first.length <= LONGEST_EXACT_FRAGMENT || first.split(/\s+/).length <= ends)
  const directive = exact
    ? encodeFragment(first)
    : `${encodeFragment(firstWords(first))},${encodeFragment(lastWords(last))}`
  return `${sourceUrl}${sourceUrl.includes('#') ? '' : '#'}:~:text=${directive}`
}

function firstWords(block: string): string {
  return block.split(/\s+/).slice(0, WORDS_AT_EACH_END).join(' ')
}

function lastWords(block: string): string {
  return block.split(/\s+/).slice(-WORDS_AT_EACH_END).join(' ')
}

/** Percent-encodes; `-`, `,` and `&` have a meaning of their own in the directive. */
function encodeFragment(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll('-', '%2D')
}
