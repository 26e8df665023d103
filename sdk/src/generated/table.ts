// Generated from openapi/openapi.json by `npm run openapi`. Do not edit.

import type { Spec } from '../operation.ts'

/** A tilde stands for the path of version 1 and the name of the resource, in kebab case. */
export const TABLE: Record<string, Record<string, Spec>> = {
  entities: {
    list: 'L ~?',
    resolve: 'POST ~/resolve!',
    get: 'GET ~/{}',
    names: 'L ~/{}/names',
    tickers: 'L ~/{}/tickers',
  },
  filings: {
    list: 'L ~?',
    resolveUrl: 'GET ~/resolve?',
    get: 'GET ~/{}?',
    facts: 'L ~/{}/facts?',
  },
  relatedFilings: {
    list: 'L /v1/filings/{}/related?',
  },
  documents: {
    list: 'L /v1/filings/{}/documents?',
    get: 'GET /v1/filings/{}/documents/{}?',
    getBytes: 'Bapplication/octet-stream /v1/filings/{}/documents/{}?',
    text: 'GET /v1/filings/{}/documents/{}/text?',
    textPlain: 'Ttext/plain /v1/filings/{}/documents/{}/text?',
    textMarkdown: 'Ttext/markdown /v1/filings/{}/documents/{}/text?',
    textHtml: 'Ttext/html /v1/filings/{}/documents/{}/text?',
    search: 'L /v1/search?',
  },
  attachment: {
    get: 'GET /v1/filings/{}/documents/{}/attachment?',
    getBytes: 'Bapplication/octet-stream /v1/filings/{}/documents/{}/attachment?',
  },
  sections: {
    list: 'L /v1/filings/{}/sections?',
    get: 'GET /v1/filings/{}/sections/{}?',
    getPlain: 'Ttext/plain /v1/filings/{}/sections/{}?',
    getMarkdown: 'Ttext/markdown /v1/filings/{}/sections/{}?',
    getHtml: 'Ttext/html /v1/filings/{}/sections/{}?',
  },
  facts: {
    list: 'L ~?',
  },
  frames: {
    list: 'L ~?',
  },
  processing: {
    list: 'L /v1/filings/{}/processing',
  },
  insiderTransactions: {
    list: 'L ~?',
  },
  insiderHoldings: {
    list: 'L ~?',
  },
  proposedSales: {
    list: 'L ~?',
  },
  beneficialOwnership: {
    list: 'L ~?',
  },
  holdings: {
    list: 'L ~?',
    reports: 'L ~/reports?',
    changes: 'L ~/changes?',
  },
  fundReports: {
    list: 'L ~?',
  },
  fundHoldings: {
    list: 'L ~?',
  },
  proxyVotes: {
    list: 'L ~?',
  },
  subsidiaries: {
    list: 'L ~?',
  },
  offerings: {
    list: 'L ~?',
  },
  events: {
    list: 'L ~?',
  },
  statements: {
    list: 'L /v1/entities/{}/statements?',
  },
  ratios: {
    list: 'L /v1/entities/{}/ratios?',
  },
  restatements: {
    list: 'L /v1/entities/{}/restatements?',
  },
  signals: {
    list: 'L ~?',
    get: 'GET ~/{}?',
    evidence: 'L ~/{}/evidence?',
    reproduce: 'POST ~/{}/reproduce?',
    types: 'L /v1/signal-types',
  },
  extractors: {
    list: 'L ~',
    get: 'GET ~/{}',
  },
  evidence: {
    check: 'POST ~/check!',
    verify: 'POST ~/verify!',
  },
  coverage: {
    list: 'L ~?',
  },
  tables: {
    list: 'L /v1/filings/{}/tables?',
  },
  searchCounts: {
    list: 'L /v1/search/counts?',
  },
  diff: {
    get: 'GET /v1/diffs?',
  },
  changes: {
    list: 'L ~?',
    stream: 'S /v1/stream?',
  },
  billingPlan: {
    get: 'GET /v1/billing/plan',
    update: 'PUT /v1/billing/plan!',
  },
  budget: {
    get: 'GET /v1/billing/budget',
    update: 'PUT /v1/billing/budget!',
  },
  invoices: {
    list: 'L /v1/billing/invoices?',
    get: 'GET /v1/billing/invoices/{}',
    download: 'Bapplication/pdf /v1/billing/invoices/{}/pdf',
  },
  monitors: {
    create: 'POST ~!',
    list: 'L ~?',
    get: 'GET ~/{}',
    update: 'PATCH ~/{}!',
    delete: 'DELETE ~/{}',
    matches: 'L ~/{}/matches?',
  },
  exports: {
    create: 'POST ~!',
    list: 'L ~?',
    get: 'GET ~/{}',
    downloadFile: 'GET ~/{}/files/{}',
    downloadFileNdjson: 'Tapplication/x-ndjson ~/{}/files/{}',
    downloadFileCsv: 'Ttext/csv ~/{}/files/{}',
    downloadFileParquet: 'Bapplication/vnd.apache.parquet ~/{}/files/{}',
  },
  jobs: {
    list: 'L ~?',
    get: 'GET ~/{}',
    cancel: 'DELETE ~/{}',
  },
  keys: {
    list: 'L ~?',
    create: 'POST ~!',
    get: 'GET ~/{}',
    update: 'PATCH ~/{}!',
    revoke: 'DELETE ~/{}',
    rotate: 'POST ~/{}/rotate!',
  },
  explorerKey: {
    create: 'POST /v1/explorer-keys',
  },
  usage: {
    list: 'L ~?',
    listCsv: 'Ttext/csv ~?',
    listNdjson: 'Tapplication/x-ndjson ~?',
  },
  webhookEndpoints: {
    create: 'POST ~!',
    list: 'L ~?',
    get: 'GET ~/{}',
    update: 'PATCH ~/{}!',
    delete: 'DELETE ~/{}',
    rotateSecret: 'POST ~/{}/rotate-secret!',
    test: 'POST ~/{}/test',
    replay: 'POST ~/{}/replay!',
  },
  webhookDeliveries: {
    list: 'L /v1/webhook-endpoints/{}/deliveries?',
    get: 'GET /v1/webhook-endpoints/{}/deliveries/{}',
    retry: 'POST /v1/webhook-endpoints/{}/deliveries/{}/retry',
  },
  webhookEventTypes: {
    list: 'L ~',
  },
  requests: {
    list: 'L /v1/usage/requests?',
    get: 'GET /v1/usage/requests/{}',
  },
  organisation: {
    get: 'GET ~',
    update: 'PATCH ~!',
  },
  me: {
    get: 'GET ~',
  },
  members: {
    list: 'L ~?',
    create: 'POST ~!',
    get: 'GET ~/{}',
    update: 'PATCH ~/{}!',
    delete: 'DELETE ~/{}',
  },
  serviceAccounts: {
    list: 'L ~?',
    create: 'POST ~!',
    get: 'GET ~/{}',
    update: 'PATCH ~/{}!',
    delete: 'DELETE ~/{}',
    rotate: 'POST ~/{}/rotate!',
  },
  auditEvents: {
    list: 'L ~?',
    downloadNdjson: 'Tapplication/x-ndjson ~/export?',
    downloadCsv: 'Ttext/csv ~/export?',
  },
  auditProof: {
    get: 'GET /v1/audit-events/proof',
  },
  privacyExports: {
    create: 'POST /v1/privacy/exports!',
    list: 'L /v1/privacy/exports?',
    get: 'GET /v1/privacy/exports/{}',
    download: 'GET /v1/privacy/exports/{}/bundle',
  },
  erasures: {
    create: 'POST /v1/privacy/erasures!',
    list: 'L /v1/privacy/erasures?',
    get: 'GET /v1/privacy/erasures/{}',
    cancel: 'DELETE /v1/privacy/erasures/{}',
  },
  service: {
    health: 'GET /health',
    readiness: 'GET /readyz',
    liveness: 'GET /livez',
    status: 'GET /v1/status',
    openApi: 'GET /openapi.json',
  },
  signingKeys: {
    list: 'GET /.well-known/jwks.json',
  },
  authorizationServer: {
    get: 'GET /.well-known/oauth-authorization-server',
  },
  auditKeys: {
    list: 'GET /.well-known/audit-keys.json',
  },
}
