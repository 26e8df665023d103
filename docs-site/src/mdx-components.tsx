import type { MDXComponents } from 'mdx/types'
import type { ComponentProps } from 'react'
import { PlanTable, ProblemList, SignalList } from './generated-lists.tsx'
import { codeWithOwnAddress } from './own-address.tsx'
import { Callout } from './shell/callout.tsx'
import { CodeFrame } from './shell/code-block.tsx'
import { PageLink } from './shell/link.tsx'
import { Tabs } from './shell/tabs.tsx'

export function heading(Level: 'h2' | 'h3' | 'h4') {
  return function Heading({ id, children }: ComponentProps<'h2'>) {
    return (
      <Level id={id}>
        {children}
        {id ? (
          <a className="heading-anchor" href={`#${id}`} aria-label="Link to this part">
            #
          </a>
        ) : null}
      </Level>
    )
  }
}

function Anchor({ href = '', children }: ComponentProps<'a'>) {
  const isPage = href.startsWith('/') && !/\.\w+$/.test(href)
  if (isPage) return <PageLink href={href}>{children}</PageLink>
  return <a href={href}>{children}</a>
}

/** Scrolls inside its frame where the screen is narrow, also by keyboard. */
function MarkdownTable(props: ComponentProps<'table'>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a section with a name would be a landmark, and a page has many of these.
    <div
      role="group"
      className="ui-table"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      aria-label="Table"
    >
      <table {...props} />
    </div>
  )
}

function Pre({ title, children, className }: ComponentProps<'pre'> & { title?: string }) {
  return (
    <CodeFrame title={title}>
      <pre
        className={className}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
      >
        {codeWithOwnAddress(children, process.env)}
      </pre>
    </CodeFrame>
  )
}

function Panel({ children }: { children?: React.ReactNode }) {
  return children
}

/** What a guide may use without importing it. */
export const mdxComponents: MDXComponents = {
  h2: heading('h2'),
  h3: heading('h3'),
  h4: heading('h4'),
  a: Anchor,
  pre: Pre,
  table: MarkdownTable,
  Callout,
  Tabs,
  Tab: Panel,
  PlanTable,
  ProblemList,
  SignalList,
}
