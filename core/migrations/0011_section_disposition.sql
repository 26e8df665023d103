-- What became of the disclosure of an item: in the text, in another document, reserved by the form, left out, or not found.
-- Sections read before this carried it in their status and note alone.

alter table sections add column disposition text
  check (disposition in ('extracted', 'incorporated_by_reference', 'reserved', 'absent', 'not_found'));

update sections set disposition = case
  when status = 'failed' then 'not_found'
  when status = 'absent' then 'absent'
  when 'reserved' = any (string_to_array(note, ' ')) then 'reserved'
  when 'incorporated_by_reference' = any (string_to_array(note, ' ')) then 'incorporated_by_reference'
  else 'extracted'
end;

alter table sections alter column disposition set not null;
