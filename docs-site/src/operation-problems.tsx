import type { OperationObject } from 'fumadocs-openapi'
import Link from 'next/link'
import { problemsByStatus } from './problem-pages.ts'

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
        All have <Link href="/docs/errors">the same form</Link>; the code says which it is.
      </p>
      <dl className="facts operation-problems">
        {groups.map(({ status, own }) => (
          <div key={status} className="contents">
            <dt>{status}</dt>
            <dd>
              {own.map(({ code, title }) => (
                <Link key={code} href={`/docs/errors/${code}`} title={title} prefetch={false}>
                  <code>{code}</code>
                </Link>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
