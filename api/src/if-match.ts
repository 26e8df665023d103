import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { ProblemError } from './problems.ts'
import { CURRENT_VERSION } from './version.ts'

const TAG_BYTES = 16
const MAX_TAGS = 50
const HEADER = 'If-Match'

/**
 * The `ETag` of an object that counts its changes in a column `version`. Set it on the GET of the object
 * (`reply.header('etag', versionTag(row.id, row.version))`) and on the answers of its changes (`etag` of the effect).
 */
export function versionTag(id: string, version: number): string {
  const hash = createHash('sha256').update(`${CURRENT_VERSION}\n${id}\n${version}`)
  return `W/"${hash.digest().subarray(0, TAG_BYTES).toString('base64url')}"`
}

/**
 * Refuses a change that was decided on another version of the object than the one that is there. Call it inside the
 * transaction, after the row was read `for update`, with its current tag.
 * Throws `version_conflict` (412), and `precondition_required` (428) without If-Match where the route says `requireIfMatch`.
 * Tags are compared without their weakness: ours name a version of the object, not bytes.
 */
export function matchVersion(request: FastifyRequest, currentTag: string): void {
  const asked = request.headers['if-match']
  if (asked === undefined) {
    if (request.routeOptions.config.requireIfMatch) throw preconditionRequired()
    return
  }
  if (asked.trim() === '*') return
  const opaque = currentTag.replace(/^W\//, '')
  const matches = asked.split(',', MAX_TAGS).some((tag) => tag.trim().replace(/^W\//, '') === opaque)
  if (matches) return
  throw new ProblemError('version_conflict', {
    headers: { etag: currentTag },
    errors: [
      { header: HEADER, code: 'version_conflict', detail: `The object is at version ${currentTag} now.` },
    ],
  })
}

export function preconditionRequired(): ProblemError {
  const detail = 'The operation needs If-Match with the ETag of the object as it was read.'
  return new ProblemError('precondition_required', {
    detail,
    errors: [{ header: HEADER, code: 'precondition_required', detail }],
  })
}
