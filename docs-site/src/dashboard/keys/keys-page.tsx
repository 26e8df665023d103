'use client'

import { useState } from 'react'
import { toast } from '../../shell/toast.ts'
import { useLive } from '../live.ts'
import { useSession } from '../session.tsx'
import type { Key, KeyWithSecret } from '../types.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog, Dialog } from '../ui/dialog.tsx'
import { EmptyState, LiveContent, PageHead } from '../ui/page.tsx'
import { SecretOnce } from '../ui/secret-once.tsx'
import { useAction } from '../use-action.ts'
import { KeyForm } from './key-form.tsx'
import { KeyList } from './key-list.tsx'
import { RotateDialog } from './rotate-dialog.tsx'

type Doing = { what: 'create' } | { what: 'edit' | 'rotate' | 'revoke'; key: Key }

export function KeysPage() {
  const { api, can } = useSession()
  const live = useLive('keys', (signal) => api.all<'listKeys'>('/v1/keys', {}, { signal }))
  const [doing, setDoing] = useState<Doing>()
  const [shown, setShown] = useState<KeyWithSecret>()
  const isManager = can('keys:admin')

  const close = () => setDoing(undefined)
  function finish(key?: KeyWithSecret) {
    close()
    if (key) setShown(key)
    void live.refresh()
  }

  return (
    <>
      <PageHead
        title="Keys"
        lead="A key is what your programs sign in with. Make one for each program, with no more scopes than it needs."
      >
        {isManager ? (
          <Button variant="primary" onClick={() => setDoing({ what: 'create' })}>
            Create a key
          </Button>
        ) : null}
      </PageHead>

      {shown ? (
        <section className="d-notice d-notice-good" aria-labelledby="new-key">
          <h2 id="new-key" className="d-notice-title">
            {shown.name} has a new secret
          </h2>
          <SecretOnce key={shown.key} label="API key" secret={shown.key} />
          <Button onClick={() => setShown(undefined)}>I have kept it</Button>
        </section>
      ) : null}

      <LiveContent live={live}>
        {({ entries, is_cut }) =>
          entries.length === 0 ? (
            <EmptyState title="There is no key yet.">
              <p>
                A test key reads a corpus of invented companies and costs nothing. A live key reads EDGAR and
                counts against the quota of your plan.
              </p>
            </EmptyState>
          ) : (
            <>
              <KeyList
                keys={entries}
                canChange={isManager}
                onEdit={(key) => setDoing({ what: 'edit', key })}
                onRotate={(key) => setDoing({ what: 'rotate', key })}
                onRevoke={(key) => setDoing({ what: 'revoke', key })}
              />
              {is_cut ? <p className="d-small">There are more keys than are listed here.</p> : null}
            </>
          )
        }
      </LiveContent>

      {doing?.what === 'create' ? (
        <Dialog title="Create a key" onClose={close}>
          <KeyForm onDone={finish} onCancel={close} />
        </Dialog>
      ) : null}
      {doing?.what === 'edit' ? (
        <Dialog title={`Change ${doing.key.name}`} onClose={close}>
          <KeyForm
            of={doing.key}
            onDone={() => {
              toast('Saved')
              finish()
            }}
            onCancel={close}
          />
        </Dialog>
      ) : null}
      {doing?.what === 'rotate' ? <RotateDialog of={doing.key} onDone={finish} onCancel={close} /> : null}
      {doing?.what === 'revoke' ? (
        <RevokeDialog
          of={doing.key}
          onDone={() => {
            if (shown?.id === doing.key.id) setShown(undefined)
            void live.refresh()
          }}
          onClose={close}
        />
      ) : null}
    </>
  )
}

function RevokeDialog({ of, onDone, onClose }: { of: Key; onDone: () => void; onClose: () => void }) {
  const { api } = useSession()
  const revoke = useAction<void>(async (_, idempotencyKey) => {
    await api.remove<'revokeKey'>(`/v1/keys/${of.id}`, { idempotencyKey })
    toast(`${of.name} is revoked`)
    onDone()
  })
  return (
    <ConfirmDialog
      title={`Revoke ${of.name}?`}
      typed={of.name}
      confirmLabel="Revoke for good"
      action={revoke}
      onClose={onClose}
    >
      <p>
        Within a second every request with it is refused, and it cannot be taken back. To exchange a key
        without an interruption, rotate it instead.
      </p>
    </ConfirmDialog>
  )
}
