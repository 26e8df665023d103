import type { Metadata } from 'next'
import { type SearchQuery, SearchView } from '../../src/filing/search-view.tsx'
import { PageFrame, PageHeader } from '../../src/shell/index.ts'

export const metadata: Metadata = {
  title: 'Filings',
  description: 'Find a filing, and read it with its signals beside the text.',
}

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** A cursor is signed and long. */
const LONGEST = 1_000

export default async function Page({ searchParams }: PageProps) {
  const given = await searchParams
  const one = (name: keyof SearchQuery) => String([given[name]].flat()[0] ?? '').slice(0, LONGEST)
  return (
    <PageFrame width="wide" className="filing">
      <PageHeader title="Filings">
        Find a filing, and read it with its signals beside the text, each with the place it rests on.
      </PageHeader>
      <SearchView
        query={{
          q: one('q'),
          form_type: one('form_type'),
          filed_from: one('filed_from'),
          filed_to: one('filed_to'),
          cursor: one('cursor'),
        }}
      />
    </PageFrame>
  )
}
