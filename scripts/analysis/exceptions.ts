import type { RuleName } from './rules.ts'

export interface Exception {
  rule: RuleName
  /** A file; or a folder, with a slash behind it, that is the one place for this. */
  path: string
  /** How often the rule may find something there: one more must be looked at. */
  times: number | 'always'
  why: string
}

const outbound = (path: string, why: string): Exception => ({ rule: 'bare-fetch', path, times: 1, why })
const listens = (path: string, why: string): Exception => ({ rule: 'bare-request', path, times: 1, why })
const ownHash = (path: string, times: number, why: string): Exception => ({
  rule: 'early-compare',
  path,
  times,
  why,
})
const ownPattern = (path: string, times: number, why: string): Exception => ({
  rule: 'dynamic-regex',
  path,
  times,
  why,
})
const jitter = (path: string): Exception => ({
  rule: 'weak-random',
  path,
  times: 1,
  why: 'spreads waits or samples; nothing secret rests on it',
})

const PUBLIC_HASH = 'the hash of text that is public; nobody gains by guessing it'
const CHAIN_HASH = 'hashes of a chain that its reader holds and recomputes; nothing about them is secret'
const NAME_ESCAPED = 'constants of the same file, and a name out of the filing, escaped'
const OWN_WORDS = 'put together from constants of the same file'

/** What the rules find and is right all the same. Each line was looked at; an exception that excuses nothing is an error. */
export const EXCEPTIONS: Exception[] = [
  outbound(
    'api/src/secret-scanning/public-keys.ts',
    'one fixed address; time and size bounded, no redirects',
  ),
  outbound('core/src/claude/client.ts', 'inside the client of Claude, which bounds time and cost'),
  outbound('core/src/evidence/verify.ts', 'a parameter of that name, not the global one'),
  outbound('workers/src/autoscaler/prometheus.ts', 'the address of the operator; time bounded, no redirects'),
  outbound('workers/src/autoscaler/railway.ts', 'the address of the platform; time bounded, no redirects'),
  outbound('docs-site/src/status/monitor.ts', 'the API of the operator, by a setting; time bounded'),
  outbound(
    'sdk/mcp/src/remote-docs.ts',
    'the portal the user configured; time and size bounded, no redirects',
  ),
  outbound('sdk/src/transport.ts', 'the one transport of the SDK, which bounds time and retries'),
  outbound('docs-site/src/changelog/affects-you.tsx', 'in the browser, to the API of this portal'),
  outbound('docs-site/src/dashboard/api.ts', 'in the browser, to the API of this portal'),
  outbound('docs-site/src/explorer/credentials.ts', 'in the browser, to the API of this portal'),
  {
    rule: 'bare-fetch',
    path: 'docs-site/src/explorer/send.ts',
    times: 2,
    why: 'in the browser, to the API of this portal',
  },
  outbound('docs-site/src/shell/account-link.tsx', 'in the browser, to the API of this portal'),
  outbound('docs-site/src/shell/docs/copy-markdown.tsx', 'in the browser, to this portal itself'),
  outbound('docs-site/src/shell/search-dialog.tsx', 'in the browser, to this portal itself'),

  listens('api/src/front/server.ts', 'listens, and calls nobody'),
  listens('api/src/service/metrics-server.ts', 'listens, and calls nobody'),
  listens('workers/src/serve-health.ts', 'listens, and calls nobody'),
  listens('sdk/src/loopback-server.ts', 'listens on the loopback address for tests of customers'),
  listens('api/src/keys/rules.ts', 'tells addresses from names; opens no connection'),
  listens('api/src/plugins/auth.ts', 'tells addresses from names; opens no connection'),
  listens('core/src/egress/address.ts', 'tells addresses from names; opens no connection'),
  listens('core/src/egress/rules.ts', 'tells addresses from names; opens no connection'),
  { rule: 'bare-request', path: 'core/src/egress/client.ts', times: 2, why: 'the guarded client itself' },
  { rule: 'bare-request', path: 'core/src/egress/connect.ts', times: 2, why: 'the guarded client itself' },
  {
    rule: 'bare-request',
    path: 'core/src/edgar/',
    times: 'always',
    why: 'the client of EDGAR, the only code that calls it: hosts of a setting, time and size bounded',
  },
  listens('core/src/error-reports/sentry.ts', 'the address of a setting of the operator; time bounded'),
  listens('workers/src/restore-drill-main.ts', 'listens for a moment to find a free port of this machine'),
  {
    rule: 'bare-request',
    path: 'core/src/recovery/redis-snapshot.ts',
    times: 2,
    why: 'the Redis of a setting, for its snapshot',
  },
  listens('workers/src/gauges/certificates.ts', 'reads the certificates of our own addresses, sends nothing'),

  {
    rule: 'template-sql',
    path: 'core/src/migrate.ts',
    times: 4,
    why: 'runs the files of core/migrations; the name of an index comes out of them too, a time is a constant',
  },
  {
    rule: 'template-sql',
    path: 'core/src/privacy/erase.ts',
    times: 1,
    why: 'the type of a column, out of the catalogue of Postgres and matched against a list',
  },

  jitter('api/src/cache/make-answer.ts'),
  jitter('api/src/plugins/rate-limit.ts'),
  jitter('core/src/edgar/throttle.ts'),
  jitter('core/src/migrate.ts'),
  jitter('core/src/webhooks/dispatch-store.ts'),
  jitter('docs-site/src/dashboard/live.ts'),
  jitter('sdk/src/stream.ts'),
  jitter('sdk/src/transport.ts'),

  ownHash(
    'core/src/accounts/unkey/unkey-key-provider.ts',
    1,
    'two rows of one list are told apart by identity; no text is compared',
  ),
  ownHash('core/src/audit/chain.ts', 4, CHAIN_HASH),
  ownHash('core/src/audit/verify-export.ts', 3, CHAIN_HASH),
  ownHash('docs-site/src/dashboard/audit/check-export.ts', 4, CHAIN_HASH),
  ownHash('core/src/claude/prompt-lock.ts', 1, PUBLIC_HASH),
  ownHash('core/src/search/word-numbers.ts', 1, PUBLIC_HASH),
  ownHash('core/src/signals/document-words.ts', 2, PUBLIC_HASH),
  ownHash('core/src/signals/text-change/anchors.ts', 1, PUBLIC_HASH),
  ownHash('core/src/signals/text-change/phrases.ts', 1, PUBLIC_HASH),

  {
    rule: 'child-process',
    path: 'core/src/metering/epoch-lock.ts',
    times: 1,
    why: 'ps with fixed arguments and a number',
  },
  {
    rule: 'child-process',
    path: 'core/src/recovery/postgres-programs.ts',
    times: 1,
    why: 'programs of Postgres, without a shell, for the operator',
  },
  {
    rule: 'child-process',
    path: 'core/src/recovery/restore.ts',
    times: 1,
    why: 'programs of Postgres, without a shell, for the operator',
  },
  {
    rule: 'child-process',
    path: 'workers/src/queue/isolation.ts',
    times: 1,
    why: 'its own program again, without a shell, so that a poisoned job dies alone',
  },
  { rule: 'child-process', path: 'docs-site/build.mjs', times: 1, why: 'builds the portal' },
  {
    rule: 'child-process',
    path: 'docs-site/source.config.ts',
    times: 1,
    why: 'asks git for dates while the portal is built',
  },

  {
    rule: 'raw-html',
    path: 'docs-site/src/shell/code-block.tsx',
    times: 1,
    why: 'what the highlighter made, which escapes the code it is given',
  },
  {
    rule: 'unverified-tls',
    path: 'workers/src/gauges/certificates.ts',
    times: 1,
    why: 'reads until when a certificate is valid, also when it is not; nothing is sent',
  },
  {
    rule: 'prototype-write',
    path: 'api/src/plugins/json-body.ts',
    times: 1,
    why: 'refuses bodies that use the name',
  },

  ownPattern('api/src/entities/resolve.ts', 1, 'the pattern of the contract'),
  ownPattern('api/src/plugins/refuse-at-once.ts', 1, 'addresses of our own routes, escaped'),
  ownPattern('core/src/beneficial-ownership/person-page.ts', 2, OWN_WORDS),
  ownPattern('core/src/claude/hostile-text.ts', 1, OWN_WORDS),
  ownPattern('core/src/filings/amendment.ts', 1, OWN_WORDS),
  ownPattern('core/src/logs/mask.ts', 1, OWN_WORDS),
  ownPattern('core/src/recovery/backup-store.ts', 1, 'the name of an element, from our own code'),
  ownPattern('core/src/signals/events/departure-reading.ts', 3, NAME_ESCAPED),
  ownPattern('core/src/signals/events/departures.ts', 1, NAME_ESCAPED),
  ownPattern('core/src/signals/filing-behaviour/reverse-split.ts', 3, OWN_WORDS),
  ownPattern('core/src/signals/network/supplier-mentions.ts', 1, OWN_WORDS),
  ownPattern('core/src/signals/ownership/schedules.ts', 1, 'the digits of a number'),
  ownPattern('core/src/signals/text-change/corpus-universe.ts', 1, OWN_WORDS),
  ownPattern('core/src/subsidiaries/read-subsidiaries.ts', 2, OWN_WORDS),
  ownPattern('docs-site/src/explorer/body-check.ts', 1, 'the patterns of the contract'),
  ownPattern('sdk/src/testing.ts', 1, 'routes a customer writes into a test, escaped'),
]
