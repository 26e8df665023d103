'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { PageLink } from '../../shell/link.tsx'
import { formatDuration, formatNumber } from '../format.ts'
import { useLive } from '../live.ts'
import { useNames } from '../names.ts'
import { useSession } from '../session.tsx'
import { Button } from '../ui/button.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { SelectField, TextField } from '../ui/field.tsx'
import { Badge, EmptyState, LiveContent, PageHead, Panel } from '../ui/page.tsx'
import { LoadOlder, useOlder } from '../ui/pager.tsx'
import { Ago } from '../ui/time.tsx'
import { programIds } from '../usage/programs.ts'
import {
  EVERYBODY,
  PROGRAMS,
  queryOf,
  type RequestFilter,
  requestIdIn,
  STATUS_GROUPS,
  type StatusGroup,
  statusTone,
} from './request-filter.ts'

const PATH = '/v1/usage/requests'
const LIVE_MS = 5_000
const ALL: RequestFilter = { status: 'any', operation: '', caller: PROGRAMS }

/** The requests of 30 days. */
export function RequestsPage({ operations }: { operations: string[] }) {
  const { api } = useSession()
  const { programs, people, nameOf } = useNames()
  const [filter, setFilter] = useState(ALL)
  const live = useLive(
    `requests ${Object.values(filter).join(' ')}`,
    async (signal) => {
      const ids = filter.caller === PROGRAMS ? await programIds(api, signal) : []
      const query = queryOf(filter, ids)
      return query
        ? { ...(await api.get<'listRequests'>(PATH, query, { signal })), query }
        : { data: [], next_cursor: null, query: {} }
    },
    { everyMs: LIVE_MS },
  )
  const older = useOlder(
    live.data,
    (cursor) => api.get<'listRequests'>(PATH, { ...live.data?.query, cursor }),
    (request) => request.request_id,
  )
  const change = (part: Partial<RequestFilter>) => {
    older.reset()
    setFilter((before) => ({ ...before, ...part }))
  }
  const isFiltered = filter.status !== 'any' || filter.operation !== '' || filter.caller !== PROGRAMS
  return (
    <>
      <PageHead
        title="Requests"
        lead="What your programs asked for in the last 30 days and how it was answered, a few seconds behind."
      />
      <FindRequest />
      <Panel
        title="Log"
        actions={
          live.readAt ? (
            <span className="d-small">
              <span className="d-live" aria-hidden="true" /> live, read <Ago at={live.readAt} />
            </span>
          ) : null
        }
      >
        <div className="d-filters">
          <SelectField
            label="Status"
            value={filter.status}
            onChange={(event) => change({ status: event.target.value as StatusGroup })}
          >
            {Object.entries(STATUS_GROUPS).map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
          <SelectField
            label="Operation"
            value={filter.operation}
            onChange={(event) => change({ operation: event.target.value })}
          >
            <option value="">any</option>
            {operations.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </SelectField>
          <SelectField
            label="Caller"
            value={filter.caller}
            onChange={(event) => change({ caller: event.target.value })}
          >
            <option value={PROGRAMS}>keys and service accounts</option>
            <option value={EVERYBODY}>everybody, this dashboard too</option>
            <Callers label="Programs" of={programs} />
            <Callers label="People" of={people} />
          </SelectField>
        </div>
        <LiveContent live={live}>
          {() =>
            older.entries.length === 0 ? (
              <EmptyState title={isFiltered ? 'No such request in 30 days.' : 'No request in 30 days.'}>
                <p>The next one shows here within seconds, without a reload.</p>
              </EmptyState>
            ) : (
              <DataTable
                caption="Requests"
                isDense
                entries={older.entries}
                keyOf={(request) => request.request_id}
                columns={[
                  {
                    name: 'Status',
                    cell: ({ status }) => <Badge tone={statusTone(status)}>{status}</Badge>,
                  },
                  {
                    name: 'Request',
                    cell: ({ request_id, method, path }) => (
                      <PageLink className="d-link d-path" href={`/dashboard/requests/${request_id}`}>
                        {method} {path}
                      </PageLink>
                    ),
                  },
                  { name: 'Operation', cell: ({ operation_id }) => operation_id },
                  { name: 'Caller', cell: ({ key_id }) => nameOf(key_id) },
                  { name: 'Took', isNumber: true, cell: ({ duration_us }) => formatDuration(duration_us) },
                  { name: 'Units', isNumber: true, cell: ({ units }) => formatNumber(units) },
                  { name: 'When', cell: ({ answered_at }) => <Ago at={answered_at} /> },
                ]}
              />
            )
          }
        </LiveContent>
        <LoadOlder older={older} />
      </Panel>
    </>
  )
}

function Callers({ label, of }: { label: string; of: { id: string; name: string }[] }) {
  if (of.length === 0) return null
  return (
    <optgroup label={label}>
      {of.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </optgroup>
  )
}

/** From the id in a log or a message to the request itself. */
function FindRequest() {
  const router = useRouter()
  const [text, setText] = useState('')
  const [fault, setFault] = useState<string>()
  function submit(event: FormEvent) {
    event.preventDefault()
    const id = requestIdIn(text)
    setFault(id ? undefined : 'An id is req_ and 26 letters and digits, as in the Request-Id of an answer.')
    if (id) router.push(`/dashboard/requests/${id}`)
  }
  return (
    <form className="d-find" onSubmit={submit} noValidate>
      <TextField
        label="Find by request id"
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder="req_…"
        maxLength={1_000}
        autoComplete="off"
        spellCheck={false}
        fault={fault}
      />
      <Button type="submit">Find</Button>
    </form>
  )
}
