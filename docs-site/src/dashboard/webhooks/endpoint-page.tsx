'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { PageLink } from '../../shell/link.tsx'
import { toast } from '../../shell/toast.ts'
import { formatInstant } from '../format.ts'
import { useLive } from '../live.ts'
import { useSession } from '../session.tsx'
import type { WebhookEndpoint, WebhookEndpointWithSecret } from '../types.ts'
import { Button } from '../ui/button.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { ConfirmDialog, Dialog } from '../ui/dialog.tsx'
import { Badge, LiveContent, PageHead, Panel } from '../ui/page.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { Ago } from '../ui/time.tsx'
import { useAction } from '../use-action.ts'
import { Deliveries } from './deliveries.tsx'
import { EndpointForm } from './endpoint-form.tsx'
import { endpointState } from './endpoint-state.ts'
import { ReplayDialog } from './replay-dialog.tsx'
import { RotateSecretDialog } from './rotate-dialog.tsx'
import { SigningSecret } from './signing-secret.tsx'

/** One endpoint: how it is, what can be done with it, and what was sent to it. */
export function EndpointPage({ id }: { id: string }) {
  const { api } = useSession()
  const live = useLive(`webhook endpoint ${id}`, (signal) =>
    api.get<'getWebhookEndpoint'>(`/v1/webhook-endpoints/${encodeURIComponent(id)}`, undefined, { signal }),
  )
  return (
    <>
      <p className="d-small">
        <PageLink href="/dashboard/webhooks">Webhooks</PageLink>
      </p>
      {live.data ? null : <PageHead title="Webhook endpoint" />}
      <LiveContent live={live}>{(endpoint) => <Endpoint of={endpoint} refresh={live.refresh} />}</LiveContent>
    </>
  )
}

type Doing = 'edit' | 'rotate' | 'replay' | 'delete'

function Endpoint({ of, refresh }: { of: WebhookEndpoint; refresh: () => Promise<void> }) {
  const { api, can } = useSession()
  const [doing, setDoing] = useState<Doing>()
  const [shown, setShown] = useState<WebhookEndpointWithSecret>()
  const [reads, setReads] = useState(0)
  const path = `/v1/webhook-endpoints/${of.id}`
  const isEnabled = of.status === 'enabled'
  const close = () => setDoing(undefined)

  const test = useAction<void>(async (_, idempotencyKey) => {
    await api.post<'testWebhookEndpoint'>(`${path}/test`, undefined, { idempotencyKey })
    toast('A test event is on its way')
    setReads((before) => before + 1)
  })
  const pause = useAction(async (status: 'enabled' | 'disabled', idempotencyKey) => {
    await api.patch<'updateWebhookEndpoint'>(path, { status }, { idempotencyKey })
    toast(
      status === 'enabled' ? 'It is sent events again, also what waited' : 'It is paused: nothing is sent',
    )
    await refresh()
  })
  const { tone, text } = endpointState(of)
  return (
    <>
      <PageHead title={of.url} lead={of.description || undefined}>
        {can('webhooks:write') ? (
          <>
            {isEnabled ? (
              <Button variant="primary" isBusy={test.isRunning} onClick={() => void test.run()}>
                Send a test event
              </Button>
            ) : null}
            <Button
              isBusy={pause.isRunning}
              onClick={() => void pause.run(isEnabled ? 'disabled' : 'enabled')}
            >
              {isEnabled ? 'Pause' : 'Enable'}
            </Button>
            <Button onClick={() => setDoing('edit')}>Change</Button>
            <Button onClick={() => setDoing('rotate')}>Rotate secret</Button>
            {isEnabled ? <Button onClick={() => setDoing('replay')}>Send events again</Button> : null}
            <Button variant="danger" onClick={() => setDoing('delete')}>
              Delete
            </Button>
          </>
        ) : null}
      </PageHead>
      <ProblemNotice problem={test.problem} title="No test event was sent" />
      <ProblemNotice problem={pause.problem} />
      {shown ? <SigningSecret of={shown} onKept={() => setShown(undefined)} /> : null}
      <Panel title="Endpoint" actions={<Badge tone={tone}>{text}</Badge>}>
        <dl className="d-facts">
          <dt>Id</dt>
          <dd>
            <code>{of.id}</code>
          </dd>
          <dt>Data</dt>
          <dd>{of.dataset === 'live' ? 'live: filings of EDGAR' : 'test: invented companies'}</dd>
          <dt>Events</dt>
          <dd>{of.event_types.join(', ')}</dd>
          <Narrowed name="Companies" values={of.ciks} />
          <Narrowed name="Form types" values={of.form_types} />
          <Narrowed name="Signal types" values={of.signal_types} />
          {of.failing_since ? (
            <>
              <dt>Failing</dt>
              <dd>
                since {formatInstant(of.failing_since)}. After five days it is paused, and you are told by
                mail.
              </dd>
            </>
          ) : null}
          {of.disabled_at ? (
            <>
              <dt>Paused</dt>
              <dd>
                <Ago at={of.disabled_at} />
              </dd>
            </>
          ) : null}
          <dt>Public key</dt>
          <dd>
            <code className="d-small">{of.public_key}</code> <CopyButton text={of.public_key} />
          </dd>
          {of.previous_secret_expires_at ? (
            <>
              <dt>Rotation</dt>
              <dd>
                Messages are signed with the secret before too, until{' '}
                {formatInstant(of.previous_secret_expires_at)}.
              </dd>
            </>
          ) : null}
          <dt>Added</dt>
          <dd>
            <Ago at={of.created_at} />
          </dd>
        </dl>
      </Panel>
      <Deliveries of={of} reads={reads} />
      {doing === 'edit' ? (
        <Dialog title="Change the endpoint" onClose={close}>
          <EndpointForm
            of={of}
            onDone={() => {
              close()
              toast('Saved')
              void refresh()
            }}
            onCancel={close}
          />
        </Dialog>
      ) : null}
      {doing === 'rotate' ? (
        <RotateSecretDialog
          of={of}
          onDone={(endpoint) => {
            close()
            setShown(endpoint)
            void refresh()
          }}
          onClose={close}
        />
      ) : null}
      {doing === 'replay' ? (
        <ReplayDialog of={of} onDone={() => setReads((before) => before + 1)} onClose={close} />
      ) : null}
      {doing === 'delete' ? <DeleteDialog of={of} onClose={close} /> : null}
    </>
  )
}

function Narrowed({ name, values }: { name: string; values: readonly string[] }) {
  if (values.length === 0) return null
  return (
    <>
      <dt>{name}</dt>
      <dd>{values.join(', ')}</dd>
    </>
  )
}

function DeleteDialog({ of, onClose }: { of: WebhookEndpoint; onClose: () => void }) {
  const { api } = useSession()
  const router = useRouter()
  const remove = useAction<void>(async (_, idempotencyKey) => {
    await api.remove<'deleteWebhookEndpoint'>(`/v1/webhook-endpoints/${of.id}`, { idempotencyKey })
    toast('The endpoint is deleted')
    router.push('/dashboard/webhooks')
  })
  return (
    <ConfirmDialog
      title="Delete this endpoint?"
      confirmLabel="Delete for good"
      action={remove}
      onClose={onClose}
    >
      <p>
        Nothing is sent to <strong className="d-break">{of.url}</strong> any more, what waits included, and
        its deliveries are gone. To stop it for a while, pause it instead.
      </p>
    </ConfirmDialog>
  )
}
