// Generated from openapi/openapi.json by `npm run openapi`. Do not edit.

import type { ApiRequest, ListRequest } from '../request.ts'
import { type Filter, type Part, Resource } from '../resource.ts'
import type { RequestOptions, Transport } from '../transport.ts'
import type { operations } from './openapi.ts'
import type { Attachment, AuditEventList, AuditProof, BeneficialOwnershipList, ChangeList, CoverageList, Diff, Document, DocumentList, DocumentText, Entity, EntityList, EntityNameList, EntityTickerList, EventList, EvidenceCheck, EvidenceList, EvidenceVerification, Extractor, ExtractorList, FactList, FilingDetail, FilingList, FundHoldingList, FundReportList, Health, HoldingChangeList, HoldingList, HoldingsReportList, InsiderHoldingList, InsiderTransactionList, KeyList, OfferingList, ProcessingList, ProposedSaleList, ProxyVoteList, RatioReportList, RelatedFilingList, ResolvedEntityList, ResolvedUrl, RestatementList, SearchCountList, SearchHitList, SectionList, SectionText, ServiceStatus, Signal, SignalList, SignalReproduction, SignalTypeList, StatementList, SubsidiaryList, TableList, UsageList } from './schemas.ts'

export type EntitiesListParams = Filter<NonNullable<operations['listEntities']['parameters']['query']>>
export type FilingsListParams = Filter<NonNullable<operations['listFilings']['parameters']['query']>>
export type FilingsResolveUrlParams = Filter<NonNullable<operations['resolveFilingUrl']['parameters']['query']>>
export type FilingsGetParams = Filter<NonNullable<operations['getFiling']['parameters']['query']>>
export type FilingsFactsParams = Filter<NonNullable<operations['listFilingFacts']['parameters']['query']>>
export type RelatedFilingsListParams = Filter<NonNullable<operations['listRelatedFilings']['parameters']['query']>>
export type DocumentsListParams = Filter<NonNullable<operations['listDocuments']['parameters']['query']>>
export type DocumentsGetParams = Filter<NonNullable<operations['getDocument']['parameters']['query']>>
export type DocumentsTextParams = Filter<NonNullable<operations['getDocumentText']['parameters']['query']>>
export type DocumentsSearchParams = Filter<NonNullable<operations['searchDocuments']['parameters']['query']>>
export type AttachmentGetParams = Filter<NonNullable<operations['getAttachment']['parameters']['query']>>
export type SectionsListParams = Filter<NonNullable<operations['listSections']['parameters']['query']>>
export type SectionsGetParams = Filter<NonNullable<operations['getSection']['parameters']['query']>>
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
export type SearchCountsListParams = Filter<NonNullable<operations['listSearchCounts']['parameters']['query']>>
export type DiffGetParams = Filter<NonNullable<operations['getDiff']['parameters']['query']>>
export type ChangesListParams = Filter<NonNullable<operations['listChanges']['parameters']['query']>>
export type ChangesStreamParams = Filter<NonNullable<operations['streamChanges']['parameters']['query']>>
export type KeysListParams = Filter<NonNullable<operations['listKeys']['parameters']['query']>>
export type UsageListParams = Filter<NonNullable<operations['listUsage']['parameters']['query']>>
export type AuditEventsListParams = Filter<NonNullable<operations['listAuditEvents']['parameters']['query']>>
export type AuditEventsDownloadParams = Filter<NonNullable<operations['downloadAuditEvents']['parameters']['query']>>

export class EntitiesApi extends Resource {
  /**
   * Companies, funds and people that filings name, found by name, ticker, CIK or industry; by CIK.
   *
   * `GET /v1/entities`. Scopes: `entities:read`. Cost: 1.
   */
  list(params?: EntitiesListParams, options?: RequestOptions): ListRequest<EntityList> {
    return this.sendList('/v1/entities', [], params, options)
  }

  /**
   * Says for up to 100 identifiers at once which entity each stands for. Names must be whole, as a filing carries or carried them; use `q` of `GET /v1/entities` to look for parts.
   *
   * `POST /v1/entities/resolve`. Scopes: `entities:read`. Cost: 1.
   */
  resolve(body: NonNullable<operations['resolveEntities']['requestBody']>['content']['application/json'], options?: RequestOptions): ApiRequest<ResolvedEntityList> {
    return this.sendJson('POST', '/v1/entities/resolve', [], undefined, options, body)
  }

  /**
   * One company, fund or person by its CIK, as the latest filing describes it.
   *
   * `GET /v1/entities/{cik}`. Scopes: `entities:read`. Cost: 1.
   * @param cik Central Index Key, with or without leading zeros.
   */
  get(cik: Part, options?: RequestOptions): ApiRequest<Entity> {
    return this.sendJson('GET', '/v1/entities/{}', [cik], undefined, options)
  }

  /**
   * Present and former names as filings give them, the current one first.
   *
   * `GET /v1/entities/{cik}/names`. Scopes: `entities:read`. Cost: 1.
   * @param cik Central Index Key, with or without leading zeros.
   */
  names(cik: Part, options?: RequestOptions): ListRequest<EntityNameList> {
    return this.sendList('/v1/entities/{}/names', [cik], undefined, options)
  }

  /**
   * Tickers as they are today, with their exchange. An empty list means that none is known.
   *
   * `GET /v1/entities/{cik}/tickers`. Scopes: `entities:read`. Cost: 1.
   * @param cik Central Index Key, with or without leading zeros.
   */
  tickers(cik: Part, options?: RequestOptions): ListRequest<EntityTickerList> {
    return this.sendList('/v1/entities/{}/tickers', [cik], undefined, options)
  }
}

export class FilingsApi extends Resource {
  /**
   * Filings in the order of acceptance, filtered by company, form, item and time. Pages stay consistent while filings arrive: all of them are true for the moment of the first.
   *
   * `GET /v1/filings`. Scopes: `filings:read`. Cost: 1.
   */
  list(params?: FilingsListParams, options?: RequestOptions): ListRequest<FilingList> {
    return this.sendList('/v1/filings', [], params, options)
  }

  /**
   * Takes any URL EDGAR uses for a filing or one of its documents and returns the filing.
   *
   * `GET /v1/filings/resolve`. Scopes: `filings:read`. Cost: 1.
   */
  resolveUrl(params: FilingsResolveUrlParams, options?: RequestOptions): ApiRequest<ResolvedUrl> {
    return this.sendJson('GET', '/v1/filings/resolve', [], params, options)
  }

  /**
   * One filing by its accession number, with dashes or as 18 digits: all its header says, the filing it amends, and whether EDGAR still serves the bytes that were first seen.
   *
   * `GET /v1/filings/{accession_number}`. Scopes: `filings:read`. Cost: 1.
   * @param accession_number Accession number, with dashes or as 18 digits.
   */
  get(accession_number: Part, params?: FilingsGetParams, options?: RequestOptions): ApiRequest<FilingDetail> {
    return this.sendJson('GET', '/v1/filings/{}', [accession_number], params, options)
  }

  /**
   * Every XBRL fact of the filing in the order of its documents: numbers, texts, hidden and dimensional facts, each with its place in the canonical text.
   *
   * `GET /v1/filings/{accession_number}/facts`. Scopes: `facts:read`. Cost: 1.
   * @param accession_number Accession number, with dashes or as 18 digits.
   */
  facts(accession_number: Part, params?: FilingsFactsParams, options?: RequestOptions): ListRequest<FactList> {
    return this.sendList('/v1/filings/{}/facts', [accession_number], params, options)
  }
}

export class RelatedFilingsApi extends Resource {
  /**
   * The original an amendment amends, the amendments of a filing, other amendments of the same original, and what withdraws or ends the registration under the same file number. Earliest first.
   *
   * `GET /v1/filings/{accession_number}/related`. Scopes: `filings:read`. Cost: 1.
   * @param accession_number Accession number, with dashes or as 18 digits.
   */
  list(accession_number: Part, params?: RelatedFilingsListParams, options?: RequestOptions): ListRequest<RelatedFilingList> {
    return this.sendList('/v1/filings/{}/related', [accession_number], params, options)
  }
}

export class DocumentsApi extends Resource {
  /**
   * Every document of the submission in the order it was filed.
   *
   * `GET /v1/filings/{accession_number}/documents`. Scopes: `filings:read`. Cost: 1.
   * @param accession_number Accession number, with dashes or as 18 digits.
   */
  list(accession_number: Part, params?: DocumentsListParams, options?: RequestOptions): ListRequest<DocumentList> {
    return this.sendList('/v1/filings/{}/documents', [accession_number], params, options)
  }

  /**
   * What is known of a document. With an `Accept` header that prefers anything but JSON, the answer is the original bytes as filed, to be saved and never run: the bytes come with their own media type, as an attachment, sandboxed.
   *
   * `GET /v1/filings/{accession_number}/documents/{sequence}`. Scopes: `filings:read`. Cost: 1.
   * @param accession_number Accession number, with dashes or as 18 digits.
   * @param sequence Position of the document in the filing.
   */
  get(accession_number: Part, sequence: Part, params?: DocumentsGetParams, options?: RequestOptions): ApiRequest<Document> {
    return this.sendJson('GET', '/v1/filings/{}/documents/{}', [accession_number, sequence], params, options)
  }

  /**
   * What is known of a document. With an `Accept` header that prefers anything but JSON, the answer is the original bytes as filed, to be saved and never run: the bytes come with their own media type, as an attachment, sandboxed.
   *
   * The original bytes; their SHA-256 is `document_sha256`.
   *
   * `GET /v1/filings/{accession_number}/documents/{sequence}`. Scopes: `filings:read`. Cost: 1.
   * @param accession_number Accession number, with dashes or as 18 digits.
   * @param sequence Position of the document in the filing.
   */
  getBytes(accession_number: Part, sequence: Part, params?: DocumentsGetParams, options?: RequestOptions): ApiRequest<Uint8Array> {
    return this.sendBytes('/v1/filings/{}/documents/{}', [accession_number, sequence], 'application/octet-stream', params, options)
  }

  /**
   * The text all offsets refer to. With `Accept: text/plain` the answer is the exact text, so that the SHA-256 of the download equals `text_sha256` (also in the `Latent-Text-Sha256` header).
   *
   * `GET /v1/filings/{accession_number}/documents/{sequence}/text`. Scopes: `filings:read`. Cost: 1.
   * @param accession_number Accession number, with dashes or as 18 digits.
   * @param sequence Position of the document in the filing.
   */
  text(accession_number: Part, sequence: Part, params?: DocumentsTextParams, options?: RequestOptions): ApiRequest<DocumentText> {
    return this.sendJson('GET', '/v1/filings/{}/documents/{}/text', [accession_number, sequence], params, options)
  }

  /**
   * The text all offsets refer to. With `Accept: text/plain` the answer is the exact text, so that the SHA-256 of the download equals `text_sha256` (also in the `Latent-Text-Sha256` header).
   *
   * The text alone. Without `offset` and `max_chars` its SHA-256 is `text_sha256`.
   *
   * `GET /v1/filings/{accession_number}/documents/{sequence}/text`. Scopes: `filings:read`. Cost: 1.
   * @param accession_number Accession number, with dashes or as 18 digits.
   * @param sequence Position of the document in the filing.
   */
  textPlain(accession_number: Part, sequence: Part, params?: DocumentsTextParams, options?: RequestOptions): ApiRequest<string> {
    return this.sendText('/v1/filings/{}/documents/{}/text', [accession_number, sequence], 'text/plain', params, options)
  }

  /**
   * The text all offsets refer to. With `Accept: text/plain` the answer is the exact text, so that the SHA-256 of the download equals `text_sha256` (also in the `Latent-Text-Sha256` header).
   *
   * The same as Markdown.
   *
   * `GET /v1/filings/{accession_number}/documents/{sequence}/text`. Scopes: `filings:read`. Cost: 1.
   * @param accession_number Accession number, with dashes or as 18 digits.
   * @param sequence Position of the document in the filing.
   */
  textMarkdown(accession_number: Part, sequence: Part, params?: DocumentsTextParams, options?: RequestOptions): ApiRequest<string> {
    return this.sendText('/v1/filings/{}/documents/{}/text', [accession_number, sequence], 'text/markdown', params, options)
  }

  /**
   * The text all offsets refer to. With `Accept: text/plain` the answer is the exact text, so that the SHA-256 of the download equals `text_sha256` (also in the `Latent-Text-Sha256` header).
   *
   * The same as clean HTML, with a content security policy that forbids everything.
   *
   * `GET /v1/filings/{accession_number}/documents/{sequence}/text`. Scopes: `filings:read`. Cost: 1.
   * @param accession_number Accession number, with dashes or as 18 digits.
   * @param sequence Position of the document in the filing.
   */
  textHtml(accession_number: Part, sequence: Part, params?: DocumentsTextParams, options?: RequestOptions): ApiRequest<string> {
    return this.sendText('/v1/filings/{}/documents/{}/text', [accession_number, sequence], 'text/html', params, options)
  }

  /**
   * Finds documents by what they say: exact words and phrases, without case and accents. Every hit comes with passages whose positions in the canonical text can be verified.
   *
   * `GET /v1/search`. Scopes: `search:read`. Cost: 5.
   */
  search(params: DocumentsSearchParams, options?: RequestOptions): ListRequest<SearchHitList> {
    return this.sendList('/v1/search', [], params, options)
  }
}

export class AttachmentApi extends Resource {
  /**
   * EDGAR carries images, PDFs and archives inside a submission as text. This decodes one of them: what it is, its hash, and of an archive the files in it, or with an `Accept` header that prefers anything but JSON the file itself, to be saved and never run.
   *
   * `GET /v1/filings/{accession_number}/documents/{sequence}/attachment`. Scopes: `filings:read`. Cost: 1.
   * @param accession_number Accession number, with dashes or as 18 digits.
   * @param sequence Position of the document in the filing.
   */
  get(accession_number: Part, sequence: Part, params?: AttachmentGetParams, options?: RequestOptions): ApiRequest<Attachment> {
    return this.sendJson('GET', '/v1/filings/{}/documents/{}/attachment', [accession_number, sequence], params, options)
  }

  /**
   * EDGAR carries images, PDFs and archives inside a submission as text. This decodes one of them: what it is, its hash, and of an archive the files in it, or with an `Accept` header that prefers anything but JSON the file itself, to be saved and never run.
   *
   * The file itself, as it was before EDGAR encoded it.
   *
   * `GET /v1/filings/{accession_number}/documents/{sequence}/attachment`. Scopes: `filings:read`. Cost: 1.
   * @param accession_number Accession number, with dashes or as 18 digits.
   * @param sequence Position of the document in the filing.
   */
  getBytes(accession_number: Part, sequence: Part, params?: AttachmentGetParams, options?: RequestOptions): ApiRequest<Uint8Array> {
    return this.sendBytes('/v1/filings/{}/documents/{}/attachment', [accession_number, sequence], 'application/octet-stream', params, options)
  }
}

export class SectionsApi extends Resource {
  /**
   * Every item of every document that was looked for: found, doubtful, left out by the company, or not found. What belongs to no item is listed as a gap, so that the sections of a document are its whole text.
   *
   * `GET /v1/filings/{accession_number}/sections`. Scopes: `filings:read`. Cost: 1.
   * @param accession_number Accession number, with dashes or as 18 digits.
   */
  list(accession_number: Part, params?: SectionsListParams, options?: RequestOptions): ListRequest<SectionList> {
    return this.sendList('/v1/filings/{}/sections', [accession_number], params, options)
  }

  /**
   * One section with its text, or the same span as Markdown or HTML. Where several documents have the section, the first one in which it was found is meant; `sequence` chooses another.
   *
   * `GET /v1/filings/{accession_number}/sections/{section_key}`. Scopes: `filings:read`. Cost: 1.
   * @param accession_number Accession number, with dashes or as 18 digits.
   * @param section_key Key of a section.
   */
  get(accession_number: Part, section_key: Part, params?: SectionsGetParams, options?: RequestOptions): ApiRequest<SectionText> {
    return this.sendJson('GET', '/v1/filings/{}/sections/{}', [accession_number, section_key], params, options)
  }

  /**
   * One section with its text, or the same span as Markdown or HTML. Where several documents have the section, the first one in which it was found is meant; `sequence` chooses another.
   *
   * The text of the section alone.
   *
   * `GET /v1/filings/{accession_number}/sections/{section_key}`. Scopes: `filings:read`. Cost: 1.
   * @param accession_number Accession number, with dashes or as 18 digits.
   * @param section_key Key of a section.
   */
  getPlain(accession_number: Part, section_key: Part, params?: SectionsGetParams, options?: RequestOptions): ApiRequest<string> {
    return this.sendText('/v1/filings/{}/sections/{}', [accession_number, section_key], 'text/plain', params, options)
  }

  /**
   * One section with its text, or the same span as Markdown or HTML. Where several documents have the section, the first one in which it was found is meant; `sequence` chooses another.
   *
   * The same as Markdown.
   *
   * `GET /v1/filings/{accession_number}/sections/{section_key}`. Scopes: `filings:read`. Cost: 1.
   * @param accession_number Accession number, with dashes or as 18 digits.
   * @param section_key Key of a section.
   */
  getMarkdown(accession_number: Part, section_key: Part, params?: SectionsGetParams, options?: RequestOptions): ApiRequest<string> {
    return this.sendText('/v1/filings/{}/sections/{}', [accession_number, section_key], 'text/markdown', params, options)
  }

  /**
   * One section with its text, or the same span as Markdown or HTML. Where several documents have the section, the first one in which it was found is meant; `sequence` chooses another.
   *
   * The same as clean HTML, with a content security policy that forbids everything.
   *
   * `GET /v1/filings/{accession_number}/sections/{section_key}`. Scopes: `filings:read`. Cost: 1.
   * @param accession_number Accession number, with dashes or as 18 digits.
   * @param section_key Key of a section.
   */
  getHtml(accession_number: Part, section_key: Part, params?: SectionsGetParams, options?: RequestOptions): ApiRequest<string> {
    return this.sendText('/v1/filings/{}/sections/{}', [accession_number, section_key], 'text/html', params, options)
  }
}

export class FactsApi extends Resource {
  /**
   * Facts of companies or filings, every vintage of each: a value that a later filing repeats or restates is a fact of both, and each row names its filing. One of `cik`, `ticker` and `accession_number` is needed.
   *
   * `GET /v1/facts`. Scopes: `facts:read`. Cost: 1.
   */
  list(params?: FactsListParams, options?: RequestOptions): ListRequest<FactList> {
    return this.sendList('/v1/facts', [], params, options)
  }
}

export class FramesApi extends Resource {
  /**
   * One fact per entity for a tag, a unit and a calendar frame: the one filed last as of `as_of`, about the whole entity. Each row names its filing.
   *
   * `GET /v1/frames`. Scopes: `facts:read`. Cost: 1.
   */
  list(params: FramesListParams, options?: RequestOptions): ListRequest<FactList> {
    return this.sendList('/v1/frames', [], params, options)
  }
}

export class ProcessingApi extends Resource {
  /**
   * The processing ledger: one row for each extractor, so that nothing found is never confused with not looked. Also answers for filings that are not published yet or could not be read. Always shows the present state.
   *
   * `GET /v1/filings/{accession_number}/processing`. Scopes: `filings:read`. Cost: 1.
   * @param accession_number Accession number, with dashes or as 18 digits.
   */
  list(accession_number: Part, options?: RequestOptions): ListRequest<ProcessingList> {
    return this.sendList('/v1/filings/{}/processing', [accession_number], undefined, options)
  }
}

export class InsiderTransactionsApi extends Resource {
  /**
   * Rows of Forms 3, 4 and 5: transactions and holdings of officers, directors and ten percent owners, as filed or net of amendments.
   *
   * `GET /v1/insider-transactions`. Scopes: `ownership:read`. Cost: 1.
   */
  list(params?: InsiderTransactionsListParams, options?: RequestOptions): ListRequest<InsiderTransactionList> {
    return this.sendList('/v1/insider-transactions', [], params, options)
  }
}

export class InsiderHoldingsApi extends Resource {
  /**
   * The latest balance that Forms 3, 4 and 5 state, for each owner, security and way of holding. Corrected rows do not count. By issuer, owner and security.
   *
   * `GET /v1/insider-holdings`. Scopes: `ownership:read`. Cost: 1.
   */
  list(params?: InsiderHoldingsListParams, options?: RequestOptions): ListRequest<InsiderHoldingList> {
    return this.sendList('/v1/insider-holdings', [], params, options)
  }
}

export class ProposedSalesApi extends Resource {
  /**
   * Notices of proposed sale (Form 144) of affiliates: what they mean to sell, how they came to it, and what they sold in the past three months.
   *
   * `GET /v1/proposed-sales`. Scopes: `ownership:read`. Cost: 1.
   */
  list(params?: ProposedSalesListParams, options?: RequestOptions): ListRequest<ProposedSaleList> {
    return this.sendList('/v1/proposed-sales', [], params, options)
  }
}

export class BeneficialOwnershipApi extends Resource {
  /**
   * Who owns more than five per cent of a class, from 1993 on: filed in XML since December 2024, read from the cover pages before. A number that a schedule does not state is null, with the reason.
   *
   * `GET /v1/beneficial-ownership`. Scopes: `ownership:read`. Cost: 1.
   */
  list(params?: BeneficialOwnershipListParams, options?: RequestOptions): ListRequest<BeneficialOwnershipList> {
    return this.sendList('/v1/beneficial-ownership', [], params, options)
  }
}

export class HoldingsApi extends Resource {
  /**
   * Rows of Form 13F information tables: of one manager, or of everybody who holds a security. Values are in dollars whatever unit was filed, next to the figure as filed.
   *
   * `GET /v1/holdings`. Scopes: `ownership:read`. Cost: 1.
   */
  list(params?: HoldingsListParams, options?: RequestOptions): ListRequest<HoldingList> {
    return this.sendList('/v1/holdings', [], params, options)
  }

  /**
   * Cover and summary pages of Form 13F, notices included: who reports for whom, what an amendment does, what is left out, and the totals next to what was read.
   *
   * `GET /v1/holdings/reports`. Scopes: `ownership:read`. Cost: 1.
   */
  reports(params?: HoldingsReportsParams, options?: RequestOptions): ListRequest<HoldingsReportList> {
    return this.sendList('/v1/holdings/reports', [], params, options)
  }

  /**
   * Compares the holdings of a manager at the end of a quarter with those of the quarter before, after amendments. Nothing is called new or closed when one of the reports is not known: `comparison` says what was compared.
   *
   * `GET /v1/holdings/changes`. Scopes: `ownership:read`. Cost: 2.
   */
  changes(params: HoldingsChangesParams, options?: RequestOptions): ListRequest<HoldingChangeList> {
    return this.sendList('/v1/holdings/changes', [], params, options)
  }
}

export class FundReportsApi extends Resource {
  /**
   * What registered funds report: portfolio totals, the yearly census, votes and registration fees.
   *
   * `GET /v1/fund-reports`. Scopes: `ownership:read`. Cost: 1.
   */
  list(params?: FundReportsListParams, options?: RequestOptions): ListRequest<FundReportList> {
    return this.sendList('/v1/fund-reports', [], params, options)
  }
}

export class FundHoldingsApi extends Resource {
  /**
   * Positions out of Form N-PORT: of one fund, or of every fund that holds a security.
   *
   * `GET /v1/fund-holdings`. Scopes: `ownership:read`. Cost: 1.
   */
  list(params?: FundHoldingsListParams, options?: RequestOptions): ListRequest<FundHoldingList> {
    return this.sendList('/v1/fund-holdings', [], params, options)
  }
}

export class ProxyVotesApi extends Resource {
  /**
   * Matters out of the vote tables of Form N-PX, with how the shares were voted and what management asked for.
   *
   * `GET /v1/proxy-votes`. Scopes: `ownership:read`. Cost: 1.
   */
  list(params?: ProxyVotesListParams, options?: RequestOptions): ListRequest<ProxyVoteList> {
    return this.sendList('/v1/proxy-votes', [], params, options)
  }
}

export class SubsidiariesApi extends Resource {
  /**
   * Subsidiaries out of Exhibit 21, year by year, each with its row in the text of the exhibit.
   *
   * `GET /v1/subsidiaries`. Scopes: `entities:read`. Cost: 1.
   */
  list(params?: SubsidiariesListParams, options?: RequestOptions): ListRequest<SubsidiaryList> {
    return this.sendList('/v1/subsidiaries', [], params, options)
  }
}

export class OfferingsApi extends Resource {
  /**
   * Offerings exempt from registration (Forms D, C and 1-A with what follows them) and those made by prospectus, with the amounts each document states.
   *
   * `GET /v1/offerings`. Scopes: `filings:read`. Cost: 1.
   */
  list(params?: OfferingsListParams, options?: RequestOptions): ListRequest<OfferingList> {
    return this.sendList('/v1/offerings', [], params, options)
  }
}

export class EventsApi extends Resource {
  /**
   * Items of Form 8-K as typed events, each with the section in which the company tells it. The type follows the item number alone; what was filed under the wrong item is a matter of signals.
   *
   * `GET /v1/events`. Scopes: `filings:read`. Cost: 1.
   */
  list(params?: EventsListParams, options?: RequestOptions): ListRequest<EventList> {
    return this.sendList('/v1/events', [], params, options)
  }
}

export class StatementsApi extends Resource {
  /**
   * Statements of the annual and quarterly reports of a company, standardised to the same lines for every company or as filed, with the fact behind each value.
   *
   * `GET /v1/entities/{cik}/statements`. Scopes: `facts:read`. Cost: 1.
   * @param cik Central Index Key, with or without leading zeros.
   */
  list(cik: Part, params?: StatementsListParams, options?: RequestOptions): ListRequest<StatementList> {
    return this.sendList('/v1/entities/{}/statements', [cik], params, options)
  }
}

export class RatiosApi extends Resource {
  /**
   * Ratios of each report of a company and each of its periods, with formula and input facts. A ratio that cannot be computed says why.
   *
   * `GET /v1/entities/{cik}/ratios`. Scopes: `facts:read`. Cost: 1.
   * @param cik Central Index Key, with or without leading zeros.
   */
  list(cik: Part, params?: RatiosListParams, options?: RequestOptions): ListRequest<RatioReportList> {
    return this.sendList('/v1/entities/{}/ratios', [cik], params, options)
  }
}

export class RestatementsApi extends Resource {
  /**
   * Facts that a later filing of the company states otherwise than an earlier one, with every vintage. A difference that rounding explains is none.
   *
   * `GET /v1/entities/{cik}/restatements`. Scopes: `facts:read`. Cost: 1.
   * @param cik Central Index Key, with or without leading zeros.
   */
  list(cik: Part, params?: RestatementsListParams, options?: RequestOptions): ListRequest<RestatementList> {
    return this.sendList('/v1/entities/{}/restatements', [cik], params, options)
  }
}

export class SignalsApi extends Resource {
  /**
   * What was read out of filings, in the order in which EDGAR accepted them, each with its evidence. `coverage` says whether an empty list means that there is nothing.
   *
   * `GET /v1/signals`. Scopes: `signals:read`. Cost: 1.
   */
  list(params?: SignalsListParams, options?: RequestOptions): ListRequest<SignalList> {
    return this.sendList('/v1/signals', [], params, options)
  }

  /**
   * One signal with its evidence.
   *
   * `GET /v1/signals/{signal_id}`. Scopes: `signals:read`. Cost: 1.
   * @param signal_id Id of a signal.
   */
  get(signal_id: Part, params?: SignalsGetParams, options?: RequestOptions): ApiRequest<Signal> {
    return this.sendJson('GET', '/v1/signals/{}', [signal_id], params, options)
  }

  /**
   * Every piece of evidence is sliced anew out of the stored, hash-addressed source before it is sent; `verification` says what came of it.
   *
   * `GET /v1/signals/{signal_id}/evidence`. Scopes: `signals:read`. Cost: 1.
   * @param signal_id Id of a signal.
   */
  evidence(signal_id: Part, params?: SignalsEvidenceParams, options?: RequestOptions): ListRequest<EvidenceList> {
    return this.sendList('/v1/signals/{}/evidence', [signal_id], params, options)
  }

  /**
   * Reads the stored bytes again, runs the rule on them and compares the fingerprint with the stored one; every piece of evidence is sliced again too. Nothing is stored. Also answers for signals that were superseded.
   *
   * `POST /v1/signals/{signal_id}/reproduce`. Scopes: `signals:read`. Cost: 10.
   * @param signal_id Id of a signal.
   */
  reproduce(signal_id: Part, params?: SignalsReproduceParams, options?: RequestOptions): ApiRequest<SignalReproduction> {
    return this.sendJson('POST', '/v1/signals/{}/reproduce', [signal_id], params, options)
  }

  /**
   * The catalogue: what each signal means, its formula, and the paper or rule it comes from.
   *
   * `GET /v1/signal-types`. Scopes: `signals:read`. Cost: 1.
   */
  types(options?: RequestOptions): ListRequest<SignalTypeList> {
    return this.sendList('/v1/signal-types', [], undefined, options)
  }
}

export class ExtractorsApi extends Resource {
  /**
   * Every rule that reads signals out of filings: its version, its settings and what it looks at.
   *
   * `GET /v1/extractors`. Scopes: `signals:read`. Cost: 1.
   */
  list(options?: RequestOptions): ListRequest<ExtractorList> {
    return this.sendList('/v1/extractors', [], undefined, options)
  }

  /**
   * What the extractor answered for how many filings, how far a new version has come, and for those that ask a language model what that has cost.
   *
   * `GET /v1/extractors/{name}`. Scopes: `signals:read`. Cost: 1.
   * @param name Name of the extractor.
   */
  get(name: Part, options?: RequestOptions): ApiRequest<Extractor> {
    return this.sendJson('GET', '/v1/extractors/{}', [name], undefined, options)
  }
}

export class EvidenceApi extends Resource {
  /**
   * Checks a piece of evidence of any kind, as a signal carries it: quotes are sliced again by code points and by bytes, header lines and XML elements are looked up in the original bytes, and XBRL facts are read out of the document anew. Every name and hash in it must be that of what it names.
   *
   * `POST /v1/evidence/check`. Scopes: `evidence:verify`. Cost: 2.
   */
  check(body: NonNullable<operations['checkEvidence']['requestBody']>['content']['application/json'], options?: RequestOptions): ApiRequest<EvidenceCheck> {
    return this.sendJson('POST', '/v1/evidence/check', [], undefined, options, body)
  }

  /**
   * Slices the stored text anew and compares it with the quote. A quote that stands elsewhere in the text is a mismatch, and the answer says where it stands.
   *
   * `POST /v1/evidence/verify`. Scopes: `evidence:verify`. Cost: 1.
   */
  verify(body: NonNullable<operations['verifyEvidence']['requestBody']>['content']['application/json'], options?: RequestOptions): ApiRequest<EvidenceVerification> {
    return this.sendJson('POST', '/v1/evidence/verify', [], undefined, options, body)
  }
}

export class CoverageApi extends Resource {
  /**
   * Filings by form and by how far they are, over everything or for companies and forms. With a company, `coverage.extractors` has the answers of each extractor.
   *
   * `GET /v1/coverage`. Scopes: `coverage:read`. Cost: 1.
   */
  list(params?: CoverageListParams, options?: RequestOptions): ListRequest<CoverageList> {
    return this.sendList('/v1/coverage', [], params, options)
  }
}

export class TablesApi extends Resource {
  /**
   * The tables of every document as rows and cells, each cell with its place in the canonical text. Tables of old typed filings are text, not rows.
   *
   * `GET /v1/filings/{accession_number}/tables`. Scopes: `filings:read`. Cost: 1.
   * @param accession_number Accession number, with dashes or as 18 digits.
   */
  list(accession_number: Part, params?: TablesListParams, options?: RequestOptions): ListRequest<TableList> {
    return this.sendList('/v1/filings/{}/tables', [accession_number], params, options)
  }
}

export class SearchCountsApi extends Resource {
  /**
   * How many documents and filings match, by month, quarter or year and by form.
   *
   * `GET /v1/search/counts`. Scopes: `search:read`. Cost: 5.
   */
  list(params: SearchCountsListParams, options?: RequestOptions): ListRequest<SearchCountList> {
    return this.sendList('/v1/search/counts', [], params, options)
  }
}

export class DiffApi extends Resource {
  /**
   * The difference of any two documents or sections of any two filings, with positions on both sides. Hunks tile both texts: keep what is equal, put in what is new, and one side becomes the other, character by character.
   *
   * `GET /v1/diffs`. Scopes: `filings:read`. Cost: 5.
   */
  get(params: DiffGetParams, options?: RequestOptions): ApiRequest<Diff> {
    return this.sendJson('GET', '/v1/diffs', [], params, options)
  }
}

export class ChangesApi extends Resource {
  /**
   * What became visible, in the order in which it did. A reader that has seen a position is never shown a smaller one later: keep `last_position` and ask with `after` to get every change exactly once.
   *
   * `GET /v1/changes`. Scopes: `changes:read`. Cost: 1.
   */
  list(params?: ChangesListParams, options?: RequestOptions): ListRequest<ChangeList> {
    return this.sendList('/v1/changes', [], params, options)
  }


}

export class KeysApi extends Resource {
  /**
   * The keys of the organisation, by their beginning and last four characters only.
   *
   * `GET /v1/keys`. Scopes: `keys:read`. Cost: 1.
   */
  list(params?: KeysListParams, options?: RequestOptions): ListRequest<KeyList> {
    return this.sendList('/v1/keys', [], params, options)
  }
}

export class UsageApi extends Resource {
  /**
   * Requests, units and errors of the organisation by hour or day, optionally by operation and key. At most a few seconds behind.
   *
   * `GET /v1/usage`. Scopes: `usage:read`. Cost: 1.
   */
  list(params?: UsageListParams, options?: RequestOptions): ListRequest<UsageList> {
    return this.sendList('/v1/usage', [], params, options)
  }
}

export class AuditEventsApi extends Resource {
  /**
   * Every change of the state of the organisation: who did what to what, from where, and what it was before. Nothing is ever changed or removed within seven years.
   *
   * `GET /v1/audit-events`. Scopes: `audit:read`. Cost: 1.
   */
  list(params?: AuditEventsListParams, options?: RequestOptions): ListRequest<AuditEventList> {
    return this.sendList('/v1/audit-events', [], params, options)
  }


}

export class AuditProofApi extends Resource {
  /**
   * Where the chain of hashes ends, and where it ended each time that was signed. Every export in NDJSON has the same in its last line.
   *
   * `GET /v1/audit-events/proof`. Scopes: `audit:read`. Cost: 1.
   */
  get(options?: RequestOptions): ApiRequest<AuditProof> {
    return this.sendJson('GET', '/v1/audit-events/proof', [], undefined, options)
  }
}

export class ServiceApi extends Resource {
  /**
   * 200 only when the database answers, its migrations are current, and the process is not stopping.
   *
   * `GET /health`. Needs no key. Cost: 0.
   */
  health(options?: RequestOptions): ApiRequest<Health> {
    return this.sendJson('GET', '/health', [], undefined, options)
  }

  /**
   * 200 only when the database answers, its migrations are current, and the process is not stopping.
   *
   * `GET /readyz`. Needs no key. Cost: 0.
   */
  readiness(options?: RequestOptions): ApiRequest<Health> {
    return this.sendJson('GET', '/readyz', [], undefined, options)
  }

  /**
   * 200 as long as the process answers at all; looks at nothing else.
   *
   * `GET /livez`. Needs no key. Cost: 0.
   */
  liveness(options?: RequestOptions): ApiRequest<Health> {
    return this.sendJson('GET', '/livez', [], undefined, options)
  }

  /**
   * The parts the service depends on and how far the data has come. Looked up every five seconds.
   *
   * `GET /v1/status`. Needs no key. Cost: 0.
   */
  status(options?: RequestOptions): ApiRequest<ServiceStatus> {
    return this.sendJson('GET', '/v1/status', [], undefined, options)
  }

  /**
   * This document.
   *
   * `GET /openapi.json`. Needs no key. Cost: 0.
   */
  openApi(options?: RequestOptions): ApiRequest<operations['getOpenApi']['responses'][200]['content']['application/json']> {
    return this.sendJson('GET', '/openapi.json', [], undefined, options)
  }
}

/** One property for each resource of the API. */
export class GeneratedClient {
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
  readonly keys: KeysApi
  readonly usage: UsageApi
  readonly auditEvents: AuditEventsApi
  readonly auditProof: AuditProofApi
  readonly service: ServiceApi

  constructor(transport: Transport) {
    this.entities = new EntitiesApi(transport)
    this.filings = new FilingsApi(transport)
    this.relatedFilings = new RelatedFilingsApi(transport)
    this.documents = new DocumentsApi(transport)
    this.attachment = new AttachmentApi(transport)
    this.sections = new SectionsApi(transport)
    this.facts = new FactsApi(transport)
    this.frames = new FramesApi(transport)
    this.processing = new ProcessingApi(transport)
    this.insiderTransactions = new InsiderTransactionsApi(transport)
    this.insiderHoldings = new InsiderHoldingsApi(transport)
    this.proposedSales = new ProposedSalesApi(transport)
    this.beneficialOwnership = new BeneficialOwnershipApi(transport)
    this.holdings = new HoldingsApi(transport)
    this.fundReports = new FundReportsApi(transport)
    this.fundHoldings = new FundHoldingsApi(transport)
    this.proxyVotes = new ProxyVotesApi(transport)
    this.subsidiaries = new SubsidiariesApi(transport)
    this.offerings = new OfferingsApi(transport)
    this.events = new EventsApi(transport)
    this.statements = new StatementsApi(transport)
    this.ratios = new RatiosApi(transport)
    this.restatements = new RestatementsApi(transport)
    this.signals = new SignalsApi(transport)
    this.extractors = new ExtractorsApi(transport)
    this.evidence = new EvidenceApi(transport)
    this.coverage = new CoverageApi(transport)
    this.tables = new TablesApi(transport)
    this.searchCounts = new SearchCountsApi(transport)
    this.diff = new DiffApi(transport)
    this.changes = new ChangesApi(transport)
    this.keys = new KeysApi(transport)
    this.usage = new UsageApi(transport)
    this.auditEvents = new AuditEventsApi(transport)
    this.auditProof = new AuditProofApi(transport)
    this.service = new ServiceApi(transport)
  }
}
