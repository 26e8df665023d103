import { PageLink } from '../../shell/link.tsx'
import { ApiProblem } from '../api.ts'
import { Button } from './button.tsx'

const ABOUT_CONNECTION = new Set(['no_answer', 'timeout', 'unreadable_answer'])

/** What went wrong, said aloud to screen readers, with the request id to quote and the page of the problem. */
export function ProblemNotice({
  problem,
  title,
  onRetry,
}: {
  problem: Error | undefined
  title?: string
  onRetry?: (() => void) | undefined
}) {
  if (!problem) return null
  const known = problem instanceof ApiProblem ? problem : undefined
  const code = known && !ABOUT_CONNECTION.has(known.code) ? known.code : undefined
  return (
    <div className="d-notice d-notice-bad" role="alert">
      {title ? <p className="d-notice-title">{title}</p> : null}
      <p>{known ? known.message : 'Something went wrong on this page.'}</p>
      {known && known.faults.length > 1 ? (
        <ul>
          {known.faults.map((fault) => (
            <li key={fault.field + fault.detail}>{fault.detail}</li>
          ))}
        </ul>
      ) : null}
      {code || known?.requestId ? (
        <p className="d-small">
          {code ? <PageLink href={`/docs/errors/${code}`}>{code}</PageLink> : null}
          {known?.requestId ? (
            <>
              {code ? ' · ' : ''}request <code>{known.requestId}</code>
            </>
          ) : null}
        </p>
      ) : null}
      {onRetry ? <Button onClick={onRetry}>Try again</Button> : null}
    </div>
  )
}

/** The sentence about one field, for the input it belongs to. */
export function faultOf(problem: Error | undefined, field: string): string | undefined {
  return problem instanceof ApiProblem
    ? problem.faults.find((fault) => fault.field === field)?.detail
    : undefined
}
