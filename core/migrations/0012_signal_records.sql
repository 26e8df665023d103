-- Signals as records of their own: what of the filing they are about, their typed parts, and whether they are doubtful. The
-- ledger says which inputs were missing, and knows which of its rows were asked for again while they were being answered.

alter table signals
  add column subject text,
  add column payload jsonb,
  add constraint signals_status_check check (status in ('ok', 'quarantined'));

alter table evidence drop constraint evidence_kind_check;
alter table evidence add constraint evidence_kind_check
  check (kind in ('text_span', 'pair', 'header_field', 'xml_path', 'xbrl_fact'));

-- Whether a span can be the place of its quote: as long as the quote in code points and in bytes, out of a hashed text. What
-- stands there is compared by the writer, who has the text.
create function is_span(span jsonb) returns boolean language sql immutable as $$
  select coalesce(
    span ->> 'text_sha256' ~ '^[0-9a-f]{64}$' and span ->> 'quote' <> ''
    and (span ->> 'start')::bigint >= 0 and (span ->> 'byte_start')::bigint >= (span ->> 'start')::bigint
    and (span ->> 'end')::bigint - (span ->> 'start')::bigint = char_length(span ->> 'quote')
    and (span ->> 'byte_end')::bigint - (span ->> 'byte_start')::bigint = octet_length(convert_to(span ->> 'quote', 'UTF8')),
    false)
$$;

create function is_evidence(kind text, body jsonb) returns boolean language sql immutable as $$
  select coalesce(body ->> 'kind' = kind and case kind
    when 'text_span' then is_span(body)
    when 'pair' then (body ->> 'left' is not null or body ->> 'right' is not null)
      and (body ->> 'left' is null or is_span(body -> 'left')) and (body ->> 'right' is null or is_span(body -> 'right'))
    when 'header_field' then body ->> 'submission_sha256' ~ '^[0-9a-f]{64}$' and body ->> 'quote' <> ''
      and strpos(body ->> 'quote', body ->> 'value') > 0
      and (body ->> 'byte_end')::bigint - (body ->> 'byte_start')::bigint = char_length(body ->> 'quote')
    when 'xml_path' then body ->> 'document_sha256' ~ '^[0-9a-f]{64}$' and body ->> 'path' <> ''
    when 'xbrl_fact' then body ->> 'document_sha256' ~ '^[0-9a-f]{64}$' and body ->> 'concept' ~ '.:.'
      and body ->> 'context_id' <> '' and (body ->> 'span' is null or is_span(body -> 'span'))
    else false
  end, false)
$$;
alter table evidence add constraint evidence_body_check check (is_evidence(kind, body)) not valid;

alter table processing drop constraint processing_status_check;
alter table processing add constraint processing_status_check check (status in
  ('ok_found', 'ok_none', 'not_applicable', 'insufficient_data', 'pending', 'failed', 'unavailable', 'refused', 'truncated'));
alter table processing drop constraint processing_check;
alter table processing add constraint processing_reason_check
  check (status not in ('failed', 'insufficient_data', 'unavailable', 'refused', 'truncated') or reason is not null);
alter table processing
  -- Inputs that are not there, and signal types without a value in a run that has others: {"missing": […], "omitted": […]}.
  add column details jsonb,
  -- SHA-256 of what the extractor read when it last answered.
  add column input_sha256 text,
  -- Raised whenever the row is asked for again; an answer counts only for the asking it began with.
  add column generation integer not null default 0;
