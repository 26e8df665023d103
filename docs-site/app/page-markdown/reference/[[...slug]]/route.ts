import {
  groupMarkdown,
  operationMarkdown,
  referenceMarkdown,
} from '../../../../src/reference/operation-markdown.ts'
import { findPage } from '../../../../src/reference/operations.ts'

/** `/docs/reference/filings/listFilings.md` is rewritten to this route. Made when asked for: samples name this API's address. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ slug?: string[] }> },
): Promise<Response> {
  const found = findPage((await params).slug)
  if (!found) return new Response('No such page.\n', { status: 404 })
  const { group, entry } = found
  const text = entry ? operationMarkdown(entry) : group ? groupMarkdown(group) : referenceMarkdown()
  return new Response(text, { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } })
}
