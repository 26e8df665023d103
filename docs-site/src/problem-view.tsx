import { InlineCode } from './inline-code.tsx'
import type { Problem } from './problem-pages.ts'
import { PageLink } from './shell/link.tsx'

/** What is on the page, for its list of headings. */
export const PROBLEM_HEADINGS = [
  { id: 'what-it-means', title: 'What it means', depth: 2 },
  { id: 'what-to-do', title: 'What to do', depth: 2 },
]

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
        <PageLink href="/docs/errors">Errors</PageLink>.
      </p>
    </>
  )
}
