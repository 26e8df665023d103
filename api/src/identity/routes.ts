import { createHash } from 'node:crypto'
import { appendAuditEvent } from '@sec-latent/core/audit/store'
import { acceptInvitation } from '@sec-latent/core/identity/member-store'
import { passwordFault } from '@sec-latent/core/identity/password'
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { publicAccess } from '../openapi.ts'
import { networkOf, tooManyFailures } from '../plugins/auth.ts'
import { ProblemError } from '../problems.ts'
import { refuseForeignOrigin, sessionTokenOf } from './callers.ts'
import type { Identity } from './identity.ts'
import { AUTH_PATH } from './library.ts'
import { AcceptInvitation, ChooseOrganisation, type SignInStep, signInSteps } from './schema.ts'
import { sharedAttempts } from './shared-attempts.ts'

const MINUTE_MS = 60_000
const MAILBOX_WINDOW_MS = 15 * MINUTE_MS
/** Tries for one address of a person, from wherever they come. */
const TRIES_PER_MAILBOX = 10
const MAILS_PER_MAILBOX = 5
/** How long an answer takes at least that must not tell what was found. */
const EVEN_MS = 400
const PASSED_HEADERS = [
  'cookie',
  'origin',
  'referer',
  'user-agent',
  'sec-fetch-site',
  'sec-fetch-mode',
  'sec-fetch-dest',
]

export interface IdentityServices {
  identity: Identity
  settings: { failedAttemptsPerMinute: number }
}

/**
 * Signing in, for the pages of the portal. The steps are the library's; around them stand the limits per address and mailbox,
 * the origin of the page, our rule for passwords, and our problems. Not part of the contract: programs use keys and tokens.
 */
export const identityRoutes: FastifyPluginAsync<IdentityServices> = async (app, { identity, settings }) => {
  const counterOf = (name: string, limit: number, windowMs: number) =>
    sharedAttempts(identity.redis, { name, limit: Math.ceil(limit), windowMs })
  const perMailbox = (least: number) => Math.max(least, settings.failedAttemptsPerMinute / 10)
  const perAddress = counterOf('address', settings.failedAttemptsPerMinute, MINUTE_MS)
  const tries = counterOf('tries', perMailbox(TRIES_PER_MAILBOX), MAILBOX_WINDOW_MS)
  const mails = counterOf('mails', perMailbox(MAILS_PER_MAILBOX), MAILBOX_WINDOW_MS)

  app.addHook('onRequest', async (request) => {
    refuseForeignOrigin(request, identity)
    // The library reads the query itself, from the address.
    if (request.method === 'GET') request.query = {}
  })
  app.addHook('onClose', async () => {
    await identity.close()
  })

  async function countAttempt(request: FastifyRequest, { attempts }: SignInStep): Promise<void> {
    if (attempts === 'none') return
    const address = networkOf(request.ip)
    await hold(perAddress, address)
    const { email } = (request.body ?? {}) as { email?: string }
    if (email === undefined) return
    // Counted the same whether the address is known or not.
    const mailbox = createHash('sha256').update(email.toLowerCase()).digest('base64')
    await hold(attempts === 'mail' ? mails : tries, mailbox)
  }

  for (const step of signInSteps) {
    app.route({
      method: step.method,
      url: AUTH_PATH + step.path,
      config: publicAccess(),
      schema: {
        operationId: step.operationId,
        hide: true,
        ...(step.body ? { body: step.body } : {}),
      },
      handler: async (request, reply) => {
        const started = Date.now()
        await countAttempt(request, step)
        refuseWeakPassword(request.body as Record<string, unknown> | undefined)
        const response = await askLibrary(request, identity, step)
        if (step.even) await until(started + EVEN_MS)
        return await passOn(response, reply, step)
      },
    })
  }

  app.get(
    `${AUTH_PATH}/providers`,
    { config: publicAccess(), schema: { operationId: 'listSignInProviders', hide: true } },
    async () => {
      const { oidc, github, google } = identity.providers
      return {
        object: 'list',
        data: [
          ...(github ? [{ id: 'github', name: 'GitHub' }] : []),
          ...(google ? [{ id: 'google', name: 'Google' }] : []),
          ...oidc.map(({ id, name }) => ({ id, name: name ?? id })),
        ],
      }
    },
  )
  invitationRoutes(app, identity)
}

/** What a person does with a session before an organisation is known. */
function invitationRoutes(app: FastifyInstance, identity: Identity): void {
  app.post<{ Body: { token: string } }>(
    `${AUTH_PATH}/invitations/accept`,
    {
      config: publicAccess(),
      schema: { operationId: 'acceptInvitation', hide: true, body: AcceptInvitation },
    },
    async (request) => {
      const { token, person } = await signedIn(request, identity)
      const accepted = person.email_verified
        ? await identity.sql.begin(async (tx) => {
            const joined = await acceptInvitation(tx, request.body.token, person)
            if (!joined) return undefined
            await appendAuditEvent(tx, {
              organisation_id: joined.organisation_id,
              actor: { type: 'user', id: person.user_id, ip: request.ip },
              action: 'member.joined',
              target_type: 'member',
              target_id: joined.member_id,
              before: null,
              after: { user_id: person.user_id, role: joined.role },
              request_id: request.id,
            })
            return joined
          })
        : undefined
      if (!accepted) throw new ProblemError('link_not_valid')
      await identity.sessionStore.setActiveOrganisation(person.session_id, accepted.organisation_id)
      await identity.sessions.refresh(token)
      return { organisation_id: accepted.organisation_id, role: accepted.role }
    },
  )

  app.post<{ Body: { organisation_id: string } }>(
    `${AUTH_PATH}/organisation`,
    {
      config: publicAccess(),
      schema: { operationId: 'chooseOrganisation', hide: true, body: ChooseOrganisation },
    },
    async (request) => {
      const { token, person } = await signedIn(request, identity)
      const { organisation_id } = request.body
      const chosen = await identity.sessionStore.setActiveOrganisation(person.session_id, organisation_id)
      if (!chosen) throw new ProblemError('organisation_not_found')
      await identity.sessions.refresh(token)
      return { organisation_id }
    },
  )
}

async function signedIn(request: FastifyRequest, identity: Identity) {
  const token = sessionTokenOf(request, identity)
  const person = token === undefined ? undefined : await identity.sessions.personOf(token)
  if (token === undefined || !person) throw new ProblemError('sign_in_required')
  return { token, person }
}

async function hold(counter: ReturnType<typeof sharedAttempts>, of: string): Promise<void> {
  const wait = await counter.count(of)
  if (wait > 0) throw tooManyFailures(wait)
}

function refuseWeakPassword(body: Record<string, unknown> | undefined): void {
  const chosen = body?.newPassword ?? (body?.name === undefined ? undefined : body.password)
  if (typeof chosen !== 'string') return
  const fault = passwordFault(chosen, { email: String(body?.email ?? ''), name: String(body?.name ?? '') })
  if (fault !== undefined) throw new ProblemError('password_not_allowed', { detail: fault })
}

async function askLibrary(request: FastifyRequest, identity: Identity, step: SignInStep): Promise<Response> {
  const body = (request.body ?? {}) as Record<string, unknown>
  const url = new URL(request.url, identity.publicUrl)
  const headers = new Headers()
  for (const name of PASSED_HEADERS) {
    const value = request.headers[name]
    if (typeof value === 'string') headers.set(name, value)
  }
  headers.set('x-forwarded-for', request.ip)
  const token = sessionTokenOf(request, identity)
  // A session that is idle for too long is over for the library too.
  if (token !== undefined && !(await identity.sessions.personOf(token))) headers.delete('cookie')
  if (step.asGet) url.searchParams.set('token', String(body.token))
  const asPost = step.method === 'POST' && !step.asGet
  if (asPost) headers.set('content-type', 'application/json')
  return await identity.library().handler(
    new Request(url, {
      method: asPost ? 'POST' : 'GET',
      headers,
      ...(asPost ? { body: JSON.stringify(body) } : {}),
      redirect: 'manual',
    }),
  )
}

/** The answer of the library as ours: its cookies, its body without the secret of the session, its refusals as problems. */
async function passOn(response: Response, reply: FastifyReply, step: SignInStep): Promise<unknown> {
  reply.header('cache-control', 'no-store')
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) reply.header('set-cookie', cookies)
  const location = response.headers.get('location')
  if (response.status >= 300 && response.status < 400 && location !== null) {
    if (step.asGet) throw new ProblemError('link_not_valid')
    return reply.code(302).header('location', location).send()
  }
  const text = await response.text()
  const body = parsed(text)
  if (response.status >= 400) throw refusalOf(response.status, body, step)
  reply.code(response.status).type('application/json; charset=utf-8')
  return JSON.stringify(withoutTokens(body))
}

function refusalOf(status: number, body: unknown, step: SignInStep): ProblemError {
  const { message, code } = (body ?? {}) as { message?: unknown; code?: unknown }
  const detail = typeof message === 'string' ? { detail: `${message}.`.replace(/\.\.$/, '.') } : {}
  if (step.asGet || code === 'INVALID_TOKEN' || code === 'TOKEN_EXPIRED')
    return new ProblemError('link_not_valid')
  if (status === 401) return new ProblemError('sign_in_failed', detail)
  if (status === 429) return new ProblemError('rate_limited', detail)
  if (status >= 500) return new ProblemError('unavailable')
  return new ProblemError(status === 403 ? 'sign_in_refused' : 'sign_in_failed', detail)
}

function parsed(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text)
  } catch {
    return null
  }
}

/** Scripts have no use for what the cookie keeps from them. */
function withoutTokens(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body
  const { token: _, session, ...rest } = body as Record<string, unknown>
  if (typeof session !== 'object' || session === null) return rest
  const { token: __, ...kept } = session as Record<string, unknown>
  return { ...rest, session: kept }
}

async function until(moment: number): Promise<void> {
  const rest = moment - Date.now()
  if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest))
}
