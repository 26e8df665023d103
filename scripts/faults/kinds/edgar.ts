import type { Fault } from '../../../workers/src/edgar-mirror/faults.ts'
import type { Random } from '../../invariants/random.ts'
import type { FaultKind } from '../fault.ts'

const SUBMISSIONS = '/Archives/edgar/data/*'

/** So many requests for what `path` names go wrong. */
function scripted(
  name: string,
  make: (random: Random) => Fault,
  { count = 3, path = SUBMISSIONS, fault = 'F8', weight = 1 } = {},
): FaultKind {
  return {
    fault,
    name: `EDGAR: ${name}`,
    part: 'edgar',
    resource: 'edgar',
    weight,
    holdMs: [500, 2_000],
    async inject({ edgar }, random) {
      await edgar.script([{ ...make(random), path, count }])
      return undefined
    },
  }
}

const FEED = '/cgi-bin/browse-edgar*'

export const edgarFaults: FaultKind[] = [
  scripted('503', () => ({ kind: 'status', status: 503 }), { weight: 2 }),
  scripted('500', () => ({ kind: 'status', status: 500 })),
  scripted('429, which pauses everybody', () => ({ kind: 'status', status: 429 }), { count: 1 }),
  scripted('403 to an undeclared tool, which pauses everybody', () => ({ kind: 'undeclared_page' }), {
    count: 1,
  }),
  scripted('the page about the request rate with status 200', () => ({ kind: 'threshold_page' }), {
    count: 1,
  }),
  scripted('an HTML error with status 200', () => ({ kind: 'html' })),
  scripted('no answer', () => ({ kind: 'hang' }), { count: 1 }),
  scripted('a body that stops', (random) => ({ kind: 'hang_body', at: random.below(200) }), { count: 1 }),
  scripted('a few bytes a second', () => ({ kind: 'drip', bytes_per_second: 60 }), { count: 1 }),
  scripted('reset before the answer', () => ({ kind: 'reset' })),
  scripted('reset within the body', (random) => ({ kind: 'reset_body', at: random.below(300) })),
  scripted('cut off', (random) => ({ kind: 'truncate', at: random.below(400) }), { weight: 2 }),
  scripted('too short, in good order', (random) => ({ kind: 'truncate_silently', at: random.below(700) }), {
    weight: 2,
  }),
  scripted('a wrong Content-Length', (random) => ({ kind: 'wrong_length', by: 1 + random.below(500) })),
  scripted('broken gzip', () => ({ kind: 'bad_gzip' })),
  scripted('gzip without its end', () => ({ kind: 'gzip_without_trailer' })),
  scripted('slow', () => ({ kind: 'delay', ms: 4_000 })),
  scripted('a redirect elsewhere', () => ({ kind: 'redirect', to: 'https://www.example.com/' }), {
    count: 1,
  }),
  scripted('a missing file for a moment', () => ({ kind: 'missing_key' }), { count: 2 }),
  scripted('a stale feed', () => ({ kind: 'stale_index' }), { path: FEED }),
  scripted('a feed that names everything twice', () => ({ kind: 'duplicate_index' }), {
    path: FEED,
    fault: 'F12',
  }),
  scripted('a feed out of order', () => ({ kind: 'shuffled_index' }), { path: FEED, fault: 'F12' }),
  scripted('broken lines in the feed', () => ({ kind: 'bad_index_lines' }), { path: FEED }),
  scripted('a feed that fails', () => ({ kind: 'status', status: 503 }), { path: FEED }),
  {
    fault: 'F8',
    name: 'EDGAR: nothing listens',
    part: 'edgar',
    resource: 'edgar-network',
    weight: 1,
    holdMs: [2_000, 6_000],
    async inject({ cluster }) {
      const proxy = cluster.proxies.get('edgar')
      await proxy?.down()
      return async () => void (await proxy?.up())
    },
  },
]
