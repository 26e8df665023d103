/** What the sidebar of the documentation shows. */
export type TreeNode =
  | { heading: string }
  | { text: string; href: string; code?: boolean }
  | { text: string; items: TreeNode[] }

/** The pages of a tree in reading order. */
export function pagesOf(nodes: TreeNode[]): { text: string; href: string }[] {
  return nodes.flatMap((node) => {
    if ('items' in node) return pagesOf(node.items)
    return 'href' in node ? [node] : []
  })
}

export function holds(node: TreeNode, url: string): boolean {
  if ('items' in node) return node.items.some((item) => holds(item, url))
  return 'href' in node && node.href === url
}
