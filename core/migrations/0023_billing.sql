-- What a month costs. An invoice is made once, of final usage only, and never changes; what came late is on a later one.

create table invoices (
  id text primary key,
  organisation_id text not null,
  -- First day of the month it bills, UTC.
  period_start date not null check (extract(day from period_start) = 1),
  status text not null check (status in ('open', 'paid', 'void')),
  plan text not null,
  -- US cents.
  total_cents bigint not null check (total_cents >= 0),
  -- Everything the document says: lines, prices, units.
  document jsonb not null,
  document_sha256 text not null,
  issued_at timestamptz not null,
  paid_at timestamptz,
  voided_at timestamptz,
  stripe_invoice_id text,
  unique (organisation_id, period_start)
);
create index invoices_by_organisation on invoices (organisation_id, period_start desc);
create index invoices_not_exported on invoices (issued_at) where stripe_invoice_id is null;
select protect_tenant_table('invoices', 'select', 'select, update', 'select, insert, update');

create function refuse_change_of_invoice() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (old.organisation_id, old.period_start, old.plan, old.total_cents, old.document, old.document_sha256, old.issued_at)
    is distinct from (new.organisation_id, new.period_start, new.plan, new.total_cents, new.document, new.document_sha256, new.issued_at) then
    raise exception 'invoice % was issued and does not change', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger invoices_are_frozen before update or delete on invoices
  for each row execute function refuse_change_of_invoice();

-- What the payment service was told. The identifier says what it was, so telling it twice is telling it once.
create table stripe_customers (
  organisation_id text primary key,
  customer_id text not null,
  created_at timestamptz not null default now()
);
select protect_tenant_table('stripe_customers', '', '', 'select, insert');

create table stripe_meter_events (
  organisation_id text not null,
  hour timestamptz not null,
  identifier text not null unique,
  units bigint not null,
  sent_at timestamptz not null default now(),
  primary key (organisation_id, hour)
);
select protect_tenant_table('stripe_meter_events', '', '', 'select, insert');
