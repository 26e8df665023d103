'use client'

import { ButtonLink } from '../../shell/button.tsx'
import { PageLink } from '../../shell/link.tsx'
import { formatNumber, formatPercent } from '../format.ts'
import { useLive } from '../live.ts'
import { type Session, useSession } from '../session.tsx'
import type { LoggedRequest, QueryOf } from '../types.ts'
import { CopyButton } from '../ui/copy-button.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { Badge, EmptyState, Figure, LiveContent, PageHead, Panel } from '../ui/page.tsx'
import { Ago } from '../ui/time.tsx'
import { isOfPerson } from '../usage/is-of-person.ts'
import { MonthPanel } from '../usage/month-panel.tsx'
import { startOf } from '../usage/periods.ts'
import { programIds } from '../usage/programs.ts'
import { totalsOf, type UsageRow } from '../usage/series.ts'
import { firstRequest, stepsOf } from './steps.ts'

const SHOWN_REQUESTS = 6
/** Problems that are for the caller to look at; what the limits refuse is in the usage. */
const ERROR_STATUSES = ['400', '401', '402', '403', '404', '409', '422', '429', '500', '503']

async function load({ api, can }: Session, signal: AbortSignal) {
  const today = new Date(startOf('day', Date.now())).toISOString()
  const [usage, programs, keys, endpoints] = await Promise.all([
    api.all<'listUsage'>('/v1/usage', { from: today, granularity: 'day', group_by: ['key'] }, { signal }),
    programIds(api, signal),
    can('keys:read') ? api.get<'listKeys'>('/v1/keys', { limit: 500 }, { signal }) : undefined,
    can('webhooks:read')
      ? api.get<'listWebhookEndpoints'>('/v1/webhook-endpoints', {}, { signal })
      : undefined,
  ])
  const requestsOf = async (query: QueryOf<'listRequests'>) =>
    programs.length === 0
      ? []
      : (
          await api.get<'listRequests'>(
            '/v1/usage/requests',
            { ...query, key_id: programs, limit: SHOWN_REQUESTS },
            { signal },
          )
        ).data
  const [latest, failed] = await Promise.all([requestsOf({}), requestsOf({ status: ERROR_STATUSES })])
  return {
    today: totalsOf(usage.entries.filter(({ key_id }) => !isOfPerson(key_id)) as UsageRow[]),
    latest,
    failed,
    keys: keys?.data ?? [],
    endpoints: endpoints?.data ?? [],
  }
}

/** How things are, and what to do next. */
export function Overview({ quotas }: { quotas: Record<string, number> }) {
  const session = useSession()
  const live = useLive('overview', (signal) => load(session, signal))
  return (
    <>
      <PageHead title="Overview" lead={session.organisation.name}>
        {session.can('keys:admin') ? (
          <ButtonLink href="/dashboard/keys" variant="primary">
            Keys
          </ButtonLink>
        ) : null}
      </PageHead>
      <LiveContent live={live}>
        {({ today, latest, failed, keys, endpoints }) => {
          const steps = stepsOf({ keys, requests: latest, endpoints })
          return (
            <>
              {steps.every(({ isDone }) => isDone) ? null : (
                <FirstSteps steps={steps} apiUrl={session.api.url} />
              )}
              <Panel title="Today" actions={<PageLink href="/dashboard/usage">All usage</PageLink>}>
                <dl className="d-figures">
                  <Figure label="Requests" value={formatNumber(today.requests)} note="since midnight, UTC" />
                  <Figure label="Units billed" value={formatNumber(today.units)} />
                  <Figure
                    label="Errors"
                    value={formatNumber(today.errors)}
                    note={`${formatPercent(today.errors / Math.max(1, today.requests))} of the requests`}
                  />
                </dl>
              </Panel>
              <MonthPanel quotas={quotas} />
              <div className="d-grid d-grid-wide">
                <Panel
                  title="Latest requests"
                  actions={<PageLink href="/dashboard/requests">All requests</PageLink>}
                >
                  <Requests requests={latest} nothing="No request in the last 30 days." />
                </Panel>
                <Panel title="Last errors">
                  <Requests requests={failed} nothing="No error in the last 30 days." />
                </Panel>
              </div>
            </>
          )
        }}
      </LiveContent>
    </>
  )
}

function FirstSteps({ steps, apiUrl }: { steps: ReturnType<typeof stepsOf>; apiUrl: string }) {
  const next = steps.find(({ isDone }) => !isDone)
  const command = firstRequest(apiUrl)
  return (
    <Panel title="First steps">
      <ol className="d-steps">
        {steps.map((step) => (
          <li
            key={step.id}
            aria-current={step === next ? 'step' : undefined}
            className={step.isDone ? 'd-step-done' : undefined}
          >
            <p>
              <strong>{step.title}</strong> {step.isDone ? <Badge tone="good">done</Badge> : null}
            </p>
            {step.isDone ? null : <p className="d-small">{step.text}</p>}
            {step !== next ? null : step.id === 'key' ? (
              <ButtonLink href="/dashboard/keys" variant="primary">
                Create a key
              </ButtonLink>
            ) : step.id === 'webhook' ? (
              <ButtonLink href="/dashboard/webhooks">Add an endpoint</ButtonLink>
            ) : (
              <>
                <pre className="d-code">
                  <code>{command}</code>
                </pre>
                <div className="d-row">
                  <CopyButton text={command} label="Copy the command" />
                  <ButtonLink href="/docs/quick-start">Quick start</ButtonLink>
                </div>
              </>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  )
}

function Requests({ requests, nothing }: { requests: LoggedRequest[]; nothing: string }) {
  if (requests.length === 0) return <EmptyState title={nothing} />
  return (
    <DataTable
      caption="Requests"
      isDense
      entries={requests}
      keyOf={(request) => request.request_id}
      columns={[
        {
          name: 'Status',
          cell: ({ status }) => (
            <Badge tone={status < 400 ? 'good' : status < 500 ? 'warning' : 'bad'}>{status}</Badge>
          ),
        },
        {
          name: 'Operation',
          cell: ({ operation_id, request_id }) => (
            <>
              {operation_id}
              <br />
              <PageLink className="d-small d-mono" href={`/dashboard/requests?request_id=${request_id}`}>
                {request_id}
              </PageLink>
            </>
          ),
        },
        { name: 'When', cell: ({ answered_at }) => <Ago at={answered_at} /> },
      ]}
    />
  )
}
