import Link from 'next/link'
import type { Problem } from './problem-pages.ts'

/** The page a problem's `type` points to. */
export function ProblemView({ problem }: { problem: Problem }) {
  return (
    <>
      <dl className="facts">
        <dt>HTTP status</dt>
        <dd>{problem.status}</dd>
        <dt>Code</dt>
        <dd>
          <code>{problem.code}</code>
        </dd>
      </dl>
      <h2 id="what-it-means">What it means</h2>
      <p>{problem.description}</p>
      <h2 id="what-to-do">What to do</h2>
      <p>{problem.fix}</p>
      <p>
        The answer carries <code>request_id</code>, also sent as the <code>Request-Id</code> header: quote it
        when you ask for help. Compare <code>code</code> in your program, never the text. See{' '}
        <Link href="/docs/errors">Errors</Link>.
      </p>
    </>
  )
}
