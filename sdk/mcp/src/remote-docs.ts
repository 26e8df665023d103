import type { DocsHit, DocsPage, DocsSource } from './docs-source.ts'
import { ToolError } from './tool.ts'

const TIMEOUT_MS = 10_000
const MAX_BYTES = 4_000_000

/** The documentation as the portal serves it: its index, its pages as Markdown, and its search through its own MCP address. */
export function remoteDocs(portalUrl: string): DocsSource {
  async function fetched(
    path: string,
    signal: AbortSignal,
    init: RequestInit = {},
  ): Promise<string | undefined> {
    try {
      const response = await fetch(portalUrl + path, {
        ...init,
        redirect: 'error',
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
      })
      if (response.status === 404) return undefined
      if (!response.ok) throw new Error(`status ${response.status}`)
      return await bounded(response)
    } catch (cause) {
      signal.throwIfAborted()
      const reason = (cause as { cause?: { code?: string } }).cause?.code ?? (cause as Error).message
      throw new ToolError(
        'docs_unavailable',
        `The documentation at ${portalUrl} could not be read: ${reason}.`,
      )
    }
  }
  return {
    async pages(signal) {
      return pagesOf((await fetched('/llms.txt', signal)) ?? '')
    },
    async search(query, limit, signal) {
      const answer = await fetched('/mcp', signal, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
        body: JSON.stringify({
          jsonrpc: '2.0',
          id: 1,
          method: 'tools/call',
          params: { name: 'search_docs', arguments: { query, limit } },
        }),
      })
      return hitsOf(answer ?? '')
    },
    async markdown(path, signal) {
      return await fetched(path === '/docs' ? '/docs/index.md' : `${path}.md`, signal)
    },
  }
}

function hitsOf(answer: string): DocsHit[] {
  try {
    return (JSON.parse(answer) as { result: { structuredContent: { data: DocsHit[] } } }).result
      .structuredContent.data
  } catch {
    throw new ToolError('docs_unavailable', 'The portal answered the search with something else.')
  }
}

/** The pages that an index in the manner of llms.txt names. */
function pagesOf(index: string): DocsPage[] {
  return [...index.matchAll(/^- \[([^\]]*)\]\(([^)]*?\/docs[^)]*?)\.md\):? ?(.*)$/gm)].map(
    ([, title = '', address = '', description = '']) => ({
      path: address.slice(address.indexOf('/docs')),
      title,
      description,
    }),
  )
}

async function bounded(response: Response): Promise<string> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of response.body ?? []) {
    bytes += part.length
    if (bytes > MAX_BYTES) throw new Error('the page is too large')
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
