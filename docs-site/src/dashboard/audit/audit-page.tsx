'use client'

import { type FormEvent, useState } from 'react'
import { useLive } from '../live.ts'
import { useNames } from '../names.ts'
import { useSession } from '../session.tsx'
import type { AuditEvent, QueryOf } from '../types.ts'
import { Button } from '../ui/button.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { SelectField, TextField } from '../ui/field.tsx'
import { EmptyState, LiveContent, PageHead, Panel } from '../ui/page.tsx'
import { LoadOlder, useOlder } from '../ui/pager.tsx'
import { Ago } from '../ui/time.tsx'
import { instantOfInput } from '../ui/utc-input.ts'
import { differencesOf, summaryOf } from './diff.ts'
import { EventDialog } from './event-dialog.tsx'
import { ProofPanel } from './proof-panel.tsx'

const PATH = '/v1/audit-events'
const NOTHING = { action: '', actor: '', target: '', from: '', to: '' }
type Wish = typeof NOTHING

function queryOf({ action, actor, target, from, to }: Wish): NonNullable<QueryOf<'listAuditEvents'>> {
  const since = instantOfInput(from)
  const until = instantOfInput(to)
  return {
    ...(action.trim() ? { action: action.trim() } : {}),
    ...(actor ? { actor_id: actor } : {}),
    ...(target.trim() ? { target_id: target.trim() } : {}),
    ...(since ? { from: since } : {}),
    ...(until ? { to: until } : {}),
  }
}

/** Every change of the organisation: who did what, and what it was before. */
export function AuditPage() {
  const { api } = useSession()
  const { people, programs, nameOf } = useNames()
  const [wish, setWish] = useState(NOTHING)
  const [applied, setApplied] = useState(NOTHING)
  const [shown, setShown] = useState<AuditEvent>()
  const query = queryOf(applied)
  const live = useLive(`audit ${JSON.stringify(query)}`, (signal) =>
    api.get<'listAuditEvents'>(PATH, query, { signal }),
  )
  const older = useOlder(
    live.data,
    (cursor) => api.get<'listAuditEvents'>(PATH, { ...query, cursor }),
    (event) => event.id,
  )
  const change = (part: Partial<Wish>) => setWish((before) => ({ ...before, ...part }))
  function show(next: Wish) {
    older.reset()
    setWish(next)
    setApplied(next)
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    show(wish)
  }
  const actions = [...new Set(older.entries.map(({ action }) => action))].sort()
  return (
    <>
      <PageHead
        title="Audit log"
        lead="Every change of the organisation: who did what to what, from where, and what it was before. Kept for seven years."
      />
      <Panel title="Events">
        <form className="d-filters" onSubmit={submit}>
          <TextField
            label="Action"
            list="actions"
            placeholder="key.created"
            value={wish.action}
            onChange={(event) => change({ action: event.target.value })}
            maxLength={64}
            autoComplete="off"
            spellCheck={false}
          />
          <datalist id="actions">
            {actions.map((action) => (
              <option key={action} value={action} />
            ))}
          </datalist>
          <SelectField
            label="Who"
            value={wish.actor}
            onChange={(event) => change({ actor: event.target.value })}
          >
            <option value="">anybody</option>
            {[...people, ...programs].map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
          <TextField
            label="Object id"
            placeholder="key_…"
            value={wish.target}
            onChange={(event) => change({ target: event.target.value })}
            maxLength={64}
            autoComplete="off"
            spellCheck={false}
          />
          <TextField
            label="From (UTC)"
            type="datetime-local"
            value={wish.from}
            onChange={(event) => change({ from: event.target.value })}
          />
          <TextField
            label="Until (UTC)"
            type="datetime-local"
            value={wish.to}
            onChange={(event) => change({ to: event.target.value })}
          />
          <div className="d-row">
            <Button type="submit" variant="primary">
              Filter
            </Button>
            <Button onClick={() => show(NOTHING)}>Show all</Button>
          </div>
        </form>
        <LiveContent live={live}>
          {() =>
            older.entries.length === 0 ? (
              <EmptyState title="No such event." />
            ) : (
              <DataTable
                caption="Events"
                isDense
                entries={older.entries}
                keyOf={(event) => event.id}
                columns={[
                  { name: 'When', cell: ({ created_at }) => <Ago at={created_at} /> },
                  {
                    name: 'Who',
                    cell: ({ actor }) => (actor.type === 'system' ? 'the platform' : nameOf(actor.id)),
                  },
                  { name: 'Action', cell: ({ action }) => <code>{action}</code> },
                  {
                    name: 'What changed',
                    cell: (event) => (
                      <span className="d-small d-break d-summary">{summaryOf(differencesOf(event))}</span>
                    ),
                  },
                  {
                    name: 'What to do',
                    cell: (event) => (
                      <Button
                        size="small"
                        aria-label={`Details of event ${event.seq}, ${event.action}`}
                        onClick={() => setShown(event)}
                      >
                        Details
                      </Button>
                    ),
                  },
                ]}
              />
            )
          }
        </LiveContent>
        <LoadOlder older={older} />
      </Panel>
      <ProofPanel
        range={{ ...(query.from ? { from: query.from } : {}), ...(query.to ? { to: query.to } : {}) }}
      />
      {shown ? <EventDialog of={shown} nameOf={nameOf} onClose={() => setShown(undefined)} /> : null}
    </>
  )
}
