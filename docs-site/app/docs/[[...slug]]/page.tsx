import {
  DocsBody,
  DocsDescription,
  DocsPage,
  DocsTitle,
  MarkdownCopyButton,
} from 'fumadocs-ui/layouts/docs/page'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { OperationView } from '../../../src/explorer/operation-view.tsx'
import { mdxComponents } from '../../../src/mdx-components.tsx'
import { OperationProblems } from '../../../src/operation-problems.tsx'
import { ProblemView } from '../../../src/problem-view.tsx'
import { SignalView } from '../../../src/signal-view.tsx'
import { type Page, source } from '../../../src/source.ts'

interface Props {
  params: Promise<{ slug?: string[] }>
}

export default async function DocumentationPage({ params }: Props) {
  const page = source.getPage((await params).slug)
  if (!page) notFound()
  const isReference = page.type === 'reference'
  return (
    <DocsPage toc={'toc' in page.data ? page.data.toc : []} full={isReference}>
      <DocsTitle>{page.data.title}</DocsTitle>
      {isReference ? null : <DocsDescription className="mb-2">{page.data.description}</DocsDescription>}
      <div className="mb-4 flex gap-2 border-b pb-4">
        <MarkdownCopyButton markdownUrl={`${page.url}.md`} />
      </div>
      <DocsBody>
        <Body page={page} />
      </DocsBody>
    </DocsPage>
  )
}

function Body({ page }: { page: Page }) {
  if (page.type === 'problem') return <ProblemView problem={page.data.problem} />
  if (page.type === 'signal') return <SignalView signal={page.data.signal} />
  if (page.type === 'reference') {
    return (
      <>
        <OperationView {...page.data.props} />
        <OperationProblems operation={page.data.operation.operation} />
      </>
    )
  }
  const Content = page.data.body
  return <Content components={mdxComponents} />
}

export function generateStaticParams() {
  return source.generateParams()
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = source.getPage((await params).slug)
  if (!page) notFound()
  return { title: page.data.title, description: page.data.description }
}
