import { type Role, type Scope, scopes, scopesOfRole } from '@sec-latent/core/accounts/scopes'
import { appendAuditEvent } from '@sec-latent/core/audit/store'
import { openSessionCookie, readCookie } from '@sec-latent/core/identity/cookie'
import type { Membership, Person } from '@sec-latent/core/identity/session-store'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ProblemError } from '../problems.ts'
import type { Identity } from './identity.ts'

const MAX_REASON_CHARS = 500
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** What our own people may see of a customer: the account, never a secret, and never a change. */
export const supportScopes: readonly Scope[] = [
  'keys:read',
  'members:read',
  'usage:read',
  'billing:read',
  'webhooks:read',
  'monitors:read',
  'exports:read',
  'jobs:read',
  'audit:read',
]

/** Somebody who came with a session, acting in one of their organisations. */
export interface Visitor {
  person: Person
  organisation: Pick<Membership, 'organisation_id' | 'plan' | 'spend_cap_cents' | 'organisation_disabled'>
  /** Null for support. */
  role: Role | null
  scopes: readonly Scope[]
  actor: { type: 'user' | 'support'; id: string }
}

/** The token in the session cookie of a request, if there is one that we signed. */
export function sessionTokenOf(request: FastifyRequest, identity: Identity): string | undefined {
  const cookie = readCookie(request.headers.cookie, identity.cookieName)
  return cookie === undefined ? undefined : openSessionCookie(cookie, identity.authSecret)
}

/**
 * Refuses a change that a page of somebody else could have caused: browsers add cookies by themselves, but they also say
 * which page asks. Throws `origin_not_allowed`.
 */
export function refuseForeignOrigin(request: FastifyRequest, identity: Identity): void {
  if (SAFE_METHODS.has(request.method)) return
  const { origin } = request.headers
  if (origin === identity.portalOrigin || origin === new URL(identity.publicUrl).origin) return
  throw new ProblemError('origin_not_allowed')
}

/** Who is signed in, and in which organisation they act. Throws a problem when the organisation is none of theirs. */
export async function identifyVisitor(
  request: FastifyRequest,
  identity: Identity,
): Promise<Visitor | undefined> {
  const token = sessionTokenOf(request, identity)
  let person = token === undefined ? undefined : await identity.sessions.personOf(token)
  if (token === undefined || !person) return undefined
  refuseForeignOrigin(request, identity)
  const reason = request.headers['latent-support-reason']
  if (reason !== undefined) return await asSupport(request, identity, person, reason)
  if (person.memberships.length === 0) {
    await giveOrganisation(identity, person, request.id)
    person = await identity.sessions.refresh(token)
    if (!person) return undefined
  }
  const organisation = chosenOrganisation(request, person)
  if (!organisation) throw new ProblemError('organisation_not_found')
  return {
    person,
    organisation,
    role: organisation.role,
    scopes: scopesOfRole[organisation.role],
    actor: { type: 'user', id: person.user_id },
  }
}

/** Makes an organisation for a person who has none; the first one of somebody who signed up. */
export async function giveOrganisation(identity: Identity, person: Person, requestId: string): Promise<void> {
  await identity.sessionStore.ensureOrganisation(person, async (tx, made) => {
    await appendAuditEvent(tx, {
      organisation_id: made.organisation_id,
      actor: { type: 'user', id: person.user_id },
      action: 'organisation.created',
      target_type: 'organisation',
      target_id: made.organisation_id,
      before: null,
      after: { name: made.name, plan: 'free', owner: made.member_id },
      request_id: requestId,
    })
  })
}

function chosenOrganisation(request: FastifyRequest, person: Person): Membership | undefined {
  const asked = request.headers['latent-organisation']
  if (asked !== undefined) return person.memberships.find((one) => one.organisation_id === asked)
  const active = person.memberships.find((one) => one.organisation_id === person.active_organisation_id)
  return active ?? person.memberships[0]
}

/**
 * One of our own people looks at the account of a customer: with a second factor, a reason, and a row in the customer's
 * audit log that is written before anything is shown.
 */
async function asSupport(
  request: FastifyRequest,
  identity: Identity,
  person: Person,
  reason: string | string[],
): Promise<Visitor> {
  const text = String(reason).trim()
  const asked = request.headers['latent-organisation']
  if (!person.is_staff || !person.two_factor_enabled || !SAFE_METHODS.has(request.method)) {
    throw new ProblemError('role_required')
  }
  if (typeof asked !== 'string' || text.length < 10 || text.length > MAX_REASON_CHARS) {
    throw new ProblemError('invalid_parameter', {
      detail: `Support names the organisation in Latent-Organisation and gives a reason of 10 to ${MAX_REASON_CHARS} characters.`,
    })
  }
  const organisation = await identity.supportStore.findOrganisation(asked)
  if (!organisation) throw new ProblemError('organisation_not_found')
  await appendAuditEvent(identity.sql, {
    organisation_id: asked,
    actor: { type: 'support', id: person.user_id, ip: request.ip },
    action: 'support.viewed',
    target_type: 'operation',
    target_id: request.routeOptions.schema?.operationId ?? 'unknown_operation',
    before: null,
    after: { reason: text, path: request.url.split('?', 1)[0] ?? '/' },
    request_id: request.id,
  })
  return {
    person,
    organisation,
    role: null,
    scopes: supportScopes,
    actor: { type: 'support', id: person.user_id },
  }
}

/** The scopes of a role in a fixed order, for answers. */
export function inOrder(granted: readonly string[]): string[] {
  return scopes.filter((scope) => granted.includes(scope))
}

/** The portal may read answers to requests with a cookie; every other page sees what everybody sees. */
export function allowPortal(request: FastifyRequest, reply: FastifyReply, identity: Identity): void {
  if (request.headers.origin !== identity.portalOrigin) return
  reply.header('access-control-allow-origin', identity.portalOrigin)
  reply.header('access-control-allow-credentials', 'true')
}
