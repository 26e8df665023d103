import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { parseCik } from '@sec-latent/core/edgar/cik'
import { matchUrl } from '@sec-latent/core/monitors/match-url'
import {
  type MonitorConditions,
  monitorStore,
  type Monitor as StoredMonitor,
} from '@sec-latent/core/monitors/store'
import { ownRecords } from '../coverage/coverage.ts'
import type { CursorCodec } from '../cursor.ts'
import { readFormTypes } from '../filings/form-types.ts'
import { matchVersion, versionTag } from '../if-match.ts'
import { accountOf, pageOf } from '../listing.ts'
import { access, named } from '../openapi.ts'
import { ProblemError } from '../problems.ts'
import type { Writing } from '../writing.ts'
import {
  Monitor,
  MonitorList,
  MonitorMatch,
  MonitorMatchList,
  MonitorParams,
  MonitorPatch,
  MonitorQuery,
  MonitorRequest,
} from './schema.ts'

export interface MonitorServices {
  writing: Writing
  cursors: CursorCodec
}

const MAX_MONITORS = 100
const NOTHING: MonitorConditions = {
  name: '',
  change_types: [],
  ciks: [],
  form_types: [],
  signal_types: [],
  enabled: true,
}

export const monitorRoutes: FastifyPluginAsyncTypebox<MonitorServices> = async (
  app,
  { writing, cursors },
) => {
  for (const schema of [Monitor, MonitorList, MonitorMatch, MonitorMatchList]) app.addSchema(schema)

  app.post(
    '/monitors',
    {
      config: access({ scopes: ['monitors:write'], sessions: true, problems: ['limit_of_objects_reached'] }),
      schema: {
        operationId: 'createMonitor',
        summary: 'Create a monitor',
        description:
          'Notes every change of the feed that passes all conditions, from now on, and sends `monitor.matched` to the webhook endpoints that ask for it. A test key watches the test dataset.',
        tags: ['Delivery'],
        body: MonitorRequest,
        response: { 201: named(Monitor) },
      },
    },
    async (request, reply) =>
      await writing.run(request, reply, async (tx) => {
        const monitors = monitorStore(tx)
        const { organisation_id, dataset } = accountOf(request)
        if ((await monitors.count()) >= MAX_MONITORS) {
          throw new ProblemError('limit_of_objects_reached', {
            detail: `An organisation can have ${MAX_MONITORS} monitors.`,
          })
        }
        const made = await monitors.create({
          organisation_id,
          dataset,
          ...withChanges(NOTHING, request.body),
        })
        return {
          status: 201,
          body: served(made),
          etag: versionTag(made.id, made.version),
          headers: { location: `/v1/monitors/${made.id}` },
          audit: { ...target('created', made.id), before: null, after: conditionsOf(made) },
        }
      }),
  )

  app.get(
    '/monitors',
    {
      config: access({ scopes: ['monitors:read'], sessions: true }),
      schema: {
        operationId: 'listMonitors',
        summary: 'List monitors',
        description: 'Monitors of the organisation, latest first.',
        tags: ['Delivery'],
        querystring: MonitorQuery,
        response: { 200: named(MonitorList) },
      },
    },
    async (request, reply) => {
      const page = pageOf(request, reply, request.query, cursors)
      const after = page.after?.[0] as string | undefined
      const rows = await writing.read(request, (tx) => monitorStore(tx).list({ after, limit: page.limit }))
      reply.header('cache-control', 'no-store')
      return {
        ...page.finish(rows.map(served), (monitor) => [monitor.id]),
        coverage: ownRecords(rows.length === 0),
      }
    },
  )

  app.get(
    '/monitors/:monitor_id',
    {
      config: access({ scopes: ['monitors:read'], sessions: true, problems: ['monitor_not_found'] }),
      schema: {
        operationId: 'getMonitor',
        summary: 'Get a monitor',
        description: 'A monitor with its conditions.',
        tags: ['Delivery'],
        params: MonitorParams,
        response: { 200: named(Monitor) },
      },
    },
    async (request, reply) => {
      const monitor = await writing.read(request, (tx) => monitorStore(tx).find(request.params.monitor_id))
      if (!monitor) throw new ProblemError('monitor_not_found')
      reply.header('cache-control', 'no-store').header('etag', versionTag(monitor.id, monitor.version))
      return served(monitor)
    },
  )

  app.patch(
    '/monitors/:monitor_id',
    {
      config: access({
        scopes: ['monitors:write'],
        sessions: true,
        problems: ['monitor_not_found', 'version_conflict'],
      }),
      schema: {
        operationId: 'updateMonitor',
        summary: 'Change a monitor',
        description:
          'Changes the fields that are given. `If-Match` refuses the change when somebody was faster.',
        tags: ['Delivery'],
        params: MonitorParams,
        body: MonitorPatch,
        response: { 200: named(Monitor) },
      },
    },
    async (request, reply) =>
      await writing.run(request, reply, async (tx) => {
        const monitors = monitorStore(tx)
        const before = await monitors.find(request.params.monitor_id)
        if (!before) throw new ProblemError('monitor_not_found')
        matchVersion(request, versionTag(before.id, before.version))
        const after = await monitors.update(
          before.id,
          before.version,
          withChanges(conditionsOf(before), request.body),
        )
        if (!after) throw new ProblemError('version_conflict')
        return {
          status: 200,
          body: served(after),
          etag: versionTag(after.id, after.version),
          audit: { ...target('updated', after.id), before: conditionsOf(before), after: conditionsOf(after) },
        }
      }),
  )

  app.delete(
    '/monitors/:monitor_id',
    {
      config: access({
        scopes: ['monitors:write'],
        sessions: true,
        problems: ['monitor_not_found', 'version_conflict'],
      }),
      schema: {
        operationId: 'deleteMonitor',
        summary: 'Delete a monitor',
        description: 'Deletes a monitor and what it matched.',
        tags: ['Delivery'],
        params: MonitorParams,
        response: { 204: { description: 'The monitor is gone.', type: 'null' } },
      },
    },
    async (request, reply) =>
      await writing.run(request, reply, async (tx) => {
        const monitors = monitorStore(tx)
        const before = await monitors.find(request.params.monitor_id)
        if (!before) throw new ProblemError('monitor_not_found')
        matchVersion(request, versionTag(before.id, before.version))
        await monitors.remove(before.id)
        return {
          status: 204,
          body: null,
          audit: { ...target('deleted', before.id), before: conditionsOf(before), after: null },
        }
      }),
  )

  app.get(
    '/monitors/:monitor_id/matches',
    {
      config: access({ scopes: ['monitors:read'], sessions: true, problems: ['monitor_not_found'] }),
      schema: {
        operationId: 'listMonitorMatches',
        summary: 'List matches of a monitor',
        description: 'What a monitor matched, latest first.',
        tags: ['Delivery'],
        params: MonitorParams,
        querystring: MonitorQuery,
        response: { 200: named(MonitorMatchList) },
      },
    },
    async (request, reply) => {
      const { monitor_id } = request.params
      const page = pageOf(request, reply, request.query, cursors)
      const after = page.after?.[0] as number | undefined
      const rows = await writing.read(request, async (tx) => {
        if (!(await monitorStore(tx).find(monitor_id))) throw new ProblemError('monitor_not_found')
        return await monitorStore(tx).matches(monitor_id, { after, limit: page.limit })
      })
      reply.header('cache-control', 'no-store')
      const data = rows.map(({ organisation_id: _, ...match }) => ({
        object: 'monitor_match' as const,
        ...match,
        url: matchUrl(match),
      }))
      return { ...page.finish(data, (match) => [match.position]), coverage: ownRecords(rows.length === 0) }
    },
  )
}

function target(verb: 'created' | 'updated' | 'deleted', id: string) {
  return { action: `monitor.${verb}`, target_type: 'monitor', target_id: id }
}

function withChanges(
  before: MonitorConditions,
  { ciks, form_types, ...rest }: MonitorPatch,
): MonitorConditions {
  return {
    ...before,
    ...rest,
    ...(ciks ? { ciks: ciks.map((cik) => parseCik(cik) as string) } : {}),
    ...(form_types ? { form_types: readFormTypes(form_types) as string[] } : {}),
  }
}

function conditionsOf(monitor: StoredMonitor) {
  const { name, change_types, ciks, form_types, signal_types, enabled } = monitor
  return { name, change_types, ciks, form_types, signal_types, enabled }
}

function served({ organisation_id: _, dataset: __, version: ___, ...monitor }: StoredMonitor) {
  return { object: 'monitor' as const, ...monitor }
}
