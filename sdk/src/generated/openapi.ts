// Generated from openapi/openapi.json by `npm run openapi`. Do not edit.

export interface paths {
    "/v1/entities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List entities
         * @description Companies, funds and people that filings name, found by name, ticker, CIK or industry; by CIK.
         */
        get: operations["listEntities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/entities/{cik}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an entity
         * @description One company, fund or person by its CIK, as the latest filing describes it.
         */
        get: operations["getEntity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/entities/{cik}/names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the names of an entity
         * @description Present and former names as filings give them, the current one first.
         */
        get: operations["listEntityNames"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/entities/{cik}/tickers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the tickers of an entity
         * @description Tickers as they are today, with their exchange. An empty list means that none is known.
         */
        get: operations["listEntityTickers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/filings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List filings
         * @description Filings in the order of acceptance, filtered by company, form, item and time. Pages stay consistent while filings arrive: all of them are true for the moment of the first.
         */
        get: operations["listFilings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/filings/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find the filing of an EDGAR URL
         * @description Takes any URL EDGAR uses for a filing or one of its documents and returns the filing.
         */
        get: operations["resolveFilingUrl"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/filings/{accession_number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a filing
         * @description One filing by its accession number, with dashes or as 18 digits: all its header says, the filing it amends, and whether EDGAR still serves the bytes that were first seen.
         */
        get: operations["getFiling"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/filings/{accession_number}/related": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the filings that belong to a filing
         * @description The original an amendment amends, the amendments of a filing, other amendments of the same original, and what withdraws or ends the registration under the same file number. Earliest first.
         */
        get: operations["listRelatedFilings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/filings/{accession_number}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the documents of a filing
         * @description Every document of the submission in the order it was filed.
         */
        get: operations["listDocuments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/filings/{accession_number}/documents/{sequence}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a document
         * @description What is known of a document. With an `Accept` header that prefers anything but JSON, the answer is the original bytes as filed, to be saved and never run: the bytes come with their own media type, as an attachment, sandboxed.
         */
        get: operations["getDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/filings/{accession_number}/documents/{sequence}/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the canonical text of a document
         * @description The text all offsets refer to. With `Accept: text/plain` the answer is the exact text, so that the SHA-256 of the download equals `text_sha256` (also in the `Latent-Text-Sha256` header).
         */
        get: operations["getDocumentText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/filings/{accession_number}/sections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the sections of a filing
         * @description Every item of every document that was looked for: found, doubtful, left out by the company, or not found. What belongs to no item is listed as a gap, so that the sections of a document are its whole text.
         */
        get: operations["listSections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/filings/{accession_number}/sections/{section_key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a section
         * @description One section with its text or Markdown. Where several documents have the section, the first one in which it was found is meant; `sequence` chooses another.
         */
        get: operations["getSection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/filings/{accession_number}/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the facts of a filing
         * @description Every XBRL fact of the filing in the order of its documents: numbers, texts, hidden and dimensional facts, each with its place in the canonical text.
         */
        get: operations["listFilingFacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List facts
         * @description Facts of companies or filings, every vintage of each: a value that a later filing repeats or restates is a fact of both, and each row names its filing. One of `cik`, `ticker` and `accession_number` is needed.
         */
        get: operations["listFacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/frames": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare one number across companies
         * @description One fact per entity for a tag, a unit and a calendar frame: the one filed last as of `as_of`, about the whole entity. Each row names its filing.
         */
        get: operations["listFrames"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/filings/{accession_number}/processing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was done with a filing
         * @description The processing ledger: one row for each extractor, so that nothing found is never confused with not looked. Also answers for filings that are not published yet or could not be read. Always shows the present state.
         */
        get: operations["listProcessing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/insider-transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List insider transactions
         * @description Rows of Forms 3, 4 and 5: transactions and holdings of officers, directors and ten percent owners, as filed or net of amendments.
         */
        get: operations["listInsiderTransactions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/insider-holdings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what insiders hold
         * @description The latest balance that Forms 3, 4 and 5 state, for each owner, security and way of holding. Corrected rows do not count. By issuer, owner and security.
         */
        get: operations["listInsiderHoldings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/proposed-sales": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List proposed sales
         * @description Notices of proposed sale (Form 144) of affiliates: what they mean to sell, how they came to it, and what they sold in the past three months.
         */
        get: operations["listProposedSales"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/beneficial-ownership": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Schedules 13D and 13G
         * @description Who owns more than five per cent of a class, from 1993 on: filed in XML since December 2024, read from the cover pages before. A number that a schedule does not state is null, with the reason.
         */
        get: operations["listBeneficialOwnership"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holdings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List holdings of institutional managers
         * @description Rows of Form 13F information tables: of one manager, or of everybody who holds a security. Values are in dollars whatever unit was filed, next to the figure as filed.
         */
        get: operations["listHoldings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holdings/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what a manager bought and sold in a quarter
         * @description Compares the holdings of a manager at the end of a quarter with those of the quarter before, after amendments. Nothing is called new or closed when one of the reports is not known: `comparison` says what was compared.
         */
        get: operations["listHoldingChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fund-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List reports of funds
         * @description What registered funds report: portfolio totals, the yearly census, votes and registration fees.
         */
        get: operations["listFundReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fund-holdings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List positions of funds
         * @description Positions out of Form N-PORT: of one fund, or of every fund that holds a security.
         */
        get: operations["listFundHoldings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/proxy-votes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List how funds voted
         * @description Matters out of the vote tables of Form N-PX, with how the shares were voted and what management asked for.
         */
        get: operations["listProxyVotes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subsidiaries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List subsidiaries
         * @description Subsidiaries out of Exhibit 21, year by year, each with its row in the text of the exhibit.
         */
        get: operations["listSubsidiaries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/offerings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List offerings of securities
         * @description Offerings exempt from registration (Forms D, C and 1-A with what follows them) and those made by prospectus, with the amounts each document states.
         */
        get: operations["listOfferings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List events of current reports
         * @description Items of Form 8-K as typed events, each with the section in which the company tells it. The type follows the item number alone; what was filed under the wrong item is a matter of signals.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/entities/{cik}/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List financial statements
         * @description Statements of the annual and quarterly reports of a company, standardised to the same lines for every company or as filed, with the fact behind each value.
         */
        get: operations["listStatements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/entities/{cik}/ratios": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List financial ratios
         * @description Ratios of each report of a company and each of its periods, with formula and input facts. A ratio that cannot be computed says why.
         */
        get: operations["listRatios"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/entities/{cik}/restatements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List restated facts
         * @description Facts that a later filing of the company states otherwise than an earlier one, with every vintage. A difference that rounding explains is none.
         */
        get: operations["listRestatements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/signals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List signals
         * @description What was read out of filings, in the order in which EDGAR accepted them, each with its evidence. `coverage` says whether an empty list means that there is nothing.
         */
        get: operations["listSignals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/signals/{signal_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a signal
         * @description One signal with its evidence.
         */
        get: operations["getSignal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/signals/{signal_id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the evidence of a signal, checked again
         * @description Every piece of evidence is sliced anew out of the stored, hash-addressed source before it is sent; `verification` says what came of it.
         */
        get: operations["listEvidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/signal-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the signal types
         * @description The catalogue: what each signal means, its formula, and the paper or rule it comes from.
         */
        get: operations["listSignalTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/evidence/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify a quote
         * @description Slices the stored text anew and compares it with the quote. A quote that stands elsewhere in the text is a mismatch, and the answer says where it stands.
         */
        post: operations["verifyEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what is covered
         * @description Filings by form and by how far they are, over everything or for companies and forms. With a company, `coverage.extractors` has the answers of each extractor.
         */
        get: operations["listCoverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search the texts of filings
         * @description Finds documents by what they say: exact words and phrases, without case and accents. Every hit comes with passages whose positions in the canonical text can be verified.
         */
        get: operations["searchDocuments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count matches over time
         * @description How many documents and filings match, by month, quarter or year and by form.
         */
        get: operations["listSearchCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/diffs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare two texts
         * @description The difference of any two documents or sections of any two filings, with positions on both sides. Hunks tile both texts: keep what is equal, put in what is new, and one side becomes the other, character by character.
         */
        get: operations["getDiff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List changes
         * @description What became visible, in the order in which it did. A reader that has seen a position is never shown a smaller one later: keep `last_position` and ask with `after` to get every change exactly once.
         */
        get: operations["listChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List API keys
         * @description The keys of the organisation, by their beginning and last four characters only.
         */
        get: operations["listKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List usage
         * @description Requests, units and errors of the organisation by hour or day, optionally by operation and key. At most a few seconds behind.
         */
        get: operations["listUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Health of this process
         * @description 200 only when the database answers, its migrations are current, and the process is not stopping.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Readiness of this process
         * @description 200 only when the database answers, its migrations are current, and the process is not stopping.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/livez": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Liveness of this process
         * @description 200 as long as the process answers at all; looks at nothing else.
         */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * State of the service
         * @description The parts the service depends on and how far the data has come. Looked up every five seconds.
         */
        get: operations["getStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The contract
         * @description This document.
         */
        get: operations["getOpenApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description An error (RFC 9457, `application/problem+json`). */
        Problem: {
            /**
             * Format: uri
             * @description The page of the documentation about this problem.
             */
            type: string;
            title: string;
            status: number;
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /** @description Permanent name of the problem; compare this, never the texts. */
            code: string;
            request_id: string;
            /** @description True when the same request can succeed later. */
            retryable: boolean;
            /** @description Everything that is wrong with the request, at once. */
            errors: {
                /** @description Name of a parameter of the path or the query. */
                parameter?: string;
                /** @description JSON Pointer into the body. */
                pointer?: string;
                /** @description Name of a header. */
                header?: string;
                code: string;
                detail: string;
                /** @description What was probably meant. */
                suggestion?: string;
                /** @description The values that are allowed. */
                allowed?: string[];
                /** @description Where in the value it is wrong: code points from 0. */
                position?: number;
            }[];
            /** @description Milliseconds to wait. */
            retry_after_ms?: number;
            /** @description Scopes the operation needs. */
            required?: string[];
            /** @description Scopes the key has. */
            granted?: string[];
            limits?: {
                name: string;
                limit: number;
                remaining: number;
                reset_ms: number;
            }[];
            "violated-policies"?: string[];
        };
        /** @description What the list was drawn from: it says why an empty list is empty. */
        Coverage: {
            /**
             * @description `complete`: every filing known to belong to the scope of the request (its `cik`, `ticker` and `form_type`) is published and read. `partial`: some are pending or failed. `none`: no filing in the scope is known at all.
             * @enum {string}
             */
            status: "complete" | "partial" | "none";
            /**
             * @description Why the list is empty, or why it may lack entries. `no_match`: everything was read and nothing matches. `entity_not_covered`: we follow no such company. `not_yet_available_as_of`: there are entries, but later than `as_of`. `pending`: filings are still being read. `failed`: filings could not be read. `not_applicable`: the forms in the scope have no such data. Null: nothing to explain.
             * @enum {string|null}
             */
            reason: "no_match" | "entity_not_covered" | "not_yet_available_as_of" | "pending" | "failed" | "not_applicable" | null;
            /** @description Filings in the scope, by how far they are. */
            filings: {
                published: number;
                pending: number;
                failed: number;
            };
            /** @description For lists of what was extracted: filings in the scope, by the answer of each extractor. Without a company or filing in the scope the counts may be a minute old. */
            extractors: {
                /** @example risk_factor_diff */
                extractor: string;
                ok_found: number;
                ok_none: number;
                not_applicable: number;
                pending: number;
                failed: number;
            }[] | null;
            /**
             * Format: date-time
             * @description `accepted_at` of the earliest filing in the scope.
             * @example 2025-10-31T10:01:26Z
             */
            from: string | null;
            /**
             * Format: date-time
             * @description `accepted_at` of the latest filing in the scope.
             * @example 2025-10-31T10:01:26Z
             */
            to: string | null;
        };
        /** @description How many entries match; only with `include=total`. */
        Total: {
            /** @description Entries that match, over all pages. */
            value: number;
            /**
             * @description `gte`: there are at least this many; counting stopped.
             * @enum {string}
             */
            relation: "eq" | "gte";
        };
        /** @description An address as filed. */
        PostalAddress: {
            street1: string | null;
            street2: string | null;
            city: string | null;
            /**
             * @description EDGAR's code.
             * @example ME
             */
            state_or_country: string | null;
            zip_code: string | null;
        };
        /** @description A fact that a value was taken or computed from. */
        FactReference: {
            /**
             * @description SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /**
             * @description `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /** @description Position of the fact in the document. */
            position: number;
            /**
             * @description Qualified name of the element.
             * @example us-gaap:Assets
             */
            concept: string;
            value: number;
            /** @example USD */
            unit: string | null;
            /** @description Digits the value is rounded to, as filed: -3 means thousands. Null when exact or not said. */
            decimals: number | null;
            /**
             * Format: date
             * @description First day of the period.
             * @example 2025-10-31
             */
            period_start: string | null;
            /**
             * Format: date
             * @description Last day of the period.
             * @example 2025-10-31
             */
            period_end: string | null;
            /**
             * Format: date
             * @description The day at whose end the value holds.
             * @example 2025-10-31
             */
            instant: string | null;
        };
        /** @description A line of a standardised statement with what it rests on. */
        StandardValue: {
            /**
             * @description Name of the line, the same for every company.
             * @example revenues
             */
            line: string;
            /** @example Revenues */
            label: string;
            /** @description In whole units of `unit`. Null when not reported, never zero. */
            value: number | null;
            /** @example USD */
            unit: string | null;
            /**
             * @description `reported`: a fact of the filing. `derived`: computed from other lines by `formula`.
             * @enum {string}
             */
            value_status: "reported" | "derived" | "not_reported";
            /**
             * @description The concept the value was reported under.
             * @example us-gaap:Revenues
             */
            source_tag: string | null;
            /** @description Place of the concept in the line's list of concepts, from 1. */
            resolver_rank: number | null;
            /**
             * @description How a derived value follows from other lines; those in brackets may be missing.
             * @example liabilities_and_equity - equity_including_noncontrolling - [temporary_equity]
             */
            formula: string | null;
            inputs: components["schemas"]["FactReference"][];
        };
        /** @description Whether the evidence slices back out of its source. */
        Verification: {
            /**
             * @description `verified_when_stored`: it sliced back exactly when the signal was stored, or it would not be here. `verified`: it was sliced again for this answer and equals the quote. `mismatch`: it does not. `unavailable`: the source could not be read now.
             * @enum {string}
             */
            status: "verified_when_stored" | "verified" | "mismatch" | "unavailable";
            /**
             * @description What does not hold, when something does not.
             * @example quote_mismatch
             */
            fault: string | null;
        };
        /** @description A span of a canonical text: whoever downloads the text can slice it and compare. */
        EvidenceSpan: {
            /**
             * @description `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /** @example 0009990001-25-000003:1:10k.item_1a */
            section_id: string | null;
            /**
             * @description SHA-256 of the original bytes of the document.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            document_sha256: string;
            /**
             * @description SHA-256 of the canonical text the offsets refer to.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            text_sha256: string;
            /** @description First code point of the quote in the canonical text. */
            start: number;
            /** @description Code point after the last. */
            end: number;
            /** @enum {string} */
            unit: "code_point";
            /** @description First UTF-8 byte of the quote. */
            byte_start: number;
            /** @description Byte after the last. */
            byte_end: number;
            /** @description The text, verbatim. */
            quote: string;
            /** @description The document on sec.gov; null for fictional filings. */
            source_url: string | null;
            /** @description A link that makes a browser scroll to the quote on sec.gov and mark it. */
            text_fragment_url: string | null;
        };
        /** @description A quote out of a document. */
        TextSpanEvidence: {
            /** @enum {string} */
            object: "evidence";
            /** @example evd_06fpr5v8k0ah3q7yd2m4xw9ezc */
            id: string;
            /** @enum {string} */
            kind: "text_span";
            verification: components["schemas"]["Verification"];
            /**
             * @description `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /** @example 0009990001-25-000003:1:10k.item_1a */
            section_id: string | null;
            /**
             * @description SHA-256 of the original bytes of the document.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            document_sha256: string;
            /**
             * @description SHA-256 of the canonical text the offsets refer to.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            text_sha256: string;
            /** @description First code point of the quote in the canonical text. */
            start: number;
            /** @description Code point after the last. */
            end: number;
            /** @enum {string} */
            unit: "code_point";
            /** @description First UTF-8 byte of the quote. */
            byte_start: number;
            /** @description Byte after the last. */
            byte_end: number;
            /** @description The text, verbatim. */
            quote: string;
            /** @description The document on sec.gov; null for fictional filings. */
            source_url: string | null;
            /** @description A link that makes a browser scroll to the quote on sec.gov and mark it. */
            text_fragment_url: string | null;
        };
        /** @description Both sides of a comparison: `left` the earlier filing, `right` this one. Null where nothing stands against the other side. */
        PairEvidence: {
            /** @enum {string} */
            object: "evidence";
            /** @example evd_06fpr5v8k0ah3q7yd2m4xw9ezc */
            id: string;
            /** @enum {string} */
            kind: "pair";
            verification: components["schemas"]["Verification"];
            left: components["schemas"]["EvidenceSpan"] | null;
            right: components["schemas"]["EvidenceSpan"] | null;
        };
        /** @description A line of the header of a submission. */
        HeaderFieldEvidence: {
            /** @enum {string} */
            object: "evidence";
            /** @example evd_06fpr5v8k0ah3q7yd2m4xw9ezc */
            id: string;
            /** @enum {string} */
            kind: "header_field";
            verification: components["schemas"]["Verification"];
            /**
             * @description SHA-256 of the submission.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            submission_sha256: string;
            /** @example ITEM INFORMATION */
            field: string;
            value: string;
            /** @description First byte of the line in the submission. */
            byte_start: number;
            /** @description Byte after the last. */
            byte_end: number;
            /** @description The line, verbatim. */
            quote: string;
            /** @description The submission on sec.gov; null for fictional filings. */
            source_url: string | null;
        };
        /** @description An element of an XML document. */
        XmlPathEvidence: {
            /** @enum {string} */
            object: "evidence";
            /** @example evd_06fpr5v8k0ah3q7yd2m4xw9ezc */
            id: string;
            /** @enum {string} */
            kind: "xml_path";
            verification: components["schemas"]["Verification"];
            /**
             * @description `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /**
             * @description SHA-256 of the original bytes of the document.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            document_sha256: string;
            /** @description Path of the element from the root of the document. */
            path: string;
            /** @description Text of the element. */
            value: string;
            /** @description The document on sec.gov; null for fictional filings. */
            source_url: string | null;
        };
        /** @description What a signal rests on. */
        Evidence: components["schemas"]["TextSpanEvidence"] | components["schemas"]["PairEvidence"] | components["schemas"]["HeaderFieldEvidence"] | components["schemas"]["XmlPathEvidence"];
        /** @description A ticker as it is today. */
        Ticker: {
            /** @example TWTI */
            ticker: string;
            /** @example Nasdaq */
            exchange: string | null;
        };
        /** @description A company, fund or person that filings name. */
        Entity: {
            /** @enum {string} */
            object: "entity";
            /**
             * @description Central Index Key: ten digits.
             * @example 0009990001
             */
            cik: string;
            /** @description As the latest filing names it. */
            name: string;
            /**
             * @description Standard Industrial Classification.
             * @example 3570
             */
            sic: string | null;
            /** @example DE */
            state_of_incorporation: string | null;
            /**
             * @description Month and day, `MMDD`.
             * @example 1231
             */
            fiscal_year_end: string | null;
            tickers: components["schemas"]["Ticker"][];
            /**
             * @description SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            source_accession_number: string;
            /**
             * Format: date-time
             * @description When the filing this row was taken from was accepted.
             * @example 2025-10-31T10:01:26Z
             */
            source_accepted_at: string;
        };
        /** @description A page of entities. */
        EntityList: {
            /** @enum {string} */
            object: "list";
            data: components["schemas"]["Entity"][];
            /** @description True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** @description Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * @description The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
            total?: components["schemas"]["Total"];
        };
        /** @description A present or former name. */
        EntityName: {
            /** @enum {string} */
            object: "entity_name";
            /**
             * @description Central Index Key: ten digits.
             * @example 0009990001
             */
            cik: string;
            name: string;
            /**
             * Format: date
             * @description The day the entity stopped using the name; null for the current one.
             * @example 2025-10-31
             */
            changed_on: string | null;
        };
        /** @description All names of an entity, the current one first. */
        EntityNameList: {
            /** @enum {string} */
            object: "list";
            data: components["schemas"]["EntityName"][];
            /** @description True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** @description Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * @description The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** @description A ticker of an entity. */
        EntityTicker: {
            /** @enum {string} */
            object: "entity_ticker";
            /**
             * @description Central Index Key: ten digits.
             * @example 0009990001
             */
            cik: string;
            /** @example TWTI */
            ticker: string;
            /** @example Nasdaq */
            exchange: string | null;
        };
        /** @description The tickers of an entity. */
        EntityTickerList: {
            /** @enum {string} */
            object: "list";
            data: components["schemas"]["EntityTicker"][];
            /** @description True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** @description Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * @description The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** @description Somebody a filing names, with the part they play. */
        Filer: {
            /**
             * @description What the filer is to this filing.
             * @enum {string}
             */
            role: "filer" | "issuer" | "subject_company" | "reporting_owner" | "filed_by" | "serial_company" | "depositor" | "securitizer" | "issuing_entity" | "sponsor" | "underwriter";
            /**
             * @description Central Index Key: ten digits.
             * @example 0009990001
             */
            cik: string;
            /**
             * @description As the header of this filing names it.
             * @example HARBOR LIGHT ROBOTICS INC
             */
            name: string;
            /**
             * @description Standard Industrial Classification.
             * @example 3570
             */
            sic: string | null;
            irs_number: string | null;
            /** @example DE */
            state_of_incorporation: string | null;
            /**
             * @description Month and day, `MMDD`.
             * @example 1231
             */
            fiscal_year_end: string | null;
            /** @example 001-90001 */
            file_number: string | null;
            film_number: string | null;
            /** @example 1934 Act */
            sec_act: string | null;
        };
        /** @description A submission accepted by EDGAR. */
        Filing: {
            /** @enum {string} */
            object: "filing";
            /**
             * @description SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /**
             * @description As EDGAR writes it.
             * @example 10-K
             */
            form_type: string;
            /**
             * Format: date
             * @description EDGAR's "filed as of date".
             * @example 2025-10-31
             */
            filing_date: string;
            /**
             * Format: date-time
             * @description When EDGAR accepted the filing.
             * @example 2025-10-31T10:01:26Z
             */
            accepted_at: string;
            /**
             * @description Where `accepted_at` was read. `filing_date`: no time is known, so it is 17:30 in New York of that day.
             * @enum {string}
             */
            accepted_at_source: "sgml_header" | "index_page" | "submissions_json" | "filing_date";
            /**
             * Format: date-time
             * @description What the company's submissions JSON says, its `Z` taken at its word. For some companies that is New York time under the wrong name, and differs from `accepted_at` by four or five hours.
             * @example 2025-10-31T10:01:26Z
             */
            accepted_at_json: string | null;
            /**
             * Format: date
             * @description The period the filing reports on.
             * @example 2025-10-31
             */
            period_of_report: string | null;
            /**
             * Format: date
             * @description When the filing takes effect, where it says so.
             * @example 2025-10-31
             */
            effective_date: string | null;
            /** @description 8-K items of the header. */
            items: string[];
            /** @description Documents in the submission. */
            document_count: number;
            /** @description Documents the header announces. */
            declared_document_count: number | null;
            /**
             * @description The filing this one amends, among those held at that moment; null when it amends none, or one that is not held.
             * @example 0009990001-25-000003
             */
            amends: string | null;
            /**
             * @description How much of the original an amendment states anew; null for a filing that amends nothing.
             * @enum {string|null}
             */
            amendment_scope: "full" | "part_iii_only" | "exhibit_only" | "holdings_only" | "new_holdings" | "restatement" | "unknown" | null;
            /**
             * @description `primary_document`: EDGAR had no full submission text to offer.
             * @enum {string}
             */
            submission_source: "full_submission" | "primary_document";
            /**
             * @description SHA-256 of the stored submission.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            submission_sha256: string;
            /** @description Bytes of the full submission text. */
            submission_bytes: number | null;
            /** @description The file on sec.gov the bytes came from; null for fictional filings. */
            source_url: string | null;
            /** @description What the reader of the submission had to tolerate. */
            warnings: string[];
            /**
             * Format: date-time
             * @description When we first heard of the filing.
             * @example 2025-10-31T10:01:26Z
             */
            first_seen_at: string;
            /**
             * Format: date-time
             * @description When this API first showed the filing.
             * @example 2025-10-31T10:01:26Z
             */
            available_at: string;
            filers: components["schemas"]["Filer"][];
        };
        /** @description A page of filings. */
        FilingList: {
            /** @enum {string} */
            object: "list";
            data: components["schemas"]["Filing"][];
            /** @description True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** @description Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * @description The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
            total?: components["schemas"]["Total"];
        };
        /** @description The filing an EDGAR URL points at. */
        ResolvedUrl: {
            /** @enum {string} */
            object: "resolved_url";
            url: string;
            /**
             * @description SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /** @description The company in whose folder the URL points. */
            cik: string | null;
            /** @description The document the URL points at, when the filing has it. */
            document_id: string | null;
            filing: components["schemas"]["Filing"];
        };
        /** @description An address as the header writes it. */
        Address: {
            street_1: string | null;
            street_2: string | null;
            city: string | null;
            /**
             * @description EDGAR's code of a state or country.
             * @example MA
             */
            state: string | null;
            zip: string | null;
            phone: string | null;
        };
        /** @description Somebody a filing names, with all the header says of them. */
        FilerDetail: {
            /**
             * @description What the filer is to this filing.
             * @enum {string}
             */
            role: "filer" | "issuer" | "subject_company" | "reporting_owner" | "filed_by" | "serial_company" | "depositor" | "securitizer" | "issuing_entity" | "sponsor" | "underwriter";
            /**
             * @description Central Index Key: ten digits.
             * @example 0009990001
             */
            cik: string;
            /**
             * @description As the header of this filing names it.
             * @example HARBOR LIGHT ROBOTICS INC
             */
            name: string;
            /**
             * @description Standard Industrial Classification.
             * @example 3570
             */
            sic: string | null;
            irs_number: string | null;
            /** @example DE */
            state_of_incorporation: string | null;
            /**
             * @description Month and day, `MMDD`.
             * @example 1231
             */
            fiscal_year_end: string | null;
            /** @example 001-90001 */
            file_number: string | null;
            film_number: string | null;
            /** @example 1934 Act */
            sec_act: string | null;
            /** @description The industry in words. */
            sic_description: string | null;
            /**
             * @description The SEC's office that reviews the filer.
             * @example 04 Manufacturing
             */
            organization_name: string | null;
            /** @description Of a reporting owner, in headers before 2003. */
            relationship: string | null;
            /** @description The form under which this filer takes part. */
            form_type: string | null;
            business_address: components["schemas"]["Address"] | null;
            mailing_address: components["schemas"]["Address"] | null;
            former_names: {
                name: string;
                /**
                 * Format: date
                 * @description The last day of the name.
                 * @example 2025-10-31
                 */
                changed_on: string | null;
            }[];
        };
        /** @description What the header says beyond filers, dates and items. */
        FilingHeader: {
            /** @description The filing itself came on paper. */
            paper: boolean;
            /** @description A copy of what was filed on paper. */
            confirming_copy: boolean;
            /** @description Became public after it was filed in confidence. */
            private_to_public: boolean;
            /**
             * Format: date
             * @description When it became public.
             * @example 2025-10-31
             */
            released_on: string | null;
            /** @description Persons who file as a group. */
            group_members: string[];
            /** @description Exchanges the filing was sent to. */
            sros: string[];
            /** @description Earlier registration statements of the same prospectus (Rule 429). */
            references_429: string[];
            public_reference_accession_number: string | null;
            previous_accession_number: string | null;
            /**
             * Format: date
             * @description First day of the period.
             * @example 2025-10-31
             */
            period_start: string | null;
            abs_rule: string | null;
            abs_asset_class: string | null;
            /** @description The securitizer is registered. */
            registered_entity: boolean | null;
            /** @description Nothing to report for the quarter. */
            no_quarterly_activity: boolean | null;
            /** @description Nothing to report for the year. */
            no_annual_activity: boolean | null;
            depositor_cik: string | null;
            sponsor_cik: string | null;
            underwriters: string[];
            /** @description Form SD: the rules under which it reports. */
            rules: {
                /** @example 13p-1 */
                name: string;
                items: {
                    number: string;
                    /**
                     * Format: date
                     * @description The period of the item.
                     * @example 2025-10-31
                     */
                    period: string | null;
                }[];
            }[];
            /** @description Fund series with their classes or contracts. */
            series: {
                /** @enum {string} */
                action: "existing" | "new" | "acquiring" | "target";
                owner_cik: string | null;
                /** @example S000002323 */
                series_id: string | null;
                name: string | null;
                classes: {
                    /** @example C000006079 */
                    class_id: string | null;
                    name: string | null;
                    ticker: string | null;
                }[];
            }[];
        };
        /** @description Whether EDGAR still serves the bytes that were first seen. */
        Custody: {
            /**
             * Format: date-time
             * @description When we first heard of the filing.
             * @example 2025-10-31T10:01:26Z
             */
            first_seen_at: string;
            /**
             * @description Of the bytes first seen, from which everything served was read.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            submission_sha256: string;
            /**
             * Format: date-time
             * @description When EDGAR was last asked for the bytes again.
             * @example 2025-10-31T10:01:26Z
             */
            last_checked_at: string | null;
            /**
             * @description What EDGAR serves now.
             * @enum {string}
             */
            state: "unchanged" | "changed" | "withdrawn";
            /** @description What happened to the bytes since, in order. */
            events: {
                /** @enum {string} */
                kind: "changed" | "withdrawn" | "restored";
                /**
                 * @description Of the bytes then served; null where nothing was.
                 * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
                 */
                submission_sha256: string | null;
                submission_bytes: number | null;
                /**
                 * Format: date-time
                 * @description When we noticed.
                 * @example 2025-10-31T10:01:26Z
                 */
                noticed_at: string;
            }[];
        };
        /** @description A submission with all its header says and what became of its bytes. */
        FilingDetail: {
            /** @enum {string} */
            object: "filing";
            /**
             * @description SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /**
             * @description As EDGAR writes it.
             * @example 10-K
             */
            form_type: string;
            /**
             * Format: date
             * @description EDGAR's "filed as of date".
             * @example 2025-10-31
             */
            filing_date: string;
            /**
             * Format: date-time
             * @description When EDGAR accepted the filing.
             * @example 2025-10-31T10:01:26Z
             */
            accepted_at: string;
            /**
             * @description Where `accepted_at` was read. `filing_date`: no time is known, so it is 17:30 in New York of that day.
             * @enum {string}
             */
            accepted_at_source: "sgml_header" | "index_page" | "submissions_json" | "filing_date";
            /**
             * Format: date-time
             * @description What the company's submissions JSON says, its `Z` taken at its word. For some companies that is New York time under the wrong name, and differs from `accepted_at` by four or five hours.
             * @example 2025-10-31T10:01:26Z
             */
            accepted_at_json: string | null;
            /**
             * Format: date
             * @description The period the filing reports on.
             * @example 2025-10-31
             */
            period_of_report: string | null;
            /**
             * Format: date
             * @description When the filing takes effect, where it says so.
             * @example 2025-10-31
             */
            effective_date: string | null;
            /** @description 8-K items of the header. */
            items: string[];
            /** @description Documents in the submission. */
            document_count: number;
            /** @description Documents the header announces. */
            declared_document_count: number | null;
            /**
             * @description The filing this one amends, among those held at that moment; null when it amends none, or one that is not held.
             * @example 0009990001-25-000003
             */
            amends: string | null;
            /**
             * @description How much of the original an amendment states anew; null for a filing that amends nothing.
             * @enum {string|null}
             */
            amendment_scope: "full" | "part_iii_only" | "exhibit_only" | "holdings_only" | "new_holdings" | "restatement" | "unknown" | null;
            /**
             * @description `primary_document`: EDGAR had no full submission text to offer.
             * @enum {string}
             */
            submission_source: "full_submission" | "primary_document";
            /**
             * @description SHA-256 of the stored submission.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            submission_sha256: string;
            /** @description Bytes of the full submission text. */
            submission_bytes: number | null;
            /** @description The file on sec.gov the bytes came from; null for fictional filings. */
            source_url: string | null;
            /** @description What the reader of the submission had to tolerate. */
            warnings: string[];
            /**
             * Format: date-time
             * @description When we first heard of the filing.
             * @example 2025-10-31T10:01:26Z
             */
            first_seen_at: string;
            /**
             * Format: date-time
             * @description When this API first showed the filing.
             * @example 2025-10-31T10:01:26Z
             */
            available_at: string;
            filers: components["schemas"]["FilerDetail"][];
            details: components["schemas"]["FilingHeader"];
            custody: components["schemas"]["Custody"];
        };
        /** @description A filing that belongs to another one. */
        RelatedFiling: {
            /** @enum {string} */
            object: "related_filing";
            /**
             * @description What the other filing is to this one. `amends`: the original this one amends. `amends_the_same`: another amendment of the same original. `withdrawal` and `deregistration` share its file number.
             * @enum {string}
             */
            relation: "amends" | "amended_by" | "amends_the_same" | "withdrawal" | "deregistration";
            filing: components["schemas"]["Filing"];
        };
        /** @description Filings that belong to a filing. */
        RelatedFilingList: {
            /** @enum {string} */
            object: "list";
            data: components["schemas"]["RelatedFiling"][];
            /** @description True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** @description Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * @description The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** @description One document of a filing. Ask with another `Accept` for its original bytes. */
        Document: {
            /** @enum {string} */
            object: "document";
            /**
             * @description `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /**
             * @description SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /** @description Position in the submission. */
            sequence: number;
            /**
             * @description As filed.
             * @example 10-K
             * @example EX-99.1
             */
            document_type: string;
            /** @description As filed. */
            file_name: string | null;
            /** @description As filed. */
            description: string | null;
            /**
             * @description SHA-256 of the original bytes.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            document_sha256: string;
            /** @description Length of the original bytes. */
            byte_length: number;
            /**
             * @description `not_text`: an image, a spreadsheet, an archive. `failed`: the text could not be read.
             * @enum {string}
             */
            text_status: "ok" | "not_text" | "failed";
            /**
             * @description SHA-256 of the canonical text, to which all offsets refer.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            text_sha256: string | null;
            /** @description Unicode code points of the canonical text. */
            text_length: number | null;
            /** @description UTF-8 bytes of the canonical text. */
            text_byte_length: number | null;
            /** @description Version of the reader that made the text. */
            normaliser_version: string | null;
            /** @description The document on sec.gov; null for fictional filings and unusable file names. */
            source_url: string | null;
        };
        /** @description The documents of a filing. */
        DocumentList: {
            /** @enum {string} */
            object: "list";
            data: components["schemas"]["Document"][];
            /** @description True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** @description Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * @description The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** @description The canonical text of a document, or a part of it. */
        DocumentText: {
            /** @enum {string} */
            object: "document_text";
            /**
             * @description `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /** @enum {string} */
            format: "text" | "markdown";
            /**
             * @description SHA-256 of the original bytes.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            document_sha256: string;
            /**
             * @description SHA-256 of the canonical text as UTF-8, complete.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            text_sha256: string;
            normaliser_version: string | null;
            /** @description Unicode code points of the whole canonical text. */
            length: number;
            /** @description UTF-8 bytes of the whole canonical text. */
            byte_length: number;
            /** @description First code point of the span in the canonical text. */
            start: number;
            /** @description Code point after the last of the span. */
            end: number;
            byte_start: number;
            byte_end: number;
            /** @description Where the next part begins; null at the end. */
            next_offset: number | null;
            /** @description The span itself, or its rendering as Markdown. */
            text: string;
        };
        /** @description A part of a document. Sections and gaps tile the canonical text without overlap. */
        Section: {
            /** @enum {string} */
            object: "section";
            /**
             * @description `{document_id}:{section_key}`.
             * @example 0009990001-25-000003:1:10k.item_1a
             */
            section_id: string;
            /**
             * @description Such as `10k.item_1a`, `10q.part2_item_1a`, `8k.item_5_02`, `20f.item_3d`, `def14a.executive_compensation`.
             * @example 10k.item_1a
             */
            section_key: string;
            /**
             * @description `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /**
             * @description SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /** @description Position of the document in the filing. */
            sequence: number;
            /**
             * @description The heading as filed.
             * @example Item 1A. Risk Factors
             */
            title: string | null;
            /**
             * @description `ok`: found. `uncertain`: found, but the boundary is doubtful. `absent`: the company left it out. `failed`: we could not find it. An item the form does not have is not listed at all.
             * @enum {string}
             */
            status: "ok" | "uncertain" | "absent" | "failed";
            /**
             * @description What became of the disclosure. `extracted`: it stands in this text. `incorporated_by_reference`: the text refers to another document for it. `reserved`: the form has no such disclosure any more. `absent`: the company left it out. `not_found`: it may be there, and we could not find it.
             * @enum {string}
             */
            disposition: "extracted" | "incorporated_by_reference" | "reserved" | "absent" | "not_found";
            /** @description How the boundary was found. `cross_reference_index`: by the page an index of the filing gives. `gap`: text that belongs to no item. */
            boundary_method: string;
            confidence: number;
            /** @description What was noticed, such as `incorporated_by_reference`. */
            note: string | null;
            /** @description First code point in the canonical text. */
            start: number;
            /** @description Code point after the last. */
            end: number;
            byte_start: number;
            byte_end: number;
            /**
             * @description SHA-256 of the original bytes of the document.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            document_sha256: string;
            /**
             * @description SHA-256 of the canonical text the offsets refer to.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            text_sha256: string | null;
        };
        /** @description The sections of a filing. */
        SectionList: {
            /** @enum {string} */
            object: "list";
            data: components["schemas"]["Section"][];
            /** @description True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** @description Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * @description The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** @description A section with its text. */
        SectionText: {
            /** @enum {string} */
            object: "section_text";
            /**
             * @description `{document_id}:{section_key}`.
             * @example 0009990001-25-000003:1:10k.item_1a
             */
            section_id: string;
            /**
             * @description Such as `10k.item_1a`, `10q.part2_item_1a`, `8k.item_5_02`, `20f.item_3d`, `def14a.executive_compensation`.
             * @example 10k.item_1a
             */
            section_key: string;
            /**
             * @description `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /**
             * @description SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /** @description Position of the document in the filing. */
            sequence: number;
            /**
             * @description The heading as filed.
             * @example Item 1A. Risk Factors
             */
            title: string | null;
            /**
             * @description `ok`: found. `uncertain`: found, but the boundary is doubtful. `absent`: the company left it out. `failed`: we could not find it. An item the form does not have is not listed at all.
             * @enum {string}
             */
            status: "ok" | "uncertain" | "absent" | "failed";
            /**
             * @description What became of the disclosure. `extracted`: it stands in this text. `incorporated_by_reference`: the text refers to another document for it. `reserved`: the form has no such disclosure any more. `absent`: the company left it out. `not_found`: it may be there, and we could not find it.
             * @enum {string}
             */
            disposition: "extracted" | "incorporated_by_reference" | "reserved" | "absent" | "not_found";
            /** @description How the boundary was found. `cross_reference_index`: by the page an index of the filing gives. `gap`: text that belongs to no item. */
            boundary_method: string;
            confidence: number;
            /** @description What was noticed, such as `incorporated_by_reference`. */
            note: string | null;
            /** @description First code point in the canonical text. */
            start: number;
            /** @description Code point after the last. */
            end: number;
            byte_start: number;
            byte_end: number;
            /**
             * @description SHA-256 of the original bytes of the document.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            document_sha256: string;
            /**
             * @description SHA-256 of the canonical text the offsets refer to.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            text_sha256: string | null;
            /** @enum {string} */
            format: "text" | "markdown";
            /** @description The span; null when the section is absent or was not found. */
            text: string | null;
        };
        /** @description Which part of the entity a fact is about, on one axis. */
        FactDimension: {
            /** @example us-gaap:StatementBusinessSegmentsAxis */
            axis: string;
            /**
             * @description Null for a typed dimension.
             * @example srt:AmericasMember
             */
            member: string | null;
            /** @description Value of a typed dimension; null for an explicit one. */
            typed_value: string | null;
        };
        /** @description A statement of a filing in XBRL, as filed. */
        Fact: {
            /** @enum {string} */
            object: "fact";
            /**
             * @description `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /** @description Place among the facts of the document, from 1; hidden facts included. */
            position: number;
            /**
             * @description SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /** @example 10-K */
            form_type: string;
            /**
             * Format: date
             * @description EDGAR's "filed as of date".
             * @example 2025-10-31
             */
            filing_date: string;
            /**
             * Format: date-time
             * @description When EDGAR accepted the filing that states the fact.
             * @example 2025-10-31T10:01:26Z
             */
            accepted_at: string;
            /**
             * @description Central Index Key: ten digits.
             * @example 0009990001
             */
            cik: string;
            /** @description Fiscal year of the document, from its cover page. Not of the fact. */
            document_fiscal_year: number | null;
            /**
             * @description Fiscal period of the document, as filed: `FY`, `Q1`. Not of the fact.
             * @example FY
             */
            document_fiscal_period: string | null;
            /**
             * @description Customary prefix of the taxonomy; for an extension the prefix of the filer.
             * @example us-gaap
             */
            taxonomy: string;
            /** @example Assets */
            tag: string;
            /** @description Namespace URI of the taxonomy as declared, its edition in it. */
            namespace: string;
            /** @description The tag is of the filer's own taxonomy. */
            is_extension: boolean;
            /**
             * @description `USD`, `shares`, `USD/shares`, `pure`, or a unit of the filer. Null for text.
             * @example USD
             */
            unit: string | null;
            /** @description The number, scale and sign applied: the nearest double. Null for text and nil. */
            value: number | null;
            /** @description The exact value: a number in plain decimal notation, a text on one line. Null for nil, for a number that cannot be read, and for a text of more than 4,096 characters, whose place says where it stands. */
            value_text: string | null;
            /** @description Decimal places to which the value is correct, negative for thousands. Null when not stated, or exact. */
            decimals: number | null;
            /** @description The value is exact (`decimals="INF"`). */
            decimals_exact: boolean;
            /** @description Reported as having no value. */
            nil: boolean;
            /**
             * Format: date
             * @description First day of a duration.
             * @example 2024-01-01
             */
            period_start: string | null;
            /**
             * Format: date
             * @description Last day of a duration, included.
             * @example 2024-12-31
             */
            period_end: string | null;
            /**
             * Format: date
             * @description Day at whose end a balance holds.
             * @example 2024-12-31
             */
            instant: string | null;
            /**
             * @description Calendar frame of the period as the SEC assigns it; null for other lengths than a quarter or a year.
             * @example CY2024
             */
            frame: string | null;
            /** @description Empty for the whole entity. */
            dimensions: components["schemas"]["FactDimension"][];
            context_id: string;
            fact_id: string | null;
            /** @description Footnotes tied to the fact. */
            footnotes: string[];
            /** @description Not shown on the page. */
            hidden: boolean;
            /** @description What was noticed. `duplicate`: another fact of the filing says the same at least as exactly. `inconsistent_duplicate`: the filing contradicts itself. */
            flags: string[];
            /**
             * @description Hash of the canonical text that the place points into.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            text_sha256: string | null;
            /** @description First code point of the fact in the text; null when it is not shown there. */
            start: number | null;
            /** @description Code point after the last. */
            end: number | null;
            /** @description First UTF-8 byte. */
            byte_start: number | null;
            /** @description UTF-8 byte after the last. */
            byte_end: number | null;
            /** @description Where a text goes on that is interrupted by others. */
            continuations: {
                /** @description First code point. */
                start: number;
                /** @description Code point after the last. */
                end: number;
                /** @description First UTF-8 byte. */
                byte_start: number;
                /** @description UTF-8 byte after the last. */
                byte_end: number;
            }[];
        };
        /** @description A page of facts. */
        FactList: {
            /** @enum {string} */
            object: "list";
            data: components["schemas"]["Fact"][];
            /** @description True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** @description Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * @description The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** @description What one extractor says about one filing: there is always exactly one answer. */
        Processing: {
            /** @enum {string} */
            object: "processing";
            /**
             * @description SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /** @example risk_factor_diff */
            extractor: string;
            /** @example 1.0.0 */
            extractor_version: string;
            /**
             * @description `ok_found`: read, something found. `ok_none`: read, nothing there. `not_applicable`: the filing has no such data. `pending`: not read yet. `failed`: could not be read, for `reason`.
             * @enum {string}
             */
            status: "ok_found" | "ok_none" | "not_applicable" | "pending" | "failed";
            /** @example no_prior_filing */
            reason: string | null;
            /**
             * Format: date-time
             * @description When this was last written.
             * @example 2025-10-31T10:01:26Z
             */
            updated_at: string;
        };
        /** @description The processing ledger of a filing. */
        ProcessingList: {
            /** @enum {string} */
            object: "list";
            data: components["schemas"]["Processing"][];
            /** @description True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** @description Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * @description The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
            /** @description How far the filing is on its way from EDGAR to this API. */
            stage: string;
            /** @description Why the filing could not be read. */
            stage_reason: string | null;
        };
        /** @description An owner a Form 3, 4 or 5 is filed for. */
        ReportingOwner: {
            /**
             * @description Central Index Key: ten digits.
             * @example 0009990001
             */
            owner_cik: string;
            owner_name: string;
            is_director: boolean | null;
            is_officer: boolean | null;
            is_ten_percent_owner: boolean | null;
            is_other: boolean | null;
            officer_title: string | null;
            /** @description What else the owner is to the issuer. */
            other_text: string | null;
            address: components["schemas"]["PostalAddress"] | null;
        };
        /** @description A row of Form 3, 4 or 5. */
        InsiderTransaction: {
            /** @enum {string} */
            object: "insider_transaction";
            /**
             * @description `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /** @description Row of the document, from 1; non-derivative rows first. */
            position: number;
            /**
             * @description SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /** @example 4 */
            form_type: string;
            /**
             * Format: date
             * @description EDGAR's "filed as of date".
             * @example 2025-10-31
             */
            filing_date: string;
            /**
             * Format: date-time
             * @description When EDGAR accepted the filing.
             * @example 2025-10-31T10:01:26Z
             */
            accepted_at: string;
            /**
             * Format: date
             * @description Date of the earliest transaction on the form.
             * @example 2025-10-31
             */
            period_of_report: string | null;
            /**
             * @description Central Index Key: ten digits.
             * @example 0009990001
             */
            issuer_cik: string;
            /**
             * @description The first owner; all of them are in `owners`.
             * @example 0009991001
             */
            owner_cik: string;
            owner_name: string;
            /**
             * @description Table I or II of the form.
             * @enum {string}
             */
            table: "non_derivative" | "derivative";
            is_director: boolean | null;
            is_officer: boolean | null;
            is_ten_percent_owner: boolean | null;
            officer_title: string | null;
            security_title: string;
            /**
             * Format: date
             * @description Day of the transaction; null for a holding.
             * @example 2025-10-31
             */
            transaction_date: string | null;
            /**
             * @description Code of the form's instructions: P purchase, S sale, A grant, M exercise, F tax, G gift.
             * @example P
             */
            transaction_code: string | null;
            /**
             * @description Acquired or disposed of.
             * @enum {string|null}
             */
            acquired_disposed: "A" | "D" | null;
            shares: number | null;
            /** @description US dollars. */
            price_per_share: number | null;
            shares_owned_following: number | null;
            /**
             * @description Nature of the ownership.
             * @enum {string|null}
             */
            direct_or_indirect: "D" | "I" | null;
            underlying_security_title: string | null;
            underlying_shares: number | null;
            /** @description US dollars. */
            exercise_price: number | null;
            /**
             * Format: date
             * @description When the derivative expires.
             * @example 2025-10-31
             */
            expiration_date: string | null;
            /** @description The Rule 10b5-1(c) box; null before April 2023. */
            aff10b5_one: boolean | null;
            /**
             * @description A holding has no transaction.
             * @enum {string}
             */
            row_kind: "transaction" | "holding";
            /**
             * @description Form the transaction is reported on; null for a holding.
             * @example 4
             */
            transaction_form_type: string | null;
            /**
             * Format: date
             * @description Deemed execution date (Rule 16a-3(e)).
             * @example 2025-10-31
             */
            deemed_execution_date: string | null;
            /** @description `E` early, `L` late; null when on time. */
            transaction_timeliness: string | null;
            equity_swap_involved: boolean | null;
            /** @description US dollars, for securities that are not counted in shares. */
            transaction_total_value: number | null;
            /** @description US dollars. */
            value_owned_following: number | null;
            /** @description US dollars. */
            underlying_value: number | null;
            /**
             * Format: date
             * @description When the derivative can first be exercised.
             * @example 2025-10-31
             */
            exercise_date: string | null;
            /** @description How an indirect holding is owned. */
            nature_of_ownership: string | null;
            /** @description Every owner of the form. Joint owners share a row: it is one transaction, not one each. */
            owners: components["schemas"]["ReportingOwner"][];
            /** @description Footnotes the row refers to. */
            footnotes: string[];
            /** @description The same footnotes, each with its field. */
            field_footnotes: {
                /**
                 * @description Field of the row.
                 * @example price_per_share
                 */
                field: string;
                /** @example F1 */
                footnote_id: string;
                /** @description Null when the form has no such footnote. */
                text: string | null;
            }[];
            /** @description The form amends an earlier one. */
            is_amendment: boolean;
            /** @description The row that states this one again, as of the moment asked about. */
            restated_by: {
                /**
                 * @description `{accession_number}:{sequence}`.
                 * @example 0009990001-25-000003:1
                 */
                document_id: string;
                /**
                 * @description SEC accession number. Its first ten digits are the submitter, not the company.
                 * @example 0009990001-25-000003
                 */
                accession_number: string;
                position: number;
                /**
                 * @description `amendment`: the row was corrected. `joint_report`: another owner reported the same transaction first.
                 * @enum {string}
                 */
                kind: "amendment" | "joint_report";
            } | null;
            /** @description Where the row stands in the XML document. */
            xml_path: string;
        };
        /** @description A page of transactions. */
        InsiderTransactionList: {
            /** @enum {string} */
            object: "list";
            data: components["schemas"]["InsiderTransaction"][];
            /** @description True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** @description Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * @description The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** @description What an insider was last known to hold of one security in one way. */
        InsiderHolding: {
            /** @enum {string} */
            object: "insider_holding";
            /**
             * @description Central Index Key: ten digits.
             * @example 0009990001
             */
            issuer_cik: string;
            /**
             * @description Central Index Key: ten digits.
             * @example 0009990001
             */
            owner_cik: string;
            owner_name: string | null;
            /** @description Owners who hold the same securities jointly: their holdings must not be added to this one. */
            joint_owner_ciks: string[];
            /**
             * @description Table I or II of the form.
             * @enum {string}
             */
            table: "non_derivative" | "derivative";
            security_title: string;
            /** @description Null where the form counts the security in dollars. */
            shares: number | null;
            /** @description US dollars, where the form counts in dollars. */
            value: number | null;
            /**
             * @description Nature of the ownership.
             * @enum {string|null}
             */
            direct_or_indirect: "D" | "I" | null;
            /** @description How an indirect holding is owned. */
            nature_of_ownership: string | null;
            /** @description The footnotes on it, which alone say how where it reads "See Footnote". */
            nature_footnotes: string[];
            underlying_security_title: string | null;
            underlying_shares: number | null;
            /** @description US dollars. */
            exercise_price: number | null;
            /**
             * Format: date
             * @description When the derivative expires.
             * @example 2025-10-31
             */
            expiration_date: string | null;
            /**
             * Format: date
             * @description Day the balance is true for: of the transaction, or of the report.
             * @example 2025-10-31
             */
            balance_date: string;
            /**
             * @description Kind of the row that states it.
             * @enum {string}
             */
            stated_in: "transaction" | "holding";
            /**
             * @description `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /** @description Row of the document that states it. */
            position: number;
            /**
             * @description SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /** @example 4 */
            form_type: string;
            /**
             * Format: date
             * @description EDGAR's "filed as of date".
             * @example 2025-10-31
             */
            filing_date: string;
            /**
             * Format: date-time
             * @description When EDGAR accepted the filing.
             * @example 2025-10-31T10:01:26Z
             */
            accepted_at: string;
        };
        /** @description A page of holdings. */
        InsiderHoldingList: {
            /** @enum {string} */
            object: "list";
            data: components["schemas"]["InsiderHolding"][];
            /** @description True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** @description Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * @description The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** @description A notice of proposed sale of restricted securities: Form 144. */
        ProposedSale: {
            /** @enum {string} */
            object: "proposed_sale";
            /**
             * @description `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /**
             * @description SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /** @example 144 */
            form_type: string;
            /**
             * Format: date
             * @description EDGAR's "filed as of date".
             * @example 2025-10-31
             */
            filing_date: string;
            /**
             * Format: date-time
             * @description When EDGAR accepted the filing.
             * @example 2025-10-31T10:01:26Z
             */
            accepted_at: string;
            is_amendment: boolean;
            /** @description The notice that this one amends, as its filer names it. */
            previous_accession_number: string | null;
            /**
             * @description Central Index Key: ten digits.
             * @example 0009990001
             */
            issuer_cik: string;
            issuer_name: string | null;
            /** @example 001-99901 */
            issuer_file_number: string | null;
            issuer_address: components["schemas"]["PostalAddress"] | null;
            issuer_phone: string | null;
            /** @description Who filed the notice. */
            seller_ciks: string[];
            /** @description Person for whose account the securities are to be sold. */
            seller_name: string;
            /**
             * @description What the seller is to the issuer, as filed.
             * @example [
             *       "Officer"
             *     ]
             */
            relationships: string[];
            /** @description What is to be sold. */
            securities: {
                /** @description Row of the form, from 1. */
                position: number;
                security_title: string | null;
                broker_name: string | null;
                broker_address: components["schemas"]["PostalAddress"] | null;
                units_to_be_sold: number | null;
                /** @description Market value of what is to be sold. US dollars. */
                aggregate_market_value: number | null;
                /** @description Units of the class that are outstanding. */
                units_outstanding: number | null;
                /**
                 * Format: date
                 * @description Day from which the seller means to sell.
                 * @example 2025-10-31
                 */
                approximate_sale_date: string | null;
                /** @example NASDAQ */
                exchange: string | null;
            }[];
            /** @description How the seller came to them. */
            acquisitions: {
                /** @description Row of the form, from 1. */
                position: number;
                security_title: string | null;
                /**
                 * Format: date
                 * @description Day of the acquisition.
                 * @example 2025-10-31
                 */
                acquired_date: string | null;
                nature_of_acquisition: string | null;
                acquired_from: string | null;
                is_gift: boolean | null;
                /**
                 * Format: date
                 * @description Day on which the donor had acquired a gift.
                 * @example 2025-10-31
                 */
                donor_acquired_date: string | null;
                amount_acquired: number | null;
                /**
                 * Format: date
                 * @description Day of the payment.
                 * @example 2025-10-31
                 */
                payment_date: string | null;
                nature_of_payment: string | null;
            }[];
            /** @description The notice says that nothing was sold in the past three months. */
            nothing_sold_in_past_3_months: boolean | null;
            sold_in_past_3_months: {
                /** @description Row of the form, from 1. */
                position: number;
                seller_name: string | null;
                seller_address: components["schemas"]["PostalAddress"] | null;
                security_title: string | null;
                /**
                 * Format: date
                 * @description Day of the sale.
                 * @example 2025-10-31
                 */
                sale_date: string | null;
                amount_sold: number | null;
                /** @description Gross proceeds. US dollars. */
                gross_proceeds: number | null;
            }[];
            remarks: string | null;
            /**
             * Format: date
             * @description Day of the notice.
             * @example 2025-10-31
             */
            notice_date: string | null;
            /** @description When plans under Rule 10b5-1 were adopted, or instructions given. */
            plan_adoption_dates: string[];
            signature: string | null;
        };
        /** @description A page of notices. */
        ProposedSaleList: {
            /** @enum {string} */
            object: "list";
            data: components["schemas"]["ProposedSale"][];
            /** @description True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** @description Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * @description The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** @description A person of a Schedule 13D or 13G and what it owns. */
        ReportingPerson: {
            /** @description Cover page of the schedule, from 1. */
            position: number;
            name: string;
            /**
             * @description Ten digits; null when the schedule and its header do not say.
             * @example 0009990071
             */
            cik: string | null;
            /**
             * @description `a`: member of a group. `b`: membership disclaimed.
             * @enum {string|null}
             */
            member_of_group: "a" | "b" | null;
            /** @description Schedule 13D: SC, BK, AF, WC, PF, OO. */
            source_of_funds: string[];
            /** @description Schedule 13D: disclosure is required. */
            legal_proceedings: boolean | null;
            /** @description As filed: EDGAR's code, or words in typed schedules. */
            citizenship: string | null;
            /** @description Shares. */
            sole_voting_power: number | null;
            /** @description Shares. */
            shared_voting_power: number | null;
            /** @description Shares. */
            sole_dispositive_power: number | null;
            /** @description Shares. */
            shared_dispositive_power: number | null;
            /** @description Shares beneficially owned in all. */
            aggregate_amount: number | null;
            excludes_certain_shares: boolean | null;
            /** @description Per cent, such as 8.9. */
            percent_of_class: number | null;
            /** @description BD, BK, IC, IV, IA, EP, HC, SA, CP, CO, PN, IN, FI, OO. */
            person_types: string[];
            comment: string | null;
            /**
             * @description Whether `aggregate_amount` is there.
             * @enum {string}
             */
            value_status: "reported" | "unavailable";
            /** @description The numbers that are null, each with the reason. */
            unavailable: {
                /** @enum {string} */
                field: "sole_voting_power" | "shared_voting_power" | "sole_dispositive_power" | "shared_dispositive_power" | "aggregate_amount" | "percent_of_class";
                /**
                 * @description `not_stated`: the row is blank. `refers_to_text`: it says where else to look. `bound_only`: it says "less than". `out_of_range`: what stands there cannot be such a number.
                 * @enum {string}
                 */
                reason: "not_stated" | "refers_to_text" | "bound_only" | "out_of_range";
            }[];
            /** @description No later schedule on the issuer names the person, as of the moment asked about. */
            is_latest: boolean;
        };
        /** @description A Schedule 13D or 13G, or an amendment of one. */
        BeneficialOwnership: {
            /** @enum {string} */
            object: "beneficial_ownership";
            /**
             * @description `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /**
             * @description SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /** @example SCHEDULE 13D */
            form_type: string;
            /**
             * Format: date
             * @description EDGAR's "filed as of date".
             * @example 2025-10-31
             */
            filing_date: string;
            /**
             * Format: date-time
             * @description When EDGAR accepted the filing.
             * @example 2025-10-31T10:01:26Z
             */
            accepted_at: string;
            /** @enum {string} */
            schedule: "13D" | "13G";
            /**
             * @description `xml`: filed in XML, since December 2024. `text`: read from the cover pages.
             * @enum {string}
             */
            source: "xml" | "text";
            is_amendment: boolean;
            amendment_number: number | null;
            /** @description The schedule that this one amends, as its filer names it. */
            previous_accession_number: string | null;
            /** @description Who filed the schedule. */
            filer_ciks: string[];
            /**
             * @description Central Index Key: ten digits.
             * @example 0009990001
             */
            issuer_cik: string | null;
            issuer_name: string | null;
            /** @description On one line. */
            issuer_address: string | null;
            cusips: string[];
            /** @example Common Stock */
            security_title: string | null;
            /**
             * Format: date
             * @description Day of the event that requires the filing.
             * @example 2025-10-31
             */
            event_date: string | null;
            /** @description Schedule 13G: the rules under which it is filed. */
            rules: string[];
            /** @description Schedule 13D: a 13G was filed before. */
            previously_filed_13g: boolean | null;
            /** @description Schedule 13D: whom notices go to. */
            notices_to: string | null;
            /** @description Every person of the schedule. */
            reporting_persons: components["schemas"]["ReportingPerson"][];
            /** @description Only with `include=items`. */
            items?: {
                /**
                 * @description Number of the item.
                 * @example 4
                 */
                item: string;
                text: string;
                /** @description The text goes on in the document. */
                truncated: boolean;
            }[];
            /** @description Schedules in XML only. */
            signatures: {
                reporting_person: string | null;
                name: string | null;
                title: string | null;
                /**
                 * Format: date
                 * @description Day of the signature.
                 * @example 2025-10-31
                 */
                signed_on: string | null;
            }[];
        };
        /** @description A page of schedules. */
        BeneficialOwnershipList: {
            /** @enum {string} */
            object: "list";
            data: components["schemas"]["BeneficialOwnership"][];
            /** @description True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** @description Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * @description The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** @description A row of a Form 13F information table. */
        Holding: {
            /** @enum {string} */
            object: "holding";
            /**
             * @description `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /** @description Row of the information table, from 1. */
            position: number;
            /**
             * @description SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /** @example 13F-HR */
            form_type: string;
            /**
             * Format: date
             * @description EDGAR's "filed as of date".
             * @example 2025-10-31
             */
            filing_date: string;
            /**
             * Format: date-time
             * @description When EDGAR accepted the filing.
             * @example 2025-10-31T10:01:26Z
             */
            accepted_at: string;
            /**
             * Format: date
             * @description End of the quarter.
             * @example 2024-12-31
             */
            period_of_report: string | null;
            /**
             * @description What an amendment does: `restatement` replaces the whole table, `new_holdings` adds to it. Null for an original, and for an amendment that does not say.
             * @enum {string|null}
             */
            amendment_type: "restatement" | "new_holdings" | null;
            /**
             * @description Central Index Key: ten digits.
             * @example 0009990001
             */
            manager_cik: string;
            manager_name: string | null;
            /** @description Name of the issuer, as filed. */
            issuer_name: string;
            /** @example COM */
            title_of_class: string | null;
            /**
             * @description CUSIP: nine characters.
             * @example 99Q101102
             */
            cusip: string | null;
            figi: string | null;
            /** @description US dollars, whatever unit was filed. Null when `value_status` is `unavailable`. */
            value: number | null;
            /** @description The figure in the value column. Thousands or dollars: see `value_status`. */
            value_as_filed: number | null;
            /**
             * @description `reported`: dollars were filed. `normalized`: thousands were filed. `unavailable`: no value that can be trusted.
             * @enum {string}
             */
            value_status: "reported" | "normalized" | "unavailable";
            /**
             * @description `thousands_era`: the form asked for thousands until January 3, 2023. `thousands_evident`, `dollars_evident`: the filer used the other unit, as the implied prices show. `shares_equal_value`: one column repeats the other. `not_given`: no value was filed.
             * @enum {string|null}
             */
            value_reason: "thousands_era" | "thousands_evident" | "dollars_evident" | "shares_equal_value" | "not_given" | null;
            /** @description Shares, or the principal amount. */
            shares: number | null;
            /**
             * @description Shares, or the principal amount of debt.
             * @enum {string|null}
             */
            shares_type: "SH" | "PRN" | null;
            /**
             * @description Options; null for the security itself.
             * @enum {string|null}
             */
            put_call: "put" | "call" | null;
            /**
             * @description Sole, shared-defined or shared-other.
             * @enum {string|null}
             */
            investment_discretion: "SOLE" | "DFND" | "OTR" | null;
            /** @description Numbers in the report's list of other included managers. */
            other_managers: string[];
            voting_sole: number | null;
            voting_shared: number | null;
            voting_none: number | null;
        };
        /** @description A page of holdings. */
        HoldingList: {
            /** @enum {string} */
            object: "list";
            data: components["schemas"]["Holding"][];
            /** @description True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** @description Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * @description The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** @description A security of a manager at the end of two quarters, summed over the rows that count. */
        HoldingChange: {
            /** @enum {string} */
            object: "holding_change";
            /**
             * @description CUSIP: nine characters.
             * @example 99Q101102
             */
            cusip: string | null;
            issuer_name: string;
            title_of_class: string | null;
            /** @enum {string|null} */
            put_call: "put" | "call" | null;
            /**
             * @description Shares, or the principal amount of debt.
             * @enum {string|null}
             */
            shares_type: "SH" | "PRN" | null;
            /**
             * @description By the number of shares; `unknown` where a row gives none. Splits are not adjusted for.
             * @enum {string}
             */
            change: "new" | "closed" | "increased" | "decreased" | "unchanged" | "unknown";
            shares_before: number | null;
            shares_after: number | null;
            /** @description US dollars. */
            value_before: number | null;
            /** @description US dollars. */
            value_after: number | null;
        };
        /** @description What was compared with what. */
        HoldingComparison: {
            /**
             * @description `ok`: both quarters were compared. `no_report`, `no_prior_report`: no report on the quarter, or on the one before, is known, so nothing can be called new or closed. `notice`: in one of them the holdings are reported by other managers.
             * @enum {string}
             */
            status: "ok" | "no_report" | "no_prior_report" | "notice";
            /**
             * @description Central Index Key: ten digits.
             * @example 0009990001
             */
            manager_cik: string;
            /**
             * Format: date
             * @description End of the quarter before.
             * @example 2024-09-30
             */
            period_before: string | null;
            /**
             * Format: date
             * @description End of the quarter.
             * @example 2024-12-31
             */
            period_after: string | null;
            /** @description The reports that count for the quarter before. */
            reports_before: {
                /**
                 * @description SEC accession number. Its first ten digits are the submitter, not the company.
                 * @example 0009990001-25-000003
                 */
                accession_number: string;
                form_type: string;
                /**
                 * Format: date-time
                 * @description When EDGAR accepted the filing.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at: string;
                /**
                 * @description What an amendment does: `restatement` replaces the whole table, `new_holdings` adds to it. Null for an original, and for an amendment that does not say.
                 * @enum {string|null}
                 */
                amendment_type: "restatement" | "new_holdings" | null;
                /** @description True when holdings are left out under a request for confidential treatment. */
                confidential_omitted: boolean | null;
            }[];
            /** @description The reports that count for the quarter. */
            reports_after: {
                /**
                 * @description SEC accession number. Its first ten digits are the submitter, not the company.
                 * @example 0009990001-25-000003
                 */
                accession_number: string;
                form_type: string;
                /**
                 * Format: date-time
                 * @description When EDGAR accepted the filing.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at: string;
                /**
                 * @description What an amendment does: `restatement` replaces the whole table, `new_holdings` adds to it. Null for an original, and for an amendment that does not say.
                 * @enum {string|null}
                 */
                amendment_type: "restatement" | "new_holdings" | null;
                /** @description True when holdings are left out under a request for confidential treatment. */
                confidential_omitted: boolean | null;
            }[];
        };
        /** @description A page of changes. */
        HoldingChangeList: {
            /** @enum {string} */
            object: "list";
            data: components["schemas"]["HoldingChange"][];
            /** @description True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** @description Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * @description The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
            comparison: components["schemas"]["HoldingComparison"];
        };
        /** @description A report of a registered fund. What its form does not ask for is null or empty. */
        FundReport: {
            /** @enum {string} */
            object: "fund_report";
            /**
             * @description `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /**
             * @description SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /**
             * @description Central Index Key: ten digits.
             * @example 0009990001
             */
            cik: string;
            /** @example NPORT-P */
            form_type: string;
            /**
             * Format: date
             * @description EDGAR's "filed as of date".
             * @example 2025-10-31
             */
            filing_date: string;
            /**
             * Format: date-time
             * @description When EDGAR accepted the filing.
             * @example 2025-10-31T10:01:26Z
             */
            accepted_at: string;
            /**
             * Format: date
             * @description End of the period.
             * @example 2025-10-31
             */
            period_of_report: string | null;
            /**
             * @description `portfolio`: N-PORT. `census`: N-CEN. `votes`: N-PX. `registration_fee`: 24F-2.
             * @enum {string}
             */
            report_type: "portfolio" | "census" | "votes" | "registration_fee";
            is_amendment: boolean;
            registrant_name: string | null;
            /**
             * @description Central Index Key: ten digits.
             * @example 0009990001
             */
            registrant_cik: string | null;
            registrant_lei: string | null;
            /** @description Investment Company Act file number. */
            file_number: string | null;
            series: {
                series_id: string | null;
                name: string | null;
                lei: string | null;
                class_ids: string[];
            }[];
            /**
             * Format: date
             * @description End of the fiscal year.
             * @example 2025-10-31
             */
            fiscal_year_end: string | null;
            is_final: boolean | null;
            total_series: number | null;
            /** @description Totals in US dollars; returns in percent, by month, oldest first. */
            portfolio: {
                total_assets: number | null;
                total_liabilities: number | null;
                net_assets: number | null;
                monthly_returns: {
                    class_id: string | null;
                    returns: (number | null)[];
                }[];
                flows: {
                    sales: number | null;
                    reinvestment: number | null;
                    redemption: number | null;
                }[];
                holdings_count: number;
            } | null;
            exchange_traded_funds: {
                fund_name: string | null;
                series_id: string | null;
                exchange: string | null;
                ticker: string | null;
                creation_unit_size: number | null;
                authorized_participants: {
                    name: string | null;
                    lei: string | null;
                    file_number: string | null;
                    crd_number: string | null;
                    purchase_value: number | null;
                    redemption_value: number | null;
                }[];
            }[];
            /** @description Who serves the registrant and its series (N-CEN). */
            services: {
                /** @example investment_adviser */
                kind: string;
                series_id: string | null;
                name: string | null;
                lei: string | null;
                file_number: string | null;
                crd_number: string | null;
            }[];
            registration_fees: {
                issuer_name: string | null;
                series_ids: string[];
                sales: number | null;
                redemptions: number | null;
                net_sales: number | null;
                fee_rate: number | null;
                fee_due: number | null;
                total_due: number | null;
            }[];
            votes: {
                report_type: string | null;
                votes_count: number;
            } | null;
        };
        /** @description A page of reports. */
        FundReportList: {
            /** @enum {string} */
            object: "list";
            data: components["schemas"]["FundReport"][];
            /** @description True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** @description Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * @description The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** @description A position of a fund (N-PORT). */
        FundHolding: {
            /** @enum {string} */
            object: "fund_holding";
            /**
             * @description `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /**
             * @description SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /**
             * @description Central Index Key: ten digits.
             * @example 0009990001
             */
            cik: string;
            /** @example NPORT-P */
            form_type: string;
            /**
             * Format: date
             * @description EDGAR's "filed as of date".
             * @example 2025-10-31
             */
            filing_date: string;
            /**
             * Format: date-time
             * @description When EDGAR accepted the filing.
             * @example 2025-10-31T10:01:26Z
             */
            accepted_at: string;
            /**
             * Format: date
             * @description End of the period.
             * @example 2025-10-31
             */
            period_of_report: string | null;
            /** @description Order in the report, from 1. */
            position: number;
            series_id: string | null;
            issuer_name: string | null;
            title: string | null;
            lei: string | null;
            /** @example 99TW1T106 */
            cusip: string | null;
            isin: string | null;
            ticker: string | null;
            balance: number | null;
            /** @description `NS` shares, `PA` principal amount, `NC` contracts, `OU` other. */
            units: string | null;
            currency: string | null;
            exchange_rate: number | null;
            /** @description US dollars. */
            value: number | null;
            percent_of_net_assets: number | null;
            payoff_profile: string | null;
            asset_category: string | null;
            issuer_category: string | null;
            country: string | null;
            is_restricted: boolean | null;
            fair_value_level: number | null;
            debt: {
                /**
                 * Format: date
                 * @description Maturity.
                 * @example 2025-10-31
                 */
                maturity_on: string | null;
                coupon_kind: string | null;
                annual_rate: number | null;
                is_default: boolean | null;
                is_paid_in_kind: boolean | null;
            } | null;
            derivative: {
                category: string | null;
                counterparty: string | null;
                notional_amount: number | null;
                unrealized_appreciation: number | null;
                /**
                 * Format: date
                 * @description Expiry.
                 * @example 2025-10-31
                 */
                expires_on: string | null;
            } | null;
            is_on_loan: boolean | null;
        };
        /** @description A page of positions. */
        FundHoldingList: {
            /** @enum {string} */
            object: "list";
            data: components["schemas"]["FundHolding"][];
            /** @description True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** @description Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * @description The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** @description A matter and how a fund voted on it (N-PX). */
        ProxyVote: {
            /** @enum {string} */
            object: "proxy_vote";
            /**
             * @description `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /**
             * @description SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /**
             * @description Central Index Key: ten digits.
             * @example 0009990001
             */
            cik: string;
            /** @example NPORT-P */
            form_type: string;
            /**
             * Format: date
             * @description EDGAR's "filed as of date".
             * @example 2025-10-31
             */
            filing_date: string;
            /**
             * Format: date-time
             * @description When EDGAR accepted the filing.
             * @example 2025-10-31T10:01:26Z
             */
            accepted_at: string;
            /**
             * Format: date
             * @description End of the period.
             * @example 2025-10-31
             */
            period_of_report: string | null;
            /** @description Order in the vote table, from 1. */
            position: number;
            series_id: string | null;
            issuer_name: string | null;
            /** @example 99TW1T106 */
            cusip: string | null;
            isin: string | null;
            figi: string | null;
            /**
             * Format: date
             * @description Day of the meeting.
             * @example 2025-10-31
             */
            meeting_date: string | null;
            /** @description The matter. */
            description: string | null;
            categories: string[];
            /** @description `ISSUER` or `SECURITY HOLDER`. */
            proposed_by: string | null;
            shares_voted: number | null;
            shares_on_loan: number | null;
            votes: {
                how_voted: string | null;
                shares: number | null;
                management_recommendation: string | null;
            }[];
            managers: string[];
        };
        /** @description A page of votes. */
        ProxyVoteList: {
            /** @enum {string} */
            object: "list";
            data: components["schemas"]["ProxyVote"][];
            /** @description True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** @description Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * @description The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** @description A subsidiary as Exhibit 21 lists it. */
        Subsidiary: {
            /** @enum {string} */
            object: "subsidiary";
            /**
             * @description `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /** @description Order in the exhibit, from 1. */
            position: number;
            /**
             * @description SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /**
             * @description Central Index Key: ten digits.
             * @example 0009990001
             */
            cik: string;
            /** @example 10-K */
            form_type: string;
            /**
             * Format: date
             * @description EDGAR's "filed as of date".
             * @example 2025-10-31
             */
            filing_date: string;
            /**
             * Format: date-time
             * @description When EDGAR accepted the filing.
             * @example 2025-10-31T10:01:26Z
             */
            accepted_at: string;
            /**
             * Format: date
             * @description End of the period of the report.
             * @example 2025-10-31
             */
            period_of_report: string | null;
            /** @description As listed, without footnote marks. */
            name: string;
            /** @description Where it is incorporated, as listed. */
            jurisdiction: string | null;
            /** @description Percent owned; most lists give none. */
            ownership_percent: number | null;
            /** @description The row in the canonical text, in code points. */
            start: number;
            end: number;
            /** @description The same in UTF-8 bytes. */
            byte_start: number;
            byte_end: number;
        };
        /** @description A page of subsidiaries. */
        SubsidiaryList: {
            /** @enum {string} */
            object: "list";
            data: components["schemas"]["Subsidiary"][];
            /** @description True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** @description Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * @description The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** @description An offering of securities as one document states it. What its form does not ask for is null or empty. */
        Offering: {
            /** @enum {string} */
            object: "offering";
            /**
             * @description `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /**
             * @description SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /**
             * @description Central Index Key: ten digits.
             * @example 0009990001
             */
            cik: string;
            /** @example D */
            form_type: string;
            /**
             * Format: date
             * @description EDGAR's "filed as of date".
             * @example 2025-10-31
             */
            filing_date: string;
            /**
             * Format: date-time
             * @description When EDGAR accepted the filing.
             * @example 2025-10-31T10:01:26Z
             */
            accepted_at: string;
            /**
             * @description The rules under which securities are offered.
             * @enum {string}
             */
            offering_type: "regulation_d" | "regulation_crowdfunding" | "regulation_a" | "registered";
            /**
             * @description What the document is to the offering it speaks of.
             * @enum {string}
             */
            stage: "notice" | "offering_statement" | "progress_update" | "annual_report" | "exit_report" | "termination" | "withdrawal" | "registration" | "prospectus";
            is_amendment: boolean;
            /** @description The notice that a Form D/A amends. */
            previous_accession_number: string | null;
            /** @description The issuer, then co-issuers. */
            issuers: {
                /**
                 * @description Central Index Key: ten digits.
                 * @example 0009990001
                 */
                cik: string | null;
                name: string | null;
                entity_type: string | null;
                jurisdiction: string | null;
                /** @description Year or day of incorporation. */
                incorporated: string | null;
                previous_names: string[];
                phone: string | null;
                address: {
                    street1: string | null;
                    street2: string | null;
                    city: string | null;
                    /** @description EDGAR's code. */
                    state_or_country: string | null;
                    state_or_country_description: string | null;
                    zip_code: string | null;
                };
            }[];
            industry: string | null;
            fund_type: string | null;
            revenue_range: string | null;
            /** @description As the form names them. */
            security_types: string[];
            security_description: string | null;
            /** @description Exemptions claimed on Form D: `06b` is Rule 506(b), `06c` Rule 506(c), `3C.7` Section 3(c)(7). */
            exemptions: string[];
            /**
             * @description Tier of Regulation A.
             * @enum {string|null}
             */
            tier: "1" | "2" | null;
            /** @description The whole offering. US dollars. */
            total_amount: number | null;
            /** @description True when the form says "Indefinite". */
            total_amount_indefinite: boolean;
            /** @description Sold so far. US dollars. */
            amount_sold: number | null;
            /** @description Still to be sold. US dollars. */
            amount_remaining: number | null;
            /** @description What has to be reached (Form C). US dollars. */
            target_amount: number | null;
            /** @description At most. US dollars. */
            maximum_amount: number | null;
            /** @description What is left for the issuer. US dollars. */
            net_proceeds: number | null;
            /** @description Least that is taken from one investor. US dollars. */
            minimum_investment: number | null;
            /** @description Price of one security. US dollars. */
            price_per_security: number | null;
            securities_offered: number | null;
            securities_sold: number | null;
            /**
             * Format: date
             * @description Day of the first sale.
             * @example 2025-10-31
             */
            first_sale_on: string | null;
            /** @description True when nothing was sold yet. */
            first_sale_yet_to_occur: boolean | null;
            /**
             * Format: date
             * @description When the offering began.
             * @example 2025-10-31
             */
            commenced_on: string | null;
            /**
             * Format: date
             * @description When the SEC qualified the offering.
             * @example 2025-10-31
             */
            qualified_on: string | null;
            /**
             * Format: date
             * @description When the offering ends.
             * @example 2025-10-31
             */
            deadline_on: string | null;
            /** @description Whether the offering is to last longer than a year. */
            longer_than_one_year: boolean | null;
            /** @description Whether it is made in a merger or the like. */
            business_combination: boolean | null;
            investors: {
                has_non_accredited: boolean | null;
                non_accredited_count: number | null;
                total_count: number | null;
            } | null;
            oversubscription: {
                accepted: boolean | null;
                allocation: string | null;
                description: string | null;
            } | null;
            /** @description Portal or broker of a crowdfunding offering. */
            intermediary: {
                name: string | null;
                /**
                 * @description Central Index Key: ten digits.
                 * @example 0009990001
                 */
                cik: string | null;
                file_number: string | null;
                crd_number: string | null;
                compensation: string | null;
                financial_interest: string | null;
            } | null;
            /** @description Who is paid for finding investors. */
            sales_compensation: {
                name: string | null;
                crd_number: string | null;
                associated_broker_dealer_name: string | null;
                associated_broker_dealer_crd_number: string | null;
                /** @description `All States`, or codes. */
                states: string[];
                foreign_solicitation: boolean | null;
            }[];
            fees: {
                /** @example sales_commissions */
                kind: string;
                paid_to: string | null;
                /** @description In all. US dollars. */
                amount: number | null;
                /** @description For each security. US dollars. */
                per_security: number | null;
                is_estimate: boolean | null;
            }[];
            proceeds_to_related_persons: {
                /** @description Paid. US dollars. */
                amount: number | null;
                is_estimate: boolean | null;
                clarification: string | null;
            } | null;
            /** @description Where the securities are offered. */
            jurisdictions: string[];
            related_persons: {
                first_name: string | null;
                middle_name: string | null;
                last_name: string | null;
                relationships: string[];
                relationship_clarification: string | null;
                address: {
                    street1: string | null;
                    street2: string | null;
                    city: string | null;
                    /** @description EDGAR's code. */
                    state_or_country: string | null;
                    state_or_country_description: string | null;
                    zip_code: string | null;
                };
            }[];
            /** @description Figures of the issuer in the form, for the latest fiscal year and the one before. */
            issuer_figures: {
                /** @example total_assets */
                name: string;
                most_recent: number | null;
                prior: number | null;
            }[];
            signatures: {
                issuer_name: string | null;
                signature: string | null;
                name: string | null;
                title: string | null;
                /**
                 * Format: date
                 * @description When it was signed.
                 * @example 2025-10-31
                 */
                signed_on: string | null;
            }[];
            nature_of_amendment: string | null;
            progress_update: string | null;
            /** @description File number of the registration or offering statement. */
            file_number: string | null;
            /**
             * Format: date
             * @description Day of the prospectus that a supplement belongs to.
             * @example 2025-10-31
             */
            base_prospectus_date: string | null;
        };
        /** @description A page of offerings. */
        OfferingList: {
            /** @enum {string} */
            object: "list";
            data: components["schemas"]["Offering"][];
            /** @description True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** @description Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * @description The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** @description An item of a current report. */
        Event: {
            /** @enum {string} */
            object: "event";
            /**
             * @description SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /** @description Order in the report, from 1. */
            position: number;
            /**
             * @description Central Index Key: ten digits.
             * @example 0009990001
             */
            cik: string;
            company_name: string | null;
            /** @example 8-K */
            form_type: string;
            /**
             * Format: date
             * @description EDGAR's "filed as of date".
             * @example 2025-10-31
             */
            filing_date: string;
            /**
             * Format: date-time
             * @description When EDGAR accepted the filing.
             * @example 2025-10-31T10:01:26Z
             */
            accepted_at: string;
            /**
             * @description Item of Form 8-K; `1` to `12` before August 23, 2004.
             * @example 5.02
             */
            item_code: string;
            /** @description What the item reports, under either numbering. */
            event_type: string;
            /** @description The item's official title. */
            label: string;
            /**
             * Format: date
             * @description Date of the report: of the earliest event in it.
             * @example 2025-10-31
             */
            event_date: string | null;
            /**
             * @description Whether the header of the submission names the item, the text has a heading for it, or both.
             * @enum {string}
             */
            named_in: "header" | "text" | "both";
            /**
             * @description `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string | null;
            /**
             * @description The section with what the company wrote.
             * @example 0009990001-25-000003:1:8k.item_5_02
             */
            section_id: string | null;
            /** @description The heading as filed. */
            section_title: string | null;
            /** @description The section in the canonical text of the document. Null when the item has no text. */
            span: {
                start: number;
                end: number;
                /** @enum {string} */
                unit: "code_point";
                byte_start: number;
                byte_end: number;
            } | null;
        };
        /** @description A page of events. */
        EventList: {
            /** @enum {string} */
            object: "list";
            data: components["schemas"]["Event"][];
            /** @description True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** @description Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * @description The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** @description An identity that must hold within a statement, and whether it does. */
        Invariant: {
            /** @example assets = liabilities_and_equity */
            invariant: string;
            /**
             * @description `unavailable`: a side is not reported. A derived value is not compared with its own formula.
             * @enum {string}
             */
            status: "holds" | "fails" | "unavailable";
            left: number | null;
            right: number | null;
            difference: number | null;
            /** @description What rounding of the values explains. */
            tolerance: number | null;
        };
        /** @description A statement in the same lines for every company. */
        StandardStatement: {
            /** @enum {string} */
            object: "standard_statement";
            /**
             * @description SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /** @example 10-K */
            form_type: string;
            /**
             * Format: date
             * @description EDGAR's "filed as of date".
             * @example 2025-10-31
             */
            filing_date: string;
            /**
             * Format: date-time
             * @description When EDGAR accepted the filing.
             * @example 2025-10-31T10:01:26Z
             */
            accepted_at: string;
            /**
             * @description Central Index Key: ten digits.
             * @example 0009990001
             */
            cik: string;
            /**
             * @description As on the cover page.
             * @example 10-K
             */
            document_type: string | null;
            /** @description Fiscal year of the document, in the word of its filer. */
            document_fiscal_year: number | null;
            /**
             * @description Fiscal period of the document, in the word of its filer.
             * @example FY
             */
            document_fiscal_period: string | null;
            /**
             * Format: date
             * @description Period end date on the cover page.
             * @example 2025-10-31
             */
            document_period_end: string | null;
            /**
             * @description ISO 4217.
             * @example USD
             */
            currency: string | null;
            /** @description Place among the statements of the filing, from 1. */
            position: number;
            /** @enum {string} */
            statement: "income_statement" | "balance_sheet" | "cash_flow";
            /**
             * @description `year` of an annual report; `quarter` and `year_to_date` of a quarterly one, kept apart; `instant` for balances.
             * @enum {string}
             */
            period_type: "year" | "quarter" | "year_to_date" | "instant";
            /**
             * Format: date
             * @description First day of the period; null for an instant.
             * @example 2025-10-31
             */
            period_start: string | null;
            /**
             * Format: date
             * @description Last day of the period.
             * @example 2025-10-31
             */
            period_end: string;
            /**
             * @description Version of the lists and formulas.
             * @example 1.0.0
             */
            resolver_version: string;
            lines: components["schemas"]["StandardValue"][];
            /** @description Identities that must hold. One that fails is reported; no value is changed to make it hold. */
            checks: components["schemas"]["Invariant"][];
        };
        /** @description A context of a statement. */
        StatementColumn: {
            /**
             * Format: date
             * @description First day; null for an instant.
             * @example 2025-10-31
             */
            period_start: string | null;
            /**
             * Format: date
             * @description Last day; null for an instant.
             * @example 2025-10-31
             */
            period_end: string | null;
            /**
             * Format: date
             * @description The day at whose end the values hold; null for a period.
             * @example 2025-10-31
             */
            instant: string | null;
            /** @description Empty for the whole entity. */
            dimensions: {
                /** @example us-gaap:StatementEquityComponentsAxis */
                axis: string;
                /** @example us-gaap:CommonStockMember */
                member: string | null;
                typed_value: string | null;
            }[];
        };
        /** @description A fact in its column. */
        FiledCell: {
            /** @description Index into `columns`. */
            column: number;
            /**
             * @description `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /** @description Position of the fact in the document. */
            position: number;
            /** @description The value itself, whatever sign the page shows. */
            value: number | null;
            /** @description Text of a fact that is no number, cut where it is long. */
            text: string | null;
            /** @example USD */
            unit: string | null;
            /** @description Digits the value is rounded to, as filed: -3 means thousands. Null when exact or not said. */
            decimals: number | null;
            nil: boolean;
        };
        /** @description A line of a statement as its filer presents it. */
        FiledLine: {
            /**
             * @description Qualified name of the element.
             * @example us-gaap:Assets
             */
            concept: string;
            /**
             * @description The filer's label.
             * @example Total assets
             */
            label: string;
            /**
             * @description Which label of the concept is shown, the last step of its role.
             * @example totalLabel
             */
            label_role: string;
            /** @description Depth in the tree of the presentation, from 0. */
            depth: number;
            /** @description A heading, which has no values. */
            abstract: boolean;
            /** @description The filer shows the values with the other sign. */
            negated: boolean;
            cells: components["schemas"]["FiledCell"][];
        };
        /** @description A statement as its filer presents it. */
        FiledStatement: {
            /** @enum {string} */
            object: "filed_statement";
            /**
             * @description SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /** @example 10-K */
            form_type: string;
            /**
             * Format: date
             * @description EDGAR's "filed as of date".
             * @example 2025-10-31
             */
            filing_date: string;
            /**
             * Format: date-time
             * @description When EDGAR accepted the filing.
             * @example 2025-10-31T10:01:26Z
             */
            accepted_at: string;
            /**
             * @description Central Index Key: ten digits.
             * @example 0009990001
             */
            cik: string;
            /**
             * @description As on the cover page.
             * @example 10-K
             */
            document_type: string | null;
            /** @description Fiscal year of the document, in the word of its filer. */
            document_fiscal_year: number | null;
            /**
             * @description Fiscal period of the document, in the word of its filer.
             * @example FY
             */
            document_fiscal_period: string | null;
            /**
             * Format: date
             * @description Period end date on the cover page.
             * @example 2025-10-31
             */
            document_period_end: string | null;
            /**
             * @description ISO 4217.
             * @example USD
             */
            currency: string | null;
            /** @description Place among the statements of the filing, from 1. */
            position: number;
            /** @enum {string} */
            statement: "balance_sheet" | "income_statement" | "comprehensive_income" | "cash_flow" | "equity" | "cover" | "notes" | "other";
            /** @example CONSOLIDATED BALANCE SHEETS */
            title: string;
            role_uri: string | null;
            /** @example 0000002 - Statement - CONSOLIDATED BALANCE SHEETS */
            definition: string | null;
            parenthetical: boolean;
            /**
             * @description `filed`: lines, order and labels are the filer's. `unavailable`: the filing brings none; known lines stand in a customary order under names made from their concepts.
             * @enum {string}
             */
            presentation: "filed" | "unavailable";
            /**
             * @description Why the presentation is missing or has no lines.
             * @example no_linkbase
             */
            presentation_reason: string | null;
            columns: components["schemas"]["StatementColumn"][];
            /** @description Periods that only few of the lines have a value in, and that are left out. */
            columns_left_out: number;
            lines: components["schemas"]["FiledLine"][];
        };
        /** @description A financial statement, standardised or as filed. */
        Statement: components["schemas"]["StandardStatement"] | components["schemas"]["FiledStatement"];
        /** @description A page of statements. */
        StatementList: {
            /** @enum {string} */
            object: "list";
            data: components["schemas"]["Statement"][];
            /** @description True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** @description Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * @description The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** @description A ratio with everything it was computed from. */
        Ratio: {
            /** @example current_ratio */
            ratio: string;
            /** @example Current ratio */
            label: string;
            /** @enum {string} */
            group: "margin" | "return" | "liquidity" | "leverage" | "efficiency" | "cash";
            value: number | null;
            /**
             * @description `ratio`, `days`, or the currency of an amount.
             * @example ratio
             */
            unit: string;
            /**
             * @description In names of lines of the standardised statements; those in brackets may be missing.
             * @example current_assets / current_liabilities
             */
            formula: string;
            /** @enum {string} */
            status: "ok" | "unavailable";
            /**
             * @description Why there is no value. Negligible is less than a thousandth of the assets.
             * @enum {string|null}
             */
            reason: "input_not_reported" | "denominator_not_positive" | "denominator_negligible" | null;
            /** @description Lines that the filing does not report. */
            missing: string[];
            /** @description The lines computed with, with their facts. */
            inputs: components["schemas"]["StandardValue"][];
        };
        /** @description The ratios of one period. Nothing is annualised. */
        PeriodRatios: {
            /**
             * @description `year` of an annual report; `quarter` and `year_to_date` of a quarterly one, kept apart; `instant` for balances.
             * @enum {string}
             */
            period_type: "year" | "quarter" | "year_to_date" | "instant";
            /**
             * Format: date
             * @description First day of the period.
             * @example 2025-10-31
             */
            period_start: string | null;
            /**
             * Format: date
             * @description Last day of the period; balances are those of this day.
             * @example 2025-10-31
             */
            period_end: string;
            ratios: components["schemas"]["Ratio"][];
        };
        /** @description The ratios of one annual or quarterly report. */
        RatioReport: {
            /** @enum {string} */
            object: "ratio_report";
            /**
             * @description SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /** @example 10-K */
            form_type: string;
            /**
             * Format: date
             * @description EDGAR's "filed as of date".
             * @example 2025-10-31
             */
            filing_date: string;
            /**
             * Format: date-time
             * @description When EDGAR accepted the filing.
             * @example 2025-10-31T10:01:26Z
             */
            accepted_at: string;
            /**
             * @description Central Index Key: ten digits.
             * @example 0009990001
             */
            cik: string;
            /**
             * @description As on the cover page.
             * @example 10-K
             */
            document_type: string | null;
            /** @description Fiscal year of the document, in the word of its filer. */
            document_fiscal_year: number | null;
            /**
             * @description Fiscal period of the document, in the word of its filer.
             * @example FY
             */
            document_fiscal_period: string | null;
            /**
             * Format: date
             * @description Period end date on the cover page.
             * @example 2025-10-31
             */
            document_period_end: string | null;
            /**
             * @description ISO 4217.
             * @example USD
             */
            currency: string | null;
            /**
             * @description Version of the formulas.
             * @example 1.0.0
             */
            ratios_version: string;
            /**
             * @description Version of the standardised lines.
             * @example 1.0.0
             */
            resolver_version: string;
            periods: components["schemas"]["PeriodRatios"][];
        };
        /** @description A page of reports with their ratios. */
        RatioReportList: {
            /** @enum {string} */
            object: "list";
            data: components["schemas"]["RatioReport"][];
            /** @description True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** @description Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * @description The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** @description What one filing says a fact is. */
        FactVintage: {
            /**
             * @description SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /** @example 10-K/A */
            form_type: string;
            /**
             * Format: date
             * @description EDGAR's "filed as of date".
             * @example 2025-10-31
             */
            filing_date: string;
            /**
             * Format: date-time
             * @description When EDGAR accepted the filing.
             * @example 2025-10-31T10:01:26Z
             */
            accepted_at: string;
            /**
             * @description `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /** @description Position of the fact in the document. */
            position: number;
            value: number;
            /** @description Digits the value is rounded to, as filed. */
            decimals: number | null;
            /** @description The value differs from the one of the filing before by more than the rounding of both explains. */
            restated: boolean;
        };
        /** @description A fact that several filings state - same concept, unit, period and dimensions - with what each of them says. */
        Restatement: {
            /** @enum {string} */
            object: "restatement";
            /**
             * @description Central Index Key: ten digits.
             * @example 0009990001
             */
            cik: string;
            /** @example us-gaap */
            taxonomy: string;
            /** @example NetIncomeLoss */
            tag: string;
            /** @example USD */
            unit: string;
            /**
             * Format: date
             * @description First day of the period; null for an instant.
             * @example 2025-10-31
             */
            period_start: string | null;
            /**
             * Format: date
             * @description Last day of the period; null for an instant.
             * @example 2025-10-31
             */
            period_end: string | null;
            /**
             * Format: date
             * @description The day at whose end the value holds; null for a period.
             * @example 2025-10-31
             */
            instant: string | null;
            /** @description Empty for the whole entity. */
            dimensions: {
                axis: string;
                member: string | null;
                typed_value: string | null;
            }[];
            /** @enum {string} */
            status: "restated" | "unchanged";
            /**
             * Format: date-time
             * @description When the filing that last said something else was accepted.
             * @example 2025-10-31T10:01:26Z
             */
            restated_at: string | null;
            /** @description As first filed. */
            first_value: number;
            /** @description As last filed. */
            latest_value: number;
            /** @description `latest_value` less `first_value`. */
            difference: number;
            /** @description Every filing that states the fact, earliest first. */
            vintages: components["schemas"]["FactVintage"][];
        };
        /** @description A page of facts with their vintages. */
        RestatementList: {
            /** @enum {string} */
            object: "list";
            data: components["schemas"]["Restatement"][];
            /** @description True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** @description Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * @description The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** @description Something a value was computed from. */
        SignalInput: {
            name: string;
            value: (number | string) | null;
            /**
             * @description SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string | null;
            /**
             * @description SHA-256 of the text the input was taken from.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            text_sha256?: string;
        };
        /** @description Something that was read out of a filing, with its evidence. */
        Signal: {
            /** @enum {string} */
            object: "signal";
            /** @example sig_06fpr5v8k0ah3q7yd2m4xw9ezc */
            id: string;
            /** @example rf_added */
            signal_type: string;
            /**
             * @description SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /**
             * @description Central Index Key: ten digits.
             * @example 0009990001
             */
            cik: string;
            /** @example 10-K */
            form_type: string;
            /**
             * Format: date-time
             * @description When EDGAR accepted the filing.
             * @example 2025-10-31T10:01:26Z
             */
            accepted_at: string;
            /**
             * Format: date-time
             * @description When this API first showed the signal.
             * @example 2025-10-31T10:01:26Z
             */
            available_at: string;
            /**
             * Format: date
             * @description The period the filing reports on.
             * @example 2025-10-31
             */
            period_of_report: string | null;
            /** @description In `unit`. */
            value: number | string | boolean;
            unit: string;
            /** @description -1 adverse, 0 neutral, 1 favourable. */
            direction: number;
            status: string;
            /** @description Id of the signal this one replaced. */
            supersedes: string | null;
            extractor: {
                /** @example risk_factor_diff */
                name: string;
                /** @example 1.0.0 */
                version: string;
                /** @enum {string} */
                kind: "deterministic" | "llm";
                /** @description SHA-256 of everything the extractor read. */
                input_sha256: string;
                /** @description SHA-256 of its settings. */
                config_sha256: string;
            };
            /**
             * @description The same input and extractor version give the same fingerprint.
             * @example sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            fingerprint: string;
            evidence: components["schemas"]["Evidence"][];
            inputs: components["schemas"]["SignalInput"][];
        };
        /** @description A page of signals. */
        SignalList: {
            /** @enum {string} */
            object: "list";
            data: components["schemas"]["Signal"][];
            /** @description True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** @description Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * @description The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
            total?: components["schemas"]["Total"];
        };
        /** @description What a signal means and how it is computed. */
        SignalType: {
            /** @enum {string} */
            object: "signal_type";
            /** @example rf_added */
            signal_type: string;
            title: string;
            description: string;
            unit: string;
            range: {
                minimum: number | null;
                maximum: number | null;
            };
            /** @description Forms the signal is read from; empty: every form. */
            form_types: string[];
            /** @description Name of the extractor in the processing ledger. */
            extractor: string;
            evidence_kinds: ("text_span" | "pair" | "header_field" | "xml_path")[];
            /** @description The paper or SEC rule the formula comes from. */
            source: string;
            formula: string;
            /** @description Published effects and disputes: history, never a promise. */
            history: string | null;
        };
        /** @description The catalogue of signals. */
        SignalTypeList: {
            /** @enum {string} */
            object: "list";
            data: components["schemas"]["SignalType"][];
            /** @description True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** @description Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * @description The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** @description The evidence of a signal, checked for this answer. */
        EvidenceList: {
            /** @enum {string} */
            object: "list";
            data: components["schemas"]["Evidence"][];
            /** @description True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** @description Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * @description The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** @description The verdict on a quote. */
        EvidenceVerification: {
            /** @enum {string} */
            object: "evidence_verification";
            /**
             * @description `verified`: the span of the stored text equals the quote, character by character.
             * @enum {string}
             */
            verdict: "verified" | "mismatch";
            /** @description Why it is not verified. */
            fault: string | null;
            /**
             * @description `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /**
             * @description SHA-256 of the text that was sliced; it was computed again for this answer.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            text_sha256: string;
            start: number;
            end: number;
            /** @enum {string} */
            unit: "code_point" | "byte";
            /** @description What stands there, at most 2,000 code points of it. */
            actual: string | null;
            /** @description Where the quote does stand, in the unit asked for; at most 10 places, only when not verified. */
            found_at: {
                start: number;
                end: number;
            }[];
        };
        /** @description What is covered of a form. */
        CoverageRow: {
            /** @enum {string} */
            object: "coverage_row";
            /** @example 10-K */
            form_type: string;
            /** @description Filings available. */
            published: number;
            /** @description Filings being read. */
            pending: number;
            /** @description Filings that could not be read. */
            failed: number;
            /**
             * Format: date-time
             * @description `accepted_at` of the earliest filing.
             * @example 2025-10-31T10:01:26Z
             */
            from: string | null;
            /**
             * Format: date-time
             * @description `accepted_at` of the latest filing.
             * @example 2025-10-31T10:01:26Z
             */
            to: string | null;
        };
        /** @description What is covered, by form. */
        CoverageList: {
            /** @enum {string} */
            object: "list";
            data: components["schemas"]["CoverageRow"][];
            /** @description True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** @description Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * @description The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
            /** @description The companies asked about. */
            entities: {
                cik: string;
                /**
                 * @description `not_covered`: no filing of theirs is known or expected.
                 * @enum {string}
                 */
                status: "covered" | "not_covered";
            }[];
        };
        /** @description Words of the query where they stand. */
        SearchHighlight: {
            /** @description First code point in the canonical text. */
            start: number;
            /** @description Code point after the last. */
            end: number;
            /** @description First UTF-8 byte. */
            byte_start: number;
            /** @description Byte after the last. */
            byte_end: number;
        };
        /** @description A passage of the text. With `document_id`, `document_sha256` and `text_sha256` of the hit it is evidence: it can be sliced out of the text again and verified. */
        SearchSnippet: {
            /** @example 0009990001-25-000003:1:10k.item_1a */
            section_id: string | null;
            /** @description First code point in the canonical text. */
            start: number;
            /** @description Code point after the last. */
            end: number;
            /** @description First UTF-8 byte. */
            byte_start: number;
            /** @description Byte after the last. */
            byte_end: number;
            /** @enum {string} */
            unit: "code_point";
            /** @description The passage, verbatim. */
            quote: string;
            /** @description The words of the query in it; positions in the same text. */
            highlights: components["schemas"]["SearchHighlight"][];
            /** @description A link that makes a browser scroll to the passage on sec.gov and mark it. */
            text_fragment_url: string | null;
        };
        /** @description A document, or a section of one, that fulfils the query. */
        SearchHit: {
            /** @enum {string} */
            object: "search_hit";
            /**
             * @description SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /**
             * @description As EDGAR writes it.
             * @example 10-K
             */
            form_type: string;
            /**
             * Format: date
             * @description EDGAR's "filed as of date".
             * @example 2025-10-31
             */
            filing_date: string;
            /**
             * Format: date-time
             * @description When EDGAR accepted the filing.
             * @example 2025-10-31T10:01:26Z
             */
            accepted_at: string;
            filers: {
                /**
                 * @description What the filer is to this filing.
                 * @example filer
                 */
                role: string;
                /**
                 * @description Central Index Key: ten digits.
                 * @example 0009990001
                 */
                cik: string;
                /** @description As the header of this filing names it. */
                name: string;
            }[];
            /**
             * @description `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /**
             * @description As filed.
             * @example 10-K
             * @example EX-99.1
             */
            document_type: string;
            /** @description Position of the document in the filing. */
            sequence: number;
            /** @description The section that matches; null where the query was asked of whole documents. */
            section_id: string | null;
            /** @example 10k.item_1a */
            section_key: string | null;
            /** @description Only with `sort=relevance`; comparable within one search. */
            relevance: number | null;
            /**
             * @description SHA-256 of the original bytes of the document.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            document_sha256: string;
            /**
             * @description SHA-256 of the canonical text the offsets refer to.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            text_sha256: string;
            /** @description The document on sec.gov; null for fictional filings. */
            source_url: string | null;
            /** @description The passages that show most of the query, in the order of the text. */
            snippets: components["schemas"]["SearchSnippet"][];
        };
        /** @description A page of what was found. */
        SearchHitList: {
            /** @enum {string} */
            object: "list";
            data: components["schemas"]["SearchHit"][];
            /** @description True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** @description Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * @description The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** @description What matches in one period. */
        SearchCount: {
            /** @enum {string} */
            object: "search_count";
            /**
             * Format: date
             * @description First day of the period, by `filing_date`.
             * @example 2025-01-01
             */
            period_start: string;
            /**
             * Format: date
             * @description Last day of the period.
             * @example 2025-12-31
             */
            period_end: string;
            /** @description Documents that match. */
            documents: number;
            /** @description Filings with a document that matches. */
            filings: number;
            by_form: {
                /** @example 10-K */
                form_type: string;
                /** @description Documents that match. */
                documents: number;
                /** @description Filings with a document that matches. */
                filings: number;
            }[];
        };
        /** @description Matches over time; periods without any are left out. */
        SearchCountList: {
            /** @enum {string} */
            object: "list";
            data: components["schemas"]["SearchCount"][];
            /** @description True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** @description Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * @description The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
            /** @description False when more documents can match than were looked at: the latest were, back to `counted_from`. */
            counted_all: boolean;
            /**
             * Format: date-time
             * @description `accepted_at` of the earliest document looked at; null when all were.
             * @example 2025-10-31T10:01:26Z
             */
            counted_from: string | null;
        };
        /** @description Where a hunk stands on one side. */
        DiffSpan: {
            /** @description First code point in the canonical text of this side. */
            start: number;
            /** @description Code point after the last; equal to `start` where this side has nothing. */
            end: number;
            /** @description First UTF-8 byte. */
            byte_start: number;
            /** @description Byte after the last. */
            byte_end: number;
            /** @description The text, verbatim; null where nothing changed, unless `include=equal_text`. */
            quote: string | null;
        };
        /** @description A stretch of both texts that is equal or has changed. */
        DiffHunk: {
            /**
             * @description What makes the one side out of the other. Hunks are in order and tile both texts.
             * @enum {string}
             */
            operation: "equal" | "insert" | "delete" | "replace";
            /**
             * @description By which units the change was found. `coarse`: the texts are too long and too different to look closer. Null for `equal`.
             * @enum {string|null}
             */
            level: "block" | "sentence" | "word" | "coarse" | null;
            /** @description A deletion and an insertion with the same number are one passage that moved, word for word. */
            move: number | null;
            from: components["schemas"]["DiffSpan"];
            to: components["schemas"]["DiffSpan"];
        };
        /** @description One of the two texts of a diff. */
        DiffSide: {
            /**
             * @description SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /**
             * @description As EDGAR writes it.
             * @example 10-K
             */
            form_type: string;
            /**
             * Format: date
             * @description EDGAR's "filed as of date".
             * @example 2025-10-31
             */
            filing_date: string;
            /**
             * Format: date-time
             * @description When EDGAR accepted the filing.
             * @example 2025-10-31T10:01:26Z
             */
            accepted_at: string;
            /**
             * @description `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /** @example 0009990001-25-000003:1:10k.item_1a */
            section_id: string | null;
            /**
             * @description Status of the section; an absent one is compared as an empty text. Null for a document.
             * @enum {string|null}
             */
            section_status: "ok" | "uncertain" | "absent" | null;
            /**
             * @description SHA-256 of the original bytes of the document.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            document_sha256: string;
            /**
             * @description SHA-256 of the canonical text the offsets refer to.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            text_sha256: string;
            /** @description First code point of the compared text in the canonical text. */
            start: number;
            /** @description Code point after the last. */
            end: number;
            byte_start: number;
            byte_end: number;
        };
        /** @description The difference of two texts. Keep what is equal, put in what is new, and the one is the other. */
        Diff: {
            /** @enum {string} */
            object: "diff";
            algorithm: {
                /** @example layered_myers */
                name: string;
                /**
                 * @description A new version can give other hunks for the same texts.
                 * @example 1.0.0
                 */
                version: string;
            };
            /** @description False when the comparison was cut short somewhere: still exact, only coarser than it could be. */
            complete: boolean;
            from: components["schemas"]["DiffSide"];
            to: components["schemas"]["DiffSide"];
            summary: {
                /** @description Code points that both sides have in the same order. */
                equal: number;
                /** @description Code points of `from` that are gone. */
                deleted: number;
                /** @description Code points of `to` that are new. */
                inserted: number;
                /** @description Code points that stand elsewhere; counted in `deleted` and `inserted`, too. */
                moved: number;
                /** @description Twice `equal`, as a share of both lengths. */
                similarity: number;
            };
            hunks: components["schemas"]["DiffHunk"][];
            /**
             * Format: date-time
             * @description The moment the answer is true for.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
        };
        /** @description Something that became visible, or ceased to be current. */
        Change: {
            /** @enum {string} */
            object: "change";
            /** @description Place in the feed. Positions only grow; there may be gaps. */
            position: number;
            /** @example filing.published */
            change_type: string;
            /**
             * @description SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /**
             * @description Central Index Key: ten digits.
             * @example 0009990001
             */
            cik: string | null;
            /** @description Accession number of the filing, `document_id`, or id of the signal. What can happen more than once carries `@` and the number of the custody event. */
            object_id: string;
            /**
             * Format: date-time
             * @description When it happened.
             * @example 2025-10-31T10:01:26Z
             */
            created_at: string;
        };
        /** @description A page of the feed of changes. */
        ChangeList: {
            /** @enum {string} */
            object: "list";
            data: components["schemas"]["Change"][];
            /** @description True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** @description Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * @description The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
            /** @description Position to pass as `after` next time: that of the last entry, or where this page began. */
            last_position: number;
        };
        /** @description An API key of the organisation. The key itself is shown once, when it is made. */
        Key: {
            /** @enum {string} */
            object: "key";
            /** @example key_06fpr5v8k0ah3q7yd2m4xw9ezc */
            id: string;
            name: string;
            /** @enum {string} */
            mode: "live" | "test" | "admin" | "explorer";
            /**
             * @description How the key begins.
             * @example slp_live_
             */
            start: string;
            /**
             * @description How the key ends.
             * @example h3Kq
             */
            last_four: string;
            scopes: string[];
            /** @description Networks the key may be used from; empty: any. */
            allowed_cidrs: string[];
            /**
             * Format: date-time
             * @description When the key was made.
             * @example 2025-10-31T10:01:26Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When the key stops working; null: never.
             * @example 2025-10-31T10:01:26Z
             */
            expires_at: string | null;
            /**
             * Format: date-time
             * @description When the key was revoked.
             * @example 2025-10-31T10:01:26Z
             */
            revoked_at: string | null;
            /**
             * Format: date-time
             * @description When the key was last used, to within seconds.
             * @example 2025-10-31T10:01:26Z
             */
            last_used_at: string | null;
        };
        /** @description The keys of the organisation, latest first. */
        KeyList: {
            /** @enum {string} */
            object: "list";
            data: components["schemas"]["Key"][];
            /** @description True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** @description Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * @description The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** @description What was used in an hour or a day. */
        Usage: {
            /** @enum {string} */
            object: "usage";
            /**
             * Format: date-time
             * @description Beginning of the hour or day, UTC.
             * @example 2025-10-31T10:01:26Z
             */
            period_start: string;
            /**
             * @description Null unless grouped by operation.
             * @example listFilings
             */
            operation_id: string | null;
            /** @description Null unless grouped by key. */
            key_id: string | null;
            /** @description Requests with a valid key, whatever the answer. */
            requests: number;
            /** @description Units billed: only answers with a 2xx status cost anything. */
            cost: number;
            /** @description Requests answered with a status of 400 or more. */
            errors: number;
        };
        /** @description Usage of the organisation, earliest first. */
        UsageList: {
            /** @enum {string} */
            object: "list";
            data: components["schemas"]["Usage"][];
            /** @description True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** @description Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * @description The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** @description Whether this process can serve. */
        Health: {
            /** @enum {string} */
            status: "ok" | "unavailable";
            /** @enum {string} */
            database: "ok" | "unreachable" | "not_migrated" | "not_checked";
        };
        /** @description State of the service and how far the data has come. */
        ServiceStatus: {
            /** @enum {string} */
            object: "service_status";
            /** @enum {string} */
            status: "ok" | "degraded" | "unavailable";
            /** @description The current API version. */
            version: string;
            components: {
                /** @enum {string} */
                database: "ok" | "unreachable" | "not_migrated" | "not_checked";
                /**
                 * @description `degraded`: limits are applied by each process on its own.
                 * @enum {string}
                 */
                limits: "ok" | "degraded";
            };
            pipeline: {
                /**
                 * Format: date-time
                 * @description When the latest accepted filing became available.
                 * @example 2025-10-31T10:01:26Z
                 */
                last_published_at: string | null;
                /**
                 * Format: date-time
                 * @description `accepted_at` of the latest filing.
                 * @example 2025-10-31T10:01:26Z
                 */
                last_accepted_at: string | null;
                /** @description Filings being read. */
                pending: number;
                /** @description Filings that could not be read. */
                failed: number;
            };
            /**
             * Format: date-time
             * @description When this was looked up; at most five seconds ago.
             * @example 2025-10-31T10:01:26Z
             */
            checked_at: string;
        };
    };
    responses: {
        /**
         * @description - `unknown_parameter`: Unknown parameter.
         *     - `invalid_parameter`: Invalid parameter.
         *     - `duplicate_parameter`: Parameter given twice.
         *     - `invalid_request`: Several parts of the request are invalid.
         *     - `invalid_encoding`: The URL is not properly encoded.
         *     - `malformed_request`: Malformed HTTP request.
         *     - `unsupported_version`: Unknown API version.
         *     - `key_in_url`: API key in the URL.
         *     - `invalid_cursor`: Invalid cursor.
         *     - `cursor_expired`: Cursor expired.
         *     - `cursor_filter_mismatch`: The filter changed between pages.
         */
        Problem400WithInvalidCursorCursorExpiredCursorFilterMismatch: {
            headers: {
                "Request-Id": components["headers"]["Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `missing_key`: No API key.
         *     - `invalid_key`: Invalid API key.
         *     - `key_expired`: API key expired.
         *     - `key_revoked`: API key revoked.
         */
        Problem401: {
            headers: {
                "Request-Id": components["headers"]["Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `quota_exceeded`: Monthly quota used up. */
        Problem402: {
            headers: {
                "Request-Id": components["headers"]["Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `insufficient_scope`: The key lacks a scope.
         *     - `ip_not_allowed`: Address not allowed.
         *     - `live_key_in_browser`: Live key in a browser.
         */
        Problem403: {
            headers: {
                "Request-Id": components["headers"]["Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `route_not_found`: No such address. */
        Problem404: {
            headers: {
                "Request-Id": components["headers"]["Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `method_not_allowed`: Method not allowed. */
        Problem405: {
            headers: {
                "Request-Id": components["headers"]["Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `request_timeout`: The request took too long to arrive. */
        Problem408: {
            headers: {
                "Request-Id": components["headers"]["Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `uri_too_long`: URL too long. */
        Problem414: {
            headers: {
                "Request-Id": components["headers"]["Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `expectation_failed`: Expectation failed. */
        Problem417: {
            headers: {
                "Request-Id": components["headers"]["Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `misdirected_request`: Wrong host. */
        Problem421: {
            headers: {
                "Request-Id": components["headers"]["Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `rate_limited`: Too many requests. */
        Problem429: {
            headers: {
                "Request-Id": components["headers"]["Request-Id"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `headers_too_large`: Headers too large. */
        Problem431: {
            headers: {
                "Request-Id": components["headers"]["Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `internal_error`: Internal error. */
        Problem500: {
            headers: {
                "Request-Id": components["headers"]["Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `unavailable`: Temporarily unavailable. */
        Problem503: {
            headers: {
                "Request-Id": components["headers"]["Request-Id"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `unknown_parameter`: Unknown parameter.
         *     - `invalid_parameter`: Invalid parameter.
         *     - `duplicate_parameter`: Parameter given twice.
         *     - `invalid_request`: Several parts of the request are invalid.
         *     - `invalid_encoding`: The URL is not properly encoded.
         *     - `malformed_request`: Malformed HTTP request.
         *     - `unsupported_version`: Unknown API version.
         *     - `key_in_url`: API key in the URL.
         */
        Problem400: {
            headers: {
                "Request-Id": components["headers"]["Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `route_not_found`: No such address.
         *     - `entity_not_found`: Entity not found.
         */
        Problem404WithEntityNotFound: {
            headers: {
                "Request-Id": components["headers"]["Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `unknown_parameter`: Unknown parameter.
         *     - `invalid_parameter`: Invalid parameter.
         *     - `duplicate_parameter`: Parameter given twice.
         *     - `invalid_request`: Several parts of the request are invalid.
         *     - `invalid_encoding`: The URL is not properly encoded.
         *     - `malformed_request`: Malformed HTTP request.
         *     - `unsupported_version`: Unknown API version.
         *     - `key_in_url`: API key in the URL.
         *     - `missing_parameter`: Missing parameter.
         */
        Problem400WithMissingParameter: {
            headers: {
                "Request-Id": components["headers"]["Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `route_not_found`: No such address.
         *     - `not_a_filing_url`: The URL names no filing.
         *     - `filing_not_found`: Filing not found.
         *     - `filing_not_published`: Filing not published yet.
         */
        Problem404WithNotAFilingUrlFilingNotFoundFilingNotPublished: {
            headers: {
                "Request-Id": components["headers"]["Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `route_not_found`: No such address.
         *     - `filing_not_found`: Filing not found.
         *     - `filing_not_published`: Filing not published yet.
         */
        Problem404WithFilingNotFoundFilingNotPublished: {
            headers: {
                "Request-Id": components["headers"]["Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `route_not_found`: No such address.
         *     - `filing_not_found`: Filing not found.
         *     - `filing_not_published`: Filing not published yet.
         *     - `document_not_found`: Document not found.
         */
        Problem404WithFilingNotFoundFilingNotPublishedDocumentNotFound: {
            headers: {
                "Request-Id": components["headers"]["Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `unavailable`: Temporarily unavailable.
         *     - `object_unavailable`: Stored bytes unavailable.
         */
        Problem503WithObjectUnavailable: {
            headers: {
                "Request-Id": components["headers"]["Request-Id"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `route_not_found`: No such address.
         *     - `filing_not_found`: Filing not found.
         *     - `filing_not_published`: Filing not published yet.
         *     - `document_not_found`: Document not found.
         *     - `document_has_no_text`: The document has no canonical text.
         *     - `text_not_found`: Text not found.
         */
        Problem404WithFilingNotFoundFilingNotPublishedDocumentNotFoundDocumentHasNoTextTextNotFound: {
            headers: {
                "Request-Id": components["headers"]["Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `route_not_found`: No such address.
         *     - `filing_not_found`: Filing not found.
         *     - `filing_not_published`: Filing not published yet.
         *     - `section_not_found`: Section not found.
         *     - `section_has_no_text`: The section has no text.
         */
        Problem404WithFilingNotFoundFilingNotPublishedSectionNotFoundSectionHasNoText: {
            headers: {
                "Request-Id": components["headers"]["Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `unknown_parameter`: Unknown parameter.
         *     - `invalid_parameter`: Invalid parameter.
         *     - `duplicate_parameter`: Parameter given twice.
         *     - `invalid_request`: Several parts of the request are invalid.
         *     - `invalid_encoding`: The URL is not properly encoded.
         *     - `malformed_request`: Malformed HTTP request.
         *     - `unsupported_version`: Unknown API version.
         *     - `key_in_url`: API key in the URL.
         *     - `invalid_cursor`: Invalid cursor.
         *     - `cursor_expired`: Cursor expired.
         *     - `cursor_filter_mismatch`: The filter changed between pages.
         *     - `missing_parameter`: Missing parameter.
         */
        Problem400WithInvalidCursorCursorExpiredCursorFilterMismatchMissingParameter: {
            headers: {
                "Request-Id": components["headers"]["Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `route_not_found`: No such address.
         *     - `filing_not_found`: Filing not found.
         */
        Problem404WithFilingNotFound: {
            headers: {
                "Request-Id": components["headers"]["Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `route_not_found`: No such address.
         *     - `signal_not_found`: Signal not found.
         *     - `signal_superseded`: Signal superseded.
         */
        Problem404WithSignalNotFoundSignalSuperseded: {
            headers: {
                "Request-Id": components["headers"]["Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `unknown_parameter`: Unknown parameter.
         *     - `invalid_parameter`: Invalid parameter.
         *     - `duplicate_parameter`: Parameter given twice.
         *     - `invalid_request`: Several parts of the request are invalid.
         *     - `invalid_encoding`: The URL is not properly encoded.
         *     - `malformed_request`: Malformed HTTP request.
         *     - `unsupported_version`: Unknown API version.
         *     - `key_in_url`: API key in the URL.
         *     - `invalid_json`: The body is not valid JSON.
         *     - `unknown_field`: Unknown field.
         *     - `invalid_field`: Invalid field.
         *     - `missing_field`: Missing field.
         */
        Problem400WithInvalidJsonUnknownFieldInvalidFieldMissingField: {
            headers: {
                "Request-Id": components["headers"]["Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `route_not_found`: No such address.
         *     - `text_not_found`: Text not found.
         */
        Problem404WithTextNotFound: {
            headers: {
                "Request-Id": components["headers"]["Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `body_too_large`: Body too large. */
        Problem413WithBodyTooLarge: {
            headers: {
                "Request-Id": components["headers"]["Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `unsupported_media_type`: Unsupported media type. */
        Problem415WithUnsupportedMediaType: {
            headers: {
                "Request-Id": components["headers"]["Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `unknown_parameter`: Unknown parameter.
         *     - `invalid_parameter`: Invalid parameter.
         *     - `duplicate_parameter`: Parameter given twice.
         *     - `invalid_request`: Several parts of the request are invalid.
         *     - `invalid_encoding`: The URL is not properly encoded.
         *     - `malformed_request`: Malformed HTTP request.
         *     - `unsupported_version`: Unknown API version.
         *     - `key_in_url`: API key in the URL.
         *     - `invalid_cursor`: Invalid cursor.
         *     - `cursor_expired`: Cursor expired.
         *     - `cursor_filter_mismatch`: The filter changed between pages.
         *     - `missing_parameter`: Missing parameter.
         *     - `invalid_query`: The query cannot be read.
         */
        Problem400WithInvalidCursorCursorExpiredCursorFilterMismatchMissingParameterInvalidQuery: {
            headers: {
                "Request-Id": components["headers"]["Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `unknown_parameter`: Unknown parameter.
         *     - `invalid_parameter`: Invalid parameter.
         *     - `duplicate_parameter`: Parameter given twice.
         *     - `invalid_request`: Several parts of the request are invalid.
         *     - `invalid_encoding`: The URL is not properly encoded.
         *     - `malformed_request`: Malformed HTTP request.
         *     - `unsupported_version`: Unknown API version.
         *     - `key_in_url`: API key in the URL.
         *     - `missing_parameter`: Missing parameter.
         *     - `invalid_query`: The query cannot be read.
         */
        Problem400WithMissingParameterInvalidQuery: {
            headers: {
                "Request-Id": components["headers"]["Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `unknown_parameter`: Unknown parameter.
         *     - `invalid_parameter`: Invalid parameter.
         *     - `duplicate_parameter`: Parameter given twice.
         *     - `invalid_request`: Several parts of the request are invalid.
         *     - `invalid_encoding`: The URL is not properly encoded.
         *     - `malformed_request`: Malformed HTTP request.
         *     - `unsupported_version`: Unknown API version.
         *     - `key_in_url`: API key in the URL.
         *     - `missing_parameter`: Missing parameter.
         *     - `diff_too_large`: Texts too long to compare.
         */
        Problem400WithMissingParameterDiffTooLarge: {
            headers: {
                "Request-Id": components["headers"]["Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `route_not_found`: No such address.
         *     - `filing_not_found`: Filing not found.
         *     - `filing_not_published`: Filing not published yet.
         *     - `document_not_found`: Document not found.
         *     - `document_has_no_text`: The document has no canonical text.
         *     - `section_not_found`: Section not found.
         *     - `section_has_no_text`: The section has no text.
         */
        Problem404WithFilingNotFoundFilingNotPublishedDocumentNotFoundDocumentHasNoTextSectionNotFoundSectionHasNoText: {
            headers: {
                "Request-Id": components["headers"]["Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `unknown_parameter`: Unknown parameter.
         *     - `invalid_parameter`: Invalid parameter.
         *     - `duplicate_parameter`: Parameter given twice.
         *     - `invalid_request`: Several parts of the request are invalid.
         *     - `invalid_encoding`: The URL is not properly encoded.
         *     - `malformed_request`: Malformed HTTP request.
         *     - `unsupported_version`: Unknown API version.
         */
        Problem400Public: {
            headers: {
                "Request-Id": components["headers"]["Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description Pins the behaviour of the API to a version. */
        LatentVersion: "2026-11-01";
        /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
        ClientRequestId: string;
    };
    requestBodies: never;
    headers: {
        /** @description The id of this request. Quote it when you report a problem. */
        "Request-Id": string;
        /** @description A weak validator; send it back as `If-None-Match` and a 304 costs nothing. */
        ETag: string;
        /** @description The version that answered. */
        "Latent-Version": string;
        /** @description Units of the monthly quota this answer cost. */
        "Latent-Cost": number;
        /** @description What is left of each limit (IETF draft). */
        RateLimit: string;
        /** @description The limits of the organisation (IETF draft). */
        "RateLimit-Policy": string;
        /** @description Seconds to wait before the request can succeed. */
        "Retry-After": number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listEntities: {
        parameters: {
            query?: {
                /**
                 * @description Beginning of any word of a present or former name, and what follows it. Case does not matter.
                 * @example harbor light
                 */
                q?: string;
                /** @description Central Index Key, with or without leading zeros. Several values mean any of them. */
                cik?: string[];
                /** @description Ticker as it is today. Several values mean any of them. */
                ticker?: string[];
                /** @description Standard Industrial Classification. Several values mean any of them. */
                sic?: string[];
                /** @description State or country of incorporation in EDGAR's codes. Several values mean any of them. */
                state_of_incorporation?: string[];
                /** @description Adds `total`, the number of matches. */
                include?: "total"[];
                /** @description Entries per page. */
                limit?: number;
                /** @description `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of entities. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    ETag: components["headers"]["ETag"];
                    "Latent-Cost": components["headers"]["Latent-Cost"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntityList"];
                };
            };
            400: components["responses"]["Problem400WithInvalidCursorCursorExpiredCursorFilterMismatch"];
            401: components["responses"]["Problem401"];
            402: components["responses"]["Problem402"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getEntity: {
        parameters: {
            query?: never;
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path: {
                /**
                 * @description Central Index Key, with or without leading zeros.
                 * @example 0009990001
                 */
                cik: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A company, fund or person that filings name. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    ETag: components["headers"]["ETag"];
                    "Latent-Cost": components["headers"]["Latent-Cost"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entity"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            402: components["responses"]["Problem402"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404WithEntityNotFound"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listEntityNames: {
        parameters: {
            query?: never;
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path: {
                /**
                 * @description Central Index Key, with or without leading zeros.
                 * @example 0009990001
                 */
                cik: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All names of an entity, the current one first. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    ETag: components["headers"]["ETag"];
                    "Latent-Cost": components["headers"]["Latent-Cost"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntityNameList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            402: components["responses"]["Problem402"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404WithEntityNotFound"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listEntityTickers: {
        parameters: {
            query?: never;
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path: {
                /**
                 * @description Central Index Key, with or without leading zeros.
                 * @example 0009990001
                 */
                cik: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tickers of an entity. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    ETag: components["headers"]["ETag"];
                    "Latent-Cost": components["headers"]["Latent-Cost"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntityTickerList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            402: components["responses"]["Problem402"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404WithEntityNotFound"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listFilings: {
        parameters: {
            query?: {
                /** @description Central Index Key of anybody the filing names, with or without leading zeros. Several values mean any of them. */
                cik?: string[];
                /** @description Ticker of a company as it is today. Several values mean any of them. */
                ticker?: string[];
                /** @description Form type as EDGAR writes it; `10-K` does not include `10-K/A`. Several values mean any of them. */
                form_type?: string[];
                /** @description Item of an 8-K as filed, such as `5.02`; `1` to `12` before August 2004. Several values mean any of them. */
                item_code?: string[];
                /** @description Filings that amend this one. Several values mean any of them. */
                amends?: string[];
                /**
                 * @description `accepted_at` at or after this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_gte?: string;
                /**
                 * @description `accepted_at` after this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_gt?: string;
                /**
                 * @description `accepted_at` at or before this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_lte?: string;
                /**
                 * @description `accepted_at` before this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_lt?: string;
                /**
                 * @description `filing_date` exactly.
                 * @example 2025-10-31
                 */
                filing_date?: string;
                /**
                 * @description `filing_date` at or after this value.
                 * @example 2025-10-31
                 */
                filing_date_gte?: string;
                /**
                 * @description `filing_date` after this value.
                 * @example 2025-10-31
                 */
                filing_date_gt?: string;
                /**
                 * @description `filing_date` at or before this value.
                 * @example 2025-10-31
                 */
                filing_date_lte?: string;
                /**
                 * @description `filing_date` before this value.
                 * @example 2025-10-31
                 */
                filing_date_lt?: string;
                /**
                 * @description `period_of_report` exactly.
                 * @example 2025-10-31
                 */
                period_of_report?: string;
                /**
                 * @description `period_of_report` at or after this value.
                 * @example 2025-10-31
                 */
                period_of_report_gte?: string;
                /**
                 * @description `period_of_report` after this value.
                 * @example 2025-10-31
                 */
                period_of_report_gt?: string;
                /**
                 * @description `period_of_report` at or before this value.
                 * @example 2025-10-31
                 */
                period_of_report_lte?: string;
                /**
                 * @description `period_of_report` before this value.
                 * @example 2025-10-31
                 */
                period_of_report_lt?: string;
                /** @description Latest first, or earliest. */
                sort?: "-accepted_at" | "accepted_at";
                /** @description Adds `total`, the number of matches. */
                include?: "total"[];
                /**
                 * @description Answer as this API would have answered at this moment. Default: now. Must not be in the future.
                 * @example 2025-10-31T10:01:26Z
                 */
                as_of?: string;
                /** @description Entries per page. */
                limit?: number;
                /** @description `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of filings. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    ETag: components["headers"]["ETag"];
                    "Latent-Cost": components["headers"]["Latent-Cost"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilingList"];
                };
            };
            400: components["responses"]["Problem400WithInvalidCursorCursorExpiredCursorFilterMismatch"];
            401: components["responses"]["Problem401"];
            402: components["responses"]["Problem402"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    resolveFilingUrl: {
        parameters: {
            query: {
                /**
                 * @description Any URL EDGAR uses for a filing: a document, a folder, an index page, an inline viewer link.
                 * @example https://www.sec.gov/Archives/edgar/data/9900001/000999000125000004/0009990001-25-000003-index.htm
                 */
                url: string;
                /**
                 * @description Answer as this API would have answered at this moment. Default: now. Must not be in the future.
                 * @example 2025-10-31T10:01:26Z
                 */
                as_of?: string;
            };
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The filing an EDGAR URL points at. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    ETag: components["headers"]["ETag"];
                    "Latent-Cost": components["headers"]["Latent-Cost"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResolvedUrl"];
                };
            };
            400: components["responses"]["Problem400WithMissingParameter"];
            401: components["responses"]["Problem401"];
            402: components["responses"]["Problem402"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404WithNotAFilingUrlFilingNotFoundFilingNotPublished"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getFiling: {
        parameters: {
            query?: {
                /**
                 * @description Answer as this API would have answered at this moment. Default: now. Must not be in the future.
                 * @example 2025-10-31T10:01:26Z
                 */
                as_of?: string;
            };
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path: {
                /**
                 * @description Accession number, with dashes or as 18 digits.
                 * @example 0009990001-25-000003
                 */
                accession_number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A submission with all its header says and what became of its bytes. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    ETag: components["headers"]["ETag"];
                    "Latent-Cost": components["headers"]["Latent-Cost"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilingDetail"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            402: components["responses"]["Problem402"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404WithFilingNotFoundFilingNotPublished"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listRelatedFilings: {
        parameters: {
            query?: {
                /**
                 * @description Answer as this API would have answered at this moment. Default: now. Must not be in the future.
                 * @example 2025-10-31T10:01:26Z
                 */
                as_of?: string;
            };
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path: {
                /**
                 * @description Accession number, with dashes or as 18 digits.
                 * @example 0009990001-25-000003
                 */
                accession_number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Filings that belong to a filing. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    ETag: components["headers"]["ETag"];
                    "Latent-Cost": components["headers"]["Latent-Cost"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RelatedFilingList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            402: components["responses"]["Problem402"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404WithFilingNotFoundFilingNotPublished"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listDocuments: {
        parameters: {
            query?: {
                /**
                 * @description Answer as this API would have answered at this moment. Default: now. Must not be in the future.
                 * @example 2025-10-31T10:01:26Z
                 */
                as_of?: string;
                /** @description Entries per page. */
                limit?: number;
                /** @description `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path: {
                /**
                 * @description Accession number, with dashes or as 18 digits.
                 * @example 0009990001-25-000003
                 */
                accession_number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The documents of a filing. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    ETag: components["headers"]["ETag"];
                    "Latent-Cost": components["headers"]["Latent-Cost"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentList"];
                };
            };
            400: components["responses"]["Problem400WithInvalidCursorCursorExpiredCursorFilterMismatch"];
            401: components["responses"]["Problem401"];
            402: components["responses"]["Problem402"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404WithFilingNotFoundFilingNotPublished"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getDocument: {
        parameters: {
            query?: {
                /**
                 * @description Answer as this API would have answered at this moment. Default: now. Must not be in the future.
                 * @example 2025-10-31T10:01:26Z
                 */
                as_of?: string;
            };
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path: {
                /**
                 * @description Accession number, with dashes or as 18 digits.
                 * @example 0009990001-25-000003
                 */
                accession_number: string;
                /**
                 * @description Position of the document in the filing.
                 * @example 1
                 */
                sequence: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document, or its original bytes when `Accept` asks for anything but JSON. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    ETag: components["headers"]["ETag"];
                    "Latent-Cost": components["headers"]["Latent-Cost"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                    "application/octet-stream": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            402: components["responses"]["Problem402"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404WithFilingNotFoundFilingNotPublishedDocumentNotFound"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503WithObjectUnavailable"];
        };
    };
    getDocumentText: {
        parameters: {
            query?: {
                /** @description `markdown` is a rendering of the same span; offsets always refer to the text. */
                format?: "text" | "markdown";
                /** @description First code point. Default 0. */
                offset?: number;
                /** @description At most this many code points. Default: to the end. */
                max_chars?: number;
                /** @description Ask for exactly this text; the answer is then immutable. Another text is a 404. */
                text_sha256?: string;
                /**
                 * @description Answer as this API would have answered at this moment. Default: now. Must not be in the future.
                 * @example 2025-10-31T10:01:26Z
                 */
                as_of?: string;
            };
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path: {
                /**
                 * @description Accession number, with dashes or as 18 digits.
                 * @example 0009990001-25-000003
                 */
                accession_number: string;
                /**
                 * @description Position of the document in the filing.
                 * @example 1
                 */
                sequence: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The text with its offsets, or the text alone when `Accept` prefers `text/plain`. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    ETag: components["headers"]["ETag"];
                    "Latent-Cost": components["headers"]["Latent-Cost"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentText"];
                    "text/plain": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            402: components["responses"]["Problem402"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404WithFilingNotFoundFilingNotPublishedDocumentNotFoundDocumentHasNoTextTextNotFound"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503WithObjectUnavailable"];
        };
    };
    listSections: {
        parameters: {
            query?: {
                /** @description Only the document at this position of the filing. */
                sequence?: number;
                /** @description Key of a section. Several values mean any of them. */
                section_key?: string[];
                /** @description Status of the section. Several values mean any of them. */
                status?: ("ok" | "uncertain" | "absent" | "failed")[];
                /**
                 * @description Answer as this API would have answered at this moment. Default: now. Must not be in the future.
                 * @example 2025-10-31T10:01:26Z
                 */
                as_of?: string;
                /** @description Entries per page. */
                limit?: number;
                /** @description `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path: {
                /**
                 * @description Accession number, with dashes or as 18 digits.
                 * @example 0009990001-25-000003
                 */
                accession_number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sections of a filing. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    ETag: components["headers"]["ETag"];
                    "Latent-Cost": components["headers"]["Latent-Cost"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SectionList"];
                };
            };
            400: components["responses"]["Problem400WithInvalidCursorCursorExpiredCursorFilterMismatch"];
            401: components["responses"]["Problem401"];
            402: components["responses"]["Problem402"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404WithFilingNotFoundFilingNotPublished"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getSection: {
        parameters: {
            query?: {
                /** @description `markdown` is a rendering of the same span; offsets always refer to the text. */
                format?: "text" | "markdown";
                /** @description Only the document at this position of the filing. */
                sequence?: number;
                /**
                 * @description Answer as this API would have answered at this moment. Default: now. Must not be in the future.
                 * @example 2025-10-31T10:01:26Z
                 */
                as_of?: string;
            };
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path: {
                /**
                 * @description Accession number, with dashes or as 18 digits.
                 * @example 0009990001-25-000003
                 */
                accession_number: string;
                /**
                 * @description Key of a section.
                 * @example 10k.item_1a
                 */
                section_key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The section with its text, or the text alone when `Accept` prefers `text/plain`. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    ETag: components["headers"]["ETag"];
                    "Latent-Cost": components["headers"]["Latent-Cost"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SectionText"];
                    "text/plain": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            402: components["responses"]["Problem402"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404WithFilingNotFoundFilingNotPublishedSectionNotFoundSectionHasNoText"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503WithObjectUnavailable"];
        };
    };
    listFilingFacts: {
        parameters: {
            query?: {
                /** @description Taxonomy: `us-gaap`, `dei`, `ifrs-full`, the prefix of an extension. Several values mean any of them. */
                taxonomy?: string[];
                /** @description Tag, without a prefix. Several values mean any of them. */
                tag?: string[];
                /** @description Unit. Several values mean any of them. */
                unit?: string[];
                /** @description `none`: only facts about the whole entity. */
                dimensions?: "none" | "any";
                /** @description Only facts of this document. */
                sequence?: number;
                /**
                 * @description Answer as this API would have answered at this moment. Default: now. Must not be in the future.
                 * @example 2025-10-31T10:01:26Z
                 */
                as_of?: string;
                /** @description Entries per page. */
                limit?: number;
                /** @description `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path: {
                /**
                 * @description Accession number, with dashes or as 18 digits.
                 * @example 0009990001-25-000003
                 */
                accession_number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of facts. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    ETag: components["headers"]["ETag"];
                    "Latent-Cost": components["headers"]["Latent-Cost"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactList"];
                };
            };
            400: components["responses"]["Problem400WithInvalidCursorCursorExpiredCursorFilterMismatch"];
            401: components["responses"]["Problem401"];
            402: components["responses"]["Problem402"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404WithFilingNotFoundFilingNotPublished"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listFacts: {
        parameters: {
            query?: {
                /** @description CIK of the entity the facts are about. Several values mean any of them. */
                cik?: string[];
                /** @description Ticker of the entity as it is today. Several values mean any of them. */
                ticker?: string[];
                /** @description Accession number of the filing. Several values mean any of them. */
                accession_number?: string[];
                /** @description Form type as EDGAR writes it; `10-K` does not include `10-K/A`. Several values mean any of them. */
                form_type?: string[];
                /** @description Taxonomy: `us-gaap`, `dei`, `ifrs-full`, the prefix of an extension. Several values mean any of them. */
                taxonomy?: string[];
                /** @description Tag, without a prefix. Several values mean any of them. */
                tag?: string[];
                /** @description Unit. Several values mean any of them. */
                unit?: string[];
                /** @description `none`: only facts about the whole entity. */
                dimensions?: "none" | "any";
                /** @description Calendar frame of the period: `CY2024`, `CY2024Q1`, `CY2024Q1I`. Several values mean any of them. */
                frame?: string[];
                /**
                 * @description `period_start` at or after this value.
                 * @example 2025-10-31
                 */
                period_start_gte?: string;
                /**
                 * @description `period_start` after this value.
                 * @example 2025-10-31
                 */
                period_start_gt?: string;
                /**
                 * @description `period_start` at or before this value.
                 * @example 2025-10-31
                 */
                period_start_lte?: string;
                /**
                 * @description `period_start` before this value.
                 * @example 2025-10-31
                 */
                period_start_lt?: string;
                /**
                 * @description `period_end` at or after this value.
                 * @example 2025-10-31
                 */
                period_end_gte?: string;
                /**
                 * @description `period_end` after this value.
                 * @example 2025-10-31
                 */
                period_end_gt?: string;
                /**
                 * @description `period_end` at or before this value.
                 * @example 2025-10-31
                 */
                period_end_lte?: string;
                /**
                 * @description `period_end` before this value.
                 * @example 2025-10-31
                 */
                period_end_lt?: string;
                /**
                 * @description `instant` at or after this value.
                 * @example 2025-10-31
                 */
                instant_gte?: string;
                /**
                 * @description `instant` after this value.
                 * @example 2025-10-31
                 */
                instant_gt?: string;
                /**
                 * @description `instant` at or before this value.
                 * @example 2025-10-31
                 */
                instant_lte?: string;
                /**
                 * @description `instant` before this value.
                 * @example 2025-10-31
                 */
                instant_lt?: string;
                /**
                 * @description `accepted_at` at or after this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_gte?: string;
                /**
                 * @description `accepted_at` after this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_gt?: string;
                /**
                 * @description `accepted_at` at or before this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_lte?: string;
                /**
                 * @description `accepted_at` before this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_lt?: string;
                /** @description Latest filing first, or earliest. */
                sort?: "-accepted_at" | "accepted_at";
                /**
                 * @description Answer as this API would have answered at this moment. Default: now. Must not be in the future.
                 * @example 2025-10-31T10:01:26Z
                 */
                as_of?: string;
                /** @description Entries per page. */
                limit?: number;
                /** @description `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of facts. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    ETag: components["headers"]["ETag"];
                    "Latent-Cost": components["headers"]["Latent-Cost"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactList"];
                };
            };
            400: components["responses"]["Problem400WithInvalidCursorCursorExpiredCursorFilterMismatchMissingParameter"];
            401: components["responses"]["Problem401"];
            402: components["responses"]["Problem402"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listFrames: {
        parameters: {
            query: {
                /**
                 * @description Taxonomy of the tag.
                 * @example us-gaap
                 */
                taxonomy?: string;
                /**
                 * @description Tag, without a prefix.
                 * @example Assets
                 */
                tag: string;
                /**
                 * @description Unit.
                 * @example USD
                 */
                unit?: string;
                /**
                 * @description Calendar frame of the period: `CY2024` for years (365 days, give or take 30), `CY2024Q1` for quarters (91 days, give or take 30), `CY2024Q1I` for moments.
                 * @example CY2024
                 */
                period: string;
                /**
                 * @description Answer as this API would have answered at this moment. Default: now. Must not be in the future.
                 * @example 2025-10-31T10:01:26Z
                 */
                as_of?: string;
                /** @description Entries per page. */
                limit?: number;
                /** @description `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of facts. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    ETag: components["headers"]["ETag"];
                    "Latent-Cost": components["headers"]["Latent-Cost"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactList"];
                };
            };
            400: components["responses"]["Problem400WithInvalidCursorCursorExpiredCursorFilterMismatchMissingParameter"];
            401: components["responses"]["Problem401"];
            402: components["responses"]["Problem402"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listProcessing: {
        parameters: {
            query?: never;
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path: {
                /**
                 * @description Accession number, with dashes or as 18 digits.
                 * @example 0009990001-25-000003
                 */
                accession_number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The processing ledger of a filing. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    ETag: components["headers"]["ETag"];
                    "Latent-Cost": components["headers"]["Latent-Cost"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProcessingList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            402: components["responses"]["Problem402"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404WithFilingNotFound"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listInsiderTransactions: {
        parameters: {
            query?: {
                /** @description CIK of the issuer, the company whose securities these are. Several values mean any of them. */
                cik?: string[];
                /** @description Ticker of the issuer as it is today. Several values mean any of them. */
                ticker?: string[];
                /** @description CIK of a reporting owner, joint owners included. Several values mean any of them. */
                owner_cik?: string[];
                /** @description `as_filed`: every row of every form. `net`: without the rows that an amendment corrects or another owner had reported; rows an amendment does not mention stand. */
                view?: "as_filed" | "net";
                /** @description Form type. Several values mean any of them. */
                form_type?: ("3" | "3/A" | "4" | "4/A" | "5" | "5/A")[];
                /** @description Accession number of the filing. Several values mean any of them. */
                accession_number?: string[];
                /** @description Transaction code. Several values mean any of them. */
                transaction_code?: string[];
                /** @description Acquired or disposed of. Several values mean any of them. */
                acquired_disposed?: ("A" | "D")[];
                /**
                 * @description `accepted_at` at or after this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_gte?: string;
                /**
                 * @description `accepted_at` after this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_gt?: string;
                /**
                 * @description `accepted_at` at or before this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_lte?: string;
                /**
                 * @description `accepted_at` before this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_lt?: string;
                /**
                 * @description `transaction_date` at or after this value.
                 * @example 2025-10-31
                 */
                transaction_date_gte?: string;
                /**
                 * @description `transaction_date` after this value.
                 * @example 2025-10-31
                 */
                transaction_date_gt?: string;
                /**
                 * @description `transaction_date` at or before this value.
                 * @example 2025-10-31
                 */
                transaction_date_lte?: string;
                /**
                 * @description `transaction_date` before this value.
                 * @example 2025-10-31
                 */
                transaction_date_lt?: string;
                /** @description Latest first, or earliest. */
                sort?: "-accepted_at" | "accepted_at";
                /**
                 * @description Answer as this API would have answered at this moment. Default: now. Must not be in the future.
                 * @example 2025-10-31T10:01:26Z
                 */
                as_of?: string;
                /** @description Entries per page. */
                limit?: number;
                /** @description `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of transactions. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    ETag: components["headers"]["ETag"];
                    "Latent-Cost": components["headers"]["Latent-Cost"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InsiderTransactionList"];
                };
            };
            400: components["responses"]["Problem400WithInvalidCursorCursorExpiredCursorFilterMismatch"];
            401: components["responses"]["Problem401"];
            402: components["responses"]["Problem402"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listInsiderHoldings: {
        parameters: {
            query?: {
                /** @description CIK of the issuer, the company whose securities these are. Several values mean any of them. */
                cik?: string[];
                /** @description Ticker of the issuer as it is today. Several values mean any of them. */
                ticker?: string[];
                /** @description CIK of the owner. Several values mean any of them. */
                owner_cik?: string[];
                /** @description Table I or II of the form. Several values mean any of them. */
                table?: ("non_derivative" | "derivative")[];
                /** @description Also what the owner was last known to hold none of. */
                include_zero?: boolean;
                /**
                 * @description Answer as this API would have answered at this moment. Default: now. Must not be in the future.
                 * @example 2025-10-31T10:01:26Z
                 */
                as_of?: string;
                /** @description Entries per page. */
                limit?: number;
                /** @description `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of holdings. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    ETag: components["headers"]["ETag"];
                    "Latent-Cost": components["headers"]["Latent-Cost"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InsiderHoldingList"];
                };
            };
            400: components["responses"]["Problem400WithInvalidCursorCursorExpiredCursorFilterMismatch"];
            401: components["responses"]["Problem401"];
            402: components["responses"]["Problem402"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listProposedSales: {
        parameters: {
            query?: {
                /** @description CIK of the issuer, the company whose securities these are. Several values mean any of them. */
                cik?: string[];
                /** @description Ticker of the issuer as it is today. Several values mean any of them. */
                ticker?: string[];
                /** @description CIK of whoever filed the notice. Several values mean any of them. */
                seller_cik?: string[];
                /** @description Form type. Several values mean any of them. */
                form_type?: ("144" | "144/A")[];
                /** @description Accession number of the filing. Several values mean any of them. */
                accession_number?: string[];
                /**
                 * @description `accepted_at` at or after this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_gte?: string;
                /**
                 * @description `accepted_at` after this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_gt?: string;
                /**
                 * @description `accepted_at` at or before this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_lte?: string;
                /**
                 * @description `accepted_at` before this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_lt?: string;
                /**
                 * @description `notice_date` at or after this value.
                 * @example 2025-10-31
                 */
                notice_date_gte?: string;
                /**
                 * @description `notice_date` after this value.
                 * @example 2025-10-31
                 */
                notice_date_gt?: string;
                /**
                 * @description `notice_date` at or before this value.
                 * @example 2025-10-31
                 */
                notice_date_lte?: string;
                /**
                 * @description `notice_date` before this value.
                 * @example 2025-10-31
                 */
                notice_date_lt?: string;
                /** @description Latest first, or earliest. */
                sort?: "-accepted_at" | "accepted_at";
                /**
                 * @description Answer as this API would have answered at this moment. Default: now. Must not be in the future.
                 * @example 2025-10-31T10:01:26Z
                 */
                as_of?: string;
                /** @description Entries per page. */
                limit?: number;
                /** @description `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of notices. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    ETag: components["headers"]["ETag"];
                    "Latent-Cost": components["headers"]["Latent-Cost"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposedSaleList"];
                };
            };
            400: components["responses"]["Problem400WithInvalidCursorCursorExpiredCursorFilterMismatch"];
            401: components["responses"]["Problem401"];
            402: components["responses"]["Problem402"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listBeneficialOwnership: {
        parameters: {
            query?: {
                /** @description CIK of the issuer, the company whose securities these are. Several values mean any of them. */
                cik?: string[];
                /** @description Ticker of the issuer as it is today. Several values mean any of them. */
                ticker?: string[];
                /** @description CIK of a reporting person. Several values mean any of them. */
                person_cik?: string[];
                /** @description Name of a reporting person or the beginning of it; case, punctuation and words such as Inc. do not matter. Several values mean any of them. */
                person_name?: string[];
                /** @description Form type. Several values mean any of them. */
                form_type?: ("SC 13D" | "SC 13D/A" | "SC 13G" | "SC 13G/A" | "SCHEDULE 13D" | "SCHEDULE 13D/A" | "SCHEDULE 13G" | "SCHEDULE 13G/A")[];
                /** @description Accession number of the filing. Several values mean any of them. */
                accession_number?: string[];
                /** @description A person owns at least this many per cent. */
                percent_of_class_gte?: number;
                /** @description A person owns at most this many per cent. */
                percent_of_class_lte?: number;
                /**
                 * @description `accepted_at` at or after this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_gte?: string;
                /**
                 * @description `accepted_at` after this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_gt?: string;
                /**
                 * @description `accepted_at` at or before this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_lte?: string;
                /**
                 * @description `accepted_at` before this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_lt?: string;
                /**
                 * @description `event_date` at or after this value.
                 * @example 2025-10-31
                 */
                event_date_gte?: string;
                /**
                 * @description `event_date` after this value.
                 * @example 2025-10-31
                 */
                event_date_gt?: string;
                /**
                 * @description `event_date` at or before this value.
                 * @example 2025-10-31
                 */
                event_date_lte?: string;
                /**
                 * @description `event_date` before this value.
                 * @example 2025-10-31
                 */
                event_date_lt?: string;
                /** @description `latest`: only schedules that are the latest word of one of their persons on the issuer. */
                view?: "all" | "latest";
                /** @description `items`: the texts of the items. Several values mean any of them. */
                include?: "items"[];
                /** @description Latest first, or earliest. */
                sort?: "-accepted_at" | "accepted_at";
                /**
                 * @description Answer as this API would have answered at this moment. Default: now. Must not be in the future.
                 * @example 2025-10-31T10:01:26Z
                 */
                as_of?: string;
                /** @description Entries per page. */
                limit?: number;
                /** @description `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of schedules. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    ETag: components["headers"]["ETag"];
                    "Latent-Cost": components["headers"]["Latent-Cost"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BeneficialOwnershipList"];
                };
            };
            400: components["responses"]["Problem400WithInvalidCursorCursorExpiredCursorFilterMismatch"];
            401: components["responses"]["Problem401"];
            402: components["responses"]["Problem402"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listHoldings: {
        parameters: {
            query?: {
                /** @description CIK of the manager that filed the report. Several values mean any of them. */
                cik?: string[];
                /** @description CUSIP of the security. Several values mean any of them. */
                cusip?: string[];
                /** @description Beginning of the issuer's name, in any case. */
                issuer_name?: string;
                /** @description End of the quarter. Several values mean any of them. */
                period_of_report?: string[];
                /**
                 * @description `period_of_report` at or after this value.
                 * @example 2025-10-31
                 */
                period_of_report_gte?: string;
                /**
                 * @description `period_of_report` after this value.
                 * @example 2025-10-31
                 */
                period_of_report_gt?: string;
                /**
                 * @description `period_of_report` at or before this value.
                 * @example 2025-10-31
                 */
                period_of_report_lte?: string;
                /**
                 * @description `period_of_report` before this value.
                 * @example 2025-10-31
                 */
                period_of_report_lt?: string;
                /** @description `as_filed`: every report as it stands. `net`: after the amendments known at `as_of`: a restatement takes the place of what it restates, new holdings are added once. */
                view?: "as_filed" | "net";
                /** @description Options only, of these kinds. Several values mean any of them. */
                put_call?: ("put" | "call")[];
                /** @description Form type. Several values mean any of them. */
                form_type?: ("13F-HR" | "13F-HR/A" | "13F-NT" | "13F-NT/A")[];
                /** @description Accession number of the filing. Several values mean any of them. */
                accession_number?: string[];
                /**
                 * @description `accepted_at` at or after this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_gte?: string;
                /**
                 * @description `accepted_at` after this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_gt?: string;
                /**
                 * @description `accepted_at` at or before this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_lte?: string;
                /**
                 * @description `accepted_at` before this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_lt?: string;
                /** @description Latest first, or earliest. */
                sort?: "-accepted_at" | "accepted_at";
                /**
                 * @description Answer as this API would have answered at this moment. Default: now. Must not be in the future.
                 * @example 2025-10-31T10:01:26Z
                 */
                as_of?: string;
                /** @description Entries per page. */
                limit?: number;
                /** @description `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of holdings. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    ETag: components["headers"]["ETag"];
                    "Latent-Cost": components["headers"]["Latent-Cost"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldingList"];
                };
            };
            400: components["responses"]["Problem400WithInvalidCursorCursorExpiredCursorFilterMismatch"];
            401: components["responses"]["Problem401"];
            402: components["responses"]["Problem402"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listHoldingChanges: {
        parameters: {
            query: {
                /**
                 * @description Central Index Key, with or without leading zeros.
                 * @example 0009990001
                 */
                cik: string;
                /**
                 * @description End of the quarter to compare with the one before. Default: the latest reported.
                 * @example 2024-12-31
                 */
                period_of_report?: string;
                /** @description CUSIP of the security. Several values mean any of them. */
                cusip?: string[];
                /** @description Kinds of change. Several values mean any of them. */
                change?: ("new" | "closed" | "increased" | "decreased" | "unchanged" | "unknown")[];
                /**
                 * @description Answer as this API would have answered at this moment. Default: now. Must not be in the future.
                 * @example 2025-10-31T10:01:26Z
                 */
                as_of?: string;
                /** @description Entries per page. */
                limit?: number;
                /** @description `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of changes. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    ETag: components["headers"]["ETag"];
                    "Latent-Cost": components["headers"]["Latent-Cost"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldingChangeList"];
                };
            };
            400: components["responses"]["Problem400WithInvalidCursorCursorExpiredCursorFilterMismatchMissingParameter"];
            401: components["responses"]["Problem401"];
            402: components["responses"]["Problem402"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listFundReports: {
        parameters: {
            query?: {
                /** @description CIK of the registrant. Several values mean any of them. */
                cik?: string[];
                /** @description Series of the registrant. Several values mean any of them. */
                series_id?: string[];
                /** @description Accession number of the filing. Several values mean any of them. */
                accession_number?: string[];
                /**
                 * @description `accepted_at` at or after this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_gte?: string;
                /**
                 * @description `accepted_at` after this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_gt?: string;
                /**
                 * @description `accepted_at` at or before this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_lte?: string;
                /**
                 * @description `accepted_at` before this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_lt?: string;
                /** @description Latest first, or earliest. */
                sort?: "-accepted_at" | "accepted_at";
                /**
                 * @description Answer as this API would have answered at this moment. Default: now. Must not be in the future.
                 * @example 2025-10-31T10:01:26Z
                 */
                as_of?: string;
                /** @description Entries per page. */
                limit?: number;
                /** @description `next_cursor` of the page before, unchanged. */
                cursor?: string;
                /** @description Kind of report. Several values mean any of them. */
                report_type?: ("portfolio" | "census" | "votes" | "registration_fee")[];
                /** @description Form type. Several values mean any of them. */
                form_type?: ("NPORT-P" | "NPORT-P/A" | "NPORT-NP" | "NPORT-NP/A" | "N-CEN" | "N-CEN/A" | "N-PX" | "N-PX/A" | "24F-2NT" | "24F-2NT/A")[];
                /**
                 * @description `period_of_report` at or after this value.
                 * @example 2025-10-31
                 */
                period_of_report_gte?: string;
                /**
                 * @description `period_of_report` after this value.
                 * @example 2025-10-31
                 */
                period_of_report_gt?: string;
                /**
                 * @description `period_of_report` at or before this value.
                 * @example 2025-10-31
                 */
                period_of_report_lte?: string;
                /**
                 * @description `period_of_report` before this value.
                 * @example 2025-10-31
                 */
                period_of_report_lt?: string;
            };
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of reports. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    ETag: components["headers"]["ETag"];
                    "Latent-Cost": components["headers"]["Latent-Cost"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundReportList"];
                };
            };
            400: components["responses"]["Problem400WithInvalidCursorCursorExpiredCursorFilterMismatch"];
            401: components["responses"]["Problem401"];
            402: components["responses"]["Problem402"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listFundHoldings: {
        parameters: {
            query?: {
                /** @description CIK of the registrant. Several values mean any of them. */
                cik?: string[];
                /** @description Series of the registrant. Several values mean any of them. */
                series_id?: string[];
                /** @description Accession number of the filing. Several values mean any of them. */
                accession_number?: string[];
                /**
                 * @description `accepted_at` at or after this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_gte?: string;
                /**
                 * @description `accepted_at` after this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_gt?: string;
                /**
                 * @description `accepted_at` at or before this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_lte?: string;
                /**
                 * @description `accepted_at` before this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_lt?: string;
                /** @description Latest first, or earliest. */
                sort?: "-accepted_at" | "accepted_at";
                /**
                 * @description Answer as this API would have answered at this moment. Default: now. Must not be in the future.
                 * @example 2025-10-31T10:01:26Z
                 */
                as_of?: string;
                /** @description Entries per page. */
                limit?: number;
                /** @description `next_cursor` of the page before, unchanged. */
                cursor?: string;
                /** @description CUSIP of the security. Several values mean any of them. */
                cusip?: string[];
                /** @description ISIN of the security. Several values mean any of them. */
                isin?: string[];
            };
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of positions. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    ETag: components["headers"]["ETag"];
                    "Latent-Cost": components["headers"]["Latent-Cost"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundHoldingList"];
                };
            };
            400: components["responses"]["Problem400WithInvalidCursorCursorExpiredCursorFilterMismatch"];
            401: components["responses"]["Problem401"];
            402: components["responses"]["Problem402"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listProxyVotes: {
        parameters: {
            query?: {
                /** @description CIK of the registrant. Several values mean any of them. */
                cik?: string[];
                /** @description Series of the registrant. Several values mean any of them. */
                series_id?: string[];
                /** @description Accession number of the filing. Several values mean any of them. */
                accession_number?: string[];
                /**
                 * @description `accepted_at` at or after this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_gte?: string;
                /**
                 * @description `accepted_at` after this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_gt?: string;
                /**
                 * @description `accepted_at` at or before this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_lte?: string;
                /**
                 * @description `accepted_at` before this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_lt?: string;
                /** @description Latest first, or earliest. */
                sort?: "-accepted_at" | "accepted_at";
                /**
                 * @description Answer as this API would have answered at this moment. Default: now. Must not be in the future.
                 * @example 2025-10-31T10:01:26Z
                 */
                as_of?: string;
                /** @description Entries per page. */
                limit?: number;
                /** @description `next_cursor` of the page before, unchanged. */
                cursor?: string;
                /** @description CUSIP of the security. Several values mean any of them. */
                cusip?: string[];
                /** @description ISIN of the security. Several values mean any of them. */
                isin?: string[];
                /**
                 * @description `meeting_date` at or after this value.
                 * @example 2025-10-31
                 */
                meeting_date_gte?: string;
                /**
                 * @description `meeting_date` after this value.
                 * @example 2025-10-31
                 */
                meeting_date_gt?: string;
                /**
                 * @description `meeting_date` at or before this value.
                 * @example 2025-10-31
                 */
                meeting_date_lte?: string;
                /**
                 * @description `meeting_date` before this value.
                 * @example 2025-10-31
                 */
                meeting_date_lt?: string;
            };
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of votes. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    ETag: components["headers"]["ETag"];
                    "Latent-Cost": components["headers"]["Latent-Cost"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProxyVoteList"];
                };
            };
            400: components["responses"]["Problem400WithInvalidCursorCursorExpiredCursorFilterMismatch"];
            401: components["responses"]["Problem401"];
            402: components["responses"]["Problem402"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listSubsidiaries: {
        parameters: {
            query?: {
                /** @description CIK of the parent. Several values mean any of them. */
                cik?: string[];
                /** @description Ticker of the parent as it is today. Several values mean any of them. */
                ticker?: string[];
                /** @description Beginning of the name, in any case. */
                name?: string;
                /** @description Place as listed, exactly. Several values mean any of them. */
                jurisdiction?: string[];
                /** @description Form type. Several values mean any of them. */
                form_type?: ("10-K" | "10-K/A" | "10-K405" | "10-KT" | "20-F" | "20-F/A" | "S-1" | "S-1/A" | "S-4" | "S-4/A")[];
                /** @description Accession number of the filing. Several values mean any of them. */
                accession_number?: string[];
                /**
                 * @description `accepted_at` at or after this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_gte?: string;
                /**
                 * @description `accepted_at` after this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_gt?: string;
                /**
                 * @description `accepted_at` at or before this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_lte?: string;
                /**
                 * @description `accepted_at` before this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_lt?: string;
                /** @description Latest first, or earliest. */
                sort?: "-accepted_at" | "accepted_at";
                /**
                 * @description Answer as this API would have answered at this moment. Default: now. Must not be in the future.
                 * @example 2025-10-31T10:01:26Z
                 */
                as_of?: string;
                /** @description Entries per page. */
                limit?: number;
                /** @description `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of subsidiaries. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    ETag: components["headers"]["ETag"];
                    "Latent-Cost": components["headers"]["Latent-Cost"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubsidiaryList"];
                };
            };
            400: components["responses"]["Problem400WithInvalidCursorCursorExpiredCursorFilterMismatch"];
            401: components["responses"]["Problem401"];
            402: components["responses"]["Problem402"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listOfferings: {
        parameters: {
            query?: {
                /** @description CIK of an issuer. Several values mean any of them. */
                cik?: string[];
                /** @description Ticker of the issuer as it is today. Several values mean any of them. */
                ticker?: string[];
                /** @description Rules under which securities are offered. Several values mean any of them. */
                offering_type?: ("regulation_d" | "regulation_crowdfunding" | "regulation_a" | "registered")[];
                /** @description What the document is to the offering. Several values mean any of them. */
                stage?: ("notice" | "offering_statement" | "progress_update" | "annual_report" | "exit_report" | "termination" | "withdrawal" | "registration" | "prospectus")[];
                /** @description Exemption claimed on Form D. Several values mean any of them. */
                exemption?: string[];
                /** @description `total_amount` at or above this value. */
                total_amount_gte?: number;
                /** @description `total_amount` at or below this value. */
                total_amount_lte?: number;
                /** @description Form type. Several values mean any of them. */
                form_type?: ("D" | "D/A" | "C" | "C/A" | "C-W" | "C/A-W" | "C-U" | "C-U-W" | "C-AR" | "C-AR/A" | "C-AR-W" | "C-TR" | "C-TR-W" | "1-A" | "1-A/A" | "1-A POS" | "1-K" | "1-K/A" | "1-Z" | "1-Z/A" | "424B1" | "424B2" | "424B3" | "424B4" | "424B5" | "424B7" | "424B8")[];
                /** @description Accession number of the filing. Several values mean any of them. */
                accession_number?: string[];
                /**
                 * @description `accepted_at` at or after this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_gte?: string;
                /**
                 * @description `accepted_at` after this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_gt?: string;
                /**
                 * @description `accepted_at` at or before this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_lte?: string;
                /**
                 * @description `accepted_at` before this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_lt?: string;
                /** @description Latest first, or earliest. */
                sort?: "-accepted_at" | "accepted_at";
                /**
                 * @description Answer as this API would have answered at this moment. Default: now. Must not be in the future.
                 * @example 2025-10-31T10:01:26Z
                 */
                as_of?: string;
                /** @description Entries per page. */
                limit?: number;
                /** @description `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of offerings. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    ETag: components["headers"]["ETag"];
                    "Latent-Cost": components["headers"]["Latent-Cost"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferingList"];
                };
            };
            400: components["responses"]["Problem400WithInvalidCursorCursorExpiredCursorFilterMismatch"];
            401: components["responses"]["Problem401"];
            402: components["responses"]["Problem402"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description CIK of a company the report is about. Several values mean any of them. */
                cik?: string[];
                /** @description Ticker of the company as it is today. Several values mean any of them. */
                ticker?: string[];
                /** @description What the items report. Several values mean any of them. */
                event_type?: ("acquisition_or_disposition_completed" | "asset_backed_alternative_filing" | "asset_backed_disclosure_updated" | "asset_backed_distribution_missed" | "asset_backed_informational_material" | "asset_backed_servicer_or_trustee_changed" | "asset_backed_static_pool" | "asset_backed_support_changed" | "auditor_changed" | "bankruptcy_or_receivership" | "benefit_plan_trading_suspended" | "charter_or_fiscal_year_changed" | "code_of_ethics_changed" | "control_changed" | "cybersecurity_incident" | "delisting_notice" | "exit_or_disposal_costs" | "financial_obligation_accelerated" | "financial_obligation_created" | "financial_statements_and_exhibits" | "financial_statements_not_reliable" | "material_agreement_entered" | "material_agreement_terminated" | "material_impairment" | "mine_safety_violation" | "officers_or_directors_changed" | "other_events" | "regulation_fd_disclosure" | "results_of_operations" | "security_holder_rights_modified" | "shareholder_director_nominations" | "shareholder_vote" | "shell_company_status_changed" | "unregistered_sale_of_equity")[];
                /** @description Item of Form 8-K. Several values mean any of them. */
                item_code?: string[];
                /** @description Form type. Several values mean any of them. */
                form_type?: ("8-K" | "8-K/A" | "8-K12B" | "8-K12B/A" | "8-K12G3" | "8-K12G3/A" | "8-K15D5" | "8-K15D5/A")[];
                /** @description Accession number of the filing. Several values mean any of them. */
                accession_number?: string[];
                /**
                 * @description `event_date` at or after this value.
                 * @example 2025-10-31
                 */
                event_date_gte?: string;
                /**
                 * @description `event_date` after this value.
                 * @example 2025-10-31
                 */
                event_date_gt?: string;
                /**
                 * @description `event_date` at or before this value.
                 * @example 2025-10-31
                 */
                event_date_lte?: string;
                /**
                 * @description `event_date` before this value.
                 * @example 2025-10-31
                 */
                event_date_lt?: string;
                /**
                 * @description `accepted_at` at or after this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_gte?: string;
                /**
                 * @description `accepted_at` after this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_gt?: string;
                /**
                 * @description `accepted_at` at or before this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_lte?: string;
                /**
                 * @description `accepted_at` before this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_lt?: string;
                /** @description Latest first, or earliest. */
                sort?: "-accepted_at" | "accepted_at";
                /**
                 * @description Answer as this API would have answered at this moment. Default: now. Must not be in the future.
                 * @example 2025-10-31T10:01:26Z
                 */
                as_of?: string;
                /** @description Entries per page. */
                limit?: number;
                /** @description `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of events. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    ETag: components["headers"]["ETag"];
                    "Latent-Cost": components["headers"]["Latent-Cost"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventList"];
                };
            };
            400: components["responses"]["Problem400WithInvalidCursorCursorExpiredCursorFilterMismatch"];
            401: components["responses"]["Problem401"];
            402: components["responses"]["Problem402"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listStatements: {
        parameters: {
            query?: {
                /** @description `standardized`: the same lines for every company, each with its source. `as_filed`: lines, order and labels of the filer. */
                view?: "standardized" | "as_filed";
                /** @description Kind of statement. Without it, `as_filed` gives the main statements and leaves out notes. Several values mean any of them. */
                statement?: ("balance_sheet" | "income_statement" | "comprehensive_income" | "cash_flow" | "equity" | "cover" | "notes" | "other")[];
                /** @description Accession number of the filing. Several values mean any of them. */
                accession_number?: string[];
                /** @description Fiscal year of the document, in the word of its filer. Several values mean any of them. */
                document_fiscal_year?: number[];
                /** @description Fiscal period of the document, in the word of its filer. Several values mean any of them. */
                document_fiscal_period?: ("FY" | "Q1" | "Q2" | "Q3" | "Q4" | "H1" | "H2")[];
                /** @description Length of the period; only with `view=standardized`. Several values mean any of them. */
                period_type?: ("year" | "quarter" | "year_to_date" | "instant")[];
                /** @description Latest filing first, or earliest. */
                sort?: "-accepted_at" | "accepted_at";
                /**
                 * @description Answer as this API would have answered at this moment. Default: now. Must not be in the future.
                 * @example 2025-10-31T10:01:26Z
                 */
                as_of?: string;
                /** @description Entries per page. */
                limit?: number;
                /** @description `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path: {
                /**
                 * @description Central Index Key, with or without leading zeros.
                 * @example 0009990001
                 */
                cik: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of statements. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    ETag: components["headers"]["ETag"];
                    "Latent-Cost": components["headers"]["Latent-Cost"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatementList"];
                };
            };
            400: components["responses"]["Problem400WithInvalidCursorCursorExpiredCursorFilterMismatch"];
            401: components["responses"]["Problem401"];
            402: components["responses"]["Problem402"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404WithEntityNotFound"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listRatios: {
        parameters: {
            query?: {
                /** @description Name of the ratio. Several values mean any of them. */
                ratio?: ("gross_margin" | "operating_margin" | "pretax_margin" | "net_margin" | "research_intensity" | "sga_to_revenues" | "effective_tax_rate" | "return_on_assets" | "return_on_equity" | "return_on_capital" | "current_ratio" | "quick_ratio" | "cash_ratio" | "debt_to_equity" | "debt_to_assets" | "liabilities_to_assets" | "equity_to_assets" | "interest_coverage" | "asset_turnover" | "inventory_turnover" | "receivables_turnover" | "days_sales_outstanding" | "days_inventory" | "days_payable" | "operating_cash_to_net_income" | "operating_cash_margin" | "capital_expenditures_to_revenues" | "payout_ratio" | "free_cash_flow" | "working_capital")[];
                /** @description Accession number of the filing. Several values mean any of them. */
                accession_number?: string[];
                /** @description Fiscal year of the document, in the word of its filer. Several values mean any of them. */
                document_fiscal_year?: number[];
                /** @description Fiscal period of the document, in the word of its filer. Several values mean any of them. */
                document_fiscal_period?: ("FY" | "Q1" | "Q2" | "Q3" | "Q4" | "H1" | "H2")[];
                /** @description Length of the period. Several values mean any of them. */
                period_type?: ("year" | "quarter" | "year_to_date")[];
                /** @description Latest filing first, or earliest. */
                sort?: "-accepted_at" | "accepted_at";
                /**
                 * @description Answer as this API would have answered at this moment. Default: now. Must not be in the future.
                 * @example 2025-10-31T10:01:26Z
                 */
                as_of?: string;
                /** @description Entries per page. */
                limit?: number;
                /** @description `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path: {
                /**
                 * @description Central Index Key, with or without leading zeros.
                 * @example 0009990001
                 */
                cik: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of reports with their ratios. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    ETag: components["headers"]["ETag"];
                    "Latent-Cost": components["headers"]["Latent-Cost"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RatioReportList"];
                };
            };
            400: components["responses"]["Problem400WithInvalidCursorCursorExpiredCursorFilterMismatch"];
            401: components["responses"]["Problem401"];
            402: components["responses"]["Problem402"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404WithEntityNotFound"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listRestatements: {
        parameters: {
            query?: {
                /** @description Taxonomy. Several values mean any of them. */
                taxonomy?: string[];
                /** @description Tag. Several values mean any of them. */
                tag?: string[];
                /** @description Unit. Several values mean any of them. */
                unit?: string[];
                /** @description `none`: facts of the whole entity only. */
                dimensions?: "none" | "any";
                /** @description `all`: also facts that every filing agrees on. */
                status?: "restated" | "all";
                /**
                 * @description `restated_at` at or after this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                restated_at_gte?: string;
                /**
                 * @description `restated_at` after this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                restated_at_gt?: string;
                /**
                 * @description `restated_at` at or before this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                restated_at_lte?: string;
                /**
                 * @description `restated_at` before this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                restated_at_lt?: string;
                /**
                 * @description Answer as this API would have answered at this moment. Default: now. Must not be in the future.
                 * @example 2025-10-31T10:01:26Z
                 */
                as_of?: string;
                /** @description Entries per page. */
                limit?: number;
                /** @description `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path: {
                /**
                 * @description Central Index Key, with or without leading zeros.
                 * @example 0009990001
                 */
                cik: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of facts with their vintages. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    ETag: components["headers"]["ETag"];
                    "Latent-Cost": components["headers"]["Latent-Cost"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RestatementList"];
                };
            };
            400: components["responses"]["Problem400WithInvalidCursorCursorExpiredCursorFilterMismatch"];
            401: components["responses"]["Problem401"];
            402: components["responses"]["Problem402"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404WithEntityNotFound"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listSignals: {
        parameters: {
            query?: {
                /** @description Signal type. Several values mean any of them. */
                signal_type?: ("event_8k" | "filing_size_log" | "text_sim_cosine" | "text_sim_jaccard" | "text_sim_min_edit" | "text_sim_simple" | "rf_added" | "rf_removed" | "rf_modified")[];
                /** @description Central Index Key of anybody the filing names, with or without leading zeros. Several values mean any of them. */
                cik?: string[];
                /** @description Ticker of a company as it is today. Several values mean any of them. */
                ticker?: string[];
                /** @description Form type as EDGAR writes it; `10-K` does not include `10-K/A`. Several values mean any of them. */
                form_type?: string[];
                /** @description Accession number of the filing. Several values mean any of them. */
                accession_number?: string[];
                /** @description -1 adverse, 0 neutral, 1 favourable. Several values mean any of them. */
                direction?: ("-1" | "0" | "1")[];
                /**
                 * @description `accepted_at` at or after this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_gte?: string;
                /**
                 * @description `accepted_at` after this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_gt?: string;
                /**
                 * @description `accepted_at` at or before this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_lte?: string;
                /**
                 * @description `accepted_at` before this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_lt?: string;
                /**
                 * @description `period_of_report` at or after this value.
                 * @example 2025-10-31
                 */
                period_of_report_gte?: string;
                /**
                 * @description `period_of_report` after this value.
                 * @example 2025-10-31
                 */
                period_of_report_gt?: string;
                /**
                 * @description `period_of_report` at or before this value.
                 * @example 2025-10-31
                 */
                period_of_report_lte?: string;
                /**
                 * @description `period_of_report` before this value.
                 * @example 2025-10-31
                 */
                period_of_report_lt?: string;
                /** @description Latest first, or earliest. */
                sort?: "-accepted_at" | "accepted_at";
                /** @description Adds `total`, the number of matches. */
                include?: "total"[];
                /**
                 * @description Answer as this API would have answered at this moment. Default: now. Must not be in the future.
                 * @example 2025-10-31T10:01:26Z
                 */
                as_of?: string;
                /** @description Entries per page. */
                limit?: number;
                /** @description `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of signals. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    ETag: components["headers"]["ETag"];
                    "Latent-Cost": components["headers"]["Latent-Cost"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignalList"];
                };
            };
            400: components["responses"]["Problem400WithInvalidCursorCursorExpiredCursorFilterMismatch"];
            401: components["responses"]["Problem401"];
            402: components["responses"]["Problem402"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getSignal: {
        parameters: {
            query?: {
                /**
                 * @description Answer as this API would have answered at this moment. Default: now. Must not be in the future.
                 * @example 2025-10-31T10:01:26Z
                 */
                as_of?: string;
            };
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path: {
                /**
                 * @description Id of a signal.
                 * @example sig_06fpr5v8k0ah3q7yd2m4xw9ezc
                 */
                signal_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Something that was read out of a filing, with its evidence. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    ETag: components["headers"]["ETag"];
                    "Latent-Cost": components["headers"]["Latent-Cost"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signal"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            402: components["responses"]["Problem402"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404WithSignalNotFoundSignalSuperseded"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listEvidence: {
        parameters: {
            query?: {
                /**
                 * @description Answer as this API would have answered at this moment. Default: now. Must not be in the future.
                 * @example 2025-10-31T10:01:26Z
                 */
                as_of?: string;
            };
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path: {
                /**
                 * @description Id of a signal.
                 * @example sig_06fpr5v8k0ah3q7yd2m4xw9ezc
                 */
                signal_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The evidence of a signal, checked for this answer. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    ETag: components["headers"]["ETag"];
                    "Latent-Cost": components["headers"]["Latent-Cost"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            402: components["responses"]["Problem402"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404WithSignalNotFoundSignalSuperseded"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listSignalTypes: {
        parameters: {
            query?: never;
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The catalogue of signals. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    ETag: components["headers"]["ETag"];
                    "Latent-Cost": components["headers"]["Latent-Cost"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignalTypeList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            402: components["responses"]["Problem402"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    verifyEvidence: {
        parameters: {
            query?: never;
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description SHA-256 of the canonical text. */
                    text_sha256: string;
                    /** @description First position of the quote. */
                    start: number;
                    /** @description Position after the last. */
                    end: number;
                    /** @description What should stand there. */
                    quote: string;
                    /**
                     * @description What `start` and `end` count.
                     * @default code_point
                     * @enum {string}
                     */
                    unit?: "code_point" | "byte";
                };
            };
        };
        responses: {
            /** @description The verdict on a quote. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    ETag: components["headers"]["ETag"];
                    "Latent-Cost": components["headers"]["Latent-Cost"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceVerification"];
                };
            };
            400: components["responses"]["Problem400WithInvalidJsonUnknownFieldInvalidFieldMissingField"];
            401: components["responses"]["Problem401"];
            402: components["responses"]["Problem402"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404WithTextNotFound"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            413: components["responses"]["Problem413WithBodyTooLarge"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415WithUnsupportedMediaType"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503WithObjectUnavailable"];
        };
    };
    listCoverage: {
        parameters: {
            query?: {
                /** @description Central Index Key of anybody the filing names, with or without leading zeros. Several values mean any of them. */
                cik?: string[];
                /** @description Ticker of a company as it is today. Several values mean any of them. */
                ticker?: string[];
                /** @description Form type as EDGAR writes it; `10-K` does not include `10-K/A`. Several values mean any of them. */
                form_type?: string[];
                /**
                 * @description Answer as this API would have answered at this moment. Default: now. Must not be in the future.
                 * @example 2025-10-31T10:01:26Z
                 */
                as_of?: string;
            };
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is covered, by form. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    ETag: components["headers"]["ETag"];
                    "Latent-Cost": components["headers"]["Latent-Cost"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverageList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            402: components["responses"]["Problem402"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    searchDocuments: {
        parameters: {
            query: {
                /**
                 * @description Words, `"phrases"`, `prefix*`, AND, OR, NOT (or `-`) and parentheses; words side by side are all wanted. At most 64 words.
                 * @example "going concern" AND (liquidity OR covenant*) NOT insurance
                 */
                q: string;
                /** @description Central Index Key of anybody the filing names, with or without leading zeros. Several values mean any of them. */
                cik?: string[];
                /** @description Ticker of a company as it is today. Several values mean any of them. */
                ticker?: string[];
                /** @description Form type as EDGAR writes it; `10-K` does not include `10-K/A`. Several values mean any of them. */
                form_type?: string[];
                /** @description Key of a section. The section, not the whole document, must then fulfil the query. Several values mean any of them. */
                section_key?: string[];
                /**
                 * @description `accepted_at` at or after this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_gte?: string;
                /**
                 * @description `accepted_at` after this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_gt?: string;
                /**
                 * @description `accepted_at` at or before this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_lte?: string;
                /**
                 * @description `accepted_at` before this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_lt?: string;
                /**
                 * @description `filing_date` exactly.
                 * @example 2025-10-31
                 */
                filing_date?: string;
                /**
                 * @description `filing_date` at or after this value.
                 * @example 2025-10-31
                 */
                filing_date_gte?: string;
                /**
                 * @description `filing_date` after this value.
                 * @example 2025-10-31
                 */
                filing_date_gt?: string;
                /**
                 * @description `filing_date` at or before this value.
                 * @example 2025-10-31
                 */
                filing_date_lte?: string;
                /**
                 * @description `filing_date` before this value.
                 * @example 2025-10-31
                 */
                filing_date_lt?: string;
                /**
                 * @description Answer as this API would have answered at this moment. Default: now. Must not be in the future.
                 * @example 2025-10-31T10:01:26Z
                 */
                as_of?: string;
                /** @description Latest first, earliest first, or those that say it most often; the latest 1000 documents that can match are ranked. */
                sort?: "-accepted_at" | "accepted_at" | "relevance";
                /** @description `next_cursor` of the page before, unchanged. */
                cursor?: string;
                /** @description Entries per page. A page can hold fewer and still not be the last: rare phrases of common words are looked for in parts. */
                limit?: number;
            };
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of what was found. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    ETag: components["headers"]["ETag"];
                    "Latent-Cost": components["headers"]["Latent-Cost"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchHitList"];
                };
            };
            400: components["responses"]["Problem400WithInvalidCursorCursorExpiredCursorFilterMismatchMissingParameterInvalidQuery"];
            401: components["responses"]["Problem401"];
            402: components["responses"]["Problem402"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503WithObjectUnavailable"];
        };
    };
    listSearchCounts: {
        parameters: {
            query: {
                /**
                 * @description Words, `"phrases"`, `prefix*`, AND, OR, NOT (or `-`) and parentheses; words side by side are all wanted. At most 64 words.
                 * @example "going concern" AND (liquidity OR covenant*) NOT insurance
                 */
                q: string;
                /** @description Central Index Key of anybody the filing names, with or without leading zeros. Several values mean any of them. */
                cik?: string[];
                /** @description Ticker of a company as it is today. Several values mean any of them. */
                ticker?: string[];
                /** @description Form type as EDGAR writes it; `10-K` does not include `10-K/A`. Several values mean any of them. */
                form_type?: string[];
                /** @description Key of a section. The section, not the whole document, must then fulfil the query. Several values mean any of them. */
                section_key?: string[];
                /**
                 * @description `accepted_at` at or after this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_gte?: string;
                /**
                 * @description `accepted_at` after this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_gt?: string;
                /**
                 * @description `accepted_at` at or before this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_lte?: string;
                /**
                 * @description `accepted_at` before this value.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at_lt?: string;
                /**
                 * @description `filing_date` exactly.
                 * @example 2025-10-31
                 */
                filing_date?: string;
                /**
                 * @description `filing_date` at or after this value.
                 * @example 2025-10-31
                 */
                filing_date_gte?: string;
                /**
                 * @description `filing_date` after this value.
                 * @example 2025-10-31
                 */
                filing_date_gt?: string;
                /**
                 * @description `filing_date` at or before this value.
                 * @example 2025-10-31
                 */
                filing_date_lte?: string;
                /**
                 * @description `filing_date` before this value.
                 * @example 2025-10-31
                 */
                filing_date_lt?: string;
                /**
                 * @description Answer as this API would have answered at this moment. Default: now. Must not be in the future.
                 * @example 2025-10-31T10:01:26Z
                 */
                as_of?: string;
                /** @description Length of a period. */
                interval?: "month" | "quarter" | "year";
            };
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Matches over time; periods without any are left out. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    ETag: components["headers"]["ETag"];
                    "Latent-Cost": components["headers"]["Latent-Cost"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchCountList"];
                };
            };
            400: components["responses"]["Problem400WithMissingParameterInvalidQuery"];
            401: components["responses"]["Problem401"];
            402: components["responses"]["Problem402"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getDiff: {
        parameters: {
            query: {
                /**
                 * @description The text that is compared: an accession number (its main document, or the section `section_key`), a `document_id`, or a `section_id`.
                 * @example 0009990001-24-000012
                 */
                from: string;
                /**
                 * @description The text it is compared with: an accession number (its main document, or the section `section_key`), a `document_id`, or a `section_id`.
                 * @example 0009990001-24-000012
                 */
                to: string;
                /**
                 * @description Section of both sides; not together with a `section_id`.
                 * @example 10k.item_1a
                 */
                section_key?: string;
                /** @description `equal_text` adds the text of the hunks in which nothing changed. */
                include?: "equal_text"[];
                /**
                 * @description Answer as this API would have answered at this moment. Default: now. Must not be in the future.
                 * @example 2025-10-31T10:01:26Z
                 */
                as_of?: string;
            };
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The difference of two texts. Keep what is equal, put in what is new, and the one is the other. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    ETag: components["headers"]["ETag"];
                    "Latent-Cost": components["headers"]["Latent-Cost"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Diff"];
                };
            };
            400: components["responses"]["Problem400WithMissingParameterDiffTooLarge"];
            401: components["responses"]["Problem401"];
            402: components["responses"]["Problem402"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404WithFilingNotFoundFilingNotPublishedDocumentNotFoundDocumentHasNoTextSectionNotFoundSectionHasNoText"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503WithObjectUnavailable"];
        };
    };
    listChanges: {
        parameters: {
            query?: {
                /** @description Only changes after this position: resumes a feed. Default 0, the beginning. */
                after?: number;
                /** @description Type of change. Several values mean any of them. */
                change_type?: ("filing.published" | "filing.changed" | "filing.withdrawn" | "document.changed" | "signal.created" | "signal.superseded")[];
                /** @description Company the change belongs to. Several values mean any of them. */
                cik?: string[];
                /** @description Accession number of the filing. Several values mean any of them. */
                accession_number?: string[];
                /** @description Entries per page. */
                limit?: number;
                /** @description `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the feed of changes. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    ETag: components["headers"]["ETag"];
                    "Latent-Cost": components["headers"]["Latent-Cost"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeList"];
                };
            };
            400: components["responses"]["Problem400WithInvalidCursorCursorExpiredCursorFilterMismatch"];
            401: components["responses"]["Problem401"];
            402: components["responses"]["Problem402"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listKeys: {
        parameters: {
            query?: {
                /** @description Entries per page. */
                limit?: number;
                /** @description `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys of the organisation, latest first. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    ETag: components["headers"]["ETag"];
                    "Latent-Cost": components["headers"]["Latent-Cost"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyList"];
                };
            };
            400: components["responses"]["Problem400WithInvalidCursorCursorExpiredCursorFilterMismatch"];
            401: components["responses"]["Problem401"];
            402: components["responses"]["Problem402"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listUsage: {
        parameters: {
            query?: {
                /**
                 * @description Beginning, taken back to the full hour. Default: 30 days before `to`.
                 * @example 2025-10-31T10:01:26Z
                 */
                from?: string;
                /**
                 * @description End, not included. Default: now.
                 * @example 2025-10-31T10:01:26Z
                 */
                to?: string;
                /** @description Length of a period. */
                granularity?: "day" | "hour";
                /** @description Separate rows per operation, per key, or both. Default: one row per period. */
                group_by?: ("operation" | "key")[];
                /** @description Operation. Several values mean any of them. */
                operation_id?: string[];
                /** @description Key. Several values mean any of them. */
                key_id?: string[];
                /** @description Entries per page. */
                limit?: number;
                /** @description `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Usage of the organisation, earliest first. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    ETag: components["headers"]["ETag"];
                    "Latent-Cost": components["headers"]["Latent-Cost"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageList"];
                };
            };
            400: components["responses"]["Problem400WithInvalidCursorCursorExpiredCursorFilterMismatch"];
            401: components["responses"]["Problem401"];
            402: components["responses"]["Problem402"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The database answers and its schema is current. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            400: components["responses"]["Problem400Public"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            /** @description Do not send requests here. */
            503: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The database answers and its schema is current. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            400: components["responses"]["Problem400Public"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            /** @description Do not send requests here. */
            503: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLiveness: {
        parameters: {
            query?: never;
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The process answers. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            400: components["responses"]["Problem400Public"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getStatus: {
        parameters: {
            query?: never;
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state, also when it is bad. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceStatus"];
                };
            };
            400: components["responses"]["Problem400Public"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getOpenApi: {
        parameters: {
            query?: never;
            header?: {
                /** @description Pins the behaviour of the API to a version. */
                "Latent-Version"?: components["parameters"]["LatentVersion"];
                /** @description An id of your own for the request; it comes back in the answer and stands in our logs. */
                "Client-Request-Id"?: components["parameters"]["ClientRequestId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The OpenAPI 3.1 document. */
            200: {
                headers: {
                    "Request-Id": components["headers"]["Request-Id"];
                    "Latent-Version": components["headers"]["Latent-Version"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["Problem400Public"];
            404: components["responses"]["Problem404"];
            405: components["responses"]["Problem405"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            417: components["responses"]["Problem417"];
            421: components["responses"]["Problem421"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
}
