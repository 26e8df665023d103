'use client'

import { formatDay, formatInstant } from '../format.ts'
import type { Key } from '../types.ts'
import { Button } from '../ui/button.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { Badge } from '../ui/page.tsx'
import { Ago, useNow } from '../ui/time.tsx'
import { inOrder, overlapOf, stateOf } from './key-state.ts'
import { expandScopes, summarizeScopes } from './scopes.ts'

interface Props {
  keys: Key[]
  canChange: boolean
  onEdit: (key: Key) => void
  onRotate: (key: Key) => void
  onRevoke: (key: Key) => void
}

export function KeyList({ keys, canChange, onEdit, onRotate, onRevoke }: Props) {
  const now = useNow()
  return (
    <DataTable
      caption="API keys"
      entries={inOrder(keys, now)}
      keyOf={(key) => key.id}
      columns={[
        {
          name: 'Key',
          cell: (key) => (
            <>
              <strong>{key.name}</strong>
              <br />
              <code className="d-small">
                {key.start}…{key.last_four}
              </code>
              <Overlap of={key} />
            </>
          ),
        },
        {
          name: 'Mode',
          cell: (key) => <Badge tone={key.mode === 'admin' ? 'warning' : 'neutral'}>{key.mode}</Badge>,
        },
        { name: 'State', cell: (key) => <State of={key} now={now} /> },
        {
          name: 'Scopes',
          cell: (key) => (
            <span title={expandScopes(key.scopes).join(', ')}>{summarizeScopes(key.scopes)}</span>
          ),
        },
        {
          name: 'Networks',
          cell: (key) =>
            key.allowed_cidrs.length === 0 ? (
              'any'
            ) : (
              <span className="d-mono">{key.allowed_cidrs.join(', ')}</span>
            ),
        },
        { name: 'Last used', cell: (key) => <Ago at={key.last_used_at} /> },
        { name: 'Expires', cell: (key) => (key.expires_at ? formatDay(key.expires_at) : 'never') },
        ...(canChange
          ? [
              {
                name: 'What to do',
                cell: (key: Key) =>
                  key.revoked_at ? null : (
                    <div className="d-row d-row-tight">
                      <Button size="small" aria-label={`Rotate ${key.name}`} onClick={() => onRotate(key)}>
                        Rotate
                      </Button>
                      <Button size="small" aria-label={`Change ${key.name}`} onClick={() => onEdit(key)}>
                        Change
                      </Button>
                      <Button
                        size="small"
                        variant="danger"
                        aria-label={`Revoke ${key.name}`}
                        onClick={() => onRevoke(key)}
                      >
                        Revoke
                      </Button>
                    </div>
                  ),
              },
            ]
          : []),
      ]}
    />
  )
}

function State({ of: key, now }: { of: Key; now: number }) {
  switch (stateOf(key, now)) {
    case 'revoked':
      return (
        <Badge tone="bad">{key.revoked_reason === 'leaked' ? 'revoked: found in public' : 'revoked'}</Badge>
      )
    case 'expired':
      return <Badge tone="bad">expired</Badge>
    case 'resting':
      return (
        <Badge tone="warning">
          {key.disabled_reason === 'unused' ? 'resting: unused for a year' : 'resting'}
        </Badge>
      )
    case 'expires_soon':
      return <Badge tone="warning">expires soon</Badge>
    default:
      return <Badge tone="good">active</Badge>
  }
}

function Overlap({ of }: { of: Key }) {
  const overlap = overlapOf(of)
  if (!overlap) return null
  return (
    <p className="d-small">
      …{overlap.last_four} works on{' '}
      {overlap.until ? `until ${formatInstant(overlap.until)}` : 'until the new one is used'}
    </p>
  )
}
