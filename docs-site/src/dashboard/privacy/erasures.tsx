'use client'

import { useState } from 'react'
import { toast } from '../../shell/toast.ts'
import { formatDay, formatInstant, formatNumber } from '../format.ts'
import { useLive } from '../live.ts'
import { useSession } from '../session.tsx'
import type { Erasure } from '../types.ts'
import { Button } from '../ui/button.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { ConfirmDialog } from '../ui/dialog.tsx'
import { SelectField } from '../ui/field.tsx'
import { Badge, EmptyState, LiveContent, Panel } from '../ui/page.tsx'
import { LoadOlder, useOlder } from '../ui/pager.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { Ago } from '../ui/time.tsx'
import { useAction } from '../use-action.ts'
import { SubjectField } from './subject-field.tsx'
import { nameOfSubject, ORGANISATION, type Person, subjectOf } from './subjects.ts'

const PATH = '/v1/privacy/erasures'
const GRACES = [
  { days: 7, text: '7 days' },
  { days: 14, text: '14 days' },
  { days: 30, text: '30 days' },
  { days: 1, text: 'one day' },
  { days: 0, text: 'none: at once' },
]

/** The end of what is held about somebody. */
export function Erasures({ people }: { people: Person[] }) {
  const { api } = useSession()
  const live = useLive('erasures', (signal) => api.get<'listErasures'>(PATH, {}, { signal }))
  const older = useOlder(
    live.data,
    (cursor) => api.get<'listErasures'>(PATH, { cursor }),
    (one) => one.id,
  )
  const [isAsking, setAsking] = useState(false)
  const cancel = useAction(async (id: string, idempotencyKey) => {
    await api.remove<'cancelErasure'>(`${PATH}/${id}`, { idempotencyKey })
    toast('The erasure is cancelled: nothing was removed')
    await live.refresh()
  })
  return (
    <Panel
      title="Erasure"
      actions={
        <Button variant="danger" onClick={() => setAsking(true)}>
          Erase…
        </Button>
      }
    >
      <p>
        Ends what is held about one person, or about the whole organisation. It waits for as many days as you
        choose, and can be cancelled until then. Afterwards nobody can bring it back, we included. The audit
        log stays whole; what is personal in it becomes unreadable.
      </p>
      <ProblemNotice problem={cancel.problem} title="It was not cancelled" />
      <LiveContent live={live}>
        {() =>
          older.entries.length === 0 ? (
            <EmptyState title="No erasure was asked for." />
          ) : (
            <DataTable
              caption="Erasures"
              entries={older.entries}
              keyOf={(one) => one.id}
              columns={[
                { name: 'About', cell: (one) => nameOfSubject(one, people) },
                { name: 'Asked for', cell: ({ created_at }) => <Ago at={created_at} /> },
                { name: 'State', cell: (one) => <State of={one} /> },
                {
                  name: 'What to do',
                  cell: (one) =>
                    one.status === 'pending' ? (
                      <Button
                        size="small"
                        aria-label={`Cancel it: the erasure of ${nameOfSubject(one, people)}`}
                        isBusy={cancel.isRunning}
                        onClick={() => void cancel.run(one.id)}
                      >
                        Cancel it
                      </Button>
                    ) : null,
                },
              ]}
            />
          )
        }
      </LiveContent>
      <LoadOlder older={older} />
      {isAsking ? (
        <EraseDialog people={people} onDone={() => void live.refresh()} onClose={() => setAsking(false)} />
      ) : null}
    </Panel>
  )
}

function State({ of: { status, due_at, completed_at, result } }: { of: Erasure }) {
  if (status === 'cancelled') return <Badge>cancelled</Badge>
  if (status === 'pending') {
    return (
      <>
        <Badge tone="warning">waits</Badge> <span className="d-small">until {formatInstant(due_at)}</span>
      </>
    )
  }
  const rows = Object.values(result ?? {}).reduce((sum, count) => sum + count, 0)
  return (
    <>
      <Badge tone="good">done</Badge>{' '}
      <span className="d-small">
        on {formatDay(completed_at ?? due_at)}, {formatNumber(rows)} rows
      </span>
    </>
  )
}

function EraseDialog({
  people,
  onDone,
  onClose,
}: {
  people: Person[]
  onDone: () => void
  onClose: () => void
}) {
  const { api, organisation } = useSession()
  const [choice, setChoice] = useState(people[0]?.id ?? ORGANISATION)
  const [days, setDays] = useState(7)
  const isAll = choice === ORGANISATION
  const name = isAll ? organisation.name : (people.find(({ id }) => id === choice)?.name ?? choice)
  const erase = useAction<void>(async (_, idempotencyKey) => {
    const body = { ...subjectOf(choice), grace_days: days }
    await api.post<'createErasure'>(PATH, body, { idempotencyKey })
    toast(days === 0 ? 'The erasure begins' : 'It waits; until then you can cancel it')
    onDone()
  })
  return (
    <ConfirmDialog
      title="Erase"
      typed={name}
      confirmLabel={days === 0 ? 'Erase now' : 'Erase after the waiting time'}
      action={erase}
      onClose={onClose}
    >
      <SubjectField people={people} value={choice} onChange={setChoice} />
      <p>
        {isAll
          ? 'All keys stop working, no webhook is sent any more, and members, keys, endpoints and the request log are removed. Invoices and counts of usage stay without names, because accounts must be kept.'
          : 'The person leaves the organisation, and what is held about them here is removed. Whoever belongs to other organisations keeps the account there.'}
      </p>
      <SelectField
        label="Time to think it over"
        value={days}
        onChange={(event) => setDays(Number(event.target.value))}
      >
        {GRACES.map((one) => (
          <option key={one.days} value={one.days}>
            {one.text}
          </option>
        ))}
      </SelectField>
      {days === 0 ? (
        <p className="d-notice d-notice-bad">It cannot be cancelled, and nothing brings it back.</p>
      ) : null}
    </ConfirmDialog>
  )
}
