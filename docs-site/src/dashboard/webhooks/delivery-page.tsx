'use client'

import { PageLink } from '../../shell/link.tsx'
import { formatInstant, formatNumber } from '../format.ts'
import { useLive } from '../live.ts'
import { useSession } from '../session.tsx'
import type { WebhookAttempt, WebhookDeliveryDetail } from '../types.ts'
import { Button } from '../ui/button.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { Badge, EmptyState, LiveContent, PageHead, Panel } from '../ui/page.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { ScrollingText } from '../ui/scrolling-text.tsx'
import { Ago } from '../ui/time.tsx'
import { useAction } from '../use-action.ts'
import { attemptState, deliveryState, readable } from './endpoint-state.ts'

const LIVE_MS = 2_000

/** One event on its way to one endpoint: what was sent, what was answered, how long it took. */
export function DeliveryPage({ endpointId, deliveryId }: { endpointId: string; deliveryId: string }) {
  const { api, can } = useSession()
  const path = `/v1/webhook-endpoints/${encodeURIComponent(endpointId)}/deliveries/${encodeURIComponent(deliveryId)}`
  const live = useLive(path, (signal) => api.get<'getWebhookDelivery'>(path, undefined, { signal }), {
    everyMs: LIVE_MS,
  })
  const retry = useAction<void>(async (_, idempotencyKey) => {
    await api.post<'retryWebhookDelivery'>(`${path}/retry`, undefined, { idempotencyKey })
    await live.refresh()
  })
  return (
    <>
      <p className="d-small">
        <PageLink href="/dashboard/webhooks">Webhooks</PageLink> /{' '}
        <PageLink href={`/dashboard/webhooks/${endpointId}`}>Endpoint</PageLink>
      </p>
      <PageHead title={live.data?.event_type ?? 'Delivery'} lead={<code>{deliveryId}</code>}>
        {can('webhooks:write') && live.data ? (
          <Button variant="primary" isBusy={retry.isRunning} onClick={() => void retry.run()}>
            Send again
          </Button>
        ) : null}
      </PageHead>
      <ProblemNotice problem={retry.problem} title="It could not be sent again" />
      <LiveContent live={live}>{(delivery) => <Delivery of={delivery} />}</LiveContent>
    </>
  )
}

function Delivery({ of }: { of: WebhookDeliveryDetail }) {
  const { tone, text } = deliveryState(of)
  return (
    <>
      <Panel title="Delivery" actions={<Badge tone={tone}>{text}</Badge>}>
        <dl className="d-facts">
          <dt>Event id</dt>
          <dd>
            <code>{of.event_id}</code>
          </dd>
          <dt>Happened</dt>
          <dd>
            <Ago at={of.occurred_at} />
          </dd>
          <dt>Attempts</dt>
          <dd>{formatNumber(of.attempts)}</dd>
          <dt>Next attempt</dt>
          <dd>
            <Ago at={of.next_attempt_at} never="none" />
          </dd>
        </dl>
      </Panel>
      <Panel title="Attempts">
        {of.attempt_log.length === 0 ? (
          <EmptyState title="The first attempt is about to begin." />
        ) : (
          <ol className="d-stack">
            {[...of.attempt_log].reverse().map((attempt, index) => (
              <Attempt key={attempt.id} of={attempt} isOpen={index === 0} />
            ))}
          </ol>
        )}
      </Panel>
      <Panel title="Body" actions={<CopyButton text={of.payload} label="Copy as sent" />}>
        <ScrollingText label="Body of the message" text={readable(of.payload)} />
      </Panel>
    </>
  )
}

function Attempt({ of, isOpen }: { of: WebhookAttempt; isOpen: boolean }) {
  const { tone, text } = attemptState(of)
  return (
    <li>
      <details className="d-attempt" open={isOpen || undefined}>
        <summary>
          <span>Attempt {of.number}</span> <Badge tone={tone}>{text}</Badge>{' '}
          <span className="d-small">
            {formatNumber(of.duration_ms)} ms, {formatInstant(of.started_at)}
          </span>
        </summary>
        <div className="d-stack">
          {of.error_detail ? <p>{of.error_detail}</p> : null}
          <Headers title="Headers that were sent" of={of.request.headers} />
          {of.response ? (
            <>
              <Headers title="Headers of the answer" of={of.response.headers} />
              <h3 className="d-part">Body of the answer</h3>
              {of.response.body === '' ? (
                <p className="d-small">empty</p>
              ) : (
                <ScrollingText label="Body of the answer" text={readable(of.response.body)} />
              )}
            </>
          ) : (
            <p className="d-small">Nothing was answered.</p>
          )}
        </div>
      </details>
    </li>
  )
}

function Headers({ title, of }: { title: string; of: Record<string, string> }) {
  const lines = Object.entries(of).map(([name, value]) => `${name}: ${value}`)
  return (
    <>
      <h3 className="d-part">{title}</h3>
      {lines.length === 0 ? (
        <p className="d-small">none</p>
      ) : (
        <ScrollingText label={title} text={lines.join('\n')} />
      )}
    </>
  )
}
