/** What a scope lets a key do, in a sentence, in the order in which they are offered. */
export const scopeTexts: Readonly<Record<string, string>> = {
  'entities:read': 'Companies, their names and tickers',
  'filings:read': 'Filings, documents, texts, sections and tables',
  'facts:read': 'Reported numbers, statements and ratios',
  'search:read': 'Search in the texts of filings',
  'ownership:read': 'Insider trades, holdings and beneficial ownership',
  'signals:read': 'Signals and their evidence',
  'evidence:verify': 'Check a quote against the stored text',
  'coverage:read': 'What is covered, and why a list is empty',
  'changes:read': 'The feed of changes and the stream',
  'usage:read': 'Usage and the request log',
  'keys:read': 'See which keys there are',
  'keys:admin': 'Create, rotate and revoke keys (admin keys only)',
  'webhooks:read': 'See webhook endpoints and deliveries',
  'webhooks:write': 'Create and change webhook endpoints, replay deliveries',
  'monitors:read': 'See monitors and their matches',
  'monitors:write': 'Create and change monitors',
  'exports:read': 'See and download exports',
  'exports:write': 'Create exports',
  'jobs:read': 'See jobs',
  'jobs:write': 'Cancel jobs',
  'members:read': 'See who belongs to the organisation',
  'members:admin': 'Invite and remove members, change roles',
  'billing:read': 'Plan, cost and invoices',
  'billing:admin': 'Change plan and budget',
  'audit:read': 'The audit log',
  'privacy:admin': 'Export and erase personal data',
}

/** Changes something, or reads what concerns people and money: nothing a key gets unless somebody says so. */
const SENSITIVE = /:(?:write|admin)$|^(?:members|billing|audit):/

export const dataScopes: readonly string[] = Object.keys(scopeTexts).filter((scope) => !SENSITIVE.test(scope))
export const sensitiveScopes: readonly string[] = Object.keys(scopeTexts).filter((scope) =>
  SENSITIVE.test(scope),
)

/** The scopes that grants mean: `webhooks:*` is all about webhooks. */
export function expandScopes(granted: readonly string[]): string[] {
  return Object.keys(scopeTexts).filter(
    (scope) => granted.includes(scope) || granted.includes(`${scope.slice(0, scope.indexOf(':'))}:*`),
  )
}

/** A list of scopes in a few words. */
export function summarizeScopes(granted: readonly string[]): string {
  const has = new Set(expandScopes(granted))
  const [first = ''] = has
  if (has.size === Object.keys(scopeTexts).length) return 'everything'
  if (dataScopes.every((scope) => has.has(scope))) {
    return has.size === dataScopes.length ? 'all data' : `all data and ${has.size - dataScopes.length} more`
  }
  return has.size === 1 ? first : `${has.size} scopes`
}
