'use client'

import { PageLink } from '../../shell/link.tsx'
import { formatInstant } from '../format.ts'
import type { AuditEvent } from '../types.ts'
import { DataTable } from '../ui/data-table.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { differencesOf } from './diff.ts'

/** One event with everything that is known of it. */
export function EventDialog({
  of,
  nameOf,
  onClose,
}: {
  of: AuditEvent
  nameOf: (id: string) => string
  onClose: () => void
}) {
  const { actor, target, request_id } = of
  const differences = differencesOf(of)
  const actorName = nameOf(actor.id)
  return (
    <Dialog title={of.action} onClose={onClose}>
      <div className="d-stack">
        <dl className="d-facts">
          <dt>When</dt>
          <dd>{formatInstant(of.created_at)}</dd>
          <dt>Who</dt>
          <dd>
            {actorName} <span className="d-small">({actor.type.replaceAll('_', ' ')})</span>
            {actorName === actor.id ? null : (
              <>
                <br />
                <code className="d-small">{actor.id}</code>
              </>
            )}
          </dd>
          {actor.ip ? (
            <>
              <dt>From</dt>
              <dd>{actor.ip}</dd>
            </>
          ) : null}
          {actor.user_agent ? (
            <>
              <dt>Program</dt>
              <dd className="d-small">{actor.user_agent}</dd>
            </>
          ) : null}
          <dt>What</dt>
          <dd>
            <code className="d-small">{target.id}</code>
          </dd>
          {request_id ? (
            <>
              <dt>Request</dt>
              <dd>
                <PageLink href={`/dashboard/requests/${request_id}`}>{request_id}</PageLink>
              </dd>
            </>
          ) : null}
          <dt>Place</dt>
          <dd>
            {of.seq} <code className="d-small">{of.hash}</code>
          </dd>
        </dl>
        {of.erased ? (
          <p className="d-notice d-notice-warning">
            Some of it was about somebody who has been erased, and cannot be read any more.
          </p>
        ) : null}
        {differences.length === 0 ? (
          <p className="d-small">Nothing else is recorded with it.</p>
        ) : (
          <DataTable
            caption="What changed"
            isDense
            entries={differences}
            keyOf={({ name }) => name}
            columns={[
              { name: 'Field', cell: ({ name }) => <code>{name}</code> },
              {
                name: 'Before',
                cell: ({ before }) =>
                  before === undefined ? (
                    <span className="d-small">–</span>
                  ) : (
                    <del className="d-was">{before}</del>
                  ),
              },
              {
                name: 'After',
                cell: ({ after }) =>
                  after === undefined ? (
                    <span className="d-small">–</span>
                  ) : (
                    <ins className="d-is">{after}</ins>
                  ),
              },
            ]}
          />
        )}
      </div>
    </Dialog>
  )
}
