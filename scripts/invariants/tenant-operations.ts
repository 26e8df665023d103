import { randomBytes } from 'node:crypto'
import { plans } from '@sec-latent/core/accounts/plans'
import { invoiceOf } from '@sec-latent/core/billing/invoice'
import { type IdPrefix, newId } from '@sec-latent/core/ids'
import { sha256 } from '@sec-latent/core/sha256'
import { canonicalJson } from '@sec-latent/core/signals/fingerprint'
import type { Tenant } from './tenant.ts'

/**
 * What an organisation can own, by the parameter of the path that names it. Whoever adds such a parameter to the API adds a
 * line here; the invariants about tenants fail until it is there.
 */
export interface TenantObject {
  prefix: IdPrefix
  /** The table of the object; each of its rows was made by a change that the audit log tells of. */
  table?: string
  /** Makes one and returns its id; `made` are the ids of what it may lie in. */
  make(tenant: Tenant, made: Record<string, string>): Promise<string>
}

const word = () => randomBytes(4).toString('hex')

export const tenantObjects: Record<string, TenantObject> = {
  key_id: {
    prefix: 'key',
    make: (tenant) => tenant.create('/v1/keys', { name: `key ${word()}`, mode: 'live' }),
  },
  member_id: {
    prefix: 'mem',
    table: 'members',
    make: (tenant) => tenant.create('/v1/members', { email: `${word()}@example.com`, role: 'viewer' }),
  },
  service_account_id: {
    prefix: 'sva',
    table: 'service_accounts',
    make: (tenant) =>
      tenant.create('/v1/service-accounts', { name: `program ${word()}`, scopes: ['filings:read'] }),
  },
  monitor_id: {
    prefix: 'mon',
    table: 'monitors',
    make: (tenant) => tenant.create('/v1/monitors', { name: `monitor ${word()}` }),
  },
  export_id: {
    prefix: 'exp',
    table: 'exports',
    make: (tenant) => tenant.create('/v1/exports', { resource: 'filings', format: 'ndjson' }),
  },
  job_id: {
    prefix: 'job',
    make: async (tenant) => {
      const answer = await tenant.call('POST', '/v1/exports', { resource: 'filings', format: 'csv' })
      return String((answer.body as { job_id?: string }).job_id)
    },
  },
  endpoint_id: {
    prefix: 'whk',
    table: 'webhook_endpoints',
    make: (tenant) =>
      tenant.create('/v1/webhook-endpoints', {
        url: 'https://example.com/hook',
        event_types: ['filing.published'],
      }),
  },
  delivery_id: {
    prefix: 'dlv',
    make: (tenant, made) => tenant.create(`/v1/webhook-endpoints/${made.endpoint_id}/test`, undefined),
  },
  erasure_id: {
    prefix: 'era',
    table: 'privacy_requests',
    make: (tenant) => tenant.create('/v1/privacy/erasures', { subject_type: 'organisation', grace_days: 30 }),
  },
  privacy_export_id: {
    prefix: 'era',
    make: (tenant) => tenant.create('/v1/privacy/exports', { subject_type: 'organisation' }),
  },
  invoice_id: {
    prefix: 'inv',
    /** Nobody asks for an invoice: a month that has ended makes one. */
    async make(tenant) {
      const id = newId('inv')
      const document = invoiceOf('2026-10', plans.scale, [], [])
      await tenant.sql`insert into invoices ${tenant.sql({
        id,
        organisation_id: tenant.id,
        period_start: '2026-10-01',
        status: 'open',
        plan: 'scale',
        total_cents: document.total_cents,
        document: tenant.sql.json(document as never) as never,
        document_sha256: sha256(canonicalJson(document)),
        issued_at: '2026-11-03T00:00:00Z',
      })}`
      return id
    },
  },
  request_id: {
    prefix: 'req',
    make: async (tenant) => (await tenant.call('GET', '/v1/keys')).requestId,
  },
}

/** Parameters of paths that name what everybody may see; no organisation owns it. */
export const publicParameters = new Set([
  'accession_number',
  'cik',
  'sequence',
  'section_key',
  'signal_id',
  'signal_type',
  'name',
  'extractor',
  'text_sha256',
  'entry',
])

/** Operations that change something, by `operationId`: the body that is valid for them, and the rows they leave in the log. */
export interface WriteCase {
  body?(): unknown
  /** Default 1. */
  events?: number
  /** Why it is not counted: what it does is no change of the organisation, or it is tried elsewhere. */
  skipped?: string
}

export const writeCases: Record<string, WriteCase> = {
  createKey: { body: () => ({ name: `key ${word()}` }) },
  updateKey: { body: () => ({ name: `key ${word()}` }) },
  rotateKey: { body: () => ({ grace_seconds: 0 }) },
  revokeKey: {},
  createExplorerKey: { body: () => ({}) },
  createMember: { body: () => ({ email: `${word()}@example.com`, role: 'viewer' }) },
  updateMember: { body: () => ({ role: 'developer' }) },
  deleteMember: {},
  createServiceAccount: { body: () => ({ name: `program ${word()}`, scopes: ['filings:read'] }) },
  updateServiceAccount: { body: () => ({ name: `program ${word()}` }) },
  rotateServiceAccount: { body: () => ({}) },
  deleteServiceAccount: {},
  updateOrganisation: { body: () => ({ name: `Organisation ${word()}` }) },
  createMonitor: { body: () => ({ name: `monitor ${word()}` }) },
  updateMonitor: { body: () => ({ name: `monitor ${word()}` }) },
  deleteMonitor: {},
  createExport: { body: () => ({ resource: 'filings', format: 'ndjson' }) },
  cancelJob: {},
  createWebhookEndpoint: {
    body: () => ({ url: 'https://example.com/hook', event_types: ['filing.published'] }),
  },
  updateWebhookEndpoint: { body: () => ({ description: word() }) },
  rotateWebhookSecret: { body: () => ({}) },
  deleteWebhookEndpoint: {},
  updateBudget: { body: () => ({ spend_cap_cents: 1_000 }) },
  updateBillingPlan: { body: () => ({ plan: 'pro' }) },
  createPrivacyExport: { body: () => ({ subject_type: 'organisation' }) },
  createErasure: { body: () => ({ subject_type: 'organisation', grace_days: 30 }) },
  cancelErasure: {},
  testWebhookEndpoint: {},
  retryWebhookDelivery: {},
  replayWebhookEvents: { body: () => ({ since: new Date(Date.now() - 60_000).toISOString() }) },
}

/** An id of the same kind that nobody has. */
export function unknownId(parameter: string): string {
  return newId((tenantObjects[parameter] as TenantObject).prefix)
}
