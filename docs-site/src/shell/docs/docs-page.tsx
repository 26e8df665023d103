import type { ReactNode } from 'react'
import { PageLink } from '../link.tsx'
import { Feedback } from './feedback.tsx'
import { PageMenu } from './page-menu.tsx'
import { Sidebar } from './sidebar.tsx'
import { type Heading, TableOfContents } from './table-of-contents.tsx'
import { pagesOf, type TreeNode } from './tree.ts'

interface DocsPageProps {
  url: string
  title: ReactNode
  description?: ReactNode
  /** The pages beside this one; the one before and after it are taken from here as well. */
  tree: TreeNode[]
  treeLabel: string
  /** The way to this page, without it. */
  breadcrumbs: { text: string; href: string }[]
  headings: Heading[]
  /** Where this page is written, if it is. */
  editUrl?: string
  lastModified?: Date
  children: ReactNode
}

/** A page of the documentation. */
export function DocsPage(props: DocsPageProps) {
  const { url, title, description, tree, treeLabel, breadcrumbs, headings, editUrl, lastModified } = props
  return (
    <div className="docs">
      <Sidebar label={treeLabel} tree={tree} url={url} />
      <div className="docs-page">
        <main id="content" tabIndex={-1} className="docs-article">
          <Breadcrumbs items={breadcrumbs} />
          <h1>{title}</h1>
          {description ? <p className="ui-lead">{description}</p> : null}
          <PageMenu markdownUrl={`${url}.md`} />
          <div className="prose">{props.children}</div>
          <Neighbours tree={tree} url={url} />
          <div className="docs-foot">
            <Feedback page={url} />
            <p>
              {lastModified ? (
                <>
                  Last changed on <time dateTime={lastModified.toISOString()}>{dayOf(lastModified)}</time>.{' '}
                </>
              ) : null}
              {editUrl ? (
                <a className="prose-link" href={editUrl}>
                  Edit this page
                </a>
              ) : null}
            </p>
          </div>
        </main>
        <TableOfContents headings={headings} />
      </div>
    </div>
  )
}

function dayOf(date: Date): string {
  return date.toLocaleDateString('en', { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' })
}

function Breadcrumbs({ items }: { items: DocsPageProps['breadcrumbs'] }) {
  if (items.length === 0) return null
  return (
    <nav aria-label="Breadcrumb" className="docs-breadcrumbs">
      <ol>
        {items.map(({ text, href }) => (
          <li key={href}>
            <PageLink href={href}>{text}</PageLink>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** The pages before and after this one. */
function Neighbours({ tree, url }: { tree: TreeNode[]; url: string }) {
  const pages = pagesOf(tree)
  const here = pages.findIndex(({ href }) => href === url)
  if (here === -1) return null
  const previous = pages[here - 1]
  const next = pages[here + 1]
  return (
    <nav className="docs-next" aria-label="Previous and next page">
      {previous ? (
        <PageLink href={previous.href} rel="prev">
          <span>Previous</span>
          {previous.text}
        </PageLink>
      ) : null}
      {next ? (
        <PageLink href={next.href} rel="next">
          <span>Next</span>
          {next.text}
        </PageLink>
      ) : null}
    </nav>
  )
}
