import '../../../../src/reference/reference.css'
import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'
import { GroupPage, OverviewPage } from '../../../../src/reference/group-page.tsx'
import { Navigation } from '../../../../src/reference/navigation.tsx'
import { OperationPage } from '../../../../src/reference/operation-page.tsx'
import { findPage, titleOf } from '../../../../src/reference/operations.ts'
import { LANGUAGE_COOKIE, readLanguage } from '../../../../src/reference/sample-language.ts'
import { PageFrame } from '../../../../src/shell/index.ts'

interface Props {
  params: Promise<{ slug?: string[] }>
}

export default async function ReferencePage({ params }: Props) {
  const found = findPage((await params).slug)
  if (!found) notFound()
  const { group, entry } = found
  const language = readLanguage((await cookies()).get(LANGUAGE_COOKIE)?.value)
  return (
    <div className="reference">
      <section className="reference-side" aria-label="Operations">
        {/* On narrow screens the list folds; a box to tick needs no script for that. */}
        <input
          type="checkbox"
          id="reference-menu"
          className="reference-menu"
          aria-label="Show the list of operations"
        />
        <label htmlFor="reference-menu" aria-hidden="true">
          Operations
        </label>
        <Navigation group={group} entry={entry} />
      </section>
      <PageFrame width="full" className="reference-main">
        {entry ? (
          <OperationPage entry={entry} language={language} />
        ) : group ? (
          <GroupPage group={group} />
        ) : (
          <OverviewPage />
        )}
      </PageFrame>
    </div>
  )
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = findPage((await params).slug)
  if (!found) notFound()
  const { group, entry } = found
  if (entry) return { title: titleOf(entry), description: entry.operation.description }
  return group
    ? { title: group.tag, description: group.description }
    : { title: 'API reference', description: 'Every operation, rendered from the contract.' }
}
