import { searchIndex } from '../../../src/search/search-index.ts'
import { searchRecords } from '../../../src/search/search-records.ts'

const MAX_QUERY_CHARS = 100

let search: ReturnType<typeof searchIndex> | undefined

/** `?query=` in guides, operations, fields, errors and signals. The index is made when it is first asked. */
export function GET(request: Request): Response {
  const query = new URL(request.url).searchParams.get('query') ?? ''
  if (query.length > MAX_QUERY_CHARS) {
    return Response.json({ detail: `A query has at most ${MAX_QUERY_CHARS} characters.` }, { status: 400 })
  }
  search ??= searchIndex(searchRecords())
  return Response.json(search(query), { headers: { 'Cache-Control': 'public, max-age=300' } })
}
