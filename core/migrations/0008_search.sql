-- What full-text search is answered from. The words come out of our own reader, not out of a text search configuration:
-- the same function makes the words of texts and of questions, and finds them again for a snippet. Texts stay in the object
-- store. Columns of the filing are copied, so that a search reads one table; they never change.

create table search_documents (
  document_id text not null references documents,
  -- 0, and more for a document with more different words than one vector holds.
  part integer not null,
  accession_number text not null references filings,
  sequence integer not null,
  dataset text not null check (dataset in ('live', 'test')),
  form_type text not null,
  filing_date date not null,
  accepted_at timestamptz not null,
  words integer not null,
  -- Every word of the part once. Its weight says how often it stands there: D once, C up to 3, B up to 9, A more often.
  terms tsvector not null,
  -- A Bloom filter of the pairs of words that follow one another in the whole document: most phrases that a text does not
  -- have are ruled out by a few of its bits, without reading where the words stand. Part 0 has it for all.
  pairs bytea check ((part = 0) = (pairs is not null)),
  primary key (document_id, part)
);
-- Not compressed, so that a single byte can be read without the rest.
alter table search_documents alter column pairs set storage external;

-- True when the filter holds a pair, whose bits are `first`, `first + step`, and so on, four of them.
create function has_word_pair(pairs bytea, "first" bigint, step bigint) returns boolean
  language sql immutable parallel safe as $$
  select get_bit(substr(pairs, ("first" % (octet_length(pairs) * 8) / 8)::int + 1, 1), "first" % (octet_length(pairs) * 8) % 8) = 1
    and get_bit(substr(pairs, (("first" + step) % (octet_length(pairs) * 8) / 8)::int + 1, 1), ("first" + step) % (octet_length(pairs) * 8) % 8) = 1
    and get_bit(substr(pairs, (("first" + 2 * step) % (octet_length(pairs) * 8) / 8)::int + 1, 1), ("first" + 2 * step) % (octet_length(pairs) * 8) % 8) = 1
    and get_bit(substr(pairs, (("first" + 3 * step) % (octet_length(pairs) * 8) / 8)::int + 1, 1), ("first" + 3 * step) % (octet_length(pairs) * 8) % 8) = 1
$$;

create index search_documents_by_terms on search_documents using gin (terms);
create index search_documents_by_accepted_at on search_documents
  (dataset, accepted_at desc, accession_number desc, sequence desc, part desc);
create index search_documents_by_accession on search_documents (accession_number);

-- Where the words stand, for phrases, sections and snippets: some thousand words each, never across sections.
create table search_chunks (
  document_id text not null references documents,
  chunk integer not null,
  section_key text,
  "start" bigint not null,
  "end" bigint not null check ("end" > "start"),
  byte_start bigint not null,
  byte_end bigint not null check (byte_end > byte_start),
  -- SHA-256 of these bytes of the text: a snippet reads them alone and still knows that they are the right ones.
  chunk_sha256 text not null,
  terms tsvector not null,
  primary key (document_id, chunk)
);
