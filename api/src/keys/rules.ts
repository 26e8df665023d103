import { isIP } from 'node:net'
import { defaultScopes, grants, type Scope, scopes, scopesOfRole } from '@sec-latent/core/accounts/scopes'
import type { ApiKey } from '@sec-latent/core/accounts/store'
import type { Account } from '../plugins/auth.ts'
import { type ProblemDetail, ProblemError } from '../problems.ts'

/** What only an owner has of all roles. */
const OWNER_SCOPES = scopes.filter((scope) => !scopesOfRole.admin.includes(scope))

/** Keys are managed by people and by admin keys: what a program reads data with must not be able to make more of itself. */
export function requireKeyManager(account: Account): void {
  if (account.actor.type !== 'key' || account.mode === 'admin') return
  throw new ProblemError('insufficient_scope', {
    detail: 'Keys are managed with an admin key (slp_adm_…) or by somebody who is signed in.',
    extensions: { required: ['keys:admin'], granted: account.scopes },
  })
}

/** The scopes of a new key: those asked for, or of those that every key gets as many as its maker has. */
export function scopesFor(account: Account, asked: readonly string[] | undefined): string[] {
  if (asked !== undefined) return requireGrantable(account, asked)
  return defaultScopes.filter((scope) => grants(account.scopes, scope))
}

/** Refuses scopes that do not exist, and those the caller does not have. */
export function requireGrantable(account: Account, asked: readonly string[]): string[] {
  const errors: ProblemDetail[] = []
  asked.forEach((scope, index) => {
    if (expand(scope).length > 0) return
    errors.push({
      pointer: `/scopes/${index}`,
      code: 'invalid_field',
      detail: `${JSON.stringify(scope)} is not a scope.`,
      allowed: [...scopes],
    })
  })
  if (errors.length > 0) throw new ProblemError('invalid_field', { errors })
  requireHeld(account, asked)
  return [...asked]
}

/** Nobody hands out, or takes over, more than they have. */
export function requireHeld(account: Account, asked: readonly string[]): void {
  const missing = asked.flatMap(expand).filter((scope) => !grants(account.scopes, scope))
  if (missing.length === 0) return
  throw new ProblemError('insufficient_scope', {
    detail: 'A key cannot be given scopes that its maker does not have.',
    extensions: { required: [...new Set(missing)], granted: account.scopes },
  })
}

/** A key that never expires is for owners to make. */
export function requireExpiry(account: Account, days: number | null | undefined): void {
  if (days !== null || OWNER_SCOPES.every((scope) => grants(account.scopes, scope))) return
  throw new ProblemError('role_required', { detail: 'Only an owner may make a key that never expires.' })
}

/** Refuses what is not an address or a network in CIDR notation. */
export function requireCidrs(cidrs: readonly string[] | undefined): void {
  const errors: ProblemDetail[] = []
  cidrs?.forEach((cidr, index) => {
    if (isCidr(cidr)) return
    errors.push({
      pointer: `/allowed_cidrs/${index}`,
      code: 'invalid_field',
      detail: `${JSON.stringify(cidr)} is not a network such as 203.0.113.0/24 or 2001:db8::/32.`,
    })
  })
  if (errors.length > 0) throw new ProblemError('invalid_field', { errors })
}

/** A key that was revoked stays as it is. */
export function requireNotRevoked(key: ApiKey): void {
  if (key.revoked_at !== null)
    throw new ProblemError('key_revoked', { detail: 'The key was revoked and cannot be changed any more.' })
}

function expand(scope: string): Scope[] {
  if (!scope.endsWith(':*')) return scopes.filter((known) => known === scope)
  return scopes.filter((known) => known.startsWith(scope.slice(0, -1)))
}

function isCidr(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const family = isIP(address)
  if (family === 0 || more.length > 0 || address.includes('%')) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 6 ? 128 : 32))
}
