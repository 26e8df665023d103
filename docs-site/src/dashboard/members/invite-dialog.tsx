'use client'

import { type FormEvent, useState } from 'react'
import { toast } from '../../shell/toast.ts'
import { useSession } from '../session.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/field.tsx'
import { faultOf, ProblemNotice } from '../ui/problem-notice.tsx'
import { useAction } from '../use-action.ts'
import { RoleChoice } from './role-choice.tsx'
import type { Role } from './roles.ts'

/** Invites somebody by e-mail. */
export function InviteDialog({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const { api, organisation } = useSession()
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('developer')
  const invite = useAction(async (body: { email: string; role: Role }, idempotencyKey) => {
    await api.post<'createMember'>('/v1/members', body, { idempotencyKey })
    toast(`The invitation to ${body.email} is on its way`)
    onDone()
  })
  async function submit(event: FormEvent) {
    event.preventDefault()
    await invite.run({ email: email.trim(), role })
  }
  return (
    <Dialog title="Invite a member" onClose={onClose}>
      <form className="d-stack" onSubmit={submit}>
        <TextField
          label="E-mail address"
          hint={`They join ${organisation.name} by a link that works once, within seven days, for this address only.`}
          type="email"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          maxLength={254}
          required
          autoComplete="off"
          fault={faultOf(invite.problem, 'email')}
        />
        <RoleChoice chosen={role} onChange={setRole} />
        <ProblemNotice problem={invite.problem} />
        <div className="d-row d-row-end">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" isBusy={invite.isRunning}>
            Invite
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
