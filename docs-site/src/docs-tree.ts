import type { Node } from 'fumadocs-core/page-tree'
import { signalFamilies } from './catalogue.ts'
import { problemsByStatus } from './problem-pages.ts'
import { groups, operationUrl } from './reference/operations.ts'
import type { TreeNode } from './shell/docs/tree.ts'
import { source } from './source.ts'

/** Parts of the documentation that have a tree of their own; their pages would bury the guides. */
const PARTS = {
  '/docs/signals': 'Signal catalogue',
  '/docs/errors': 'Errors',
  '/docs/decisions': 'Decisions',
}

export interface Surroundings {
  label: string
  tree: TreeNode[]
  breadcrumbs: { text: string; href: string }[]
}

/** What stands around a page: the tree beside it and the way to it. */
export function surroundingsOf(url: string): Surroundings {
  const docs = { text: 'Docs', href: '/docs' }
  const part = Object.entries(PARTS).find(([href]) => url === href || url.startsWith(`${href}/`))
  if (!part) {
    return { label: 'Guides', tree: guideTree(), breadcrumbs: url === docs.href ? [] : [docs] }
  }
  const [href, text] = part
  const breadcrumbs = url === href ? [docs] : [docs, { text, href }]
  return {
    label: text,
    tree: [{ text: 'All guides', href: '/docs' }, { text, href }, ...partTree(href)],
    breadcrumbs,
  }
}

/** The written guides, with one line for each part that has a tree of its own. */
function guideTree(): TreeNode[] {
  return source.getPageTree().children.flatMap(toTree)
}

function toTree(node: Node): TreeNode[] {
  if (node.type === 'separator') return [{ heading: String(node.name ?? '') }]
  if (node.type === 'page') return [{ text: String(node.name), href: node.url }]
  const part = Object.entries(PARTS).find(([href]) => node.index?.url === href)
  if (part) return [{ text: part[1], href: part[0] }]
  return [{ text: String(node.name), items: node.children.flatMap(toTree) }]
}

function partTree(href: string): TreeNode[] {
  if (href === '/docs/signals') {
    return signalFamilies().map(({ name, signals }) => ({
      text: name,
      items: signals.map(({ signal_type }) => ({
        text: signal_type,
        href: `/docs/signals/${signal_type}`,
        code: true,
      })),
    }))
  }
  if (href === '/docs/errors') {
    return problemsByStatus().map(([status, problems]) => ({
      text: String(status),
      items: problems.map(({ code }) => ({ text: code, href: `/docs/errors/${code}`, code: true })),
    }))
  }
  return source
    .getPages()
    .filter((page) => page.url.startsWith(`${href}/`))
    .map((page) => ({ text: page.data.title ?? page.url, href: page.url }))
}

const known = new Set([
  ...source.getPages().map(({ url }) => url),
  '/docs/reference',
  ...groups.flatMap((group) => group.operations.map(operationUrl)),
])

/** Whether the portal's documentation has a page at that address. */
export function isPage(url: string): boolean {
  return known.has(url)
}
