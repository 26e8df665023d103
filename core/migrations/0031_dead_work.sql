-- Work given up lately is counted every few seconds, by whoever watches: it must not be looked for among everything that was done.
create index intake_failed on intake (stage_changed_at) where stage = 'failed';
create index processing_failed on processing (updated_at) where status = 'failed';
