// Generated from openapi/openapi.json by `npm run openapi`. Do not edit.

import type { ApiRequest, ListRequest } from '../request.ts'
import { type Filter, type Part, Resource } from '../resource.ts'
import type { RequestOptions, Transport } from '../transport.ts'
import type { operations } from './openapi.ts'
import type { ChangeList, CoverageList, Document, DocumentList, DocumentText, Entity, EntityList, EntityNameList, EntityTickerList, EvidenceList, EvidenceVerification, Filing, FilingList, Health, InsiderTransactionList, KeyList, ProcessingList, ResolvedUrl, SectionList, SectionText, ServiceStatus, Signal, SignalList, SignalTypeList, UsageList } from './schemas.ts'

export type EntitiesListParams = Filter<NonNullable<operations['listEntities']['parameters']['query']>>
export type FilingsListParams = Filter<NonNullable<operations['listFilings']['parameters']['query']>>
export type FilingsResolveUrlParams = Filter<NonNullable<operations['resolveFilingUrl']['parameters']['query']>>
export type FilingsGetParams = Filter<NonNullable<operations['getFiling']['parameters']['query']>>
export type DocumentsListParams = Filter<NonNullable<operations['listDocuments']['parameters']['query']>>
export type DocumentsGetParams = Filter<NonNullable<operations['getDocument']['parameters']['query']>>
export type DocumentsTextParams = Filter<NonNullable<operations['getDocumentText']['parameters']['query']>>
export type SectionsListParams = Filter<NonNullable<operations['listSections']['parameters']['query']>>
export type SectionsGetParams = Filter<NonNullable<operations['getSection']['parameters']['query']>>
export type InsiderTransactionsListParams = Filter<NonNullable<operations['listInsiderTransactions']['parameters']['query']>>
export type SignalsListParams = Filter<NonNullable<operations['listSignals']['parameters']['query']>>
export type SignalsGetParams = Filter<NonNullable<operations['getSignal']['parameters']['query']>>
export type SignalsEvidenceParams = Filter<NonNullable<operations['listEvidence']['parameters']['query']>>
export type CoverageListParams = Filter<NonNullable<operations['listCoverage']['parameters']['query']>>
export type ChangesListParams = Filter<NonNullable<operations['listChanges']['parameters']['query']>>
export type KeysListParams = Filter<NonNullable<operations['listKeys']['parameters']['query']>>
export type UsageListParams = Filter<NonNullable<operations['listUsage']['parameters']['query']>>

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
   * One filing by its accession number, with dashes or as 18 digits.
   *
   * `GET /v1/filings/{accession_number}`. Scopes: `filings:read`. Cost: 1.
   * @param accession_number Accession number, with dashes or as 18 digits.
   */
  get(accession_number: Part, params?: FilingsGetParams, options?: RequestOptions): ApiRequest<Filing> {
    return this.sendJson('GET', '/v1/filings/{}', [accession_number], params, options)
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
   * One section with its text or Markdown. Where several documents have the section, the first one in which it was found is meant; `sequence` chooses another.
   *
   * `GET /v1/filings/{accession_number}/sections/{section_key}`. Scopes: `filings:read`. Cost: 1.
   * @param accession_number Accession number, with dashes or as 18 digits.
   * @param section_key Key of a section.
   */
  get(accession_number: Part, section_key: Part, params?: SectionsGetParams, options?: RequestOptions): ApiRequest<SectionText> {
    return this.sendJson('GET', '/v1/filings/{}/sections/{}', [accession_number, section_key], params, options)
  }

  /**
   * One section with its text or Markdown. Where several documents have the section, the first one in which it was found is meant; `sequence` chooses another.
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
   * Rows of Forms 3, 4 and 5 as filed: transactions and holdings of officers, directors and ten percent owners.
   *
   * `GET /v1/insider-transactions`. Scopes: `ownership:read`. Cost: 1.
   */
  list(params?: InsiderTransactionsListParams, options?: RequestOptions): ListRequest<InsiderTransactionList> {
    return this.sendList('/v1/insider-transactions', [], params, options)
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
   * The catalogue: what each signal means, its formula, and the paper or rule it comes from.
   *
   * `GET /v1/signal-types`. Scopes: `signals:read`. Cost: 1.
   */
  types(options?: RequestOptions): ListRequest<SignalTypeList> {
    return this.sendList('/v1/signal-types', [], undefined, options)
  }
}

export class EvidenceApi extends Resource {
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
  readonly documents: DocumentsApi
  readonly sections: SectionsApi
  readonly processing: ProcessingApi
  readonly insiderTransactions: InsiderTransactionsApi
  readonly signals: SignalsApi
  readonly evidence: EvidenceApi
  readonly coverage: CoverageApi
  readonly changes: ChangesApi
  readonly keys: KeysApi
  readonly usage: UsageApi
  readonly service: ServiceApi

  constructor(transport: Transport) {
    this.entities = new EntitiesApi(transport)
    this.filings = new FilingsApi(transport)
    this.documents = new DocumentsApi(transport)
    this.sections = new SectionsApi(transport)
    this.processing = new ProcessingApi(transport)
    this.insiderTransactions = new InsiderTransactionsApi(transport)
    this.signals = new SignalsApi(transport)
    this.evidence = new EvidenceApi(transport)
    this.coverage = new CoverageApi(transport)
    this.changes = new ChangesApi(transport)
    this.keys = new KeysApi(transport)
    this.usage = new UsageApi(transport)
    this.service = new ServiceApi(transport)
  }
}
