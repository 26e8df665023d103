import { Callout, PageFrame, PageHeader, PageLink } from '../shell/index.ts'
import type { Failure } from './failure.ts'

/** Why a page could not be made, with what is needed to ask about it. */
export function FailurePage({ failure, heading }: { failure: Failure; heading: string }) {
  return (
    <PageFrame width="reading">
      <PageHeader title={heading} />
      <FailureNote failure={failure} />
    </PageFrame>
  )
}

/** The same as a part of a page whose rest could be made. */
export function FailureNote({ failure }: { failure: Failure }) {
  const { kind, title, detail, status, code, request_id } = failure
  return (
    <Callout type={status !== null && status < 500 ? 'warn' : 'error'} title={title}>
      <p>{detail}</p>
      {kind === 'problem' ? (
        <dl className="filing-failure">
          <dt>Status</dt>
          <dd>{status}</dd>
          {code ? (
            <>
              <dt>Code</dt>
              <dd>
                <PageLink href={`/docs/errors/${code}`}>{code}</PageLink>
              </dd>
            </>
          ) : null}
          {request_id ? (
            <>
              <dt>Request</dt>
              <dd>
                <code>{request_id}</code>
              </dd>
            </>
          ) : null}
        </dl>
      ) : null}
      {kind === 'not_configured' ? (
        <p>
          See <PageLink href="/docs/operate/configuration">Configuration</PageLink>.
        </p>
      ) : null}
    </Callout>
  )
}
