import type { Metadata } from 'next'
import { AffectsYou } from '../../src/changelog/affects-you.tsx'
import {
  currentVersion,
  deprecatedOperations,
  type Entry,
  entries,
  sdkChangelog,
} from '../../src/changelog/entries.ts'
import { heading, mdxComponents } from '../../src/mdx-components.tsx'
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
      <SdkReleases />
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

/** The headings of that file are versions, under a heading of the page. */
const RELEASES = { ...mdxComponents, h1: () => null, h2: heading('h3'), h3: heading('h4') }

function SdkReleases() {
  const Content = sdkChangelog
  if (!Content) return null
  return (
    <section className="changelog-entry prose" aria-labelledby="sdk-releases">
      <h2 id="sdk-releases">Releases of the SDK</h2>
      <Content components={RELEASES} />
    </section>
  )
}
