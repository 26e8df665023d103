'use client'

import { type FormEvent, useState } from 'react'
import { toast } from '../../shell/toast.ts'
import { formatDay } from '../format.ts'
import { useLive } from '../live.ts'
import { useSession } from '../session.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/field.tsx'
import { LiveContent, Panel } from '../ui/page.tsx'
import { faultOf, ProblemNotice } from '../ui/problem-notice.tsx'
import { useAction } from '../use-action.ts'

const PATH = '/v1/organisation'
const SELDOM_MS = 60_000

/** What the organisation is called, and its id for messages to support. */
export function OrganisationPanel() {
  const { api, can } = useSession()
  const live = useLive('organisation', (signal) => api.getTagged<'getOrganisation'>(PATH, { signal }), {
    everyMs: SELDOM_MS,
  })
  const [isRenaming, setRenaming] = useState(false)
  return (
    <Panel
      title="Organisation"
      actions={
        can('members:admin') && live.data ? <Button onClick={() => setRenaming(true)}>Rename</Button> : null
      }
    >
      <LiveContent live={live}>
        {({ object, etag }) => (
          <>
            <dl className="d-facts">
              <dt>Name</dt>
              <dd>{object.name}</dd>
              <dt>Id</dt>
              <dd>
                <code>{object.id}</code>
              </dd>
              <dt>Plan</dt>
              <dd>{object.plan}</dd>
              <dt>Made</dt>
              <dd>{formatDay(object.created_at)}</dd>
            </dl>
            {isRenaming ? (
              <RenameDialog
                name={object.name}
                etag={etag}
                onDone={() => {
                  setRenaming(false)
                  void live.refresh()
                }}
                onClose={() => setRenaming(false)}
              />
            ) : null}
          </>
        )}
      </LiveContent>
    </Panel>
  )
}

function RenameDialog({
  name,
  etag,
  onDone,
  onClose,
}: {
  name: string
  etag: string | undefined
  onDone: () => void
  onClose: () => void
}) {
  const { api, refreshMe } = useSession()
  const [text, setText] = useState(name)
  const rename = useAction(async (to: string, idempotencyKey) => {
    const options = { idempotencyKey, ...(etag ? { ifMatch: etag } : {}) }
    await api.patch<'updateOrganisation'>(PATH, { name: to }, options)
    toast('The organisation has a new name')
    await refreshMe()
    onDone()
  })
  async function submit(event: FormEvent) {
    event.preventDefault()
    await rename.run(text.trim())
  }
  return (
    <Dialog title="Rename the organisation" onClose={onClose}>
      <form className="d-stack" onSubmit={submit}>
        <TextField
          label="Name"
          hint="Its members and whoever is invited see it, and invoices carry it."
          value={text}
          onChange={(event) => setText(event.target.value)}
          maxLength={120}
          required
          autoComplete="organization"
          fault={faultOf(rename.problem, 'name')}
        />
        <ProblemNotice problem={rename.problem} />
        <div className="d-row d-row-end">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" isBusy={rename.isRunning}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
