'use client'

import { useEffect, useState } from 'react'
import { PageLink } from '../../shell/link.tsx'
import { formatNumber } from '../format.ts'
import { useLive } from '../live.ts'
import { useSession } from '../session.tsx'
import type { QueryOf, WebhookDelivery, WebhookEndpoint } from '../types.ts'
import { Button } from '../ui/button.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { SelectField } from '../ui/field.tsx'
import { Badge, EmptyState, LiveContent, Panel } from '../ui/page.tsx'
import { LoadOlder, useOlder } from '../ui/pager.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { Ago } from '../ui/time.tsx'
import { useAction } from '../use-action.ts'
import { deliveryState } from './endpoint-state.ts'

type Query = NonNullable<QueryOf<'listWebhookDeliveries'>>
const STATUSES: WebhookDelivery['status'][] = ['pending', 'succeeded', 'failed', 'exhausted']
const LIVE_MS = 4_000

/** What was sent to an endpoint, latest first. `reads` counts what else happened that shows here at once. */
export function Deliveries({ of: endpoint, reads }: { of: WebhookEndpoint; reads: number }) {
  const { api, can } = useSession()
  const [status, setStatus] = useState('')
  const [type, setType] = useState('')
  const path = `/v1/webhook-endpoints/${endpoint.id}/deliveries`
  const query = {
    ...(status ? { status: [status] } : {}),
    ...(type ? { event_type: [type] } : {}),
  } as Query
  const live = useLive(
    `deliveries ${endpoint.id} ${status} ${type}`,
    (signal) => api.get<'listWebhookDeliveries'>(path, query, { signal }),
    { everyMs: LIVE_MS },
  )
  const older = useOlder(
    live.data,
    (cursor) => api.get<'listWebhookDeliveries'>(path, { ...query, cursor }),
    (delivery) => delivery.id,
  )
  const { refresh } = live
  useEffect(() => {
    if (reads > 0) void refresh()
  }, [reads, refresh])
  const retry = useAction(async (id: string, idempotencyKey) => {
    await api.post<'retryWebhookDelivery'>(`${path}/${id}/retry`, undefined, { idempotencyKey })
    await refresh()
  })
  const filter = (set: (value: string) => void) => (value: string) => {
    older.reset()
    set(value)
  }
  const canRetry = can('webhooks:write') && endpoint.status === 'enabled'
  return (
    <Panel
      title="Deliveries"
      actions={
        live.readAt ? (
          <span className="d-small">
            <span className="d-live" aria-hidden="true" /> live, read <Ago at={live.readAt} />
          </span>
        ) : null
      }
    >
      <div className="d-filters">
        <SelectField
          label="Status"
          value={status}
          onChange={(event) => filter(setStatus)(event.target.value)}
        >
          <option value="">any</option>
          {STATUSES.map((one) => (
            <option key={one} value={one}>
              {deliveryState({ status: one }).text}
            </option>
          ))}
        </SelectField>
        <SelectField label="Event" value={type} onChange={(event) => filter(setType)(event.target.value)}>
          <option value="">any</option>
          {[...new Set([...endpoint.event_types, 'webhook.test'])].map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </SelectField>
      </div>
      <ProblemNotice problem={retry.problem} title="It could not be sent again" />
      <LiveContent live={live}>
        {() =>
          older.entries.length === 0 ? (
            <EmptyState title={status || type ? 'No such delivery.' : 'Nothing was sent yet.'}>
              <p>Deliveries are kept for 30 days. Send a test event to see one.</p>
            </EmptyState>
          ) : (
            <DataTable
              caption="Deliveries"
              isDense
              entries={older.entries}
              keyOf={(delivery) => delivery.id}
              columns={[
                {
                  name: 'Status',
                  cell: (delivery) => {
                    const { tone, text } = deliveryState(delivery)
                    return <Badge tone={tone}>{text}</Badge>
                  },
                },
                {
                  name: 'Event',
                  cell: ({ id, event_type, event_id }) => (
                    <>
                      <PageLink
                        className="d-link"
                        href={`/dashboard/webhooks/${endpoint.id}/deliveries/${id}`}
                      >
                        {event_type}
                      </PageLink>
                      <br />
                      <code className="d-small">{event_id}</code>
                    </>
                  ),
                },
                { name: 'Attempts', isNumber: true, cell: ({ attempts }) => formatNumber(attempts) },
                { name: 'Queued', cell: ({ created_at }) => <Ago at={created_at} /> },
                {
                  name: 'Next attempt',
                  cell: ({ next_attempt_at }) => <Ago at={next_attempt_at} never="none" />,
                },
                ...(canRetry
                  ? [
                      {
                        name: 'What to do',
                        cell: ({ id, event_type }: WebhookDelivery) => (
                          <Button
                            size="small"
                            aria-label={`Send again: ${event_type} ${id}`}
                            isBusy={retry.isRunning}
                            onClick={() => void retry.run(id)}
                          >
                            Send again
                          </Button>
                        ),
                      },
                    ]
                  : []),
              ]}
            />
          )
        }
      </LiveContent>
      <LoadOlder older={older} />
    </Panel>
  )
}
