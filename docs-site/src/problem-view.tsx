import Link from 'next/link'
import { InlineCode } from './inline-code.tsx'
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
        <dt>Repeat the same request?</dt>
        <dd>
          {problem.retryable
            ? 'Yes, it can succeed later unchanged.'
            : 'No, it fails again until something changes.'}
        </dd>
      </dl>
      <h2 id="what-it-means">What it means</h2>
      <p>
        <InlineCode text={problem.description} />
      </p>
      <h2 id="what-to-do">What to do</h2>
      <p>
        <InlineCode text={problem.fix} />
      </p>
      <p>
        The answer carries <code>request_id</code>, also sent as the <code>Request-Id</code> header: quote it
        when you ask for help. Compare <code>code</code> in your program, never the text. See{' '}
        <Link href="/docs/errors">Errors</Link>.
      </p>
    </>
  )
}
