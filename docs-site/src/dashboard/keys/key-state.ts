import type { Key } from '../types.ts'

const DAY_MS = 86_400_000
/** Time to make another one before programs stop. */
const SOON_MS = 7 * DAY_MS

export type KeyState = 'active' | 'expires_soon' | 'expired' | 'revoked' | 'resting'

type Dated = Pick<Key, 'revoked_at' | 'disabled_at' | 'expires_at'>

export function stateOf(key: Dated, now: number): KeyState {
  if (key.revoked_at) return 'revoked'
  const left = key.expires_at ? Date.parse(key.expires_at) - now : Number.POSITIVE_INFINITY
  if (left <= 0) return 'expired'
  if (key.disabled_at) return 'resting'
  return left < SOON_MS ? 'expires_soon' : 'active'
}

/** Keys that work or can work again come first, the latest of each kind on top; what has ended is at the end. */
export function inOrder<K extends Dated>(keys: readonly K[], now: number): K[] {
  const isOver = (key: K) => ['expired', 'revoked'].includes(stateOf(key, now))
  return [...keys.filter((key) => !isOver(key)), ...keys.filter(isOver)]
}

/** The older secret while a key is rotated: until when it works, or that it waits for the first use of the new one. */
export function overlapOf(
  key: Pick<Key, 'secrets'>,
): { last_four: string; until: string | null } | undefined {
  const [, older] = key.secrets
  return older ? { last_four: older.last_four, until: older.expires_at } : undefined
}

/** Networks as somebody types them: one a line, or with commas or spaces between. */
export function parseCidrs(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).filter((part) => part !== ''))]
}
