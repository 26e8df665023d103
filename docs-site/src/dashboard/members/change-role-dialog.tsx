'use client'

import { type FormEvent, useState } from 'react'
import { toast } from '../../shell/toast.ts'
import { useSession } from '../session.tsx'
import type { Member } from '../types.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useAction } from '../use-action.ts'
import { RoleChoice } from './role-choice.tsx'
import type { Role } from './roles.ts'

export function ChangeRoleDialog({
  of,
  onDone,
  onClose,
}: {
  of: Member
  onDone: () => void
  onClose: () => void
}) {
  const { api, me, refreshMe } = useSession()
  const [role, setRole] = useState<Role>(of.role)
  const isMyself = of.user_id === me.id
  const change = useAction(async (chosen: Role, idempotencyKey) => {
    const path = `/v1/members/${of.id}`
    const { etag } = await api.getTagged<'getMember'>(path)
    await api.patch<'updateMember'>(
      path,
      { role: chosen },
      { idempotencyKey, ...(etag ? { ifMatch: etag } : {}) },
    )
    toast(`${of.email} is ${chosen} now`)
    if (isMyself) await refreshMe()
    onDone()
  })
  async function submit(event: FormEvent) {
    event.preventDefault()
    await change.run(role)
  }
  return (
    <Dialog title={`Role of ${of.name ?? of.email}`} onClose={onClose}>
      <form className="d-stack" onSubmit={submit}>
        <RoleChoice chosen={role} onChange={setRole} />
        {isMyself && role !== of.role ? (
          <p className="d-notice d-notice-warning">
            This is your own role. You may not be able to take it back by yourself.
          </p>
        ) : null}
        <ProblemNotice problem={change.problem} />
        <div className="d-row d-row-end">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" isBusy={change.isRunning} disabled={role === of.role}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
