import type { DocsHit, DocsPage, DocsSource } from '../../../sdk/mcp/src/docs-source.ts'
import { pageMarkdown } from '../../src/page-markdown.ts'
import {
  groupMarkdown,
  operationMarkdown,
  referenceMarkdown,
} from '../../src/reference/operation-markdown.ts'
import { findPage, operations, operationUrl } from '../../src/reference/operations.ts'
import { searchIndex } from '../../src/search/search-index.ts'
import { searchRecords } from '../../src/search/search-records.ts'
import { source } from '../../src/source.ts'

let search: ReturnType<typeof searchIndex> | undefined

/** The documentation out of this process: what readers search and see. */
export const portalDocs: DocsSource = {
  async pages() {
    return allPages()
  },
  async search(query, limit) {
    search ??= searchIndex(searchRecords())
    const hits = new Map<string, DocsHit>()
    for (const { url, title, text } of search(query)) {
      // Parts of a page and fields of an operation lead to their page, which an assistant reads whole.
      const [path = ''] = url.split('#')
      if (!hits.has(path)) hits.set(path, { path, title, description: '', excerpt: text })
    }
    return [...hits.values()].slice(0, limit)
  },
  async markdown(path) {
    const slugs = path.split('/').slice(2).filter(Boolean)
    if (slugs[0] === 'reference') return markdownOfReference(slugs.slice(1))
    const page = source.getPage(slugs)
    return page && (await pageMarkdown(page))
  },
}

function allPages(): DocsPage[] {
  const written = source.getPages().map((page) => ({
    path: page.url,
    title: String(page.data.title),
    description: (page.data.description ?? '').split('\n')[0] ?? '',
  }))
  const reference = operations.map((entry) => ({
    path: operationUrl(entry),
    title: entry.operation.summary ?? String(entry.operation.operationId),
    description: `${entry.method.toUpperCase()} ${entry.path}`,
  }))
  return [...written, ...reference]
}

function markdownOfReference(slugs: string[]): string | undefined {
  const found = findPage(slugs)
  if (!found) return undefined
  const { group, entry } = found
  return entry ? operationMarkdown(entry) : group ? groupMarkdown(group) : referenceMarkdown()
}
