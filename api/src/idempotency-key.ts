import type { FastifyRequest } from 'fastify'
import { ProblemError } from './problems.ts'

const HEADER = 'Idempotency-Key'
const VISIBLE_ASCII = /^[\x21-\x7e]{1,255}$/

/** The Idempotency-Key of a request, bare or as a quoted string. Throws `idempotency_key_invalid`. */
export function idempotencyKeyOf(request: FastifyRequest): string | undefined {
  const given = request.headers['idempotency-key']
  if (given === undefined) return undefined
  const text = String(given)
  const key = /^"(.*)"$/.exec(text)?.[1] ?? text
  if (VISIBLE_ASCII.test(key)) return key
  const detail = `${HEADER} takes 1 to 255 visible ASCII characters.`
  throw new ProblemError('idempotency_key_invalid', {
    detail,
    errors: [{ header: HEADER, code: 'idempotency_key_invalid', detail }],
  })
}
