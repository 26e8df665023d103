/** Every scope a route can ask for, as `resource:action`. A grant may also be `resource:*`. */
export const scopes = [
  'entities:read',
  'filings:read',
  'facts:read',
  'search:read',
  'ownership:read',
  'signals:read',
  'evidence:verify',
  'coverage:read',
  'changes:read',
  'keys:read',
  'keys:admin',
  'members:read',
  'members:admin',
  'usage:read',
  'billing:read',
  'billing:admin',
  'webhooks:read',
  'webhooks:write',
  'monitors:read',
  'monitors:write',
  'exports:read',
  'exports:write',
  'jobs:read',
  'jobs:write',
  'audit:read',
  'privacy:admin',
] as const

export type Scope = (typeof scopes)[number]

/** What a key may not do unless its maker says so: change things, or read what concerns people and money. */
const SENSITIVE = /:(?:write|admin)$|^(?:members|billing|audit):/

/** The scopes a key gets when its maker names none: everything that reads data. */
export const defaultScopes: readonly Scope[] = scopes.filter((scope) => !SENSITIVE.test(scope))

/** People of an organisation, from the one who may do everything to the one who may only look. */
export const roles = ['owner', 'admin', 'developer', 'viewer'] as const
export type Role = (typeof roles)[number]

const DEVELOPER = scopes.filter((scope) => !/^(?:members|billing|audit|privacy):/.test(scope))
/** What somebody who is signed in may do, by role. */
export const scopesOfRole: Record<Role, readonly Scope[]> = {
  owner: scopes,
  admin: scopes.filter((scope) => scope !== 'billing:admin' && scope !== 'privacy:admin'),
  developer: [...DEVELOPER, 'members:read'],
  viewer: scopes.filter(
    (scope) => scope.endsWith(':read') && scope !== 'audit:read' && scope !== 'billing:read',
  ),
}

/** True when the granted scopes include the one required, by name or as `resource:*`. */
export function grants(granted: readonly string[], required: Scope): boolean {
  return granted.includes(required) || granted.includes(`${required.slice(0, required.indexOf(':'))}:*`)
}
