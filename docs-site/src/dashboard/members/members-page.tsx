'use client'

import { useState } from 'react'
import { toast } from '../../shell/toast.ts'
import { formatDay } from '../format.ts'
import { useLive } from '../live.ts'
import { useSession } from '../session.tsx'
import type { Member } from '../types.ts'
import { Button } from '../ui/button.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { ConfirmDialog } from '../ui/dialog.tsx'
import { Badge, LiveContent, PageHead, Panel } from '../ui/page.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { Ago } from '../ui/time.tsx'
import { useAction } from '../use-action.ts'
import { ChangeRoleDialog } from './change-role-dialog.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { OrganisationPanel } from './organisation-panel.tsx'
import { inOrder, isLastOwner, mayDecideAbout } from './roles.ts'

type Doing = { what: 'invite' } | { what: 'change' | 'remove'; member: Member }

/** The people of the organisation, and the invitations that wait. */
export function MembersPage() {
  const { api, can, me } = useSession()
  const live = useLive('members', (signal) => api.all<'listMembers'>('/v1/members', {}, { signal }))
  const [doing, setDoing] = useState<Doing>()
  const isManager = can('members:admin')
  const close = () => setDoing(undefined)
  function finish() {
    close()
    void live.refresh()
  }
  const resend = useAction(async ({ email, role }: Pick<Member, 'email' | 'role'>, idempotencyKey) => {
    await api.post<'createMember'>('/v1/members', { email, role }, { idempotencyKey })
    toast(`A new invitation to ${email} is on its way; the old link stopped working`)
    await live.refresh()
  })
  return (
    <>
      <PageHead
        title="Members"
        lead="People who may act for the organisation. A role holds everywhere within five seconds."
      >
        {isManager ? (
          <Button variant="primary" onClick={() => setDoing({ what: 'invite' })}>
            Invite a member
          </Button>
        ) : null}
      </PageHead>
      <ProblemNotice problem={resend.problem} title="The invitation was not sent" />
      <LiveContent live={live}>
        {({ entries }) => {
          const { people, invited } = inOrder(entries, me.id)
          return (
            <>
              <DataTable
                caption="Members"
                entries={people}
                keyOf={(member) => member.id}
                columns={[
                  {
                    name: 'Person',
                    cell: ({ name, email, user_id }) => (
                      <>
                        <strong>{name ?? email}</strong> {user_id === me.id ? <Badge>you</Badge> : null}
                        <br />
                        <span className="d-small">{email}</span>
                      </>
                    ),
                  },
                  { name: 'Role', cell: ({ role }) => role },
                  { name: 'Since', cell: ({ created_at }) => formatDay(created_at) },
                  ...(isManager
                    ? [
                        {
                          name: 'What to do',
                          cell: (member: Member) => (
                            <MemberActions
                              of={member}
                              isLast={isLastOwner(member, entries)}
                              onDo={(what) => setDoing({ what, member })}
                            />
                          ),
                        },
                      ]
                    : []),
                ]}
              />
              {invited.length === 0 ? null : (
                <Panel title="Invitations that wait">
                  <DataTable
                    caption="Invitations that wait"
                    entries={invited}
                    keyOf={(member) => member.id}
                    columns={[
                      { name: 'Address', cell: ({ email }) => email },
                      { name: 'Role', cell: ({ role }) => role },
                      {
                        name: 'State',
                        cell: ({ invitation_expires_at }) =>
                          invitation_expires_at && Date.parse(invitation_expires_at) < Date.now() ? (
                            <Badge tone="warning">expired</Badge>
                          ) : (
                            <>
                              ends <Ago at={invitation_expires_at} />
                            </>
                          ),
                      },
                      ...(isManager
                        ? [
                            {
                              name: 'What to do',
                              cell: (member: Member) =>
                                mayDecideAbout(member, me.role) ? (
                                  <div className="d-row d-row-tight">
                                    <Button
                                      size="small"
                                      aria-label={`Invite again: ${member.email}`}
                                      isBusy={resend.isRunning}
                                      onClick={() =>
                                        void resend.run({ email: member.email, role: member.role })
                                      }
                                    >
                                      Invite again
                                    </Button>
                                    <Button
                                      size="small"
                                      variant="danger"
                                      aria-label={`Withdraw the invitation of ${member.email}`}
                                      onClick={() => setDoing({ what: 'remove', member })}
                                    >
                                      Withdraw
                                    </Button>
                                  </div>
                                ) : null,
                            },
                          ]
                        : []),
                    ]}
                  />
                </Panel>
              )}
            </>
          )
        }}
      </LiveContent>
      <OrganisationPanel />
      {doing?.what === 'invite' ? <InviteDialog onDone={finish} onClose={close} /> : null}
      {doing?.what === 'change' ? (
        <ChangeRoleDialog of={doing.member} onDone={finish} onClose={close} />
      ) : null}
      {doing?.what === 'remove' ? (
        <RemoveDialog of={doing.member} onDone={() => void live.refresh()} onClose={close} />
      ) : null}
    </>
  )
}

function MemberActions({
  of,
  isLast,
  onDo,
}: {
  of: Member
  isLast: boolean
  onDo: (what: 'change' | 'remove') => void
}) {
  const { me } = useSession()
  const name = of.name ?? of.email
  if (!mayDecideAbout(of, me.role)) return <span className="d-small">for owners to decide</span>
  if (isLast) return <span className="d-small">the only owner</span>
  const isSelf = of.user_id === me.id
  return (
    <div className="d-row d-row-tight">
      <Button size="small" aria-label={`Change role of ${name}`} onClick={() => onDo('change')}>
        Change role
      </Button>
      <Button
        size="small"
        variant="danger"
        aria-label={isSelf ? 'Leave the organisation' : `Remove ${name}`}
        onClick={() => onDo('remove')}
      >
        {isSelf ? 'Leave' : 'Remove'}
      </Button>
    </div>
  )
}

function RemoveDialog({ of, onDone, onClose }: { of: Member; onDone: () => void; onClose: () => void }) {
  const { api, me } = useSession()
  const isInvitation = of.status === 'invited'
  const isMyself = of.user_id === me.id
  const remove = useAction<void>(async (_, idempotencyKey) => {
    await api.remove<'deleteMember'>(`/v1/members/${of.id}`, { idempotencyKey })
    toast(isInvitation ? 'The invitation is withdrawn' : `${of.email} is no member any more`)
    if (isMyself) window.location.assign('/dashboard')
    else onDone()
  })
  return (
    <ConfirmDialog
      title={
        isInvitation
          ? `Withdraw the invitation of ${of.email}?`
          : isMyself
            ? 'Leave the organisation?'
            : `Remove ${of.name ?? of.email}?`
      }
      typed={isInvitation ? undefined : of.email}
      confirmLabel={isInvitation ? 'Withdraw' : isMyself ? 'Leave' : 'Remove'}
      action={remove}
      onClose={onClose}
    >
      <p>
        {isInvitation
          ? 'The link in the mail stops working.'
          : 'Within five seconds nothing of the organisation can be seen or changed by this person. Keys and webhooks that they made stay.'}
      </p>
    </ConfirmDialog>
  )
}
