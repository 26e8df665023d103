/**
 * With what the explorer asks. Keys are held in this module alone: not in storage, not in an address; they are gone with
 * the page.
 */
export type Credential =
  /** Made for whoever is signed in: 15 minutes, reading only. */
  | { kind: 'explorer'; key: string; expiresAt: number }
  /** The portal's own key of the test mode. */
  | { kind: 'test'; key: string }
  | { kind: 'typed'; key: string }
  /** The session of whoever is signed in, for their own account. */
  | { kind: 'session' }
  | { kind: 'none' }

let held: Credential | undefined
const listeners = new Set<() => void>()

export function heldCredential(): Credential | undefined {
  return held
}

export function holdCredential(credential: Credential | undefined): void {
  held = credential
  for (const listener of listeners) listener()
}

export function onCredential(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const EARLY_MS = 5_000

/** True when the key will still work for a request that is sent now. */
export function isUsable(credential: Credential | undefined, now: number): boolean {
  if (!credential) return false
  if (credential.kind === 'explorer') return now < credential.expiresAt - EARLY_MS
  return credential.kind !== 'typed' || credential.key !== ''
}

/** True for keys that see fictional companies and touch nobody's account. */
export function isTestMode(credential: Credential | undefined): boolean {
  return credential !== undefined && 'key' in credential && credential.key.startsWith('slp_test_')
}

const TIMEOUT_MS = 15_000

/** Asks the API for an explorer key, with the session. Null when nobody is signed in. Throws when it cannot be asked. */
export async function makeExplorerKey(
  apiUrl: string,
): Promise<Extract<Credential, { kind: 'explorer' }> | null> {
  const response = await fetch(`${apiUrl}/v1/explorer-keys`, {
    method: 'POST',
    credentials: 'include',
    cache: 'no-store',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  if (response.status === 401) return null
  const answer = (await response.json()) as { key?: string; expires_at?: string; detail?: string }
  if (!response.ok || !answer.key || !answer.expires_at) {
    throw new Error(answer.detail ?? `The API answered ${response.status}.`)
  }
  return { kind: 'explorer', key: answer.key, expiresAt: Date.parse(answer.expires_at) }
}
