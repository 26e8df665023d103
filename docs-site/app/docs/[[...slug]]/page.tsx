import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { surroundingsOf } from '../../../src/docs-tree.ts'
import { editUrl } from '../../../src/edit-url.ts'
import { mdxComponents } from '../../../src/mdx-components.tsx'
import { PROBLEM_HEADINGS, ProblemView } from '../../../src/problem-view.tsx'
import { DocsPage } from '../../../src/shell/docs/docs-page.tsx'
import type { Heading } from '../../../src/shell/docs/table-of-contents.tsx'
import { SignalView, signalHeadings } from '../../../src/signal-view.tsx'
import { type Page, source } from '../../../src/source.ts'
import { textOf } from '../../../src/text-of.ts'

interface Props {
  params: Promise<{ slug?: string[] }>
}

export default async function DocumentationPage({ params }: Props) {
  const page = source.getPage((await params).slug)
  if (!page) notFound()
  const { label, tree, breadcrumbs } = surroundingsOf(page.url)
  return (
    <DocsPage
      url={page.url}
      title={page.data.title}
      description={page.data.description}
      tree={tree}
      treeLabel={label}
      breadcrumbs={breadcrumbs}
      headings={headingsOf(page)}
      editUrl={editUrl(page, process.env)}
      lastModified={'lastModified' in page.data ? page.data.lastModified : undefined}
    >
      <Body page={page} />
    </DocsPage>
  )
}

function Body({ page }: { page: Page }) {
  if (page.type === 'problem') return <ProblemView problem={page.data.problem} />
  if (page.type === 'signal') return <SignalView signal={page.data.signal} />
  const Content = page.data.body
  return <Content components={mdxComponents} />
}

function headingsOf(page: Page): Heading[] {
  if (page.type === 'problem') return PROBLEM_HEADINGS
  if (page.type === 'signal') return signalHeadings(page.data.signal)
  return page.data.toc.map(({ title, url, depth }) => ({ title: textOf(title), id: url.slice(1), depth }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = source.getPage((await params).slug)
  if (!page) notFound()
  return {
    title: page.data.title,
    description: page.data.description,
    alternates: { types: { 'text/markdown': `${page.url}.md` } },
  }
}
