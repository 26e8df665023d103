// Generated from openapi/openapi.json by `npm run openapi`. Do not edit.

export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** An error (RFC 9457, `application/problem+json`). */
        Problem: {
            /**
             * Format: uri
             * The page of the documentation about this problem.
             */
            type: string;
            title: string;
            status: number;
            detail: string;
            /** The path of the request. */
            instance: string;
            /** Permanent name of the problem; compare this, never the texts. */
            code: string;
            request_id: string;
            /** True when the same request can succeed later. */
            retryable: boolean;
            /** Everything that is wrong with the request, at once. */
            errors: {
                /** Name of a parameter of the path or the query. */
                parameter?: string;
                /** JSON Pointer into the body. */
                pointer?: string;
                /** Name of a header. */
                header?: string;
                code: string;
                detail: string;
                /** What was probably meant. */
                suggestion?: string;
                /** The values that are allowed. */
                allowed?: string[];
                /** Where in the value it is wrong: code points from 0. */
                position?: number;
            }[];
            /** Milliseconds to wait. */
            retry_after_ms?: number;
            /** Scopes the operation needs. */
            required?: string[];
            /** Scopes the key has. */
            granted?: string[];
            limits?: {
                name: string;
                limit: number;
                remaining: number;
                reset_ms: number;
            }[];
            "violated-policies"?: string[];
        };
        /** What the list was drawn from: it says why an empty list is empty. */
        Coverage: {
            /**
             * `complete`: every filing known to belong to the scope of the request (its `cik`, `ticker` and `form_type`) is published and read. `partial`: some are pending or failed. `none`: no filing in the scope is known at all.
             */
            status: "complete" | "partial" | "none";
            /**
             * Why the list is empty, or why it may lack entries. `no_match`: everything was read and nothing matches. `entity_not_covered`: we follow no such company. `not_yet_available_as_of`: there are entries, but later than `as_of`. `pending`: filings are still being read. `failed`: filings could not be read. `unavailable`: the signal comes from a language model that was not asked. `insufficient_data`: the filings do not report what the signal is computed from. `not_applicable`: the forms in the scope have no such data. Null: nothing to explain.
             * @enum {string|null}
             */
            reason: "no_match" | "entity_not_covered" | "not_yet_available_as_of" | "pending" | "failed" | "unavailable" | "insufficient_data" | "not_applicable" | null;
            /** Filings in the scope, by how far they are. One that names several of the companies asked about counts for each of them. */
            filings: {
                published: number;
                pending: number;
                failed: number;
            };
            /** For lists of what was extracted: filings in the scope, by the answer of each extractor. Without a company or filing in the scope the counts may be a minute old. */
            extractors: {
                /** @example risk_factor_diff */
                extractor: string;
                ok_found: number;
                ok_none: number;
                not_applicable: number;
                insufficient_data: number;
                pending: number;
                failed: number;
                unavailable: number;
                refused: number;
                truncated: number;
            }[] | null;
            /**
             * Format: date-time
             * `accepted_at` of the earliest filing in the scope.
             * @example 2025-10-31T10:01:26Z
             */
            from: string | null;
            /**
             * Format: date-time
             * `accepted_at` of the latest filing in the scope.
             * @example 2025-10-31T10:01:26Z
             */
            to: string | null;
        };
        /** How many entries match; only with `include=total`. */
        Total: {
            /** Entries that match, over all pages. */
            value: number;
            /**
             * `gte`: there are at least this many; counting stopped.
             */
            relation: "eq" | "gte";
        };
        /** An address as filed. */
        PostalAddress: {
            street1: string | null;
            street2: string | null;
            city: string | null;
            /**
             * EDGAR's code.
             * @example ME
             */
            state_or_country: string | null;
            zip_code: string | null;
        };
        /** A fact that a value was taken or computed from. */
        FactReference: {
            /**
             * SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /**
             * `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /** Position of the fact in the document. */
            position: number;
            /**
             * Qualified name of the element.
             * @example us-gaap:Assets
             */
            concept: string;
            value: number;
            /** @example USD */
            unit: string | null;
            /** Digits the value is rounded to, as filed: -3 means thousands. Null when exact or not said. */
            decimals: number | null;
            /**
             * Format: date
             * First day of the period.
             * @example 2025-10-31
             */
            period_start: string | null;
            /**
             * Format: date
             * Last day of the period.
             * @example 2025-10-31
             */
            period_end: string | null;
            /**
             * Format: date
             * The day at whose end the value holds.
             * @example 2025-10-31
             */
            instant: string | null;
        };
        /** A line of a standardised statement with what it rests on. */
        StandardValue: {
            /**
             * Name of the line, the same for every company.
             * @example revenues
             */
            line: string;
            /** @example Revenues */
            label: string;
            /** In whole units of `unit`. Null when not reported, never zero. */
            value: number | null;
            /** @example USD */
            unit: string | null;
            /**
             * `reported`: a fact of the filing. `derived`: computed from other lines by `formula`.
             */
            value_status: "reported" | "derived" | "not_reported";
            /**
             * The concept the value was reported under.
             * @example us-gaap:Revenues
             */
            source_tag: string | null;
            /** Place of the concept in the line's list of concepts, from 1. */
            resolver_rank: number | null;
            /**
             * How a derived value follows from other lines; those in brackets may be missing.
             * @example liabilities_and_equity - equity_including_noncontrolling - [temporary_equity]
             */
            formula: string | null;
            inputs: components["schemas"]["FactReference"][];
        };
        /** Whether the evidence slices back out of its source. */
        Verification: {
            /**
             * `verified_when_stored`: it sliced back exactly when the signal was stored, or it would not be here. `verified`: it was sliced again for this answer and equals the quote. `mismatch`: it does not. `unavailable`: the source could not be read now.
             */
            status: "verified_when_stored" | "verified" | "mismatch" | "unavailable";
            /**
             * What does not hold, when something does not.
             * @example quote_mismatch
             */
            fault: string | null;
        };
        /** A span of a canonical text: whoever downloads the text can slice it and compare. */
        EvidenceSpan: {
            /**
             * `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /** @example 0009990001-25-000003:1:10k.item_1a */
            section_id: string | null;
            /**
             * SHA-256 of the original bytes of the document.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            document_sha256: string;
            /**
             * SHA-256 of the canonical text the offsets refer to.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            text_sha256: string;
            /** First code point of the quote in the canonical text. */
            start: number;
            /** Code point after the last. */
            end: number;
            unit: "code_point";
            /** First UTF-8 byte of the quote. */
            byte_start: number;
            /** Byte after the last. */
            byte_end: number;
            /** The text, verbatim. */
            quote: string;
            /** The document on sec.gov; null for fictional filings. */
            source_url: string | null;
            /** A link that makes a browser scroll to the quote on sec.gov and mark it. */
            text_fragment_url: string | null;
        };
        /** A quote out of a document. */
        TextSpanEvidence: {
            object: "evidence";
            /** @example evd_06fpr5v8k0ah3q7yd2m4xw9ezc */
            id: string;
            kind: "text_span";
            verification: components["schemas"]["Verification"];
            /**
             * `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /** @example 0009990001-25-000003:1:10k.item_1a */
            section_id: string | null;
            /**
             * SHA-256 of the original bytes of the document.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            document_sha256: string;
            /**
             * SHA-256 of the canonical text the offsets refer to.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            text_sha256: string;
            /** First code point of the quote in the canonical text. */
            start: number;
            /** Code point after the last. */
            end: number;
            unit: "code_point";
            /** First UTF-8 byte of the quote. */
            byte_start: number;
            /** Byte after the last. */
            byte_end: number;
            /** The text, verbatim. */
            quote: string;
            /** The document on sec.gov; null for fictional filings. */
            source_url: string | null;
            /** A link that makes a browser scroll to the quote on sec.gov and mark it. */
            text_fragment_url: string | null;
        };
        /** Both sides of a comparison: `left` the earlier filing, `right` this one. Null where nothing stands against the other side. */
        PairEvidence: {
            object: "evidence";
            /** @example evd_06fpr5v8k0ah3q7yd2m4xw9ezc */
            id: string;
            kind: "pair";
            verification: components["schemas"]["Verification"];
            left: components["schemas"]["EvidenceSpan"] | null;
            right: components["schemas"]["EvidenceSpan"] | null;
        };
        /** A line of the header of a submission. */
        HeaderFieldEvidence: {
            object: "evidence";
            /** @example evd_06fpr5v8k0ah3q7yd2m4xw9ezc */
            id: string;
            kind: "header_field";
            verification: components["schemas"]["Verification"];
            /**
             * SHA-256 of the submission.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            submission_sha256: string;
            /** @example ITEM INFORMATION */
            field: string;
            value: string;
            /** First byte of the line in the submission. */
            byte_start: number;
            /** Byte after the last. */
            byte_end: number;
            /** The line, verbatim. */
            quote: string;
            /** The submission on sec.gov; null for fictional filings. */
            source_url: string | null;
        };
        /** An element of an XML document. */
        XmlPathEvidence: {
            object: "evidence";
            /** @example evd_06fpr5v8k0ah3q7yd2m4xw9ezc */
            id: string;
            kind: "xml_path";
            verification: components["schemas"]["Verification"];
            /**
             * `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /**
             * SHA-256 of the original bytes of the document.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            document_sha256: string;
            /** Path of the element from the root of the document. */
            path: string;
            /** Text of the element. */
            value: string;
            /** The document on sec.gov; null for fictional filings. */
            source_url: string | null;
        };
        /** A tagged fact of an XBRL document. */
        XbrlFactEvidence: {
            object: "evidence";
            /** @example evd_06fpr5v8k0ah3q7yd2m4xw9ezc */
            id: string;
            kind: "xbrl_fact";
            verification: components["schemas"]["Verification"];
            /**
             * `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /**
             * SHA-256 of the original bytes of the document.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            document_sha256: string;
            /** @example us-gaap:Assets */
            concept: string;
            /** Id of the context in the document. */
            context_id: string;
            /** @example USD */
            unit: string | null;
            /**
             * Format: date
             * Null for an instant.
             */
            period_start: string | null;
            /** Format: date */
            period_end: string | null;
            dimensions: {
                axis: string;
                member: string | null;
                typed_value: string | null;
            }[];
            /** The XBRL value: a number in plain decimal notation, or the first 500 characters of a text. */
            value: string;
            /** Where the text shows the fact; null for what it does not show. */
            span: components["schemas"]["EvidenceSpan"] | null;
            /** The document on sec.gov; null for fictional filings. */
            source_url: string | null;
        };
        /** What a signal rests on. */
        Evidence: components["schemas"]["TextSpanEvidence"] | components["schemas"]["PairEvidence"] | components["schemas"]["HeaderFieldEvidence"] | components["schemas"]["XmlPathEvidence"] | components["schemas"]["XbrlFactEvidence"];
        /** A ticker as it is today. */
        Ticker: {
            /** @example TWTI */
            ticker: string;
            /** @example Nasdaq */
            exchange: string | null;
        };
        /** A company, fund or person that filings name. */
        Entity: {
            object: "entity";
            /**
             * Central Index Key: ten digits.
             * @example 0009990001
             */
            cik: string;
            /** As the latest filing names it. */
            name: string;
            /**
             * Standard Industrial Classification.
             * @example 3570
             */
            sic: string | null;
            /** @example DE */
            state_of_incorporation: string | null;
            /**
             * Month and day, `MMDD`.
             * @example 1231
             */
            fiscal_year_end: string | null;
            tickers: components["schemas"]["Ticker"][];
            /**
             * SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            source_accession_number: string;
            /**
             * Format: date-time
             * When the filing this row was taken from was accepted.
             * @example 2025-10-31T10:01:26Z
             */
            source_accepted_at: string;
        };
        /** A page of entities. */
        EntityList: {
            object: "list";
            data: components["schemas"]["Entity"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
            total?: components["schemas"]["Total"];
        };
        /** A present or former name. */
        EntityName: {
            object: "entity_name";
            /**
             * Central Index Key: ten digits.
             * @example 0009990001
             */
            cik: string;
            name: string;
            /**
             * Format: date
             * The day the entity stopped using the name; null for the current one.
             * @example 2025-10-31
             */
            changed_on: string | null;
        };
        /** All names of an entity, the current one first. */
        EntityNameList: {
            object: "list";
            data: components["schemas"]["EntityName"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** A ticker of an entity. */
        EntityTicker: {
            object: "entity_ticker";
            /**
             * Central Index Key: ten digits.
             * @example 0009990001
             */
            cik: string;
            /** @example TWTI */
            ticker: string;
            /** @example Nasdaq */
            exchange: string | null;
        };
        /** The tickers of an entity. */
        EntityTickerList: {
            object: "list";
            data: components["schemas"]["EntityTicker"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** What one identifier stands for. */
        ResolvedEntity: {
            object: "resolved_entity";
            /** As it was given. */
            identifier: string;
            /**
             * `ambiguous`: several entities answer to it, and `candidates` lists them; none is chosen for you.
             */
            status: "resolved" | "ambiguous" | "not_found";
            /**
             * What it was taken for: a CIK before a ticker, a ticker before a name, a present name before a former one.
             * @enum {string|null}
             */
            matched_by: "cik" | "ticker" | "name" | "former_name" | null;
            entity: components["schemas"]["Entity"] | null;
            /** Only when ambiguous. */
            candidates: components["schemas"]["Entity"][];
        };
        /** One entry for each identifier, in the order given. */
        ResolvedEntityList: {
            object: "list";
            data: components["schemas"]["ResolvedEntity"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** Somebody a filing names, with the part they play. */
        Filer: {
            /**
             * What the filer is to this filing.
             */
            role: "filer" | "issuer" | "subject_company" | "reporting_owner" | "filed_by" | "serial_company" | "depositor" | "securitizer" | "issuing_entity" | "sponsor" | "underwriter";
            /**
             * Central Index Key: ten digits.
             * @example 0009990001
             */
            cik: string;
            /**
             * As the header of this filing names it.
             * @example HARBOR LIGHT ROBOTICS INC
             */
            name: string;
            /**
             * Standard Industrial Classification.
             * @example 3570
             */
            sic: string | null;
            irs_number: string | null;
            /** @example DE */
            state_of_incorporation: string | null;
            /**
             * Month and day, `MMDD`.
             * @example 1231
             */
            fiscal_year_end: string | null;
            /** @example 001-90001 */
            file_number: string | null;
            film_number: string | null;
            /** @example 1934 Act */
            sec_act: string | null;
        };
        /** A submission accepted by EDGAR. */
        Filing: {
            object: "filing";
            /**
             * SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /**
             * As EDGAR writes it.
             * @example 10-K
             */
            form_type: string;
            /**
             * Format: date
             * EDGAR's "filed as of date".
             * @example 2025-10-31
             */
            filing_date: string;
            /**
             * Format: date-time
             * When EDGAR accepted the filing.
             * @example 2025-10-31T10:01:26Z
             */
            accepted_at: string;
            /**
             * Where `accepted_at` was read. `filing_date`: no time is known, so it is 17:30 in New York of that day.
             */
            accepted_at_source: "sgml_header" | "index_page" | "submissions_json" | "filing_date";
            /**
             * Format: date-time
             * What the company's submissions JSON says, its `Z` taken at its word. For some companies that is New York time under the wrong name, and differs from `accepted_at` by four or five hours.
             * @example 2025-10-31T10:01:26Z
             */
            accepted_at_json: string | null;
            /**
             * Format: date
             * The period the filing reports on.
             * @example 2025-10-31
             */
            period_of_report: string | null;
            /**
             * Format: date
             * When the filing takes effect, where it says so.
             * @example 2025-10-31
             */
            effective_date: string | null;
            /** 8-K items of the header. */
            items: string[];
            /** Documents in the submission. */
            document_count: number;
            /** Documents the header announces. */
            declared_document_count: number | null;
            /**
             * The filing this one amends, among those held at that moment; null when it amends none, or one that is not held.
             * @example 0009990001-25-000003
             */
            amends: string | null;
            /**
             * How much of the original an amendment states anew; null for a filing that amends nothing.
             * @enum {string|null}
             */
            amendment_scope: "full" | "part_iii_only" | "exhibit_only" | "holdings_only" | "new_holdings" | "restatement" | "unknown" | null;
            /**
             * `primary_document`: EDGAR had no full submission text to offer. A full submission whose `source_url` is the archive of a day has the same documents under a header that names no time of acceptance.
             */
            submission_source: "full_submission" | "primary_document";
            /**
             * SHA-256 of the stored submission.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            submission_sha256: string;
            /** Bytes of the full submission text. */
            submission_bytes: number | null;
            /** The file on sec.gov the bytes came from; null for fictional filings. */
            source_url: string | null;
            /** What the reader of the submission had to tolerate. */
            warnings: string[];
            /**
             * Format: date-time
             * When we first heard of the filing.
             * @example 2025-10-31T10:01:26Z
             */
            first_seen_at: string;
            /**
             * Format: date-time
             * When this API first showed the filing.
             * @example 2025-10-31T10:01:26Z
             */
            available_at: string;
            filers: components["schemas"]["Filer"][];
        };
        /** A page of filings. */
        FilingList: {
            object: "list";
            data: components["schemas"]["Filing"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
            total?: components["schemas"]["Total"];
        };
        /** The filing an EDGAR URL points at. */
        ResolvedUrl: {
            object: "resolved_url";
            url: string;
            /**
             * SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /** The company in whose folder the URL points. */
            cik: string | null;
            /** The document the URL points at, when the filing has it. */
            document_id: string | null;
            filing: components["schemas"]["Filing"];
        };
        /** An address as the header writes it. */
        Address: {
            street_1: string | null;
            street_2: string | null;
            city: string | null;
            /**
             * EDGAR's code of a state or country.
             * @example MA
             */
            state: string | null;
            zip: string | null;
            phone: string | null;
        };
        /** Somebody a filing names, with all the header says of them. */
        FilerDetail: {
            /**
             * What the filer is to this filing.
             */
            role: "filer" | "issuer" | "subject_company" | "reporting_owner" | "filed_by" | "serial_company" | "depositor" | "securitizer" | "issuing_entity" | "sponsor" | "underwriter";
            /**
             * Central Index Key: ten digits.
             * @example 0009990001
             */
            cik: string;
            /**
             * As the header of this filing names it.
             * @example HARBOR LIGHT ROBOTICS INC
             */
            name: string;
            /**
             * Standard Industrial Classification.
             * @example 3570
             */
            sic: string | null;
            irs_number: string | null;
            /** @example DE */
            state_of_incorporation: string | null;
            /**
             * Month and day, `MMDD`.
             * @example 1231
             */
            fiscal_year_end: string | null;
            /** @example 001-90001 */
            file_number: string | null;
            film_number: string | null;
            /** @example 1934 Act */
            sec_act: string | null;
            /** The industry in words. */
            sic_description: string | null;
            /**
             * The SEC's office that reviews the filer.
             * @example 04 Manufacturing
             */
            organization_name: string | null;
            /** Of a reporting owner, in headers before 2003. */
            relationship: string | null;
            /** The form under which this filer takes part. */
            form_type: string | null;
            business_address: components["schemas"]["Address"] | null;
            mailing_address: components["schemas"]["Address"] | null;
            former_names: {
                name: string;
                /**
                 * Format: date
                 * The last day of the name.
                 * @example 2025-10-31
                 */
                changed_on: string | null;
            }[];
        };
        /** What the header says beyond filers, dates and items. */
        FilingHeader: {
            /** The filing itself came on paper. */
            paper: boolean;
            /** A copy of what was filed on paper. */
            confirming_copy: boolean;
            /** Became public after it was filed in confidence. */
            private_to_public: boolean;
            /**
             * Format: date
             * When it became public.
             * @example 2025-10-31
             */
            released_on: string | null;
            /** Persons who file as a group. */
            group_members: string[];
            /** Exchanges the filing was sent to. */
            sros: string[];
            /** Earlier registration statements of the same prospectus (Rule 429). */
            references_429: string[];
            public_reference_accession_number: string | null;
            previous_accession_number: string | null;
            /**
             * Format: date
             * First day of the period.
             * @example 2025-10-31
             */
            period_start: string | null;
            abs_rule: string | null;
            abs_asset_class: string | null;
            /** The securitizer is registered. */
            registered_entity: boolean | null;
            /** Nothing to report for the quarter. */
            no_quarterly_activity: boolean | null;
            /** Nothing to report for the year. */
            no_annual_activity: boolean | null;
            depositor_cik: string | null;
            sponsor_cik: string | null;
            underwriters: string[];
            /** Form SD: the rules under which it reports. */
            rules: {
                /** @example 13p-1 */
                name: string;
                items: {
                    number: string;
                    /**
                     * Format: date
                     * The period of the item.
                     * @example 2025-10-31
                     */
                    period: string | null;
                }[];
            }[];
            /** Fund series with their classes or contracts. */
            series: {
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
        /** Whether EDGAR still serves the bytes that were first seen. */
        Custody: {
            /**
             * Format: date-time
             * When we first heard of the filing.
             * @example 2025-10-31T10:01:26Z
             */
            first_seen_at: string;
            /**
             * Of the bytes first seen, from which everything served was read.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            submission_sha256: string;
            /**
             * Format: date-time
             * When EDGAR was last asked for the bytes again.
             * @example 2025-10-31T10:01:26Z
             */
            last_checked_at: string | null;
            /**
             * What EDGAR serves now.
             */
            state: "unchanged" | "changed" | "withdrawn";
            /** What happened to the bytes since, in order. */
            events: {
                kind: "changed" | "withdrawn" | "restored";
                /**
                 * Of the bytes then served; null where nothing was.
                 * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
                 */
                submission_sha256: string | null;
                submission_bytes: number | null;
                /**
                 * Format: date-time
                 * When we noticed.
                 * @example 2025-10-31T10:01:26Z
                 */
                noticed_at: string;
            }[];
        };
        /** A submission with all its header says and what became of its bytes. */
        FilingDetail: {
            object: "filing";
            /**
             * SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /**
             * As EDGAR writes it.
             * @example 10-K
             */
            form_type: string;
            /**
             * Format: date
             * EDGAR's "filed as of date".
             * @example 2025-10-31
             */
            filing_date: string;
            /**
             * Format: date-time
             * When EDGAR accepted the filing.
             * @example 2025-10-31T10:01:26Z
             */
            accepted_at: string;
            /**
             * Where `accepted_at` was read. `filing_date`: no time is known, so it is 17:30 in New York of that day.
             */
            accepted_at_source: "sgml_header" | "index_page" | "submissions_json" | "filing_date";
            /**
             * Format: date-time
             * What the company's submissions JSON says, its `Z` taken at its word. For some companies that is New York time under the wrong name, and differs from `accepted_at` by four or five hours.
             * @example 2025-10-31T10:01:26Z
             */
            accepted_at_json: string | null;
            /**
             * Format: date
             * The period the filing reports on.
             * @example 2025-10-31
             */
            period_of_report: string | null;
            /**
             * Format: date
             * When the filing takes effect, where it says so.
             * @example 2025-10-31
             */
            effective_date: string | null;
            /** 8-K items of the header. */
            items: string[];
            /** Documents in the submission. */
            document_count: number;
            /** Documents the header announces. */
            declared_document_count: number | null;
            /**
             * The filing this one amends, among those held at that moment; null when it amends none, or one that is not held.
             * @example 0009990001-25-000003
             */
            amends: string | null;
            /**
             * How much of the original an amendment states anew; null for a filing that amends nothing.
             * @enum {string|null}
             */
            amendment_scope: "full" | "part_iii_only" | "exhibit_only" | "holdings_only" | "new_holdings" | "restatement" | "unknown" | null;
            /**
             * `primary_document`: EDGAR had no full submission text to offer. A full submission whose `source_url` is the archive of a day has the same documents under a header that names no time of acceptance.
             */
            submission_source: "full_submission" | "primary_document";
            /**
             * SHA-256 of the stored submission.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            submission_sha256: string;
            /** Bytes of the full submission text. */
            submission_bytes: number | null;
            /** The file on sec.gov the bytes came from; null for fictional filings. */
            source_url: string | null;
            /** What the reader of the submission had to tolerate. */
            warnings: string[];
            /**
             * Format: date-time
             * When we first heard of the filing.
             * @example 2025-10-31T10:01:26Z
             */
            first_seen_at: string;
            /**
             * Format: date-time
             * When this API first showed the filing.
             * @example 2025-10-31T10:01:26Z
             */
            available_at: string;
            filers: components["schemas"]["FilerDetail"][];
            details: components["schemas"]["FilingHeader"];
            custody: components["schemas"]["Custody"];
        };
        /** A filing that belongs to another one. */
        RelatedFiling: {
            object: "related_filing";
            /**
             * What the other filing is to this one. `amends`: the original this one amends. `amends_the_same`: another amendment of the same original. `withdrawal` and `deregistration` share its file number.
             */
            relation: "amends" | "amended_by" | "amends_the_same" | "withdrawal" | "deregistration";
            filing: components["schemas"]["Filing"];
        };
        /** Filings that belong to a filing. */
        RelatedFilingList: {
            object: "list";
            data: components["schemas"]["RelatedFiling"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** One document of a filing. Ask with another `Accept` for its original bytes. */
        Document: {
            object: "document";
            /**
             * `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /**
             * SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /** Position in the submission. */
            sequence: number;
            /**
             * As filed.
             * @example 10-K
             * @example EX-99.1
             */
            document_type: string;
            /** As filed. */
            file_name: string | null;
            /** As filed. */
            description: string | null;
            /**
             * SHA-256 of the original bytes.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            document_sha256: string;
            /** Length of the original bytes. */
            byte_length: number;
            /**
             * `not_text`: an image, a spreadsheet, an archive. `failed`: the text could not be read.
             */
            text_status: "ok" | "not_text" | "failed";
            /**
             * SHA-256 of the canonical text, to which all offsets refer.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            text_sha256: string | null;
            /** Unicode code points of the canonical text. */
            text_length: number | null;
            /** UTF-8 bytes of the canonical text. */
            text_byte_length: number | null;
            /** Version of the reader that made the text. */
            normaliser_version: string | null;
            /** The document on sec.gov; null for fictional filings and unusable file names. */
            source_url: string | null;
        };
        /** The documents of a filing. */
        DocumentList: {
            object: "list";
            data: components["schemas"]["Document"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** The canonical text of a document, or a part of it. */
        DocumentText: {
            object: "document_text";
            /**
             * `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            format: "text" | "markdown" | "html";
            /**
             * SHA-256 of the original bytes.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            document_sha256: string;
            /**
             * SHA-256 of the canonical text as UTF-8, complete.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            text_sha256: string;
            normaliser_version: string | null;
            /** Unicode code points of the whole canonical text. */
            length: number;
            /** UTF-8 bytes of the whole canonical text. */
            byte_length: number;
            /** First code point of the span in the canonical text. */
            start: number;
            /** Code point after the last of the span. */
            end: number;
            byte_start: number;
            byte_end: number;
            /** Where the next part begins; null at the end. */
            next_offset: number | null;
            /** The span itself, or its rendering as Markdown or HTML. */
            text: string;
        };
        /** The file a document carries as text: an image, a PDF, an archive. */
        Attachment: {
            object: "attachment";
            /** @example 0009990001-25-000003:9 */
            document_id: string;
            /**
             * What the file is by its first bytes, whatever its name claims.
             */
            kind: "pdf" | "zip" | "gif" | "jpeg" | "png" | "bmp" | "unknown";
            /** As filed; not to be used as a path. */
            file_name: string | null;
            /** Bytes of the file. */
            byte_length: number;
            /**
             * Of the file as it was before EDGAR encoded it.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            attachment_sha256: string;
            /** The files of an archive; null for anything else, and for an archive that is refused. */
            entries: {
                /** As written in the archive; not to be used as a path. */
                name: string;
                byte_length: number;
                compressed_byte_length: number;
            }[] | null;
        };
        /** A part of a document. Sections and gaps tile the canonical text without overlap. */
        Section: {
            object: "section";
            /**
             * `{document_id}:{section_key}`.
             * @example 0009990001-25-000003:1:10k.item_1a
             */
            section_id: string;
            /**
             * Such as `10k.item_1a`, `10q.part2_item_1a`, `8k.item_5_02`, `20f.item_3d`, `def14a.executive_compensation`.
             * @example 10k.item_1a
             */
            section_key: string;
            /**
             * `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /**
             * SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /** Position of the document in the filing. */
            sequence: number;
            /**
             * The heading as filed.
             * @example Item 1A. Risk Factors
             */
            title: string | null;
            /**
             * `ok`: found. `uncertain`: found, but the boundary is doubtful. `absent`: the company left it out. `failed`: we could not find it. An item the form does not have is not listed at all.
             */
            status: "ok" | "uncertain" | "absent" | "failed";
            /**
             * What became of the disclosure. `extracted`: it stands in this text. `incorporated_by_reference`: the text refers to another document for it. `reserved`: the form has no such disclosure any more. `absent`: the company left it out. `not_found`: it may be there, and we could not find it.
             */
            disposition: "extracted" | "incorporated_by_reference" | "reserved" | "absent" | "not_found";
            /** How the boundary was found. `cross_reference_index`: by the page an index of the filing gives. `gap`: text that belongs to no item. */
            boundary_method: string;
            confidence: number;
            /** What was noticed, such as `incorporated_by_reference`. */
            note: string | null;
            /** First code point in the canonical text. */
            start: number;
            /** Code point after the last. */
            end: number;
            byte_start: number;
            byte_end: number;
            /**
             * SHA-256 of the original bytes of the document.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            document_sha256: string;
            /**
             * SHA-256 of the canonical text the offsets refer to.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            text_sha256: string | null;
        };
        /** The sections of a filing. */
        SectionList: {
            object: "list";
            data: components["schemas"]["Section"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** A section with its text. */
        SectionText: {
            object: "section_text";
            /**
             * `{document_id}:{section_key}`.
             * @example 0009990001-25-000003:1:10k.item_1a
             */
            section_id: string;
            /**
             * Such as `10k.item_1a`, `10q.part2_item_1a`, `8k.item_5_02`, `20f.item_3d`, `def14a.executive_compensation`.
             * @example 10k.item_1a
             */
            section_key: string;
            /**
             * `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /**
             * SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /** Position of the document in the filing. */
            sequence: number;
            /**
             * The heading as filed.
             * @example Item 1A. Risk Factors
             */
            title: string | null;
            /**
             * `ok`: found. `uncertain`: found, but the boundary is doubtful. `absent`: the company left it out. `failed`: we could not find it. An item the form does not have is not listed at all.
             */
            status: "ok" | "uncertain" | "absent" | "failed";
            /**
             * What became of the disclosure. `extracted`: it stands in this text. `incorporated_by_reference`: the text refers to another document for it. `reserved`: the form has no such disclosure any more. `absent`: the company left it out. `not_found`: it may be there, and we could not find it.
             */
            disposition: "extracted" | "incorporated_by_reference" | "reserved" | "absent" | "not_found";
            /** How the boundary was found. `cross_reference_index`: by the page an index of the filing gives. `gap`: text that belongs to no item. */
            boundary_method: string;
            confidence: number;
            /** What was noticed, such as `incorporated_by_reference`. */
            note: string | null;
            /** First code point in the canonical text. */
            start: number;
            /** Code point after the last. */
            end: number;
            byte_start: number;
            byte_end: number;
            /**
             * SHA-256 of the original bytes of the document.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            document_sha256: string;
            /**
             * SHA-256 of the canonical text the offsets refer to.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            text_sha256: string | null;
            format: "text" | "markdown" | "html";
            /** The span; null when the section is absent or was not found. */
            text: string | null;
        };
        /** Which part of the entity a fact is about, on one axis. */
        FactDimension: {
            /** @example us-gaap:StatementBusinessSegmentsAxis */
            axis: string;
            /**
             * Null for a typed dimension.
             * @example srt:AmericasMember
             */
            member: string | null;
            /** Value of a typed dimension; null for an explicit one. */
            typed_value: string | null;
        };
        /** A statement of a filing in XBRL, as filed. */
        Fact: {
            object: "fact";
            /**
             * `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /** Place among the facts of the document, from 1; hidden facts included. */
            position: number;
            /**
             * SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /** @example 10-K */
            form_type: string;
            /**
             * Format: date
             * EDGAR's "filed as of date".
             * @example 2025-10-31
             */
            filing_date: string;
            /**
             * Format: date-time
             * When EDGAR accepted the filing that states the fact.
             * @example 2025-10-31T10:01:26Z
             */
            accepted_at: string;
            /**
             * Central Index Key: ten digits.
             * @example 0009990001
             */
            cik: string;
            /** Fiscal year of the document, from its cover page. Not of the fact. */
            document_fiscal_year: number | null;
            /**
             * Fiscal period of the document, as filed: `FY`, `Q1`. Not of the fact.
             * @example FY
             */
            document_fiscal_period: string | null;
            /**
             * Customary prefix of the taxonomy; for an extension the prefix of the filer.
             * @example us-gaap
             */
            taxonomy: string;
            /** @example Assets */
            tag: string;
            /** Namespace URI of the taxonomy as declared, its edition in it. */
            namespace: string;
            /** The tag is of the filer's own taxonomy. */
            is_extension: boolean;
            /**
             * `USD`, `shares`, `USD/shares`, `pure`, or a unit of the filer. Null for text.
             * @example USD
             */
            unit: string | null;
            /** The number, scale and sign applied: the nearest double. Null for text and nil. */
            value: number | null;
            /** The exact value: a number in plain decimal notation, a text on one line. Null for nil, for a number that cannot be read, and for a text that is long or drawn with much markup (`long_text`): its place says where it stands. */
            value_text: string | null;
            /** Decimal places to which the value is correct, negative for thousands. Null when not stated, or exact. */
            decimals: number | null;
            /** The value is exact (`decimals="INF"`). */
            decimals_exact: boolean;
            /** Reported as having no value. */
            nil: boolean;
            /**
             * Format: date
             * First day of a duration.
             * @example 2024-01-01
             */
            period_start: string | null;
            /**
             * Format: date
             * Last day of a duration, included.
             * @example 2024-12-31
             */
            period_end: string | null;
            /**
             * Format: date
             * Day at whose end a balance holds.
             * @example 2024-12-31
             */
            instant: string | null;
            /**
             * Calendar frame of the period as the SEC assigns it; null for other lengths than a quarter or a year.
             * @example CY2024
             */
            frame: string | null;
            /** Empty for the whole entity. */
            dimensions: components["schemas"]["FactDimension"][];
            context_id: string;
            fact_id: string | null;
            /** Footnotes tied to the fact. */
            footnotes: string[];
            /** Not shown on the page. */
            hidden: boolean;
            /** What was noticed. `duplicate`: another fact of the filing says the same at least as exactly. `inconsistent_duplicate`: the filing contradicts itself. */
            flags: string[];
            /**
             * Hash of the canonical text that the place points into.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            text_sha256: string | null;
            /** First code point of the fact in the text; null when it is not shown there. */
            start: number | null;
            /** Code point after the last. */
            end: number | null;
            /** First UTF-8 byte. */
            byte_start: number | null;
            /** UTF-8 byte after the last. */
            byte_end: number | null;
            /** Where a text goes on that is interrupted by others. */
            continuations: {
                /** First code point. */
                start: number;
                /** Code point after the last. */
                end: number;
                /** First UTF-8 byte. */
                byte_start: number;
                /** UTF-8 byte after the last. */
                byte_end: number;
            }[];
        };
        /** A page of facts. */
        FactList: {
            object: "list";
            data: components["schemas"]["Fact"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** What one extractor says about one filing: there is always exactly one answer. */
        Processing: {
            object: "processing";
            /**
             * SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /** @example risk_factor_diff */
            extractor: string;
            /** @example 1.0.0 */
            extractor_version: string;
            /**
             * `ok_found`: read, something found. `ok_none`: read, nothing there. `not_applicable`: the filing has no such data. `insufficient_data`: inputs it cannot do without are not reported; `missing` names them. `pending`: not read yet. `failed`: could not be read, for `reason`. `unavailable`, `refused`, `truncated`: a language model was not asked, would not answer, or was cut short.
             */
            status: "ok_found" | "ok_none" | "not_applicable" | "insufficient_data" | "pending" | "failed" | "unavailable" | "refused" | "truncated";
            /** @example no_prior_filing */
            reason: string | null;
            /** The reason in a sentence. */
            explanation: string | null;
            /** Inputs without which there is no answer. */
            missing: string[];
            /** Signal types without a value in a run that has others, and why. */
            omitted: {
                signal_type: string;
                status: "insufficient_data" | "not_applicable";
                reason: string;
                missing: string[];
            }[];
            /**
             * Format: date-time
             * When this was last written.
             * @example 2025-10-31T10:01:26Z
             */
            updated_at: string;
        };
        /** The processing ledger of a filing. */
        ProcessingList: {
            object: "list";
            data: components["schemas"]["Processing"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
            /** How far the filing is on its way from EDGAR to this API. */
            stage: string;
            /** Why the filing could not be read. */
            stage_reason: string | null;
        };
        /** An owner a Form 3, 4 or 5 is filed for. */
        ReportingOwner: {
            /**
             * Central Index Key: ten digits.
             * @example 0009990001
             */
            owner_cik: string;
            owner_name: string;
            is_director: boolean | null;
            is_officer: boolean | null;
            is_ten_percent_owner: boolean | null;
            is_other: boolean | null;
            officer_title: string | null;
            /** What else the owner is to the issuer. */
            other_text: string | null;
            address: components["schemas"]["PostalAddress"] | null;
        };
        /** A row of Form 3, 4 or 5. */
        InsiderTransaction: {
            object: "insider_transaction";
            /**
             * `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /** Row of the document, from 1; non-derivative rows first. */
            position: number;
            /**
             * SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /** @example 4 */
            form_type: string;
            /**
             * Format: date
             * EDGAR's "filed as of date".
             * @example 2025-10-31
             */
            filing_date: string;
            /**
             * Format: date-time
             * When EDGAR accepted the filing.
             * @example 2025-10-31T10:01:26Z
             */
            accepted_at: string;
            /**
             * Format: date
             * Date of the earliest transaction on the form.
             * @example 2025-10-31
             */
            period_of_report: string | null;
            /**
             * Central Index Key: ten digits.
             * @example 0009990001
             */
            issuer_cik: string;
            /**
             * The first owner; all of them are in `owners`.
             * @example 0009991001
             */
            owner_cik: string;
            owner_name: string;
            /**
             * Table I or II of the form.
             */
            table: "non_derivative" | "derivative";
            is_director: boolean | null;
            is_officer: boolean | null;
            is_ten_percent_owner: boolean | null;
            officer_title: string | null;
            security_title: string;
            /**
             * Format: date
             * Day of the transaction; null for a holding.
             * @example 2025-10-31
             */
            transaction_date: string | null;
            /**
             * Code of the form's instructions: P purchase, S sale, A grant, M exercise, F tax, G gift.
             * @example P
             */
            transaction_code: string | null;
            /**
             * Acquired or disposed of.
             * @enum {string|null}
             */
            acquired_disposed: "A" | "D" | null;
            shares: number | null;
            /** US dollars. */
            price_per_share: number | null;
            shares_owned_following: number | null;
            /**
             * Nature of the ownership.
             * @enum {string|null}
             */
            direct_or_indirect: "D" | "I" | null;
            underlying_security_title: string | null;
            underlying_shares: number | null;
            /** US dollars. */
            exercise_price: number | null;
            /**
             * Format: date
             * When the derivative expires.
             * @example 2025-10-31
             */
            expiration_date: string | null;
            /** The Rule 10b5-1(c) box; null before April 2023. */
            aff10b5_one: boolean | null;
            /**
             * A holding has no transaction.
             */
            row_kind: "transaction" | "holding";
            /**
             * Form the transaction is reported on; null for a holding.
             * @example 4
             */
            transaction_form_type: string | null;
            /**
             * Format: date
             * Deemed execution date (Rule 16a-3(e)).
             * @example 2025-10-31
             */
            deemed_execution_date: string | null;
            /** `E` early, `L` late; null when on time. */
            transaction_timeliness: string | null;
            equity_swap_involved: boolean | null;
            /** US dollars, for securities that are not counted in shares. */
            transaction_total_value: number | null;
            /** US dollars. */
            value_owned_following: number | null;
            /** US dollars. */
            underlying_value: number | null;
            /**
             * Format: date
             * When the derivative can first be exercised.
             * @example 2025-10-31
             */
            exercise_date: string | null;
            /** How an indirect holding is owned. */
            nature_of_ownership: string | null;
            /** Every owner of the form. Joint owners share a row: it is one transaction, not one each. */
            owners: components["schemas"]["ReportingOwner"][];
            /** Footnotes the row refers to. */
            footnotes: string[];
            /** The same footnotes, each with its field. */
            field_footnotes: {
                /**
                 * Field of the row.
                 * @example price_per_share
                 */
                field: string;
                /** @example F1 */
                footnote_id: string;
                /** Null when the form has no such footnote. */
                text: string | null;
            }[];
            /** The form amends an earlier one. */
            is_amendment: boolean;
            /** The row that states this one again, as of the moment asked about. */
            restated_by: {
                /**
                 * `{accession_number}:{sequence}`.
                 * @example 0009990001-25-000003:1
                 */
                document_id: string;
                /**
                 * SEC accession number. Its first ten digits are the submitter, not the company.
                 * @example 0009990001-25-000003
                 */
                accession_number: string;
                position: number;
                /**
                 * `amendment`: the row was corrected. `joint_report`: another owner reported the same transaction first.
                 */
                kind: "amendment" | "joint_report";
            } | null;
            /** Where the row stands in the XML document. */
            xml_path: string;
        };
        /** A page of transactions. */
        InsiderTransactionList: {
            object: "list";
            data: components["schemas"]["InsiderTransaction"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** What an insider was last known to hold of one security in one way. */
        InsiderHolding: {
            object: "insider_holding";
            /**
             * Central Index Key: ten digits.
             * @example 0009990001
             */
            issuer_cik: string;
            /**
             * Central Index Key: ten digits.
             * @example 0009990001
             */
            owner_cik: string;
            owner_name: string | null;
            /** Owners who hold the same securities jointly: their holdings must not be added to this one. */
            joint_owner_ciks: string[];
            /**
             * Table I or II of the form.
             */
            table: "non_derivative" | "derivative";
            security_title: string;
            /** Null where the form counts the security in dollars. */
            shares: number | null;
            /** US dollars, where the form counts in dollars. */
            value: number | null;
            /**
             * Nature of the ownership.
             * @enum {string|null}
             */
            direct_or_indirect: "D" | "I" | null;
            /** How an indirect holding is owned. */
            nature_of_ownership: string | null;
            /** The footnotes on it, which alone say how where it reads "See Footnote". */
            nature_footnotes: string[];
            underlying_security_title: string | null;
            underlying_shares: number | null;
            /** US dollars. */
            exercise_price: number | null;
            /**
             * Format: date
             * When the derivative expires.
             * @example 2025-10-31
             */
            expiration_date: string | null;
            /**
             * Format: date
             * Day the balance is true for: of the transaction, or of the report.
             * @example 2025-10-31
             */
            balance_date: string;
            /**
             * Kind of the row that states it.
             */
            stated_in: "transaction" | "holding";
            /**
             * `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /** Row of the document that states it. */
            position: number;
            /**
             * SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /** @example 4 */
            form_type: string;
            /**
             * Format: date
             * EDGAR's "filed as of date".
             * @example 2025-10-31
             */
            filing_date: string;
            /**
             * Format: date-time
             * When EDGAR accepted the filing.
             * @example 2025-10-31T10:01:26Z
             */
            accepted_at: string;
        };
        /** A page of holdings. */
        InsiderHoldingList: {
            object: "list";
            data: components["schemas"]["InsiderHolding"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** A notice of proposed sale of restricted securities: Form 144. */
        ProposedSale: {
            object: "proposed_sale";
            /**
             * `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /**
             * SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /** @example 144 */
            form_type: string;
            /**
             * Format: date
             * EDGAR's "filed as of date".
             * @example 2025-10-31
             */
            filing_date: string;
            /**
             * Format: date-time
             * When EDGAR accepted the filing.
             * @example 2025-10-31T10:01:26Z
             */
            accepted_at: string;
            is_amendment: boolean;
            /** The notice that this one amends, as its filer names it. */
            previous_accession_number: string | null;
            /**
             * Central Index Key: ten digits.
             * @example 0009990001
             */
            issuer_cik: string;
            issuer_name: string | null;
            /** @example 001-99901 */
            issuer_file_number: string | null;
            issuer_address: components["schemas"]["PostalAddress"] | null;
            issuer_phone: string | null;
            /** Who filed the notice. */
            seller_ciks: string[];
            /** Person for whose account the securities are to be sold. */
            seller_name: string;
            /**
             * What the seller is to the issuer, as filed.
             * @example [
             *       "Officer"
             *     ]
             */
            relationships: string[];
            /** What is to be sold. */
            securities: {
                /** Row of the form, from 1. */
                position: number;
                security_title: string | null;
                broker_name: string | null;
                broker_address: components["schemas"]["PostalAddress"] | null;
                units_to_be_sold: number | null;
                /** Market value of what is to be sold. US dollars. */
                aggregate_market_value: number | null;
                /** Units of the class that are outstanding. */
                units_outstanding: number | null;
                /**
                 * Format: date
                 * Day from which the seller means to sell.
                 * @example 2025-10-31
                 */
                approximate_sale_date: string | null;
                /** @example NASDAQ */
                exchange: string | null;
            }[];
            /** How the seller came to them. */
            acquisitions: {
                /** Row of the form, from 1. */
                position: number;
                security_title: string | null;
                /**
                 * Format: date
                 * Day of the acquisition.
                 * @example 2025-10-31
                 */
                acquired_date: string | null;
                nature_of_acquisition: string | null;
                acquired_from: string | null;
                is_gift: boolean | null;
                /**
                 * Format: date
                 * Day on which the donor had acquired a gift.
                 * @example 2025-10-31
                 */
                donor_acquired_date: string | null;
                amount_acquired: number | null;
                /**
                 * Format: date
                 * Day of the payment.
                 * @example 2025-10-31
                 */
                payment_date: string | null;
                nature_of_payment: string | null;
            }[];
            /** The notice says that nothing was sold in the past three months. */
            nothing_sold_in_past_3_months: boolean | null;
            sold_in_past_3_months: {
                /** Row of the form, from 1. */
                position: number;
                seller_name: string | null;
                seller_address: components["schemas"]["PostalAddress"] | null;
                security_title: string | null;
                /**
                 * Format: date
                 * Day of the sale.
                 * @example 2025-10-31
                 */
                sale_date: string | null;
                amount_sold: number | null;
                /** Gross proceeds. US dollars. */
                gross_proceeds: number | null;
            }[];
            remarks: string | null;
            /**
             * Format: date
             * Day of the notice.
             * @example 2025-10-31
             */
            notice_date: string | null;
            /** When plans under Rule 10b5-1 were adopted, or instructions given. */
            plan_adoption_dates: string[];
            signature: string | null;
        };
        /** A page of notices. */
        ProposedSaleList: {
            object: "list";
            data: components["schemas"]["ProposedSale"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** A person of a Schedule 13D or 13G and what it owns. */
        ReportingPerson: {
            /** Cover page of the schedule, from 1. */
            position: number;
            name: string;
            /**
             * Ten digits; null when the schedule and its header do not say.
             * @example 0009990071
             */
            cik: string | null;
            /**
             * `a`: member of a group. `b`: membership disclaimed.
             * @enum {string|null}
             */
            member_of_group: "a" | "b" | null;
            /** Schedule 13D: SC, BK, AF, WC, PF, OO. */
            source_of_funds: string[];
            /** Schedule 13D: disclosure is required. */
            legal_proceedings: boolean | null;
            /** As filed: EDGAR's code, or words in typed schedules. */
            citizenship: string | null;
            /** Shares. */
            sole_voting_power: number | null;
            /** Shares. */
            shared_voting_power: number | null;
            /** Shares. */
            sole_dispositive_power: number | null;
            /** Shares. */
            shared_dispositive_power: number | null;
            /** Shares beneficially owned in all. */
            aggregate_amount: number | null;
            excludes_certain_shares: boolean | null;
            /** Per cent, such as 8.9. */
            percent_of_class: number | null;
            /** BD, BK, IC, IV, IA, EP, HC, SA, CP, CO, PN, IN, FI, OO. */
            person_types: string[];
            comment: string | null;
            /**
             * Whether `aggregate_amount` is there.
             */
            value_status: "reported" | "unavailable";
            /** The numbers that are null, each with the reason. */
            unavailable: {
                field: "sole_voting_power" | "shared_voting_power" | "sole_dispositive_power" | "shared_dispositive_power" | "aggregate_amount" | "percent_of_class";
                /**
                 * `not_stated`: the row is blank. `refers_to_text`: it says where else to look. `bound_only`: it says "less than". `out_of_range`: what stands there cannot be such a number.
                 */
                reason: "not_stated" | "refers_to_text" | "bound_only" | "out_of_range";
            }[];
            /** No later schedule on the issuer names the person, as of the moment asked about. */
            is_latest: boolean;
        };
        /** A Schedule 13D or 13G, or an amendment of one. */
        BeneficialOwnership: {
            object: "beneficial_ownership";
            /**
             * `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /**
             * SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /** @example SCHEDULE 13D */
            form_type: string;
            /**
             * Format: date
             * EDGAR's "filed as of date".
             * @example 2025-10-31
             */
            filing_date: string;
            /**
             * Format: date-time
             * When EDGAR accepted the filing.
             * @example 2025-10-31T10:01:26Z
             */
            accepted_at: string;
            schedule: "13D" | "13G";
            /**
             * `xml`: filed in XML, since December 2024. `text`: read from the cover pages.
             */
            source: "xml" | "text";
            is_amendment: boolean;
            amendment_number: number | null;
            /** The schedule that this one amends, as its filer names it. */
            previous_accession_number: string | null;
            /** Who filed the schedule. */
            filer_ciks: string[];
            /**
             * Central Index Key: ten digits.
             * @example 0009990001
             */
            issuer_cik: string | null;
            issuer_name: string | null;
            /** On one line. */
            issuer_address: string | null;
            cusips: string[];
            /** @example Common Stock */
            security_title: string | null;
            /**
             * Format: date
             * Day of the event that requires the filing.
             * @example 2025-10-31
             */
            event_date: string | null;
            /** Schedule 13G: the rules under which it is filed. */
            rules: string[];
            /** Schedule 13D: a 13G was filed before. */
            previously_filed_13g: boolean | null;
            /** Schedule 13D: whom notices go to. */
            notices_to: string | null;
            /** Every person of the schedule. */
            reporting_persons: components["schemas"]["ReportingPerson"][];
            /** Only with `include=items`. */
            items?: {
                /**
                 * Number of the item.
                 * @example 4
                 */
                item: string;
                text: string;
                /** The text goes on in the document. */
                truncated: boolean;
            }[];
            /** Schedules in XML only. */
            signatures: {
                reporting_person: string | null;
                name: string | null;
                title: string | null;
                /**
                 * Format: date
                 * Day of the signature.
                 * @example 2025-10-31
                 */
                signed_on: string | null;
            }[];
        };
        /** A page of schedules. */
        BeneficialOwnershipList: {
            object: "list";
            data: components["schemas"]["BeneficialOwnership"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** A row of a Form 13F information table. */
        Holding: {
            object: "holding";
            /**
             * `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /** Row of the information table, from 1. */
            position: number;
            /**
             * SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /** @example 13F-HR */
            form_type: string;
            /**
             * Format: date
             * EDGAR's "filed as of date".
             * @example 2025-10-31
             */
            filing_date: string;
            /**
             * Format: date-time
             * When EDGAR accepted the filing.
             * @example 2025-10-31T10:01:26Z
             */
            accepted_at: string;
            /**
             * Format: date
             * End of the quarter.
             * @example 2024-12-31
             */
            period_of_report: string | null;
            /**
             * What an amendment does: `restatement` replaces the whole table, `new_holdings` adds to it. Null for an original, and for an amendment that does not say.
             * @enum {string|null}
             */
            amendment_type: "restatement" | "new_holdings" | null;
            /**
             * Central Index Key: ten digits.
             * @example 0009990001
             */
            manager_cik: string;
            manager_name: string | null;
            /** Name of the issuer, as filed. */
            issuer_name: string;
            /** @example COM */
            title_of_class: string | null;
            /**
             * CUSIP: nine characters.
             * @example 99Q101102
             */
            cusip: string | null;
            figi: string | null;
            /** US dollars, whatever unit was filed. Null when `value_status` is `unavailable`. */
            value: number | null;
            /** The figure in the value column. Thousands or dollars: see `value_status`. */
            value_as_filed: number | null;
            /**
             * `reported`: dollars were filed. `normalized`: thousands were filed. `unavailable`: no value that can be trusted.
             */
            value_status: "reported" | "normalized" | "unavailable";
            /**
             * `thousands_era`: the form asked for thousands until January 3, 2023. `thousands_evident`, `dollars_evident`: the filer used the other unit, as the implied prices show. `shares_equal_value`: one column repeats the other. `not_given`: no value was filed.
             * @enum {string|null}
             */
            value_reason: "thousands_era" | "thousands_evident" | "dollars_evident" | "shares_equal_value" | "not_given" | null;
            /** Shares, or the principal amount. */
            shares: number | null;
            /**
             * Shares, or the principal amount of debt.
             * @enum {string|null}
             */
            shares_type: "SH" | "PRN" | null;
            /**
             * Options; null for the security itself.
             * @enum {string|null}
             */
            put_call: "put" | "call" | null;
            /**
             * Sole, shared-defined or shared-other.
             * @enum {string|null}
             */
            investment_discretion: "SOLE" | "DFND" | "OTR" | null;
            /** Numbers in the report's list of other included managers. */
            other_managers: string[];
            voting_sole: number | null;
            voting_shared: number | null;
            voting_none: number | null;
        };
        /** A page of holdings. */
        HoldingList: {
            object: "list";
            data: components["schemas"]["Holding"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** A security of a manager at the end of two quarters, summed over the rows that count. */
        HoldingChange: {
            object: "holding_change";
            /**
             * CUSIP: nine characters.
             * @example 99Q101102
             */
            cusip: string | null;
            issuer_name: string;
            title_of_class: string | null;
            /** @enum {string|null} */
            put_call: "put" | "call" | null;
            /**
             * Shares, or the principal amount of debt.
             * @enum {string|null}
             */
            shares_type: "SH" | "PRN" | null;
            /**
             * By the number of shares; `unknown` where a row gives none. Splits are not adjusted for.
             */
            change: "new" | "closed" | "increased" | "decreased" | "unchanged" | "unknown";
            shares_before: number | null;
            shares_after: number | null;
            /** US dollars. */
            value_before: number | null;
            /** US dollars. */
            value_after: number | null;
        };
        /** What was compared with what. */
        HoldingComparison: {
            /**
             * `ok`: both quarters were compared. `no_report`, `no_prior_report`: no report on the quarter, or on the one before, is known, so nothing can be called new or closed. `notice`: in one of them the holdings are reported by other managers.
             */
            status: "ok" | "no_report" | "no_prior_report" | "notice";
            /**
             * Central Index Key: ten digits.
             * @example 0009990001
             */
            manager_cik: string;
            /**
             * Format: date
             * End of the quarter before.
             * @example 2024-09-30
             */
            period_before: string | null;
            /**
             * Format: date
             * End of the quarter.
             * @example 2024-12-31
             */
            period_after: string | null;
            /** The reports that count for the quarter before. */
            reports_before: {
                /**
                 * SEC accession number. Its first ten digits are the submitter, not the company.
                 * @example 0009990001-25-000003
                 */
                accession_number: string;
                form_type: string;
                /**
                 * Format: date-time
                 * When EDGAR accepted the filing.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at: string;
                /**
                 * What an amendment does: `restatement` replaces the whole table, `new_holdings` adds to it. Null for an original, and for an amendment that does not say.
                 * @enum {string|null}
                 */
                amendment_type: "restatement" | "new_holdings" | null;
                /** True when holdings are left out under a request for confidential treatment. */
                confidential_omitted: boolean | null;
            }[];
            /** The reports that count for the quarter. */
            reports_after: {
                /**
                 * SEC accession number. Its first ten digits are the submitter, not the company.
                 * @example 0009990001-25-000003
                 */
                accession_number: string;
                form_type: string;
                /**
                 * Format: date-time
                 * When EDGAR accepted the filing.
                 * @example 2025-10-31T10:01:26Z
                 */
                accepted_at: string;
                /**
                 * What an amendment does: `restatement` replaces the whole table, `new_holdings` adds to it. Null for an original, and for an amendment that does not say.
                 * @enum {string|null}
                 */
                amendment_type: "restatement" | "new_holdings" | null;
                /** True when holdings are left out under a request for confidential treatment. */
                confidential_omitted: boolean | null;
            }[];
        };
        /** A page of changes. */
        HoldingChangeList: {
            object: "list";
            data: components["schemas"]["HoldingChange"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
            comparison: components["schemas"]["HoldingComparison"];
        };
        /** Cover and summary page of a Form 13F. */
        HoldingsReport: {
            object: "holdings_report";
            /**
             * SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /**
             * Central Index Key: ten digits.
             * @example 0009990001
             */
            manager_cik: string;
            manager_name: string | null;
            /** @example 13F-HR */
            form_type: string;
            /**
             * Format: date
             * EDGAR's "filed as of date".
             * @example 2025-10-31
             */
            filing_date: string;
            /**
             * Format: date-time
             * When EDGAR accepted the filing.
             * @example 2025-10-31T10:01:26Z
             */
            accepted_at: string;
            /**
             * Format: date
             * End of the quarter.
             * @example 2025-06-30
             */
            period_of_report: string | null;
            /**
             * `holdings`: all holdings are here. `notice`: other managers report them. `combination`: some are here.
             * @enum {string|null}
             */
            report_type: "holdings" | "notice" | "combination" | null;
            is_amendment: boolean;
            amendment_number: number | null;
            /**
             * What an amendment does: `restatement` replaces the whole table, `new_holdings` adds to it. Null for an original, and for an amendment that does not say.
             * @enum {string|null}
             */
            amendment_type: "restatement" | "new_holdings" | null;
            /** Whether the report counts in `view=net`, after every amendment known at `as_of`. */
            is_in_force: boolean;
            form_13f_file_number: string | null;
            crd_number: string | null;
            sec_file_number: string | null;
            additional_information: string | null;
            /** Managers that report for this one. */
            reporting_managers: {
                /** Number by which rows refer to the manager. */
                sequence_number: string | null;
                name: string | null;
                /**
                 * Central Index Key: ten digits.
                 * @example 0009990001
                 */
                cik: string | null;
                form_13f_file_number: string | null;
                crd_number: string | null;
                sec_file_number: string | null;
            }[];
            /** Managers whose holdings are in this report. */
            included_managers: {
                /** Number by which rows refer to the manager. */
                sequence_number: string | null;
                name: string | null;
                /**
                 * Central Index Key: ten digits.
                 * @example 0009990001
                 */
                cik: string | null;
                form_13f_file_number: string | null;
                crd_number: string | null;
                sec_file_number: string | null;
            }[];
            included_manager_count: number | null;
            /** Rows, as the filer counted them. */
            table_entry_total: number | null;
            /** Sum of the value column, as the filer gave it. */
            table_value_total: number | null;
            /** Rows we read; null without a table. */
            entries_read: number | null;
            /** Sum of the value column of the rows we read, as filed. */
            value_read: number | null;
            /**
             * Unit of the value column; null when it is not known.
             * @enum {string|null}
             */
            value_unit: "usd" | "thousand_usd" | null;
            /** True when holdings are left out under a request for confidential treatment. */
            confidential_omitted: boolean | null;
            signed_by: string | null;
            /**
             * Format: date
             * When it was signed.
             * @example 2025-10-31
             */
            signed_on: string | null;
        };
        /** A page of reports. */
        HoldingsReportList: {
            object: "list";
            data: components["schemas"]["HoldingsReport"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** A report of a registered fund. What its form does not ask for is null or empty. */
        FundReport: {
            object: "fund_report";
            /**
             * `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /**
             * SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /**
             * Central Index Key: ten digits.
             * @example 0009990001
             */
            cik: string;
            /** @example NPORT-P */
            form_type: string;
            /**
             * Format: date
             * EDGAR's "filed as of date".
             * @example 2025-10-31
             */
            filing_date: string;
            /**
             * Format: date-time
             * When EDGAR accepted the filing.
             * @example 2025-10-31T10:01:26Z
             */
            accepted_at: string;
            /**
             * Format: date
             * End of the period.
             * @example 2025-10-31
             */
            period_of_report: string | null;
            /**
             * `portfolio`: N-PORT. `census`: N-CEN. `votes`: N-PX. `registration_fee`: 24F-2.
             */
            report_type: "portfolio" | "census" | "votes" | "registration_fee";
            is_amendment: boolean;
            registrant_name: string | null;
            /**
             * Central Index Key: ten digits.
             * @example 0009990001
             */
            registrant_cik: string | null;
            registrant_lei: string | null;
            /** Investment Company Act file number. */
            file_number: string | null;
            series: {
                series_id: string | null;
                name: string | null;
                lei: string | null;
                class_ids: string[];
            }[];
            /**
             * Format: date
             * End of the fiscal year.
             * @example 2025-10-31
             */
            fiscal_year_end: string | null;
            is_final: boolean | null;
            total_series: number | null;
            /** Totals in US dollars; returns in percent, by month, oldest first. */
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
            /** Who serves the registrant and its series (N-CEN). */
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
        /** A page of reports. */
        FundReportList: {
            object: "list";
            data: components["schemas"]["FundReport"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** A position of a fund (N-PORT). */
        FundHolding: {
            object: "fund_holding";
            /**
             * `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /**
             * SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /**
             * Central Index Key: ten digits.
             * @example 0009990001
             */
            cik: string;
            /** @example NPORT-P */
            form_type: string;
            /**
             * Format: date
             * EDGAR's "filed as of date".
             * @example 2025-10-31
             */
            filing_date: string;
            /**
             * Format: date-time
             * When EDGAR accepted the filing.
             * @example 2025-10-31T10:01:26Z
             */
            accepted_at: string;
            /**
             * Format: date
             * End of the period.
             * @example 2025-10-31
             */
            period_of_report: string | null;
            /** Order in the report, from 1. */
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
            /** `NS` shares, `PA` principal amount, `NC` contracts, `OU` other. */
            units: string | null;
            currency: string | null;
            exchange_rate: number | null;
            /** US dollars. */
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
                 * Maturity.
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
                 * Expiry.
                 * @example 2025-10-31
                 */
                expires_on: string | null;
            } | null;
            is_on_loan: boolean | null;
        };
        /** A page of positions. */
        FundHoldingList: {
            object: "list";
            data: components["schemas"]["FundHolding"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** A matter and how a fund voted on it (N-PX). */
        ProxyVote: {
            object: "proxy_vote";
            /**
             * `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /**
             * SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /**
             * Central Index Key: ten digits.
             * @example 0009990001
             */
            cik: string;
            /** @example NPORT-P */
            form_type: string;
            /**
             * Format: date
             * EDGAR's "filed as of date".
             * @example 2025-10-31
             */
            filing_date: string;
            /**
             * Format: date-time
             * When EDGAR accepted the filing.
             * @example 2025-10-31T10:01:26Z
             */
            accepted_at: string;
            /**
             * Format: date
             * End of the period.
             * @example 2025-10-31
             */
            period_of_report: string | null;
            /** Order in the vote table, from 1. */
            position: number;
            series_id: string | null;
            issuer_name: string | null;
            /** @example 99TW1T106 */
            cusip: string | null;
            isin: string | null;
            figi: string | null;
            /**
             * Format: date
             * Day of the meeting.
             * @example 2025-10-31
             */
            meeting_date: string | null;
            /** The matter. */
            description: string | null;
            categories: string[];
            /** `ISSUER` or `SECURITY HOLDER`. */
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
        /** A page of votes. */
        ProxyVoteList: {
            object: "list";
            data: components["schemas"]["ProxyVote"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** A subsidiary as Exhibit 21 lists it. */
        Subsidiary: {
            object: "subsidiary";
            /**
             * `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /** Order in the exhibit, from 1. */
            position: number;
            /**
             * SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /**
             * Central Index Key: ten digits.
             * @example 0009990001
             */
            cik: string;
            /** @example 10-K */
            form_type: string;
            /**
             * Format: date
             * EDGAR's "filed as of date".
             * @example 2025-10-31
             */
            filing_date: string;
            /**
             * Format: date-time
             * When EDGAR accepted the filing.
             * @example 2025-10-31T10:01:26Z
             */
            accepted_at: string;
            /**
             * Format: date
             * End of the period of the report.
             * @example 2025-10-31
             */
            period_of_report: string | null;
            /** As listed, without footnote marks. */
            name: string;
            /** Where it is incorporated, as listed. */
            jurisdiction: string | null;
            /** Percent owned; most lists give none. */
            ownership_percent: number | null;
            /** The row in the canonical text, in code points. */
            start: number;
            end: number;
            /** The same in UTF-8 bytes. */
            byte_start: number;
            byte_end: number;
        };
        /** A page of subsidiaries. */
        SubsidiaryList: {
            object: "list";
            data: components["schemas"]["Subsidiary"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** An offering of securities as one document states it. What its form does not ask for is null or empty. */
        Offering: {
            object: "offering";
            /**
             * `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /**
             * SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /**
             * Central Index Key: ten digits.
             * @example 0009990001
             */
            cik: string;
            /** @example D */
            form_type: string;
            /**
             * Format: date
             * EDGAR's "filed as of date".
             * @example 2025-10-31
             */
            filing_date: string;
            /**
             * Format: date-time
             * When EDGAR accepted the filing.
             * @example 2025-10-31T10:01:26Z
             */
            accepted_at: string;
            /**
             * The rules under which securities are offered.
             */
            offering_type: "regulation_d" | "regulation_crowdfunding" | "regulation_a" | "registered";
            /**
             * What the document is to the offering it speaks of.
             */
            stage: "notice" | "offering_statement" | "progress_update" | "annual_report" | "exit_report" | "termination" | "withdrawal" | "registration" | "prospectus";
            is_amendment: boolean;
            /** The notice that a Form D/A amends. */
            previous_accession_number: string | null;
            /** The issuer, then co-issuers. */
            issuers: {
                /**
                 * Central Index Key: ten digits.
                 * @example 0009990001
                 */
                cik: string | null;
                name: string | null;
                entity_type: string | null;
                jurisdiction: string | null;
                /** Year or day of incorporation. */
                incorporated: string | null;
                previous_names: string[];
                phone: string | null;
                address: {
                    street1: string | null;
                    street2: string | null;
                    city: string | null;
                    /** EDGAR's code. */
                    state_or_country: string | null;
                    state_or_country_description: string | null;
                    zip_code: string | null;
                };
            }[];
            industry: string | null;
            fund_type: string | null;
            revenue_range: string | null;
            /** As the form names them. */
            security_types: string[];
            security_description: string | null;
            /** Exemptions claimed on Form D: `06b` is Rule 506(b), `06c` Rule 506(c), `3C.7` Section 3(c)(7). */
            exemptions: string[];
            /**
             * Tier of Regulation A.
             * @enum {string|null}
             */
            tier: "1" | "2" | null;
            /** The whole offering. US dollars. */
            total_amount: number | null;
            /** True when the form says "Indefinite". */
            total_amount_indefinite: boolean;
            /** Sold so far. US dollars. */
            amount_sold: number | null;
            /** Still to be sold. US dollars. */
            amount_remaining: number | null;
            /** What has to be reached (Form C). US dollars. */
            target_amount: number | null;
            /** At most. US dollars. */
            maximum_amount: number | null;
            /** What is left for the issuer. US dollars. */
            net_proceeds: number | null;
            /** Least that is taken from one investor. US dollars. */
            minimum_investment: number | null;
            /** Price of one security. US dollars. */
            price_per_security: number | null;
            securities_offered: number | null;
            securities_sold: number | null;
            /**
             * Format: date
             * Day of the first sale.
             * @example 2025-10-31
             */
            first_sale_on: string | null;
            /** True when nothing was sold yet. */
            first_sale_yet_to_occur: boolean | null;
            /**
             * Format: date
             * When the offering began.
             * @example 2025-10-31
             */
            commenced_on: string | null;
            /**
             * Format: date
             * When the SEC qualified the offering.
             * @example 2025-10-31
             */
            qualified_on: string | null;
            /**
             * Format: date
             * When the offering ends.
             * @example 2025-10-31
             */
            deadline_on: string | null;
            /** Whether the offering is to last longer than a year. */
            longer_than_one_year: boolean | null;
            /** Whether it is made in a merger or the like. */
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
            /** Portal or broker of a crowdfunding offering. */
            intermediary: {
                name: string | null;
                /**
                 * Central Index Key: ten digits.
                 * @example 0009990001
                 */
                cik: string | null;
                file_number: string | null;
                crd_number: string | null;
                compensation: string | null;
                financial_interest: string | null;
            } | null;
            /** Who is paid for finding investors. */
            sales_compensation: {
                name: string | null;
                crd_number: string | null;
                associated_broker_dealer_name: string | null;
                associated_broker_dealer_crd_number: string | null;
                /** `All States`, or codes. */
                states: string[];
                foreign_solicitation: boolean | null;
            }[];
            fees: {
                /** @example sales_commissions */
                kind: string;
                paid_to: string | null;
                /** In all. US dollars. */
                amount: number | null;
                /** For each security. US dollars. */
                per_security: number | null;
                is_estimate: boolean | null;
            }[];
            proceeds_to_related_persons: {
                /** Paid. US dollars. */
                amount: number | null;
                is_estimate: boolean | null;
                clarification: string | null;
            } | null;
            /** Where the securities are offered. */
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
                    /** EDGAR's code. */
                    state_or_country: string | null;
                    state_or_country_description: string | null;
                    zip_code: string | null;
                };
            }[];
            /** Figures of the issuer in the form, for the latest fiscal year and the one before. */
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
                 * When it was signed.
                 * @example 2025-10-31
                 */
                signed_on: string | null;
            }[];
            nature_of_amendment: string | null;
            progress_update: string | null;
            /** File number of the registration or offering statement. */
            file_number: string | null;
            /**
             * Format: date
             * Day of the prospectus that a supplement belongs to.
             * @example 2025-10-31
             */
            base_prospectus_date: string | null;
            /** Lines of the filing fee table (EX-FILING FEES, since 2024). */
            registered_securities: {
                security_type: string | null;
                title: string | null;
                amount_registered: number | null;
                /** At most. US dollars. */
                price_per_unit: number | null;
                /** At most. US dollars. */
                maximum_aggregate: number | null;
                /** Registration fee. US dollars. */
                fee: number | null;
            }[];
            /** The fee due, after offsets. US dollars. */
            registration_fee: number | null;
        };
        /** A page of offerings. */
        OfferingList: {
            object: "list";
            data: components["schemas"]["Offering"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** An item of a current report. */
        Event: {
            object: "event";
            /**
             * SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /** Order in the report, from 1. */
            position: number;
            /**
             * Central Index Key: ten digits.
             * @example 0009990001
             */
            cik: string;
            company_name: string | null;
            /** @example 8-K */
            form_type: string;
            /**
             * Format: date
             * EDGAR's "filed as of date".
             * @example 2025-10-31
             */
            filing_date: string;
            /**
             * Format: date-time
             * When EDGAR accepted the filing.
             * @example 2025-10-31T10:01:26Z
             */
            accepted_at: string;
            /**
             * Item of Form 8-K; `1` to `12` before August 23, 2004.
             * @example 5.02
             */
            item_code: string;
            /** What the item reports, under either numbering. */
            event_type: string;
            /** The item's official title. */
            label: string;
            /**
             * Format: date
             * Date of the report: of the earliest event in it.
             * @example 2025-10-31
             */
            event_date: string | null;
            /**
             * Whether the header of the submission names the item, the text has a heading for it, or both.
             */
            named_in: "header" | "text" | "both";
            /**
             * `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string | null;
            /**
             * The section with what the company wrote.
             * @example 0009990001-25-000003:1:8k.item_5_02
             */
            section_id: string | null;
            /** The heading as filed. */
            section_title: string | null;
            /** The section in the canonical text of the document. Null when the item has no text. */
            span: {
                start: number;
                end: number;
                unit: "code_point";
                byte_start: number;
                byte_end: number;
            } | null;
        };
        /** A page of events. */
        EventList: {
            object: "list";
            data: components["schemas"]["Event"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** An identity that must hold within a statement, and whether it does. */
        Invariant: {
            /** @example assets = liabilities_and_equity */
            invariant: string;
            /**
             * `unavailable`: a side is not reported. A derived value is not compared with its own formula.
             */
            status: "holds" | "fails" | "unavailable";
            left: number | null;
            right: number | null;
            difference: number | null;
            /** What rounding of the values explains. */
            tolerance: number | null;
        };
        /** A statement in the same lines for every company. */
        StandardStatement: {
            object: "standard_statement";
            /**
             * SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /** @example 10-K */
            form_type: string;
            /**
             * Format: date
             * EDGAR's "filed as of date".
             * @example 2025-10-31
             */
            filing_date: string;
            /**
             * Format: date-time
             * When EDGAR accepted the filing.
             * @example 2025-10-31T10:01:26Z
             */
            accepted_at: string;
            /**
             * Central Index Key: ten digits.
             * @example 0009990001
             */
            cik: string;
            /**
             * As on the cover page.
             * @example 10-K
             */
            document_type: string | null;
            /** Fiscal year of the document, in the word of its filer. */
            document_fiscal_year: number | null;
            /**
             * Fiscal period of the document, in the word of its filer.
             * @example FY
             */
            document_fiscal_period: string | null;
            /**
             * Format: date
             * Period end date on the cover page.
             * @example 2025-10-31
             */
            document_period_end: string | null;
            /**
             * ISO 4217.
             * @example USD
             */
            currency: string | null;
            /** Place among the statements of the filing, from 1. */
            position: number;
            statement: "income_statement" | "balance_sheet" | "cash_flow";
            /**
             * `year` of an annual report; `quarter` and `year_to_date` of a quarterly one, kept apart; `instant` for balances.
             */
            period_type: "year" | "quarter" | "year_to_date" | "instant";
            /**
             * Format: date
             * First day of the period; null for an instant.
             * @example 2025-10-31
             */
            period_start: string | null;
            /**
             * Format: date
             * Last day of the period.
             * @example 2025-10-31
             */
            period_end: string;
            /**
             * Version of the lists and formulas.
             * @example 1.0.0
             */
            resolver_version: string;
            lines: components["schemas"]["StandardValue"][];
            /** Identities that must hold. One that fails is reported; no value is changed to make it hold. */
            checks: components["schemas"]["Invariant"][];
        };
        /** A context of a statement. */
        StatementColumn: {
            /**
             * Format: date
             * First day; null for an instant.
             * @example 2025-10-31
             */
            period_start: string | null;
            /**
             * Format: date
             * Last day; null for an instant.
             * @example 2025-10-31
             */
            period_end: string | null;
            /**
             * Format: date
             * The day at whose end the values hold; null for a period.
             * @example 2025-10-31
             */
            instant: string | null;
            /** Empty for the whole entity. */
            dimensions: {
                /** @example us-gaap:StatementEquityComponentsAxis */
                axis: string;
                /** @example us-gaap:CommonStockMember */
                member: string | null;
                typed_value: string | null;
            }[];
        };
        /** A fact in its column. */
        FiledCell: {
            /** Index into `columns`. */
            column: number;
            /**
             * `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /** Position of the fact in the document. */
            position: number;
            /** The value itself, whatever sign the page shows. */
            value: number | null;
            /** Text of a fact that is no number, cut where it is long. */
            text: string | null;
            /** @example USD */
            unit: string | null;
            /** Digits the value is rounded to, as filed: -3 means thousands. Null when exact or not said. */
            decimals: number | null;
            nil: boolean;
        };
        /** A line of a statement as its filer presents it. */
        FiledLine: {
            /**
             * Qualified name of the element.
             * @example us-gaap:Assets
             */
            concept: string;
            /**
             * The filer's label.
             * @example Total assets
             */
            label: string;
            /**
             * Which label of the concept is shown, the last step of its role.
             * @example totalLabel
             */
            label_role: string;
            /** Depth in the tree of the presentation, from 0. */
            depth: number;
            /** A heading, which has no values. */
            abstract: boolean;
            /** The filer shows the values with the other sign. */
            negated: boolean;
            cells: components["schemas"]["FiledCell"][];
        };
        /** A statement as its filer presents it. */
        FiledStatement: {
            object: "filed_statement";
            /**
             * SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /** @example 10-K */
            form_type: string;
            /**
             * Format: date
             * EDGAR's "filed as of date".
             * @example 2025-10-31
             */
            filing_date: string;
            /**
             * Format: date-time
             * When EDGAR accepted the filing.
             * @example 2025-10-31T10:01:26Z
             */
            accepted_at: string;
            /**
             * Central Index Key: ten digits.
             * @example 0009990001
             */
            cik: string;
            /**
             * As on the cover page.
             * @example 10-K
             */
            document_type: string | null;
            /** Fiscal year of the document, in the word of its filer. */
            document_fiscal_year: number | null;
            /**
             * Fiscal period of the document, in the word of its filer.
             * @example FY
             */
            document_fiscal_period: string | null;
            /**
             * Format: date
             * Period end date on the cover page.
             * @example 2025-10-31
             */
            document_period_end: string | null;
            /**
             * ISO 4217.
             * @example USD
             */
            currency: string | null;
            /** Place among the statements of the filing, from 1. */
            position: number;
            statement: "balance_sheet" | "income_statement" | "comprehensive_income" | "cash_flow" | "equity" | "cover" | "notes" | "other";
            /** @example CONSOLIDATED BALANCE SHEETS */
            title: string;
            role_uri: string | null;
            /** @example 0000002 - Statement - CONSOLIDATED BALANCE SHEETS */
            definition: string | null;
            parenthetical: boolean;
            /**
             * `filed`: lines, order and labels are the filer's. `unavailable`: the filing brings none; known lines stand in a customary order under names made from their concepts.
             */
            presentation: "filed" | "unavailable";
            /**
             * Why the presentation is missing or has no lines.
             * @example no_linkbase
             */
            presentation_reason: string | null;
            columns: components["schemas"]["StatementColumn"][];
            /** Periods that only few of the lines have a value in, and that are left out. */
            columns_left_out: number;
            lines: components["schemas"]["FiledLine"][];
        };
        /** A financial statement, standardised or as filed. */
        Statement: components["schemas"]["StandardStatement"] | components["schemas"]["FiledStatement"];
        /** A page of statements. */
        StatementList: {
            object: "list";
            data: components["schemas"]["Statement"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** A ratio with everything it was computed from. */
        Ratio: {
            /** @example current_ratio */
            ratio: string;
            /** @example Current ratio */
            label: string;
            group: "margin" | "return" | "liquidity" | "leverage" | "efficiency" | "cash";
            value: number | null;
            /**
             * `ratio`, `days`, or the currency of an amount.
             * @example ratio
             */
            unit: string;
            /**
             * In names of lines of the standardised statements; those in brackets may be missing.
             * @example current_assets / current_liabilities
             */
            formula: string;
            status: "ok" | "unavailable";
            /**
             * Why there is no value. Negligible is less than a thousandth of the assets.
             * @enum {string|null}
             */
            reason: "input_not_reported" | "denominator_not_positive" | "denominator_negligible" | null;
            /** Lines that the filing does not report. */
            missing: string[];
            /** The lines computed with, with their facts. */
            inputs: components["schemas"]["StandardValue"][];
        };
        /** The ratios of one period. Nothing is annualised. */
        PeriodRatios: {
            /**
             * `year` of an annual report; `quarter` and `year_to_date` of a quarterly one, kept apart; `instant` for balances.
             */
            period_type: "year" | "quarter" | "year_to_date" | "instant";
            /**
             * Format: date
             * First day of the period.
             * @example 2025-10-31
             */
            period_start: string | null;
            /**
             * Format: date
             * Last day of the period; balances are those of this day.
             * @example 2025-10-31
             */
            period_end: string;
            ratios: components["schemas"]["Ratio"][];
        };
        /** The ratios of one annual or quarterly report. */
        RatioReport: {
            object: "ratio_report";
            /**
             * SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /** @example 10-K */
            form_type: string;
            /**
             * Format: date
             * EDGAR's "filed as of date".
             * @example 2025-10-31
             */
            filing_date: string;
            /**
             * Format: date-time
             * When EDGAR accepted the filing.
             * @example 2025-10-31T10:01:26Z
             */
            accepted_at: string;
            /**
             * Central Index Key: ten digits.
             * @example 0009990001
             */
            cik: string;
            /**
             * As on the cover page.
             * @example 10-K
             */
            document_type: string | null;
            /** Fiscal year of the document, in the word of its filer. */
            document_fiscal_year: number | null;
            /**
             * Fiscal period of the document, in the word of its filer.
             * @example FY
             */
            document_fiscal_period: string | null;
            /**
             * Format: date
             * Period end date on the cover page.
             * @example 2025-10-31
             */
            document_period_end: string | null;
            /**
             * ISO 4217.
             * @example USD
             */
            currency: string | null;
            /**
             * Version of the formulas.
             * @example 1.0.0
             */
            ratios_version: string;
            /**
             * Version of the standardised lines.
             * @example 1.0.0
             */
            resolver_version: string;
            periods: components["schemas"]["PeriodRatios"][];
        };
        /** A page of reports with their ratios. */
        RatioReportList: {
            object: "list";
            data: components["schemas"]["RatioReport"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** What one filing says a fact is. */
        FactVintage: {
            /**
             * SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /** @example 10-K/A */
            form_type: string;
            /**
             * Format: date
             * EDGAR's "filed as of date".
             * @example 2025-10-31
             */
            filing_date: string;
            /**
             * Format: date-time
             * When EDGAR accepted the filing.
             * @example 2025-10-31T10:01:26Z
             */
            accepted_at: string;
            /**
             * `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /** Position of the fact in the document. */
            position: number;
            value: number;
            /** Digits the value is rounded to, as filed. */
            decimals: number | null;
            /** The value differs from the one of the filing before by more than the rounding of both explains. */
            restated: boolean;
        };
        /** A fact that several filings state - same concept, unit, period and dimensions - with what each of them says. */
        Restatement: {
            object: "restatement";
            /**
             * Central Index Key: ten digits.
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
             * First day of the period; null for an instant.
             * @example 2025-10-31
             */
            period_start: string | null;
            /**
             * Format: date
             * Last day of the period; null for an instant.
             * @example 2025-10-31
             */
            period_end: string | null;
            /**
             * Format: date
             * The day at whose end the value holds; null for a period.
             * @example 2025-10-31
             */
            instant: string | null;
            /** Empty for the whole entity. */
            dimensions: {
                axis: string;
                member: string | null;
                typed_value: string | null;
            }[];
            status: "restated" | "unchanged";
            /**
             * Format: date-time
             * When the filing that last said something else was accepted.
             * @example 2025-10-31T10:01:26Z
             */
            restated_at: string | null;
            /** As first filed. */
            first_value: number;
            /** As last filed. */
            latest_value: number;
            /** `latest_value` less `first_value`. */
            difference: number;
            /** Every filing that states the fact, earliest first. */
            vintages: components["schemas"]["FactVintage"][];
        };
        /** A page of facts with their vintages. */
        RestatementList: {
            object: "list";
            data: components["schemas"]["Restatement"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** Something a value was computed from. */
        SignalInput: {
            name: string;
            value: (number | string | boolean) | null;
            /**
             * SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string | null;
            /**
             * SHA-256 of the text the input was taken from.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            text_sha256?: string;
            /**
             * XBRL concept.
             * @example us-gaap:Assets
             */
            concept?: string;
            /** @example USD */
            unit?: string;
            /**
             * Format: date
             * First day of the period; absent for an instant.
             * @example 2025-10-31
             */
            period_start?: string;
            /**
             * Format: date
             * Last day of the period, or the instant.
             * @example 2025-10-31
             */
            period_end?: string;
            /** Rounding of the fact as filed. */
            decimals?: number | null;
            /** Which of the concepts that can stand for this name was the first the filing reports. */
            resolver_rank?: number;
        };
        /** Something that was read out of a filing, with its evidence. */
        Signal: {
            object: "signal";
            /** @example sig_06fpr5v8k0ah3q7yd2m4xw9ezc */
            id: string;
            /** @example rf_added */
            signal_type: string;
            /**
             * SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /**
             * Central Index Key: ten digits.
             * @example 0009990001
             */
            cik: string;
            /** @example 10-K */
            form_type: string;
            /**
             * Format: date-time
             * When EDGAR accepted the filing.
             * @example 2025-10-31T10:01:26Z
             */
            accepted_at: string;
            /**
             * Format: date-time
             * When this API first showed the signal.
             * @example 2025-10-31T10:01:26Z
             */
            available_at: string;
            /**
             * Format: date
             * The period the filing reports on.
             * @example 2025-10-31
             */
            period_of_report: string | null;
            /** In `unit`. */
            value: number | string | boolean;
            unit: string;
            /** -1 adverse, 0 neutral, 1 favourable. */
            direction: number;
            /** `quarantined`: doubtful by its own evidence, such as a change by a factor of 1,000 that is a mistake of scale. */
            status: string;
            /**
             * What of the filing it is about, where a filing can have several of the type.
             * @example 5.02
             */
            subject: string | null;
            /** The parts of the finding, as `payload_schema` of the signal type describes them. */
            payload: {
                [key: string]: unknown;
            } | null;
            /** With `include=peer_percentile`: the share of peers whose latest value of the year before is lower, ties counted half. Peers are companies of the same two-digit SIC code known at the moment of the answer and accepted no later than this filing. Null under 20 peers and for values that are no numbers. */
            peer_percentile?: number | null;
            /** Id of the signal this one replaced. */
            supersedes: string | null;
            extractor: {
                /** @example risk_factor_diff */
                name: string;
                /** @example 1.0.0 */
                version: string;
                kind: "deterministic" | "llm";
                /** SHA-256 of everything the extractor read. */
                input_sha256: string;
                /** SHA-256 of its settings. */
                config_sha256: string;
            };
            /**
             * The same input and extractor version give the same fingerprint.
             * @example sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            fingerprint: string;
            evidence: components["schemas"]["Evidence"][];
            inputs: components["schemas"]["SignalInput"][];
        };
        /** A page of signals. */
        SignalList: {
            object: "list";
            data: components["schemas"]["Signal"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
            total?: components["schemas"]["Total"];
        };
        /** Measured accuracy of a signal. */
        SignalAccuracy: {
            /** The version that was measured. */
            extractor_version: string;
            /** Labels written by filers or the SEC against the signal, on the corpus of real filings. Shares are null under 30 positives. Intervals are Wilson score intervals at 95 %. */
            checks: {
                name: string;
                /** Where the label comes from. */
                source: string;
                /** Cases with a label. */
                labelled: number;
                /** Cases in which the signal says the same. */
                agreed: number;
                agreement: number | null;
                positives: number;
                precision: number | null;
                recall: number | null;
                intervals: {
                    agreement: {
                        lower: number;
                        upper: number;
                    };
                    precision: {
                        lower: number;
                        upper: number;
                    } | null;
                    recall: {
                        lower: number;
                        upper: number;
                    } | null;
                } | null;
            }[];
        };
        /** What a signal means and how it is computed. */
        SignalType: {
            object: "signal_type";
            /** @example rf_added */
            signal_type: string;
            title: string;
            description: string;
            family: string;
            unit: string;
            /** Every value a label can have. */
            labels: string[] | null;
            range: {
                minimum: number | null;
                maximum: number | null;
            };
            /** Forms the signal is read from; empty: every form. */
            form_types: string[];
            /** Name of the extractor in the processing ledger. */
            extractor: string;
            evidence_kinds: ("text_span" | "pair" | "header_field" | "xml_path" | "xbrl_fact")[];
            /** The paper or SEC rule the formula comes from. */
            source: string;
            formula: string;
            /** Published effects and disputes: history, never a promise. */
            history: string | null;
            /** @example 1.0.0 */
            extractor_version: string;
            extractor_kind: "deterministic" | "llm";
            /**
             * Format: date
             * First filing date from which the inputs exist; null: EDGAR always had them.
             * @example 2025-10-31
             */
            covers_from: string | null;
            /** JSON Schema of `payload`. */
            payload_schema: {
                [key: string]: unknown;
            } | null;
            /** What the rule does where the usual reading does not hold. */
            cases: {
                financial_firms: string;
                funds: string;
                shells: string;
                first_filings: string;
                missing_years: string;
                fiscal_year_changes: string;
                splits: string;
                amendments: string;
                withdrawals: string;
            };
            accuracy: components["schemas"]["SignalAccuracy"] | null;
        };
        /** The catalogue of signals. */
        SignalTypeList: {
            object: "list";
            data: components["schemas"]["SignalType"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** What came of running the rule again. */
        SignalReproduction: {
            object: "signal_reproduction";
            signal_id: string;
            /**
             * `reproduced`: the rule was run again on the stored bytes and gave the same fingerprint. `inputs_changed`: filings that arrived since are inputs now, so the signal has been or will be superseded. `version_retired`: the rule has a newer version, and this one is no longer kept. `not_deterministic`: a language model was asked; its stored answer was checked instead. `not_reproduced`: the same inputs gave something else, which is a defect.
             */
            outcome: "reproduced" | "inputs_changed" | "version_retired" | "not_deterministic" | "not_reproduced";
            /** As stored. */
            fingerprint: string;
            /** As computed for this answer. */
            fingerprint_again: string | null;
            /**
             * Of the inputs, as stored.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            input_sha256: string;
            /**
             * Of the inputs now.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            input_sha256_again: string | null;
            extractor: {
                name: string;
                version: string;
                current_version: string;
            };
            /** Whether every piece of evidence was sliced again and found equal. */
            evidence_verified: boolean | null;
        };
        /** The evidence of a signal, checked for this answer. */
        EvidenceList: {
            object: "list";
            data: components["schemas"]["Evidence"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** Filings that are read again because the extractor has a new version. */
        ExtractorBackfill: {
            state: "running" | "paused" | "done";
            extractor: string;
            to_version: string;
            /** Versions that were found when it began; empty for a new extractor. */
            from_versions: string[];
            /** Filings that were read by an earlier version, or never. */
            total: number;
            done: number;
            /**
             * Format: date-time
             * When it began.
             * @example 2025-10-31T10:01:26Z
             */
            started_at: string;
            /**
             * Format: date-time
             * When it last went on.
             * @example 2025-10-31T10:01:26Z
             */
            updated_at: string;
        };
        /** What asking a language model with one version of a prompt has cost, and what came of it. */
        PromptUse: {
            /** @example llm_guidance */
            prompt_id: string;
            /** @example 1.0.0 */
            prompt_version: string;
            models: string[];
            /** Requests to the language model, answered or not. */
            calls: number;
            /** Requests by what came of them. */
            calls_by_outcome: {
                [key: string]: number;
            };
            /** Requests whose use is not known; they count at the most they can have cost. */
            calls_estimated: number;
            /** Input tokens that no cache held. */
            input_tokens: number;
            cache_write_5m_tokens: number;
            cache_write_1h_tokens: number;
            cache_read_tokens: number;
            /** Thinking included. */
            output_tokens: number;
            thinking_tokens: number;
            /** At the prices configured when the calls were made. */
            usd: number;
            /** Of direct requests that were answered. */
            median_duration_ms: number | null;
            replies: number;
            /** Findings in the replies. */
            findings: number;
            /** Findings whose quote stands in the filing. */
            grounded: number;
            /** Findings that were dropped because their quote does not stand in the filing. */
            grounding_failed: number;
            grounding_failed_rate: number | null;
            /** Findings that the text they quote contradicts. */
            contradicted: number;
            /** Findings that were dropped, by reason. */
            dropped: {
                [key: string]: number;
            };
        };
        /** An extractor with its progress. */
        Extractor: {
            object: "extractor";
            /** @example risk_factor_diff */
            name: string;
            /** @example 1.0.0 */
            version: string;
            kind: "deterministic" | "llm";
            /** Signal types it finds. */
            signal_types: string[];
            /** What it is given besides the filing itself. */
            needs: {
                /** @example prior_filing */
                name: string;
                /** Earlier filings of the same company it looks at; empty: the filing alone. */
                earlier_form_types: string[];
                /** How far back it looks, in days before the acceptance. */
                days: number | null;
            }[];
            /** The settings it computes with. */
            config: {
                [key: string]: unknown;
            };
            /**
             * SHA-256 of the settings, as in each of its signals.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            config_sha256: string;
            /** Published filings by its answer; together they are all published filings. */
            filings: {
                ok_found: number;
                ok_none: number;
                not_applicable: number;
                insufficient_data: number;
                pending: number;
                failed: number;
                unavailable: number;
                refused: number;
                truncated: number;
            };
            backfill: components["schemas"]["ExtractorBackfill"] | null;
            /** By version of the prompt, for extractors that ask a language model; empty for all others. */
            prompts: components["schemas"]["PromptUse"][];
        };
        /** A rule that reads signals out of filings. */
        ExtractorSummary: {
            object: "extractor";
            /** @example risk_factor_diff */
            name: string;
            /** @example 1.0.0 */
            version: string;
            kind: "deterministic" | "llm";
            /** Signal types it finds. */
            signal_types: string[];
            /** What it is given besides the filing itself. */
            needs: {
                /** @example prior_filing */
                name: string;
                /** Earlier filings of the same company it looks at; empty: the filing alone. */
                earlier_form_types: string[];
                /** How far back it looks, in days before the acceptance. */
                days: number | null;
            }[];
            /** The settings it computes with. */
            config: {
                [key: string]: unknown;
            };
            /**
             * SHA-256 of the settings, as in each of its signals.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            config_sha256: string;
        };
        /** Every extractor of signals. */
        ExtractorList: {
            object: "list";
            data: components["schemas"]["ExtractorSummary"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** The verdict on a quote. */
        EvidenceVerification: {
            object: "evidence_verification";
            /**
             * `verified`: the span of the stored text equals the quote, character by character.
             */
            verdict: "verified" | "mismatch";
            /** Why it is not verified. */
            fault: string | null;
            /**
             * `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /**
             * SHA-256 of the text that was sliced; it was computed again for this answer.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            text_sha256: string;
            start: number;
            end: number;
            unit: "code_point" | "byte";
            /** What stands there, at most 2,000 code points of it. */
            actual: string | null;
            /** Where the quote does stand, in the unit asked for; at most 10 places, only when not verified. */
            found_at: {
                start: number;
                end: number;
            }[];
        };
        /** The verdict on a piece of evidence. */
        EvidenceCheck: {
            object: "evidence_check";
            kind: "text_span" | "pair" | "header_field" | "xml_path" | "xbrl_fact";
            /**
             * `verified`: every part of the claim holds. `mismatch`: it does not. `unavailable`: no visible filing has the source it names.
             */
            verdict: "verified" | "mismatch" | "unavailable";
            /** The first thing that does not hold. */
            fault: string | null;
        };
        /** What is covered of a form. */
        CoverageRow: {
            object: "coverage_row";
            /** @example 10-K */
            form_type: string;
            /** Filings available. */
            published: number;
            /** Filings being read. */
            pending: number;
            /** Filings that could not be read. */
            failed: number;
            /**
             * Format: date-time
             * `accepted_at` of the earliest filing.
             * @example 2025-10-31T10:01:26Z
             */
            from: string | null;
            /**
             * Format: date-time
             * `accepted_at` of the latest filing.
             * @example 2025-10-31T10:01:26Z
             */
            to: string | null;
        };
        /** What is covered, by form. */
        CoverageList: {
            object: "list";
            data: components["schemas"]["CoverageRow"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
            /** The companies asked about. */
            entities: {
                cik: string;
                /**
                 * `not_covered`: no filing of theirs is known or expected.
                 */
                status: "covered" | "not_covered";
            }[];
        };
        /** A cell with its place in the grid and in the text. */
        TableCell: {
            /**
             * What stands in the cell, verbatim.
             * @example 1,204
             */
            text: string;
            /** Column of the grid, from 0, after the spans of cells before and above. */
            column: number;
            column_span: number;
            row_span: number;
            /** Marked as a heading in the document. */
            header: boolean;
            /** First code point in the canonical text. */
            start: number;
            /** Code point after the last; equal to `start` where nothing is drawn. */
            end: number;
            /** First UTF-8 byte. */
            byte_start: number;
            /** Byte after the last. */
            byte_end: number;
        };
        /** A table of a document as rows and cells. Tables used only for layout are none. */
        Table: {
            object: "table";
            /**
             * SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /**
             * `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /** Position of the document in the filing. */
            sequence: number;
            /** Position of the table in the document, from 1. */
            position: number;
            /**
             * The section in which the table begins.
             * @example 0009990001-25-000003:1:10k.item_8
             */
            section_id: string | null;
            /** @example 10k.item_8 */
            section_key: string | null;
            /**
             * SHA-256 of the canonical text the offsets refer to.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            text_sha256: string;
            /** First code point in the canonical text. */
            start: number;
            /** Code point after the last; equal to `start` where nothing is drawn. */
            end: number;
            /** First UTF-8 byte. */
            byte_start: number;
            /** Byte after the last. */
            byte_end: number;
            /** Columns of the grid. */
            column_count: number;
            /** Rows as they are drawn, each with the cells that begin in it. */
            rows: components["schemas"]["TableCell"][][];
        };
        /** The tables of a filing. */
        TableList: {
            object: "list";
            data: components["schemas"]["Table"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** Words of the query where they stand. */
        SearchHighlight: {
            /** First code point in the canonical text. */
            start: number;
            /** Code point after the last. */
            end: number;
            /** First UTF-8 byte. */
            byte_start: number;
            /** Byte after the last. */
            byte_end: number;
        };
        /** A passage of the text. With `document_id`, `document_sha256` and `text_sha256` of the hit it is evidence: it can be sliced out of the text again and verified. */
        SearchSnippet: {
            /** @example 0009990001-25-000003:1:10k.item_1a */
            section_id: string | null;
            /** First code point in the canonical text. */
            start: number;
            /** Code point after the last. */
            end: number;
            /** First UTF-8 byte. */
            byte_start: number;
            /** Byte after the last. */
            byte_end: number;
            unit: "code_point";
            /** The passage, verbatim. */
            quote: string;
            /** The words of the query in it; positions in the same text. */
            highlights: components["schemas"]["SearchHighlight"][];
            /** A link that makes a browser scroll to the passage on sec.gov and mark it. */
            text_fragment_url: string | null;
        };
        /** A document, or a section of one, that fulfils the query. */
        SearchHit: {
            object: "search_hit";
            /**
             * SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /**
             * As EDGAR writes it.
             * @example 10-K
             */
            form_type: string;
            /**
             * Format: date
             * EDGAR's "filed as of date".
             * @example 2025-10-31
             */
            filing_date: string;
            /**
             * Format: date-time
             * When EDGAR accepted the filing.
             * @example 2025-10-31T10:01:26Z
             */
            accepted_at: string;
            filers: {
                /**
                 * What the filer is to this filing.
                 * @example filer
                 */
                role: string;
                /**
                 * Central Index Key: ten digits.
                 * @example 0009990001
                 */
                cik: string;
                /** As the header of this filing names it. */
                name: string;
            }[];
            /**
             * `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /**
             * As filed.
             * @example 10-K
             * @example EX-99.1
             */
            document_type: string;
            /** Position of the document in the filing. */
            sequence: number;
            /** The section that matches; null where the query was asked of whole documents. */
            section_id: string | null;
            /** @example 10k.item_1a */
            section_key: string | null;
            /** Only with `sort=relevance`; comparable within one search. */
            relevance: number | null;
            /**
             * SHA-256 of the original bytes of the document.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            document_sha256: string;
            /**
             * SHA-256 of the canonical text the offsets refer to.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            text_sha256: string;
            /** The document on sec.gov; null for fictional filings. */
            source_url: string | null;
            /** The passages that show most of the query, in the order of the text. */
            snippets: components["schemas"]["SearchSnippet"][];
        };
        /** A page of what was found. */
        SearchHitList: {
            object: "list";
            data: components["schemas"]["SearchHit"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** What matches in one period. */
        SearchCount: {
            object: "search_count";
            /**
             * Format: date
             * First day of the period, by `filing_date`.
             * @example 2025-01-01
             */
            period_start: string;
            /**
             * Format: date
             * Last day of the period.
             * @example 2025-12-31
             */
            period_end: string;
            /** Documents that match. */
            documents: number;
            /** Filings with a document that matches. */
            filings: number;
            by_form: {
                /** @example 10-K */
                form_type: string;
                /** Documents that match. */
                documents: number;
                /** Filings with a document that matches. */
                filings: number;
            }[];
        };
        /** Matches over time; periods without any are left out. */
        SearchCountList: {
            object: "list";
            data: components["schemas"]["SearchCount"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
            /** False when more documents can match than were looked at: the latest were, back to `counted_from`. */
            counted_all: boolean;
            /**
             * Format: date-time
             * `accepted_at` of the earliest document looked at; null when all were.
             * @example 2025-10-31T10:01:26Z
             */
            counted_from: string | null;
        };
        /** Where a hunk stands on one side. */
        DiffSpan: {
            /** First code point in the canonical text of this side. */
            start: number;
            /** Code point after the last; equal to `start` where this side has nothing. */
            end: number;
            /** First UTF-8 byte. */
            byte_start: number;
            /** Byte after the last. */
            byte_end: number;
            /** The text, verbatim; null where nothing changed, unless `include=equal_text`. */
            quote: string | null;
        };
        /** A stretch of both texts that is equal or has changed. */
        DiffHunk: {
            /**
             * What makes the one side out of the other. Hunks are in order and tile both texts.
             */
            operation: "equal" | "insert" | "delete" | "replace";
            /**
             * By which units the change was found. `coarse`: the texts are too long and too different to look closer. Null for `equal`.
             * @enum {string|null}
             */
            level: "block" | "sentence" | "word" | "coarse" | null;
            /** A deletion and an insertion with the same number are one passage that moved, word for word. */
            move: number | null;
            from: components["schemas"]["DiffSpan"];
            to: components["schemas"]["DiffSpan"];
        };
        /** One of the two texts of a diff. */
        DiffSide: {
            /**
             * SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /**
             * As EDGAR writes it.
             * @example 10-K
             */
            form_type: string;
            /**
             * Format: date
             * EDGAR's "filed as of date".
             * @example 2025-10-31
             */
            filing_date: string;
            /**
             * Format: date-time
             * When EDGAR accepted the filing.
             * @example 2025-10-31T10:01:26Z
             */
            accepted_at: string;
            /**
             * `{accession_number}:{sequence}`.
             * @example 0009990001-25-000003:1
             */
            document_id: string;
            /** @example 0009990001-25-000003:1:10k.item_1a */
            section_id: string | null;
            /**
             * Status of the section; an absent one is compared as an empty text. Null for a document.
             * @enum {string|null}
             */
            section_status: "ok" | "uncertain" | "absent" | null;
            /**
             * SHA-256 of the original bytes of the document.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            document_sha256: string;
            /**
             * SHA-256 of the canonical text the offsets refer to.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            text_sha256: string;
            /** First code point of the compared text in the canonical text. */
            start: number;
            /** Code point after the last. */
            end: number;
            byte_start: number;
            byte_end: number;
        };
        /** The difference of two texts. Keep what is equal, put in what is new, and the one is the other. */
        Diff: {
            object: "diff";
            algorithm: {
                /** @example layered_myers */
                name: string;
                /**
                 * A new version can give other hunks for the same texts.
                 * @example 1.0.0
                 */
                version: string;
            };
            /** False when the comparison was cut short somewhere: still exact, only coarser than it could be. */
            complete: boolean;
            from: components["schemas"]["DiffSide"];
            to: components["schemas"]["DiffSide"];
            summary: {
                /** Code points that both sides have in the same order. */
                equal: number;
                /** Code points of `from` that are gone. */
                deleted: number;
                /** Code points of `to` that are new. */
                inserted: number;
                /** Code points that stand elsewhere; counted in `deleted` and `inserted`, too. */
                moved: number;
                /** Twice `equal`, as a share of both lengths. */
                similarity: number;
            };
            hunks: components["schemas"]["DiffHunk"][];
            /**
             * Format: date-time
             * The moment the answer is true for.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
        };
        /** Something that became visible, or ceased to be current. */
        Change: {
            object: "change";
            /** Place in the feed. Positions only grow; there may be gaps. */
            position: number;
            /** @example filing.published */
            change_type: string;
            /**
             * SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /**
             * Central Index Key: ten digits.
             * @example 0009990001
             */
            cik: string | null;
            /** Accession number of the filing, `document_id`, or id of the signal. What can happen more than once carries `@` and the number of the custody event. */
            object_id: string;
            /**
             * Format: date-time
             * When it happened.
             * @example 2025-10-31T10:01:26Z
             */
            created_at: string;
        };
        /** A page of the feed of changes. */
        ChangeList: {
            object: "list";
            data: components["schemas"]["Change"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
            /** Position to pass as `after` next time: that of the last entry, or where this page began. */
            last_position: number;
        };
        /** The plan of the organisation and what its month has come to. */
        BillingPlan: {
            object: "billing_plan";
            /** @example pro */
            name: string;
            /** @example Pro */
            title: string;
            /** Sustained units per second. */
            requests_per_second: number;
            /** Units that may come at once after a pause. */
            burst: number;
            /** Units in any 24 hours. */
            daily_limit: number;
            /** Units per calendar month (UTC) included in the price. */
            monthly_quota: number;
            /** Requests in flight at once, per process of the API. */
            concurrency: number;
            /** Price of a month in US cents. */
            price_cents: number;
            /** US cents of 1,000 units beyond the quota; null: the quota is the end. */
            overage_cents_per_1000: number | null;
            /** The most the month may cost beyond the price, in US cents; null: nothing. */
            spend_cap_cents: number | null;
            /** The smaller plan that comes into force with the next month; null: none. */
            next_plan: string | null;
            /**
             * First day of the month from which that plan is in force, UTC; null: none.
             * @example 2026-12-01
             */
            next_plan_from: string | null;
            /**
             * The current month, UTC.
             * @example 2026-11
             */
            month: string;
            /** Units billed in the month so far; at most a few seconds behind. */
            units: number;
            /** What the month costs so far, the price of the plan included. */
            cost_cents: number;
            /** What it will have cost at its end if it goes on like this: units so far, divided by the share of the month that is over, up to the spend cap. */
            forecast_cents: number;
        };
        /** What a month may cost. */
        Budget: {
            object: "budget";
            /** The most a month may cost beyond the price of the plan, in US cents; null: nothing. */
            spend_cap_cents: number | null;
            /** At these shares of the quota and of the cap, owners and admins are told. */
            alert_percents: number[];
        };
        /** What an invoice says. */
        InvoiceDocument: {
            /**
             * The month it bills, UTC.
             * @example 2026-10
             */
            month: string;
            plan: string;
            plan_title: string;
            included_units: number;
            /** Units of the month: the sum of its usage lines, and of the usage of the month. */
            units: number;
            currency: "usd";
            lines: {
                kind: "plan" | "usage" | "overage" | "late_usage";
                description: string;
                /** Of a usage line. */
                operation_id: string | null;
                /** The month late units belong to. */
                month: string | null;
                /** Units, or 1 for the plan. */
                quantity: number;
                /** US cents of `per` units; null: included in the plan. */
                price_cents: number | null;
                /** Units the price is for. */
                per: number;
                amount_cents: number;
            }[];
            /** Sum of the amounts, US cents. */
            total_cents: number;
        };
        /** An invoice. What it says never changes; late usage is on a later one. */
        Invoice: {
            object: "invoice";
            /** @example inv_06fpr5v8k0ah3q7yd2m4xw9ezc */
            id: string;
            /**
             * The month it bills, UTC.
             * @example 2026-10
             */
            month: string;
            status: "open" | "paid" | "void";
            /** US cents. */
            total_cents: number;
            document: components["schemas"]["InvoiceDocument"];
            /**
             * SHA-256 of the canonical JSON (RFC 8785) of the document.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            document_sha256: string;
            /** Path of the PDF. */
            pdf_url: string;
            /**
             * Format: date-time
             * When it was issued.
             * @example 2025-10-31T10:01:26Z
             */
            issued_at: string;
            /**
             * Format: date-time
             * When it was paid.
             * @example 2025-10-31T10:01:26Z
             */
            paid_at: string | null;
            /**
             * Format: date-time
             * When it was voided.
             * @example 2025-10-31T10:01:26Z
             */
            voided_at: string | null;
            /**
             * Format: date-time
             * When a payment of it last failed; null when none did, or once it is paid.
             * @example 2025-10-31T10:01:26Z
             */
            payment_failed_at: string | null;
        };
        /** Invoices of the organisation, latest month first. */
        InvoiceList: {
            object: "list";
            data: components["schemas"]["Invoice"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** What the organisation wants to hear of: changes that pass all its conditions. */
        Monitor: {
            object: "monitor";
            /** @example mon_06fpr5v8k0ah3q7yd2m4xw9ezc */
            id: string;
            name: string;
            /** Types of changes; empty: any. */
            change_types: string[];
            /** Companies; empty: any. */
            ciks: string[];
            /** Form types; empty: any. */
            form_types: string[];
            /** Types of signals; empty: any. */
            signal_types: string[];
            /** Whether it matches anything. */
            enabled: boolean;
            /**
             * Format: date-time
             * When it was made. It matches what became visible afterwards.
             * @example 2025-10-31T10:01:26Z
             */
            created_at: string;
            /**
             * Format: date-time
             * When it was last changed.
             * @example 2025-10-31T10:01:26Z
             */
            updated_at: string;
        };
        /** Monitors of the organisation, latest first. */
        MonitorList: {
            object: "list";
            data: components["schemas"]["Monitor"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** A change that a monitor asked for. */
        MonitorMatch: {
            object: "monitor_match";
            monitor_id: string;
            /** Place in the feed of changes. */
            position: number;
            change_type: string;
            /**
             * SEC accession number. Its first ten digits are the submitter, not the company.
             * @example 0009990001-25-000003
             */
            accession_number: string;
            /**
             * Central Index Key: ten digits.
             * @example 0009990001
             */
            cik: string | null;
            /** Accession number of the filing, or id of the signal, that matched. */
            object_id: string;
            /** Path of what matched. */
            url: string;
            /**
             * Format: date-time
             * When it was noticed.
             * @example 2025-10-31T10:01:26Z
             */
            matched_at: string;
        };
        /** What a monitor matched, latest first. */
        MonitorMatchList: {
            object: "list";
            data: components["schemas"]["MonitorMatch"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** Rows of a resource as files, as of one moment, with the hash of each. */
        Export: {
            object: "export";
            /** @example exp_06fpr5v8k0ah3q7yd2m4xw9ezc */
            id: string;
            /** The job that makes it. */
            job_id: string;
            status: "queued" | "running" | "succeeded" | "failed" | "cancelled";
            resource: "filings" | "signals" | "facts" | "insider_transactions";
            format: "ndjson" | "csv" | "parquet";
            /** The filter, as it is applied. */
            filter: {
                [key: string]: unknown;
            };
            /**
             * Format: date-time
             * The moment the rows are true for.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            /**
             * Format: date-time
             * When it was asked for.
             * @example 2025-10-31T10:01:26Z
             */
            created_at: string;
            /**
             * Format: date-time
             * Until when its files can be downloaded.
             * @example 2025-10-31T10:01:26Z
             */
            expires_at: string;
            /** Rows of all files; null until it has succeeded. */
            rows: number | null;
            /** Its files; empty until it has succeeded. */
            files: {
                /** @example filings-0001.ndjson */
                name: string;
                rows: number;
                bytes: number;
                /**
                 * SHA-256 of the file.
                 * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
                 */
                sha256: string;
                /** Path to download it from. */
                url: string;
            }[];
            /** Columns of every file, in order; empty until it has succeeded. */
            columns: {
                name: string;
                type: string;
            }[];
            /** SHA-256 of the canonical JSON (RFC 8785) of the manifest. */
            manifest_sha256: string | null;
        };
        /** Exports of the organisation, latest first. */
        ExportList: {
            object: "list";
            data: components["schemas"]["Export"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** Work that outlasts a request. */
        Job: {
            object: "job";
            /** @example job_06fpr5v8k0ah3q7yd2m4xw9ezc */
            id: string;
            /**
             * What is being done.
             */
            kind: "export";
            status: "queued" | "running" | "succeeded" | "failed" | "cancelled";
            /** From 0 to 1; never falls. */
            progress: number;
            /** A permanent word when it failed: `too_many_rows`, or `internal_error` when it was our fault. */
            reason: string | null;
            /** Path of what it makes, such as the export. */
            result_url: string | null;
            /**
             * Format: date-time
             * When it was asked for.
             * @example 2025-10-31T10:01:26Z
             */
            created_at: string;
            /**
             * Format: date-time
             * When it began.
             * @example 2025-10-31T10:01:26Z
             */
            started_at: string | null;
            /**
             * Format: date-time
             * When it ended, whichever way.
             * @example 2025-10-31T10:01:26Z
             */
            finished_at: string | null;
        };
        /** Jobs of the organisation, latest first. */
        JobList: {
            object: "list";
            data: components["schemas"]["Job"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** An API key of the organisation. The key itself is shown once, when it is made or rotated. */
        Key: {
            /**
             * Always `key`.
             */
            object: "key";
            /**
             * Identifier; it stays when the key is rotated.
             * @example key_06fpr5v8k0ah3q7yd2m4xw9ezc
             */
            id: string;
            /**
             * What its maker called it.
             * @example Nightly import
             */
            name: string;
            /**
             * `test` keys read the fictional corpus; `admin` keys also manage keys and the organisation.
             */
            mode: "live" | "test" | "admin" | "explorer";
            /**
             * How the key begins.
             * @example slp_live_
             */
            start: string;
            /**
             * How its latest secret ends.
             * @example h3Kq
             */
            last_four: string;
            /** The secrets that work, latest first: two while the key is rotated. */
            secrets: {
                /**
                 * Identifier of the secret.
                 * @example ksc_06fpr5v8k0ah3q7yd2m4xw9ezc
                 */
                id: string;
                /**
                 * How the secret ends.
                 * @example h3Kq
                 */
                last_four: string;
                /**
                 * Format: date-time
                 * When the secret was made.
                 * @example 2025-10-31T10:01:26Z
                 */
                created_at: string;
                /**
                 * Format: date-time
                 * When it stops working although the key goes on; null: not before the key.
                 * @example 2025-10-31T10:01:26Z
                 */
                expires_at: string | null;
                /** Seconds it works on from the first use of its successor; null: it does not wait for that. */
                grace_seconds: number | null;
            }[];
            /** What the key may do, as `resource:action` or `resource:*`. */
            scopes: string[];
            /** Networks the key may be used from; empty: any. */
            allowed_cidrs: string[];
            /** The API version its requests are answered in; null: the current one. */
            api_version: string | null;
            /** Units the key may use in a calendar month (UTC); null: no cap of its own. */
            monthly_unit_cap: number | null;
            /**
             * Format: date-time
             * When the key was made.
             * @example 2025-10-31T10:01:26Z
             */
            created_at: string;
            /** Who made it: the id of a user or a key. */
            created_by: string | null;
            /**
             * Format: date-time
             * When the key stops working; null: never.
             * @example 2025-10-31T10:01:26Z
             */
            expires_at: string | null;
            /**
             * Format: date-time
             * When the key was revoked.
             * @example 2025-10-31T10:01:26Z
             */
            revoked_at: string | null;
            /** Why: `owner`, or `leaked` when it was found in public. */
            revoked_reason: string | null;
            /**
             * Format: date-time
             * Since when the key rests.
             * @example 2025-10-31T10:01:26Z
             */
            disabled_at: string | null;
            /** Why: `owner`, or `unused` after a year without a request. */
            disabled_reason: string | null;
            /**
             * Format: date-time
             * When the key was last used, to within seconds.
             * @example 2025-10-31T10:01:26Z
             */
            last_used_at: string | null;
        };
        /** An API key with its new secret. */
        KeyWithSecret: {
            /**
             * Always `key`.
             */
            object: "key";
            /**
             * Identifier; it stays when the key is rotated.
             * @example key_06fpr5v8k0ah3q7yd2m4xw9ezc
             */
            id: string;
            /**
             * What its maker called it.
             * @example Nightly import
             */
            name: string;
            /**
             * `test` keys read the fictional corpus; `admin` keys also manage keys and the organisation.
             */
            mode: "live" | "test" | "admin" | "explorer";
            /**
             * How the key begins.
             * @example slp_live_
             */
            start: string;
            /**
             * How its latest secret ends.
             * @example h3Kq
             */
            last_four: string;
            /** The secrets that work, latest first: two while the key is rotated. */
            secrets: {
                /**
                 * Identifier of the secret.
                 * @example ksc_06fpr5v8k0ah3q7yd2m4xw9ezc
                 */
                id: string;
                /**
                 * How the secret ends.
                 * @example h3Kq
                 */
                last_four: string;
                /**
                 * Format: date-time
                 * When the secret was made.
                 * @example 2025-10-31T10:01:26Z
                 */
                created_at: string;
                /**
                 * Format: date-time
                 * When it stops working although the key goes on; null: not before the key.
                 * @example 2025-10-31T10:01:26Z
                 */
                expires_at: string | null;
                /** Seconds it works on from the first use of its successor; null: it does not wait for that. */
                grace_seconds: number | null;
            }[];
            /** What the key may do, as `resource:action` or `resource:*`. */
            scopes: string[];
            /** Networks the key may be used from; empty: any. */
            allowed_cidrs: string[];
            /** The API version its requests are answered in; null: the current one. */
            api_version: string | null;
            /** Units the key may use in a calendar month (UTC); null: no cap of its own. */
            monthly_unit_cap: number | null;
            /**
             * Format: date-time
             * When the key was made.
             * @example 2025-10-31T10:01:26Z
             */
            created_at: string;
            /** Who made it: the id of a user or a key. */
            created_by: string | null;
            /**
             * Format: date-time
             * When the key stops working; null: never.
             * @example 2025-10-31T10:01:26Z
             */
            expires_at: string | null;
            /**
             * Format: date-time
             * When the key was revoked.
             * @example 2025-10-31T10:01:26Z
             */
            revoked_at: string | null;
            /** Why: `owner`, or `leaked` when it was found in public. */
            revoked_reason: string | null;
            /**
             * Format: date-time
             * Since when the key rests.
             * @example 2025-10-31T10:01:26Z
             */
            disabled_at: string | null;
            /** Why: `owner`, or `unused` after a year without a request. */
            disabled_reason: string | null;
            /**
             * Format: date-time
             * When the key was last used, to within seconds.
             * @example 2025-10-31T10:01:26Z
             */
            last_used_at: string | null;
            /** The key itself. It is shown this once and kept nowhere. */
            key: string;
        };
        /** The keys of the organisation, latest first. */
        KeyList: {
            object: "list";
            data: components["schemas"]["Key"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** A key to be made. */
        NewKey: {
            /** What to call it. */
            name: string;
            /**
             * What kind of key to make.
             * @default live
             */
            mode: "live" | "test" | "admin";
            /** What the key may do: scopes of the reference, or `resource:*`. Only scopes the caller has. */
            scopes?: string[];
            /** Networks the key may be used from, IPv4 or IPv6, such as `203.0.113.0/24`; empty: any. */
            allowed_cidrs?: string[];
            /**
             * Days from now until the key stops working; null: never, which only an owner may ask for.
             * @default 90
             */
            expires_in_days: number | null;
            /**
             * The API version to answer in; null: always the current one.
             * @enum {string|null}
             */
            api_version?: "2026-11-01" | null;
            /** Units the key may use in a calendar month (UTC), within what the organisation may. */
            monthly_unit_cap?: number | null;
        };
        /** What to change of a key; the rest stays. */
        KeyChanges: {
            /** What to call it. */
            name?: string;
            /** What the key may do: scopes of the reference, or `resource:*`. Only scopes the caller has. */
            scopes?: string[];
            /** Networks the key may be used from, IPv4 or IPv6, such as `203.0.113.0/24`; empty: any. */
            allowed_cidrs?: string[];
            /** Days from now until the key stops working; null: never, which only an owner may ask for. */
            expires_in_days?: number | null;
            /**
             * The API version to answer in; null: always the current one.
             * @enum {string|null}
             */
            api_version?: "2026-11-01" | null;
            /** Units the key may use in a calendar month (UTC), within what the organisation may. */
            monthly_unit_cap?: number | null;
            /** True puts the key to rest, false lets it work again. */
            disabled?: boolean;
        };
        /** How a key is rotated. */
        KeyRotation: {
            /**
             * How long the old secret works on, in seconds; 0 ends it at once.
             * @default 86400
             */
            grace_seconds: number;
            /**
             * Whether that time begins now or when the new secret is first used.
             * @default now
             */
            start: "now" | "first_use";
        };
        /** A key for trying requests in a browser: short-lived and read-only. */
        ExplorerKey: {
            /**
             * Always `explorer_key`.
             */
            object: "explorer_key";
            /**
             * Identifier of the key.
             * @example key_06fpr5v8k0ah3q7yd2m4xw9ezc
             */
            id: string;
            /** The key itself. It is shown this once and kept nowhere. */
            key: string;
            /** What the key may do. */
            scopes: string[];
            /**
             * Format: date-time
             * When the key was made.
             * @example 2025-10-31T10:01:26Z
             */
            created_at: string;
            /**
             * Format: date-time
             * When the key stops working: 15 minutes later.
             * @example 2025-10-31T10:01:26Z
             */
            expires_at: string;
            /**
             * Units the key may use in all; an ordinary answer costs 1.
             * @example 200
             */
            units: number;
            /**
             * Requests a second that it may send, after a burst of ten.
             * @example 1
             */
            requests_per_second: number;
        };
        /** What was used in an hour, a day or a month. */
        Usage: {
            object: "usage";
            /**
             * Format: date-time
             * Beginning of the hour, day or month, UTC.
             * @example 2025-10-31T10:01:26Z
             */
            period_start: string;
            /**
             * Null unless grouped by operation.
             * @example listFilings
             */
            operation_id: string | null;
            /**
             * Key, service account or user that asked. Null unless grouped by key.
             * @example key_06fpr5v8k0ah3q7yd2m4xw9ezc
             */
            key_id: string | null;
            /**
             * HTTP status. Null unless grouped by status.
             * @example 200
             */
            status: number | null;
            /** Requests with a valid key, whatever the answer. */
            requests: number;
            /** Units billed: only answers with a 2xx status cost anything, and those to test and explorer keys nothing. */
            units: number;
            /** Requests answered with a status of 400 or more. */
            errors: number;
            /** True when every hour of the row is final, as invoices have it. False: it may still grow by what is on its way. */
            finalized: boolean;
        };
        /** Usage of the organisation, earliest first. */
        UsageList: {
            object: "list";
            data: components["schemas"]["Usage"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** An address of the organisation that events are sent to. */
        WebhookEndpoint: {
            object: "webhook_endpoint";
            /** @example whk_06fpr5v8k0ah3q7yd2m4xw9ezc */
            id: string;
            /**
             * The world whose events it is sent.
             */
            dataset: "live" | "test";
            /**
             * Where events are sent, as it is called: host names in punycode.
             * @example https://hooks.example.com/sec
             */
            url: string;
            /** What it is for. */
            description: string;
            /** Types of events that are sent. */
            event_types: string[];
            /** Companies; empty: any. */
            ciks: string[];
            /** Form types; empty: any. */
            form_types: string[];
            /** Types of signals; empty: any. */
            signal_types: string[];
            /**
             * Whether it is sent anything.
             */
            status: "enabled" | "disabled";
            /**
             * `customer`: the organisation disabled it. `gone`: it answered 410. `failing`: every attempt of five days failed.
             * @enum {string|null}
             */
            disabled_reason: "customer" | "gone" | "failing" | null;
            /**
             * Format: date-time
             * When it was disabled.
             * @example 2025-10-31T10:01:26Z
             */
            disabled_at: string | null;
            /**
             * Format: date-time
             * Since when every attempt has failed; null while that is not so.
             * @example 2025-10-31T10:01:26Z
             */
            failing_since: string | null;
            /**
             * Ed25519 key that the `v1a` signatures can be checked with.
             * @example whpk_0wuRw7BBtjlB8Q7eTbSvN8iLnLs2Wh0LR8d3fNXYbhE=
             */
            public_key: string;
            /** The one before, while a rotation lasts. */
            previous_public_key: string | null;
            /**
             * Format: date-time
             * Until when messages are signed with the previous secret too; null: they are not.
             * @example 2025-10-31T10:01:26Z
             */
            previous_secret_expires_at: string | null;
            /**
             * Format: date-time
             * When it was made. It is sent what happened afterwards.
             * @example 2025-10-31T10:01:26Z
             */
            created_at: string;
            /**
             * Format: date-time
             * When it was last changed.
             * @example 2025-10-31T10:01:26Z
             */
            updated_at: string;
        };
        /** A webhook endpoint with its new signing secret. */
        WebhookEndpointWithSecret: {
            object: "webhook_endpoint";
            /** @example whk_06fpr5v8k0ah3q7yd2m4xw9ezc */
            id: string;
            /**
             * The world whose events it is sent.
             */
            dataset: "live" | "test";
            /**
             * Where events are sent, as it is called: host names in punycode.
             * @example https://hooks.example.com/sec
             */
            url: string;
            /** What it is for. */
            description: string;
            /** Types of events that are sent. */
            event_types: string[];
            /** Companies; empty: any. */
            ciks: string[];
            /** Form types; empty: any. */
            form_types: string[];
            /** Types of signals; empty: any. */
            signal_types: string[];
            /**
             * Whether it is sent anything.
             */
            status: "enabled" | "disabled";
            /**
             * `customer`: the organisation disabled it. `gone`: it answered 410. `failing`: every attempt of five days failed.
             * @enum {string|null}
             */
            disabled_reason: "customer" | "gone" | "failing" | null;
            /**
             * Format: date-time
             * When it was disabled.
             * @example 2025-10-31T10:01:26Z
             */
            disabled_at: string | null;
            /**
             * Format: date-time
             * Since when every attempt has failed; null while that is not so.
             * @example 2025-10-31T10:01:26Z
             */
            failing_since: string | null;
            /**
             * Ed25519 key that the `v1a` signatures can be checked with.
             * @example whpk_0wuRw7BBtjlB8Q7eTbSvN8iLnLs2Wh0LR8d3fNXYbhE=
             */
            public_key: string;
            /** The one before, while a rotation lasts. */
            previous_public_key: string | null;
            /**
             * Format: date-time
             * Until when messages are signed with the previous secret too; null: they are not.
             * @example 2025-10-31T10:01:26Z
             */
            previous_secret_expires_at: string | null;
            /**
             * Format: date-time
             * When it was made. It is sent what happened afterwards.
             * @example 2025-10-31T10:01:26Z
             */
            created_at: string;
            /**
             * Format: date-time
             * When it was last changed.
             * @example 2025-10-31T10:01:26Z
             */
            updated_at: string;
            /**
             * Messages are signed with it. It is shown this once; keep it where your keys are.
             * @example whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=
             */
            secret: string;
        };
        /** Webhook endpoints of the organisation, latest first. */
        WebhookEndpointList: {
            object: "list";
            data: components["schemas"]["WebhookEndpoint"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** One event on its way to one endpoint. Kept for 30 days. */
        WebhookDelivery: {
            object: "webhook_delivery";
            /** @example dlv_06fpr5v8k0ah3q7yd2m4xw9ezc */
            id: string;
            /** @example whk_06fpr5v8k0ah3q7yd2m4xw9ezc */
            endpoint_id: string;
            /**
             * Id of the event: `webhook-id` of every attempt.
             * @example evt_06fpr5v8k0ah3q7yd2m4xw9ezc
             */
            event_id: string;
            event_type: string;
            /**
             * `pending`: not tried yet. `succeeded`: answered with 2xx. `failed`: tried, and will be again. `exhausted`: given up.
             */
            status: "pending" | "succeeded" | "failed" | "exhausted";
            /** Attempts so far. */
            attempts: number;
            /**
             * Format: date-time
             * When it is tried next; null: it is not.
             * @example 2025-10-31T10:01:26Z
             */
            next_attempt_at: string | null;
            /**
             * Format: date-time
             * When the event happened.
             * @example 2025-10-31T10:01:26Z
             */
            occurred_at: string;
            /**
             * Format: date-time
             * When it was queued for the endpoint.
             * @example 2025-10-31T10:01:26Z
             */
            created_at: string;
            /**
             * Format: date-time
             * When it succeeded or was given up.
             * @example 2025-10-31T10:01:26Z
             */
            completed_at: string | null;
        };
        /** Deliveries to a webhook endpoint, latest first. */
        WebhookDeliveryList: {
            object: "list";
            data: components["schemas"]["WebhookDelivery"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** One attempt to deliver an event. */
        WebhookAttempt: {
            object: "webhook_attempt";
            /** @example att_06fpr5v8k0ah3q7yd2m4xw9ezc */
            id: string;
            /** Counted from 1. */
            number: number;
            /**
             * Format: date-time
             * When it began.
             * @example 2025-10-31T10:01:26Z
             */
            started_at: string;
            /** How long it took, in milliseconds. */
            duration_ms: number;
            /** What was sent, beside the payload of the delivery. */
            request: {
                /** Headers that were sent. */
                headers: {
                    [key: string]: string;
                };
            };
            /** What was answered; null when nothing was. */
            response: {
                /** HTTP status. */
                status: number;
                /** Headers that came back. */
                headers: {
                    [key: string]: string;
                };
                /** The first 16 KB of what came back, as text. */
                body: string;
            } | null;
            /** Why it failed; null: it succeeded. */
            error: string | null;
            /** The same in words. */
            error_detail: string | null;
        };
        /** A delivery with its payload and every attempt. */
        WebhookDeliveryDetail: {
            object: "webhook_delivery";
            /** @example dlv_06fpr5v8k0ah3q7yd2m4xw9ezc */
            id: string;
            /** @example whk_06fpr5v8k0ah3q7yd2m4xw9ezc */
            endpoint_id: string;
            /**
             * Id of the event: `webhook-id` of every attempt.
             * @example evt_06fpr5v8k0ah3q7yd2m4xw9ezc
             */
            event_id: string;
            event_type: string;
            /**
             * `pending`: not tried yet. `succeeded`: answered with 2xx. `failed`: tried, and will be again. `exhausted`: given up.
             */
            status: "pending" | "succeeded" | "failed" | "exhausted";
            /** Attempts so far. */
            attempts: number;
            /**
             * Format: date-time
             * When it is tried next; null: it is not.
             * @example 2025-10-31T10:01:26Z
             */
            next_attempt_at: string | null;
            /**
             * Format: date-time
             * When the event happened.
             * @example 2025-10-31T10:01:26Z
             */
            occurred_at: string;
            /**
             * Format: date-time
             * When it was queued for the endpoint.
             * @example 2025-10-31T10:01:26Z
             */
            created_at: string;
            /**
             * Format: date-time
             * When it succeeded or was given up.
             * @example 2025-10-31T10:01:26Z
             */
            completed_at: string | null;
            /** The body as it is sent: every attempt sends these bytes. */
            payload: string;
            /** The attempts, first to last; the first 100 of them. */
            attempt_log: components["schemas"]["WebhookAttempt"][];
        };
        /** Events of a time that are sent again. */
        WebhookReplay: {
            object: "webhook_replay";
            /** @example whk_06fpr5v8k0ah3q7yd2m4xw9ezc */
            endpoint_id: string;
            /** Events that are on their way again. */
            queued: number;
            /**
             * Format: date-time
             * There are more: ask again with this as `since`. Null: these were all.
             * @example 2025-10-31T10:01:26Z
             */
            continue_since: string | null;
        };
        /** A kind of event that can be sent. */
        WebhookEventType: {
            object: "webhook_event_type";
            /** @example signal.created */
            type: string;
            title: string;
            description: string;
            /**
             * `feed`: what became visible. `account`: what concerns the organisation. `operational`: webhooks themselves.
             */
            group: "feed" | "account" | "operational";
            /** JSON Schema of the body of such a webhook. */
            payload_schema: {
                [key: string]: unknown;
            };
            /** An example of the body. */
            example: {
                [key: string]: unknown;
            };
        };
        /** Every kind of event that can be sent. */
        WebhookEventTypeList: {
            object: "list";
            data: components["schemas"]["WebhookEventType"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** One request of the organisation, kept for 30 days. */
        LoggedRequest: {
            object: "request";
            /**
             * The `Request-Id` of the answer.
             * @example req_06fpr5v8k0ah3q7yd2m4xw9ezc
             */
            request_id: string;
            /**
             * Key, service account or user that asked.
             * @example key_06fpr5v8k0ah3q7yd2m4xw9ezc
             */
            key_id: string;
            /**
             * Operation.
             * @example listFilings
             */
            operation_id: string;
            /**
             * HTTP method.
             * @example GET
             */
            method: string;
            /**
             * Path and query, 512 characters at most. Whatever looks like a secret is left out.
             * @example /v1/filings?ticker=ABCD
             */
            path: string;
            /**
             * HTTP status of the answer.
             * @example 200
             */
            status: number;
            /** Units taken from the rate limits. */
            cost: number;
            /** Units billed. */
            units: number;
            /**
             * Format: date-time
             * When it was answered.
             * @example 2025-10-31T10:01:26Z
             */
            answered_at: string;
            /** Microseconds from the request to the answer. */
            duration_us: number;
        };
        /** Requests of the organisation, latest first. */
        LoggedRequestList: {
            object: "list";
            data: components["schemas"]["LoggedRequest"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** Whom keys, members, limits and invoices belong to. */
        Organisation: {
            object: "organisation";
            /**
             * Id of the organisation.
             * @example org_06fpr5v8k0ah3q7yd2m4xw9ezc
             */
            id: string;
            /**
             * Name its members gave it.
             * @example Harbor Light Research
             */
            name: string;
            /**
             * Plan it is on.
             * @example build
             */
            plan: string;
            /**
             * Format: date-time
             * When it was made.
             * @example 2025-10-31T10:01:26Z
             */
            created_at: string;
        };
        /** Whose credential the request came with, and what it may do. */
        Me: {
            object: "me";
            /**
             * What the credential is.
             */
            type: "user" | "service_account" | "key" | "support";
            /**
             * Id of the person, the service account or the key.
             * @example usr_06fpr5v8k0ah3q7yd2m4xw9ezc
             */
            id: string;
            /** Address of the person; null for programs. */
            email: string | null;
            /** Name of the person; null for programs. */
            name: string | null;
            /** Whether the person signs in with a second factor; null for programs. */
            two_factor_enabled: boolean | null;
            /**
             * The organisation acted for.
             * @example org_06fpr5v8k0ah3q7yd2m4xw9ezc
             */
            organisation_id: string;
            /**
             * The plan of the organisation.
             * @example build
             */
            plan: string;
            /**
             * The role of the person in the organisation; null for programs.
             * @enum {string|null}
             */
            role: "owner" | "admin" | "developer" | "viewer" | null;
            /** What is allowed. */
            scopes: string[];
            /** The organisations of the person; `Latent-Organisation` names the one to act for. Empty for programs. */
            organisations: {
                /** Id of the organisation. */
                id: string;
                /** Its name. */
                name: string;
                /**
                 * The role of the person in it.
                 */
                role: "owner" | "admin" | "developer" | "viewer";
            }[];
        };
        /** A person in the organisation, or an invitation that waits. */
        Member: {
            object: "member";
            /**
             * Id of the member.
             * @example mem_06fpr5v8k0ah3q7yd2m4xw9ezc
             */
            id: string;
            /**
             * Id of the person; null: invited, not there yet.
             * @example usr_06fpr5v8k0ah3q7yd2m4xw9ezc
             */
            user_id: string | null;
            /**
             * Address the person joined or was invited with.
             * @example ann@example.com
             */
            email: string;
            /** Name the person gave; null until they are there. */
            name: string | null;
            /**
             * `owner` may do everything; `admin` everything but money and erasure; `developer` builds; `viewer` looks.
             */
            role: "owner" | "admin" | "developer" | "viewer";
            /**
             * `invited`: the invitation was not accepted yet.
             */
            status: "active" | "invited";
            /**
             * Format: date-time
             * Until when the invitation can be accepted; null: it was.
             * @example 2025-10-31T10:01:26Z
             */
            invitation_expires_at: string | null;
            /**
             * Format: date-time
             * When the person was invited, or made the organisation.
             * @example 2025-10-31T10:01:26Z
             */
            created_at: string;
            /**
             * Format: date-time
             * When the role or the state changed last.
             * @example 2025-10-31T10:01:26Z
             */
            updated_at: string;
        };
        /** The members of the organisation, latest first. */
        MemberList: {
            object: "list";
            data: components["schemas"]["Member"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** A program that signs in with client credentials (OAuth 2.0) and gets short-lived tokens. */
        ServiceAccount: {
            object: "service_account";
            /**
             * Id of the service account; its `client_id`.
             * @example sva_06fpr5v8k0ah3q7yd2m4xw9ezc
             */
            id: string;
            /**
             * What the program says it is at `/oauth/token`.
             * @example sva_06fpr5v8k0ah3q7yd2m4xw9ezc
             */
            client_id: string;
            /** What the program is. */
            name: string;
            /** The most its tokens may do. */
            scopes: string[];
            /** Keys with which it may sign assertions instead of sending a secret. */
            public_keys: {
                /**
                 * Name of the key, as assertions state it in their header.
                 * @example 2026-11
                 */
                kid: string;
                /**
                 * Kind of key (RFC 7518).
                 */
                kty: "EC" | "OKP" | "RSA";
                /**
                 * Curve, for EC and OKP.
                 */
                crv?: "P-256" | "Ed25519";
                /** Coordinate, for EC and OKP. */
                x?: string;
                /** Coordinate, for EC. */
                y?: string;
                /** Modulus, for RSA. */
                n?: string;
                /** Exponent, for RSA. */
                e?: string;
            }[];
            /** Secrets that work now: one, or two while they change. */
            secrets: {
                /**
                 * Id of the secret.
                 * @example ksc_06fpr5v8k0ah3q7yd2m4xw9ezc
                 */
                id: string;
                /**
                 * How the secret ends.
                 * @example h3Kq
                 */
                last_four: string;
                /**
                 * Format: date-time
                 * When it was made.
                 * @example 2025-10-31T10:01:26Z
                 */
                created_at: string;
                /**
                 * Format: date-time
                 * When it stops working, because a newer one took over; null: it does not.
                 * @example 2025-10-31T10:01:26Z
                 */
                expires_at: string | null;
            }[];
            /**
             * Format: date-time
             * Since when nothing of it works; null: it works.
             * @example 2025-10-31T10:01:26Z
             */
            disabled_at: string | null;
            /**
             * Format: date-time
             * When it got a token last, to within a minute; null: never.
             * @example 2025-10-31T10:01:26Z
             */
            last_used_at: string | null;
            /**
             * Format: date-time
             * When it was made.
             * @example 2025-10-31T10:01:26Z
             */
            created_at: string;
            /**
             * Format: date-time
             * When it changed last.
             * @example 2025-10-31T10:01:26Z
             */
            updated_at: string;
        };
        /** A service account with its new secret. */
        ServiceAccountWithSecret: {
            object: "service_account";
            /**
             * Id of the service account; its `client_id`.
             * @example sva_06fpr5v8k0ah3q7yd2m4xw9ezc
             */
            id: string;
            /**
             * What the program says it is at `/oauth/token`.
             * @example sva_06fpr5v8k0ah3q7yd2m4xw9ezc
             */
            client_id: string;
            /** What the program is. */
            name: string;
            /** The most its tokens may do. */
            scopes: string[];
            /** Keys with which it may sign assertions instead of sending a secret. */
            public_keys: {
                /**
                 * Name of the key, as assertions state it in their header.
                 * @example 2026-11
                 */
                kid: string;
                /**
                 * Kind of key (RFC 7518).
                 */
                kty: "EC" | "OKP" | "RSA";
                /**
                 * Curve, for EC and OKP.
                 */
                crv?: "P-256" | "Ed25519";
                /** Coordinate, for EC and OKP. */
                x?: string;
                /** Coordinate, for EC. */
                y?: string;
                /** Modulus, for RSA. */
                n?: string;
                /** Exponent, for RSA. */
                e?: string;
            }[];
            /** Secrets that work now: one, or two while they change. */
            secrets: {
                /**
                 * Id of the secret.
                 * @example ksc_06fpr5v8k0ah3q7yd2m4xw9ezc
                 */
                id: string;
                /**
                 * How the secret ends.
                 * @example h3Kq
                 */
                last_four: string;
                /**
                 * Format: date-time
                 * When it was made.
                 * @example 2025-10-31T10:01:26Z
                 */
                created_at: string;
                /**
                 * Format: date-time
                 * When it stops working, because a newer one took over; null: it does not.
                 * @example 2025-10-31T10:01:26Z
                 */
                expires_at: string | null;
            }[];
            /**
             * Format: date-time
             * Since when nothing of it works; null: it works.
             * @example 2025-10-31T10:01:26Z
             */
            disabled_at: string | null;
            /**
             * Format: date-time
             * When it got a token last, to within a minute; null: never.
             * @example 2025-10-31T10:01:26Z
             */
            last_used_at: string | null;
            /**
             * Format: date-time
             * When it was made.
             * @example 2025-10-31T10:01:26Z
             */
            created_at: string;
            /**
             * Format: date-time
             * When it changed last.
             * @example 2025-10-31T10:01:26Z
             */
            updated_at: string;
            /**
             * The secret. It is shown in this answer only.
             * @example sls_0123456789abcdefghijklmnopqrstuvwxyzABCDEFG
             */
            client_secret: string;
        };
        /** The service accounts of the organisation, latest first. */
        ServiceAccountList: {
            object: "list";
            data: components["schemas"]["ServiceAccount"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** One change of the state of the organisation. */
        AuditEvent: {
            object: "audit_event";
            /** @example aud_06fpr5v8k0ah3q7yd2m4xw9ezc */
            id: string;
            /** Place in the chain of the organisation: 1, 2, 3 … without gaps. */
            seq: number;
            /**
             * Format: date-time
             * When it happened, by the clock of the database.
             * @example 2025-10-31T10:01:26Z
             */
            created_at: string;
            /**
             * What happened.
             * @example key.created
             */
            action: string;
            /** Who did it. */
            actor: {
                /** Kind of the actor. `system` is the platform itself. */
                type: string;
                /** @example key_06fpr5v8k0ah3q7yd2m4xw9ezc */
                id: string;
                /** Address the request came from. */
                ip: string | null;
                /** Program the request came from, as it called itself. */
                user_agent: string | null;
            };
            /** What was changed. */
            target: {
                /** @example key */
                type: string;
                /** @example key_06fpr5v8k0ah3q7yd2m4xw9ezc */
                id: string;
            };
            /** What was changed, as it was. Null: it is new. */
            before: {
                [key: string]: unknown;
            } | null;
            /** What was changed, as it became. Null: it is gone. */
            after: {
                [key: string]: unknown;
            } | null;
            /** The request that did it; null: none did. */
            request_id: string | null;
            /** True when something of the event was about somebody who has been erased, and is null for that reason. */
            erased: boolean;
            /**
             * SHA-256 of the record, which includes the hash of the event before.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            hash: string;
        };
        /** Changes of the organisation, latest first. */
        AuditEventList: {
            object: "list";
            data: components["schemas"]["AuditEvent"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** What an export is checked against. */
        AuditProof: {
            object: "audit_proof";
            /** Whose chain it is. */
            organisation_id: string;
            /** Where the chain ends now. */
            head: {
                /** Place of the last event; 0 when there is none. */
                seq: number;
                /**
                 * Hash of the last event; zeros when there is none.
                 * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
                 */
                hash: string;
            };
            /** The last hundred heads that were signed, latest first. A copy of each lies outside of the database. */
            anchors: {
                /** Number of the anchor. */
                number: number;
                /** Where the chain ended when it was signed. */
                seq: number;
                /**
                 * Hash of the event there.
                 * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
                 */
                hash: string;
                /**
                 * Format: date-time
                 * When it was signed.
                 * @example 2025-10-31T10:01:26Z
                 */
                anchored_at: string;
                /** The signed statement: a compact JWS (EdDSA) with the public key in its header. */
                jws: string;
            }[];
        };
        /** A request for everything that is held about somebody. */
        PrivacyExport: {
            object: "privacy_export";
            /** @example era_06fpr5v8k0ah3q7yd2m4xw9ezc */
            id: string;
            subject_type: "organisation" | "user";
            /** Id of the organisation or of the person. */
            subject_id: string;
            /** Id of whoever asked. */
            requested_by: string;
            /**
             * Format: date-time
             * When it was asked for.
             * @example 2025-10-31T10:01:26Z
             */
            created_at: string;
            /**
             * Format: date-time
             * When it was done.
             * @example 2025-10-31T10:01:26Z
             */
            completed_at: string | null;
            /**
             * Whether the bundle is there.
             */
            status: "pending" | "completed";
            /**
             * Format: date-time
             * When it has to be there at the latest.
             * @example 2025-10-31T10:01:26Z
             */
            due_at: string;
            /**
             * Format: date-time
             * Until when the bundle can be downloaded.
             * @example 2025-10-31T10:01:26Z
             */
            bundle_expires_at: string | null;
        };
        /** Exports that were asked for, latest first. */
        PrivacyExportList: {
            object: "list";
            data: components["schemas"]["PrivacyExport"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** A request to end what is held about somebody. The audit log stays; what is personal in it becomes unreadable. */
        Erasure: {
            object: "erasure";
            /** @example era_06fpr5v8k0ah3q7yd2m4xw9ezc */
            id: string;
            subject_type: "organisation" | "user";
            /** Id of the organisation or of the person. */
            subject_id: string;
            /** Id of whoever asked. */
            requested_by: string;
            /**
             * Format: date-time
             * When it was asked for.
             * @example 2025-10-31T10:01:26Z
             */
            created_at: string;
            /**
             * Format: date-time
             * When it was done.
             * @example 2025-10-31T10:01:26Z
             */
            completed_at: string | null;
            /**
             * How far it is.
             */
            status: "pending" | "completed" | "cancelled";
            /**
             * Format: date-time
             * When it is done; until then it can be cancelled.
             * @example 2025-10-31T10:01:26Z
             */
            due_at: string;
            /** Rows that were removed or changed, by table. */
            result: {
                [key: string]: number;
            } | null;
        };
        /** Erasures that were asked for, latest first. */
        ErasureList: {
            object: "list";
            data: components["schemas"]["Erasure"][];
            /** True exactly when `next_cursor` is not null. */
            has_more: boolean;
            /** Pass it as `cursor` to get the next page. */
            next_cursor: string | null;
            /**
             * Format: date-time
             * The moment the answer is true for; the same on all pages.
             * @example 2025-10-31T10:01:26Z
             */
            as_of: string;
            coverage: components["schemas"]["Coverage"];
        };
        /** Everything that is held about somebody. */
        PrivacyBundle: {
            object: "privacy_bundle";
            /** Whom it is about. */
            subject: {
                type: string;
                id: string;
            };
            /**
             * Format: date-time
             * When it was made.
             * @example 2025-10-31T10:01:26Z
             */
            made_at: string;
            /** Rows by table. What opens something (hashes, secrets) is left out. */
            tables: {
                [key: string]: unknown[];
            };
            /** Tables with more than 10,000 rows, of which the rest is left out. */
            truncated: string[];
        };
        /** Whether this process can serve. */
        Health: {
            status: "ok" | "unavailable";
            database: "ok" | "unreachable" | "not_migrated" | "not_checked";
        };
        /** State of the service and how far the data has come. */
        ServiceStatus: {
            object: "service_status";
            status: "ok" | "degraded" | "unavailable";
            /** The current API version. */
            version: string;
            components: {
                database: "ok" | "unreachable" | "not_migrated" | "not_checked";
                /**
                 * `degraded`: limits are applied by each process on its own.
                 */
                limits: "ok" | "degraded";
            };
            pipeline: {
                /**
                 * Format: date-time
                 * When the latest accepted filing became available.
                 * @example 2025-10-31T10:01:26Z
                 */
                last_published_at: string | null;
                /**
                 * Format: date-time
                 * `accepted_at` of the latest filing.
                 * @example 2025-10-31T10:01:26Z
                 */
                last_accepted_at: string | null;
                /** Filings being read. */
                pending: number;
                /** Filings that could not be read. */
                failed: number;
                /**
                 * Format: date-time
                 * When we first heard of the filing that is being read for longest; null when none is.
                 * @example 2025-10-31T10:01:26Z
                 */
                oldest_pending_at: string | null;
            };
            /**
             * Format: date-time
             * When this was looked up; at most five seconds ago.
             * @example 2025-10-31T10:01:26Z
             */
            checked_at: string;
        };
        /** A short-lived access token. */
        AccessToken: {
            /** The token (RFC 9068): `Authorization: Bearer …`. */
            access_token: string;
            token_type: "Bearer";
            /**
             * Seconds for which it works.
             * @example 600
             */
            expires_in: number;
            /**
             * What it may do, separated by spaces.
             * @example filings:read
             */
            scope: string;
        };
        /** Says nothing (RFC 7009, 2.2). */
        Revocation: Record<string, never>;
        /** A refused request for a token, or to take one back (RFC 6749, 5.2). */
        OAuthError: {
            /**
             * What is wrong, by the names of RFC 6749.
             */
            error: "invalid_request" | "invalid_client" | "unauthorized_client" | "unsupported_grant_type" | "invalid_scope";
            /** The same as a sentence. */
            error_description: string;
        };
        /** The public keys of access tokens (RFC 7517). */
        JsonWebKeySet: {
            /** Keys whose tokens are good, newest first. There are two while keys change. */
            keys: {
                /**
                 * Kind of key.
                 * @example EC
                 */
                kty: string;
                /**
                 * Curve.
                 * @example P-256
                 */
                crv: string;
                /** Coordinate. */
                x: string;
                /** Coordinate. */
                y: string;
                /** Name of the key, as tokens state it. */
                kid: string;
                /**
                 * What it signs with.
                 * @example ES256
                 */
                alg: string;
                /**
                 * What it is for.
                 * @example sig
                 */
                use: string;
            }[];
        };
        /** What this authorization server can do (RFC 8414). */
        AuthorizationServer: {
            /** `iss` and `aud` of access tokens. */
            issuer: string;
            /** Where tokens are. */
            token_endpoint: string;
            /** Where tokens are taken back. */
            revocation_endpoint: string;
            /** Where the public keys are. */
            jwks_uri: string;
            /** None: no browser is sent here. */
            response_types_supported: string[];
            /** How tokens can be got. */
            grant_types_supported: string[];
            /** How programs say who they are. */
            token_endpoint_auth_methods_supported: string[];
            /** The same, when they take a token back. */
            revocation_endpoint_auth_methods_supported: string[];
            /** What assertions may be signed with. */
            token_endpoint_auth_signing_alg_values_supported: string[];
            /** Every scope. */
            scopes_supported: string[];
            /** The page about it. */
            service_documentation: string;
        };
        /** The public keys of the audit log (RFC 7517, RFC 8037). */
        AuditKeySet: {
            /** Keys whose signatures count; the first signs now. Empty where none are published. */
            keys: {
                /**
                 * Kind of key.
                 */
                kty: "OKP";
                /**
                 * Curve.
                 */
                crv: "Ed25519";
                /** The public key, 32 bytes in base64url. */
                x: string;
                /**
                 * Name of the key, as signed heads state it.
                 * @example a1
                 */
                kid: string;
                /**
                 * What it signs with.
                 */
                alg: "EdDSA";
                /**
                 * What it is for.
                 */
                use: "sig";
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listEntities: {
        parameters: {
            query?: {
                /** Beginning of any word of a present or former name, and what follows it. Case does not matter. */
                q?: string;
                /** Central Index Key, with or without leading zeros. Several values mean any of them. */
                cik?: string[];
                /** Ticker as it is today. Several values mean any of them. */
                ticker?: string[];
                /** Standard Industrial Classification. Several values mean any of them. */
                sic?: string[];
                /** State or country of incorporation in EDGAR's codes. Several values mean any of them. */
                state_of_incorporation?: string[];
                /** Exchange on which a ticker of the entity is traded today. Case does not matter. Several values mean any of them. */
                exchange?: string[];
                /** Adds `total`, the number of matches. */
                include?: "total"[];
                /** Entries per page. */
                limit?: number;
                /** `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
        };
        responses: {
            /** A page of entities. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntityList"];
                };
            };
        };
    };
    resolveEntities: {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": {
                    /** CIKs, tickers and names, in any mixture. */
                    identifiers: string[];
                };
            };
        };
        responses: {
            /** One entry for each identifier, in the order given. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResolvedEntityList"];
                };
            };
        };
    };
    getEntity: {
        parameters: {
            path: {
                /** Central Index Key, with or without leading zeros. */
                cik: string;
            };
        };
        responses: {
            /** A company, fund or person that filings name. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entity"];
                };
            };
        };
    };
    listEntityNames: {
        parameters: {
            path: {
                /** Central Index Key, with or without leading zeros. */
                cik: string;
            };
        };
        responses: {
            /** All names of an entity, the current one first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntityNameList"];
                };
            };
        };
    };
    listEntityTickers: {
        parameters: {
            path: {
                /** Central Index Key, with or without leading zeros. */
                cik: string;
            };
        };
        responses: {
            /** The tickers of an entity. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntityTickerList"];
                };
            };
        };
    };
    listFilings: {
        parameters: {
            query?: {
                /** Central Index Key of anybody the filing names, with or without leading zeros. Several values mean any of them. */
                cik?: string[];
                /** Ticker of a company as it is today. Several values mean any of them. */
                ticker?: string[];
                /** Form type as EDGAR writes it; `10-K` does not include `10-K/A`. Several values mean any of them. */
                form_type?: string[];
                /** Item of an 8-K as filed, such as `5.02`; `1` to `12` before August 2004. Several values mean any of them. */
                item_code?: string[];
                /** Filings that amend this one. Several values mean any of them. */
                amends?: string[];
                /** `accepted_at` at or after this value. */
                accepted_at_gte?: string;
                /** `accepted_at` after this value. */
                accepted_at_gt?: string;
                /** `accepted_at` at or before this value. */
                accepted_at_lte?: string;
                /** `accepted_at` before this value. */
                accepted_at_lt?: string;
                /** `filing_date` exactly. */
                filing_date?: string;
                /** `filing_date` at or after this value. */
                filing_date_gte?: string;
                /** `filing_date` after this value. */
                filing_date_gt?: string;
                /** `filing_date` at or before this value. */
                filing_date_lte?: string;
                /** `filing_date` before this value. */
                filing_date_lt?: string;
                /** `period_of_report` exactly. */
                period_of_report?: string;
                /** `period_of_report` at or after this value. */
                period_of_report_gte?: string;
                /** `period_of_report` after this value. */
                period_of_report_gt?: string;
                /** `period_of_report` at or before this value. */
                period_of_report_lte?: string;
                /** `period_of_report` before this value. */
                period_of_report_lt?: string;
                /** Latest first, or earliest. */
                sort?: "-accepted_at" | "accepted_at";
                /** Adds `total`, the number of matches. */
                include?: "total"[];
                /** Answer as this API would have answered at this moment. Default: now. Must not be in the future. */
                as_of?: string;
                /** Entries per page. */
                limit?: number;
                /** `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
        };
        responses: {
            /** A page of filings. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilingList"];
                };
            };
        };
    };
    resolveFilingUrl: {
        parameters: {
            query: {
                /** Any URL EDGAR uses for a filing: a document, a folder, an index page, an inline viewer link. */
                url: string;
                /** Answer as this API would have answered at this moment. Default: now. Must not be in the future. */
                as_of?: string;
            };
        };
        responses: {
            /** The filing an EDGAR URL points at. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResolvedUrl"];
                };
            };
        };
    };
    getFiling: {
        parameters: {
            query?: {
                /** Answer as this API would have answered at this moment. Default: now. Must not be in the future. */
                as_of?: string;
            };
            path: {
                /** Accession number, with dashes or as 18 digits. */
                accession_number: string;
            };
        };
        responses: {
            /** A submission with all its header says and what became of its bytes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilingDetail"];
                };
            };
        };
    };
    listRelatedFilings: {
        parameters: {
            query?: {
                /** Answer as this API would have answered at this moment. Default: now. Must not be in the future. */
                as_of?: string;
            };
            path: {
                /** Accession number, with dashes or as 18 digits. */
                accession_number: string;
            };
        };
        responses: {
            /** Filings that belong to a filing. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RelatedFilingList"];
                };
            };
        };
    };
    listDocuments: {
        parameters: {
            query?: {
                /** Answer as this API would have answered at this moment. Default: now. Must not be in the future. */
                as_of?: string;
                /** Entries per page. */
                limit?: number;
                /** `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
            path: {
                /** Accession number, with dashes or as 18 digits. */
                accession_number: string;
            };
        };
        responses: {
            /** The documents of a filing. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentList"];
                };
            };
        };
    };
    getDocument: {
        parameters: {
            query?: {
                /** Answer as this API would have answered at this moment. Default: now. Must not be in the future. */
                as_of?: string;
            };
            path: {
                /** Accession number, with dashes or as 18 digits. */
                accession_number: string;
                /** Position of the document in the filing. */
                sequence: string;
            };
        };
        responses: {
            /** The document, or its original bytes when `Accept` asks for anything but JSON. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                    "application/octet-stream": string;
                };
            };
        };
    };
    getDocumentText: {
        parameters: {
            query?: {
                /** `markdown` and `html` are renderings of the same span; offsets always refer to the text. Default: what `Accept` prefers (`text/html`, `text/markdown`), else `text`. */
                format?: "text" | "markdown" | "html";
                /** First code point. Default 0. */
                offset?: number;
                /** At most this many code points. Default: to the end. */
                max_chars?: number;
                /** Ask for exactly this text; the answer is then immutable. Another text is a 404. */
                text_sha256?: string;
                /** Answer as this API would have answered at this moment. Default: now. Must not be in the future. */
                as_of?: string;
            };
            path: {
                /** Accession number, with dashes or as 18 digits. */
                accession_number: string;
                /** Position of the document in the filing. */
                sequence: string;
            };
        };
        responses: {
            /** The text with its offsets, or the text alone when `Accept` prefers `text/plain`, `text/markdown` or `text/html`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentText"];
                    "text/plain": string;
                    "text/markdown": string;
                    "text/html": string;
                };
            };
        };
    };
    getAttachment: {
        parameters: {
            query?: {
                /** Answer as this API would have answered at this moment. Default: now. Must not be in the future. */
                as_of?: string;
            };
            path: {
                /** Accession number, with dashes or as 18 digits. */
                accession_number: string;
                /** Position of the document in the filing. */
                sequence: string;
            };
        };
        responses: {
            /** What the file is, or its bytes when `Accept` asks for anything but JSON. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attachment"];
                    "application/octet-stream": string;
                };
            };
        };
    };
    listSections: {
        parameters: {
            query?: {
                /** Only the document at this position of the filing. */
                sequence?: number;
                /** Key of a section. Several values mean any of them. */
                section_key?: string[];
                /** Status of the section. Several values mean any of them. */
                status?: ("ok" | "uncertain" | "absent" | "failed")[];
                /** Answer as this API would have answered at this moment. Default: now. Must not be in the future. */
                as_of?: string;
                /** Entries per page. */
                limit?: number;
                /** `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
            path: {
                /** Accession number, with dashes or as 18 digits. */
                accession_number: string;
            };
        };
        responses: {
            /** The sections of a filing. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SectionList"];
                };
            };
        };
    };
    getSection: {
        parameters: {
            query?: {
                /** `markdown` and `html` are renderings of the same span; offsets always refer to the text. Default: what `Accept` prefers (`text/html`, `text/markdown`), else `text`. */
                format?: "text" | "markdown" | "html";
                /** Only the document at this position of the filing. */
                sequence?: number;
                /** Answer as this API would have answered at this moment. Default: now. Must not be in the future. */
                as_of?: string;
            };
            path: {
                /** Accession number, with dashes or as 18 digits. */
                accession_number: string;
                /** Key of a section. */
                section_key: string;
            };
        };
        responses: {
            /** The section with its text, or the text alone when `Accept` prefers `text/plain`, `text/markdown` or `text/html`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SectionText"];
                    "text/plain": string;
                    "text/markdown": string;
                    "text/html": string;
                };
            };
        };
    };
    listFilingFacts: {
        parameters: {
            query?: {
                /** Taxonomy: `us-gaap`, `dei`, `ifrs-full`, the prefix of an extension. Several values mean any of them. */
                taxonomy?: string[];
                /** Tag, without a prefix. Several values mean any of them. */
                tag?: string[];
                /** Unit. Several values mean any of them. */
                unit?: string[];
                /** `none`: only facts about the whole entity. */
                dimensions?: "none" | "any";
                /** Only facts of this document. */
                sequence?: number;
                /** Answer as this API would have answered at this moment. Default: now. Must not be in the future. */
                as_of?: string;
                /** Entries per page. */
                limit?: number;
                /** `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
            path: {
                /** Accession number, with dashes or as 18 digits. */
                accession_number: string;
            };
        };
        responses: {
            /** A page of facts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactList"];
                };
            };
        };
    };
    listFacts: {
        parameters: {
            query?: {
                /** CIK of the entity the facts are about. Several values mean any of them. */
                cik?: string[];
                /** Ticker of the entity as it is today. Several values mean any of them. */
                ticker?: string[];
                /** Accession number of the filing. Several values mean any of them. */
                accession_number?: string[];
                /** Form type as EDGAR writes it; `10-K` does not include `10-K/A`. Several values mean any of them. */
                form_type?: string[];
                /** Taxonomy: `us-gaap`, `dei`, `ifrs-full`, the prefix of an extension. Several values mean any of them. */
                taxonomy?: string[];
                /** Tag, without a prefix. Several values mean any of them. */
                tag?: string[];
                /** Unit. Several values mean any of them. */
                unit?: string[];
                /** `none`: only facts about the whole entity. */
                dimensions?: "none" | "any";
                /** Calendar frame of the period: `CY2024`, `CY2024Q1`, `CY2024Q1I`. Several values mean any of them. */
                frame?: string[];
                /** `period_start` at or after this value. */
                period_start_gte?: string;
                /** `period_start` after this value. */
                period_start_gt?: string;
                /** `period_start` at or before this value. */
                period_start_lte?: string;
                /** `period_start` before this value. */
                period_start_lt?: string;
                /** `period_end` at or after this value. */
                period_end_gte?: string;
                /** `period_end` after this value. */
                period_end_gt?: string;
                /** `period_end` at or before this value. */
                period_end_lte?: string;
                /** `period_end` before this value. */
                period_end_lt?: string;
                /** `instant` at or after this value. */
                instant_gte?: string;
                /** `instant` after this value. */
                instant_gt?: string;
                /** `instant` at or before this value. */
                instant_lte?: string;
                /** `instant` before this value. */
                instant_lt?: string;
                /** `accepted_at` at or after this value. */
                accepted_at_gte?: string;
                /** `accepted_at` after this value. */
                accepted_at_gt?: string;
                /** `accepted_at` at or before this value. */
                accepted_at_lte?: string;
                /** `accepted_at` before this value. */
                accepted_at_lt?: string;
                /** Latest filing first, or earliest. */
                sort?: "-accepted_at" | "accepted_at";
                /** Answer as this API would have answered at this moment. Default: now. Must not be in the future. */
                as_of?: string;
                /** Entries per page. */
                limit?: number;
                /** `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
        };
        responses: {
            /** A page of facts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactList"];
                };
            };
        };
    };
    listFrames: {
        parameters: {
            query: {
                /** Taxonomy of the tag. */
                taxonomy?: string;
                /** Tag, without a prefix. */
                tag: string;
                /** Unit. */
                unit?: string;
                /** Calendar frame of the period: `CY2024` for years (365 days, give or take 30), `CY2024Q1` for quarters (91 days, give or take 30), `CY2024Q1I` for moments. */
                period: string;
                /** Answer as this API would have answered at this moment. Default: now. Must not be in the future. */
                as_of?: string;
                /** Entries per page. */
                limit?: number;
                /** `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
        };
        responses: {
            /** A page of facts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactList"];
                };
            };
        };
    };
    listProcessing: {
        parameters: {
            path: {
                /** Accession number, with dashes or as 18 digits. */
                accession_number: string;
            };
        };
        responses: {
            /** The processing ledger of a filing. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProcessingList"];
                };
            };
        };
    };
    listInsiderTransactions: {
        parameters: {
            query?: {
                /** CIK of the issuer, the company whose securities these are. Several values mean any of them. */
                cik?: string[];
                /** Ticker of the issuer as it is today. Several values mean any of them. */
                ticker?: string[];
                /** CIK of a reporting owner, joint owners included. Several values mean any of them. */
                owner_cik?: string[];
                /** `as_filed`: every row of every form. `net`: without the rows that an amendment corrects or another owner had reported; rows an amendment does not mention stand. */
                view?: "as_filed" | "net";
                /** Form type. Several values mean any of them. */
                form_type?: ("3" | "3/A" | "4" | "4/A" | "5" | "5/A")[];
                /** Accession number of the filing. Several values mean any of them. */
                accession_number?: string[];
                /** Transaction code. Several values mean any of them. */
                transaction_code?: string[];
                /** Acquired or disposed of. Several values mean any of them. */
                acquired_disposed?: ("A" | "D")[];
                /** `accepted_at` at or after this value. */
                accepted_at_gte?: string;
                /** `accepted_at` after this value. */
                accepted_at_gt?: string;
                /** `accepted_at` at or before this value. */
                accepted_at_lte?: string;
                /** `accepted_at` before this value. */
                accepted_at_lt?: string;
                /** `transaction_date` at or after this value. */
                transaction_date_gte?: string;
                /** `transaction_date` after this value. */
                transaction_date_gt?: string;
                /** `transaction_date` at or before this value. */
                transaction_date_lte?: string;
                /** `transaction_date` before this value. */
                transaction_date_lt?: string;
                /** Latest first, or earliest. */
                sort?: "-accepted_at" | "accepted_at";
                /** Answer as this API would have answered at this moment. Default: now. Must not be in the future. */
                as_of?: string;
                /** Entries per page. */
                limit?: number;
                /** `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
        };
        responses: {
            /** A page of transactions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InsiderTransactionList"];
                };
            };
        };
    };
    listInsiderHoldings: {
        parameters: {
            query?: {
                /** CIK of the issuer, the company whose securities these are. Several values mean any of them. */
                cik?: string[];
                /** Ticker of the issuer as it is today. Several values mean any of them. */
                ticker?: string[];
                /** CIK of the owner. Several values mean any of them. */
                owner_cik?: string[];
                /** Table I or II of the form. Several values mean any of them. */
                table?: ("non_derivative" | "derivative")[];
                /** Also what the owner was last known to hold none of. */
                include_zero?: boolean;
                /** Answer as this API would have answered at this moment. Default: now. Must not be in the future. */
                as_of?: string;
                /** Entries per page. */
                limit?: number;
                /** `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
        };
        responses: {
            /** A page of holdings. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InsiderHoldingList"];
                };
            };
        };
    };
    listProposedSales: {
        parameters: {
            query?: {
                /** CIK of the issuer, the company whose securities these are. Several values mean any of them. */
                cik?: string[];
                /** Ticker of the issuer as it is today. Several values mean any of them. */
                ticker?: string[];
                /** CIK of whoever filed the notice. Several values mean any of them. */
                seller_cik?: string[];
                /** Form type. Several values mean any of them. */
                form_type?: ("144" | "144/A")[];
                /** Accession number of the filing. Several values mean any of them. */
                accession_number?: string[];
                /** `accepted_at` at or after this value. */
                accepted_at_gte?: string;
                /** `accepted_at` after this value. */
                accepted_at_gt?: string;
                /** `accepted_at` at or before this value. */
                accepted_at_lte?: string;
                /** `accepted_at` before this value. */
                accepted_at_lt?: string;
                /** `notice_date` at or after this value. */
                notice_date_gte?: string;
                /** `notice_date` after this value. */
                notice_date_gt?: string;
                /** `notice_date` at or before this value. */
                notice_date_lte?: string;
                /** `notice_date` before this value. */
                notice_date_lt?: string;
                /** Latest first, or earliest. */
                sort?: "-accepted_at" | "accepted_at";
                /** Answer as this API would have answered at this moment. Default: now. Must not be in the future. */
                as_of?: string;
                /** Entries per page. */
                limit?: number;
                /** `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
        };
        responses: {
            /** A page of notices. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposedSaleList"];
                };
            };
        };
    };
    listBeneficialOwnership: {
        parameters: {
            query?: {
                /** CIK of the issuer, the company whose securities these are. Several values mean any of them. */
                cik?: string[];
                /** Ticker of the issuer as it is today. Several values mean any of them. */
                ticker?: string[];
                /** CIK of a reporting person. Several values mean any of them. */
                person_cik?: string[];
                /** Name of a reporting person or the beginning of it; case, punctuation and words such as Inc. do not matter. Several values mean any of them. */
                person_name?: string[];
                /** Form type. Several values mean any of them. */
                form_type?: ("SC 13D" | "SC 13D/A" | "SC 13G" | "SC 13G/A" | "SCHEDULE 13D" | "SCHEDULE 13D/A" | "SCHEDULE 13G" | "SCHEDULE 13G/A")[];
                /** Accession number of the filing. Several values mean any of them. */
                accession_number?: string[];
                /** A person owns at least this many per cent. */
                percent_of_class_gte?: number;
                /** A person owns at most this many per cent. */
                percent_of_class_lte?: number;
                /** `accepted_at` at or after this value. */
                accepted_at_gte?: string;
                /** `accepted_at` after this value. */
                accepted_at_gt?: string;
                /** `accepted_at` at or before this value. */
                accepted_at_lte?: string;
                /** `accepted_at` before this value. */
                accepted_at_lt?: string;
                /** `event_date` at or after this value. */
                event_date_gte?: string;
                /** `event_date` after this value. */
                event_date_gt?: string;
                /** `event_date` at or before this value. */
                event_date_lte?: string;
                /** `event_date` before this value. */
                event_date_lt?: string;
                /** `latest`: only schedules that are the latest word of one of their persons on the issuer. */
                view?: "all" | "latest";
                /** `items`: the texts of the items. Several values mean any of them. */
                include?: "items"[];
                /** Latest first, or earliest. */
                sort?: "-accepted_at" | "accepted_at";
                /** Answer as this API would have answered at this moment. Default: now. Must not be in the future. */
                as_of?: string;
                /** Entries per page. */
                limit?: number;
                /** `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
        };
        responses: {
            /** A page of schedules. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BeneficialOwnershipList"];
                };
            };
        };
    };
    listHoldings: {
        parameters: {
            query?: {
                /** CIK of the manager that filed the report. Several values mean any of them. */
                cik?: string[];
                /** CUSIP of the security. Several values mean any of them. */
                cusip?: string[];
                /** Beginning of the issuer's name, in any case. */
                issuer_name?: string;
                /** End of the quarter. Several values mean any of them. */
                period_of_report?: string[];
                /** `period_of_report` at or after this value. */
                period_of_report_gte?: string;
                /** `period_of_report` after this value. */
                period_of_report_gt?: string;
                /** `period_of_report` at or before this value. */
                period_of_report_lte?: string;
                /** `period_of_report` before this value. */
                period_of_report_lt?: string;
                /** `as_filed`: every report as it stands. `net`: after the amendments known at `as_of`: a restatement takes the place of what it restates, new holdings are added once. */
                view?: "as_filed" | "net";
                /** Options only, of these kinds. Several values mean any of them. */
                put_call?: ("put" | "call")[];
                /** Form type. Several values mean any of them. */
                form_type?: ("13F-HR" | "13F-HR/A" | "13F-NT" | "13F-NT/A")[];
                /** Accession number of the filing. Several values mean any of them. */
                accession_number?: string[];
                /** `accepted_at` at or after this value. */
                accepted_at_gte?: string;
                /** `accepted_at` after this value. */
                accepted_at_gt?: string;
                /** `accepted_at` at or before this value. */
                accepted_at_lte?: string;
                /** `accepted_at` before this value. */
                accepted_at_lt?: string;
                /** Latest first, or earliest. */
                sort?: "-accepted_at" | "accepted_at";
                /** Answer as this API would have answered at this moment. Default: now. Must not be in the future. */
                as_of?: string;
                /** Entries per page. */
                limit?: number;
                /** `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
        };
        responses: {
            /** A page of holdings. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldingList"];
                };
            };
        };
    };
    listHoldingsReports: {
        parameters: {
            query?: {
                /** CIK of the manager. Several values mean any of them. */
                cik?: string[];
                /** Kind of report. Several values mean any of them. */
                report_type?: ("holdings" | "notice" | "combination")[];
                /** End of the quarter. Several values mean any of them. */
                period_of_report?: string[];
                /** `period_of_report` at or after this value. */
                period_of_report_gte?: string;
                /** `period_of_report` after this value. */
                period_of_report_gt?: string;
                /** `period_of_report` at or before this value. */
                period_of_report_lte?: string;
                /** `period_of_report` before this value. */
                period_of_report_lt?: string;
                /** Form type. Several values mean any of them. */
                form_type?: ("13F-HR" | "13F-HR/A" | "13F-NT" | "13F-NT/A")[];
                /** Accession number of the filing. Several values mean any of them. */
                accession_number?: string[];
                /** `accepted_at` at or after this value. */
                accepted_at_gte?: string;
                /** `accepted_at` after this value. */
                accepted_at_gt?: string;
                /** `accepted_at` at or before this value. */
                accepted_at_lte?: string;
                /** `accepted_at` before this value. */
                accepted_at_lt?: string;
                /** Latest first, or earliest. */
                sort?: "-accepted_at" | "accepted_at";
                /** Answer as this API would have answered at this moment. Default: now. Must not be in the future. */
                as_of?: string;
                /** Entries per page. */
                limit?: number;
                /** `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
        };
        responses: {
            /** A page of reports. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldingsReportList"];
                };
            };
        };
    };
    listHoldingChanges: {
        parameters: {
            query: {
                /** Central Index Key, with or without leading zeros. */
                cik: string;
                /** End of the quarter to compare with the one before. Default: the latest reported. */
                period_of_report?: string;
                /** CUSIP of the security. Several values mean any of them. */
                cusip?: string[];
                /** Kinds of change. Several values mean any of them. */
                change?: ("new" | "closed" | "increased" | "decreased" | "unchanged" | "unknown")[];
                /** Answer as this API would have answered at this moment. Default: now. Must not be in the future. */
                as_of?: string;
                /** Entries per page. */
                limit?: number;
                /** `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
        };
        responses: {
            /** A page of changes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldingChangeList"];
                };
            };
        };
    };
    listFundReports: {
        parameters: {
            query?: {
                /** CIK of the registrant. Several values mean any of them. */
                cik?: string[];
                /** Series of the registrant. Several values mean any of them. */
                series_id?: string[];
                /** Accession number of the filing. Several values mean any of them. */
                accession_number?: string[];
                /** `accepted_at` at or after this value. */
                accepted_at_gte?: string;
                /** `accepted_at` after this value. */
                accepted_at_gt?: string;
                /** `accepted_at` at or before this value. */
                accepted_at_lte?: string;
                /** `accepted_at` before this value. */
                accepted_at_lt?: string;
                /** Latest first, or earliest. */
                sort?: "-accepted_at" | "accepted_at";
                /** Answer as this API would have answered at this moment. Default: now. Must not be in the future. */
                as_of?: string;
                /** Entries per page. */
                limit?: number;
                /** `next_cursor` of the page before, unchanged. */
                cursor?: string;
                /** Kind of report. Several values mean any of them. */
                report_type?: ("portfolio" | "census" | "votes" | "registration_fee")[];
                /** Form type. Several values mean any of them. */
                form_type?: ("NPORT-P" | "NPORT-P/A" | "NPORT-NP" | "NPORT-NP/A" | "N-CEN" | "N-CEN/A" | "N-PX" | "N-PX/A" | "24F-2NT" | "24F-2NT/A")[];
                /** `period_of_report` at or after this value. */
                period_of_report_gte?: string;
                /** `period_of_report` after this value. */
                period_of_report_gt?: string;
                /** `period_of_report` at or before this value. */
                period_of_report_lte?: string;
                /** `period_of_report` before this value. */
                period_of_report_lt?: string;
            };
        };
        responses: {
            /** A page of reports. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundReportList"];
                };
            };
        };
    };
    listFundHoldings: {
        parameters: {
            query?: {
                /** CIK of the registrant. Several values mean any of them. */
                cik?: string[];
                /** Series of the registrant. Several values mean any of them. */
                series_id?: string[];
                /** Accession number of the filing. Several values mean any of them. */
                accession_number?: string[];
                /** `accepted_at` at or after this value. */
                accepted_at_gte?: string;
                /** `accepted_at` after this value. */
                accepted_at_gt?: string;
                /** `accepted_at` at or before this value. */
                accepted_at_lte?: string;
                /** `accepted_at` before this value. */
                accepted_at_lt?: string;
                /** Latest first, or earliest. */
                sort?: "-accepted_at" | "accepted_at";
                /** Answer as this API would have answered at this moment. Default: now. Must not be in the future. */
                as_of?: string;
                /** Entries per page. */
                limit?: number;
                /** `next_cursor` of the page before, unchanged. */
                cursor?: string;
                /** CUSIP of the security. Several values mean any of them. */
                cusip?: string[];
                /** ISIN of the security. Several values mean any of them. */
                isin?: string[];
            };
        };
        responses: {
            /** A page of positions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FundHoldingList"];
                };
            };
        };
    };
    listProxyVotes: {
        parameters: {
            query?: {
                /** CIK of the registrant. Several values mean any of them. */
                cik?: string[];
                /** Series of the registrant. Several values mean any of them. */
                series_id?: string[];
                /** Accession number of the filing. Several values mean any of them. */
                accession_number?: string[];
                /** `accepted_at` at or after this value. */
                accepted_at_gte?: string;
                /** `accepted_at` after this value. */
                accepted_at_gt?: string;
                /** `accepted_at` at or before this value. */
                accepted_at_lte?: string;
                /** `accepted_at` before this value. */
                accepted_at_lt?: string;
                /** Latest first, or earliest. */
                sort?: "-accepted_at" | "accepted_at";
                /** Answer as this API would have answered at this moment. Default: now. Must not be in the future. */
                as_of?: string;
                /** Entries per page. */
                limit?: number;
                /** `next_cursor` of the page before, unchanged. */
                cursor?: string;
                /** CUSIP of the security. Several values mean any of them. */
                cusip?: string[];
                /** ISIN of the security. Several values mean any of them. */
                isin?: string[];
                /** `meeting_date` at or after this value. */
                meeting_date_gte?: string;
                /** `meeting_date` after this value. */
                meeting_date_gt?: string;
                /** `meeting_date` at or before this value. */
                meeting_date_lte?: string;
                /** `meeting_date` before this value. */
                meeting_date_lt?: string;
            };
        };
        responses: {
            /** A page of votes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProxyVoteList"];
                };
            };
        };
    };
    listSubsidiaries: {
        parameters: {
            query?: {
                /** CIK of the parent. Several values mean any of them. */
                cik?: string[];
                /** Ticker of the parent as it is today. Several values mean any of them. */
                ticker?: string[];
                /** Beginning of the name, in any case. */
                name?: string;
                /** Place as listed, exactly. Several values mean any of them. */
                jurisdiction?: string[];
                /** Form type. Several values mean any of them. */
                form_type?: ("10-K" | "10-K/A" | "10-K405" | "10-KT" | "20-F" | "20-F/A" | "S-1" | "S-1/A" | "S-4" | "S-4/A")[];
                /** Accession number of the filing. Several values mean any of them. */
                accession_number?: string[];
                /** `accepted_at` at or after this value. */
                accepted_at_gte?: string;
                /** `accepted_at` after this value. */
                accepted_at_gt?: string;
                /** `accepted_at` at or before this value. */
                accepted_at_lte?: string;
                /** `accepted_at` before this value. */
                accepted_at_lt?: string;
                /** Latest first, or earliest. */
                sort?: "-accepted_at" | "accepted_at";
                /** Answer as this API would have answered at this moment. Default: now. Must not be in the future. */
                as_of?: string;
                /** Entries per page. */
                limit?: number;
                /** `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
        };
        responses: {
            /** A page of subsidiaries. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubsidiaryList"];
                };
            };
        };
    };
    listOfferings: {
        parameters: {
            query?: {
                /** CIK of an issuer. Several values mean any of them. */
                cik?: string[];
                /** Ticker of the issuer as it is today. Several values mean any of them. */
                ticker?: string[];
                /** Rules under which securities are offered. Several values mean any of them. */
                offering_type?: ("regulation_d" | "regulation_crowdfunding" | "regulation_a" | "registered")[];
                /** What the document is to the offering. Several values mean any of them. */
                stage?: ("notice" | "offering_statement" | "progress_update" | "annual_report" | "exit_report" | "termination" | "withdrawal" | "registration" | "prospectus")[];
                /** Exemption claimed on Form D. Several values mean any of them. */
                exemption?: string[];
                /** `total_amount` at or above this value. */
                total_amount_gte?: number;
                /** `total_amount` at or below this value. */
                total_amount_lte?: number;
                /** Form type. Several values mean any of them. */
                form_type?: ("D" | "D/A" | "C" | "C/A" | "C-W" | "C/A-W" | "C-U" | "C-U-W" | "C-AR" | "C-AR/A" | "C-AR-W" | "C-TR" | "C-TR-W" | "1-A" | "1-A/A" | "1-A POS" | "1-K" | "1-K/A" | "1-Z" | "1-Z/A" | "S-1" | "S-1/A" | "S-3" | "S-3/A" | "S-3ASR" | "S-4" | "S-4/A" | "S-8" | "S-11" | "S-11/A" | "F-1" | "F-1/A" | "F-3" | "F-3/A" | "F-3ASR" | "F-4" | "F-4/A" | "424B1" | "424B2" | "424B3" | "424B4" | "424B5" | "424B7" | "424B8")[];
                /** Accession number of the filing. Several values mean any of them. */
                accession_number?: string[];
                /** `accepted_at` at or after this value. */
                accepted_at_gte?: string;
                /** `accepted_at` after this value. */
                accepted_at_gt?: string;
                /** `accepted_at` at or before this value. */
                accepted_at_lte?: string;
                /** `accepted_at` before this value. */
                accepted_at_lt?: string;
                /** Latest first, or earliest. */
                sort?: "-accepted_at" | "accepted_at";
                /** Answer as this API would have answered at this moment. Default: now. Must not be in the future. */
                as_of?: string;
                /** Entries per page. */
                limit?: number;
                /** `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
        };
        responses: {
            /** A page of offerings. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferingList"];
                };
            };
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** CIK of a company the report is about. Several values mean any of them. */
                cik?: string[];
                /** Ticker of the company as it is today. Several values mean any of them. */
                ticker?: string[];
                /** What the items report. Several values mean any of them. */
                event_type?: ("acquisition_or_disposition_completed" | "asset_backed_alternative_filing" | "asset_backed_disclosure_updated" | "asset_backed_distribution_missed" | "asset_backed_informational_material" | "asset_backed_servicer_or_trustee_changed" | "asset_backed_static_pool" | "asset_backed_support_changed" | "auditor_changed" | "bankruptcy_or_receivership" | "benefit_plan_trading_suspended" | "charter_or_fiscal_year_changed" | "code_of_ethics_changed" | "control_changed" | "cybersecurity_incident" | "delisting_notice" | "exit_or_disposal_costs" | "financial_obligation_accelerated" | "financial_obligation_created" | "financial_statements_and_exhibits" | "financial_statements_not_reliable" | "material_agreement_entered" | "material_agreement_terminated" | "material_impairment" | "mine_safety_violation" | "officers_or_directors_changed" | "other_events" | "regulation_fd_disclosure" | "results_of_operations" | "security_holder_rights_modified" | "shareholder_director_nominations" | "shareholder_vote" | "shell_company_status_changed" | "unregistered_sale_of_equity")[];
                /** Item of Form 8-K. Several values mean any of them. */
                item_code?: string[];
                /** Form type. Several values mean any of them. */
                form_type?: ("8-K" | "8-K/A" | "8-K12B" | "8-K12B/A" | "8-K12G3" | "8-K12G3/A" | "8-K15D5" | "8-K15D5/A")[];
                /** Accession number of the filing. Several values mean any of them. */
                accession_number?: string[];
                /** `event_date` at or after this value. */
                event_date_gte?: string;
                /** `event_date` after this value. */
                event_date_gt?: string;
                /** `event_date` at or before this value. */
                event_date_lte?: string;
                /** `event_date` before this value. */
                event_date_lt?: string;
                /** `accepted_at` at or after this value. */
                accepted_at_gte?: string;
                /** `accepted_at` after this value. */
                accepted_at_gt?: string;
                /** `accepted_at` at or before this value. */
                accepted_at_lte?: string;
                /** `accepted_at` before this value. */
                accepted_at_lt?: string;
                /** Latest first, or earliest. */
                sort?: "-accepted_at" | "accepted_at";
                /** Answer as this API would have answered at this moment. Default: now. Must not be in the future. */
                as_of?: string;
                /** Entries per page. */
                limit?: number;
                /** `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
        };
        responses: {
            /** A page of events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventList"];
                };
            };
        };
    };
    listStatements: {
        parameters: {
            query?: {
                /** `standardized`: the same lines for every company, each with its source. `as_filed`: lines, order and labels of the filer. */
                view?: "standardized" | "as_filed";
                /** Kind of statement. Without it, `as_filed` gives the main statements and leaves out notes. Several values mean any of them. */
                statement?: ("balance_sheet" | "income_statement" | "comprehensive_income" | "cash_flow" | "equity" | "cover" | "notes" | "other")[];
                /** Accession number of the filing. Several values mean any of them. */
                accession_number?: string[];
                /** Fiscal year of the document, in the word of its filer. Several values mean any of them. */
                document_fiscal_year?: number[];
                /** Fiscal period of the document, in the word of its filer. Several values mean any of them. */
                document_fiscal_period?: ("FY" | "Q1" | "Q2" | "Q3" | "Q4" | "H1" | "H2")[];
                /** Length of the period; only with `view=standardized`. Several values mean any of them. */
                period_type?: ("year" | "quarter" | "year_to_date" | "instant")[];
                /** Latest filing first, or earliest. */
                sort?: "-accepted_at" | "accepted_at";
                /** Answer as this API would have answered at this moment. Default: now. Must not be in the future. */
                as_of?: string;
                /** Entries per page. */
                limit?: number;
                /** `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
            path: {
                /** Central Index Key, with or without leading zeros. */
                cik: string;
            };
        };
        responses: {
            /** A page of statements. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatementList"];
                };
            };
        };
    };
    listRatios: {
        parameters: {
            query?: {
                /** Name of the ratio. Several values mean any of them. */
                ratio?: ("gross_margin" | "operating_margin" | "pretax_margin" | "net_margin" | "research_intensity" | "sga_to_revenues" | "effective_tax_rate" | "return_on_assets" | "return_on_equity" | "return_on_capital" | "current_ratio" | "quick_ratio" | "cash_ratio" | "debt_to_equity" | "debt_to_assets" | "liabilities_to_assets" | "equity_to_assets" | "interest_coverage" | "asset_turnover" | "inventory_turnover" | "receivables_turnover" | "days_sales_outstanding" | "days_inventory" | "days_payable" | "operating_cash_to_net_income" | "operating_cash_margin" | "capital_expenditures_to_revenues" | "payout_ratio" | "free_cash_flow" | "working_capital")[];
                /** Accession number of the filing. Several values mean any of them. */
                accession_number?: string[];
                /** Fiscal year of the document, in the word of its filer. Several values mean any of them. */
                document_fiscal_year?: number[];
                /** Fiscal period of the document, in the word of its filer. Several values mean any of them. */
                document_fiscal_period?: ("FY" | "Q1" | "Q2" | "Q3" | "Q4" | "H1" | "H2")[];
                /** Length of the period. Several values mean any of them. */
                period_type?: ("year" | "quarter" | "year_to_date")[];
                /** Latest filing first, or earliest. */
                sort?: "-accepted_at" | "accepted_at";
                /** Answer as this API would have answered at this moment. Default: now. Must not be in the future. */
                as_of?: string;
                /** Entries per page. */
                limit?: number;
                /** `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
            path: {
                /** Central Index Key, with or without leading zeros. */
                cik: string;
            };
        };
        responses: {
            /** A page of reports with their ratios. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RatioReportList"];
                };
            };
        };
    };
    listRestatements: {
        parameters: {
            query?: {
                /** Taxonomy. Several values mean any of them. */
                taxonomy?: string[];
                /** Tag. Several values mean any of them. */
                tag?: string[];
                /** Unit. Several values mean any of them. */
                unit?: string[];
                /** `none`: facts of the whole entity only. */
                dimensions?: "none" | "any";
                /** `all`: also facts that every filing agrees on. */
                status?: "restated" | "all";
                /** `restated_at` at or after this value. */
                restated_at_gte?: string;
                /** `restated_at` after this value. */
                restated_at_gt?: string;
                /** `restated_at` at or before this value. */
                restated_at_lte?: string;
                /** `restated_at` before this value. */
                restated_at_lt?: string;
                /** Answer as this API would have answered at this moment. Default: now. Must not be in the future. */
                as_of?: string;
                /** Entries per page. */
                limit?: number;
                /** `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
            path: {
                /** Central Index Key, with or without leading zeros. */
                cik: string;
            };
        };
        responses: {
            /** A page of facts with their vintages. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RestatementList"];
                };
            };
        };
    };
    listSignals: {
        parameters: {
            query?: {
                /** Signal type. Several values mean any of them. */
                signal_type?: ("event_8k" | "exec_departure" | "director_departure" | "non_reliance" | "auditor_change" | "cyber_incident" | "bankruptcy" | "impairment_8k" | "debt_acceleration" | "delisting_notice" | "control_change" | "exit_costs" | "unregistered_equity" | "charter_change" | "vote_result" | "say_on_pay" | "insider_cluster_buy" | "insider_csuite_buy" | "insider_npr" | "insider_opportunistic" | "planned_sale_share" | "late_form4" | "form144_intent" | "activist_13d" | "g_to_d_switch" | "d_amendment" | "inst_delta" | "altman_z2" | "altman_z" | "piotroski_f" | "beneish_m" | "sloan_accruals" | "cf_accruals" | "pct_accruals" | "dechow_f" | "ohlson_o" | "montier_c" | "dso" | "dio" | "dpo" | "ccc" | "inventory_vs_sales" | "cash_conversion" | "gross_margin_drift" | "cash_runway" | "goodwill_impairment" | "zmijewski_x" | "noa_scaled" | "asset_growth" | "net_external_fin" | "benford_mad" | "deferred_revenue_delta" | "rpo_growth" | "tax_rate_anomaly" | "capex_vs_dep" | "sbc_intensity" | "silent_revision" | "restatement_axis" | "error_correction_flag" | "xbrl_integrity" | "custom_tag_ratio" | "icfr_attestation_change" | "segment_change" | "loss_contingency" | "customer_concentration" | "share_count_growth" | "share_count_growth_5y" | "text_sim_cosine" | "text_sim_jaccard" | "text_sim_min_edit" | "text_sim_simple" | "text_change_score" | "mdna_modification" | "section_length_delta" | "rf_added" | "rf_removed" | "rf_modified" | "rf_update_10q" | "legal_section_change" | "officer_language_change" | "stickiness" | "tone_negative_pct" | "tone_positive_pct" | "tone_uncertainty_pct" | "tone_litigious_pct" | "tone_weak_modal_pct" | "tone_constraining_pct" | "tone_net" | "tone_delta" | "fog" | "flesch_reading_ease" | "flesch_kincaid" | "smog" | "fls_density" | "hedge_density" | "numeric_density" | "redundancy" | "specificity" | "going_concern" | "material_weakness" | "filing_size_log" | "filing_timing" | "filing_lag" | "event_report_lag" | "item_bundle" | "late_filing_nt" | "amendment_10ka" | "deregistration" | "going_dark" | "reverse_split" | "comment_letter" | "takedown_424b" | "atm_active" | "shelf_registered" | "debt_maturity_wall" | "auditor_identity" | "auditor_tenure" | "cyber_governance" | "plan_adopt_terminate" | "insider_policy" | "subsidiaries_change" | "supplier_mentions" | "competition_mentions" | "llm_change_materiality" | "llm_rf_topic" | "llm_guidance" | "llm_mdna_tone" | "llm_going_concern" | "llm_material_weakness" | "llm_customers" | "llm_cyber_material" | "llm_departure_reason")[];
                /** Central Index Key of anybody the filing names, with or without leading zeros. Several values mean any of them. */
                cik?: string[];
                /** Ticker of a company as it is today. Several values mean any of them. */
                ticker?: string[];
                /** Form type as EDGAR writes it; `10-K` does not include `10-K/A`. Several values mean any of them. */
                form_type?: string[];
                /** Accession number of the filing. Several values mean any of them. */
                accession_number?: string[];
                /** Name of the extractor. Several values mean any of them. */
                extractor?: ("event_8k" | "departures_8k" | "non_reliance" | "auditor_change" | "cyber_incident" | "bankruptcy" | "impairment_8k" | "debt_acceleration" | "delisting_notice" | "control_change" | "exit_costs" | "unregistered_equity" | "charter_change" | "vote_result" | "insider_cluster_buy" | "insider_csuite_buy" | "insider_npr" | "insider_opportunistic" | "planned_sale_share" | "late_form4" | "form144_intent" | "activist_13d" | "d_amendment" | "inst_delta" | "altman" | "piotroski" | "beneish" | "accruals" | "dechow" | "ohlson" | "montier" | "working_capital_days" | "inventory_vs_sales" | "cash_conversion" | "gross_margin_drift" | "cash_runway" | "goodwill_impairment" | "zmijewski" | "balance_sheet_growth" | "benford" | "contract_revenue" | "income_checks" | "silent_revision" | "restatement_axis" | "error_correction_flag" | "xbrl_integrity" | "custom_tag_ratio" | "icfr_attestation_change" | "segment_change" | "loss_contingency" | "customer_concentration" | "share_count_growth" | "text_similarity" | "mdna_modification" | "section_length" | "risk_factor_diff" | "risk_factor_update" | "legal_section_change" | "officer_language_change" | "stickiness" | "tone" | "tone_change" | "readability" | "forward_looking" | "wording" | "redundancy" | "specificity" | "going_concern" | "material_weakness" | "filing_size" | "filing_timing" | "filing_lag" | "event_report_lag" | "item_bundle" | "late_filing_nt" | "amendment_10ka" | "deregistration" | "reverse_split" | "comment_letter" | "takedown_424b" | "shelf_registered" | "debt_maturity_wall" | "auditor_identity" | "auditor_tenure" | "cyber_governance" | "plan_adopt_terminate" | "insider_policy" | "subsidiaries_change" | "supplier_mentions" | "competition_mentions" | "llm_change_materiality" | "llm_rf_topic" | "llm_guidance" | "llm_mdna_tone" | "llm_going_concern" | "llm_material_weakness" | "llm_customers" | "llm_cyber_material" | "llm_departure_reason")[];
                /** Version of the extractor. Several values mean any of them. */
                extractor_version?: string[];
                /** Doubtful signals are `quarantined`; both by default. Several values mean any of them. */
                status?: ("ok" | "quarantined")[];
                /** -1 adverse, 0 neutral, 1 favourable. Several values mean any of them. */
                direction?: ("-1" | "0" | "1")[];
                /** `accepted_at` at or after this value. */
                accepted_at_gte?: string;
                /** `accepted_at` after this value. */
                accepted_at_gt?: string;
                /** `accepted_at` at or before this value. */
                accepted_at_lte?: string;
                /** `accepted_at` before this value. */
                accepted_at_lt?: string;
                /** `period_of_report` at or after this value. */
                period_of_report_gte?: string;
                /** `period_of_report` after this value. */
                period_of_report_gt?: string;
                /** `period_of_report` at or before this value. */
                period_of_report_lte?: string;
                /** `period_of_report` before this value. */
                period_of_report_lt?: string;
                /** Latest first, or earliest. */
                sort?: "-accepted_at" | "accepted_at";
                /** Adds `total`, the number of matches, or `peer_percentile` to each signal. */
                include?: ("total" | "peer_percentile")[];
                /** Answer as this API would have answered at this moment. Default: now. Must not be in the future. */
                as_of?: string;
                /** Entries per page. */
                limit?: number;
                /** `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
        };
        responses: {
            /** A page of signals. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignalList"];
                };
            };
        };
    };
    getSignal: {
        parameters: {
            query?: {
                /** Answer as this API would have answered at this moment. Default: now. Must not be in the future. */
                as_of?: string;
            };
            path: {
                /** Id of a signal. */
                signal_id: string;
            };
        };
        responses: {
            /** Something that was read out of a filing, with its evidence. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signal"];
                };
            };
        };
    };
    listEvidence: {
        parameters: {
            query?: {
                /** Answer as this API would have answered at this moment. Default: now. Must not be in the future. */
                as_of?: string;
            };
            path: {
                /** Id of a signal. */
                signal_id: string;
            };
        };
        responses: {
            /** The evidence of a signal, checked for this answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceList"];
                };
            };
        };
    };
    reproduceSignal: {
        parameters: {
            query?: {
                /** Answer as this API would have answered at this moment. Default: now. Must not be in the future. */
                as_of?: string;
            };
            path: {
                /** Id of a signal. */
                signal_id: string;
            };
        };
        responses: {
            /** What came of running the rule again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignalReproduction"];
                };
            };
        };
    };
    listSignalTypes: {
        parameters: {
        };
        responses: {
            /** The catalogue of signals. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignalTypeList"];
                };
            };
        };
    };
    listExtractors: {
        parameters: {
        };
        responses: {
            /** Every extractor of signals. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtractorList"];
                };
            };
        };
    };
    getExtractor: {
        parameters: {
            path: {
                /** Name of the extractor. */
                name: "event_8k" | "departures_8k" | "non_reliance" | "auditor_change" | "cyber_incident" | "bankruptcy" | "impairment_8k" | "debt_acceleration" | "delisting_notice" | "control_change" | "exit_costs" | "unregistered_equity" | "charter_change" | "vote_result" | "insider_cluster_buy" | "insider_csuite_buy" | "insider_npr" | "insider_opportunistic" | "planned_sale_share" | "late_form4" | "form144_intent" | "activist_13d" | "d_amendment" | "inst_delta" | "altman" | "piotroski" | "beneish" | "accruals" | "dechow" | "ohlson" | "montier" | "working_capital_days" | "inventory_vs_sales" | "cash_conversion" | "gross_margin_drift" | "cash_runway" | "goodwill_impairment" | "zmijewski" | "balance_sheet_growth" | "benford" | "contract_revenue" | "income_checks" | "silent_revision" | "restatement_axis" | "error_correction_flag" | "xbrl_integrity" | "custom_tag_ratio" | "icfr_attestation_change" | "segment_change" | "loss_contingency" | "customer_concentration" | "share_count_growth" | "text_similarity" | "mdna_modification" | "section_length" | "risk_factor_diff" | "risk_factor_update" | "legal_section_change" | "officer_language_change" | "stickiness" | "tone" | "tone_change" | "readability" | "forward_looking" | "wording" | "redundancy" | "specificity" | "going_concern" | "material_weakness" | "filing_size" | "filing_timing" | "filing_lag" | "event_report_lag" | "item_bundle" | "late_filing_nt" | "amendment_10ka" | "deregistration" | "reverse_split" | "comment_letter" | "takedown_424b" | "shelf_registered" | "debt_maturity_wall" | "auditor_identity" | "auditor_tenure" | "cyber_governance" | "plan_adopt_terminate" | "insider_policy" | "subsidiaries_change" | "supplier_mentions" | "competition_mentions" | "llm_change_materiality" | "llm_rf_topic" | "llm_guidance" | "llm_mdna_tone" | "llm_going_concern" | "llm_material_weakness" | "llm_customers" | "llm_cyber_material" | "llm_departure_reason";
            };
        };
        responses: {
            /** An extractor with its progress. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Extractor"];
                };
            };
        };
    };
    checkEvidence: {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": {
                    /** A piece of evidence as a signal carries it. */
                    evidence: {
                        kind: "text_span" | "pair" | "header_field" | "xml_path" | "xbrl_fact";
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** The verdict on a piece of evidence. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceCheck"];
                };
            };
        };
    };
    verifyEvidence: {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": {
                    /** SHA-256 of the canonical text. */
                    text_sha256: string;
                    /** First position of the quote. */
                    start: number;
                    /** Position after the last. */
                    end: number;
                    /** What should stand there. */
                    quote: string;
                    /**
                     * What `start` and `end` count.
                     * @default code_point
                     */
                    unit?: "code_point" | "byte";
                };
            };
        };
        responses: {
            /** The verdict on a quote. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceVerification"];
                };
            };
        };
    };
    listCoverage: {
        parameters: {
            query?: {
                /** Central Index Key of anybody the filing names, with or without leading zeros. Several values mean any of them. */
                cik?: string[];
                /** Ticker of a company as it is today. Several values mean any of them. */
                ticker?: string[];
                /** Form type as EDGAR writes it; `10-K` does not include `10-K/A`. Several values mean any of them. */
                form_type?: string[];
                /** Answer as this API would have answered at this moment. Default: now. Must not be in the future. */
                as_of?: string;
            };
        };
        responses: {
            /** What is covered, by form. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverageList"];
                };
            };
        };
    };
    listTables: {
        parameters: {
            query?: {
                /** Only the document at this position of the filing. */
                sequence?: number;
                /** Only tables that begin in this section. */
                section_key?: string;
                /** Answer as this API would have answered at this moment. Default: now. Must not be in the future. */
                as_of?: string;
                /** `next_cursor` of the page before, unchanged. */
                cursor?: string;
                /** Entries per page. A page can hold fewer and still not be the last. */
                limit?: number;
            };
            path: {
                /** Accession number, with dashes or as 18 digits. */
                accession_number: string;
            };
        };
        responses: {
            /** The tables of a filing. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TableList"];
                };
            };
        };
    };
    searchDocuments: {
        parameters: {
            query: {
                /** Words, `"phrases"`, `prefix*`, AND, OR, NOT (or `-`) and parentheses; words side by side are all wanted. At most 64 words. */
                q: string;
                /** Central Index Key of anybody the filing names, with or without leading zeros. Several values mean any of them. */
                cik?: string[];
                /** Ticker of a company as it is today. Several values mean any of them. */
                ticker?: string[];
                /** Form type as EDGAR writes it; `10-K` does not include `10-K/A`. Several values mean any of them. */
                form_type?: string[];
                /** Key of a section. The section, not the whole document, must then fulfil the query. Several values mean any of them. */
                section_key?: string[];
                /** `accepted_at` at or after this value. */
                accepted_at_gte?: string;
                /** `accepted_at` after this value. */
                accepted_at_gt?: string;
                /** `accepted_at` at or before this value. */
                accepted_at_lte?: string;
                /** `accepted_at` before this value. */
                accepted_at_lt?: string;
                /** `filing_date` exactly. */
                filing_date?: string;
                /** `filing_date` at or after this value. */
                filing_date_gte?: string;
                /** `filing_date` after this value. */
                filing_date_gt?: string;
                /** `filing_date` at or before this value. */
                filing_date_lte?: string;
                /** `filing_date` before this value. */
                filing_date_lt?: string;
                /** Answer as this API would have answered at this moment. Default: now. Must not be in the future. */
                as_of?: string;
                /** Latest first, earliest first, or those that say it most often; the latest 1000 documents that can match are ranked. */
                sort?: "-accepted_at" | "accepted_at" | "relevance";
                /** `next_cursor` of the page before, unchanged. */
                cursor?: string;
                /** Entries per page. A page can hold fewer and still not be the last: rare phrases of common words are looked for in parts. */
                limit?: number;
            };
        };
        responses: {
            /** A page of what was found. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchHitList"];
                };
            };
        };
    };
    listSearchCounts: {
        parameters: {
            query: {
                /** Words, `"phrases"`, `prefix*`, AND, OR, NOT (or `-`) and parentheses; words side by side are all wanted. At most 64 words. */
                q: string;
                /** Central Index Key of anybody the filing names, with or without leading zeros. Several values mean any of them. */
                cik?: string[];
                /** Ticker of a company as it is today. Several values mean any of them. */
                ticker?: string[];
                /** Form type as EDGAR writes it; `10-K` does not include `10-K/A`. Several values mean any of them. */
                form_type?: string[];
                /** Key of a section. The section, not the whole document, must then fulfil the query. Several values mean any of them. */
                section_key?: string[];
                /** `accepted_at` at or after this value. */
                accepted_at_gte?: string;
                /** `accepted_at` after this value. */
                accepted_at_gt?: string;
                /** `accepted_at` at or before this value. */
                accepted_at_lte?: string;
                /** `accepted_at` before this value. */
                accepted_at_lt?: string;
                /** `filing_date` exactly. */
                filing_date?: string;
                /** `filing_date` at or after this value. */
                filing_date_gte?: string;
                /** `filing_date` after this value. */
                filing_date_gt?: string;
                /** `filing_date` at or before this value. */
                filing_date_lte?: string;
                /** `filing_date` before this value. */
                filing_date_lt?: string;
                /** Answer as this API would have answered at this moment. Default: now. Must not be in the future. */
                as_of?: string;
                /** Length of a period. */
                interval?: "month" | "quarter" | "year";
            };
        };
        responses: {
            /** Matches over time; periods without any are left out. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchCountList"];
                };
            };
        };
    };
    getDiff: {
        parameters: {
            query: {
                /** The text that is compared: an accession number (its main document, or the section `section_key`), a `document_id`, or a `section_id`. */
                from: string;
                /** The text it is compared with: an accession number (its main document, or the section `section_key`), a `document_id`, or a `section_id`. */
                to: string;
                /** Section of both sides; not together with a `section_id`. */
                section_key?: string;
                /** `equal_text` adds the text of the hunks in which nothing changed. */
                include?: "equal_text"[];
                /** Answer as this API would have answered at this moment. Default: now. Must not be in the future. */
                as_of?: string;
            };
        };
        responses: {
            /** The difference of two texts. Keep what is equal, put in what is new, and the one is the other. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Diff"];
                };
            };
        };
    };
    listChanges: {
        parameters: {
            query?: {
                /** Only changes after this position: resumes a feed. Default: a page begins at the beginning (0), a stream now. */
                after?: number;
                /** Type of change. Several values mean any of them. */
                change_type?: ("filing.published" | "filing.changed" | "filing.withdrawn" | "document.changed" | "signal.created" | "signal.superseded")[];
                /** Company the change belongs to. Several values mean any of them. */
                cik?: string[];
                /** Accession number of the filing. Several values mean any of them. */
                accession_number?: string[];
                /** Entries per page. */
                limit?: number;
                /** `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
        };
        responses: {
            /** A page of the feed of changes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeList"];
                };
            };
        };
    };
    streamChanges: {
        parameters: {
            query?: {
                /** Only changes after this position: resumes a feed. Default: a page begins at the beginning (0), a stream now. */
                after?: number;
                /** Type of change. Several values mean any of them. */
                change_type?: ("filing.published" | "filing.changed" | "filing.withdrawn" | "document.changed" | "signal.created" | "signal.superseded")[];
                /** Company the change belongs to. Several values mean any of them. */
                cik?: string[];
                /** Accession number of the filing. Several values mean any of them. */
                accession_number?: string[];
            };
            header?: {
                /** The `id` of the last event that was received; the stream goes on after it. Wins over `after`. */
                "last-event-id"?: string;
            };
        };
        responses: {
            /** Events, until either side ends the stream. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
        };
    };
    getBillingPlan: {
        parameters: {
        };
        responses: {
            /** The plan of the organisation and what its month has come to. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillingPlan"];
                };
            };
        };
    };
    updateBillingPlan: {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Name of the plan. A larger one is in force at once, a smaller one from the first day of the next month (UTC).
                     * @example pro
                     */
                    plan: "free" | "build" | "pro" | "scale";
                };
            };
        };
        responses: {
            /** The plan of the organisation and what its month has come to. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillingPlan"];
                };
            };
        };
    };
    getBudget: {
        parameters: {
        };
        responses: {
            /** What a month may cost. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Budget"];
                };
            };
        };
    };
    updateBudget: {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": {
                    /** US cents beyond the plan; null: nothing. */
                    spend_cap_cents: number | null;
                };
            };
        };
        responses: {
            /** What a month may cost. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Budget"];
                };
            };
        };
    };
    listInvoices: {
        parameters: {
            query?: {
                /** Entries per page. */
                limit?: number;
                /** `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
        };
        responses: {
            /** Invoices of the organisation, latest month first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceList"];
                };
            };
        };
    };
    getInvoice: {
        parameters: {
            path: {
                /** Id of an invoice. */
                invoice_id: string;
            };
        };
        responses: {
            /** An invoice. What it says never changes; late usage is on a later one. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invoice"];
                };
            };
        };
    };
    downloadInvoice: {
        parameters: {
            path: {
                /** Id of an invoice. */
                invoice_id: string;
            };
        };
        responses: {
            /** The PDF. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
        };
    };
    listMonitors: {
        parameters: {
            query?: {
                /** Entries per page. */
                limit?: number;
                /** `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
        };
        responses: {
            /** Monitors of the organisation, latest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MonitorList"];
                };
            };
        };
    };
    createMonitor: {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * What it is for.
                     * @example Watchlist
                     */
                    name: string;
                    /** Types of changes; empty: any. */
                    change_types?: ("filing.published" | "filing.changed" | "filing.withdrawn" | "document.changed" | "signal.created" | "signal.superseded")[];
                    /** Companies; empty: any. */
                    ciks?: string[];
                    /** Form types; empty: any. */
                    form_types?: string[];
                    /** Types of signals; empty: any. With some, only changes of signals match. */
                    signal_types?: ("event_8k" | "exec_departure" | "director_departure" | "non_reliance" | "auditor_change" | "cyber_incident" | "bankruptcy" | "impairment_8k" | "debt_acceleration" | "delisting_notice" | "control_change" | "exit_costs" | "unregistered_equity" | "charter_change" | "vote_result" | "say_on_pay" | "insider_cluster_buy" | "insider_csuite_buy" | "insider_npr" | "insider_opportunistic" | "planned_sale_share" | "late_form4" | "form144_intent" | "activist_13d" | "g_to_d_switch" | "d_amendment" | "inst_delta" | "altman_z2" | "altman_z" | "piotroski_f" | "beneish_m" | "sloan_accruals" | "cf_accruals" | "pct_accruals" | "dechow_f" | "ohlson_o" | "montier_c" | "dso" | "dio" | "dpo" | "ccc" | "inventory_vs_sales" | "cash_conversion" | "gross_margin_drift" | "cash_runway" | "goodwill_impairment" | "zmijewski_x" | "noa_scaled" | "asset_growth" | "net_external_fin" | "benford_mad" | "deferred_revenue_delta" | "rpo_growth" | "tax_rate_anomaly" | "capex_vs_dep" | "sbc_intensity" | "silent_revision" | "restatement_axis" | "error_correction_flag" | "xbrl_integrity" | "custom_tag_ratio" | "icfr_attestation_change" | "segment_change" | "loss_contingency" | "customer_concentration" | "share_count_growth" | "share_count_growth_5y" | "text_sim_cosine" | "text_sim_jaccard" | "text_sim_min_edit" | "text_sim_simple" | "text_change_score" | "mdna_modification" | "section_length_delta" | "rf_added" | "rf_removed" | "rf_modified" | "rf_update_10q" | "legal_section_change" | "officer_language_change" | "stickiness" | "tone_negative_pct" | "tone_positive_pct" | "tone_uncertainty_pct" | "tone_litigious_pct" | "tone_weak_modal_pct" | "tone_constraining_pct" | "tone_net" | "tone_delta" | "fog" | "flesch_reading_ease" | "flesch_kincaid" | "smog" | "fls_density" | "hedge_density" | "numeric_density" | "redundancy" | "specificity" | "going_concern" | "material_weakness" | "filing_size_log" | "filing_timing" | "filing_lag" | "event_report_lag" | "item_bundle" | "late_filing_nt" | "amendment_10ka" | "deregistration" | "going_dark" | "reverse_split" | "comment_letter" | "takedown_424b" | "atm_active" | "shelf_registered" | "debt_maturity_wall" | "auditor_identity" | "auditor_tenure" | "cyber_governance" | "plan_adopt_terminate" | "insider_policy" | "subsidiaries_change" | "supplier_mentions" | "competition_mentions" | "llm_change_materiality" | "llm_rf_topic" | "llm_guidance" | "llm_mdna_tone" | "llm_going_concern" | "llm_material_weakness" | "llm_customers" | "llm_cyber_material" | "llm_departure_reason")[];
                    /** Whether it matches anything. Default: true. */
                    enabled?: boolean;
                };
            };
        };
        responses: {
            /** What the organisation wants to hear of: changes that pass all its conditions. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Monitor"];
                };
            };
        };
    };
    getMonitor: {
        parameters: {
            path: {
                /** Id of a monitor. */
                monitor_id: string;
            };
        };
        responses: {
            /** What the organisation wants to hear of: changes that pass all its conditions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Monitor"];
                };
            };
        };
    };
    deleteMonitor: {
        parameters: {
            path: {
                /** Id of a monitor. */
                monitor_id: string;
            };
        };
        responses: {
            /** The monitor is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    updateMonitor: {
        parameters: {
            path: {
                /** Id of a monitor. */
                monitor_id: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * What it is for.
                     * @example Watchlist
                     */
                    name?: string;
                    /** Types of changes; empty: any. */
                    change_types?: ("filing.published" | "filing.changed" | "filing.withdrawn" | "document.changed" | "signal.created" | "signal.superseded")[];
                    /** Companies; empty: any. */
                    ciks?: string[];
                    /** Form types; empty: any. */
                    form_types?: string[];
                    /** Types of signals; empty: any. With some, only changes of signals match. */
                    signal_types?: ("event_8k" | "exec_departure" | "director_departure" | "non_reliance" | "auditor_change" | "cyber_incident" | "bankruptcy" | "impairment_8k" | "debt_acceleration" | "delisting_notice" | "control_change" | "exit_costs" | "unregistered_equity" | "charter_change" | "vote_result" | "say_on_pay" | "insider_cluster_buy" | "insider_csuite_buy" | "insider_npr" | "insider_opportunistic" | "planned_sale_share" | "late_form4" | "form144_intent" | "activist_13d" | "g_to_d_switch" | "d_amendment" | "inst_delta" | "altman_z2" | "altman_z" | "piotroski_f" | "beneish_m" | "sloan_accruals" | "cf_accruals" | "pct_accruals" | "dechow_f" | "ohlson_o" | "montier_c" | "dso" | "dio" | "dpo" | "ccc" | "inventory_vs_sales" | "cash_conversion" | "gross_margin_drift" | "cash_runway" | "goodwill_impairment" | "zmijewski_x" | "noa_scaled" | "asset_growth" | "net_external_fin" | "benford_mad" | "deferred_revenue_delta" | "rpo_growth" | "tax_rate_anomaly" | "capex_vs_dep" | "sbc_intensity" | "silent_revision" | "restatement_axis" | "error_correction_flag" | "xbrl_integrity" | "custom_tag_ratio" | "icfr_attestation_change" | "segment_change" | "loss_contingency" | "customer_concentration" | "share_count_growth" | "share_count_growth_5y" | "text_sim_cosine" | "text_sim_jaccard" | "text_sim_min_edit" | "text_sim_simple" | "text_change_score" | "mdna_modification" | "section_length_delta" | "rf_added" | "rf_removed" | "rf_modified" | "rf_update_10q" | "legal_section_change" | "officer_language_change" | "stickiness" | "tone_negative_pct" | "tone_positive_pct" | "tone_uncertainty_pct" | "tone_litigious_pct" | "tone_weak_modal_pct" | "tone_constraining_pct" | "tone_net" | "tone_delta" | "fog" | "flesch_reading_ease" | "flesch_kincaid" | "smog" | "fls_density" | "hedge_density" | "numeric_density" | "redundancy" | "specificity" | "going_concern" | "material_weakness" | "filing_size_log" | "filing_timing" | "filing_lag" | "event_report_lag" | "item_bundle" | "late_filing_nt" | "amendment_10ka" | "deregistration" | "going_dark" | "reverse_split" | "comment_letter" | "takedown_424b" | "atm_active" | "shelf_registered" | "debt_maturity_wall" | "auditor_identity" | "auditor_tenure" | "cyber_governance" | "plan_adopt_terminate" | "insider_policy" | "subsidiaries_change" | "supplier_mentions" | "competition_mentions" | "llm_change_materiality" | "llm_rf_topic" | "llm_guidance" | "llm_mdna_tone" | "llm_going_concern" | "llm_material_weakness" | "llm_customers" | "llm_cyber_material" | "llm_departure_reason")[];
                    /** Whether it matches anything. Default: true. */
                    enabled?: boolean;
                };
            };
        };
        responses: {
            /** What the organisation wants to hear of: changes that pass all its conditions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Monitor"];
                };
            };
        };
    };
    listMonitorMatches: {
        parameters: {
            query?: {
                /** Entries per page. */
                limit?: number;
                /** `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
            path: {
                /** Id of a monitor. */
                monitor_id: string;
            };
        };
        responses: {
            /** What a monitor matched, latest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MonitorMatchList"];
                };
            };
        };
    };
    listExports: {
        parameters: {
            query?: {
                /** Entries per page. */
                limit?: number;
                /** `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
        };
        responses: {
            /** Exports of the organisation, latest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportList"];
                };
            };
        };
    };
    createExport: {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * What is exported.
                     */
                    resource: "filings" | "signals" | "facts" | "insider_transactions";
                    /**
                     * `ndjson`: a JSON object per line. `csv`: RFC 4180, nested values as JSON. `parquet`: typed columns.
                     */
                    format: "ndjson" | "csv" | "parquet";
                    /**
                     * Format: date-time
                     * The moment the rows are true for; the same moment gives the same bytes. Default: now.
                     * @example 2025-10-31T10:01:26Z
                     */
                    as_of?: string;
                    /** Which rows. Default: all. */
                    filter?: {
                        /** Companies. */
                        cik?: string[];
                        /** Form types. */
                        form_type?: string[];
                        /** Filings. */
                        accession_number?: string[];
                        /** Types, of signals only. */
                        signal_type?: ("event_8k" | "exec_departure" | "director_departure" | "non_reliance" | "auditor_change" | "cyber_incident" | "bankruptcy" | "impairment_8k" | "debt_acceleration" | "delisting_notice" | "control_change" | "exit_costs" | "unregistered_equity" | "charter_change" | "vote_result" | "say_on_pay" | "insider_cluster_buy" | "insider_csuite_buy" | "insider_npr" | "insider_opportunistic" | "planned_sale_share" | "late_form4" | "form144_intent" | "activist_13d" | "g_to_d_switch" | "d_amendment" | "inst_delta" | "altman_z2" | "altman_z" | "piotroski_f" | "beneish_m" | "sloan_accruals" | "cf_accruals" | "pct_accruals" | "dechow_f" | "ohlson_o" | "montier_c" | "dso" | "dio" | "dpo" | "ccc" | "inventory_vs_sales" | "cash_conversion" | "gross_margin_drift" | "cash_runway" | "goodwill_impairment" | "zmijewski_x" | "noa_scaled" | "asset_growth" | "net_external_fin" | "benford_mad" | "deferred_revenue_delta" | "rpo_growth" | "tax_rate_anomaly" | "capex_vs_dep" | "sbc_intensity" | "silent_revision" | "restatement_axis" | "error_correction_flag" | "xbrl_integrity" | "custom_tag_ratio" | "icfr_attestation_change" | "segment_change" | "loss_contingency" | "customer_concentration" | "share_count_growth" | "share_count_growth_5y" | "text_sim_cosine" | "text_sim_jaccard" | "text_sim_min_edit" | "text_sim_simple" | "text_change_score" | "mdna_modification" | "section_length_delta" | "rf_added" | "rf_removed" | "rf_modified" | "rf_update_10q" | "legal_section_change" | "officer_language_change" | "stickiness" | "tone_negative_pct" | "tone_positive_pct" | "tone_uncertainty_pct" | "tone_litigious_pct" | "tone_weak_modal_pct" | "tone_constraining_pct" | "tone_net" | "tone_delta" | "fog" | "flesch_reading_ease" | "flesch_kincaid" | "smog" | "fls_density" | "hedge_density" | "numeric_density" | "redundancy" | "specificity" | "going_concern" | "material_weakness" | "filing_size_log" | "filing_timing" | "filing_lag" | "event_report_lag" | "item_bundle" | "late_filing_nt" | "amendment_10ka" | "deregistration" | "going_dark" | "reverse_split" | "comment_letter" | "takedown_424b" | "atm_active" | "shelf_registered" | "debt_maturity_wall" | "auditor_identity" | "auditor_tenure" | "cyber_governance" | "plan_adopt_terminate" | "insider_policy" | "subsidiaries_change" | "supplier_mentions" | "competition_mentions" | "llm_change_materiality" | "llm_rf_topic" | "llm_guidance" | "llm_mdna_tone" | "llm_going_concern" | "llm_material_weakness" | "llm_customers" | "llm_cyber_material" | "llm_departure_reason")[];
                        /** XBRL tags, of facts only. */
                        tag?: string[];
                        /**
                         * Format: date-time
                         * Accepted at or after.
                         * @example 2025-10-31T10:01:26Z
                         */
                        accepted_at_gte?: string;
                        /**
                         * Format: date-time
                         * Accepted before.
                         * @example 2025-10-31T10:01:26Z
                         */
                        accepted_at_lt?: string;
                    };
                };
            };
        };
        responses: {
            /** The export is being made; `Location` is its job. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
        };
    };
    getExport: {
        parameters: {
            path: {
                /** Id of an export. */
                export_id: string;
            };
        };
        responses: {
            /** Rows of a resource as files, as of one moment, with the hash of each. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
        };
    };
    downloadExportFile: {
        parameters: {
            path: {
                /** Id of an export. */
                export_id: string;
                /** Name of a file of the export, or `manifest.json`. */
                name: string;
            };
        };
        responses: {
            /** The manifest of the export, canonical JSON (RFC 8785). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                    "application/x-ndjson": string;
                    "text/csv": string;
                    "application/vnd.apache.parquet": string;
                };
            };
        };
    };
    listJobs: {
        parameters: {
            query?: {
                /** Entries per page. */
                limit?: number;
                /** `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
        };
        responses: {
            /** Jobs of the organisation, latest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobList"];
                };
            };
        };
    };
    getJob: {
        parameters: {
            path: {
                /** Id of a job. */
                job_id: string;
            };
        };
        responses: {
            /** Work that outlasts a request. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
        };
    };
    cancelJob: {
        parameters: {
            path: {
                /** Id of a job. */
                job_id: string;
            };
        };
        responses: {
            /** Work that outlasts a request. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
        };
    };
    listKeys: {
        parameters: {
            query?: {
                /** Entries per page. */
                limit?: number;
                /** `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
        };
        responses: {
            /** The keys of the organisation, latest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyList"];
                };
            };
        };
    };
    createKey: {
        parameters: {
        };
        /** A key to be made. */
        requestBody: {
            content: {
                "application/json": {
                    /** What to call it. */
                    name: string;
                    /**
                     * What kind of key to make.
                     * @default live
                     */
                    mode?: "live" | "test" | "admin";
                    /** What the key may do: scopes of the reference, or `resource:*`. Only scopes the caller has. */
                    scopes?: string[];
                    /** Networks the key may be used from, IPv4 or IPv6, such as `203.0.113.0/24`; empty: any. */
                    allowed_cidrs?: string[];
                    /**
                     * Days from now until the key stops working; null: never, which only an owner may ask for.
                     * @default 90
                     */
                    expires_in_days?: number | null;
                    /**
                     * The API version to answer in; null: always the current one.
                     * @enum {string|null}
                     */
                    api_version?: "2026-11-01" | null;
                    /** Units the key may use in a calendar month (UTC), within what the organisation may. */
                    monthly_unit_cap?: number | null;
                };
            };
        };
        responses: {
            /** The key, shown this once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyWithSecret"];
                };
            };
        };
    };
    getKey: {
        parameters: {
            path: {
                /** Identifier of the key. */
                key_id: string;
            };
        };
        responses: {
            /** An API key of the organisation. The key itself is shown once, when it is made or rotated. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Key"];
                };
            };
        };
    };
    revokeKey: {
        parameters: {
            path: {
                /** Identifier of the key. */
                key_id: string;
            };
        };
        responses: {
            /** The key is revoked. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    updateKey: {
        parameters: {
            path: {
                /** Identifier of the key. */
                key_id: string;
            };
        };
        /** What to change of a key; the rest stays. */
        requestBody: {
            content: {
                "application/json": {
                    /** What to call it. */
                    name?: string;
                    /** What the key may do: scopes of the reference, or `resource:*`. Only scopes the caller has. */
                    scopes?: string[];
                    /** Networks the key may be used from, IPv4 or IPv6, such as `203.0.113.0/24`; empty: any. */
                    allowed_cidrs?: string[];
                    /** Days from now until the key stops working; null: never, which only an owner may ask for. */
                    expires_in_days?: number | null;
                    /**
                     * The API version to answer in; null: always the current one.
                     * @enum {string|null}
                     */
                    api_version?: "2026-11-01" | null;
                    /** Units the key may use in a calendar month (UTC), within what the organisation may. */
                    monthly_unit_cap?: number | null;
                    /** True puts the key to rest, false lets it work again. */
                    disabled?: boolean;
                };
            };
        };
        responses: {
            /** An API key of the organisation. The key itself is shown once, when it is made or rotated. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Key"];
                };
            };
        };
    };
    rotateKey: {
        parameters: {
            path: {
                /** Identifier of the key. */
                key_id: string;
            };
        };
        /** How a key is rotated. */
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * How long the old secret works on, in seconds; 0 ends it at once.
                     * @default 86400
                     */
                    grace_seconds?: number;
                    /**
                     * Whether that time begins now or when the new secret is first used.
                     * @default now
                     */
                    start?: "now" | "first_use";
                };
            };
        };
        responses: {
            /** The key with its new secret, shown this once. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyWithSecret"];
                };
            };
        };
    };
    createExplorerKey: {
        parameters: {
        };
        responses: {
            /** The key, shown this once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExplorerKey"];
                };
            };
        };
    };
    listUsage: {
        parameters: {
            query?: {
                /** Beginning, taken back to the full hour. Default: 30 days before `to`. */
                from?: string;
                /** End, not included. Default: now. */
                to?: string;
                /** Length of a period. */
                granularity?: "hour" | "day" | "month";
                /** Separate rows per operation, key or status. Default: one row per period. */
                group_by?: ("operation" | "key" | "status")[];
                /** Operation. Several values mean any of them. */
                operation_id?: string[];
                /** Key, service account or user. Several values mean any of them. */
                key_id?: string[];
                /** HTTP status. Several values mean any of them. */
                status?: string[];
                /** CSV (RFC 4180) and NDJSON hold all rows at once. Default: what `Accept` prefers of `application/json`, `text/csv` and `application/x-ndjson`. */
                format?: "json" | "csv" | "ndjson";
                /** Entries per page. */
                limit?: number;
                /** `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
        };
        responses: {
            /** Usage of the organisation, earliest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageList"];
                    "text/csv": string;
                    "application/x-ndjson": string;
                };
            };
        };
    };
    listWebhookEndpoints: {
        parameters: {
            query?: {
                /** Entries per page. */
                limit?: number;
                /** `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
        };
        responses: {
            /** Webhook endpoints of the organisation, latest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointList"];
                };
            };
        };
    };
    createWebhookEndpoint: {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Where events are sent: a public https address of at most 2,048 characters on port 443 or 8443, without user name and fragment.
                     * @example https://hooks.example.com/sec
                     */
                    url: string;
                    /**
                     * Types of events to be sent; `GET /v1/webhook-event-types` lists them.
                     * @example [
                     *       "filing.published",
                     *       "signal.created"
                     *     ]
                     */
                    event_types: ("filing.published" | "filing.changed" | "filing.withdrawn" | "document.changed" | "signal.created" | "signal.superseded" | "api_key.expiring" | "api_key.disabled" | "api_key.leaked" | "api_key.sent_in_url" | "usage.threshold_reached" | "export.completed" | "monitor.matched" | "webhook_endpoint.disabled" | "webhook_delivery.exhausted" | "webhook.test")[];
                    /** What it is for. Default: empty. */
                    description?: string;
                    /** Companies the events of filings, documents and signals are narrowed to; empty: any. */
                    ciks?: string[];
                    /** Form types the events of filings, documents and signals are narrowed to; empty: any. */
                    form_types?: string[];
                    /** Types of signals the events of signals are narrowed to; empty: any. With some, no events of filings and documents are sent. */
                    signal_types?: ("event_8k" | "exec_departure" | "director_departure" | "non_reliance" | "auditor_change" | "cyber_incident" | "bankruptcy" | "impairment_8k" | "debt_acceleration" | "delisting_notice" | "control_change" | "exit_costs" | "unregistered_equity" | "charter_change" | "vote_result" | "say_on_pay" | "insider_cluster_buy" | "insider_csuite_buy" | "insider_npr" | "insider_opportunistic" | "planned_sale_share" | "late_form4" | "form144_intent" | "activist_13d" | "g_to_d_switch" | "d_amendment" | "inst_delta" | "altman_z2" | "altman_z" | "piotroski_f" | "beneish_m" | "sloan_accruals" | "cf_accruals" | "pct_accruals" | "dechow_f" | "ohlson_o" | "montier_c" | "dso" | "dio" | "dpo" | "ccc" | "inventory_vs_sales" | "cash_conversion" | "gross_margin_drift" | "cash_runway" | "goodwill_impairment" | "zmijewski_x" | "noa_scaled" | "asset_growth" | "net_external_fin" | "benford_mad" | "deferred_revenue_delta" | "rpo_growth" | "tax_rate_anomaly" | "capex_vs_dep" | "sbc_intensity" | "silent_revision" | "restatement_axis" | "error_correction_flag" | "xbrl_integrity" | "custom_tag_ratio" | "icfr_attestation_change" | "segment_change" | "loss_contingency" | "customer_concentration" | "share_count_growth" | "share_count_growth_5y" | "text_sim_cosine" | "text_sim_jaccard" | "text_sim_min_edit" | "text_sim_simple" | "text_change_score" | "mdna_modification" | "section_length_delta" | "rf_added" | "rf_removed" | "rf_modified" | "rf_update_10q" | "legal_section_change" | "officer_language_change" | "stickiness" | "tone_negative_pct" | "tone_positive_pct" | "tone_uncertainty_pct" | "tone_litigious_pct" | "tone_weak_modal_pct" | "tone_constraining_pct" | "tone_net" | "tone_delta" | "fog" | "flesch_reading_ease" | "flesch_kincaid" | "smog" | "fls_density" | "hedge_density" | "numeric_density" | "redundancy" | "specificity" | "going_concern" | "material_weakness" | "filing_size_log" | "filing_timing" | "filing_lag" | "event_report_lag" | "item_bundle" | "late_filing_nt" | "amendment_10ka" | "deregistration" | "going_dark" | "reverse_split" | "comment_letter" | "takedown_424b" | "atm_active" | "shelf_registered" | "debt_maturity_wall" | "auditor_identity" | "auditor_tenure" | "cyber_governance" | "plan_adopt_terminate" | "insider_policy" | "subsidiaries_change" | "supplier_mentions" | "competition_mentions" | "llm_change_materiality" | "llm_rf_topic" | "llm_guidance" | "llm_mdna_tone" | "llm_going_concern" | "llm_material_weakness" | "llm_customers" | "llm_cyber_material" | "llm_departure_reason")[];
                };
            };
        };
        responses: {
            /** A webhook endpoint with its new signing secret. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointWithSecret"];
                };
            };
        };
    };
    getWebhookEndpoint: {
        parameters: {
            path: {
                /** Id of a webhook endpoint. */
                endpoint_id: string;
            };
        };
        responses: {
            /** An address of the organisation that events are sent to. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
        };
    };
    deleteWebhookEndpoint: {
        parameters: {
            path: {
                /** Id of a webhook endpoint. */
                endpoint_id: string;
            };
        };
        responses: {
            /** The endpoint is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    updateWebhookEndpoint: {
        parameters: {
            path: {
                /** Id of a webhook endpoint. */
                endpoint_id: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Where events are sent: a public https address of at most 2,048 characters on port 443 or 8443, without user name and fragment.
                     * @example https://hooks.example.com/sec
                     */
                    url?: string;
                    /**
                     * Types of events to be sent; `GET /v1/webhook-event-types` lists them.
                     * @example [
                     *       "filing.published",
                     *       "signal.created"
                     *     ]
                     */
                    event_types?: ("filing.published" | "filing.changed" | "filing.withdrawn" | "document.changed" | "signal.created" | "signal.superseded" | "api_key.expiring" | "api_key.disabled" | "api_key.leaked" | "api_key.sent_in_url" | "usage.threshold_reached" | "export.completed" | "monitor.matched" | "webhook_endpoint.disabled" | "webhook_delivery.exhausted" | "webhook.test")[];
                    /** What it is for. Default: empty. */
                    description?: string;
                    /** Companies the events of filings, documents and signals are narrowed to; empty: any. */
                    ciks?: string[];
                    /** Form types the events of filings, documents and signals are narrowed to; empty: any. */
                    form_types?: string[];
                    /** Types of signals the events of signals are narrowed to; empty: any. With some, no events of filings and documents are sent. */
                    signal_types?: ("event_8k" | "exec_departure" | "director_departure" | "non_reliance" | "auditor_change" | "cyber_incident" | "bankruptcy" | "impairment_8k" | "debt_acceleration" | "delisting_notice" | "control_change" | "exit_costs" | "unregistered_equity" | "charter_change" | "vote_result" | "say_on_pay" | "insider_cluster_buy" | "insider_csuite_buy" | "insider_npr" | "insider_opportunistic" | "planned_sale_share" | "late_form4" | "form144_intent" | "activist_13d" | "g_to_d_switch" | "d_amendment" | "inst_delta" | "altman_z2" | "altman_z" | "piotroski_f" | "beneish_m" | "sloan_accruals" | "cf_accruals" | "pct_accruals" | "dechow_f" | "ohlson_o" | "montier_c" | "dso" | "dio" | "dpo" | "ccc" | "inventory_vs_sales" | "cash_conversion" | "gross_margin_drift" | "cash_runway" | "goodwill_impairment" | "zmijewski_x" | "noa_scaled" | "asset_growth" | "net_external_fin" | "benford_mad" | "deferred_revenue_delta" | "rpo_growth" | "tax_rate_anomaly" | "capex_vs_dep" | "sbc_intensity" | "silent_revision" | "restatement_axis" | "error_correction_flag" | "xbrl_integrity" | "custom_tag_ratio" | "icfr_attestation_change" | "segment_change" | "loss_contingency" | "customer_concentration" | "share_count_growth" | "share_count_growth_5y" | "text_sim_cosine" | "text_sim_jaccard" | "text_sim_min_edit" | "text_sim_simple" | "text_change_score" | "mdna_modification" | "section_length_delta" | "rf_added" | "rf_removed" | "rf_modified" | "rf_update_10q" | "legal_section_change" | "officer_language_change" | "stickiness" | "tone_negative_pct" | "tone_positive_pct" | "tone_uncertainty_pct" | "tone_litigious_pct" | "tone_weak_modal_pct" | "tone_constraining_pct" | "tone_net" | "tone_delta" | "fog" | "flesch_reading_ease" | "flesch_kincaid" | "smog" | "fls_density" | "hedge_density" | "numeric_density" | "redundancy" | "specificity" | "going_concern" | "material_weakness" | "filing_size_log" | "filing_timing" | "filing_lag" | "event_report_lag" | "item_bundle" | "late_filing_nt" | "amendment_10ka" | "deregistration" | "going_dark" | "reverse_split" | "comment_letter" | "takedown_424b" | "atm_active" | "shelf_registered" | "debt_maturity_wall" | "auditor_identity" | "auditor_tenure" | "cyber_governance" | "plan_adopt_terminate" | "insider_policy" | "subsidiaries_change" | "supplier_mentions" | "competition_mentions" | "llm_change_materiality" | "llm_rf_topic" | "llm_guidance" | "llm_mdna_tone" | "llm_going_concern" | "llm_material_weakness" | "llm_customers" | "llm_cyber_material" | "llm_departure_reason")[];
                    /**
                     * A disabled endpoint is sent nothing. Enabling it forgets its failures and sends what waits.
                     */
                    status?: "enabled" | "disabled";
                };
            };
        };
        responses: {
            /** An address of the organisation that events are sent to. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
        };
    };
    rotateWebhookSecret: {
        parameters: {
            path: {
                /** Id of a webhook endpoint. */
                endpoint_id: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * How long messages are signed with the secret before as well. 0 ends it at once, for one that leaked.
                     * @default 86400
                     */
                    grace_seconds?: number;
                };
            };
        };
        responses: {
            /** A webhook endpoint with its new signing secret. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointWithSecret"];
                };
            };
        };
    };
    testWebhookEndpoint: {
        parameters: {
            path: {
                /** Id of a webhook endpoint. */
                endpoint_id: string;
            };
        };
        responses: {
            /** One event on its way to one endpoint. Kept for 30 days. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /** Status of the delivery. Several values mean any of them. */
                status?: ("pending" | "succeeded" | "failed" | "exhausted")[];
                /** Type of the event. Several values mean any of them. */
                event_type?: ("filing.published" | "filing.changed" | "filing.withdrawn" | "document.changed" | "signal.created" | "signal.superseded" | "api_key.expiring" | "api_key.disabled" | "api_key.leaked" | "api_key.sent_in_url" | "usage.threshold_reached" | "export.completed" | "monitor.matched" | "webhook_endpoint.disabled" | "webhook_delivery.exhausted" | "webhook.test")[];
                /** Entries per page. */
                limit?: number;
                /** `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
            path: {
                /** Id of a webhook endpoint. */
                endpoint_id: string;
            };
        };
        responses: {
            /** Deliveries to a webhook endpoint, latest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryList"];
                };
            };
        };
    };
    getWebhookDelivery: {
        parameters: {
            path: {
                /** Id of a webhook endpoint. */
                endpoint_id: string;
                /** Id of a delivery. */
                delivery_id: string;
            };
        };
        responses: {
            /** A delivery with its payload and every attempt. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryDetail"];
                };
            };
        };
    };
    retryWebhookDelivery: {
        parameters: {
            path: {
                /** Id of a webhook endpoint. */
                endpoint_id: string;
                /** Id of a delivery. */
                delivery_id: string;
            };
        };
        responses: {
            /** One event on its way to one endpoint. Kept for 30 days. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
        };
    };
    replayWebhookEvents: {
        parameters: {
            path: {
                /** Id of a webhook endpoint. */
                endpoint_id: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * Events that happened at or after this moment; at most 30 days ago.
                     * @example 2025-10-31T10:01:26Z
                     */
                    since: string;
                    /**
                     * Format: date-time
                     * Events that happened before this moment. Default: now.
                     * @example 2025-10-31T10:01:26Z
                     */
                    until?: string;
                    /** Only these types of events. Default: all. */
                    event_types?: ("filing.published" | "filing.changed" | "filing.withdrawn" | "document.changed" | "signal.created" | "signal.superseded" | "api_key.expiring" | "api_key.disabled" | "api_key.leaked" | "api_key.sent_in_url" | "usage.threshold_reached" | "export.completed" | "monitor.matched" | "webhook_endpoint.disabled" | "webhook_delivery.exhausted" | "webhook.test")[];
                    /** Only deliveries that were given up. Default: false, everything, also what was missed. */
                    only_failed?: boolean;
                };
            };
        };
        responses: {
            /** Events of a time that are sent again. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookReplay"];
                };
            };
        };
    };
    listWebhookEventTypes: {
        parameters: {
        };
        responses: {
            /** Every kind of event that can be sent. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEventTypeList"];
                };
            };
        };
    };
    listRequests: {
        parameters: {
            query?: {
                /** Beginning. Default: 30 days ago. */
                from?: string;
                /** End, not included. Default: now. */
                to?: string;
                /** HTTP status. Several values mean any of them. */
                status?: string[];
                /** Key, service account or user. Several values mean any of them. */
                key_id?: string[];
                /** Operation. Several values mean any of them. */
                operation_id?: string[];
                /** Entries per page. */
                limit?: number;
                /** `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
        };
        responses: {
            /** Requests of the organisation, latest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedRequestList"];
                };
            };
        };
    };
    getRequest: {
        parameters: {
            path: {
                /** The `Request-Id` of the answer. */
                request_id: string;
            };
        };
        responses: {
            /** One request of the organisation, kept for 30 days. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedRequest"];
                };
            };
        };
    };
    getOrganisation: {
        parameters: {
        };
        responses: {
            /** Whom keys, members, limits and invoices belong to. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
        };
    };
    updateOrganisation: {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * The new name.
                     * @example Harbor Light Research
                     */
                    name: string;
                };
            };
        };
        responses: {
            /** Whom keys, members, limits and invoices belong to. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
        };
    };
    getMe: {
        parameters: {
        };
        responses: {
            /** Whose credential the request came with, and what it may do. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
        };
    };
    listMembers: {
        parameters: {
            query?: {
                /** Entries per page. */
                limit?: number;
                /** `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
        };
        responses: {
            /** The members of the organisation, latest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberList"];
                };
            };
        };
    };
    createMember: {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Address the invitation goes to.
                     * @example ann@example.com
                     */
                    email: string;
                    /**
                     * `owner` may do everything; `admin` everything but money and erasure; `developer` builds; `viewer` looks.
                     */
                    role: "owner" | "admin" | "developer" | "viewer";
                };
            };
        };
        responses: {
            /** The person was invited: a mail with a link that works once is on its way. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
        };
    };
    getMember: {
        parameters: {
            path: {
                /** Id of the member. */
                member_id: string;
            };
        };
        responses: {
            /** A person in the organisation, or an invitation that waits. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
        };
    };
    deleteMember: {
        parameters: {
            path: {
                /** Id of the member. */
                member_id: string;
            };
        };
        responses: {
            /** The person is no member any more, or the invitation is withdrawn. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    updateMember: {
        parameters: {
            path: {
                /** Id of the member. */
                member_id: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * `owner` may do everything; `admin` everything but money and erasure; `developer` builds; `viewer` looks.
                     */
                    role: "owner" | "admin" | "developer" | "viewer";
                };
            };
        };
        responses: {
            /** A person in the organisation, or an invitation that waits. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
        };
    };
    listServiceAccounts: {
        parameters: {
            query?: {
                /** Entries per page. */
                limit?: number;
                /** `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
        };
        responses: {
            /** The service accounts of the organisation, latest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceAccountList"];
                };
            };
        };
    };
    createServiceAccount: {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * What the program is.
                     * @example Nightly import
                     */
                    name: string;
                    /** The most its tokens may do. */
                    scopes: ("entities:read" | "filings:read" | "facts:read" | "search:read" | "ownership:read" | "signals:read" | "evidence:verify" | "coverage:read" | "changes:read" | "keys:read" | "keys:admin" | "members:read" | "members:admin" | "usage:read" | "billing:read" | "billing:admin" | "webhooks:read" | "webhooks:write" | "monitors:read" | "monitors:write" | "exports:read" | "exports:write" | "jobs:read" | "jobs:write" | "audit:read" | "privacy:admin")[];
                    /** Keys with which it may sign assertions (RFC 7523). */
                    public_keys?: {
                        /**
                         * Name of the key, as assertions state it in their header.
                         * @example 2026-11
                         */
                        kid: string;
                        /**
                         * Kind of key (RFC 7518).
                         */
                        kty: "EC" | "OKP" | "RSA";
                        /**
                         * Curve, for EC and OKP.
                         */
                        crv?: "P-256" | "Ed25519";
                        /** Coordinate, for EC and OKP. */
                        x?: string;
                        /** Coordinate, for EC. */
                        y?: string;
                        /** Modulus, for RSA. */
                        n?: string;
                        /** Exponent, for RSA. */
                        e?: string;
                    }[];
                };
            };
        };
        responses: {
            /** The service account, with its secret: it is never shown again. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceAccountWithSecret"];
                };
            };
        };
    };
    getServiceAccount: {
        parameters: {
            path: {
                /** Id of the service account. */
                service_account_id: string;
            };
        };
        responses: {
            /** A program that signs in with client credentials (OAuth 2.0) and gets short-lived tokens. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceAccount"];
                };
            };
        };
    };
    deleteServiceAccount: {
        parameters: {
            path: {
                /** Id of the service account. */
                service_account_id: string;
            };
        };
        responses: {
            /** The account is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    updateServiceAccount: {
        parameters: {
            path: {
                /** Id of the service account. */
                service_account_id: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * What the program is.
                     * @example Nightly import
                     */
                    name?: string;
                    /** The most its tokens may do. */
                    scopes?: ("entities:read" | "filings:read" | "facts:read" | "search:read" | "ownership:read" | "signals:read" | "evidence:verify" | "coverage:read" | "changes:read" | "keys:read" | "keys:admin" | "members:read" | "members:admin" | "usage:read" | "billing:read" | "billing:admin" | "webhooks:read" | "webhooks:write" | "monitors:read" | "monitors:write" | "exports:read" | "exports:write" | "jobs:read" | "jobs:write" | "audit:read" | "privacy:admin")[];
                    /** Keys with which it may sign assertions (RFC 7523). */
                    public_keys?: {
                        /**
                         * Name of the key, as assertions state it in their header.
                         * @example 2026-11
                         */
                        kid: string;
                        /**
                         * Kind of key (RFC 7518).
                         */
                        kty: "EC" | "OKP" | "RSA";
                        /**
                         * Curve, for EC and OKP.
                         */
                        crv?: "P-256" | "Ed25519";
                        /** Coordinate, for EC and OKP. */
                        x?: string;
                        /** Coordinate, for EC. */
                        y?: string;
                        /** Modulus, for RSA. */
                        n?: string;
                        /** Exponent, for RSA. */
                        e?: string;
                    }[];
                    /** `true` stops it and its tokens within five seconds. */
                    disabled?: boolean;
                };
            };
        };
        responses: {
            /** A program that signs in with client credentials (OAuth 2.0) and gets short-lived tokens. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceAccount"];
                };
            };
        };
    };
    rotateServiceAccount: {
        parameters: {
            path: {
                /** Id of the service account. */
                service_account_id: string;
            };
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * How long the previous secret keeps working. 0 for one that was disclosed: its tokens stop too.
                     * @default 86400
                     */
                    overlap_seconds?: number;
                };
            };
        };
        responses: {
            /** The service account with its new secret: it is never shown again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceAccountWithSecret"];
                };
            };
        };
    };
    listAuditEvents: {
        parameters: {
            query?: {
                /** Events of this action. */
                action?: string;
                /** Events of this actor. */
                actor_id?: string;
                /** Events about this object. */
                target_id?: string;
                /** Events at or after this moment. */
                from?: string;
                /** Events before this moment. */
                to?: string;
                /** Entries per page. */
                limit?: number;
                /** `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
        };
        responses: {
            /** Changes of the organisation, latest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEventList"];
                };
            };
        };
    };
    getAuditProof: {
        parameters: {
        };
        responses: {
            /** What an export is checked against. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditProof"];
                };
            };
        };
    };
    downloadAuditEvents: {
        parameters: {
            query?: {
                /** One JSON object per line, or a table. */
                format?: "ndjson" | "csv";
                /** Events at or after this moment. */
                from?: string;
                /** Events before this moment. */
                to?: string;
            };
        };
        responses: {
            /** The events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
        };
    };
    listPrivacyExports: {
        parameters: {
            query?: {
                /** Entries per page. */
                limit?: number;
                /** `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
        };
        responses: {
            /** Exports that were asked for, latest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrivacyExportList"];
                };
            };
        };
    };
    createPrivacyExport: {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * `organisation`: everything of the organisation. `user`: one person who is a member of it.
                     */
                    subject_type: "organisation" | "user";
                    /**
                     * The person, when `subject_type` is `user`; listed with the members.
                     * @example usr_06fpr5v8k0ah3q7yd2m4xw9ezc
                     */
                    user_id?: string;
                };
            };
        };
        responses: {
            /** The request; the bundle follows. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrivacyExport"];
                };
            };
        };
    };
    getPrivacyExport: {
        parameters: {
            path: {
                /** Id of an export. */
                privacy_export_id: string;
            };
        };
        responses: {
            /** A request for everything that is held about somebody. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrivacyExport"];
                };
            };
        };
    };
    downloadPrivacyExport: {
        parameters: {
            path: {
                /** Id of an export. */
                privacy_export_id: string;
            };
        };
        responses: {
            /** Everything that is held about somebody. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrivacyBundle"];
                };
            };
        };
    };
    listErasures: {
        parameters: {
            query?: {
                /** Entries per page. */
                limit?: number;
                /** `next_cursor` of the page before, unchanged. */
                cursor?: string;
            };
        };
        responses: {
            /** Erasures that were asked for, latest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureList"];
                };
            };
        };
    };
    createErasure: {
        parameters: {
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * `organisation`: everything of the organisation. `user`: one person who is a member of it.
                     */
                    subject_type: "organisation" | "user";
                    /**
                     * The person, when `subject_type` is `user`; listed with the members.
                     * @example usr_06fpr5v8k0ah3q7yd2m4xw9ezc
                     */
                    user_id?: string;
                    /**
                     * Days in which it can still be cancelled.
                     * @default 7
                     */
                    grace_days?: number;
                };
            };
        };
        responses: {
            /** The request; it is done when its grace is over. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
        };
    };
    getErasure: {
        parameters: {
            path: {
                /** Id of an erasure. */
                erasure_id: string;
            };
        };
        responses: {
            /** A request to end what is held about somebody. The audit log stays; what is personal in it becomes unreadable. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
        };
    };
    cancelErasure: {
        parameters: {
            path: {
                /** Id of an erasure. */
                erasure_id: string;
            };
        };
        responses: {
            /** The erasure is cancelled. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getHealth: {
        parameters: {
        };
        responses: {
            /** The database answers and its schema is current. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    getReadiness: {
        parameters: {
        };
        responses: {
            /** The database answers and its schema is current. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    getLiveness: {
        parameters: {
        };
        responses: {
            /** The process answers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    getStatus: {
        parameters: {
        };
        responses: {
            /** The state, also when it is bad. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceStatus"];
                };
            };
        };
    };
    getOpenApi: {
        parameters: {
        };
        responses: {
            /** The OpenAPI 3.1 document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    createAccessToken: {
        parameters: {
        };
        /** A request for a token (RFC 6749, 4.4). Names that are not known are ignored. */
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /**
                     * Always `client_credentials`.
                     * @example client_credentials
                     */
                    grant_type?: string;
                    /**
                     * Scopes of the token, separated by spaces; at most those of the account. Default: all of them.
                     * @example filings:read signals:read
                     */
                    scope?: string;
                    /** Id of the service account, when the secret is in the body. */
                    client_id?: string;
                    /** Its secret. Better in an `Authorization: Basic` header. */
                    client_secret?: string;
                    /** `urn:ietf:params:oauth:client-assertion-type:jwt-bearer`, with an assertion. */
                    client_assertion_type?: string;
                    /** A JWT (RFC 7523) signed by a registered key of the account: `iss` and `sub` its id, `aud` the issuer, `jti`, `iat`, `exp` within five minutes. Each works once. */
                    client_assertion?: string;
                };
            };
        };
        responses: {
            /** A token. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessToken"];
                };
            };
        };
    };
    revokeAccessToken: {
        parameters: {
        };
        /** A request to take a token back (RFC 7009, 2.1). Names that are not known are ignored. */
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /** The access token to take back. */
                    token?: string;
                    /**
                     * `access_token`, the only kind there is.
                     * @example access_token
                     */
                    token_type_hint?: string;
                    /** Id of the service account, when the secret is in the body. */
                    client_id?: string;
                    /** Its secret. Better in an `Authorization: Basic` header. */
                    client_secret?: string;
                    /** `urn:ietf:params:oauth:client-assertion-type:jwt-bearer`, with an assertion. */
                    client_assertion_type?: string;
                    /** A JWT (RFC 7523) signed by a registered key of the account: `iss` and `sub` its id, `aud` the issuer, `jti`, `iat`, `exp` within five minutes. Each works once. */
                    client_assertion?: string;
                };
            };
        };
        responses: {
            /** The token does not work, or never did. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Revocation"];
                };
            };
        };
    };
    listSigningKeys: {
        parameters: {
        };
        responses: {
            /** The public keys of access tokens (RFC 7517). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JsonWebKeySet"];
                };
            };
        };
    };
    getAuthorizationServer: {
        parameters: {
        };
        responses: {
            /** What this authorization server can do (RFC 8414). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorizationServer"];
                };
            };
        };
    };
    listAuditKeys: {
        parameters: {
        };
        responses: {
            /** The public keys of the audit log (RFC 7517, RFC 8037). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditKeySet"];
                };
            };
        };
    };
}
