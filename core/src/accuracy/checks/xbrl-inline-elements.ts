import { canonicalText } from '../../documents/canonical-text.ts'
import { decodeBytes } from '../../documents/decode.ts'
import { documentKind } from '../../documents/document-kind.ts'
import { readInlineXbrl } from '../../xbrl/inline.ts'
import { type Check, type Comparison, compared } from '../check.ts'

const FACT_ELEMENTS = ['nonFraction', 'nonNumeric', 'fraction']
/** What a fact says of itself when its number could not be read. */
const UNREAD = ['invalid_number', 'unknown_format', 'scale_out_of_range', 'invalid_text']

/**
 * Nothing is lost between the page and the facts: as many facts as the document has start tags of inline facts, counted by
 * searching its characters, without the reader; and a value, or nil, for each of them.
 */
export const xbrlInlineElementsCheck: Check = {
  name: 'XBRL inline facts are all read',
  source: 'the ix: elements of each document, counted in its characters',
  at_least: 1,

  *compare(corpus): Iterable<Comparison> {
    for (const { path } of corpus.files) {
      const bytes = corpus.bytes(path)
      if (!bytes.includes('/inlineXBRL') || documentKind({ file_name: path }, bytes) !== 'html') continue
      const { text: source } = decodeBytes(bytes)
      const tags = FACT_ELEMENTS.map((name) => startTags(source, name)).reduce((sum, count) => sum + count, 0)
      if (tags === 0) continue
      const inline = canonicalText(bytes, 'html').inline_xbrl
      const facts = inline ? readInlineXbrl([{ document_id: path, inline }]).facts : []
      yield compared(`${path} facts`, facts.length, tags)
      const unread = facts.filter(({ flags }) => UNREAD.some((flag) => flags.includes(flag)))
      yield compared(
        `${path} values`,
        unread.map(({ taxonomy, tag, flags }) => `${taxonomy}:${tag} ${flags}`),
        [],
      )
    }
  },
}

/** Start tags of an inline element outside comments, whatever prefix the namespace has. */
function startTags(source: string, name: string): number {
  const prefix = /xmlns:([\w.-]+)\s*=\s*["']http:\/\/www\.xbrl\.org\/\d{4}\/inlineXBRL/.exec(source)?.[1]
  if (prefix === undefined) return 0
  const tag = `<${prefix}:${name}`
  let count = 0
  let comment = nextComment(source, 0)
  for (let at = source.indexOf(tag); at >= 0; at = source.indexOf(tag, at + tag.length)) {
    while (comment.end <= at) comment = nextComment(source, comment.end)
    if (at >= comment.start) continue
    if (/[\s/>]/.test(source[at + tag.length] ?? '')) count++
  }
  return count
}

function nextComment(source: string, from: number): { start: number; end: number } {
  const start = source.indexOf('<!--', from)
  if (start < 0) return { start: source.length, end: Number.POSITIVE_INFINITY }
  const end = source.indexOf('-->', start + 4)
  return { start, end: end < 0 ? source.length : end + 3 }
}
