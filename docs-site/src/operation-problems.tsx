import type { OperationObject } from 'fumadocs-openapi'
import { problemsByStatus } from './problem-pages.ts'
import { PageLink } from './shell/link.tsx'

/** Every problem the operation can answer with, by status, each linked to its page. */
export function OperationProblems({ operation }: { operation: OperationObject }) {
  const codes = new Set((operation as { 'x-problem-codes'?: string[] })['x-problem-codes'] ?? [])
  if (codes.size === 0) return null
  const groups = problemsByStatus()
    .map(([status, problems]) => ({ status, own: problems.filter(({ code }) => codes.has(code)) }))
    .filter(({ own }) => own.length > 0)
  return (
    <section aria-labelledby="problems">
      <h2 id="problems">Problems</h2>
      <p>
        All have <PageLink href="/docs/errors">the same form</PageLink>; the code says which it is.
      </p>
      <dl className="facts operation-problems">
        {groups.map(({ status, own }) => (
          <div key={status} className="contents">
            <dt>{status}</dt>
            <dd>
              {own.map(({ code, title }) => (
                <PageLink key={code} href={`/docs/errors/${code}`} title={title} prefetch={false}>
                  <code>{code}</code>
                </PageLink>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
