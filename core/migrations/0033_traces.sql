-- Which step of which trace led to a row, as a W3C traceparent: work that waits in a table stays a part of the trace that asked for
-- it. Null, and free, where nothing is traced.
alter table outbox add column traceparent text;
alter table changes add column traceparent text;
alter table webhook_deliveries add column traceparent text;
