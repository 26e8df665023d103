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
         * @description One filing by its accession number, with dashes or as 18 digits.
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
         * @description Rows of Forms 3, 4 and 5 as filed: transactions and holdings of officers, directors and ten percent owners.
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
            role: "filer" | "issuer" | "subject_company" | "reporting_owner" | "filed_by" | "serial_company";
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
            filers: components["schemas"]["Filer"][];
            /** @description Documents in the submission. */
            document_count: number;
            /** @description Documents the header announces. */
            declared_document_count: number | null;
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
             * @description Such as `10k.item_1a`, `10q.part2_item_1a`, `8k.item_5_02`.
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
            /** @description How the boundary was found. `gap`: text that belongs to no item. */
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
             * @description Such as `10k.item_1a`, `10q.part2_item_1a`, `8k.item_5_02`.
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
            /** @description How the boundary was found. `gap`: text that belongs to no item. */
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
             * @description Central Index Key: ten digits.
             * @example 0009990001
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
            /** @description Footnotes the row refers to. */
            footnotes: string[];
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
            /** @description Accession number of the filing, or id of the signal. */
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
            /** @description A submission accepted by EDGAR. */
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
                    "application/json": components["schemas"]["Filing"];
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
                /** @description CIK of the reporting owner. Several values mean any of them. */
                owner_cik?: string[];
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
    listChanges: {
        parameters: {
            query?: {
                /** @description Only changes after this position: resumes a feed. Default 0, the beginning. */
                after?: number;
                /** @description Type of change. Several values mean any of them. */
                change_type?: ("filing.published" | "signal.created" | "signal.superseded")[];
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
