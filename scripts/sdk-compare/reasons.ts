import type { Reasons } from './verdict.ts'

const NO_BEHAVIOUR = {
  'openapi-fetch':
    'it has no retries, time limits, paging, streams and errors of its own, which are what the rest of ours is',
}
const LESS_PER_CALL = {
  stripe:
    'it sends by node:http, which is quicker than fetch and is in Node alone; by fetch it is far slower than ours',
  'openapi-fetch': 'it sets no time limit and makes no error, and sends no header that says what it is',
}

/** Why ours may be behind, by row. */
export const REASONS: Record<string, Reasons> = {
  'bundle-client': NO_BEHAVIOUR,
  'bundle-operation': NO_BEHAVIOUR,
  'install-size': {
    'openapi-fetch':
      'it brings no types of an API; ours has those of every operation with their documentation, for two module systems',
  },
  overhead: LESS_PER_CALL,
}
