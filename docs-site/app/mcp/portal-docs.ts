import type { DocsHit, DocsSource } from '../../../sdk/mcp/src/docs-source.ts'
import { pageMarkdown } from '../../src/page-markdown.ts'
import { source } from '../../src/source.ts'

const EXCERPT_CHARS = 240

interface IndexedPage extends Omit<DocsHit, 'excerpt'> {
  text: string
  /** Lower case, to look for words in. */
  words: string
}

let index: Promise<IndexedPage[]> | undefined

/** Every page once as Markdown; made when it is first asked for. */
function pages(): Promise<IndexedPage[]> {
  index ??= Promise.all(
    source.getPages().map(async (page) => {
      const text = await pageMarkdown(page)
      const title = String(page.data.title)
      const description = (page.data.description ?? '').split('\n')[0] ?? ''
      return { path: page.url, title, description, text, words: text.toLowerCase() }
    }),
  )
  return index
}

/** The documentation out of this process. */
export const portalDocs: DocsSource = {
  async pages() {
    return (await pages()).map(({ path, title, description }) => ({ path, title, description }))
  },
  async search(query, limit) {
    const words = query
      .toLowerCase()
      .split(/[^\p{L}\p{N}_.-]+/u)
      .filter((word) => word.length > 1)
    return (await pages())
      .map((page) => ({ page, score: scoreOf(page, words) }))
      .filter(({ score }) => score > 0)
      .sort((one, other) => other.score - one.score)
      .slice(0, limit)
      .map(({ page }) => hitOf(page, words))
  },
  async markdown(path) {
    return (await pages()).find((page) => page.path === path.replace(/\/$/, ''))?.text
  },
}

/** Pages that hold more of the words come first; then those that are about them, and say them often for their length. */
function scoreOf({ title, path, words: text }: IndexedPage, words: string[]): number {
  let score = 0
  for (const word of words) {
    const times = text.split(word).length - 1
    if (times === 0) continue
    const about = title.toLowerCase().includes(word) || path.toLowerCase().includes(word)
    score += 10 + (about ? 8 : 0) + Math.min(5, (1_000 * times) / text.length)
  }
  return score
}

function hitOf({ path, title, description, text, words: lower }: IndexedPage, words: string[]): DocsHit {
  const at = Math.max(0, ...words.map((word) => lower.indexOf(word, title.length + 2)).slice(0, 1))
  const from = Math.max(0, at - EXCERPT_CHARS / 3)
  const excerpt = text
    .slice(from, from + EXCERPT_CHARS)
    .replace(/\s+/g, ' ')
    .trim()
  return { path, title, description, excerpt }
}
