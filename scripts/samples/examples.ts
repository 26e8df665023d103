import type { CallExample, Operation } from './contract.ts'

/**
 * Calls for operations whose contract has no `x-example`: those about the caller's own account, where no body is right for
 * everybody. Ids in paths are looked up, in the explorer and by the test alike.
 */
const examples: Record<string, CallExample> = {
  streamChanges: { query: { after: 0, change_type: 'signal.created' } },
  updateBillingPlan: { body: { plan: 'pro' } },
  updateBudget: { body: { spend_cap_cents: 50_000 } },
  createMonitor: {
    body: { name: 'Watchlist', ciks: ['0009990001'], signal_types: ['rf_added', 'auditor_change'] },
  },
  updateMonitor: { body: { name: 'Watchlist, autumn', form_types: ['10-K', '10-Q'] } },
  createExport: { body: { resource: 'signals', format: 'csv', filter: { cik: ['0009990001'] } } },
  downloadExportFile: { accept: 'text/csv' },
  listUsage: { query: { granularity: 'day' } },
  createKey: { body: { name: 'Nightly job', mode: 'test', scopes: ['filings:read', 'signals:read'] } },
  updateKey: { body: { name: 'Nightly job, renamed' } },
  rotateKey: { body: { grace_seconds: 3600 } },
  createWebhookEndpoint: {
    body: { url: 'https://hooks.example.com/sec', event_types: ['signal.created'], ciks: ['0009990001'] },
  },
  updateWebhookEndpoint: { body: { event_types: ['signal.created', 'filing.published'] } },
  rotateWebhookSecret: { body: { grace_seconds: 3600 } },
  replayWebhookEvents: { body: { since: '2025-10-31T10:01:26Z', only_failed: true } },
  updateOrganisation: { body: { name: 'Harbor Light Research' } },
  createMember: { body: { email: 'ann@example.com', role: 'developer' } },
  updateMember: { body: { role: 'viewer' } },
  createServiceAccount: { body: { name: 'Nightly import', scopes: ['filings:read', 'signals:read'] } },
  updateServiceAccount: { body: { name: 'Nightly import, renamed' } },
  rotateServiceAccount: { body: { overlap_seconds: 3600 } },
  createPrivacyExport: { body: { subject_type: 'organisation' } },
  createErasure: { body: { subject_type: 'organisation', grace_days: 7 } },
  createAccessToken: { body: { grant_type: 'client_credentials', scope: 'filings:read' } },
  revokeAccessToken: { body: { token: 'the access token' } },
}

/** Values with which the operation answers, as far as they are the same for everybody. */
export function exampleOf({ operation }: Operation): CallExample {
  return operation['x-example'] ?? examples[operation.operationId] ?? {}
}

/** The ids of our own examples, so that a test can tell that none is left behind. */
export const exampleIds = Object.keys(examples)
