import { CopyButton, Method, PageHeader, PageLink, Table } from '../shell/index.ts'
import { factsOf } from './facts.ts'
import { groups, groupUrl, type OperationGroup, operations, operationUrl, titleOf } from './operations.ts'
import { Inline, Prose } from './prose.tsx'

/** All operations of a tag. */
export function GroupPage({ group }: { group: OperationGroup }) {
  return (
    <div className="reference-index">
      <PageHeader title={group.tag}>
        {group.description ? <Prose text={group.description} /> : null}
      </PageHeader>
      <OperationTable group={group} />
    </div>
  )
}

/** The front page of the reference: every operation by tag, and the contract to take along. */
export function OverviewPage() {
  return (
    <div className="reference-index">
      <PageHeader title="API reference">
        <p>
          {operations.length} operations, rendered from the same contract the SDK is generated from. Every
          page has samples that are run against a real API before they are published, and a form that sends a
          real request.
        </p>
      </PageHeader>
      <Downloads />
      {groups.map((group) => (
        <section key={group.slug} aria-labelledby={group.slug}>
          <h2 id={group.slug}>
            <PageLink href={groupUrl(group)}>{group.tag}</PageLink>
          </h2>
          {group.description ? (
            <p>
              <Inline text={group.description} />
            </p>
          ) : null}
          <OperationTable group={group} />
        </section>
      ))}
    </div>
  )
}

function OperationTable({ group }: { group: OperationGroup }) {
  return (
    <Table caption={`Operations of ${group.tag}`} dense>
      <thead>
        <tr>
          <th scope="col">Operation</th>
          <th scope="col">Request</th>
          <th scope="col">SDK</th>
        </tr>
      </thead>
      <tbody>
        {group.operations.map((entry) => {
          const { sdkMethod } = factsOf(entry)
          return (
            <tr key={entry.operation.operationId}>
              <td>
                <PageLink href={operationUrl(entry)}>{titleOf(entry)}</PageLink>
              </td>
              <td className="reference-request">
                <Method method={entry.method} /> <code>{entry.path}</code>
              </td>
              <td>{sdkMethod ? <code>{sdkMethod}</code> : '–'}</td>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}

const DOWNLOADS = [
  { href: '/openapi.json', text: 'OpenAPI 3.1, JSON', about: 'the contract' },
  { href: '/docs/reference/openapi.yaml', text: 'OpenAPI 3.1, YAML', about: 'the same, with samples in it' },
  {
    href: '/docs/reference/workflows.arazzo.json',
    text: 'Arazzo workflows',
    about: 'quick start, paging, webhook set-up',
  },
  {
    href: '/docs/reference/postman.json',
    text: 'Postman collection',
    about: 'every operation, the key as a variable',
  },
]

function Downloads() {
  return (
    <section aria-labelledby="downloads">
      <h2 id="downloads">Downloads</h2>
      <ul className="reference-downloads">
        {DOWNLOADS.map(({ href, text, about }) => (
          <li key={href}>
            <a href={href} download>
              {text}
            </a>{' '}
            <span>{about}</span>
            <CopyButton data-copy={href} aria-label={`Copy the path of ${text}`} />
          </li>
        ))}
      </ul>
    </section>
  )
}
