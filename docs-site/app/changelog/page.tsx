import type { Metadata } from 'next'
import { AffectsYou } from '../../src/changelog/affects-you.tsx'
import { currentVersion, deprecatedOperations, type Entry, entries } from '../../src/changelog/entries.ts'
import { mdxComponents } from '../../src/mdx-components.tsx'
import { Badge, Callout, PageFrame, PageHeader, PageLink, Table } from '../../src/shell/index.ts'

export const metadata: Metadata = {
  title: 'Changelog',
  description: 'What changed in the API, the SDK and the portal.',
}

export default function Changelog() {
  return (
    <PageFrame width="reading">
      <PageHeader title="Changelog">
        What changed in the API, the SDK and the portal, newest first.{' '}
        <a className="prose-link" href="/changelog.xml">
          Atom feed
        </a>
        . The API is at version <code>{currentVersion}</code>;{' '}
        <PageLink className="prose-link" href="/docs/concepts/versioning">
          what may change within it
        </PageLink>
        .
      </PageHeader>
      <Deprecations />
      {entries.map((entry) => (
        <EntryView key={entry.id} entry={entry} />
      ))}
    </PageFrame>
  )
}

function EntryView({ entry }: { entry: Entry }) {
  const Content = entry.body
  return (
    <article className="changelog-entry" aria-labelledby={entry.id}>
      <p className="changelog-day">
        <time dateTime={entry.date}>{entry.date}</time> <Badge>{entry.part}</Badge>{' '}
        {entry.deprecates ? <Badge tone="warning">Deprecation</Badge> : null}
      </p>
      <h2 id={entry.id}>{entry.title}</h2>
      <AffectsYou operations={entry.operations} />
      <div className="prose">
        <Content components={mdxComponents} />
      </div>
    </article>
  )
}

/** What the contract marks as going away; nothing is shown when nothing is. */
function Deprecations() {
  if (deprecatedOperations.length === 0) return null
  return (
    <Callout type="warn" title="Operations that will go away">
      <AffectsYou operations={deprecatedOperations.map(({ operationId }) => operationId)} />
      <Table caption="Deprecated operations">
        <thead>
          <tr>
            <th>Operation</th>
            <th>Answers until</th>
          </tr>
        </thead>
        <tbody>
          {deprecatedOperations.map(({ operationId, summary, sunset }) => (
            <tr key={operationId}>
              <td>
                {summary} (<code>{operationId}</code>)
              </td>
              <td>{sunset ?? 'not decided'}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Callout>
  )
}
