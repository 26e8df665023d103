import type { Operation } from '../../../scripts/samples/contract.ts'
import { PageLink } from '../shell/index.ts'
import { groups, groupUrl, type OperationGroup, operationUrl, titleOf } from './operations.ts'

/** Every operation by tag; the tag one is in stands open. */
export function Navigation({ group, entry }: { group?: OperationGroup; entry?: Operation }) {
  const current = entry?.operation.operationId
  return (
    <nav aria-label="API reference" className="reference-nav">
      <PageLink href="/docs/reference" aria-current={group ? undefined : 'page'}>
        Overview
      </PageLink>
      {groups.map((one) => (
        <details key={one.slug} open={one.slug === group?.slug}>
          <summary>{one.tag}</summary>
          <ul>
            <li>
              <PageLink
                href={groupUrl(one)}
                aria-current={one.slug === group?.slug && !entry ? 'page' : undefined}
              >
                All of {one.tag}
              </PageLink>
            </li>
            {one.operations.map((operation) => (
              <li key={operation.operation.operationId}>
                <PageLink
                  href={operationUrl(operation)}
                  aria-current={operation.operation.operationId === current ? 'page' : undefined}
                >
                  <span className={`reference-verb reference-verb-${operation.method}`}>
                    {shortVerb(operation.method)}
                  </span>
                  {titleOf(operation)}
                </PageLink>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </nav>
  )
}

function shortVerb(method: string): string {
  return method === 'delete' ? 'DEL' : method.toUpperCase()
}
