import type { Dataset } from '../dataset.ts'
import type { Queryable } from '../db.ts'
import { newId } from '../ids.ts'
import type { Sealer } from '../secrets/seal.ts'
import type { DisabledReason, WebhookEndpoint } from './endpoint.ts'
import { newSigningSecret, publicKeyOf, type SigningSecret } from './signature.ts'

/** An organisation may have so many endpoints, over both datasets. */
export const MAX_ENDPOINTS = 50
/** Any number; what counts endpoints before it adds one takes the lock of the organisation with it. */
const CREATE_LOCK = 5_218_404

export type EndpointWish = Pick<
  WebhookEndpoint,
  'url' | 'description' | 'event_types' | 'ciks' | 'form_types' | 'signal_types'
>

/** Where the secret of an endpoint is sealed for; see `sealer`. */
export function secretPlace(endpointId: string): string {
  return `webhook_endpoints.secret:${endpointId}`
}

function seal(sealer: Sealer, endpointId: string, secret: SigningSecret): string {
  return sealer.seal(JSON.stringify(secret), secretPlace(endpointId))
}

/** The endpoints of the organisation the transaction acts for. Deleted ones are not there. */
export function endpointStore(tx: Queryable, sealer: Sealer) {
  const columns = tx`id, dataset, url, description, event_types, ciks, form_types, signal_types, status, disabled_reason, disabled_at, public_key,
    case when previous_secret_expires_at > clock_timestamp() then previous_public_key end as previous_public_key,
    case when previous_secret_expires_at > clock_timestamp() then previous_secret_expires_at end
      as previous_secret_expires_at,
    failing_since, version, created_at, updated_at`

  return {
    /** How many there are. Until the transaction ends nobody else of the organisation counts to add one. */
    async countToAdd(organisationId: string): Promise<number> {
      await tx`select pg_advisory_xact_lock(${CREATE_LOCK}, hashtext(${organisationId}))`
      const [row] = await tx<{ count: number }[]>`
        select count(*)::int as count from webhook_endpoints
        where organisation_id = ${organisationId} and deleted_at is null`
      return row?.count ?? 0
    },

    /** Makes an endpoint and returns it with its secret, which is shown this once. */
    async create(
      owner: { organisation_id: string; dataset: Dataset },
      wish: EndpointWish,
    ): Promise<{ endpoint: WebhookEndpoint; secret: string }> {
      const id = newId('whk')
      const secret = newSigningSecret()
      const [endpoint] = await tx<WebhookEndpoint[]>`
        insert into webhook_endpoints (id, organisation_id, dataset, url, description, event_types, ciks, form_types,
          signal_types, secret_sealed, public_key, created_at, updated_at)
        values (${id}, ${owner.organisation_id}, ${owner.dataset}, ${wish.url}, ${wish.description}, ${wish.event_types},
          ${wish.ciks}, ${wish.form_types}, ${wish.signal_types}, ${seal(sealer, id, secret)}, ${publicKeyOf(secret)},
          clock_timestamp(), clock_timestamp())
        returning ${columns}`
      return { endpoint: endpoint as WebhookEndpoint, secret: secret.secret }
    },

    /** Latest first. */
    async list(
      owner: { organisation_id: string; dataset: Dataset },
      page: { after?: string; limit: number },
    ): Promise<WebhookEndpoint[]> {
      return await tx<WebhookEndpoint[]>`
        select ${columns} from webhook_endpoints
        where organisation_id = ${owner.organisation_id} and dataset = ${owner.dataset} and deleted_at is null
          ${page.after ? tx`and id < ${page.after}` : tx``}
        order by id desc limit ${page.limit}`
    },

    /** `forUpdate` keeps everybody else from changing it until the transaction ends. */
    async find(
      owner: { organisation_id: string; dataset: Dataset },
      id: string,
      options: { forUpdate?: boolean } = {},
    ): Promise<WebhookEndpoint | undefined> {
      const [endpoint] = await tx<WebhookEndpoint[]>`
        select ${columns} from webhook_endpoints
        where organisation_id = ${owner.organisation_id} and dataset = ${owner.dataset} and id = ${id}
          and deleted_at is null
        ${options.forUpdate ? tx`for no key update` : tx``}`
      return endpoint
    },

    /** Enabling, and another address, forget the failures so far. */
    async update(
      id: string,
      wish: EndpointWish & { status: 'enabled' | 'disabled'; disabled_reason: DisabledReason | null },
    ): Promise<WebhookEndpoint> {
      const [endpoint] = await tx<WebhookEndpoint[]>`
        update webhook_endpoints set url = ${wish.url}, description = ${wish.description},
          event_types = ${wish.event_types}, ciks = ${wish.ciks}, form_types = ${wish.form_types},
          signal_types = ${wish.signal_types},
          first_failure_at = case when status = 'disabled' or url <> ${wish.url} then null else first_failure_at end,
          failing_since = case when status = 'disabled' or url <> ${wish.url} then null else failing_since end,
          disabled_at = case when ${wish.status} = 'enabled' then null else coalesce(disabled_at, clock_timestamp()) end,
          status = ${wish.status}, disabled_reason = ${wish.disabled_reason},
          version = version + 1, updated_at = clock_timestamp()
        where id = ${id} returning ${columns}`
      return endpoint as WebhookEndpoint
    },

    /** The endpoint is gone for everybody; its address and secrets are forgotten at once. */
    async remove(id: string): Promise<void> {
      await tx`
        update webhook_endpoints set deleted_at = clock_timestamp(), updated_at = clock_timestamp(),
          version = version + 1, url = '', description = '', secret_sealed = '', previous_secret_sealed = null
        where id = ${id}`
    },

    /**
     * A new secret from now on. Messages are signed with the one before as well for `graceSeconds`; one that was still
     * valid from an earlier rotation ends.
     */
    async rotateSecret(
      id: string,
      graceSeconds: number,
    ): Promise<{ endpoint: WebhookEndpoint; secret: string }> {
      const secret = newSigningSecret()
      const [endpoint] = await tx<WebhookEndpoint[]>`
        update webhook_endpoints set previous_secret_sealed = secret_sealed, previous_public_key = public_key,
          previous_secret_expires_at = clock_timestamp() + ${graceSeconds} * interval '1 second',
          secret_sealed = ${seal(sealer, id, secret)}, public_key = ${publicKeyOf(secret)},
          version = version + 1, updated_at = clock_timestamp()
        where id = ${id} returning ${columns}`
      return { endpoint: endpoint as WebhookEndpoint, secret: secret.secret }
    },
  }
}
export type EndpointStore = ReturnType<typeof endpointStore>
