import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type OrganisationDetails, organisationStore } from '@sec-latent/core/identity/organisation-store'
import { inOrder } from '../identity/callers.ts'
import { matchVersion, versionTag } from '../if-match.ts'
import { accountOf } from '../listing.ts'
import { access, named } from '../openapi.ts'
import { ProblemError } from '../problems.ts'
import type { Writing } from '../writing.ts'
import { Me, Organisation, OrganisationChange } from './schema.ts'

export const organisationRoutes: FastifyPluginAsyncTypebox<{ writing: Writing }> = async (
  app,
  { writing },
) => {
  app.addSchema(Organisation)
  app.addSchema(Me)

  app.get(
    '/organisation',
    {
      config: access({ scopes: ['usage:read'], sessions: true }),
      schema: {
        operationId: 'getOrganisation',
        summary: 'Get the organisation',
        description: 'The organisation that the credential belongs to.',
        tags: ['Account'],
        response: { 200: named(Organisation) },
      },
    },
    async (request, reply) => {
      const { organisation_id } = accountOf(request)
      const row = await writing.read(request, (tx) => organisationStore(tx).find(organisation_id))
      if (!row) throw new ProblemError('organisation_not_found')
      reply.header('cache-control', 'no-store').header('etag', versionTag(row.id, row.version))
      return toOrganisation(row)
    },
  )

  app.patch(
    '/organisation',
    {
      config: access({ scopes: ['members:admin'], sessions: true, requireIfMatch: true }),
      schema: {
        operationId: 'updateOrganisation',
        summary: 'Rename the organisation',
        description: 'Changes the name of the organisation, for its owners and admins.',
        tags: ['Account'],
        body: OrganisationChange,
        response: { 200: named(Organisation) },
      },
    },
    async (request, reply) => {
      const { organisation_id } = accountOf(request)
      return await writing.run(request, reply, async (tx) => {
        const organisations = organisationStore(tx)
        const before = await organisations.lock(organisation_id)
        if (!before) throw new ProblemError('organisation_not_found')
        matchVersion(request, versionTag(before.id, before.version))
        const after = await organisations.rename(organisation_id, request.body.name.trim())
        return {
          status: 200 as const,
          body: toOrganisation(after),
          etag: versionTag(after.id, after.version),
          audit: {
            action: 'organisation.updated',
            target_type: 'organisation',
            target_id: after.id,
            before: { name: before.name },
            after: { name: after.name },
          },
        }
      })
    },
  )

  app.get(
    '/me',
    {
      config: access({ scopes: ['usage:read'], sessions: true }),
      schema: {
        operationId: 'getMe',
        summary: 'Who am I',
        description:
          'Whose credential the request came with: a person, a service account or a key, and what it may do.',
        tags: ['Account'],
        response: { 200: named(Me) },
      },
    },
    async (request, reply) => {
      const { actor, organisation_id, plan, scopes } = accountOf(request)
      const { visitor } = request
      reply.header('cache-control', 'no-store')
      return {
        object: 'me' as const,
        type: actor.type,
        id: actor.id,
        email: visitor?.person.email ?? null,
        name: visitor?.person.name ?? null,
        two_factor_enabled: visitor?.person.two_factor_enabled ?? null,
        organisation_id,
        plan,
        role: visitor?.role ?? null,
        scopes: inOrder(scopes),
        organisations: (visitor?.person.memberships ?? []).map((one) => ({
          id: one.organisation_id,
          name: one.organisation_name,
          role: one.role,
        })),
      }
    },
  )
}

function toOrganisation({ id, name, plan, created_at }: OrganisationDetails) {
  return { object: 'organisation' as const, id, name, plan, created_at }
}
