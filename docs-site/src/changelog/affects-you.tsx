'use client'

import { useEffect, useState } from 'react'
import { isMarkedSignedIn } from '../shell/session.ts'
import { portalConfig } from '../use-portal-config.ts'

const PATIENCE_MS = 10_000

/** Requests of the last 30 days by operation, of the organisation of whoever is signed in. */
async function usageOf(operations: string[]): Promise<Map<string, number>> {
  const query = new URLSearchParams({
    granularity: 'month',
    group_by: 'operation',
    operation_id: operations.join(','),
    limit: '500',
  })
  const answer = await fetch(`${portalConfig().api_url}/v1/usage?${query}`, {
    credentials: 'include',
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  if (!answer.ok) throw new Error(`the usage answered ${answer.status}`)
  const { data } = (await answer.json()) as { data: { operation_id: string | null; requests: number }[] }
  const counts = new Map<string, number>()
  for (const { operation_id: id, requests } of data) {
    if (id !== null && requests > 0) counts.set(id, (counts.get(id) ?? 0) + requests)
  }
  return counts
}

/** Says to somebody who is signed in which of the changed operations their programs call. */
export function AffectsYou({ operations }: { operations: string[] }) {
  const [used, setUsed] = useState<Map<string, number>>()
  useEffect(() => {
    if (operations.length === 0 || !isMarkedSignedIn()) return
    let wanted = true
    usageOf(operations).then(
      (counts) => wanted && setUsed(counts),
      // The entry reads the same without it.
      () => {},
    )
    return () => {
      wanted = false
    }
  }, [operations])
  if (!used || used.size === 0) return null
  const calls = [...used].map(([id, requests]) => `${id} (${requests.toLocaleString('en')})`)
  return (
    <p className="changelog-affects">
      <strong>Affects you:</strong> in the last 30 days your organisation called {calls.join(', ')}.
    </p>
  )
}
