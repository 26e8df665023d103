import { pageMarkdown } from '../../../src/page-markdown.ts'
import { source } from '../../../src/source.ts'

export const dynamic = 'force-static'

/** `/docs/quick-start.md` is rewritten to this route. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ slug: string[] }> },
): Promise<Response> {
  const page = source.getPage((await params).slug)
  if (!page) return new Response('No such page.\n', { status: 404 })
  return new Response(await pageMarkdown(page), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  })
}

export function generateStaticParams() {
  return source.generateParams().filter(({ slug }) => slug.length > 0)
}
