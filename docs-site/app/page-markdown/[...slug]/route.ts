import { pageMarkdown } from '../../../src/page-markdown.ts'
import { source } from '../../../src/source.ts'

/** `/docs/quick-start.md` is rewritten to this route, and `/docs.md` to `index`. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ slug: string[] }> },
): Promise<Response> {
  const { slug } = await params
  const page = source.getPage(slug[0] === 'index' ? [] : slug)
  if (!page) return new Response('No such page.\n', { status: 404 })
  return new Response(await pageMarkdown(page), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  })
}
