import type { InlineDocument } from './inline.ts'

/**
 * The Inline XBRL document sets of a filing. Documents that refer to the same schema are one report, and so are those that
 * refer to none, which go on from the first; a fee exhibit beside a prospectus is a report of its own, in which the same
 * ids mean other things.
 */
export function documentSets(documents: readonly InlineDocument[]): InlineDocument[][] {
  const sets = new Map<string, InlineDocument[]>()
  const first = documents.map(schemaOf).find((schema) => schema !== null) ?? ''
  for (const document of documents) {
    const schema = schemaOf(document) ?? first
    const set = sets.get(schema)
    if (set === undefined) sets.set(schema, [document])
    else set.push(document)
  }
  return [...sets.values()]
}

/** Reference of the first `schemaRef`, as text. */
function schemaOf({ inline }: InlineDocument): string | null {
  for (const { start, end } of inline.header) {
    const at = inline.source.indexOf('schemaRef', start)
    if (at < 0 || at >= end) continue
    const tag = inline.source.slice(at, Math.min(end, at + 2048))
    const href = /href\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/.exec(tag)
    if (href) return (href[1] ?? href[2] ?? '').trim()
  }
  return null
}
