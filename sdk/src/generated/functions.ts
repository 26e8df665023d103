// Generated from openapi/openapi.json by `npm run openapi`. Do not edit.

import { list, type Operation, plain, stream } from '../functions.ts'
import type {
  AttachmentApi,
  AuditEventsApi,
  AuditKeysApi,
  AuditProofApi,
  AuthorizationServerApi,
  BeneficialOwnershipApi,
  BillingPlanApi,
  BudgetApi,
  ChangesApi,
  CoverageApi,
  DiffApi,
  DocumentsApi,
  EntitiesApi,
  ErasuresApi,
  EventsApi,
  EvidenceApi,
  ExplorerKeyApi,
  ExportsApi,
  ExtractorsApi,
  FactsApi,
  FilingsApi,
  FramesApi,
  FundHoldingsApi,
  FundReportsApi,
  HoldingsApi,
  InsiderHoldingsApi,
  InsiderTransactionsApi,
  InvoicesApi,
  JobsApi,
  KeysApi,
  MeApi,
  MembersApi,
  MonitorsApi,
  OfferingsApi,
  OrganisationApi,
  PrivacyExportsApi,
  ProcessingApi,
  ProposedSalesApi,
  ProxyVotesApi,
  RatiosApi,
  RelatedFilingsApi,
  RequestsApi,
  RestatementsApi,
  SearchCountsApi,
  SectionsApi,
  ServiceAccountsApi,
  ServiceApi,
  SignalsApi,
  SigningKeysApi,
  StatementsApi,
  SubsidiariesApi,
  TablesApi,
  UsageApi,
  WebhookDeliveriesApi,
  WebhookEndpointsApi,
  WebhookEventTypesApi,
} from './resources.ts'

/** `GET /v1/entities`, as `client.entities.list`. */
export const listEntities: Operation<EntitiesApi['list']> = /* @__PURE__ */ list('L /v1/entities?')

/** `POST /v1/entities/resolve`, as `client.entities.resolve`. */
export const resolveEntities: Operation<EntitiesApi['resolve']> = /* @__PURE__ */ plain('POST /v1/entities/resolve!')

/** `GET /v1/entities/{cik}`, as `client.entities.get`. */
export const getEntity: Operation<EntitiesApi['get']> = /* @__PURE__ */ plain('GET /v1/entities/{}')

/** `GET /v1/entities/{cik}/names`, as `client.entities.names`. */
export const listEntityNames: Operation<EntitiesApi['names']> = /* @__PURE__ */ list('L /v1/entities/{}/names')

/** `GET /v1/entities/{cik}/tickers`, as `client.entities.tickers`. */
export const listEntityTickers: Operation<EntitiesApi['tickers']> = /* @__PURE__ */ list('L /v1/entities/{}/tickers')

/** `GET /v1/filings`, as `client.filings.list`. */
export const listFilings: Operation<FilingsApi['list']> = /* @__PURE__ */ list('L /v1/filings?')

/** `GET /v1/filings/resolve`, as `client.filings.resolveUrl`. */
export const resolveFilingUrl: Operation<FilingsApi['resolveUrl']> = /* @__PURE__ */ plain('GET /v1/filings/resolve?')

/** `GET /v1/filings/{accession_number}`, as `client.filings.get`. */
export const getFiling: Operation<FilingsApi['get']> = /* @__PURE__ */ plain('GET /v1/filings/{}?')

/** `GET /v1/filings/{accession_number}/related`, as `client.relatedFilings.list`. */
export const listRelatedFilings: Operation<RelatedFilingsApi['list']> = /* @__PURE__ */ list('L /v1/filings/{}/related?')

/** `GET /v1/filings/{accession_number}/documents`, as `client.documents.list`. */
export const listDocuments: Operation<DocumentsApi['list']> = /* @__PURE__ */ list('L /v1/filings/{}/documents?')

/** `GET /v1/filings/{accession_number}/documents/{sequence}`, as `client.documents.get`. */
export const getDocument: Operation<DocumentsApi['get']> = /* @__PURE__ */ plain('GET /v1/filings/{}/documents/{}?')

/** `GET /v1/filings/{accession_number}/documents/{sequence}`, as `client.documents.getBytes`. */
export const getDocumentBytes: Operation<DocumentsApi['getBytes']> = /* @__PURE__ */ plain('Bapplication/octet-stream /v1/filings/{}/documents/{}?')

/** `GET /v1/filings/{accession_number}/documents/{sequence}/text`, as `client.documents.text`. */
export const getDocumentText: Operation<DocumentsApi['text']> = /* @__PURE__ */ plain('GET /v1/filings/{}/documents/{}/text?')

/** `GET /v1/filings/{accession_number}/documents/{sequence}/text`, as `client.documents.textPlain`. */
export const getDocumentTextPlain: Operation<DocumentsApi['textPlain']> = /* @__PURE__ */ plain('Ttext/plain /v1/filings/{}/documents/{}/text?')

/** `GET /v1/filings/{accession_number}/documents/{sequence}/text`, as `client.documents.textMarkdown`. */
export const getDocumentTextMarkdown: Operation<DocumentsApi['textMarkdown']> = /* @__PURE__ */ plain('Ttext/markdown /v1/filings/{}/documents/{}/text?')

/** `GET /v1/filings/{accession_number}/documents/{sequence}/text`, as `client.documents.textHtml`. */
export const getDocumentTextHtml: Operation<DocumentsApi['textHtml']> = /* @__PURE__ */ plain('Ttext/html /v1/filings/{}/documents/{}/text?')

/** `GET /v1/filings/{accession_number}/documents/{sequence}/attachment`, as `client.attachment.get`. */
export const getAttachment: Operation<AttachmentApi['get']> = /* @__PURE__ */ plain('GET /v1/filings/{}/documents/{}/attachment?')

/** `GET /v1/filings/{accession_number}/documents/{sequence}/attachment`, as `client.attachment.getBytes`. */
export const getAttachmentBytes: Operation<AttachmentApi['getBytes']> = /* @__PURE__ */ plain('Bapplication/octet-stream /v1/filings/{}/documents/{}/attachment?')

/** `GET /v1/filings/{accession_number}/sections`, as `client.sections.list`. */
export const listSections: Operation<SectionsApi['list']> = /* @__PURE__ */ list('L /v1/filings/{}/sections?')

/** `GET /v1/filings/{accession_number}/sections/{section_key}`, as `client.sections.get`. */
export const getSection: Operation<SectionsApi['get']> = /* @__PURE__ */ plain('GET /v1/filings/{}/sections/{}?')

/** `GET /v1/filings/{accession_number}/sections/{section_key}`, as `client.sections.getPlain`. */
export const getSectionPlain: Operation<SectionsApi['getPlain']> = /* @__PURE__ */ plain('Ttext/plain /v1/filings/{}/sections/{}?')

/** `GET /v1/filings/{accession_number}/sections/{section_key}`, as `client.sections.getMarkdown`. */
export const getSectionMarkdown: Operation<SectionsApi['getMarkdown']> = /* @__PURE__ */ plain('Ttext/markdown /v1/filings/{}/sections/{}?')

/** `GET /v1/filings/{accession_number}/sections/{section_key}`, as `client.sections.getHtml`. */
export const getSectionHtml: Operation<SectionsApi['getHtml']> = /* @__PURE__ */ plain('Ttext/html /v1/filings/{}/sections/{}?')

/** `GET /v1/filings/{accession_number}/facts`, as `client.filings.facts`. */
export const listFilingFacts: Operation<FilingsApi['facts']> = /* @__PURE__ */ list('L /v1/filings/{}/facts?')

/** `GET /v1/facts`, as `client.facts.list`. */
export const listFacts: Operation<FactsApi['list']> = /* @__PURE__ */ list('L /v1/facts?')

/** `GET /v1/frames`, as `client.frames.list`. */
export const listFrames: Operation<FramesApi['list']> = /* @__PURE__ */ list('L /v1/frames?')

/** `GET /v1/filings/{accession_number}/processing`, as `client.processing.list`. */
export const listProcessing: Operation<ProcessingApi['list']> = /* @__PURE__ */ list('L /v1/filings/{}/processing')

/** `GET /v1/insider-transactions`, as `client.insiderTransactions.list`. */
export const listInsiderTransactions: Operation<InsiderTransactionsApi['list']> = /* @__PURE__ */ list('L /v1/insider-transactions?')

/** `GET /v1/insider-holdings`, as `client.insiderHoldings.list`. */
export const listInsiderHoldings: Operation<InsiderHoldingsApi['list']> = /* @__PURE__ */ list('L /v1/insider-holdings?')

/** `GET /v1/proposed-sales`, as `client.proposedSales.list`. */
export const listProposedSales: Operation<ProposedSalesApi['list']> = /* @__PURE__ */ list('L /v1/proposed-sales?')

/** `GET /v1/beneficial-ownership`, as `client.beneficialOwnership.list`. */
export const listBeneficialOwnership: Operation<BeneficialOwnershipApi['list']> = /* @__PURE__ */ list('L /v1/beneficial-ownership?')

/** `GET /v1/holdings`, as `client.holdings.list`. */
export const listHoldings: Operation<HoldingsApi['list']> = /* @__PURE__ */ list('L /v1/holdings?')

/** `GET /v1/holdings/reports`, as `client.holdings.reports`. */
export const listHoldingsReports: Operation<HoldingsApi['reports']> = /* @__PURE__ */ list('L /v1/holdings/reports?')

/** `GET /v1/holdings/changes`, as `client.holdings.changes`. */
export const listHoldingChanges: Operation<HoldingsApi['changes']> = /* @__PURE__ */ list('L /v1/holdings/changes?')

/** `GET /v1/fund-reports`, as `client.fundReports.list`. */
export const listFundReports: Operation<FundReportsApi['list']> = /* @__PURE__ */ list('L /v1/fund-reports?')

/** `GET /v1/fund-holdings`, as `client.fundHoldings.list`. */
export const listFundHoldings: Operation<FundHoldingsApi['list']> = /* @__PURE__ */ list('L /v1/fund-holdings?')

/** `GET /v1/proxy-votes`, as `client.proxyVotes.list`. */
export const listProxyVotes: Operation<ProxyVotesApi['list']> = /* @__PURE__ */ list('L /v1/proxy-votes?')

/** `GET /v1/subsidiaries`, as `client.subsidiaries.list`. */
export const listSubsidiaries: Operation<SubsidiariesApi['list']> = /* @__PURE__ */ list('L /v1/subsidiaries?')

/** `GET /v1/offerings`, as `client.offerings.list`. */
export const listOfferings: Operation<OfferingsApi['list']> = /* @__PURE__ */ list('L /v1/offerings?')

/** `GET /v1/events`, as `client.events.list`. */
export const listEvents: Operation<EventsApi['list']> = /* @__PURE__ */ list('L /v1/events?')

/** `GET /v1/entities/{cik}/statements`, as `client.statements.list`. */
export const listStatements: Operation<StatementsApi['list']> = /* @__PURE__ */ list('L /v1/entities/{}/statements?')

/** `GET /v1/entities/{cik}/ratios`, as `client.ratios.list`. */
export const listRatios: Operation<RatiosApi['list']> = /* @__PURE__ */ list('L /v1/entities/{}/ratios?')

/** `GET /v1/entities/{cik}/restatements`, as `client.restatements.list`. */
export const listRestatements: Operation<RestatementsApi['list']> = /* @__PURE__ */ list('L /v1/entities/{}/restatements?')

/** `GET /v1/signals`, as `client.signals.list`. */
export const listSignals: Operation<SignalsApi['list']> = /* @__PURE__ */ list('L /v1/signals?')

/** `GET /v1/signals/{signal_id}`, as `client.signals.get`. */
export const getSignal: Operation<SignalsApi['get']> = /* @__PURE__ */ plain('GET /v1/signals/{}?')

/** `GET /v1/signals/{signal_id}/evidence`, as `client.signals.evidence`. */
export const listEvidence: Operation<SignalsApi['evidence']> = /* @__PURE__ */ list('L /v1/signals/{}/evidence?')

/** `POST /v1/signals/{signal_id}/reproduce`, as `client.signals.reproduce`. */
export const reproduceSignal: Operation<SignalsApi['reproduce']> = /* @__PURE__ */ plain('POST /v1/signals/{}/reproduce?')

/** `GET /v1/signal-types`, as `client.signals.types`. */
export const listSignalTypes: Operation<SignalsApi['types']> = /* @__PURE__ */ list('L /v1/signal-types')

/** `GET /v1/extractors`, as `client.extractors.list`. */
export const listExtractors: Operation<ExtractorsApi['list']> = /* @__PURE__ */ list('L /v1/extractors')

/** `GET /v1/extractors/{name}`, as `client.extractors.get`. */
export const getExtractor: Operation<ExtractorsApi['get']> = /* @__PURE__ */ plain('GET /v1/extractors/{}')

/** `POST /v1/evidence/check`, as `client.evidence.check`. */
export const checkEvidence: Operation<EvidenceApi['check']> = /* @__PURE__ */ plain('POST /v1/evidence/check!')

/** `POST /v1/evidence/verify`, as `client.evidence.verify`. */
export const verifyEvidence: Operation<EvidenceApi['verify']> = /* @__PURE__ */ plain('POST /v1/evidence/verify!')

/** `GET /v1/coverage`, as `client.coverage.list`. */
export const listCoverage: Operation<CoverageApi['list']> = /* @__PURE__ */ list('L /v1/coverage?')

/** `GET /v1/filings/{accession_number}/tables`, as `client.tables.list`. */
export const listTables: Operation<TablesApi['list']> = /* @__PURE__ */ list('L /v1/filings/{}/tables?')

/** `GET /v1/search`, as `client.documents.search`. */
export const searchDocuments: Operation<DocumentsApi['search']> = /* @__PURE__ */ list('L /v1/search?')

/** `GET /v1/search/counts`, as `client.searchCounts.list`. */
export const listSearchCounts: Operation<SearchCountsApi['list']> = /* @__PURE__ */ list('L /v1/search/counts?')

/** `GET /v1/diffs`, as `client.diff.get`. */
export const getDiff: Operation<DiffApi['get']> = /* @__PURE__ */ plain('GET /v1/diffs?')

/** `GET /v1/changes`, as `client.changes.list`. */
export const listChanges: Operation<ChangesApi['list']> = /* @__PURE__ */ list('L /v1/changes?')

/** `GET /v1/stream`, as `client.changes.stream`. */
export const streamChanges: Operation<ChangesApi['stream']> = /* @__PURE__ */ stream('S /v1/stream?')

/** `GET /v1/billing/plan`, as `client.billingPlan.get`. */
export const getBillingPlan: Operation<BillingPlanApi['get']> = /* @__PURE__ */ plain('GET /v1/billing/plan')

/** `PUT /v1/billing/plan`, as `client.billingPlan.update`. */
export const updateBillingPlan: Operation<BillingPlanApi['update']> = /* @__PURE__ */ plain('PUT /v1/billing/plan!')

/** `GET /v1/billing/budget`, as `client.budget.get`. */
export const getBudget: Operation<BudgetApi['get']> = /* @__PURE__ */ plain('GET /v1/billing/budget')

/** `PUT /v1/billing/budget`, as `client.budget.update`. */
export const updateBudget: Operation<BudgetApi['update']> = /* @__PURE__ */ plain('PUT /v1/billing/budget!')

/** `GET /v1/billing/invoices`, as `client.invoices.list`. */
export const listInvoices: Operation<InvoicesApi['list']> = /* @__PURE__ */ list('L /v1/billing/invoices?')

/** `GET /v1/billing/invoices/{invoice_id}`, as `client.invoices.get`. */
export const getInvoice: Operation<InvoicesApi['get']> = /* @__PURE__ */ plain('GET /v1/billing/invoices/{}')

/** `GET /v1/billing/invoices/{invoice_id}/pdf`, as `client.invoices.download`. */
export const downloadInvoice: Operation<InvoicesApi['download']> = /* @__PURE__ */ plain('Bapplication/pdf /v1/billing/invoices/{}/pdf')

/** `POST /v1/monitors`, as `client.monitors.create`. */
export const createMonitor: Operation<MonitorsApi['create']> = /* @__PURE__ */ plain('POST /v1/monitors!')

/** `GET /v1/monitors`, as `client.monitors.list`. */
export const listMonitors: Operation<MonitorsApi['list']> = /* @__PURE__ */ list('L /v1/monitors?')

/** `GET /v1/monitors/{monitor_id}`, as `client.monitors.get`. */
export const getMonitor: Operation<MonitorsApi['get']> = /* @__PURE__ */ plain('GET /v1/monitors/{}')

/** `PATCH /v1/monitors/{monitor_id}`, as `client.monitors.update`. */
export const updateMonitor: Operation<MonitorsApi['update']> = /* @__PURE__ */ plain('PATCH /v1/monitors/{}!')

/** `DELETE /v1/monitors/{monitor_id}`, as `client.monitors.delete`. */
export const deleteMonitor: Operation<MonitorsApi['delete']> = /* @__PURE__ */ plain('DELETE /v1/monitors/{}')

/** `GET /v1/monitors/{monitor_id}/matches`, as `client.monitors.matches`. */
export const listMonitorMatches: Operation<MonitorsApi['matches']> = /* @__PURE__ */ list('L /v1/monitors/{}/matches?')

/** `POST /v1/exports`, as `client.exports.create`. */
export const createExport: Operation<ExportsApi['create']> = /* @__PURE__ */ plain('POST /v1/exports!')

/** `GET /v1/exports`, as `client.exports.list`. */
export const listExports: Operation<ExportsApi['list']> = /* @__PURE__ */ list('L /v1/exports?')

/** `GET /v1/exports/{export_id}`, as `client.exports.get`. */
export const getExport: Operation<ExportsApi['get']> = /* @__PURE__ */ plain('GET /v1/exports/{}')

/** `GET /v1/exports/{export_id}/files/{name}`, as `client.exports.downloadFile`. */
export const downloadExportFile: Operation<ExportsApi['downloadFile']> = /* @__PURE__ */ plain('GET /v1/exports/{}/files/{}')

/** `GET /v1/exports/{export_id}/files/{name}`, as `client.exports.downloadFileNdjson`. */
export const downloadExportFileNdjson: Operation<ExportsApi['downloadFileNdjson']> = /* @__PURE__ */ plain('Tapplication/x-ndjson /v1/exports/{}/files/{}')

/** `GET /v1/exports/{export_id}/files/{name}`, as `client.exports.downloadFileCsv`. */
export const downloadExportFileCsv: Operation<ExportsApi['downloadFileCsv']> = /* @__PURE__ */ plain('Ttext/csv /v1/exports/{}/files/{}')

/** `GET /v1/exports/{export_id}/files/{name}`, as `client.exports.downloadFileParquet`. */
export const downloadExportFileParquet: Operation<ExportsApi['downloadFileParquet']> = /* @__PURE__ */ plain('Bapplication/vnd.apache.parquet /v1/exports/{}/files/{}')

/** `GET /v1/jobs`, as `client.jobs.list`. */
export const listJobs: Operation<JobsApi['list']> = /* @__PURE__ */ list('L /v1/jobs?')

/** `GET /v1/jobs/{job_id}`, as `client.jobs.get`. */
export const getJob: Operation<JobsApi['get']> = /* @__PURE__ */ plain('GET /v1/jobs/{}')

/** `DELETE /v1/jobs/{job_id}`, as `client.jobs.cancel`. */
export const cancelJob: Operation<JobsApi['cancel']> = /* @__PURE__ */ plain('DELETE /v1/jobs/{}')

/** `GET /v1/keys`, as `client.keys.list`. */
export const listKeys: Operation<KeysApi['list']> = /* @__PURE__ */ list('L /v1/keys?')

/** `POST /v1/keys`, as `client.keys.create`. */
export const createKey: Operation<KeysApi['create']> = /* @__PURE__ */ plain('POST /v1/keys!')

/** `GET /v1/keys/{key_id}`, as `client.keys.get`. */
export const getKey: Operation<KeysApi['get']> = /* @__PURE__ */ plain('GET /v1/keys/{}')

/** `PATCH /v1/keys/{key_id}`, as `client.keys.update`. */
export const updateKey: Operation<KeysApi['update']> = /* @__PURE__ */ plain('PATCH /v1/keys/{}!')

/** `DELETE /v1/keys/{key_id}`, as `client.keys.revoke`. */
export const revokeKey: Operation<KeysApi['revoke']> = /* @__PURE__ */ plain('DELETE /v1/keys/{}')

/** `POST /v1/keys/{key_id}/rotate`, as `client.keys.rotate`. */
export const rotateKey: Operation<KeysApi['rotate']> = /* @__PURE__ */ plain('POST /v1/keys/{}/rotate!')

/** `POST /v1/explorer-keys`, as `client.explorerKey.create`. */
export const createExplorerKey: Operation<ExplorerKeyApi['create']> = /* @__PURE__ */ plain('POST /v1/explorer-keys')

/** `GET /v1/usage`, as `client.usage.list`. */
export const listUsage: Operation<UsageApi['list']> = /* @__PURE__ */ list('L /v1/usage?')

/** `GET /v1/usage`, as `client.usage.listCsv`. */
export const listUsageCsv: Operation<UsageApi['listCsv']> = /* @__PURE__ */ plain('Ttext/csv /v1/usage?')

/** `GET /v1/usage`, as `client.usage.listNdjson`. */
export const listUsageNdjson: Operation<UsageApi['listNdjson']> = /* @__PURE__ */ plain('Tapplication/x-ndjson /v1/usage?')

/** `POST /v1/webhook-endpoints`, as `client.webhookEndpoints.create`. */
export const createWebhookEndpoint: Operation<WebhookEndpointsApi['create']> = /* @__PURE__ */ plain('POST /v1/webhook-endpoints!')

/** `GET /v1/webhook-endpoints`, as `client.webhookEndpoints.list`. */
export const listWebhookEndpoints: Operation<WebhookEndpointsApi['list']> = /* @__PURE__ */ list('L /v1/webhook-endpoints?')

/** `GET /v1/webhook-endpoints/{endpoint_id}`, as `client.webhookEndpoints.get`. */
export const getWebhookEndpoint: Operation<WebhookEndpointsApi['get']> = /* @__PURE__ */ plain('GET /v1/webhook-endpoints/{}')

/** `PATCH /v1/webhook-endpoints/{endpoint_id}`, as `client.webhookEndpoints.update`. */
export const updateWebhookEndpoint: Operation<WebhookEndpointsApi['update']> = /* @__PURE__ */ plain('PATCH /v1/webhook-endpoints/{}!')

/** `DELETE /v1/webhook-endpoints/{endpoint_id}`, as `client.webhookEndpoints.delete`. */
export const deleteWebhookEndpoint: Operation<WebhookEndpointsApi['delete']> = /* @__PURE__ */ plain('DELETE /v1/webhook-endpoints/{}')

/** `POST /v1/webhook-endpoints/{endpoint_id}/rotate-secret`, as `client.webhookEndpoints.rotateSecret`. */
export const rotateWebhookSecret: Operation<WebhookEndpointsApi['rotateSecret']> = /* @__PURE__ */ plain('POST /v1/webhook-endpoints/{}/rotate-secret!')

/** `POST /v1/webhook-endpoints/{endpoint_id}/test`, as `client.webhookEndpoints.test`. */
export const testWebhookEndpoint: Operation<WebhookEndpointsApi['test']> = /* @__PURE__ */ plain('POST /v1/webhook-endpoints/{}/test')

/** `GET /v1/webhook-endpoints/{endpoint_id}/deliveries`, as `client.webhookDeliveries.list`. */
export const listWebhookDeliveries: Operation<WebhookDeliveriesApi['list']> = /* @__PURE__ */ list('L /v1/webhook-endpoints/{}/deliveries?')

/** `GET /v1/webhook-endpoints/{endpoint_id}/deliveries/{delivery_id}`, as `client.webhookDeliveries.get`. */
export const getWebhookDelivery: Operation<WebhookDeliveriesApi['get']> = /* @__PURE__ */ plain('GET /v1/webhook-endpoints/{}/deliveries/{}')

/** `POST /v1/webhook-endpoints/{endpoint_id}/deliveries/{delivery_id}/retry`, as `client.webhookDeliveries.retry`. */
export const retryWebhookDelivery: Operation<WebhookDeliveriesApi['retry']> = /* @__PURE__ */ plain('POST /v1/webhook-endpoints/{}/deliveries/{}/retry')

/** `POST /v1/webhook-endpoints/{endpoint_id}/replay`, as `client.webhookEndpoints.replay`. */
export const replayWebhookEvents: Operation<WebhookEndpointsApi['replay']> = /* @__PURE__ */ plain('POST /v1/webhook-endpoints/{}/replay!')

/** `GET /v1/webhook-event-types`, as `client.webhookEventTypes.list`. */
export const listWebhookEventTypes: Operation<WebhookEventTypesApi['list']> = /* @__PURE__ */ list('L /v1/webhook-event-types')

/** `GET /v1/usage/requests`, as `client.requests.list`. */
export const listRequests: Operation<RequestsApi['list']> = /* @__PURE__ */ list('L /v1/usage/requests?')

/** `GET /v1/usage/requests/{request_id}`, as `client.requests.get`. */
export const getRequest: Operation<RequestsApi['get']> = /* @__PURE__ */ plain('GET /v1/usage/requests/{}')

/** `GET /v1/organisation`, as `client.organisation.get`. */
export const getOrganisation: Operation<OrganisationApi['get']> = /* @__PURE__ */ plain('GET /v1/organisation')

/** `PATCH /v1/organisation`, as `client.organisation.update`. */
export const updateOrganisation: Operation<OrganisationApi['update']> = /* @__PURE__ */ plain('PATCH /v1/organisation!')

/** `GET /v1/me`, as `client.me.get`. */
export const getMe: Operation<MeApi['get']> = /* @__PURE__ */ plain('GET /v1/me')

/** `GET /v1/members`, as `client.members.list`. */
export const listMembers: Operation<MembersApi['list']> = /* @__PURE__ */ list('L /v1/members?')

/** `POST /v1/members`, as `client.members.create`. */
export const createMember: Operation<MembersApi['create']> = /* @__PURE__ */ plain('POST /v1/members!')

/** `GET /v1/members/{member_id}`, as `client.members.get`. */
export const getMember: Operation<MembersApi['get']> = /* @__PURE__ */ plain('GET /v1/members/{}')

/** `PATCH /v1/members/{member_id}`, as `client.members.update`. */
export const updateMember: Operation<MembersApi['update']> = /* @__PURE__ */ plain('PATCH /v1/members/{}!')

/** `DELETE /v1/members/{member_id}`, as `client.members.delete`. */
export const deleteMember: Operation<MembersApi['delete']> = /* @__PURE__ */ plain('DELETE /v1/members/{}')

/** `GET /v1/service-accounts`, as `client.serviceAccounts.list`. */
export const listServiceAccounts: Operation<ServiceAccountsApi['list']> = /* @__PURE__ */ list('L /v1/service-accounts?')

/** `POST /v1/service-accounts`, as `client.serviceAccounts.create`. */
export const createServiceAccount: Operation<ServiceAccountsApi['create']> = /* @__PURE__ */ plain('POST /v1/service-accounts!')

/** `GET /v1/service-accounts/{service_account_id}`, as `client.serviceAccounts.get`. */
export const getServiceAccount: Operation<ServiceAccountsApi['get']> = /* @__PURE__ */ plain('GET /v1/service-accounts/{}')

/** `PATCH /v1/service-accounts/{service_account_id}`, as `client.serviceAccounts.update`. */
export const updateServiceAccount: Operation<ServiceAccountsApi['update']> = /* @__PURE__ */ plain('PATCH /v1/service-accounts/{}!')

/** `DELETE /v1/service-accounts/{service_account_id}`, as `client.serviceAccounts.delete`. */
export const deleteServiceAccount: Operation<ServiceAccountsApi['delete']> = /* @__PURE__ */ plain('DELETE /v1/service-accounts/{}')

/** `POST /v1/service-accounts/{service_account_id}/rotate`, as `client.serviceAccounts.rotate`. */
export const rotateServiceAccount: Operation<ServiceAccountsApi['rotate']> = /* @__PURE__ */ plain('POST /v1/service-accounts/{}/rotate!')

/** `GET /v1/audit-events`, as `client.auditEvents.list`. */
export const listAuditEvents: Operation<AuditEventsApi['list']> = /* @__PURE__ */ list('L /v1/audit-events?')

/** `GET /v1/audit-events/proof`, as `client.auditProof.get`. */
export const getAuditProof: Operation<AuditProofApi['get']> = /* @__PURE__ */ plain('GET /v1/audit-events/proof')

/** `GET /v1/audit-events/export`, as `client.auditEvents.downloadNdjson`. */
export const downloadAuditEventsNdjson: Operation<AuditEventsApi['downloadNdjson']> = /* @__PURE__ */ plain('Tapplication/x-ndjson /v1/audit-events/export?')

/** `GET /v1/audit-events/export`, as `client.auditEvents.downloadCsv`. */
export const downloadAuditEventsCsv: Operation<AuditEventsApi['downloadCsv']> = /* @__PURE__ */ plain('Ttext/csv /v1/audit-events/export?')

/** `POST /v1/privacy/exports`, as `client.privacyExports.create`. */
export const createPrivacyExport: Operation<PrivacyExportsApi['create']> = /* @__PURE__ */ plain('POST /v1/privacy/exports!')

/** `GET /v1/privacy/exports`, as `client.privacyExports.list`. */
export const listPrivacyExports: Operation<PrivacyExportsApi['list']> = /* @__PURE__ */ list('L /v1/privacy/exports?')

/** `GET /v1/privacy/exports/{privacy_export_id}`, as `client.privacyExports.get`. */
export const getPrivacyExport: Operation<PrivacyExportsApi['get']> = /* @__PURE__ */ plain('GET /v1/privacy/exports/{}')

/** `GET /v1/privacy/exports/{privacy_export_id}/bundle`, as `client.privacyExports.download`. */
export const downloadPrivacyExport: Operation<PrivacyExportsApi['download']> = /* @__PURE__ */ plain('GET /v1/privacy/exports/{}/bundle')

/** `POST /v1/privacy/erasures`, as `client.erasures.create`. */
export const createErasure: Operation<ErasuresApi['create']> = /* @__PURE__ */ plain('POST /v1/privacy/erasures!')

/** `GET /v1/privacy/erasures`, as `client.erasures.list`. */
export const listErasures: Operation<ErasuresApi['list']> = /* @__PURE__ */ list('L /v1/privacy/erasures?')

/** `GET /v1/privacy/erasures/{erasure_id}`, as `client.erasures.get`. */
export const getErasure: Operation<ErasuresApi['get']> = /* @__PURE__ */ plain('GET /v1/privacy/erasures/{}')

/** `DELETE /v1/privacy/erasures/{erasure_id}`, as `client.erasures.cancel`. */
export const cancelErasure: Operation<ErasuresApi['cancel']> = /* @__PURE__ */ plain('DELETE /v1/privacy/erasures/{}')

/** `GET /health`, as `client.service.health`. */
export const getHealth: Operation<ServiceApi['health']> = /* @__PURE__ */ plain('GET /health')

/** `GET /readyz`, as `client.service.readiness`. */
export const getReadiness: Operation<ServiceApi['readiness']> = /* @__PURE__ */ plain('GET /readyz')

/** `GET /livez`, as `client.service.liveness`. */
export const getLiveness: Operation<ServiceApi['liveness']> = /* @__PURE__ */ plain('GET /livez')

/** `GET /v1/status`, as `client.service.status`. */
export const getStatus: Operation<ServiceApi['status']> = /* @__PURE__ */ plain('GET /v1/status')

/** `GET /openapi.json`, as `client.service.openApi`. */
export const getOpenApi: Operation<ServiceApi['openApi']> = /* @__PURE__ */ plain('GET /openapi.json')

/** `GET /.well-known/jwks.json`, as `client.signingKeys.list`. */
export const listSigningKeys: Operation<SigningKeysApi['list']> = /* @__PURE__ */ plain('GET /.well-known/jwks.json')

/** `GET /.well-known/oauth-authorization-server`, as `client.authorizationServer.get`. */
export const getAuthorizationServer: Operation<AuthorizationServerApi['get']> = /* @__PURE__ */ plain('GET /.well-known/oauth-authorization-server')

/** `GET /.well-known/audit-keys.json`, as `client.auditKeys.list`. */
export const listAuditKeys: Operation<AuditKeysApi['list']> = /* @__PURE__ */ plain('GET /.well-known/audit-keys.json')
