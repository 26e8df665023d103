'use client'

import { useState } from 'react'
import { ButtonLink } from '../../shell/button.tsx'
import { PageLink } from '../../shell/link.tsx'
import { useLive } from '../live.ts'
import { useSession } from '../session.tsx'
import type { WebhookEndpoint, WebhookEndpointWithSecret } from '../types.ts'
import { Button } from '../ui/button.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Badge, EmptyState, LiveContent, PageHead } from '../ui/page.tsx'
import { Ago } from '../ui/time.tsx'
import { EndpointForm } from './endpoint-form.tsx'
import { endpointState } from './endpoint-state.ts'
import { SigningSecret } from './signing-secret.tsx'

/** The endpoints of the organisation. */
export function WebhooksPage() {
  const { api, can } = useSession()
  const live = useLive('webhook endpoints', (signal) =>
    api.all<'listWebhookEndpoints'>('/v1/webhook-endpoints', {}, { signal }),
  )
  const [isAdding, setAdding] = useState(false)
  const [shown, setShown] = useState<WebhookEndpointWithSecret>()
  const canChange = can('webhooks:write')
  return (
    <>
      <PageHead
        title="Webhooks"
        lead="Addresses of yours that are told of new filings, signals and what concerns your account: signed, and sent again until they answer."
      >
        <ButtonLink href="/dashboard/webhooks/playground">Check a signature</ButtonLink>
        {canChange ? (
          <Button variant="primary" onClick={() => setAdding(true)}>
            Add an endpoint
          </Button>
        ) : null}
      </PageHead>
      {shown ? <SigningSecret of={shown} onKept={() => setShown(undefined)} /> : null}
      <LiveContent live={live}>
        {({ entries }) =>
          entries.length === 0 ? (
            <EmptyState title="There is no endpoint yet.">
              <p>
                Add the address of a receiver of yours, send it a test event, and watch what it answers.{' '}
                <PageLink href="/docs/concepts/webhooks">How to write a receiver</PageLink>
              </p>
            </EmptyState>
          ) : (
            <EndpointList endpoints={entries} />
          )
        }
      </LiveContent>
      {isAdding ? (
        <Dialog title="Add an endpoint" onClose={() => setAdding(false)}>
          <EndpointForm
            onDone={(endpoint) => {
              setAdding(false)
              setShown(endpoint)
              void live.refresh()
            }}
            onCancel={() => setAdding(false)}
          />
        </Dialog>
      ) : null}
    </>
  )
}

function EndpointList({ endpoints }: { endpoints: WebhookEndpoint[] }) {
  return (
    <DataTable
      caption="Webhook endpoints"
      entries={endpoints}
      keyOf={(endpoint) => endpoint.id}
      columns={[
        {
          name: 'Endpoint',
          cell: ({ id, url, description }) => (
            <>
              <PageLink className="d-link d-break" href={`/dashboard/webhooks/${id}`}>
                {url}
              </PageLink>
              {description ? <p className="d-small">{description}</p> : null}
            </>
          ),
        },
        {
          name: 'State',
          cell: (endpoint) => {
            const { tone, text } = endpointState(endpoint)
            return <Badge tone={tone}>{text}</Badge>
          },
        },
        {
          name: 'Events',
          cell: ({ event_types }) => (
            <span title={event_types.join(', ')}>
              {event_types.length === 1 ? event_types[0] : `${event_types.length} types`}
            </span>
          ),
        },
        { name: 'Added', cell: ({ created_at }) => <Ago at={created_at} /> },
      ]}
    />
  )
}
