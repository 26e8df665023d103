// Generated from openapi/openapi.json by `npm run openapi`. Do not edit.

import type { Filter, Part } from '../operation.ts'
import type { ApiRequest, ListRequest } from '../request.ts'
import type { StreamRequest } from '../stream.ts'
import type { RequestOptions } from '../transport.ts'
import type { operations } from './openapi.ts'
import type { Attachment, AuditEventList, AuditKeySet, AuditProof, AuthorizationServer, BeneficialOwnershipList, BillingPlan, Budget, Change, ChangeList, CoverageList, Diff, Document, DocumentList, DocumentText, Entity, EntityList, EntityNameList, EntityTickerList, Erasure, ErasureList, EventList, EvidenceCheck, EvidenceList, EvidenceVerification, ExplorerKey, Export, ExportList, Extractor, ExtractorList, FactList, FilingDetail, FilingList, FundHoldingList, FundReportList, Health, HoldingChangeList, HoldingList, HoldingsReportList, InsiderHoldingList, InsiderTransactionList, Invoice, InvoiceList, Job, JobList, JsonWebKeySet, Key, KeyList, KeyWithSecret, LoggedRequest, LoggedRequestList, Me, Member, MemberList, Monitor, MonitorList, MonitorMatchList, OfferingList, Organisation, PrivacyBundle, PrivacyExport, PrivacyExportList, ProcessingList, ProposedSaleList, ProxyVoteList, RatioReportList, RelatedFilingList, ResolvedEntityList, ResolvedUrl, RestatementList, SearchCountList, SearchHitList, SectionList, SectionText, ServiceAccount, ServiceAccountList, ServiceAccountWithSecret, ServiceStatus, Signal, SignalList, SignalReproduction, SignalTypeList, StatementList, SubsidiaryList, TableList, UsageList, WebhookDelivery, WebhookDeliveryDetail, WebhookDeliveryList, WebhookEndpoint, WebhookEndpointList, WebhookEndpointWithSecret, WebhookEventTypeList, WebhookReplay } from './schemas.ts'

export type EntitiesListParams = Filter<NonNullable<operations['listEntities']['parameters']['query']>>
export type FilingsListParams = Filter<NonNullable<operations['listFilings']['parameters']['query']>>
export type FilingsResolveUrlParams = Filter<NonNullable<operations['resolveFilingUrl']['parameters']['query']>>
export type FilingsGetParams = Filter<NonNullable<operations['getFiling']['parameters']['query']>>
export type RelatedFilingsListParams = Filter<NonNullable<operations['listRelatedFilings']['parameters']['query']>>
export type DocumentsListParams = Filter<NonNullable<operations['listDocuments']['parameters']['query']>>
export type DocumentsGetParams = Filter<NonNullable<operations['getDocument']['parameters']['query']>>
export type DocumentsTextParams = Filter<NonNullable<operations['getDocumentText']['parameters']['query']>>
export type AttachmentGetParams = Filter<NonNullable<operations['getAttachment']['parameters']['query']>>
export type SectionsListParams = Filter<NonNullable<operations['listSections']['parameters']['query']>>
export type SectionsGetParams = Filter<NonNullable<operations['getSection']['parameters']['query']>>
export type FilingsFactsParams = Filter<NonNullable<operations['listFilingFacts']['parameters']['query']>>
export type FactsListParams = Filter<NonNullable<operations['listFacts']['parameters']['query']>>
export type FramesListParams = Filter<NonNullable<operations['listFrames']['parameters']['query']>>
export type InsiderTransactionsListParams = Filter<NonNullable<operations['listInsiderTransactions']['parameters']['query']>>
export type InsiderHoldingsListParams = Filter<NonNullable<operations['listInsiderHoldings']['parameters']['query']>>
export type ProposedSalesListParams = Filter<NonNullable<operations['listProposedSales']['parameters']['query']>>
export type BeneficialOwnershipListParams = Filter<NonNullable<operations['listBeneficialOwnership']['parameters']['query']>>
export type HoldingsListParams = Filter<NonNullable<operations['listHoldings']['parameters']['query']>>
export type HoldingsReportsParams = Filter<NonNullable<operations['listHoldingsReports']['parameters']['query']>>
export type HoldingsChangesParams = Filter<NonNullable<operations['listHoldingChanges']['parameters']['query']>>
export type FundReportsListParams = Filter<NonNullable<operations['listFundReports']['parameters']['query']>>
export type FundHoldingsListParams = Filter<NonNullable<operations['listFundHoldings']['parameters']['query']>>
export type ProxyVotesListParams = Filter<NonNullable<operations['listProxyVotes']['parameters']['query']>>
export type SubsidiariesListParams = Filter<NonNullable<operations['listSubsidiaries']['parameters']['query']>>
export type OfferingsListParams = Filter<NonNullable<operations['listOfferings']['parameters']['query']>>
export type EventsListParams = Filter<NonNullable<operations['listEvents']['parameters']['query']>>
export type StatementsListParams = Filter<NonNullable<operations['listStatements']['parameters']['query']>>
export type RatiosListParams = Filter<NonNullable<operations['listRatios']['parameters']['query']>>
export type RestatementsListParams = Filter<NonNullable<operations['listRestatements']['parameters']['query']>>
export type SignalsListParams = Filter<NonNullable<operations['listSignals']['parameters']['query']>>
export type SignalsGetParams = Filter<NonNullable<operations['getSignal']['parameters']['query']>>
export type SignalsEvidenceParams = Filter<NonNullable<operations['listEvidence']['parameters']['query']>>
export type SignalsReproduceParams = Filter<NonNullable<operations['reproduceSignal']['parameters']['query']>>
export type CoverageListParams = Filter<NonNullable<operations['listCoverage']['parameters']['query']>>
export type TablesListParams = Filter<NonNullable<operations['listTables']['parameters']['query']>>
export type DocumentsSearchParams = Filter<NonNullable<operations['searchDocuments']['parameters']['query']>>
export type SearchCountsListParams = Filter<NonNullable<operations['listSearchCounts']['parameters']['query']>>
export type DiffGetParams = Filter<NonNullable<operations['getDiff']['parameters']['query']>>
export type ChangesListParams = Filter<NonNullable<operations['listChanges']['parameters']['query']>>
export type ChangesStreamParams = Filter<NonNullable<operations['streamChanges']['parameters']['query']>>
export type InvoicesListParams = Filter<NonNullable<operations['listInvoices']['parameters']['query']>>
export type MonitorsListParams = Filter<NonNullable<operations['listMonitors']['parameters']['query']>>
export type MonitorsMatchesParams = Filter<NonNullable<operations['listMonitorMatches']['parameters']['query']>>
export type ExportsListParams = Filter<NonNullable<operations['listExports']['parameters']['query']>>
export type JobsListParams = Filter<NonNullable<operations['listJobs']['parameters']['query']>>
export type KeysListParams = Filter<NonNullable<operations['listKeys']['parameters']['query']>>
export type UsageListParams = Filter<NonNullable<operations['listUsage']['parameters']['query']>>
export type WebhookEndpointsListParams = Filter<NonNullable<operations['listWebhookEndpoints']['parameters']['query']>>
export type WebhookDeliveriesListParams = Filter<NonNullable<operations['listWebhookDeliveries']['parameters']['query']>>
export type RequestsListParams = Filter<NonNullable<operations['listRequests']['parameters']['query']>>
export type MembersListParams = Filter<NonNullable<operations['listMembers']['parameters']['query']>>
export type ServiceAccountsListParams = Filter<NonNullable<operations['listServiceAccounts']['parameters']['query']>>
export type AuditEventsListParams = Filter<NonNullable<operations['listAuditEvents']['parameters']['query']>>
export type AuditEventsDownloadParams = Filter<NonNullable<operations['downloadAuditEvents']['parameters']['query']>>
export type PrivacyExportsListParams = Filter<NonNullable<operations['listPrivacyExports']['parameters']['query']>>
export type ErasuresListParams = Filter<NonNullable<operations['listErasures']['parameters']['query']>>

export interface EntitiesApi {
  /**
   * Companies, funds and people that filings name, found by name, ticker, CIK or industry; by CIK.
   *
   * `GET /v1/entities`. Scopes: `entities:read`. Cost: 1.
   */
  list(params?: EntitiesListParams, options?: RequestOptions): ListRequest<EntityList>

  /**
   * Says for up to 100 identifiers at once which entity each stands for. Names must be whole, as a filing carries or carried them; use `q` of `GET /v1/entities` to look for parts.
   *
   * `POST /v1/entities/resolve`. Scopes: `entities:read`. Cost: 1.
   */
  resolve(body: NonNullable<operations['resolveEntities']['requestBody']>['content']['application/json'], options?: RequestOptions): ApiRequest<ResolvedEntityList>

  /**
   * One company, fund or person by its CIK, as the latest filing describes it.
   *
   * `GET /v1/entities/{cik}`. Scopes: `entities:read`. Cost: 1.
   * @param cik Central Index Key, with or without leading zeros.
   */
  get(cik: Part, options?: RequestOptions): ApiRequest<Entity>

  /**
   * Present and former names as filings give them, the current one first.
   *
   * `GET /v1/entities/{cik}/names`. Scopes: `entities:read`. Cost: 1.
   * @param cik Central Index Key, with or without leading zeros.
   */
  names(cik: Part, options?: RequestOptions): ListRequest<EntityNameList>

  /**
   * Tickers as they are today, with their exchange. An empty list means that none is known.
   *
   * `GET /v1/entities/{cik}/tickers`. Scopes: `entities:read`. Cost: 1.
   * @param cik Central Index Key, with or without leading zeros.
   */
  tickers(cik: Part, options?: RequestOptions): ListRequest<EntityTickerList>
}

export interface FilingsApi {
  /**
   * Filings in the order of acceptance, filtered by company, form, item and time. Pages stay consistent while filings arrive: all of them are true for the moment of the first.
   *
   * `GET /v1/filings`. Scopes: `filings:read`. Cost: 1.
   */
  list(params?: FilingsListParams, options?: RequestOptions): ListRequest<FilingList>

  /**
   * Takes any URL EDGAR uses for a filing or one of its documents and returns the filing.
   *
   * `GET /v1/filings/resolve`. Scopes: `filings:read`. Cost: 1.
   */
  resolveUrl(params: FilingsResolveUrlParams, options?: RequestOptions): ApiRequest<ResolvedUrl>

  /**
   * One filing by its accession number, with dashes or as 18 digits: all its header says, the filing it amends, and whether EDGAR still serves the bytes that were first seen.
   *
   * `GET /v1/filings/{accession_number}`. Scopes: `filings:read`. Cost: 1.
   * @param accession_number Accession number, with dashes or as 18 digits.
   */
  get(accession_number: Part, params?: FilingsGetParams, options?: RequestOptions): ApiRequest<FilingDetail>

  /**
   * Every XBRL fact of the filing in the order of its documents: numbers, texts, hidden and dimensional facts, each with its place in the canonical text.
   *
   * `GET /v1/filings/{accession_number}/facts`. Scopes: `facts:read`. Cost: 1.
   * @param accession_number Accession number, with dashes or as 18 digits.
   */
  facts(accession_number: Part, params?: FilingsFactsParams, options?: RequestOptions): ListRequest<FactList>
}

export interface RelatedFilingsApi {
  /**
   * The original an amendment amends, the amendments of a filing, other amendments of the same original, and what withdraws or ends the registration under the same file number. Earliest first.
   *
   * `GET /v1/filings/{accession_number}/related`. Scopes: `filings:read`. Cost: 1.
   * @param accession_number Accession number, with dashes or as 18 digits.
   */
  list(accession_number: Part, params?: RelatedFilingsListParams, options?: RequestOptions): ListRequest<RelatedFilingList>
}

export interface DocumentsApi {
  /**
   * Every document of the submission in the order it was filed.
   *
   * `GET /v1/filings/{accession_number}/documents`. Scopes: `filings:read`. Cost: 1.
   * @param accession_number Accession number, with dashes or as 18 digits.
   */
  list(accession_number: Part, params?: DocumentsListParams, options?: RequestOptions): ListRequest<DocumentList>

  /**
   * What is known of a document. With an `Accept` header that prefers anything but JSON, the answer is the original bytes as filed, to be saved and never run: the bytes come with their own media type, as an attachment, sandboxed.
   *
   * `GET /v1/filings/{accession_number}/documents/{sequence}`. Scopes: `filings:read`. Cost: 1.
   * @param accession_number Accession number, with dashes or as 18 digits.
   * @param sequence Position of the document in the filing.
   */
  get(accession_number: Part, sequence: Part, params?: DocumentsGetParams, options?: RequestOptions): ApiRequest<Document>

  /**
   * What is known of a document. With an `Accept` header that prefers anything but JSON, the answer is the original bytes as filed, to be saved and never run: the bytes come with their own media type, as an attachment, sandboxed.
   *
   * The original bytes; their SHA-256 is `document_sha256`.
   *
   * `GET /v1/filings/{accession_number}/documents/{sequence}`. Scopes: `filings:read`. Cost: 1.
   * @param accession_number Accession number, with dashes or as 18 digits.
   * @param sequence Position of the document in the filing.
   */
  getBytes(accession_number: Part, sequence: Part, params?: DocumentsGetParams, options?: RequestOptions): ApiRequest<Uint8Array>

  /**
   * The text all offsets refer to. With `Accept: text/plain` the answer is the exact text, so that the SHA-256 of the download equals `text_sha256` (also in the `Latent-Text-Sha256` header).
   *
   * `GET /v1/filings/{accession_number}/documents/{sequence}/text`. Scopes: `filings:read`. Cost: 1.
   * @param accession_number Accession number, with dashes or as 18 digits.
   * @param sequence Position of the document in the filing.
   */
  text(accession_number: Part, sequence: Part, params?: DocumentsTextParams, options?: RequestOptions): ApiRequest<DocumentText>

  /**
   * The text all offsets refer to. With `Accept: text/plain` the answer is the exact text, so that the SHA-256 of the download equals `text_sha256` (also in the `Latent-Text-Sha256` header).
   *
   * The text alone. Without `offset` and `max_chars` its SHA-256 is `text_sha256`.
   *
   * `GET /v1/filings/{accession_number}/documents/{sequence}/text`. Scopes: `filings:read`. Cost: 1.
   * @param accession_number Accession number, with dashes or as 18 digits.
   * @param sequence Position of the document in the filing.
   */
  textPlain(accession_number: Part, sequence: Part, params?: DocumentsTextParams, options?: RequestOptions): ApiRequest<string>

  /**
   * The text all offsets refer to. With `Accept: text/plain` the answer is the exact text, so that the SHA-256 of the download equals `text_sha256` (also in the `Latent-Text-Sha256` header).
   *
   * The same as Markdown.
   *
   * `GET /v1/filings/{accession_number}/documents/{sequence}/text`. Scopes: `filings:read`. Cost: 1.
   * @param accession_number Accession number, with dashes or as 18 digits.
   * @param sequence Position of the document in the filing.
   */
  textMarkdown(accession_number: Part, sequence: Part, params?: DocumentsTextParams, options?: RequestOptions): ApiRequest<string>

  /**
   * The text all offsets refer to. With `Accept: text/plain` the answer is the exact text, so that the SHA-256 of the download equals `text_sha256` (also in the `Latent-Text-Sha256` header).
   *
   * The same as clean HTML, with a content security policy that forbids everything.
   *
   * `GET /v1/filings/{accession_number}/documents/{sequence}/text`. Scopes: `filings:read`. Cost: 1.
   * @param accession_number Accession number, with dashes or as 18 digits.
   * @param sequence Position of the document in the filing.
   */
  textHtml(accession_number: Part, sequence: Part, params?: DocumentsTextParams, options?: RequestOptions): ApiRequest<string>

  /**
   * Finds documents by what they say: exact words and phrases, without case and accents. Every hit comes with passages whose positions in the canonical text can be verified.
   *
   * `GET /v1/search`. Scopes: `search:read`. Cost: 5.
   */
  search(params: DocumentsSearchParams, options?: RequestOptions): ListRequest<SearchHitList>
}

export interface AttachmentApi {
  /**
   * EDGAR carries images, PDFs and archives inside a submission as text. This decodes one of them: what it is, its hash, and of an archive the files in it, or with an `Accept` header that prefers anything but JSON the file itself, to be saved and never run.
   *
   * `GET /v1/filings/{accession_number}/documents/{sequence}/attachment`. Scopes: `filings:read`. Cost: 1.
   * @param accession_number Accession number, with dashes or as 18 digits.
   * @param sequence Position of the document in the filing.
   */
  get(accession_number: Part, sequence: Part, params?: AttachmentGetParams, options?: RequestOptions): ApiRequest<Attachment>

  /**
   * EDGAR carries images, PDFs and archives inside a submission as text. This decodes one of them: what it is, its hash, and of an archive the files in it, or with an `Accept` header that prefers anything but JSON the file itself, to be saved and never run.
   *
   * The file itself, as it was before EDGAR encoded it.
   *
   * `GET /v1/filings/{accession_number}/documents/{sequence}/attachment`. Scopes: `filings:read`. Cost: 1.
   * @param accession_number Accession number, with dashes or as 18 digits.
   * @param sequence Position of the document in the filing.
   */
  getBytes(accession_number: Part, sequence: Part, params?: AttachmentGetParams, options?: RequestOptions): ApiRequest<Uint8Array>
}

export interface SectionsApi {
  /**
   * Every item of every document that was looked for: found, doubtful, left out by the company, or not found. What belongs to no item is listed as a gap, so that the sections of a document are its whole text.
   *
   * `GET /v1/filings/{accession_number}/sections`. Scopes: `filings:read`. Cost: 1.
   * @param accession_number Accession number, with dashes or as 18 digits.
   */
  list(accession_number: Part, params?: SectionsListParams, options?: RequestOptions): ListRequest<SectionList>

  /**
   * One section with its text, or the same span as Markdown or HTML. Where several documents have the section, the first one in which it was found is meant; `sequence` chooses another.
   *
   * `GET /v1/filings/{accession_number}/sections/{section_key}`. Scopes: `filings:read`. Cost: 1.
   * @param accession_number Accession number, with dashes or as 18 digits.
   * @param section_key Key of a section.
   */
  get(accession_number: Part, section_key: Part, params?: SectionsGetParams, options?: RequestOptions): ApiRequest<SectionText>

  /**
   * One section with its text, or the same span as Markdown or HTML. Where several documents have the section, the first one in which it was found is meant; `sequence` chooses another.
   *
   * The text of the section alone.
   *
   * `GET /v1/filings/{accession_number}/sections/{section_key}`. Scopes: `filings:read`. Cost: 1.
   * @param accession_number Accession number, with dashes or as 18 digits.
   * @param section_key Key of a section.
   */
  getPlain(accession_number: Part, section_key: Part, params?: SectionsGetParams, options?: RequestOptions): ApiRequest<string>

  /**
   * One section with its text, or the same span as Markdown or HTML. Where several documents have the section, the first one in which it was found is meant; `sequence` chooses another.
   *
   * The same as Markdown.
   *
   * `GET /v1/filings/{accession_number}/sections/{section_key}`. Scopes: `filings:read`. Cost: 1.
   * @param accession_number Accession number, with dashes or as 18 digits.
   * @param section_key Key of a section.
   */
  getMarkdown(accession_number: Part, section_key: Part, params?: SectionsGetParams, options?: RequestOptions): ApiRequest<string>

  /**
   * One section with its text, or the same span as Markdown or HTML. Where several documents have the section, the first one in which it was found is meant; `sequence` chooses another.
   *
   * The same as clean HTML, with a content security policy that forbids everything.
   *
   * `GET /v1/filings/{accession_number}/sections/{section_key}`. Scopes: `filings:read`. Cost: 1.
   * @param accession_number Accession number, with dashes or as 18 digits.
   * @param section_key Key of a section.
   */
  getHtml(accession_number: Part, section_key: Part, params?: SectionsGetParams, options?: RequestOptions): ApiRequest<string>
}

export interface FactsApi {
  /**
   * Facts of companies or filings, every vintage of each: a value that a later filing repeats or restates is a fact of both, and each row names its filing. One of `cik`, `ticker` and `accession_number` is needed.
   *
   * `GET /v1/facts`. Scopes: `facts:read`. Cost: 1.
   */
  list(params?: FactsListParams, options?: RequestOptions): ListRequest<FactList>
}

export interface FramesApi {
  /**
   * One fact per entity for a tag, a unit and a calendar frame: the one filed last as of `as_of`, about the whole entity. Each row names its filing.
   *
   * `GET /v1/frames`. Scopes: `facts:read`. Cost: 1.
   */
  list(params: FramesListParams, options?: RequestOptions): ListRequest<FactList>
}

export interface ProcessingApi {
  /**
   * The processing ledger: one row for each extractor, so that nothing found is never confused with not looked. Also answers for filings that are not published yet or could not be read. Always shows the present state.
   *
   * `GET /v1/filings/{accession_number}/processing`. Scopes: `filings:read`. Cost: 1.
   * @param accession_number Accession number, with dashes or as 18 digits.
   */
  list(accession_number: Part, options?: RequestOptions): ListRequest<ProcessingList>
}

export interface InsiderTransactionsApi {
  /**
   * Rows of Forms 3, 4 and 5: transactions and holdings of officers, directors and ten percent owners, as filed or net of amendments.
   *
   * `GET /v1/insider-transactions`. Scopes: `ownership:read`. Cost: 1.
   */
  list(params?: InsiderTransactionsListParams, options?: RequestOptions): ListRequest<InsiderTransactionList>
}

export interface InsiderHoldingsApi {
  /**
   * The latest balance that Forms 3, 4 and 5 state, for each owner, security and way of holding. Corrected rows do not count. By issuer, owner and security.
   *
   * `GET /v1/insider-holdings`. Scopes: `ownership:read`. Cost: 1.
   */
  list(params?: InsiderHoldingsListParams, options?: RequestOptions): ListRequest<InsiderHoldingList>
}

export interface ProposedSalesApi {
  /**
   * Notices of proposed sale (Form 144) of affiliates: what they mean to sell, how they came to it, and what they sold in the past three months.
   *
   * `GET /v1/proposed-sales`. Scopes: `ownership:read`. Cost: 1.
   */
  list(params?: ProposedSalesListParams, options?: RequestOptions): ListRequest<ProposedSaleList>
}

export interface BeneficialOwnershipApi {
  /**
   * Who owns more than five per cent of a class, from 1993 on: filed in XML since December 2024, read from the cover pages before. A number that a schedule does not state is null, with the reason.
   *
   * `GET /v1/beneficial-ownership`. Scopes: `ownership:read`. Cost: 1.
   */
  list(params?: BeneficialOwnershipListParams, options?: RequestOptions): ListRequest<BeneficialOwnershipList>
}

export interface HoldingsApi {
  /**
   * Rows of Form 13F information tables: of one manager, or of everybody who holds a security. Values are in dollars whatever unit was filed, next to the figure as filed.
   *
   * `GET /v1/holdings`. Scopes: `ownership:read`. Cost: 1.
   */
  list(params?: HoldingsListParams, options?: RequestOptions): ListRequest<HoldingList>

  /**
   * Cover and summary pages of Form 13F, notices included: who reports for whom, what an amendment does, what is left out, and the totals next to what was read.
   *
   * `GET /v1/holdings/reports`. Scopes: `ownership:read`. Cost: 1.
   */
  reports(params?: HoldingsReportsParams, options?: RequestOptions): ListRequest<HoldingsReportList>

  /**
   * Compares the holdings of a manager at the end of a quarter with those of the quarter before, after amendments. Nothing is called new or closed when one of the reports is not known: `comparison` says what was compared.
   *
   * `GET /v1/holdings/changes`. Scopes: `ownership:read`. Cost: 2.
   */
  changes(params: HoldingsChangesParams, options?: RequestOptions): ListRequest<HoldingChangeList>
}

export interface FundReportsApi {
  /**
   * What registered funds report: portfolio totals, the yearly census, votes and registration fees.
   *
   * `GET /v1/fund-reports`. Scopes: `ownership:read`. Cost: 1.
   */
  list(params?: FundReportsListParams, options?: RequestOptions): ListRequest<FundReportList>
}

export interface FundHoldingsApi {
  /**
   * Positions out of Form N-PORT: of one fund, or of every fund that holds a security.
   *
   * `GET /v1/fund-holdings`. Scopes: `ownership:read`. Cost: 1.
   */
  list(params?: FundHoldingsListParams, options?: RequestOptions): ListRequest<FundHoldingList>
}

export interface ProxyVotesApi {
  /**
   * Matters out of the vote tables of Form N-PX, with how the shares were voted and what management asked for.
   *
   * `GET /v1/proxy-votes`. Scopes: `ownership:read`. Cost: 1.
   */
  list(params?: ProxyVotesListParams, options?: RequestOptions): ListRequest<ProxyVoteList>
}

export interface SubsidiariesApi {
  /**
   * Subsidiaries out of Exhibit 21, year by year, each with its row in the text of the exhibit.
   *
   * `GET /v1/subsidiaries`. Scopes: `entities:read`. Cost: 1.
   */
  list(params?: SubsidiariesListParams, options?: RequestOptions): ListRequest<SubsidiaryList>
}

export interface OfferingsApi {
  /**
   * Offerings exempt from registration (Forms D, C and 1-A with what follows them) and those made by prospectus, with the amounts each document states.
   *
   * `GET /v1/offerings`. Scopes: `filings:read`. Cost: 1.
   */
  list(params?: OfferingsListParams, options?: RequestOptions): ListRequest<OfferingList>
}

export interface EventsApi {
  /**
   * Items of Form 8-K as typed events, each with the section in which the company tells it. The type follows the item number alone; what was filed under the wrong item is a matter of signals.
   *
   * `GET /v1/events`. Scopes: `filings:read`. Cost: 1.
   */
  list(params?: EventsListParams, options?: RequestOptions): ListRequest<EventList>
}

export interface StatementsApi {
  /**
   * Statements of the annual and quarterly reports of a company, standardised to the same lines for every company or as filed, with the fact behind each value.
   *
   * `GET /v1/entities/{cik}/statements`. Scopes: `facts:read`. Cost: 1.
   * @param cik Central Index Key, with or without leading zeros.
   */
  list(cik: Part, params?: StatementsListParams, options?: RequestOptions): ListRequest<StatementList>
}

export interface RatiosApi {
  /**
   * Ratios of each report of a company and each of its periods, with formula and input facts. A ratio that cannot be computed says why.
   *
   * `GET /v1/entities/{cik}/ratios`. Scopes: `facts:read`. Cost: 1.
   * @param cik Central Index Key, with or without leading zeros.
   */
  list(cik: Part, params?: RatiosListParams, options?: RequestOptions): ListRequest<RatioReportList>
}

export interface RestatementsApi {
  /**
   * Facts that a later filing of the company states otherwise than an earlier one, with every vintage. A difference that rounding explains is none.
   *
   * `GET /v1/entities/{cik}/restatements`. Scopes: `facts:read`. Cost: 1.
   * @param cik Central Index Key, with or without leading zeros.
   */
  list(cik: Part, params?: RestatementsListParams, options?: RequestOptions): ListRequest<RestatementList>
}

export interface SignalsApi {
  /**
   * What was read out of filings, in the order in which EDGAR accepted them, each with its evidence. `coverage` says whether an empty list means that there is nothing.
   *
   * `GET /v1/signals`. Scopes: `signals:read`. Cost: 1.
   */
  list(params?: SignalsListParams, options?: RequestOptions): ListRequest<SignalList>

  /**
   * One signal with its evidence.
   *
   * `GET /v1/signals/{signal_id}`. Scopes: `signals:read`. Cost: 1.
   * @param signal_id Id of a signal.
   */
  get(signal_id: Part, params?: SignalsGetParams, options?: RequestOptions): ApiRequest<Signal>

  /**
   * Every piece of evidence is sliced anew out of the stored, hash-addressed source before it is sent; `verification` says what came of it.
   *
   * `GET /v1/signals/{signal_id}/evidence`. Scopes: `signals:read`. Cost: 1.
   * @param signal_id Id of a signal.
   */
  evidence(signal_id: Part, params?: SignalsEvidenceParams, options?: RequestOptions): ListRequest<EvidenceList>

  /**
   * Reads the stored bytes again, runs the rule on them and compares the fingerprint with the stored one; every piece of evidence is sliced again too. Nothing is stored. Also answers for signals that were superseded.
   *
   * `POST /v1/signals/{signal_id}/reproduce`. Scopes: `signals:read`. Cost: 10.
   * @param signal_id Id of a signal.
   */
  reproduce(signal_id: Part, params?: SignalsReproduceParams, options?: RequestOptions): ApiRequest<SignalReproduction>

  /**
   * The catalogue: what each signal means, its formula, and the paper or rule it comes from.
   *
   * `GET /v1/signal-types`. Scopes: `signals:read`. Cost: 1.
   */
  types(options?: RequestOptions): ListRequest<SignalTypeList>
}

export interface ExtractorsApi {
  /**
   * Every rule that reads signals out of filings: its version, its settings and what it looks at.
   *
   * `GET /v1/extractors`. Scopes: `signals:read`. Cost: 1.
   */
  list(options?: RequestOptions): ListRequest<ExtractorList>

  /**
   * What the extractor answered for how many filings, how far a new version has come, and for those that ask a language model what that has cost.
   *
   * `GET /v1/extractors/{name}`. Scopes: `signals:read`. Cost: 1.
   * @param name Name of the extractor.
   */
  get(name: Part, options?: RequestOptions): ApiRequest<Extractor>
}

export interface EvidenceApi {
  /**
   * Checks a piece of evidence of any kind, as a signal carries it: quotes are sliced again by code points and by bytes, header lines and XML elements are looked up in the original bytes, and XBRL facts are read out of the document anew. Every name and hash in it must be that of what it names.
   *
   * `POST /v1/evidence/check`. Scopes: `evidence:verify`. Cost: 2.
   */
  check(body: NonNullable<operations['checkEvidence']['requestBody']>['content']['application/json'], options?: RequestOptions): ApiRequest<EvidenceCheck>

  /**
   * Slices the stored text anew and compares it with the quote. A quote that stands elsewhere in the text is a mismatch, and the answer says where it stands.
   *
   * `POST /v1/evidence/verify`. Scopes: `evidence:verify`. Cost: 1.
   */
  verify(body: NonNullable<operations['verifyEvidence']['requestBody']>['content']['application/json'], options?: RequestOptions): ApiRequest<EvidenceVerification>
}

export interface CoverageApi {
  /**
   * Filings by form and by how far they are, over everything or for companies and forms. With a company, `coverage.extractors` has the answers of each extractor.
   *
   * `GET /v1/coverage`. Scopes: `coverage:read`. Cost: 1.
   */
  list(params?: CoverageListParams, options?: RequestOptions): ListRequest<CoverageList>
}

export interface TablesApi {
  /**
   * The tables of every document as rows and cells, each cell with its place in the canonical text. Tables of old typed filings are text, not rows.
   *
   * `GET /v1/filings/{accession_number}/tables`. Scopes: `filings:read`. Cost: 1.
   * @param accession_number Accession number, with dashes or as 18 digits.
   */
  list(accession_number: Part, params?: TablesListParams, options?: RequestOptions): ListRequest<TableList>
}

export interface SearchCountsApi {
  /**
   * How many documents and filings match, by month, quarter or year and by form.
   *
   * `GET /v1/search/counts`. Scopes: `search:read`. Cost: 5.
   */
  list(params: SearchCountsListParams, options?: RequestOptions): ListRequest<SearchCountList>
}

export interface DiffApi {
  /**
   * The difference of any two documents or sections of any two filings, with positions on both sides. Hunks tile both texts: keep what is equal, put in what is new, and one side becomes the other, character by character.
   *
   * `GET /v1/diffs`. Scopes: `filings:read`. Cost: 5.
   */
  get(params: DiffGetParams, options?: RequestOptions): ApiRequest<Diff>
}

export interface ChangesApi {
  /**
   * What became visible, in the order in which it did. A reader that has seen a position is never shown a smaller one later: keep `last_position` and ask with `after` to get every change exactly once.
   *
   * `GET /v1/changes`. Scopes: `changes:read`. Cost: 1.
   */
  list(params?: ChangesListParams, options?: RequestOptions): ListRequest<ChangeList>

  /**
   * The feed of changes as server-sent events: `id` is the position, `event` the type of the change, `data` the same object as in the feed. A client that comes back with `Last-Event-ID` misses nothing and sees nothing twice, whichever server answers it. Without it and without `after` the stream begins now. It ends after some minutes; a comment every 15 seconds says that it is alive. It counts as one request, and as one in flight while it is open.
   *
   * `GET /v1/stream`. Scopes: `changes:read`. Cost: 1.
   */
  stream(params?: ChangesStreamParams, options?: RequestOptions): StreamRequest<Change>
}

export interface BillingPlanApi {
  /**
   * The plan of the organisation, what the current month has come to, and where it is going.
   *
   * `GET /v1/billing/plan`. Scopes: `billing:read`. Cost: 1.
   */
  get(options?: RequestOptions): ApiRequest<BillingPlan>

  /**
   * A month has one plan. A larger plan is in force at once, its limits within seconds: the whole current month is billed by its price, its quota and its price of further units, and what was beyond the quota of the smaller plan counts against the larger quota. A smaller plan comes into force with the next month; until then it can be taken back by asking for the plan that is in force.
   *
   * `PUT /v1/billing/plan`. Scopes: `billing:admin`. Cost: 1.
   */
  update(body: NonNullable<operations['updateBillingPlan']['requestBody']>['content']['application/json'], options?: RequestOptions): ApiRequest<BillingPlan>
}

export interface BudgetApi {
  /**
   * What a month may cost beyond the plan, and when owners and admins are told.
   *
   * `GET /v1/billing/budget`. Scopes: `billing:read`. Cost: 1.
   */
  get(options?: RequestOptions): ApiRequest<Budget>

  /**
   * Sets the spend cap, which is never passed: units beyond the quota are served up to it, then requests are answered with 402. Takes effect within a second.
   *
   * `PUT /v1/billing/budget`. Scopes: `billing:admin`. Cost: 1.
   */
  update(body: NonNullable<operations['updateBudget']['requestBody']>['content']['application/json'], options?: RequestOptions): ApiRequest<Budget>
}

export interface InvoicesApi {
  /**
   * Invoices of the organisation, latest month first. That of a month is there when all its usage is final.
   *
   * `GET /v1/billing/invoices`. Scopes: `billing:read`. Cost: 1.
   */
  list(params?: InvoicesListParams, options?: RequestOptions): ListRequest<InvoiceList>

  /**
   * An invoice with all its lines.
   *
   * `GET /v1/billing/invoices/{invoice_id}`. Scopes: `billing:read`. Cost: 1.
   * @param invoice_id Id of an invoice.
   */
  get(invoice_id: Part, options?: RequestOptions): ApiRequest<Invoice>

  /**
   * The invoice as a PDF: the same bytes each time, as long as its status is the same.
   *
   * A PDF.
   *
   * `GET /v1/billing/invoices/{invoice_id}/pdf`. Scopes: `billing:read`. Cost: 1.
   * @param invoice_id Id of an invoice.
   */
  download(invoice_id: Part, options?: RequestOptions): ApiRequest<Uint8Array>
}

export interface MonitorsApi {
  /**
   * Notes every change of the feed that passes all conditions, from now on, and sends `monitor.matched` to the webhook endpoints that ask for it. A test key watches the test dataset.
   *
   * `POST /v1/monitors`. Scopes: `monitors:write`. Cost: 1.
   */
  create(body: NonNullable<operations['createMonitor']['requestBody']>['content']['application/json'], options?: RequestOptions): ApiRequest<Monitor>

  /**
   * Monitors of the organisation, latest first.
   *
   * `GET /v1/monitors`. Scopes: `monitors:read`. Cost: 1.
   */
  list(params?: MonitorsListParams, options?: RequestOptions): ListRequest<MonitorList>

  /**
   * A monitor with its conditions.
   *
   * `GET /v1/monitors/{monitor_id}`. Scopes: `monitors:read`. Cost: 1.
   * @param monitor_id Id of a monitor.
   */
  get(monitor_id: Part, options?: RequestOptions): ApiRequest<Monitor>

  /**
   * Changes the fields that are given. `If-Match` refuses the change when somebody was faster.
   *
   * `PATCH /v1/monitors/{monitor_id}`. Scopes: `monitors:write`. Cost: 1.
   * @param monitor_id Id of a monitor.
   */
  update(monitor_id: Part, body: NonNullable<operations['updateMonitor']['requestBody']>['content']['application/json'], options?: RequestOptions): ApiRequest<Monitor>

  /**
   * Deletes a monitor and what it matched.
   *
   * `DELETE /v1/monitors/{monitor_id}`. Scopes: `monitors:write`. Cost: 1.
   * @param monitor_id Id of a monitor.
   */
  delete(monitor_id: Part, options?: RequestOptions): ApiRequest<void>

  /**
   * What a monitor matched, latest first.
   *
   * `GET /v1/monitors/{monitor_id}/matches`. Scopes: `monitors:read`. Cost: 1.
   * @param monitor_id Id of a monitor.
   */
  matches(monitor_id: Part, params?: MonitorsMatchesParams, options?: RequestOptions): ListRequest<MonitorMatchList>
}

export interface ExportsApi {
  /**
   * Writes all rows that match, as of one moment, into files that can be downloaded for a week: at most 1,000,000 rows, 10,000 per file. The manifest names every file with its SHA-256; the same request at the same `as_of` gives the same bytes.
   *
   * `POST /v1/exports`. Scopes: `exports:write`. Cost: 10.
   */
  create(body: NonNullable<operations['createExport']['requestBody']>['content']['application/json'], options?: RequestOptions): ApiRequest<Export>

  /**
   * Exports of the organisation, latest first.
   *
   * `GET /v1/exports`. Scopes: `exports:read`. Cost: 1.
   */
  list(params?: ExportsListParams, options?: RequestOptions): ListRequest<ExportList>

  /**
   * An export with its files, when they are made.
   *
   * `GET /v1/exports/{export_id}`. Scopes: `exports:read`. Cost: 1.
   * @param export_id Id of an export.
   */
  get(export_id: Part, options?: RequestOptions): ApiRequest<Export>

  /**
   * The bytes of a file, with their SHA-256 in `Repr-Digest` (RFC 9530). `manifest.json` is the manifest, in the bytes that `manifest_sha256` is of.
   *
   * `GET /v1/exports/{export_id}/files/{name}`. Scopes: `exports:read`. Cost: 1.
   * @param export_id Id of an export.
   * @param name Name of a file of the export, or `manifest.json`.
   */
  downloadFile(export_id: Part, name: Part, options?: RequestOptions): ApiRequest<operations['downloadExportFile']['responses'][200]['content']['application/json']>

  /**
   * The bytes of a file, with their SHA-256 in `Repr-Digest` (RFC 9530). `manifest.json` is the manifest, in the bytes that `manifest_sha256` is of.
   *
   * A file of an export in NDJSON.
   *
   * `GET /v1/exports/{export_id}/files/{name}`. Scopes: `exports:read`. Cost: 1.
   * @param export_id Id of an export.
   * @param name Name of a file of the export, or `manifest.json`.
   */
  downloadFileNdjson(export_id: Part, name: Part, options?: RequestOptions): ApiRequest<string>

  /**
   * The bytes of a file, with their SHA-256 in `Repr-Digest` (RFC 9530). `manifest.json` is the manifest, in the bytes that `manifest_sha256` is of.
   *
   * A file of an export in CSV.
   *
   * `GET /v1/exports/{export_id}/files/{name}`. Scopes: `exports:read`. Cost: 1.
   * @param export_id Id of an export.
   * @param name Name of a file of the export, or `manifest.json`.
   */
  downloadFileCsv(export_id: Part, name: Part, options?: RequestOptions): ApiRequest<string>

  /**
   * The bytes of a file, with their SHA-256 in `Repr-Digest` (RFC 9530). `manifest.json` is the manifest, in the bytes that `manifest_sha256` is of.
   *
   * A file of an export in Parquet.
   *
   * `GET /v1/exports/{export_id}/files/{name}`. Scopes: `exports:read`. Cost: 1.
   * @param export_id Id of an export.
   * @param name Name of a file of the export, or `manifest.json`.
   */
  downloadFileParquet(export_id: Part, name: Part, options?: RequestOptions): ApiRequest<Uint8Array>
}

export interface JobsApi {
  /**
   * What was asked for and outlasts a request, latest first.
   *
   * `GET /v1/jobs`. Scopes: `jobs:read`. Cost: 1.
   */
  list(params?: JobsListParams, options?: RequestOptions): ListRequest<JobList>

  /**
   * How far a job is. While it is not finished `Retry-After` says when to ask again.
   *
   * `GET /v1/jobs/{job_id}`. Scopes: `jobs:read`. Cost: 1.
   * @param job_id Id of a job.
   */
  get(job_id: Part, options?: RequestOptions): ApiRequest<Job>

  /**
   * Ends a job before its time. One that has ended already stays as it is.
   *
   * `DELETE /v1/jobs/{job_id}`. Scopes: `jobs:write`. Cost: 1.
   * @param job_id Id of a job.
   */
  cancel(job_id: Part, options?: RequestOptions): ApiRequest<Job>
}

export interface KeysApi {
  /**
   * The keys of the organisation, by their beginning and last four characters only.
   *
   * `GET /v1/keys`. Scopes: `keys:read`. Cost: 1.
   */
  list(params?: KeysListParams, options?: RequestOptions): ListRequest<KeyList>

  /**
   * Makes a key and shows it this once. It expires after 90 days unless asked otherwise and has every scope that reads data unless scopes are named.
   *
   * `POST /v1/keys`. Scopes: `keys:admin`. Cost: 1.
   */
  create(body: NonNullable<operations['createKey']['requestBody']>['content']['application/json'], options?: RequestOptions): ApiRequest<KeyWithSecret>

  /**
   * One key of the organisation, with the ETag that a change of it may name.
   *
   * `GET /v1/keys/{key_id}`. Scopes: `keys:read`. Cost: 1.
   * @param key_id Identifier of the key.
   */
  get(key_id: Part, options?: RequestOptions): ApiRequest<Key>

  /**
   * Changes what is named and leaves the rest. Other processes know within a second. With If-Match the change is made only to the version that was read.
   *
   * `PATCH /v1/keys/{key_id}`. Scopes: `keys:admin`. Cost: 1.
   * @param key_id Identifier of the key.
   */
  update(key_id: Part, body: NonNullable<operations['updateKey']['requestBody']>['content']['application/json'], options?: RequestOptions): ApiRequest<Key>

  /**
   * Ends the key with all its secrets, for good: here at once, in all processes within a second. Revoking it again changes nothing.
   *
   * `DELETE /v1/keys/{key_id}`. Scopes: `keys:admin`. Cost: 1.
   * @param key_id Identifier of the key.
   */
  revoke(key_id: Part, options?: RequestOptions): ApiRequest<void>

  /**
   * Gives the key a new secret; the old one works on for the grace period. The id of the key stays, so its usage is not split. A secret that was still in an earlier grace period ends at once.
   *
   * `POST /v1/keys/{key_id}/rotate`. Scopes: `keys:admin`. Cost: 1.
   * @param key_id Identifier of the key.
   */
  rotate(key_id: Part, body: NonNullable<operations['rotateKey']['requestBody']>['content']['application/json'], options?: RequestOptions): ApiRequest<KeyWithSecret>
}

export interface ExplorerKeyApi {
  /**
   * A key for trying requests in the API explorer: 15 minutes, reading only, one request a second, 200 units in all. For people who are signed in, and for admin keys.
   *
   * `POST /v1/explorer-keys`. Scopes: `keys:read`. Cost: 1.
   */
  create(options?: RequestOptions): ApiRequest<ExplorerKey>
}

export interface UsageApi {
  /**
   * Requests, billed units and errors of the organisation by hour, day or month, optionally by operation, key and status. A few seconds behind. Rows that are `finalized` no longer change and are what invoices are made of.
   *
   * `GET /v1/usage`. Scopes: `usage:read`. Cost: 1.
   */
  list(params?: UsageListParams, options?: RequestOptions): ListRequest<UsageList>

  /**
   * Requests, billed units and errors of the organisation by hour, day or month, optionally by operation, key and status. A few seconds behind. Rows that are `finalized` no longer change and are what invoices are made of.
   *
   * All rows of the period with a header row.
   *
   * `GET /v1/usage`. Scopes: `usage:read`. Cost: 1.
   */
  listCsv(params?: UsageListParams, options?: RequestOptions): ApiRequest<string>

  /**
   * Requests, billed units and errors of the organisation by hour, day or month, optionally by operation, key and status. A few seconds behind. Rows that are `finalized` no longer change and are what invoices are made of.
   *
   * All rows of the period, one JSON object per line.
   *
   * `GET /v1/usage`. Scopes: `usage:read`. Cost: 1.
   */
  listNdjson(params?: UsageListParams, options?: RequestOptions): ApiRequest<string>
}

export interface WebhookEndpointsApi {
  /**
   * Events that happen from now on are sent to the address, signed by Standard Webhooks. The answer holds the signing secret, which is shown this once. An endpoint of a test key is sent events of the test dataset.
   *
   * `POST /v1/webhook-endpoints`. Scopes: `webhooks:write`. Cost: 1.
   */
  create(body: NonNullable<operations['createWebhookEndpoint']['requestBody']>['content']['application/json'], options?: RequestOptions): ApiRequest<WebhookEndpointWithSecret>

  /**
   * Webhook endpoints of the organisation in the dataset of the key, latest first.
   *
   * `GET /v1/webhook-endpoints`. Scopes: `webhooks:read`. Cost: 1.
   */
  list(params?: WebhookEndpointsListParams, options?: RequestOptions): ListRequest<WebhookEndpointList>

  /**
   * A webhook endpoint; its secret is not shown again.
   *
   * `GET /v1/webhook-endpoints/{endpoint_id}`. Scopes: `webhooks:read`. Cost: 1.
   * @param endpoint_id Id of a webhook endpoint.
   */
  get(endpoint_id: Part, options?: RequestOptions): ApiRequest<WebhookEndpoint>

  /**
   * Changes the fields that are given. `If-Match` refuses the change when somebody was faster.
   *
   * `PATCH /v1/webhook-endpoints/{endpoint_id}`. Scopes: `webhooks:write`. Cost: 1.
   * @param endpoint_id Id of a webhook endpoint.
   */
  update(endpoint_id: Part, body: NonNullable<operations['updateWebhookEndpoint']['requestBody']>['content']['application/json'], options?: RequestOptions): ApiRequest<WebhookEndpoint>

  /**
   * Nothing is sent to the address any more, what waits included. Its deliveries go with it.
   *
   * `DELETE /v1/webhook-endpoints/{endpoint_id}`. Scopes: `webhooks:write`. Cost: 1.
   * @param endpoint_id Id of a webhook endpoint.
   */
  delete(endpoint_id: Part, options?: RequestOptions): ApiRequest<void>

  /**
   * Makes a new secret, shown this once. Messages are signed with both until the time of grace is over, so receivers can change at their leisure. Two secrets are active at most: rotating again ends the oldest.
   *
   * `POST /v1/webhook-endpoints/{endpoint_id}/rotate-secret`. Scopes: `webhooks:write`. Cost: 1.
   * @param endpoint_id Id of a webhook endpoint.
   */
  rotateSecret(endpoint_id: Part, body: NonNullable<operations['rotateWebhookSecret']['requestBody']>['content']['application/json'], options?: RequestOptions): ApiRequest<WebhookEndpointWithSecret>

  /**
   * Sends `webhook.test` to the endpoint, through the same queue as every event. Read the delivery to see what was answered.
   *
   * `POST /v1/webhook-endpoints/{endpoint_id}/test`. Scopes: `webhooks:write`. Cost: 1.
   * @param endpoint_id Id of a webhook endpoint.
   */
  test(endpoint_id: Part, options?: RequestOptions): ApiRequest<WebhookDelivery>

  /**
   * Queues every event of a time again, with its id of before. Events of filings, documents and signals that the endpoint was never sent, because it was disabled or not there yet, are sent too, unless `only_failed` is true.
   *
   * `POST /v1/webhook-endpoints/{endpoint_id}/replay`. Scopes: `webhooks:write`. Cost: 1.
   * @param endpoint_id Id of a webhook endpoint.
   */
  replay(endpoint_id: Part, body: NonNullable<operations['replayWebhookEvents']['requestBody']>['content']['application/json'], options?: RequestOptions): ApiRequest<WebhookReplay>
}

export interface WebhookDeliveriesApi {
  /**
   * What was sent to an endpoint within 30 days, and what is waiting, latest first.
   *
   * `GET /v1/webhook-endpoints/{endpoint_id}/deliveries`. Scopes: `webhooks:read`. Cost: 1.
   * @param endpoint_id Id of a webhook endpoint.
   */
  list(endpoint_id: Part, params?: WebhookDeliveriesListParams, options?: RequestOptions): ListRequest<WebhookDeliveryList>

  /**
   * A delivery with its payload and every attempt: what was sent, what was answered, how long it took.
   *
   * `GET /v1/webhook-endpoints/{endpoint_id}/deliveries/{delivery_id}`. Scopes: `webhooks:read`. Cost: 1.
   * @param endpoint_id Id of a webhook endpoint.
   * @param delivery_id Id of a delivery.
   */
  get(endpoint_id: Part, delivery_id: Part, options?: RequestOptions): ApiRequest<WebhookDeliveryDetail>

  /**
   * Sends the same event with the same id again, now, whatever became of it; if that fails, the schedule begins anew.
   *
   * `POST /v1/webhook-endpoints/{endpoint_id}/deliveries/{delivery_id}/retry`. Scopes: `webhooks:write`. Cost: 1.
   * @param endpoint_id Id of a webhook endpoint.
   * @param delivery_id Id of a delivery.
   */
  retry(endpoint_id: Part, delivery_id: Part, options?: RequestOptions): ApiRequest<WebhookDelivery>
}

export interface WebhookEventTypesApi {
  /**
   * Every kind of event that can be sent, with the schema of its body and an example.
   *
   * `GET /v1/webhook-event-types`. Scopes: `webhooks:read`. Cost: 1.
   */
  list(options?: RequestOptions): ListRequest<WebhookEventTypeList>
}

export interface RequestsApi {
  /**
   * The requests of the organisation in the last 30 days, latest first, a few seconds behind. Requests without a valid key belong to nobody and are not in it.
   *
   * `GET /v1/usage/requests`. Scopes: `usage:read`. Cost: 1.
   */
  list(params?: RequestsListParams, options?: RequestOptions): ListRequest<LoggedRequestList>

  /**
   * What became of one request of the organisation in the last 30 days. It is found some seconds after it was answered.
   *
   * `GET /v1/usage/requests/{request_id}`. Scopes: `usage:read`. Cost: 1.
   * @param request_id The `Request-Id` of the answer.
   */
  get(request_id: Part, options?: RequestOptions): ApiRequest<LoggedRequest>
}

export interface OrganisationApi {
  /**
   * The organisation that the credential belongs to.
   *
   * `GET /v1/organisation`. Scopes: `usage:read`. Cost: 1.
   */
  get(options?: RequestOptions): ApiRequest<Organisation>

  /**
   * Changes the name of the organisation, for its owners and admins.
   *
   * `PATCH /v1/organisation`. Scopes: `members:admin`. Cost: 1.
   */
  update(body: NonNullable<operations['updateOrganisation']['requestBody']>['content']['application/json'], options?: RequestOptions): ApiRequest<Organisation>
}

export interface MeApi {
  /**
   * Whose credential the request came with: a person, a service account or a key, and what it may do.
   *
   * `GET /v1/me`. Scopes: `usage:read`. Cost: 1.
   */
  get(options?: RequestOptions): ApiRequest<Me>
}

export interface MembersApi {
  /**
   * The people of the organisation with their roles, and the invitations that wait.
   *
   * `GET /v1/members`. Scopes: `members:read`. Cost: 1.
   */
  list(params?: MembersListParams, options?: RequestOptions): ListRequest<MemberList>

  /**
   * Invites a person by e-mail. The link in the mail works once, within 7 days, for somebody who signs in with that address. Inviting somebody again who has not come yet sends a new link, and the old one stops working.
   *
   * `POST /v1/members`. Scopes: `members:admin`. Cost: 1.
   */
  create(body: NonNullable<operations['createMember']['requestBody']>['content']['application/json'], options?: RequestOptions): ApiRequest<Member>

  /**
   * One person of the organisation, or one invitation.
   *
   * `GET /v1/members/{member_id}`. Scopes: `members:read`. Cost: 1.
   * @param member_id Id of the member.
   */
  get(member_id: Part, options?: RequestOptions): ApiRequest<Member>

  /**
   * Gives a member another role; it holds everywhere within five seconds. An organisation always keeps an owner, and only owners make or unmake owners.
   *
   * `PATCH /v1/members/{member_id}`. Scopes: `members:admin`. Cost: 1.
   * @param member_id Id of the member.
   */
  update(member_id: Part, body: NonNullable<operations['updateMember']['requestBody']>['content']['application/json'], options?: RequestOptions): ApiRequest<Member>

  /**
   * Takes a person out of the organisation, or an invitation back. It holds everywhere within five seconds; what the person made (keys, webhooks) stays.
   *
   * `DELETE /v1/members/{member_id}`. Scopes: `members:admin`. Cost: 1.
   * @param member_id Id of the member.
   */
  delete(member_id: Part, options?: RequestOptions): ApiRequest<void>
}

export interface ServiceAccountsApi {
  /**
   * The programs of the organisation that sign in with client credentials.
   *
   * `GET /v1/service-accounts`. Scopes: `keys:read`. Cost: 1.
   */
  list(params?: ServiceAccountsListParams, options?: RequestOptions): ListRequest<ServiceAccountList>

  /**
   * Makes an account for a program. It gets tokens at `POST /oauth/token` with its secret, or with an assertion signed by one of its keys. It can be given no scope that its maker lacks.
   *
   * `POST /v1/service-accounts`. Scopes: `keys:admin`. Cost: 1.
   */
  create(body: NonNullable<operations['createServiceAccount']['requestBody']>['content']['application/json'], options?: RequestOptions): ApiRequest<ServiceAccountWithSecret>

  /**
   * One service account, without its secrets.
   *
   * `GET /v1/service-accounts/{service_account_id}`. Scopes: `keys:read`. Cost: 1.
   * @param service_account_id Id of the service account.
   */
  get(service_account_id: Part, options?: RequestOptions): ApiRequest<ServiceAccount>

  /**
   * Changes name, scopes or keys, or stops the account. Tokens given out before stop working within five seconds; programs get new ones by themselves.
   *
   * `PATCH /v1/service-accounts/{service_account_id}`. Scopes: `keys:admin`. Cost: 1.
   * @param service_account_id Id of the service account.
   */
  update(service_account_id: Part, body: NonNullable<operations['updateServiceAccount']['requestBody']>['content']['application/json'], options?: RequestOptions): ApiRequest<ServiceAccount>

  /**
   * Removes the account with its secrets. Its tokens stop working within five seconds.
   *
   * `DELETE /v1/service-accounts/{service_account_id}`. Scopes: `keys:admin`. Cost: 1.
   * @param service_account_id Id of the service account.
   */
  delete(service_account_id: Part, options?: RequestOptions): ApiRequest<void>

  /**
   * Gives the account a new secret. The previous one works on for `overlap_seconds`; older ones stop at once.
   *
   * `POST /v1/service-accounts/{service_account_id}/rotate`. Scopes: `keys:admin`. Cost: 1.
   * @param service_account_id Id of the service account.
   */
  rotate(service_account_id: Part, body: NonNullable<operations['rotateServiceAccount']['requestBody']>['content']['application/json'], options?: RequestOptions): ApiRequest<ServiceAccountWithSecret>
}

export interface AuditEventsApi {
  /**
   * Every change of the state of the organisation: who did what to what, from where, and what it was before. Nothing is ever changed or removed within seven years.
   *
   * `GET /v1/audit-events`. Scopes: `audit:read`. Cost: 1.
   */
  list(params?: AuditEventsListParams, options?: RequestOptions): ListRequest<AuditEventList>

  /**
   * Every event of a stretch of time in its order, with the record its hash covers, so that anybody can check without us that nothing is missing and nothing was altered. An export without its last line was cut off.
   *
   * One event per line with its record, and the proof in the last line.
   *
   * `GET /v1/audit-events/export`. Scopes: `audit:read`. Cost: 10.
   */
  downloadNdjson(params?: AuditEventsDownloadParams, options?: RequestOptions): ApiRequest<string>

  /**
   * Every event of a stretch of time in its order, with the record its hash covers, so that anybody can check without us that nothing is missing and nothing was altered. An export without its last line was cut off.
   *
   * One event per row; cells that a spreadsheet would take for formulas begin with an apostrophe.
   *
   * `GET /v1/audit-events/export`. Scopes: `audit:read`. Cost: 10.
   */
  downloadCsv(params?: AuditEventsDownloadParams, options?: RequestOptions): ApiRequest<string>
}

export interface AuditProofApi {
  /**
   * Where the chain of hashes ends, and where it ended each time that was signed. Every export in NDJSON has the same in its last line.
   *
   * `GET /v1/audit-events/proof`. Scopes: `audit:read`. Cost: 1.
   */
  get(options?: RequestOptions): ApiRequest<AuditProof>
}

export interface PrivacyExportsApi {
  /**
   * Everything that is held about the organisation or one of its people, as one JSON document, usually within a minute. It can be downloaded for seven days.
   *
   * `POST /v1/privacy/exports`. Scopes: `privacy:admin`. Cost: 10.
   */
  create(body: NonNullable<operations['createPrivacyExport']['requestBody']>['content']['application/json'], options?: RequestOptions): ApiRequest<PrivacyExport>

  /**
   * The exports that were asked for, and whether they are there.
   *
   * `GET /v1/privacy/exports`. Scopes: `privacy:admin`. Cost: 1.
   */
  list(params?: PrivacyExportsListParams, options?: RequestOptions): ListRequest<PrivacyExportList>

  /**
   * Whether the bundle is there, and until when.
   *
   * `GET /v1/privacy/exports/{privacy_export_id}`. Scopes: `privacy:admin`. Cost: 1.
   * @param privacy_export_id Id of an export.
   */
  get(privacy_export_id: Part, options?: RequestOptions): ApiRequest<PrivacyExport>

  /**
   * The bundle itself.
   *
   * `GET /v1/privacy/exports/{privacy_export_id}/bundle`. Scopes: `privacy:admin`. Cost: 1.
   * @param privacy_export_id Id of an export.
   */
  download(privacy_export_id: Part, options?: RequestOptions): ApiRequest<PrivacyBundle>
}

export interface ErasuresApi {
  /**
   * Ends what is held about the organisation, or about one of its people, after a time of grace. Rows are removed; what is personal in the audit log becomes unreadable, because its key is destroyed, and the chain still verifies. A person who belongs to other organisations keeps the account there.
   *
   * `POST /v1/privacy/erasures`. Scopes: `privacy:admin`. Cost: 1.
   */
  create(body: NonNullable<operations['createErasure']['requestBody']>['content']['application/json'], options?: RequestOptions): ApiRequest<Erasure>

  /**
   * The erasures that were asked for, and how far they are.
   *
   * `GET /v1/privacy/erasures`. Scopes: `privacy:admin`. Cost: 1.
   */
  list(params?: ErasuresListParams, options?: RequestOptions): ListRequest<ErasureList>

  /**
   * How far an erasure is, and what it removed.
   *
   * `GET /v1/privacy/erasures/{erasure_id}`. Scopes: `privacy:admin`. Cost: 1.
   * @param erasure_id Id of an erasure.
   */
  get(erasure_id: Part, options?: RequestOptions): ApiRequest<Erasure>

  /**
   * Takes an erasure back while its grace lasts. One that was done or cancelled is not found.
   *
   * `DELETE /v1/privacy/erasures/{erasure_id}`. Scopes: `privacy:admin`. Cost: 1.
   * @param erasure_id Id of an erasure.
   */
  cancel(erasure_id: Part, options?: RequestOptions): ApiRequest<void>
}

export interface ServiceApi {
  /**
   * 200 only when the database answers, its migrations are current, and the process is not stopping.
   *
   * `GET /health`. Needs no key. Cost: 0.
   */
  health(options?: RequestOptions): ApiRequest<Health>

  /**
   * 200 only when the database answers, its migrations are current, and the process is not stopping.
   *
   * `GET /readyz`. Needs no key. Cost: 0.
   */
  readiness(options?: RequestOptions): ApiRequest<Health>

  /**
   * 200 as long as the process answers at all; looks at nothing else.
   *
   * `GET /livez`. Needs no key. Cost: 0.
   */
  liveness(options?: RequestOptions): ApiRequest<Health>

  /**
   * The parts the service depends on and how far the data has come. Looked up every five seconds.
   *
   * `GET /v1/status`. Needs no key. Cost: 0.
   */
  status(options?: RequestOptions): ApiRequest<ServiceStatus>

  /**
   * This document.
   *
   * `GET /openapi.json`. Needs no key. Cost: 0.
   */
  openApi(options?: RequestOptions): ApiRequest<operations['getOpenApi']['responses'][200]['content']['application/json']>
}

export interface SigningKeysApi {
  /**
   * The keys that verify access tokens (RFC 7517). A new key is here ten minutes before it signs.
   *
   * `GET /.well-known/jwks.json`. Needs no key. Cost: 0.
   */
  list(options?: RequestOptions): ApiRequest<JsonWebKeySet>
}

export interface AuthorizationServerApi {
  /**
   * What OAuth libraries need to know (RFC 8414).
   *
   * `GET /.well-known/oauth-authorization-server`. Needs no key. Cost: 0.
   */
  get(options?: RequestOptions): ApiRequest<AuthorizationServer>
}

export interface AuditKeysApi {
  /**
   * The keys that verify the signed heads in the proof of an audit log. Keep a copy of your own: with it an export is checked without asking us.
   *
   * `GET /.well-known/audit-keys.json`. Needs no key. Cost: 0.
   */
  list(options?: RequestOptions): ApiRequest<AuditKeySet>
}

/** One property for each resource of the API. */
export interface Resources {
  readonly entities: EntitiesApi
  readonly filings: FilingsApi
  readonly relatedFilings: RelatedFilingsApi
  readonly documents: DocumentsApi
  readonly attachment: AttachmentApi
  readonly sections: SectionsApi
  readonly facts: FactsApi
  readonly frames: FramesApi
  readonly processing: ProcessingApi
  readonly insiderTransactions: InsiderTransactionsApi
  readonly insiderHoldings: InsiderHoldingsApi
  readonly proposedSales: ProposedSalesApi
  readonly beneficialOwnership: BeneficialOwnershipApi
  readonly holdings: HoldingsApi
  readonly fundReports: FundReportsApi
  readonly fundHoldings: FundHoldingsApi
  readonly proxyVotes: ProxyVotesApi
  readonly subsidiaries: SubsidiariesApi
  readonly offerings: OfferingsApi
  readonly events: EventsApi
  readonly statements: StatementsApi
  readonly ratios: RatiosApi
  readonly restatements: RestatementsApi
  readonly signals: SignalsApi
  readonly extractors: ExtractorsApi
  readonly evidence: EvidenceApi
  readonly coverage: CoverageApi
  readonly tables: TablesApi
  readonly searchCounts: SearchCountsApi
  readonly diff: DiffApi
  readonly changes: ChangesApi
  readonly billingPlan: BillingPlanApi
  readonly budget: BudgetApi
  readonly invoices: InvoicesApi
  readonly monitors: MonitorsApi
  readonly exports: ExportsApi
  readonly jobs: JobsApi
  readonly keys: KeysApi
  readonly explorerKey: ExplorerKeyApi
  readonly usage: UsageApi
  readonly webhookEndpoints: WebhookEndpointsApi
  readonly webhookDeliveries: WebhookDeliveriesApi
  readonly webhookEventTypes: WebhookEventTypesApi
  readonly requests: RequestsApi
  readonly organisation: OrganisationApi
  readonly me: MeApi
  readonly members: MembersApi
  readonly serviceAccounts: ServiceAccountsApi
  readonly auditEvents: AuditEventsApi
  readonly auditProof: AuditProofApi
  readonly privacyExports: PrivacyExportsApi
  readonly erasures: ErasuresApi
  readonly service: ServiceApi
  readonly signingKeys: SigningKeysApi
  readonly authorizationServer: AuthorizationServerApi
  readonly auditKeys: AuditKeysApi
}
