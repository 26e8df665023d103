import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Account } from './plugins/auth.ts'
import { ProblemError } from './problems.ts'
import { CURRENT_VERSION } from './version.ts'

const MAC_BYTES = 16
const LIFETIME_SECONDS = 72 * 3600

/** What a cursor belongs to. The account and the operation make it ours; the filter makes it this list's. */
export interface CursorScope {
  account: Pick<Account, 'organisation_id' | 'dataset'>
  operationId: string
  /** Every parameter that decides what is in the list and in which order. */
  filter: Record<string, unknown>
}

export interface CursorState {
  as_of: string
  /** The sort key of the last entry of the page before. */
  after: (string | number)[]
}

/**
 * Cursors are signed, so that nobody can make one, and bound to their list, so that a page never continues another one.
 * They grant nothing: each page is authorised and filtered like the first.
 */
export function cursorCodec(secret: string, now: () => number = Date.now) {
  const sign = (payload: Buffer) =>
    createHmac('sha256', secret).update(payload).digest().subarray(0, MAC_BYTES)

  return {
    encode(scope: CursorScope, state: CursorState): string {
      const payload = Buffer.from(
        JSON.stringify([owner(scope), content(scope), Math.floor(now() / 1000), state.as_of, ...state.after]),
      )
      return Buffer.concat([sign(payload), payload]).toString('base64url')
    },

    /** The same place of the same list for another organisation. Only for cursors this process has just made or kept. */
    reissue(cursor: string, scope: Pick<CursorScope, 'account' | 'operationId'>): string {
      const payload = Buffer.from(cursor, 'base64url').subarray(MAC_BYTES)
      const [, ...rest] = JSON.parse(payload.toString()) as [string, ...(string | number)[]]
      const own = Buffer.from(JSON.stringify([owner(scope), ...rest]))
      return Buffer.concat([sign(own), own]).toString('base64url')
    },

    /** Throws the problem that fits: not ours, too old, or made for another filter. */
    decode(scope: CursorScope, cursor: string): CursorState {
      const bytes = /^[A-Za-z0-9_-]+$/.test(cursor) ? Buffer.from(cursor, 'base64url') : Buffer.alloc(0)
      const payload = bytes.subarray(MAC_BYTES)
      if (payload.length === 0 || bytes.toString('base64url') !== cursor) throw invalid()
      if (!timingSafeEqual(sign(payload), bytes.subarray(0, MAC_BYTES))) throw invalid()
      const [madeBy, madeFor, at, asOf, ...after] = JSON.parse(payload.toString()) as [
        string,
        string,
        number,
        string,
        ...(string | number)[],
      ]
      if (madeBy !== owner(scope)) throw invalid()
      if (at + LIFETIME_SECONDS < now() / 1000)
        throw refusal('cursor_expired', 'The cursor is older than 72 hours.')
      if (madeFor !== content(scope)) {
        throw refusal(
          'cursor_filter_mismatch',
          'The cursor was made with other parameters than those of this request.',
        )
      }
      return { as_of: asOf, after }
    },
  }
}
export type CursorCodec = ReturnType<typeof cursorCodec>

function owner({ account, operationId }: Pick<CursorScope, 'account' | 'operationId'>): string {
  return digest([account.organisation_id, account.dataset, operationId])
}

function content({ filter }: CursorScope): string {
  const entries = Object.entries(filter)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, Array.isArray(value) ? [...value].sort() : value])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
  return digest([CURRENT_VERSION, entries])
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 16)
}

function invalid(): ProblemError {
  return refusal('invalid_cursor', 'The cursor was not made by this API for this request, or it was altered.')
}

function refusal(code: 'invalid_cursor' | 'cursor_expired' | 'cursor_filter_mismatch', detail: string) {
  return ProblemError.parameter('cursor', detail, { code })
}
