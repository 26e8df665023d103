import { PageLink } from '../link.tsx'
import { CurrentInView } from './current-in-view.tsx'
import { holds, type TreeNode } from './tree.ts'

/** The pages beside the one that is open. On a narrow screen it folds into one line; no script is needed for either. */
export function Sidebar({ label, tree, url }: { label: string; tree: TreeNode[]; url: string }) {
  return (
    <nav aria-label={label} className="docs-sidebar docs-tree">
      {/* A box to tick rather than a fold: a fold that a style sheet holds open is still closed for assistive technology. */}
      <input type="checkbox" id="docs-menu" className="docs-menu" />
      <label htmlFor="docs-menu">{label}</label>
      <Nodes nodes={tree} url={url} />
      <CurrentInView />
    </nav>
  )
}

function Nodes({ nodes, url }: { nodes: TreeNode[]; url: string }) {
  return (
    <ul>
      {nodes.map((node) => (
        <li key={'href' in node ? node.href : 'heading' in node ? node.heading : node.text}>
          <Node node={node} url={url} />
        </li>
      ))}
    </ul>
  )
}

function Node({ node, url }: { node: TreeNode; url: string }) {
  if ('heading' in node) return <p className="docs-tree-heading">{node.heading}</p>
  if ('items' in node) {
    return (
      <details open={holds(node, url)}>
        <summary>{node.text}</summary>
        <Nodes nodes={node.items} url={url} />
      </details>
    )
  }
  return (
    <PageLink href={node.href} aria-current={node.href === url ? 'page' : undefined}>
      {node.code ? <code>{node.text}</code> : node.text}
    </PageLink>
  )
}
