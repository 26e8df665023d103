// Generated from openapi/openapi.json by `npm run openapi`. Do not edit.

import { list, plain, stream } from '../functions.ts'
import type {
  AttachmentApi,
  AuditEventsApi,
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

/**
 * Companies, funds and people that filings name, found by name, ticker, CIK or industry; by CIK.
 *
 * `GET /v1/entities`. Scopes: `entities:read`. Cost: 1.
 */
export const listEntities = /* @__PURE__ */ list<EntitiesApi['list']>(
  'L /v1/entities?',
)

/**
 * Says for up to 100 identifiers at once which entity each stands for. Names must be whole, as a filing carries or carried them; use `q` of `GET /v1/entities` to look for parts.
 *
 * `POST /v1/entities/resolve`. Scopes: `entities:read`. Cost: 1.
 */
export const resolveEntities = /* @__PURE__ */ plain<EntitiesApi['resolve']>(
  'POST /v1/entities/resolve!',
)

/**
 * One company, fund or person by its CIK, as the latest filing describes it.
 *
 * `GET /v1/entities/{cik}`. Scopes: `entities:read`. Cost: 1.
 * @param cik Central Index Key, with or without leading zeros.
 */
export const getEntity = /* @__PURE__ */ plain<EntitiesApi['get']>(
  'GET /v1/entities/{}',
)

/**
 * Present and former names as filings give them, the current one first.
 *
 * `GET /v1/entities/{cik}/names`. Scopes: `entities:read`. Cost: 1.
 * @param cik Central Index Key, with or without leading zeros.
 */
export const listEntityNames = /* @__PURE__ */ list<EntitiesApi['names']>(
  'L /v1/entities/{}/names',
)

/**
 * Tickers as they are today, with their exchange. An empty list means that none is known.
 *
 * `GET /v1/entities/{cik}/tickers`. Scopes: `entities:read`. Cost: 1.
 * @param cik Central Index Key, with or without leading zeros.
 */
export const listEntityTickers = /* @__PURE__ */ list<EntitiesApi['tickers']>(
  'L /v1/entities/{}/tickers',
)

/**
 * Filings in the order of acceptance, filtered by company, form, item and time. Pages stay consistent while filings arrive: all of them are true for the moment of the first.
 *
 * `GET /v1/filings`. Scopes: `filings:read`. Cost: 1.
 */
export const listFilings = /* @__PURE__ */ list<FilingsApi['list']>(
  'L /v1/filings?',
)

/**
 * Takes any URL EDGAR uses for a filing or one of its documents and returns the filing.
 *
 * `GET /v1/filings/resolve`. Scopes: `filings:read`. Cost: 1.
 */
export const resolveFilingUrl = /* @__PURE__ */ plain<FilingsApi['resolveUrl']>(
  'GET /v1/filings/resolve?',
)

/**
 * One filing by its accession number, with dashes or as 18 digits: all its header says, the filing it amends, and whether EDGAR still serves the bytes that were first seen.
 *
 * `GET /v1/filings/{accession_number}`. Scopes: `filings:read`. Cost: 1.
 * @param accession_number Accession number, with dashes or as 18 digits.
 */
export const getFiling = /* @__PURE__ */ plain<FilingsApi['get']>(
  'GET /v1/filings/{}?',
)

/**
 * The original an amendment amends, the amendments of a filing, other amendments of the same original, and what withdraws or ends the registration under the same file number. Earliest first.
 *
 * `GET /v1/filings/{accession_number}/related`. Scopes: `filings:read`. Cost: 1.
 * @param accession_number Accession number, with dashes or as 18 digits.
 */
export const listRelatedFilings = /* @__PURE__ */ list<RelatedFilingsApi['list']>(
  'L /v1/filings/{}/related?',
)

/**
 * Every document of the submission in the order it was filed.
 *
 * `GET /v1/filings/{accession_number}/documents`. Scopes: `filings:read`. Cost: 1.
 * @param accession_number Accession number, with dashes or as 18 digits.
 */
export const listDocuments = /* @__PURE__ */ list<DocumentsApi['list']>(
  'L /v1/filings/{}/documents?',
)

/**
 * What is known of a document. With an `Accept` header that prefers anything but JSON, the answer is the original bytes as filed, to be saved and never run: the bytes come with their own media type, as an attachment, sandboxed.
 *
 * `GET /v1/filings/{accession_number}/documents/{sequence}`. Scopes: `filings:read`. Cost: 1.
 * @param accession_number Accession number, with dashes or as 18 digits.
 * @param sequence Position of the document in the filing.
 */
export const getDocument = /* @__PURE__ */ plain<DocumentsApi['get']>(
  'GET /v1/filings/{}/documents/{}?',
)

/**
 * What is known of a document. With an `Accept` header that prefers anything but JSON, the answer is the original bytes as filed, to be saved and never run: the bytes come with their own media type, as an attachment, sandboxed.
 *
 * The original bytes; their SHA-256 is `document_sha256`.
 *
 * `GET /v1/filings/{accession_number}/documents/{sequence}`. Scopes: `filings:read`. Cost: 1.
 * @param accession_number Accession number, with dashes or as 18 digits.
 * @param sequence Position of the document in the filing.
 */
export const getDocumentBytes = /* @__PURE__ */ plain<DocumentsApi['getBytes']>(
  'Bapplication/octet-stream /v1/filings/{}/documents/{}?',
)

/**
 * The text all offsets refer to. With `Accept: text/plain` the answer is the exact text, so that the SHA-256 of the download equals `text_sha256` (also in the `Latent-Text-Sha256` header).
 *
 * `GET /v1/filings/{accession_number}/documents/{sequence}/text`. Scopes: `filings:read`. Cost: 1.
 * @param accession_number Accession number, with dashes or as 18 digits.
 * @param sequence Position of the document in the filing.
 */
export const getDocumentText = /* @__PURE__ */ plain<DocumentsApi['text']>(
  'GET /v1/filings/{}/documents/{}/text?',
)

/**
 * The text all offsets refer to. With `Accept: text/plain` the answer is the exact text, so that the SHA-256 of the download equals `text_sha256` (also in the `Latent-Text-Sha256` header).
 *
 * The text alone. Without `offset` and `max_chars` its SHA-256 is `text_sha256`.
 *
 * `GET /v1/filings/{accession_number}/documents/{sequence}/text`. Scopes: `filings:read`. Cost: 1.
 * @param accession_number Accession number, with dashes or as 18 digits.
 * @param sequence Position of the document in the filing.
 */
export const getDocumentTextPlain = /* @__PURE__ */ plain<DocumentsApi['textPlain']>(
  'Ttext/plain /v1/filings/{}/documents/{}/text?',
)

/**
 * The text all offsets refer to. With `Accept: text/plain` the answer is the exact text, so that the SHA-256 of the download equals `text_sha256` (also in the `Latent-Text-Sha256` header).
 *
 * The same as Markdown.
 *
 * `GET /v1/filings/{accession_number}/documents/{sequence}/text`. Scopes: `filings:read`. Cost: 1.
 * @param accession_number Accession number, with dashes or as 18 digits.
 * @param sequence Position of the document in the filing.
 */
export const getDocumentTextMarkdown = /* @__PURE__ */ plain<DocumentsApi['textMarkdown']>(
  'Ttext/markdown /v1/filings/{}/documents/{}/text?',
)

/**
 * The text all offsets refer to. With `Accept: text/plain` the answer is the exact text, so that the SHA-256 of the download equals `text_sha256` (also in the `Latent-Text-Sha256` header).
 *
 * The same as clean HTML, with a content security policy that forbids everything.
 *
 * `GET /v1/filings/{accession_number}/documents/{sequence}/text`. Scopes: `filings:read`. Cost: 1.
 * @param accession_number Accession number, with dashes or as 18 digits.
 * @param sequence Position of the document in the filing.
 */
export const getDocumentTextHtml = /* @__PURE__ */ plain<DocumentsApi['textHtml']>(
  'Ttext/html /v1/filings/{}/documents/{}/text?',
)

/**
 * EDGAR carries images, PDFs and archives inside a submission as text. This decodes one of them: what it is, its hash, and of an archive the files in it, or with an `Accept` header that prefers anything but JSON the file itself, to be saved and never run.
 *
 * `GET /v1/filings/{accession_number}/documents/{sequence}/attachment`. Scopes: `filings:read`. Cost: 1.
 * @param accession_number Accession number, with dashes or as 18 digits.
 * @param sequence Position of the document in the filing.
 */
export const getAttachment = /* @__PURE__ */ plain<AttachmentApi['get']>(
  'GET /v1/filings/{}/documents/{}/attachment?',
)

/**
 * EDGAR carries images, PDFs and archives inside a submission as text. This decodes one of them: what it is, its hash, and of an archive the files in it, or with an `Accept` header that prefers anything but JSON the file itself, to be saved and never run.
 *
 * The file itself, as it was before EDGAR encoded it.
 *
 * `GET /v1/filings/{accession_number}/documents/{sequence}/attachment`. Scopes: `filings:read`. Cost: 1.
 * @param accession_number Accession number, with dashes or as 18 digits.
 * @param sequence Position of the document in the filing.
 */
export const getAttachmentBytes = /* @__PURE__ */ plain<AttachmentApi['getBytes']>(
  'Bapplication/octet-stream /v1/filings/{}/documents/{}/attachment?',
)

/**
 * Every item of every document that was looked for: found, doubtful, left out by the company, or not found. What belongs to no item is listed as a gap, so that the sections of a document are its whole text.
 *
 * `GET /v1/filings/{accession_number}/sections`. Scopes: `filings:read`. Cost: 1.
 * @param accession_number Accession number, with dashes or as 18 digits.
 */
export const listSections = /* @__PURE__ */ list<SectionsApi['list']>(
  'L /v1/filings/{}/sections?',
)

/**
 * One section with its text, or the same span as Markdown or HTML. Where several documents have the section, the first one in which it was found is meant; `sequence` chooses another.
 *
 * `GET /v1/filings/{accession_number}/sections/{section_key}`. Scopes: `filings:read`. Cost: 1.
 * @param accession_number Accession number, with dashes or as 18 digits.
 * @param section_key Key of a section.
 */
export const getSection = /* @__PURE__ */ plain<SectionsApi['get']>(
  'GET /v1/filings/{}/sections/{}?',
)

/**
 * One section with its text, or the same span as Markdown or HTML. Where several documents have the section, the first one in which it was found is meant; `sequence` chooses another.
 *
 * The text of the section alone.
 *
 * `GET /v1/filings/{accession_number}/sections/{section_key}`. Scopes: `filings:read`. Cost: 1.
 * @param accession_number Accession number, with dashes or as 18 digits.
 * @param section_key Key of a section.
 */
export const getSectionPlain = /* @__PURE__ */ plain<SectionsApi['getPlain']>(
  'Ttext/plain /v1/filings/{}/sections/{}?',
)

/**
 * One section with its text, or the same span as Markdown or HTML. Where several documents have the section, the first one in which it was found is meant; `sequence` chooses another.
 *
 * The same as Markdown.
 *
 * `GET /v1/filings/{accession_number}/sections/{section_key}`. Scopes: `filings:read`. Cost: 1.
 * @param accession_number Accession number, with dashes or as 18 digits.
 * @param section_key Key of a section.
 */
export const getSectionMarkdown = /* @__PURE__ */ plain<SectionsApi['getMarkdown']>(
  'Ttext/markdown /v1/filings/{}/sections/{}?',
)

/**
 * One section with its text, or the same span as Markdown or HTML. Where several documents have the section, the first one in which it was found is meant; `sequence` chooses another.
 *
 * The same as clean HTML, with a content security policy that forbids everything.
 *
 * `GET /v1/filings/{accession_number}/sections/{section_key}`. Scopes: `filings:read`. Cost: 1.
 * @param accession_number Accession number, with dashes or as 18 digits.
 * @param section_key Key of a section.
 */
export const getSectionHtml = /* @__PURE__ */ plain<SectionsApi['getHtml']>(
  'Ttext/html /v1/filings/{}/sections/{}?',
)

/**
 * Every XBRL fact of the filing in the order of its documents: numbers, texts, hidden and dimensional facts, each with its place in the canonical text.
 *
 * `GET /v1/filings/{accession_number}/facts`. Scopes: `facts:read`. Cost: 1.
 * @param accession_number Accession number, with dashes or as 18 digits.
 */
export const listFilingFacts = /* @__PURE__ */ list<FilingsApi['facts']>(
  'L /v1/filings/{}/facts?',
)

/**
 * Facts of companies or filings, every vintage of each: a value that a later filing repeats or restates is a fact of both, and each row names its filing. One of `cik`, `ticker` and `accession_number` is needed.
 *
 * `GET /v1/facts`. Scopes: `facts:read`. Cost: 1.
 */
export const listFacts = /* @__PURE__ */ list<FactsApi['list']>(
  'L /v1/facts?',
)

/**
 * One fact per entity for a tag, a unit and a calendar frame: the one filed last as of `as_of`, about the whole entity. Each row names its filing.
 *
 * `GET /v1/frames`. Scopes: `facts:read`. Cost: 1.
 */
export const listFrames = /* @__PURE__ */ list<FramesApi['list']>(
  'L /v1/frames?',
)

/**
 * The processing ledger: one row for each extractor, so that nothing found is never confused with not looked. Also answers for filings that are not published yet or could not be read. Always shows the present state.
 *
 * `GET /v1/filings/{accession_number}/processing`. Scopes: `filings:read`. Cost: 1.
 * @param accession_number Accession number, with dashes or as 18 digits.
 */
export const listProcessing = /* @__PURE__ */ list<ProcessingApi['list']>(
  'L /v1/filings/{}/processing',
)

/**
 * Rows of Forms 3, 4 and 5: transactions and holdings of officers, directors and ten percent owners, as filed or net of amendments.
 *
 * `GET /v1/insider-transactions`. Scopes: `ownership:read`. Cost: 1.
 */
export const listInsiderTransactions = /* @__PURE__ */ list<InsiderTransactionsApi['list']>(
  'L /v1/insider-transactions?',
)

/**
 * The latest balance that Forms 3, 4 and 5 state, for each owner, security and way of holding. Corrected rows do not count. By issuer, owner and security.
 *
 * `GET /v1/insider-holdings`. Scopes: `ownership:read`. Cost: 1.
 */
export const listInsiderHoldings = /* @__PURE__ */ list<InsiderHoldingsApi['list']>(
  'L /v1/insider-holdings?',
)

/**
 * Notices of proposed sale (Form 144) of affiliates: what they mean to sell, how they came to it, and what they sold in the past three months.
 *
 * `GET /v1/proposed-sales`. Scopes: `ownership:read`. Cost: 1.
 */
export const listProposedSales = /* @__PURE__ */ list<ProposedSalesApi['list']>(
  'L /v1/proposed-sales?',
)

/**
 * Who owns more than five per cent of a class, from 1993 on: filed in XML since December 2024, read from the cover pages before. A number that a schedule does not state is null, with the reason.
 *
 * `GET /v1/beneficial-ownership`. Scopes: `ownership:read`. Cost: 1.
 */
export const listBeneficialOwnership = /* @__PURE__ */ list<BeneficialOwnershipApi['list']>(
  'L /v1/beneficial-ownership?',
)

/**
 * Rows of Form 13F information tables: of one manager, or of everybody who holds a security. Values are in dollars whatever unit was filed, next to the figure as filed.
 *
 * `GET /v1/holdings`. Scopes: `ownership:read`. Cost: 1.
 */
export const listHoldings = /* @__PURE__ */ list<HoldingsApi['list']>(
  'L /v1/holdings?',
)

/**
 * Cover and summary pages of Form 13F, notices included: who reports for whom, what an amendment does, what is left out, and the totals next to what was read.
 *
 * `GET /v1/holdings/reports`. Scopes: `ownership:read`. Cost: 1.
 */
export const listHoldingsReports = /* @__PURE__ */ list<HoldingsApi['reports']>(
  'L /v1/holdings/reports?',
)

/**
 * Compares the holdings of a manager at the end of a quarter with those of the quarter before, after amendments. Nothing is called new or closed when one of the reports is not known: `comparison` says what was compared.
 *
 * `GET /v1/holdings/changes`. Scopes: `ownership:read`. Cost: 2.
 */
export const listHoldingChanges = /* @__PURE__ */ list<HoldingsApi['changes']>(
  'L /v1/holdings/changes?',
)

/**
 * What registered funds report: portfolio totals, the yearly census, votes and registration fees.
 *
 * `GET /v1/fund-reports`. Scopes: `ownership:read`. Cost: 1.
 */
export const listFundReports = /* @__PURE__ */ list<FundReportsApi['list']>(
  'L /v1/fund-reports?',
)

/**
 * Positions out of Form N-PORT: of one fund, or of every fund that holds a security.
 *
 * `GET /v1/fund-holdings`. Scopes: `ownership:read`. Cost: 1.
 */
export const listFundHoldings = /* @__PURE__ */ list<FundHoldingsApi['list']>(
  'L /v1/fund-holdings?',
)

/**
 * Matters out of the vote tables of Form N-PX, with how the shares were voted and what management asked for.
 *
 * `GET /v1/proxy-votes`. Scopes: `ownership:read`. Cost: 1.
 */
export const listProxyVotes = /* @__PURE__ */ list<ProxyVotesApi['list']>(
  'L /v1/proxy-votes?',
)

/**
 * Subsidiaries out of Exhibit 21, year by year, each with its row in the text of the exhibit.
 *
 * `GET /v1/subsidiaries`. Scopes: `entities:read`. Cost: 1.
 */
export const listSubsidiaries = /* @__PURE__ */ list<SubsidiariesApi['list']>(
  'L /v1/subsidiaries?',
)

/**
 * Offerings exempt from registration (Forms D, C and 1-A with what follows them) and those made by prospectus, with the amounts each document states.
 *
 * `GET /v1/offerings`. Scopes: `filings:read`. Cost: 1.
 */
export const listOfferings = /* @__PURE__ */ list<OfferingsApi['list']>(
  'L /v1/offerings?',
)

/**
 * Items of Form 8-K as typed events, each with the section in which the company tells it. The type follows the item number alone; what was filed under the wrong item is a matter of signals.
 *
 * `GET /v1/events`. Scopes: `filings:read`. Cost: 1.
 */
export const listEvents = /* @__PURE__ */ list<EventsApi['list']>(
  'L /v1/events?',
)

/**
 * Statements of the annual and quarterly reports of a company, standardised to the same lines for every company or as filed, with the fact behind each value.
 *
 * `GET /v1/entities/{cik}/statements`. Scopes: `facts:read`. Cost: 1.
 * @param cik Central Index Key, with or without leading zeros.
 */
export const listStatements = /* @__PURE__ */ list<StatementsApi['list']>(
  'L /v1/entities/{}/statements?',
)

/**
 * Ratios of each report of a company and each of its periods, with formula and input facts. A ratio that cannot be computed says why.
 *
 * `GET /v1/entities/{cik}/ratios`. Scopes: `facts:read`. Cost: 1.
 * @param cik Central Index Key, with or without leading zeros.
 */
export const listRatios = /* @__PURE__ */ list<RatiosApi['list']>(
  'L /v1/entities/{}/ratios?',
)

/**
 * Facts that a later filing of the company states otherwise than an earlier one, with every vintage. A difference that rounding explains is none.
 *
 * `GET /v1/entities/{cik}/restatements`. Scopes: `facts:read`. Cost: 1.
 * @param cik Central Index Key, with or without leading zeros.
 */
export const listRestatements = /* @__PURE__ */ list<RestatementsApi['list']>(
  'L /v1/entities/{}/restatements?',
)

/**
 * What was read out of filings, in the order in which EDGAR accepted them, each with its evidence. `coverage` says whether an empty list means that there is nothing.
 *
 * `GET /v1/signals`. Scopes: `signals:read`. Cost: 1.
 */
export const listSignals = /* @__PURE__ */ list<SignalsApi['list']>(
  'L /v1/signals?',
)

/**
 * One signal with its evidence.
 *
 * `GET /v1/signals/{signal_id}`. Scopes: `signals:read`. Cost: 1.
 * @param signal_id Id of a signal.
 */
export const getSignal = /* @__PURE__ */ plain<SignalsApi['get']>(
  'GET /v1/signals/{}?',
)

/**
 * Every piece of evidence is sliced anew out of the stored, hash-addressed source before it is sent; `verification` says what came of it.
 *
 * `GET /v1/signals/{signal_id}/evidence`. Scopes: `signals:read`. Cost: 1.
 * @param signal_id Id of a signal.
 */
export const listEvidence = /* @__PURE__ */ list<SignalsApi['evidence']>(
  'L /v1/signals/{}/evidence?',
)

/**
 * Reads the stored bytes again, runs the rule on them and compares the fingerprint with the stored one; every piece of evidence is sliced again too. Nothing is stored. Also answers for signals that were superseded.
 *
 * `POST /v1/signals/{signal_id}/reproduce`. Scopes: `signals:read`. Cost: 10.
 * @param signal_id Id of a signal.
 */
export const reproduceSignal = /* @__PURE__ */ plain<SignalsApi['reproduce']>(
  'POST /v1/signals/{}/reproduce?',
)

/**
 * The catalogue: what each signal means, its formula, and the paper or rule it comes from.
 *
 * `GET /v1/signal-types`. Scopes: `signals:read`. Cost: 1.
 */
export const listSignalTypes = /* @__PURE__ */ list<SignalsApi['types']>(
  'L /v1/signal-types',
)

/**
 * Every rule that reads signals out of filings: its version, its settings and what it looks at.
 *
 * `GET /v1/extractors`. Scopes: `signals:read`. Cost: 1.
 */
export const listExtractors = /* @__PURE__ */ list<ExtractorsApi['list']>(
  'L /v1/extractors',
)

/**
 * What the extractor answered for how many filings, how far a new version has come, and for those that ask a language model what that has cost.
 *
 * `GET /v1/extractors/{name}`. Scopes: `signals:read`. Cost: 1.
 * @param name Name of the extractor.
 */
export const getExtractor = /* @__PURE__ */ plain<ExtractorsApi['get']>(
  'GET /v1/extractors/{}',
)

/**
 * Checks a piece of evidence of any kind, as a signal carries it: quotes are sliced again by code points and by bytes, header lines and XML elements are looked up in the original bytes, and XBRL facts are read out of the document anew. Every name and hash in it must be that of what it names.
 *
 * `POST /v1/evidence/check`. Scopes: `evidence:verify`. Cost: 2.
 */
export const checkEvidence = /* @__PURE__ */ plain<EvidenceApi['check']>(
  'POST /v1/evidence/check!',
)

/**
 * Slices the stored text anew and compares it with the quote. A quote that stands elsewhere in the text is a mismatch, and the answer says where it stands.
 *
 * `POST /v1/evidence/verify`. Scopes: `evidence:verify`. Cost: 1.
 */
export const verifyEvidence = /* @__PURE__ */ plain<EvidenceApi['verify']>(
  'POST /v1/evidence/verify!',
)

/**
 * Filings by form and by how far they are, over everything or for companies and forms. With a company, `coverage.extractors` has the answers of each extractor.
 *
 * `GET /v1/coverage`. Scopes: `coverage:read`. Cost: 1.
 */
export const listCoverage = /* @__PURE__ */ list<CoverageApi['list']>(
  'L /v1/coverage?',
)

/**
 * The tables of every document as rows and cells, each cell with its place in the canonical text. Tables of old typed filings are text, not rows.
 *
 * `GET /v1/filings/{accession_number}/tables`. Scopes: `filings:read`. Cost: 1.
 * @param accession_number Accession number, with dashes or as 18 digits.
 */
export const listTables = /* @__PURE__ */ list<TablesApi['list']>(
  'L /v1/filings/{}/tables?',
)

/**
 * Finds documents by what they say: exact words and phrases, without case and accents. Every hit comes with passages whose positions in the canonical text can be verified.
 *
 * `GET /v1/search`. Scopes: `search:read`. Cost: 5.
 */
export const searchDocuments = /* @__PURE__ */ list<DocumentsApi['search']>(
  'L /v1/search?',
)

/**
 * How many documents and filings match, by month, quarter or year and by form.
 *
 * `GET /v1/search/counts`. Scopes: `search:read`. Cost: 5.
 */
export const listSearchCounts = /* @__PURE__ */ list<SearchCountsApi['list']>(
  'L /v1/search/counts?',
)

/**
 * The difference of any two documents or sections of any two filings, with positions on both sides. Hunks tile both texts: keep what is equal, put in what is new, and one side becomes the other, character by character.
 *
 * `GET /v1/diffs`. Scopes: `filings:read`. Cost: 5.
 */
export const getDiff = /* @__PURE__ */ plain<DiffApi['get']>(
  'GET /v1/diffs?',
)

/**
 * What became visible, in the order in which it did. A reader that has seen a position is never shown a smaller one later: keep `last_position` and ask with `after` to get every change exactly once.
 *
 * `GET /v1/changes`. Scopes: `changes:read`. Cost: 1.
 */
export const listChanges = /* @__PURE__ */ list<ChangesApi['list']>(
  'L /v1/changes?',
)

/**
 * The feed of changes as server-sent events: `id` is the position, `event` the type of the change, `data` the same object as in the feed. A client that comes back with `Last-Event-ID` misses nothing and sees nothing twice, whichever server answers it. Without it and without `after` the stream begins now. It ends after some minutes; a comment every 15 seconds says that it is alive. It counts as one request, and as one in flight while it is open.
 *
 * `GET /v1/stream`. Scopes: `changes:read`. Cost: 1.
 */
export const streamChanges = /* @__PURE__ */ stream<ChangesApi['stream']>(
  'S /v1/stream?',
)

/**
 * The plan of the organisation, what the current month has come to, and where it is going.
 *
 * `GET /v1/billing/plan`. Scopes: `billing:read`. Cost: 1.
 */
export const getBillingPlan = /* @__PURE__ */ plain<BillingPlanApi['get']>(
  'GET /v1/billing/plan',
)

/**
 * What a month may cost beyond the plan, and when owners and admins are told.
 *
 * `GET /v1/billing/budget`. Scopes: `billing:read`. Cost: 1.
 */
export const getBudget = /* @__PURE__ */ plain<BudgetApi['get']>(
  'GET /v1/billing/budget',
)

/**
 * Sets the spend cap, which is never passed: units beyond the quota are served up to it, then requests are answered with 402. Takes effect within a second.
 *
 * `PUT /v1/billing/budget`. Scopes: `billing:admin`. Cost: 1.
 */
export const updateBudget = /* @__PURE__ */ plain<BudgetApi['update']>(
  'PUT /v1/billing/budget!',
)

/**
 * Invoices of the organisation, latest month first. That of a month is there when all its usage is final.
 *
 * `GET /v1/billing/invoices`. Scopes: `billing:read`. Cost: 1.
 */
export const listInvoices = /* @__PURE__ */ list<InvoicesApi['list']>(
  'L /v1/billing/invoices?',
)

/**
 * An invoice with all its lines.
 *
 * `GET /v1/billing/invoices/{invoice_id}`. Scopes: `billing:read`. Cost: 1.
 * @param invoice_id Id of an invoice.
 */
export const getInvoice = /* @__PURE__ */ plain<InvoicesApi['get']>(
  'GET /v1/billing/invoices/{}',
)

/**
 * The invoice as a PDF: the same bytes each time, as long as its status is the same.
 *
 * A PDF.
 *
 * `GET /v1/billing/invoices/{invoice_id}/pdf`. Scopes: `billing:read`. Cost: 1.
 * @param invoice_id Id of an invoice.
 */
export const downloadInvoice = /* @__PURE__ */ plain<InvoicesApi['download']>(
  'Bapplication/pdf /v1/billing/invoices/{}/pdf',
)

/**
 * Notes every change of the feed that passes all conditions, from now on, and sends `monitor.matched` to the webhook endpoints that ask for it. A test key watches the test dataset.
 *
 * `POST /v1/monitors`. Scopes: `monitors:write`. Cost: 1.
 */
export const createMonitor = /* @__PURE__ */ plain<MonitorsApi['create']>(
  'POST /v1/monitors!',
)

/**
 * Monitors of the organisation, latest first.
 *
 * `GET /v1/monitors`. Scopes: `monitors:read`. Cost: 1.
 */
export const listMonitors = /* @__PURE__ */ list<MonitorsApi['list']>(
  'L /v1/monitors?',
)

/**
 * A monitor with its conditions.
 *
 * `GET /v1/monitors/{monitor_id}`. Scopes: `monitors:read`. Cost: 1.
 * @param monitor_id Id of a monitor.
 */
export const getMonitor = /* @__PURE__ */ plain<MonitorsApi['get']>(
  'GET /v1/monitors/{}',
)

/**
 * Changes the fields that are given. `If-Match` refuses the change when somebody was faster.
 *
 * `PATCH /v1/monitors/{monitor_id}`. Scopes: `monitors:write`. Cost: 1.
 * @param monitor_id Id of a monitor.
 */
export const updateMonitor = /* @__PURE__ */ plain<MonitorsApi['update']>(
  'PATCH /v1/monitors/{}!',
)

/**
 * Deletes a monitor and what it matched.
 *
 * `DELETE /v1/monitors/{monitor_id}`. Scopes: `monitors:write`. Cost: 1.
 * @param monitor_id Id of a monitor.
 */
export const deleteMonitor = /* @__PURE__ */ plain<MonitorsApi['delete']>(
  'DELETE /v1/monitors/{}',
)

/**
 * What a monitor matched, latest first.
 *
 * `GET /v1/monitors/{monitor_id}/matches`. Scopes: `monitors:read`. Cost: 1.
 * @param monitor_id Id of a monitor.
 */
export const listMonitorMatches = /* @__PURE__ */ list<MonitorsApi['matches']>(
  'L /v1/monitors/{}/matches?',
)

/**
 * Writes all rows that match, as of one moment, into files that can be downloaded for a week: at most 1,000,000 rows, 10,000 per file. The manifest names every file with its SHA-256; the same request at the same `as_of` gives the same bytes.
 *
 * `POST /v1/exports`. Scopes: `exports:write`. Cost: 10.
 */
export const createExport = /* @__PURE__ */ plain<ExportsApi['create']>(
  'POST /v1/exports!',
)

/**
 * Exports of the organisation, latest first.
 *
 * `GET /v1/exports`. Scopes: `exports:read`. Cost: 1.
 */
export const listExports = /* @__PURE__ */ list<ExportsApi['list']>(
  'L /v1/exports?',
)

/**
 * An export with its files, when they are made.
 *
 * `GET /v1/exports/{export_id}`. Scopes: `exports:read`. Cost: 1.
 * @param export_id Id of an export.
 */
export const getExport = /* @__PURE__ */ plain<ExportsApi['get']>(
  'GET /v1/exports/{}',
)

/**
 * The bytes of a file, with their SHA-256 in `Repr-Digest` (RFC 9530). `manifest.json` is the manifest, in the bytes that `manifest_sha256` is of.
 *
 * `GET /v1/exports/{export_id}/files/{name}`. Scopes: `exports:read`. Cost: 1.
 * @param export_id Id of an export.
 * @param name Name of a file of the export, or `manifest.json`.
 */
export const downloadExportFile = /* @__PURE__ */ plain<ExportsApi['downloadFile']>(
  'GET /v1/exports/{}/files/{}',
)

/**
 * The bytes of a file, with their SHA-256 in `Repr-Digest` (RFC 9530). `manifest.json` is the manifest, in the bytes that `manifest_sha256` is of.
 *
 * A file of an export in NDJSON.
 *
 * `GET /v1/exports/{export_id}/files/{name}`. Scopes: `exports:read`. Cost: 1.
 * @param export_id Id of an export.
 * @param name Name of a file of the export, or `manifest.json`.
 */
export const downloadExportFileNdjson = /* @__PURE__ */ plain<ExportsApi['downloadFileNdjson']>(
  'Tapplication/x-ndjson /v1/exports/{}/files/{}',
)

/**
 * The bytes of a file, with their SHA-256 in `Repr-Digest` (RFC 9530). `manifest.json` is the manifest, in the bytes that `manifest_sha256` is of.
 *
 * A file of an export in CSV.
 *
 * `GET /v1/exports/{export_id}/files/{name}`. Scopes: `exports:read`. Cost: 1.
 * @param export_id Id of an export.
 * @param name Name of a file of the export, or `manifest.json`.
 */
export const downloadExportFileCsv = /* @__PURE__ */ plain<ExportsApi['downloadFileCsv']>(
  'Ttext/csv /v1/exports/{}/files/{}',
)

/**
 * The bytes of a file, with their SHA-256 in `Repr-Digest` (RFC 9530). `manifest.json` is the manifest, in the bytes that `manifest_sha256` is of.
 *
 * A file of an export in Parquet.
 *
 * `GET /v1/exports/{export_id}/files/{name}`. Scopes: `exports:read`. Cost: 1.
 * @param export_id Id of an export.
 * @param name Name of a file of the export, or `manifest.json`.
 */
export const downloadExportFileParquet = /* @__PURE__ */ plain<ExportsApi['downloadFileParquet']>(
  'Bapplication/vnd.apache.parquet /v1/exports/{}/files/{}',
)

/**
 * What was asked for and outlasts a request, latest first.
 *
 * `GET /v1/jobs`. Scopes: `jobs:read`. Cost: 1.
 */
export const listJobs = /* @__PURE__ */ list<JobsApi['list']>(
  'L /v1/jobs?',
)

/**
 * How far a job is. While it is not finished `Retry-After` says when to ask again.
 *
 * `GET /v1/jobs/{job_id}`. Scopes: `jobs:read`. Cost: 1.
 * @param job_id Id of a job.
 */
export const getJob = /* @__PURE__ */ plain<JobsApi['get']>(
  'GET /v1/jobs/{}',
)

/**
 * Ends a job before its time. One that has ended already stays as it is.
 *
 * `DELETE /v1/jobs/{job_id}`. Scopes: `jobs:write`. Cost: 1.
 * @param job_id Id of a job.
 */
export const cancelJob = /* @__PURE__ */ plain<JobsApi['cancel']>(
  'DELETE /v1/jobs/{}',
)

/**
 * The keys of the organisation, by their beginning and last four characters only.
 *
 * `GET /v1/keys`. Scopes: `keys:read`. Cost: 1.
 */
export const listKeys = /* @__PURE__ */ list<KeysApi['list']>(
  'L /v1/keys?',
)

/**
 * Makes a key and shows it this once. It expires after 90 days unless asked otherwise and has every scope that reads data unless scopes are named.
 *
 * `POST /v1/keys`. Scopes: `keys:admin`. Cost: 1.
 */
export const createKey = /* @__PURE__ */ plain<KeysApi['create']>(
  'POST /v1/keys!',
)

/**
 * One key of the organisation, with the ETag that a change of it may name.
 *
 * `GET /v1/keys/{key_id}`. Scopes: `keys:read`. Cost: 1.
 * @param key_id Identifier of the key.
 */
export const getKey = /* @__PURE__ */ plain<KeysApi['get']>(
  'GET /v1/keys/{}',
)

/**
 * Changes what is named and leaves the rest. Other processes know within a second. With If-Match the change is made only to the version that was read.
 *
 * `PATCH /v1/keys/{key_id}`. Scopes: `keys:admin`. Cost: 1.
 * @param key_id Identifier of the key.
 */
export const updateKey = /* @__PURE__ */ plain<KeysApi['update']>(
  'PATCH /v1/keys/{}!',
)

/**
 * Ends the key with all its secrets, for good: here at once, in all processes within a second. Revoking it again changes nothing.
 *
 * `DELETE /v1/keys/{key_id}`. Scopes: `keys:admin`. Cost: 1.
 * @param key_id Identifier of the key.
 */
export const revokeKey = /* @__PURE__ */ plain<KeysApi['revoke']>(
  'DELETE /v1/keys/{}',
)

/**
 * Gives the key a new secret; the old one works on for the grace period. The id of the key stays, so its usage is not split. A secret that was still in an earlier grace period ends at once.
 *
 * `POST /v1/keys/{key_id}/rotate`. Scopes: `keys:admin`. Cost: 1.
 * @param key_id Identifier of the key.
 */
export const rotateKey = /* @__PURE__ */ plain<KeysApi['rotate']>(
  'POST /v1/keys/{}/rotate!',
)

/**
 * A key for trying requests in the API explorer: 15 minutes, reading only, one request a second, 200 units in all. For people who are signed in, and for admin keys.
 *
 * `POST /v1/explorer-keys`. Scopes: `keys:read`. Cost: 1.
 */
export const createExplorerKey = /* @__PURE__ */ plain<ExplorerKeyApi['create']>(
  'POST /v1/explorer-keys',
)

/**
 * Requests, billed units and errors of the organisation by hour, day or month, optionally by operation, key and status. A few seconds behind. Rows that are `finalized` no longer change and are what invoices are made of.
 *
 * `GET /v1/usage`. Scopes: `usage:read`. Cost: 1.
 */
export const listUsage = /* @__PURE__ */ list<UsageApi['list']>(
  'L /v1/usage?',
)

/**
 * Requests, billed units and errors of the organisation by hour, day or month, optionally by operation, key and status. A few seconds behind. Rows that are `finalized` no longer change and are what invoices are made of.
 *
 * All rows of the period with a header row.
 *
 * `GET /v1/usage`. Scopes: `usage:read`. Cost: 1.
 */
export const listUsageCsv = /* @__PURE__ */ plain<UsageApi['listCsv']>(
  'Ttext/csv /v1/usage?',
)

/**
 * Requests, billed units and errors of the organisation by hour, day or month, optionally by operation, key and status. A few seconds behind. Rows that are `finalized` no longer change and are what invoices are made of.
 *
 * All rows of the period, one JSON object per line.
 *
 * `GET /v1/usage`. Scopes: `usage:read`. Cost: 1.
 */
export const listUsageNdjson = /* @__PURE__ */ plain<UsageApi['listNdjson']>(
  'Tapplication/x-ndjson /v1/usage?',
)

/**
 * Events that happen from now on are sent to the address, signed by Standard Webhooks. The answer holds the signing secret, which is shown this once. An endpoint of a test key is sent events of the test dataset.
 *
 * `POST /v1/webhook-endpoints`. Scopes: `webhooks:write`. Cost: 1.
 */
export const createWebhookEndpoint = /* @__PURE__ */ plain<WebhookEndpointsApi['create']>(
  'POST /v1/webhook-endpoints!',
)

/**
 * Webhook endpoints of the organisation in the dataset of the key, latest first.
 *
 * `GET /v1/webhook-endpoints`. Scopes: `webhooks:read`. Cost: 1.
 */
export const listWebhookEndpoints = /* @__PURE__ */ list<WebhookEndpointsApi['list']>(
  'L /v1/webhook-endpoints?',
)

/**
 * A webhook endpoint; its secret is not shown again.
 *
 * `GET /v1/webhook-endpoints/{endpoint_id}`. Scopes: `webhooks:read`. Cost: 1.
 * @param endpoint_id Id of a webhook endpoint.
 */
export const getWebhookEndpoint = /* @__PURE__ */ plain<WebhookEndpointsApi['get']>(
  'GET /v1/webhook-endpoints/{}',
)

/**
 * Changes the fields that are given. `If-Match` refuses the change when somebody was faster.
 *
 * `PATCH /v1/webhook-endpoints/{endpoint_id}`. Scopes: `webhooks:write`. Cost: 1.
 * @param endpoint_id Id of a webhook endpoint.
 */
export const updateWebhookEndpoint = /* @__PURE__ */ plain<WebhookEndpointsApi['update']>(
  'PATCH /v1/webhook-endpoints/{}!',
)

/**
 * Nothing is sent to the address any more, what waits included. Its deliveries go with it.
 *
 * `DELETE /v1/webhook-endpoints/{endpoint_id}`. Scopes: `webhooks:write`. Cost: 1.
 * @param endpoint_id Id of a webhook endpoint.
 */
export const deleteWebhookEndpoint = /* @__PURE__ */ plain<WebhookEndpointsApi['delete']>(
  'DELETE /v1/webhook-endpoints/{}',
)

/**
 * Makes a new secret, shown this once. Messages are signed with both until the time of grace is over, so receivers can change at their leisure. Two secrets are active at most: rotating again ends the oldest.
 *
 * `POST /v1/webhook-endpoints/{endpoint_id}/rotate-secret`. Scopes: `webhooks:write`. Cost: 1.
 * @param endpoint_id Id of a webhook endpoint.
 */
export const rotateWebhookSecret = /* @__PURE__ */ plain<WebhookEndpointsApi['rotateSecret']>(
  'POST /v1/webhook-endpoints/{}/rotate-secret!',
)

/**
 * Sends `webhook.test` to the endpoint, through the same queue as every event. Read the delivery to see what was answered.
 *
 * `POST /v1/webhook-endpoints/{endpoint_id}/test`. Scopes: `webhooks:write`. Cost: 1.
 * @param endpoint_id Id of a webhook endpoint.
 */
export const testWebhookEndpoint = /* @__PURE__ */ plain<WebhookEndpointsApi['test']>(
  'POST /v1/webhook-endpoints/{}/test',
)

/**
 * What was sent to an endpoint within 30 days, and what is waiting, latest first.
 *
 * `GET /v1/webhook-endpoints/{endpoint_id}/deliveries`. Scopes: `webhooks:read`. Cost: 1.
 * @param endpoint_id Id of a webhook endpoint.
 */
export const listWebhookDeliveries = /* @__PURE__ */ list<WebhookDeliveriesApi['list']>(
  'L /v1/webhook-endpoints/{}/deliveries?',
)

/**
 * A delivery with its payload and every attempt: what was sent, what was answered, how long it took.
 *
 * `GET /v1/webhook-endpoints/{endpoint_id}/deliveries/{delivery_id}`. Scopes: `webhooks:read`. Cost: 1.
 * @param endpoint_id Id of a webhook endpoint.
 * @param delivery_id Id of a delivery.
 */
export const getWebhookDelivery = /* @__PURE__ */ plain<WebhookDeliveriesApi['get']>(
  'GET /v1/webhook-endpoints/{}/deliveries/{}',
)

/**
 * Sends the same event with the same id again, now, whatever became of it; if that fails, the schedule begins anew.
 *
 * `POST /v1/webhook-endpoints/{endpoint_id}/deliveries/{delivery_id}/retry`. Scopes: `webhooks:write`. Cost: 1.
 * @param endpoint_id Id of a webhook endpoint.
 * @param delivery_id Id of a delivery.
 */
export const retryWebhookDelivery = /* @__PURE__ */ plain<WebhookDeliveriesApi['retry']>(
  'POST /v1/webhook-endpoints/{}/deliveries/{}/retry',
)

/**
 * Queues every event of a time again, with its id of before. Events of filings, documents and signals that the endpoint was never sent, because it was disabled or not there yet, are sent too, unless `only_failed` is true.
 *
 * `POST /v1/webhook-endpoints/{endpoint_id}/replay`. Scopes: `webhooks:write`. Cost: 1.
 * @param endpoint_id Id of a webhook endpoint.
 */
export const replayWebhookEvents = /* @__PURE__ */ plain<WebhookEndpointsApi['replay']>(
  'POST /v1/webhook-endpoints/{}/replay!',
)

/**
 * Every kind of event that can be sent, with the schema of its body and an example.
 *
 * `GET /v1/webhook-event-types`. Scopes: `webhooks:read`. Cost: 1.
 */
export const listWebhookEventTypes = /* @__PURE__ */ list<WebhookEventTypesApi['list']>(
  'L /v1/webhook-event-types',
)

/**
 * The requests of the organisation in the last 30 days, latest first, a few seconds behind. Requests without a valid key belong to nobody and are not in it.
 *
 * `GET /v1/usage/requests`. Scopes: `usage:read`. Cost: 1.
 */
export const listRequests = /* @__PURE__ */ list<RequestsApi['list']>(
  'L /v1/usage/requests?',
)

/**
 * What became of one request of the organisation in the last 30 days. It is found some seconds after it was answered.
 *
 * `GET /v1/usage/requests/{request_id}`. Scopes: `usage:read`. Cost: 1.
 * @param request_id The `Request-Id` of the answer.
 */
export const getRequest = /* @__PURE__ */ plain<RequestsApi['get']>(
  'GET /v1/usage/requests/{}',
)

/**
 * The organisation that the credential belongs to.
 *
 * `GET /v1/organisation`. Scopes: `usage:read`. Cost: 1.
 */
export const getOrganisation = /* @__PURE__ */ plain<OrganisationApi['get']>(
  'GET /v1/organisation',
)

/**
 * Changes the name of the organisation, for its owners and admins.
 *
 * `PATCH /v1/organisation`. Scopes: `members:admin`. Cost: 1.
 */
export const updateOrganisation = /* @__PURE__ */ plain<OrganisationApi['update']>(
  'PATCH /v1/organisation!',
)

/**
 * Whose credential the request came with: a person, a service account or a key, and what it may do.
 *
 * `GET /v1/me`. Scopes: `usage:read`. Cost: 1.
 */
export const getMe = /* @__PURE__ */ plain<MeApi['get']>(
  'GET /v1/me',
)

/**
 * The people of the organisation with their roles, and the invitations that wait.
 *
 * `GET /v1/members`. Scopes: `members:read`. Cost: 1.
 */
export const listMembers = /* @__PURE__ */ list<MembersApi['list']>(
  'L /v1/members?',
)

/**
 * Invites a person by e-mail. The link in the mail works once, within 7 days, for somebody who signs in with that address. Inviting somebody again who has not come yet sends a new link, and the old one stops working.
 *
 * `POST /v1/members`. Scopes: `members:admin`. Cost: 1.
 */
export const createMember = /* @__PURE__ */ plain<MembersApi['create']>(
  'POST /v1/members!',
)

/**
 * One person of the organisation, or one invitation.
 *
 * `GET /v1/members/{member_id}`. Scopes: `members:read`. Cost: 1.
 * @param member_id Id of the member.
 */
export const getMember = /* @__PURE__ */ plain<MembersApi['get']>(
  'GET /v1/members/{}',
)

/**
 * Gives a member another role; it holds everywhere within five seconds. An organisation always keeps an owner, and only owners make or unmake owners.
 *
 * `PATCH /v1/members/{member_id}`. Scopes: `members:admin`. Cost: 1.
 * @param member_id Id of the member.
 */
export const updateMember = /* @__PURE__ */ plain<MembersApi['update']>(
  'PATCH /v1/members/{}!',
)

/**
 * Takes a person out of the organisation, or an invitation back. It holds everywhere within five seconds; what the person made (keys, webhooks) stays.
 *
 * `DELETE /v1/members/{member_id}`. Scopes: `members:admin`. Cost: 1.
 * @param member_id Id of the member.
 */
export const deleteMember = /* @__PURE__ */ plain<MembersApi['delete']>(
  'DELETE /v1/members/{}',
)

/**
 * The programs of the organisation that sign in with client credentials.
 *
 * `GET /v1/service-accounts`. Scopes: `keys:read`. Cost: 1.
 */
export const listServiceAccounts = /* @__PURE__ */ list<ServiceAccountsApi['list']>(
  'L /v1/service-accounts?',
)

/**
 * Makes an account for a program. It gets tokens at `POST /oauth/token` with its secret, or with an assertion signed by one of its keys. It can be given no scope that its maker lacks.
 *
 * `POST /v1/service-accounts`. Scopes: `keys:admin`. Cost: 1.
 */
export const createServiceAccount = /* @__PURE__ */ plain<ServiceAccountsApi['create']>(
  'POST /v1/service-accounts!',
)

/**
 * One service account, without its secrets.
 *
 * `GET /v1/service-accounts/{service_account_id}`. Scopes: `keys:read`. Cost: 1.
 * @param service_account_id Id of the service account.
 */
export const getServiceAccount = /* @__PURE__ */ plain<ServiceAccountsApi['get']>(
  'GET /v1/service-accounts/{}',
)

/**
 * Changes name, scopes or keys, or stops the account. Tokens given out before stop working within five seconds; programs get new ones by themselves.
 *
 * `PATCH /v1/service-accounts/{service_account_id}`. Scopes: `keys:admin`. Cost: 1.
 * @param service_account_id Id of the service account.
 */
export const updateServiceAccount = /* @__PURE__ */ plain<ServiceAccountsApi['update']>(
  'PATCH /v1/service-accounts/{}!',
)

/**
 * Removes the account with its secrets. Its tokens stop working within five seconds.
 *
 * `DELETE /v1/service-accounts/{service_account_id}`. Scopes: `keys:admin`. Cost: 1.
 * @param service_account_id Id of the service account.
 */
export const deleteServiceAccount = /* @__PURE__ */ plain<ServiceAccountsApi['delete']>(
  'DELETE /v1/service-accounts/{}',
)

/**
 * Gives the account a new secret. The previous one works on for `overlap_seconds`; older ones stop at once.
 *
 * `POST /v1/service-accounts/{service_account_id}/rotate`. Scopes: `keys:admin`. Cost: 1.
 * @param service_account_id Id of the service account.
 */
export const rotateServiceAccount = /* @__PURE__ */ plain<ServiceAccountsApi['rotate']>(
  'POST /v1/service-accounts/{}/rotate!',
)

/**
 * Every change of the state of the organisation: who did what to what, from where, and what it was before. Nothing is ever changed or removed within seven years.
 *
 * `GET /v1/audit-events`. Scopes: `audit:read`. Cost: 1.
 */
export const listAuditEvents = /* @__PURE__ */ list<AuditEventsApi['list']>(
  'L /v1/audit-events?',
)

/**
 * Where the chain of hashes ends, and where it ended each time that was signed. Every export in NDJSON has the same in its last line.
 *
 * `GET /v1/audit-events/proof`. Scopes: `audit:read`. Cost: 1.
 */
export const getAuditProof = /* @__PURE__ */ plain<AuditProofApi['get']>(
  'GET /v1/audit-events/proof',
)

/**
 * Every event of a stretch of time in its order, with the record its hash covers, so that anybody can check without us that nothing is missing and nothing was altered. An export without its last line was cut off.
 *
 * One event per line with its record, and the proof in the last line.
 *
 * `GET /v1/audit-events/export`. Scopes: `audit:read`. Cost: 10.
 */
export const downloadAuditEventsNdjson = /* @__PURE__ */ plain<AuditEventsApi['downloadNdjson']>(
  'Tapplication/x-ndjson /v1/audit-events/export?',
)

/**
 * Every event of a stretch of time in its order, with the record its hash covers, so that anybody can check without us that nothing is missing and nothing was altered. An export without its last line was cut off.
 *
 * One event per row; cells that a spreadsheet would take for formulas begin with an apostrophe.
 *
 * `GET /v1/audit-events/export`. Scopes: `audit:read`. Cost: 10.
 */
export const downloadAuditEventsCsv = /* @__PURE__ */ plain<AuditEventsApi['downloadCsv']>(
  'Ttext/csv /v1/audit-events/export?',
)

/**
 * Everything that is held about the organisation or one of its people, as one JSON document, usually within a minute. It can be downloaded for seven days.
 *
 * `POST /v1/privacy/exports`. Scopes: `privacy:admin`. Cost: 10.
 */
export const createPrivacyExport = /* @__PURE__ */ plain<PrivacyExportsApi['create']>(
  'POST /v1/privacy/exports!',
)

/**
 * The exports that were asked for, and whether they are there.
 *
 * `GET /v1/privacy/exports`. Scopes: `privacy:admin`. Cost: 1.
 */
export const listPrivacyExports = /* @__PURE__ */ list<PrivacyExportsApi['list']>(
  'L /v1/privacy/exports?',
)

/**
 * Whether the bundle is there, and until when.
 *
 * `GET /v1/privacy/exports/{privacy_export_id}`. Scopes: `privacy:admin`. Cost: 1.
 * @param privacy_export_id Id of an export.
 */
export const getPrivacyExport = /* @__PURE__ */ plain<PrivacyExportsApi['get']>(
  'GET /v1/privacy/exports/{}',
)

/**
 * The bundle itself.
 *
 * `GET /v1/privacy/exports/{privacy_export_id}/bundle`. Scopes: `privacy:admin`. Cost: 1.
 * @param privacy_export_id Id of an export.
 */
export const downloadPrivacyExport = /* @__PURE__ */ plain<PrivacyExportsApi['download']>(
  'GET /v1/privacy/exports/{}/bundle',
)

/**
 * Ends what is held about the organisation, or about one of its people, after a time of grace. Rows are removed; what is personal in the audit log becomes unreadable, because its key is destroyed, and the chain still verifies. A person who belongs to other organisations keeps the account there.
 *
 * `POST /v1/privacy/erasures`. Scopes: `privacy:admin`. Cost: 1.
 */
export const createErasure = /* @__PURE__ */ plain<ErasuresApi['create']>(
  'POST /v1/privacy/erasures!',
)

/**
 * The erasures that were asked for, and how far they are.
 *
 * `GET /v1/privacy/erasures`. Scopes: `privacy:admin`. Cost: 1.
 */
export const listErasures = /* @__PURE__ */ list<ErasuresApi['list']>(
  'L /v1/privacy/erasures?',
)

/**
 * How far an erasure is, and what it removed.
 *
 * `GET /v1/privacy/erasures/{erasure_id}`. Scopes: `privacy:admin`. Cost: 1.
 * @param erasure_id Id of an erasure.
 */
export const getErasure = /* @__PURE__ */ plain<ErasuresApi['get']>(
  'GET /v1/privacy/erasures/{}',
)

/**
 * Takes an erasure back while its grace lasts. One that was done or cancelled is not found.
 *
 * `DELETE /v1/privacy/erasures/{erasure_id}`. Scopes: `privacy:admin`. Cost: 1.
 * @param erasure_id Id of an erasure.
 */
export const cancelErasure = /* @__PURE__ */ plain<ErasuresApi['cancel']>(
  'DELETE /v1/privacy/erasures/{}',
)

/**
 * 200 only when the database answers, its migrations are current, and the process is not stopping.
 *
 * `GET /health`. Needs no key. Cost: 0.
 */
export const getHealth = /* @__PURE__ */ plain<ServiceApi['health']>(
  'GET /health',
)

/**
 * 200 only when the database answers, its migrations are current, and the process is not stopping.
 *
 * `GET /readyz`. Needs no key. Cost: 0.
 */
export const getReadiness = /* @__PURE__ */ plain<ServiceApi['readiness']>(
  'GET /readyz',
)

/**
 * 200 as long as the process answers at all; looks at nothing else.
 *
 * `GET /livez`. Needs no key. Cost: 0.
 */
export const getLiveness = /* @__PURE__ */ plain<ServiceApi['liveness']>(
  'GET /livez',
)

/**
 * The parts the service depends on and how far the data has come. Looked up every five seconds.
 *
 * `GET /v1/status`. Needs no key. Cost: 0.
 */
export const getStatus = /* @__PURE__ */ plain<ServiceApi['status']>(
  'GET /v1/status',
)

/**
 * This document.
 *
 * `GET /openapi.json`. Needs no key. Cost: 0.
 */
export const getOpenApi = /* @__PURE__ */ plain<ServiceApi['openApi']>(
  'GET /openapi.json',
)

/**
 * The keys that verify access tokens (RFC 7517). A new key is here ten minutes before it signs.
 *
 * `GET /.well-known/jwks.json`. Needs no key. Cost: 0.
 */
export const listSigningKeys = /* @__PURE__ */ plain<SigningKeysApi['list']>(
  'GET /.well-known/jwks.json',
)

/**
 * What OAuth libraries need to know (RFC 8414).
 *
 * `GET /.well-known/oauth-authorization-server`. Needs no key. Cost: 0.
 */
export const getAuthorizationServer = /* @__PURE__ */ plain<AuthorizationServerApi['get']>(
  'GET /.well-known/oauth-authorization-server',
)
