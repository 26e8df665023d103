import { source } from '../../src/source.ts'

export const dynamic = 'force-static'

/** An index of the Markdown pages, in the order of https://llmstxt.org. */
export function GET(): Response {
  const lines = source
    .getPages()
    .filter((page) => page.slugs.length > 0)
    .map((page) => `- [${page.data.title}](${page.url}.md): ${(page.data.description ?? '').split('\n')[0]}`)
  const text = [
    '# SEC Latent Platform',
    '',
    '> An API for SEC filings and the signals in them, each with a quote you can check.',
    '',
    '## Pages',
    '',
    ...lines,
    '',
    '## Contract',
    '',
    '- [OpenAPI 3.1](/openapi.json)',
    '',
  ].join('\n')
  return new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
