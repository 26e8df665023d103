import { parse, serialize } from 'parse5'
import type { ReplacementCount } from './characters.ts'
import { type HtmlDocument, readHtml } from './html-document.ts'
import { type HtmlSource, utf8Source } from './html-source.ts'

/** The parser of the standard takes a hundred times as long, so what it is given is bounded. */
const MAX_BYTES = 8 * 1024 ** 2
const MAX_DEPTH = 256
/** Formatting elements left open are opened again in every block that follows: this many copies at most. */
const MAX_REOPENED = 1_000_000

/**
 * Reads a document, by the parser of the HTML standard where its markup is one that browsers repair in ways the pass does
 * not follow: the document they make of it is written down again and read in its place. Inline XBRL is XML, which nobody
 * repairs, and is read as it stands.
 */
export function readHtmlRepaired(source: HtmlSource, count: ReplacementCount): HtmlDocument {
  const replacedBefore = count.replaced
  const read = readHtml(source, count)
  if (read.distrusted.size === 0 || read.inline.found) return read
  const { depth, tags, unclosedFormatting } = read.markup
  if (source.bytes.length > MAX_BYTES || depth > MAX_DEPTH || tags * unclosedFormatting > MAX_REOPENED) {
    const what = [...read.distrusted].sort().join(', ')
    return {
      ...read,
      warnings: [...read.warnings, `The markup is broken (${what}) and was too large to repair.`],
    }
  }
  count.replaced = replacedBefore
  const repaired = readHtml(utf8Source(serialize(parse(source.text, { scriptingEnabled: false }))), count)
  return { ...repaired, distrusted: read.distrusted }
}
