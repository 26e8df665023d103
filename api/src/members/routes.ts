import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Role } from '@sec-latent/core/accounts/scopes'
import {
  INVITATION_DAYS,
  LastOwnerError,
  MAX_MEMBERS,
  type Member as MemberRow,
  memberStore,
} from '@sec-latent/core/identity/member-store'
import { organisationStore } from '@sec-latent/core/identity/organisation-store'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { ownRecords } from '../coverage/coverage.ts'
import type { CursorCodec } from '../cursor.ts'
import type { Identity } from '../identity/identity.ts'
import { matchVersion, versionTag } from '../if-match.ts'
import { accountOf, pageOf } from '../listing.ts'
import { access, named } from '../openapi.ts'
import { ProblemError } from '../problems.ts'
import type { Writing } from '../writing.ts'
import { Member, MemberChange, MemberList, MemberParams, MemberQuery, NewMember } from './schema.ts'

export interface MemberServices {
  writing: Writing
  cursors: CursorCodec
  identity: Identity
}

export const memberRoutes: FastifyPluginAsyncTypebox<MemberServices> = async (app, services) => {
  const { writing, cursors, identity } = services
  app.addSchema(Member)
  app.addSchema(MemberList)

  app.get(
    '/members',
    {
      config: access({ scopes: ['members:read'], sessions: true }),
      schema: {
        operationId: 'listMembers',
        summary: 'List members',
        description: 'The people of the organisation with their roles, and the invitations that wait.',
        tags: ['Account'],
        querystring: MemberQuery,
        response: { 200: named(MemberList) },
      },
    },
    async (request, reply) => {
      const page = pageOf(request, reply, request.query, cursors)
      const after = page.after ? { id: page.after[0] as string } : undefined
      const { organisation_id } = accountOf(request)
      const rows = await writing.read(request, (tx) =>
        memberStore(tx).list(organisation_id, { limit: page.limit, after }),
      )
      reply.header('cache-control', 'no-store')
      return {
        ...page.finish(rows.map(toMember), (member) => [member.id]),
        coverage: ownRecords(rows.length === 0),
      }
    },
  )

  app.get(
    '/members/:member_id',
    {
      config: access({ scopes: ['members:read'], sessions: true, problems: ['member_not_found'] }),
      schema: {
        operationId: 'getMember',
        summary: 'Get a member',
        description: 'One person of the organisation, or one invitation.',
        tags: ['Account'],
        params: MemberParams,
        response: { 200: named(Member) },
      },
    },
    async (request, reply) => {
      const member = await writing.read(request, (tx) =>
        memberStore(tx).find(accountOf(request).organisation_id, request.params.member_id),
      )
      if (!member) throw new ProblemError('member_not_found')
      reply.header('cache-control', 'no-store').header('etag', versionTag(member.id, member.version))
      return toMember(member)
    },
  )

  app.post(
    '/members',
    {
      config: access({
        scopes: ['members:admin'],
        sessions: true,
        problems: ['member_exists', 'limit_of_objects_reached', 'role_required'],
        answers: { 201: 'The person was invited: a mail with a link that works once is on its way.' },
      }),
      schema: {
        operationId: 'createMember',
        summary: 'Invite a member',
        description: `Invites a person by e-mail. The link in the mail works once, within ${INVITATION_DAYS} days, for somebody who signs in with that address. Inviting somebody again who has not come yet sends a new link, and the old one stops working.`,
        tags: ['Account'],
        body: NewMember,
        response: { 201: named(Member) },
      },
    },
    async (request, reply) => {
      const { organisation_id } = accountOf(request)
      const { email, role } = request.body
      refuseRoleAbove(request, role)
      let invited: { token: string; organisation: string } | undefined
      const body = await writing.run(request, reply, async (tx) => {
        const members = memberStore(tx)
        if ((await members.count(organisation_id)) >= MAX_MEMBERS) {
          throw new ProblemError('limit_of_objects_reached', {
            detail: `An organisation has at most ${MAX_MEMBERS} members.`,
          })
        }
        const before = await members.findByEmail(organisation_id, email)
        const made = await members.invite(organisation_id, { email, role })
        if (!made) throw new ProblemError('member_exists')
        const organisation = await organisationStore(tx).find(organisation_id)
        invited = { token: made.token, organisation: organisation?.name ?? '' }
        return {
          status: 201 as const,
          body: toMember(made.member),
          headers: { location: `/v1/members/${made.member.id}` },
          etag: versionTag(made.member.id, made.member.version),
          audit: {
            action: 'member.invited',
            target_type: 'member',
            target_id: made.member.id,
            before: before ? { email: before.email, role: before.role } : null,
            after: { email: made.member.email, role: made.member.role },
          },
        }
      })
      if (invited) {
        identity.mails.invitation(email, invited.token, invited.organisation, INVITATION_DAYS)
      }
      return body
    },
  )

  app.patch(
    '/members/:member_id',
    {
      config: access({
        scopes: ['members:admin'],
        sessions: true,
        requireIfMatch: true,
        problems: ['member_not_found', 'last_owner', 'role_required'],
      }),
      schema: {
        operationId: 'updateMember',
        summary: 'Change the role of a member',
        description:
          'Gives a member another role; it holds everywhere within five seconds. An organisation always keeps an owner, and only owners make or unmake owners.',
        tags: ['Account'],
        params: MemberParams,
        body: MemberChange,
        response: { 200: named(Member) },
      },
    },
    async (request, reply) => {
      const { organisation_id } = accountOf(request)
      return await writing.run(request, reply, async (tx) => {
        const members = memberStore(tx)
        const before = await lockMember(request, members, organisation_id)
        matchVersion(request, versionTag(before.id, before.version))
        refuseRoleAbove(request, before.role)
        refuseRoleAbove(request, request.body.role)
        const after = await keepingAnOwner(() =>
          members.changeRole(organisation_id, before, request.body.role),
        )
        return {
          status: 200 as const,
          body: toMember(after),
          etag: versionTag(after.id, after.version),
          audit: {
            action: 'member.updated',
            target_type: 'member',
            target_id: after.id,
            before: { user_id: before.user_id, role: before.role },
            after: { user_id: after.user_id, role: after.role },
          },
        }
      })
    },
  )

  app.delete(
    '/members/:member_id',
    {
      config: access({
        scopes: ['members:admin'],
        sessions: true,
        problems: ['member_not_found', 'last_owner', 'role_required'],
        answers: { 204: 'The person is no member any more, or the invitation is withdrawn.' },
      }),
      schema: {
        operationId: 'deleteMember',
        summary: 'Remove a member',
        description:
          'Takes a person out of the organisation, or an invitation back. It holds everywhere within five seconds; what the person made (keys, webhooks) stays.',
        tags: ['Account'],
        params: MemberParams,
        response: { 204: Type.Null({ description: 'Nothing.' }) },
      },
    },
    async (request, reply) => {
      const { organisation_id } = accountOf(request)
      return await writing.run(request, reply, async (tx) => {
        const members = memberStore(tx)
        const member = await lockMember(request, members, organisation_id)
        refuseRoleAbove(request, member.role)
        await keepingAnOwner(() => members.remove(organisation_id, member))
        return {
          status: 204 as const,
          body: null,
          audit: {
            action: 'member.removed',
            target_type: 'member',
            target_id: member.id,
            before: { user_id: member.user_id, email: member.email, role: member.role },
            after: null,
          },
        }
      })
    },
  )

  async function lockMember(
    request: FastifyRequest,
    members: ReturnType<typeof memberStore>,
    organisationId: string,
  ): Promise<MemberRow> {
    const { member_id } = request.params as { member_id: string }
    const member = await members.lock(organisationId, member_id)
    if (!member) throw new ProblemError('member_not_found')
    return member
  }
}

/** Nobody hands out, or takes away, a role that is above their own: only an owner decides about owners. */
function refuseRoleAbove(request: FastifyRequest, role: Role): void {
  if (role !== 'owner') return
  const { visitor } = request
  if (visitor?.role === 'owner') return
  throw new ProblemError('role_required', {
    detail: 'Only an owner who is signed in decides about owners.',
  })
}

async function keepingAnOwner<T>(change: () => Promise<T>): Promise<T> {
  try {
    return await change()
  } catch (error) {
    if (error instanceof LastOwnerError) throw new ProblemError('last_owner')
    throw error
  }
}

function toMember({ version: _, ...member }: MemberRow) {
  return { object: 'member' as const, ...member }
}
