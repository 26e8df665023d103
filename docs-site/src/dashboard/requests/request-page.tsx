'use client'

import { useRef, useState } from 'react'
import { PageLink } from '../../shell/link.tsx'
import { formatDuration, formatInstant, formatNumber } from '../format.ts'
import { useLive } from '../live.ts'
import { useNames } from '../names.ts'
import { useSession } from '../session.tsx'
import type { LoggedRequest } from '../types.ts'
import { CopyButton } from '../ui/copy-button.tsx'
import { Badge, EmptyState, LiveContent, PageHead, Panel, Waiting } from '../ui/page.tsx'
import { ScrollingText } from '../ui/scrolling-text.tsx'
import { curlOf, missingFrom } from './curl.ts'
import { findRequest, isFresh } from './find-request.ts'
import { statusTone } from './request-filter.ts'

const LIVE_MS = 2_000
const SELDOM_MS = 60_000

const inUnits = (count: number) => (count === 1 ? '1 unit' : `${formatNumber(count)} units`)

/** One request by its id. `references` are the pages of the operations. */
export function RequestPage({ id, references }: { id: string; references: Record<string, string> }) {
  const { api } = useSession()
  const found = useRef<LoggedRequest>(undefined)
  const [isMissing, setMissing] = useState(false)
  const live = useLive<{ request: LoggedRequest | undefined }>(
    `request ${id}`,
    async (signal) => {
      // It never changes once it is there.
      if (found.current?.request_id !== id) found.current = await findRequest(api, id, { signal })
      setMissing(!found.current && !isFresh(id, Date.now()))
      return { request: found.current }
    },
    { everyMs: isMissing ? SELDOM_MS : LIVE_MS },
  )
  return (
    <>
      <p className="d-small">
        <PageLink href="/dashboard/requests">Requests</PageLink>
      </p>
      <PageHead title="Request" lead={<code className="d-break">{id}</code>}>
        <CopyButton text={id} label="Copy the id" />
      </PageHead>
      <LiveContent live={live}>
        {({ request }) =>
          request ? (
            <Found request={request} reference={references[request.operation_id]} />
          ) : !isMissing ? (
            <>
              <p>The log is a few seconds behind: this page shows the request as soon as it is there.</p>
              <Waiting label="Waiting for the request" />
            </>
          ) : (
            <EmptyState title="There is no such request.">
              <p>
                Requests are kept for 30 days, for the organisation whose key they came with. Those without a
                valid key are in no log.
              </p>
            </EmptyState>
          )
        }
      </LiveContent>
    </>
  )
}

function Found({ request, reference }: { request: LoggedRequest; reference: string | undefined }) {
  const { api } = useSession()
  const { nameOf } = useNames()
  const { status, operation_id, method, path, key_id, cost, units, duration_us, answered_at } = request
  const command = curlOf(request, api.url)
  return (
    <>
      <Panel title="What became of it" actions={<Badge tone={statusTone(status)}>{status}</Badge>}>
        <dl className="d-facts">
          <dt>Request</dt>
          <dd>
            <code>
              {method} {path}
            </code>
          </dd>
          <dt>Operation</dt>
          <dd>{reference ? <PageLink href={reference}>{operation_id}</PageLink> : operation_id}</dd>
          <dt>Caller</dt>
          <dd>
            {nameOf(key_id)}
            {nameOf(key_id) === key_id ? null : <code className="d-small"> {key_id}</code>}
          </dd>
          <dt>Answered</dt>
          <dd>{formatInstant(answered_at)}</dd>
          <dt>Took</dt>
          <dd>{formatDuration(duration_us)}</dd>
          <dt>Rate limit</dt>
          <dd>{inUnits(cost)} taken</dd>
          <dt>Billed</dt>
          <dd>{inUnits(units)}</dd>
        </dl>
      </Panel>
      <Panel title="Send it again" actions={<CopyButton text={command} label="Copy the command" />}>
        <ScrollingText label="Command" text={command} />
        {missingFrom(request).map((sentence) => (
          <p key={sentence} className="d-small">
            {sentence}
          </p>
        ))}
        <p className="d-small">
          The key stands in the environment variable <code>LATENT_API_KEY</code>; no key is kept in the log.
        </p>
      </Panel>
    </>
  )
}
