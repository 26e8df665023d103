import type { ApiProblem, SessionApi } from '../api.ts'
import type { LoggedRequest } from '../types.ts'

const PATH = '/v1/usage/requests'
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const TIME_CHARACTERS = 9
/** The last bits of the moment share a character with the random ones. */
const TIME_STEP_MS = 8
/** The log is some seconds behind. */
const SETTLED_MS = 60_000
const MARGIN_MS = 1_000

/** When a request came, to a few milliseconds: its id begins with the time. */
export function timeOfRequest(id: string): number {
  const characters = id.slice('req_'.length, 'req_'.length + TIME_CHARACTERS)
  return [...characters].reduce((sum, one) => sum * 32 + ALPHABET.indexOf(one), 0) * TIME_STEP_MS
}

/** Whether the log may not have it yet. */
export function isFresh(id: string, now: number): boolean {
  return Math.abs(now - timeOfRequest(id)) < SETTLED_MS
}

/**
 * A request by its id, if it is in the log. One that may not be there yet is looked for among those since: to ask for what is not
 * there is an error, and waiting for it is none.
 */
export async function findRequest(
  api: Pick<SessionApi, 'get'>,
  id: string,
  { signal, now = Date.now() }: { signal: AbortSignal; now?: number },
): Promise<LoggedRequest | undefined> {
  if (isFresh(id, now)) {
    const from = new Date(timeOfRequest(id) - MARGIN_MS).toISOString()
    const { data } = await api.get<'listRequests'>(PATH, { from, limit: 500 }, { signal })
    return data.find(({ request_id }) => request_id === id)
  }
  try {
    return await api.get<'getRequest'>(`${PATH}/${encodeURIComponent(id)}`, undefined, { signal })
  } catch (error) {
    if ((error as ApiProblem).code === 'request_not_found') return undefined
    throw error
  }
}
