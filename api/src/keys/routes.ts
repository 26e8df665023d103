import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { KeyChange } from '@sec-latent/core/accounts/key-change-store'
import type { KeyProvider } from '@sec-latent/core/accounts/key-provider'
import type { ApiKey, KeyPatch } from '@sec-latent/core/accounts/key-store'
import type { Queryable } from '@sec-latent/core/db'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { ownRecords } from '../coverage/coverage.ts'
import type { CursorCodec } from '../cursor.ts'
import { matchVersion, versionTag } from '../if-match.ts'
import { accountOf, pageOf } from '../listing.ts'
import { access, named } from '../openapi.ts'
import { ProblemError } from '../problems.ts'
import type { Change, Effect, Writing } from '../writing.ts'
import {
  requireCidrs,
  requireExpiry,
  requireGrantable,
  requireHeld,
  requireKeyManager,
  requireNotRevoked,
  scopesFor,
} from './rules.ts'
import {
  Key,
  KeyChanges,
  KeyList,
  KeyParams,
  KeyQuery,
  KeyRotation,
  KeyWithSecret,
  NewKey,
  ROTATION_DEFAULTS,
} from './schema.ts'

export interface KeyServices {
  keys: KeyProvider
  writing: Writing
  cursors: CursorCodec
}

/** Keys of an organisation that are not revoked and not expired. */
const MAX_KEYS = 500
const DAY_MS = 86_400_000

export const keyRoutes: FastifyPluginAsyncTypebox<KeyServices> = async (app, { keys, writing, cursors }) => {
  for (const schema of [Key, KeyWithSecret, KeyList, NewKey, KeyChanges, KeyRotation]) app.addSchema(schema)
  app.addHook('onClose', async () => keys.close())

  /** A change that is audited, and told to all processes once it is committed. */
  async function changing<B>(
    request: FastifyRequest,
    reply: FastifyReply,
    run: (tx: Queryable) => Promise<{ effect: Effect<B>; change: KeyChange | undefined }>,
  ): Promise<B> {
    let change: KeyChange | undefined
    const body = await writing.run(request, reply, async (tx) => {
      const done = await run(tx)
      change = done.change
      return done.effect
    })
    keys.announce(change)
    return body
  }

  app.get(
    '/keys',
    {
      config: access({ scopes: ['keys:read'], sessions: true }),
      schema: {
        operationId: 'listKeys',
        summary: 'List API keys',
        description: 'The keys of the organisation, by their beginning and last four characters only.',
        tags: ['Account'],
        querystring: KeyQuery,
        response: { 200: named(KeyList) },
      },
    },
    async (request, reply) => {
      const page = pageOf(request, reply, request.query, cursors)
      const after = page.after ? { id: page.after[0] as string } : undefined
      const { organisation_id } = accountOf(request)
      const rows = await writing.read(request, (tx) =>
        keys.list(tx, organisation_id, { limit: page.limit, after }),
      )
      reply.header('cache-control', 'no-store')
      return {
        ...page.finish(rows.map(toKey), (key) => [key.id]),
        coverage: ownRecords(rows.length === 0),
      }
    },
  )

  app.get(
    '/keys/:key_id',
    {
      config: access({ scopes: ['keys:read'], sessions: true, problems: ['key_not_found'] }),
      schema: {
        operationId: 'getKey',
        summary: 'Get an API key',
        description: 'One key of the organisation, with the ETag that a change of it may name.',
        tags: ['Account'],
        params: KeyParams,
        response: { 200: named(Key) },
      },
    },
    async (request, reply) => {
      const { organisation_id } = accountOf(request)
      const key = await writing.read(request, (tx) => keys.get(tx, organisation_id, request.params.key_id))
      if (!key) throw new ProblemError('key_not_found')
      reply.header('cache-control', 'no-store').header('etag', tagOf(key))
      return toKey(key)
    },
  )

  app.post(
    '/keys',
    {
      config: access({
        scopes: ['keys:admin'],
        sessions: true,
        problems: ['role_required', 'limit_of_objects_reached'],
        answers: { 201: 'The key, shown this once.' },
      }),
      schema: {
        operationId: 'createKey',
        summary: 'Create an API key',
        description:
          'Makes a key and shows it this once. It expires after 90 days unless asked otherwise and has every scope that reads data unless scopes are named.',
        tags: ['Account'],
        body: NewKey,
        response: { 201: named(KeyWithSecret) },
      },
    },
    async (request, reply) => {
      const account = accountOf(request)
      const { mode = 'live', scopes, expires_in_days, ...wish } = request.body
      requireKeyManager(account)
      requireCidrs(wish.allowed_cidrs)
      requireExpiry(account, expires_in_days)
      const granted = scopesFor(account, scopes)
      return await changing(request, reply, async (tx) => {
        const present = await keys.count(tx, account.organisation_id, ['live', 'test', 'admin'])
        if (present >= MAX_KEYS) {
          throw new ProblemError('limit_of_objects_reached', {
            detail: `An organisation has at most ${MAX_KEYS} keys that work; revoke those that are not needed.`,
          })
        }
        const made = await keys.create(tx, {
          ...wish,
          organisation_id: account.organisation_id,
          mode,
          scopes: granted,
          expiresInDays: expires_in_days,
          created_by: account.actor.id,
        })
        return {
          change: made.change,
          effect: {
            status: 201 as const,
            body: { ...toKey(made.record), key: made.key },
            headers: { location: `/v1/keys/${made.record.id}` },
            etag: tagOf(made.record),
            audit: audited('key.created', null, made.record),
          },
        }
      })
    },
  )

  app.patch(
    '/keys/:key_id',
    {
      config: access({
        scopes: ['keys:admin'],
        sessions: true,
        problems: ['key_not_found', 'role_required', 'version_conflict'],
      }),
      schema: {
        operationId: 'updateKey',
        summary: 'Change an API key',
        description:
          'Changes what is named and leaves the rest. Other processes know within a second. With If-Match the change is made only to the version that was read.',
        tags: ['Account'],
        params: KeyParams,
        body: KeyChanges,
        response: { 200: named(Key) },
      },
    },
    async (request, reply) => {
      const account = accountOf(request)
      const { expires_in_days, ...rest } = request.body as KeyChanges
      requireKeyManager(account)
      requireCidrs(rest.allowed_cidrs)
      requireExpiry(account, expires_in_days)
      if (rest.scopes) requireGrantable(account, rest.scopes)
      const patch: KeyPatch = { ...rest, ...expiryOf(expires_in_days) }
      return await changing(request, reply, async (tx) => {
        const changed = await keys.update(
          tx,
          account.organisation_id,
          request.params.key_id,
          patch,
          (before) => {
            matchVersion(request, tagOf(before))
            requireNotRevoked(before)
          },
        )
        if (!changed) throw new ProblemError('key_not_found')
        return {
          change: changed.change,
          effect: {
            status: 200 as const,
            body: toKey(changed.record),
            etag: tagOf(changed.record),
            audit: audited('key.updated', changed.before, changed.record),
          },
        }
      })
    },
  )

  app.post(
    '/keys/:key_id/rotate',
    {
      config: access({
        scopes: ['keys:admin'],
        sessions: true,
        problems: ['key_not_found', 'version_conflict'],
        answers: { 200: 'The key with its new secret, shown this once.' },
      }),
      schema: {
        operationId: 'rotateKey',
        summary: 'Rotate an API key',
        description:
          'Gives the key a new secret; the old one works on for the grace period. The id of the key stays, so its usage is not split. A secret that was still in an earlier grace period ends at once.',
        tags: ['Account'],
        params: KeyParams,
        body: KeyRotation,
        response: { 200: named(KeyWithSecret) },
      },
    },
    async (request, reply) => {
      const account = accountOf(request)
      requireKeyManager(account)
      const wish = { ...ROTATION_DEFAULTS, ...request.body }
      requireStart(keys, wish.start)
      return await changing(request, reply, async (tx) => {
        const made = await keys.rotate(tx, account.organisation_id, request.params.key_id, wish, (before) => {
          matchVersion(request, tagOf(before))
          requireNotRevoked(before)
          requireHeld(account, before.scopes)
        })
        if (!made) throw new ProblemError('key_not_found')
        return {
          change: made.change,
          effect: {
            status: 200 as const,
            body: { ...toKey(made.record), key: made.key },
            etag: tagOf(made.record),
            audit: audited('key.rotated', made.before, made.record),
          },
        }
      })
    },
  )

  app.delete(
    '/keys/:key_id',
    {
      config: access({
        priority: 'critical',
        scopes: ['keys:admin'],
        sessions: true,
        problems: ['key_not_found', 'version_conflict'],
        answers: { 204: 'The key is revoked.' },
      }),
      schema: {
        operationId: 'revokeKey',
        summary: 'Revoke an API key',
        description:
          'Ends the key with all its secrets, for good: here at once, in all processes within a second. Revoking it again changes nothing.',
        tags: ['Account'],
        params: KeyParams,
        response: { 204: Type.Null({ description: 'Nothing more to say.' }) },
      },
    },
    async (request, reply) => {
      const account = accountOf(request)
      requireKeyManager(account)
      return await changing(request, reply, async (tx) => {
        const changed = await keys.revoke(
          tx,
          account.organisation_id,
          request.params.key_id,
          'owner',
          (before) => matchVersion(request, tagOf(before)),
        )
        if (!changed) throw new ProblemError('key_not_found')
        const again = changed.before.revoked_at !== null
        return {
          change: changed.change,
          effect: {
            status: 204 as const,
            body: undefined,
            audit: again ? [] : audited('key.revoked', changed.before, changed.record),
          },
        }
      })
    },
  )
}

/** Not everybody who keeps keys can wait for the first use of one. */
function requireStart({ name, capabilities }: KeyProvider, start: 'now' | 'first_use'): void {
  if (start === 'now' || capabilities.startOnFirstUse) return
  const detail = `The keys are kept by ${name}, where the grace period can only begin now.`
  throw new ProblemError('invalid_field', {
    detail,
    errors: [{ pointer: '/start', code: 'invalid_field', detail, allowed: ['now'] }],
  })
}

/** The key as it goes over the wire. */
export function toKey({ organisation_id: _, key_start, version: _version, ...key }: ApiKey) {
  return { object: 'key' as const, start: key_start, ...key }
}

function tagOf(key: ApiKey): string {
  return versionTag(key.id, key.version)
}

function expiryOf(days: number | null | undefined): { expires_at?: string | null } {
  if (days === undefined) return {}
  return { expires_at: days === null ? null : new Date(Date.now() + days * DAY_MS).toISOString() }
}

/** What the audit log keeps of a change: of the fields that differ, before and after; of a new key all. */
export function audited(action: string, before: ApiKey | null, after: ApiKey): Change {
  const shown = after as unknown as Record<string, unknown>
  const earlier = before as unknown as Record<string, unknown> | null
  const names = Object.keys(shown).filter(
    (name) => earlier === null || JSON.stringify(earlier[name]) !== JSON.stringify(shown[name]),
  )
  const pick = (from: Record<string, unknown>) => Object.fromEntries(names.map((name) => [name, from[name]]))
  return {
    action,
    target_type: 'key',
    target_id: after.id,
    before: earlier && pick(earlier),
    after: pick(shown),
  }
}
