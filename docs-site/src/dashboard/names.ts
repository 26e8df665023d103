'use client'

import { useMemo } from 'react'
import { useLive } from './live.ts'
import { useSession } from './session.tsx'

const SELDOM_MS = 60_000

/** Names of keys, service accounts and people by their ids, as far as the role may read them. */
export function useNames() {
  const { api, can } = useSession()
  const live = useLive(
    'names',
    async (signal) => {
      const [keys, accounts, members] = await Promise.all([
        can('keys:read') ? api.all<'listKeys'>('/v1/keys', {}, { signal }) : undefined,
        can('keys:read') ? api.all<'listServiceAccounts'>('/v1/service-accounts', {}, { signal }) : undefined,
        can('members:read') ? api.all<'listMembers'>('/v1/members', {}, { signal }) : undefined,
      ])
      return {
        hasEveryKey: keys?.is_cut === false,
        programs: [
          ...(keys?.entries ?? []).map(({ id, name, last_four }) => ({ id, name: `${name} …${last_four}` })),
          ...(accounts?.entries ?? []).map(({ id, name }) => ({ id, name })),
        ],
        people: (members?.entries ?? []).flatMap(({ user_id, email }) =>
          user_id === null ? [] : [{ id: user_id, name: email }],
        ),
      }
    },
    { everyMs: SELDOM_MS },
  )
  const known = live.data
  const names = useMemo(
    () => new Map([...(known?.programs ?? []), ...(known?.people ?? [])].map(({ id, name }) => [id, name])),
    [known],
  )
  return {
    programs: known?.programs ?? [],
    people: known?.people ?? [],
    nameOf: (id: string) => names.get(id) ?? (known?.hasEveryKey ? nameOfUnlisted(id) : id),
  }
}

/** Keys of the explorer live for minutes and are in no list. */
function nameOfUnlisted(id: string): string {
  return id.startsWith('key_') ? `Explorer key …${id.slice(-4)}` : id
}
