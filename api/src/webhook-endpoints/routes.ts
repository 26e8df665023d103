import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Queryable } from '@sec-latent/core/db'
import { parseCik } from '@sec-latent/core/edgar/cik'
import type { EgressClient } from '@sec-latent/core/egress/client'
import { EgressError } from '@sec-latent/core/egress/errors'
import type { Sealer } from '@sec-latent/core/secrets/seal'
import { deliveryStore } from '@sec-latent/core/webhooks/delivery-store'
import type {
  WebhookAttempt as StoredAttempt,
  WebhookDelivery as StoredDelivery,
  WebhookEndpoint as StoredEndpoint,
} from '@sec-latent/core/webhooks/endpoint'
import { type EndpointWish, endpointStore, MAX_ENDPOINTS } from '@sec-latent/core/webhooks/endpoint-store'
import { exampleOf, payloadSchemaOf } from '@sec-latent/core/webhooks/event'
import { type EventTypeName, eventTypes } from '@sec-latent/core/webhooks/event-types'
import { queueTestEvent } from '@sec-latent/core/webhooks/test-event'
import { ownRecords } from '../coverage/coverage.ts'
import type { CursorCodec } from '../cursor.ts'
import { readFormTypes } from '../filings/form-types.ts'
import { matchVersion, versionTag } from '../if-match.ts'
import { parseInstant } from '../instants.ts'
import { accountOf, pageOf, wholeList } from '../listing.ts'
import { access, named } from '../openapi.ts'
import type { Account } from '../plugins/auth.ts'
import { ProblemError } from '../problems.ts'
import type { Writing } from '../writing.ts'
import {
  DEFAULT_GRACE_SECONDS,
  WebhookAttempt,
  WebhookDelivery,
  WebhookDeliveryDetail,
  WebhookDeliveryList,
  WebhookDeliveryParams,
  WebhookDeliveryQuery,
  WebhookEndpoint,
  WebhookEndpointList,
  WebhookEndpointParams,
  WebhookEndpointPatch,
  WebhookEndpointQuery,
  WebhookEndpointRequest,
  WebhookEndpointWithSecret,
  WebhookEventType,
  WebhookEventTypeList,
  WebhookReplay,
  WebhookReplayRequest,
  WebhookSecretRotation,
} from './schema.ts'

export interface WebhookEndpointServices {
  writing: Writing
  cursors: CursorCodec
  sealer: Sealer
  egress: Pick<EgressClient, 'checkDestination'>
}

const DAY_MS = 86_400_000
const KEEP_DAYS = 30
/** Events of one replay; the answer says where the next one goes on. */
const REPLAY_EVENTS = 10_000

const READ = { scopes: ['webhooks:read'], sessions: true } satisfies Parameters<typeof access>[0]
const WRITE = { scopes: ['webhooks:write'], sessions: true } satisfies Parameters<typeof access>[0]

export const webhookEndpointRoutes: FastifyPluginAsyncTypebox<WebhookEndpointServices> = async (
  app,
  { writing, cursors, sealer, egress },
) => {
  for (const schema of [
    WebhookEndpoint,
    WebhookEndpointWithSecret,
    WebhookEndpointList,
    WebhookDelivery,
    WebhookDeliveryList,
    WebhookAttempt,
    WebhookDeliveryDetail,
    WebhookReplay,
    WebhookEventType,
    WebhookEventTypeList,
  ])
    app.addSchema(schema)

  /** An endpoint of the organisation; whoever changes it holds it until the end of the transaction. */
  async function endpointOf(
    tx: Queryable,
    account: Account,
    id: string,
    options: { forUpdate?: boolean } = {},
  ): Promise<StoredEndpoint> {
    const endpoint = await endpointStore(tx, sealer).find(account, id, options)
    if (!endpoint) throw new ProblemError('webhook_endpoint_not_found')
    return endpoint
  }

  /** The address as it will be called. */
  async function destinationOf(url: string): Promise<string> {
    try {
      return (await egress.checkDestination(url)).href
    } catch (error) {
      if (!(error instanceof EgressError)) throw error
      const { detail } = error
      throw new ProblemError('webhook_url_not_allowed', {
        detail,
        errors: [{ pointer: '/url', code: 'webhook_url_not_allowed', detail }],
      })
    }
  }

  app.post(
    '/webhook-endpoints',
    {
      config: access({ ...WRITE, problems: ['webhook_url_not_allowed', 'limit_of_objects_reached'] }),
      schema: {
        operationId: 'createWebhookEndpoint',
        summary: 'Create a webhook endpoint',
        description:
          'Events that happen from now on are sent to the address, signed by Standard Webhooks. The answer holds the signing secret, which is shown this once. An endpoint of a test key is sent events of the test dataset.',
        tags: ['Delivery'],
        body: WebhookEndpointRequest,
        response: { 201: named(WebhookEndpointWithSecret) },
      },
    },
    async (request, reply) => {
      const wish = withChanges(NOTHING, request.body)
      const url = await destinationOf(wish.url)
      return await writing.run(request, reply, async (tx) => {
        const endpoints = endpointStore(tx, sealer)
        const { organisation_id, dataset } = accountOf(request)
        if ((await endpoints.countToAdd(organisation_id)) >= MAX_ENDPOINTS) {
          throw new ProblemError('limit_of_objects_reached', {
            detail: `An organisation can have ${MAX_ENDPOINTS} webhook endpoints.`,
          })
        }
        const { endpoint, secret } = await endpoints.create({ organisation_id, dataset }, { ...wish, url })
        return {
          status: 201,
          body: { ...served(endpoint), secret },
          etag: tagOf(endpoint),
          headers: { location: `/v1/webhook-endpoints/${endpoint.id}` },
          audit: { ...target('created', endpoint), before: null, after: auditedOf(endpoint) },
        }
      })
    },
  )

  app.get(
    '/webhook-endpoints',
    {
      config: access(READ),
      schema: {
        operationId: 'listWebhookEndpoints',
        summary: 'List webhook endpoints',
        description: 'Webhook endpoints of the organisation in the dataset of the key, latest first.',
        tags: ['Delivery'],
        querystring: WebhookEndpointQuery,
        response: { 200: named(WebhookEndpointList) },
      },
    },
    async (request, reply) => {
      const page = pageOf(request, reply, request.query, cursors)
      const after = page.after?.[0] as string | undefined
      const rows = await writing.read(request, (tx) =>
        endpointStore(tx, sealer).list(accountOf(request), { after, limit: page.limit }),
      )
      reply.header('cache-control', 'no-store')
      return {
        ...page.finish(rows.map(served), (endpoint) => [endpoint.id]),
        coverage: ownRecords(rows.length === 0),
      }
    },
  )

  app.get(
    '/webhook-endpoints/:endpoint_id',
    {
      config: access({ ...READ, problems: ['webhook_endpoint_not_found'] }),
      schema: {
        operationId: 'getWebhookEndpoint',
        summary: 'Get a webhook endpoint',
        description: 'A webhook endpoint; its secret is not shown again.',
        tags: ['Delivery'],
        params: WebhookEndpointParams,
        response: { 200: named(WebhookEndpoint) },
      },
    },
    async (request, reply) => {
      const endpoint = await writing.read(request, (tx) =>
        endpointOf(tx, accountOf(request), request.params.endpoint_id),
      )
      reply.header('cache-control', 'no-store').header('etag', tagOf(endpoint))
      return served(endpoint)
    },
  )

  app.patch(
    '/webhook-endpoints/:endpoint_id',
    {
      config: access({
        ...WRITE,
        problems: ['webhook_endpoint_not_found', 'webhook_url_not_allowed', 'version_conflict'],
      }),
      schema: {
        operationId: 'updateWebhookEndpoint',
        summary: 'Change a webhook endpoint',
        description:
          'Changes the fields that are given. `If-Match` refuses the change when somebody was faster.',
        tags: ['Delivery'],
        params: WebhookEndpointParams,
        body: WebhookEndpointPatch,
        response: { 200: named(WebhookEndpoint) },
      },
    },
    async (request, reply) => {
      const { status, ...changes } = request.body
      const url = changes.url === undefined ? undefined : await destinationOf(changes.url)
      return await writing.run(request, reply, async (tx) => {
        const before = await endpointOf(tx, accountOf(request), request.params.endpoint_id, {
          forUpdate: true,
        })
        matchVersion(request, tagOf(before))
        const after = await endpointStore(tx, sealer).update(before.id, {
          ...withChanges(before, { ...changes, ...(url ? { url } : {}) }),
          ...statusAfter(before, status),
        })
        return {
          status: 200,
          body: served(after),
          etag: tagOf(after),
          audit: { ...target('updated', after), before: auditedOf(before), after: auditedOf(after) },
        }
      })
    },
  )

  app.delete(
    '/webhook-endpoints/:endpoint_id',
    {
      config: access({ ...WRITE, problems: ['webhook_endpoint_not_found', 'version_conflict'] }),
      schema: {
        operationId: 'deleteWebhookEndpoint',
        summary: 'Delete a webhook endpoint',
        description:
          'Nothing is sent to the address any more, what waits included. Its deliveries go with it.',
        tags: ['Delivery'],
        params: WebhookEndpointParams,
        response: { 204: { description: 'The endpoint is gone.', type: 'null' } },
      },
    },
    async (request, reply) =>
      await writing.run(request, reply, async (tx) => {
        const before = await endpointOf(tx, accountOf(request), request.params.endpoint_id, {
          forUpdate: true,
        })
        matchVersion(request, tagOf(before))
        await endpointStore(tx, sealer).remove(before.id)
        return {
          status: 204,
          body: null,
          audit: { ...target('deleted', before), before: auditedOf(before), after: null },
        }
      }),
  )

  app.post(
    '/webhook-endpoints/:endpoint_id/rotate-secret',
    {
      config: access({ ...WRITE, problems: ['webhook_endpoint_not_found', 'version_conflict'] }),
      schema: {
        operationId: 'rotateWebhookSecret',
        summary: 'Rotate the secret of a webhook endpoint',
        description:
          'Makes a new secret, shown this once. Messages are signed with both until the time of grace is over, so receivers can change at their leisure. Two secrets are active at most: rotating again ends the oldest.',
        tags: ['Delivery'],
        params: WebhookEndpointParams,
        body: WebhookSecretRotation,
        response: { 200: named(WebhookEndpointWithSecret) },
      },
    },
    async (request, reply) =>
      await writing.run(request, reply, async (tx) => {
        const before = await endpointOf(tx, accountOf(request), request.params.endpoint_id, {
          forUpdate: true,
        })
        matchVersion(request, tagOf(before))
        const { grace_seconds = DEFAULT_GRACE_SECONDS } = request.body
        const { endpoint, secret } = await endpointStore(tx, sealer).rotateSecret(before.id, grace_seconds)
        return {
          status: 200,
          body: { ...served(endpoint), secret },
          etag: tagOf(endpoint),
          audit: {
            ...target('secret_rotated', endpoint),
            before: { public_key: before.public_key },
            after: { public_key: endpoint.public_key, grace_seconds },
          },
        }
      }),
  )

  app.post(
    '/webhook-endpoints/:endpoint_id/test',
    {
      config: access({ ...WRITE, problems: ['webhook_endpoint_not_found', 'webhook_endpoint_disabled'] }),
      schema: {
        operationId: 'testWebhookEndpoint',
        summary: 'Send a test event',
        description:
          'Sends `webhook.test` to the endpoint, through the same queue as every event. Read the delivery to see what was answered.',
        tags: ['Delivery'],
        params: WebhookEndpointParams,
        response: { 202: named(WebhookDelivery) },
      },
    },
    async (request, reply) =>
      await writing.run(request, reply, async (tx) => {
        const endpoint = await endpointOf(tx, accountOf(request), request.params.endpoint_id)
        refuseDisabled(endpoint)
        const delivery = await queueTestEvent(tx, {
          ...endpoint,
          organisation_id: accountOf(request).organisation_id,
        })
        return sentAgain(delivery, target('tested', endpoint))
      }),
  )

  app.get(
    '/webhook-endpoints/:endpoint_id/deliveries',
    {
      config: access({ ...READ, problems: ['webhook_endpoint_not_found'] }),
      schema: {
        operationId: 'listWebhookDeliveries',
        summary: 'List deliveries to a webhook endpoint',
        description: 'What was sent to an endpoint within 30 days, and what is waiting, latest first.',
        tags: ['Delivery'],
        params: WebhookEndpointParams,
        querystring: WebhookDeliveryQuery,
        response: { 200: named(WebhookDeliveryList) },
      },
    },
    async (request, reply) => {
      const { status, event_type } = request.query
      const page = pageOf(request, reply, request.query, cursors)
      const after = page.after?.[0] as string | undefined
      const rows = await writing.read(request, async (tx) => {
        const { id } = await endpointOf(tx, accountOf(request), request.params.endpoint_id)
        return await deliveryStore(tx).list(id, { status, event_type }, { after, limit: page.limit })
      })
      reply.header('cache-control', 'no-store')
      return {
        ...page.finish(rows.map(servedDelivery), (delivery) => [delivery.id]),
        coverage: ownRecords(rows.length === 0),
      }
    },
  )

  app.get(
    '/webhook-endpoints/:endpoint_id/deliveries/:delivery_id',
    {
      config: access({ ...READ, problems: ['webhook_endpoint_not_found', 'delivery_not_found'] }),
      schema: {
        operationId: 'getWebhookDelivery',
        summary: 'Get a delivery',
        description:
          'A delivery with its payload and every attempt: what was sent, what was answered, how long it took.',
        tags: ['Delivery'],
        params: WebhookDeliveryParams,
        response: { 200: named(WebhookDeliveryDetail) },
      },
    },
    async (request, reply) => {
      const { delivery, attempts } = await writing.read(request, async (tx) => {
        const { id } = await endpointOf(tx, accountOf(request), request.params.endpoint_id)
        const deliveries = deliveryStore(tx)
        const delivery = await deliveries.find(id, request.params.delivery_id)
        if (!delivery) throw new ProblemError('delivery_not_found')
        return { delivery, attempts: await deliveries.attempts(delivery.id) }
      })
      reply.header('cache-control', 'no-store')
      return { ...servedDelivery(delivery), attempt_log: attempts.map(servedAttempt) }
    },
  )

  app.post(
    '/webhook-endpoints/:endpoint_id/deliveries/:delivery_id/retry',
    {
      config: access({
        ...WRITE,
        problems: ['webhook_endpoint_not_found', 'delivery_not_found', 'webhook_endpoint_disabled'],
      }),
      schema: {
        operationId: 'retryWebhookDelivery',
        summary: 'Send a delivery again',
        description:
          'Sends the same event with the same id again, now, whatever became of it; if that fails, the schedule begins anew.',
        tags: ['Delivery'],
        params: WebhookDeliveryParams,
        response: { 202: named(WebhookDelivery) },
      },
    },
    async (request, reply) =>
      await writing.run(request, reply, async (tx) => {
        const endpoint = await endpointOf(tx, accountOf(request), request.params.endpoint_id)
        refuseDisabled(endpoint)
        const deliveries = deliveryStore(tx)
        const before = await deliveries.find(endpoint.id, request.params.delivery_id)
        if (!before) throw new ProblemError('delivery_not_found')
        return sentAgain(await deliveries.retry(before.id), {
          action: 'webhook_delivery.retried',
          target_type: 'webhook_delivery',
          target_id: before.id,
        })
      }),
  )

  app.post(
    '/webhook-endpoints/:endpoint_id/replay',
    {
      config: access({ ...WRITE, problems: ['webhook_endpoint_not_found', 'webhook_endpoint_disabled'] }),
      schema: {
        operationId: 'replayWebhookEvents',
        summary: 'Send the events of a time again',
        description:
          'Queues every event of a time again, with its id of before. Events of filings, documents and signals that the endpoint was never sent, because it was disabled or not there yet, are sent too, unless `only_failed` is true.',
        tags: ['Delivery'],
        params: WebhookEndpointParams,
        body: WebhookReplayRequest,
        response: { 202: named(WebhookReplay) },
      },
    },
    async (request, reply) => {
      const wish = windowOf(request.body)
      return await writing.run(request, reply, async (tx) => {
        const endpoint = await endpointOf(tx, accountOf(request), request.params.endpoint_id)
        refuseDisabled(endpoint)
        const { organisation_id } = accountOf(request)
        const result = await deliveryStore(tx).replay({ ...endpoint, organisation_id }, wish, REPLAY_EVENTS)
        return {
          status: 202,
          body: { object: 'webhook_replay' as const, endpoint_id: endpoint.id, ...result },
          audit: { ...target('replayed', endpoint), before: null, after: { ...wish, queued: result.queued } },
        }
      })
    },
  )

  app.get(
    '/webhook-event-types',
    {
      config: access({ ...READ, example: {} }),
      schema: {
        operationId: 'listWebhookEventTypes',
        summary: 'List types of events',
        description: 'Every kind of event that can be sent, with the schema of its body and an example.',
        tags: ['Delivery'],
        response: { 200: named(WebhookEventTypeList) },
      },
    },
    async (request, reply) => {
      const { view } = pageOf(request, reply, {}, cursors)
      const data = eventTypes.map(({ type, title, description, group }) => ({
        object: 'webhook_event_type' as const,
        type,
        title,
        description,
        group,
        payload_schema: payloadSchemaOf(type),
        example: exampleOf(type),
      }))
      return wholeList(view, data, ownRecords(false))
    },
  )
}

const NOTHING: EndpointWish = {
  url: '',
  description: '',
  event_types: [],
  ciks: [],
  form_types: [],
  signal_types: [],
}

function withChanges(before: EndpointWish, changes: Omit<WebhookEndpointPatch, 'status'>): EndpointWish {
  const { url, description, event_types, ciks, form_types, signal_types } = changes
  return {
    url: url ?? before.url,
    description: description ?? before.description,
    event_types: (event_types as EventTypeName[] | undefined) ?? before.event_types,
    ciks: ciks?.map((cik) => parseCik(cik) as string) ?? before.ciks,
    form_types: readFormTypes(form_types) ?? before.form_types,
    signal_types: signal_types ?? before.signal_types,
  }
}

function statusAfter(
  before: StoredEndpoint,
  status: 'enabled' | 'disabled' | undefined,
): Pick<StoredEndpoint, 'status' | 'disabled_reason'> {
  if (status === undefined || status === before.status) return before
  return { status, disabled_reason: status === 'disabled' ? 'customer' : null }
}

function refuseDisabled(endpoint: StoredEndpoint): void {
  if (endpoint.status === 'disabled') throw new ProblemError('webhook_endpoint_disabled')
}

/** The time of a replay. Older deliveries are not kept. */
function windowOf(body: { since: string; until?: string; event_types?: string[]; only_failed?: boolean }) {
  const now = Date.now()
  const since = parseInstant(body.since) as number
  const until = body.until === undefined ? now : (parseInstant(body.until) as number)
  const refuse = (pointer: string, detail: string) =>
    new ProblemError('invalid_field', { detail, errors: [{ pointer, code: 'invalid_field', detail }] })
  if (since < now - KEEP_DAYS * DAY_MS) throw refuse('/since', 'since must lie within the last 30 days.')
  if (until <= since) throw refuse('/until', 'until must be later than since.')
  return {
    since: new Date(since).toISOString(),
    until: new Date(until).toISOString(),
    event_types: body.event_types ?? null,
    only_failed: body.only_failed ?? false,
  }
}

function sentAgain(
  delivery: StoredDelivery,
  change: { action: string; target_type: string; target_id: string },
) {
  return {
    status: 202 as const,
    body: servedDelivery(delivery),
    headers: { location: `/v1/webhook-endpoints/${delivery.endpoint_id}/deliveries/${delivery.id}` },
    audit: { ...change, before: null, after: { delivery_id: delivery.id } },
  }
}

function tagOf({ id, version }: StoredEndpoint): string {
  return versionTag(id, version)
}

function target(verb: string, { id }: StoredEndpoint) {
  return { action: `webhook_endpoint.${verb}`, target_type: 'webhook_endpoint', target_id: id }
}

/** What the audit log shows of an endpoint: everything a customer can change. */
function auditedOf(endpoint: StoredEndpoint) {
  const { url, description, event_types, ciks, form_types, signal_types, status, disabled_reason } = endpoint
  return { url, description, event_types, ciks, form_types, signal_types, status, disabled_reason }
}

function served({ version: _, ...endpoint }: StoredEndpoint) {
  return { object: 'webhook_endpoint' as const, ...endpoint }
}

function servedDelivery<D extends StoredDelivery>(delivery: D) {
  return { object: 'webhook_delivery' as const, ...delivery }
}

function servedAttempt(attempt: StoredAttempt) {
  const { request_headers, response_status, response_headers, response_body, ...rest } = attempt
  return {
    object: 'webhook_attempt' as const,
    ...rest,
    request: { headers: request_headers },
    response:
      response_status === null
        ? null
        : { status: response_status, headers: response_headers ?? {}, body: response_body ?? '' },
  }
}
