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
  'usage:read',
] as const

export type Scope = (typeof scopes)[number]

/** The scopes a key gets when its maker names none: everything that reads. */
export const defaultScopes: readonly Scope[] = scopes

/** True when the granted scopes include the one required, by name or as `resource:*`. */
export function grants(granted: readonly string[], required: Scope): boolean {
  return granted.includes(required) || granted.includes(`${required.slice(0, required.indexOf(':'))}:*`)
}
