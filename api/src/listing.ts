import type { View } from '@sec-latent/core/knowledge-time'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { CursorCodec } from './cursor.ts'
import { formatInstant, parseInstant } from './instants.ts'
import type { Account } from './plugins/auth.ts'
import { ProblemError } from './problems.ts'
import type { Coverage } from './schemas.ts'

/** The account of a request to a route that needs a key. */
export function accountOf(request: FastifyRequest): Account {
  if (!request.account) throw new ProblemError('missing_key')
  return request.account
}

/** The world and the moment a request is answered for; says so in `Latent-As-Of`. */
export function viewOf(request: FastifyRequest, reply: FastifyReply, asOf: string | undefined): View {
  const as_of = momentOf(asOf)
  reply.header('latent-as-of', as_of)
  return { dataset: accountOf(request).dataset, as_of }
}

/** The moment asked about. One in the future is refused: its answer could still change. */
export function momentOf(asOf: string | undefined): string {
  const now = Date.now()
  if (asOf === undefined) return formatInstant(now)
  const asked = parseInstant(asOf)
  if (asked === undefined) throw ProblemError.parameter('as_of', 'as_of is not a moment.')
  if (asked > now)
    throw ProblemError.parameter('as_of', `as_of must not be in the future; it is ${formatInstant(now)}.`)
  return formatInstant(asked)
}

export interface PageRequest {
  view: View
  /** One more than the page holds: the extra entry tells whether there is another page. */
  limit: number
  /** The sort key of the last entry of the page before. */
  after: (string | number)[] | undefined
  /** Makes the envelope out of the rows that were read. */
  finish<R>(rows: R[], keyOf: (row: R) => (string | number)[]): Page<R>
  /** Makes the envelope of a page that a search ended by itself: full or not, `next` is where the next one goes on. */
  finishAt<R>(data: R[], next: (string | number)[] | undefined): Page<R>
}

export interface Page<R> {
  object: 'list'
  data: R[]
  has_more: boolean
  next_cursor: string | null
  as_of: string
}

interface PageQuery {
  limit?: number
  cursor?: string
  as_of?: string
  include?: unknown
}

/** Reads limit, cursor and as_of of a list. The moment of the first page holds for all that follow. */
export function pageOf(
  request: FastifyRequest,
  reply: FastifyReply,
  query: PageQuery,
  cursors: CursorCodec,
): PageRequest {
  const account = accountOf(request)
  const { limit = 50, cursor, include: _, ...filter } = query
  const path = request.params as Record<string, unknown>
  const scope = {
    account,
    operationId: request.routeOptions.schema?.operationId ?? '',
    filter: { ...filter, ...path },
  }
  const state = cursor === undefined ? undefined : cursors.decode(scope, cursor)
  const view = { dataset: account.dataset, as_of: state?.as_of ?? momentOf(query.as_of) }
  reply.header('latent-as-of', view.as_of)
  return {
    view,
    limit: limit + 1,
    after: state?.after,
    finish(rows, keyOf) {
      const data = rows.slice(0, limit)
      const last = rows.length > limit ? data.at(-1) : undefined
      return finishAt(data, last && keyOf(last))
    },
    finishAt,
  }

  function finishAt<R>(data: R[], next: (string | number)[] | undefined): Page<R> {
    const next_cursor = next === undefined ? null : cursors.encode(scope, { as_of: view.as_of, after: next })
    if (next_cursor !== null) reply.header('link', `<${withCursor(request.url, next_cursor)}>; rel="next"`)
    return { object: 'list', data, has_more: next_cursor !== null, next_cursor, as_of: view.as_of }
  }
}

/** The address of a request with another cursor, relative to the host (RFC 8288 allows it, and proxies change hosts). */
function withCursor(url: string, cursor: string): string {
  const [path = '', query = ''] = url.split('?', 2)
  const parameters = new URLSearchParams(query)
  parameters.set('cursor', cursor)
  return `${path}?${parameters}`
}

/** A list that is always complete in one answer. */
export function wholeList<R>(view: View, data: R[], coverage: Coverage) {
  return { object: 'list' as const, data, has_more: false, next_cursor: null, as_of: view.as_of, coverage }
}

/** The four bounds of a field out of a query, or `undefined` when none is given. */
export function rangeOf<N extends string>(
  query: { [K in `${N}_${'gte' | 'gt' | 'lte' | 'lt'}`]?: string },
  field: N,
): { gte?: string; gt?: string; lte?: string; lt?: string } | undefined {
  const bounds = query as Record<string, string | undefined>
  const range = {
    gte: bounds[`${field}_gte`],
    gt: bounds[`${field}_gt`],
    lte: bounds[`${field}_lte`],
    lt: bounds[`${field}_lt`],
  }
  return Object.values(range).some((bound) => bound !== undefined) ? range : undefined
}
