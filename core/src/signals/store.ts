import type { PublishTurn } from '../changes/publish-turn.ts'
import type { Dataset } from '../dataset.ts'
import type { Queryable } from '../db.ts'
import { newId } from '../ids.ts'
import type { Finding } from './signal.ts'

/** A finding with what makes it reproducible. */
export interface NewSignal extends Finding {
  dataset: Dataset
  accession_number: string
  cik: string
  form_type: string
  accepted_at: string
  period_of_report: string | null
  extractor_name: string
  extractor_version: string
  extractor_kind: 'deterministic' | 'llm'
  input_sha256: string
  config_sha256: string
  fingerprint: string
}

/**
 * The write side of signals. History is never rewritten: a reading that differs from the current one supersedes it.
 * Signals stay invisible until `publishSignals` gives them their `available_at`, and those superseded stay visible until
 * `retireSignals`, in the same transaction, ends them.
 */
export async function replaceSignals(
  tx: Queryable,
  filing: { accession_number: string; extractor: string },
  signals: NewSignal[],
): Promise<void> {
  await replaceReadings(tx, filing.accession_number, [{ extractor: filing.extractor, signals }])
}

/** What an extractor found in a filing: all of it, which may be nothing. */
export interface Reading {
  extractor: string
  signals: readonly NewSignal[]
}

/** `replaceSignals` for several extractors of one filing at once. Returns whether anything changed. */
export async function replaceReadings(
  tx: Queryable,
  accessionNumber: string,
  readings: readonly Reading[],
): Promise<boolean> {
  if (readings.length === 0) return false
  const current = await tx<CurrentSignal[]>`
    select id, extractor_name, signal_type, subject, fingerprint from signals
    where accession_number = ${accessionNumber} and superseded_at is null order by id`
  const wanted = new Set(readings.flatMap(({ signals }) => signals.map((signal) => signal.fingerprint)))
  const read = new Set(readings.map(({ extractor }) => extractor))
  const known = new Set(current.map((signal) => signal.fingerprint))
  const outdated = current.filter(
    ({ extractor_name, fingerprint }) => read.has(extractor_name) && !wanted.has(fingerprint),
  )
  const ended = outdated.length > 0
  if (ended) {
    await tx`update signals set superseded_at = now() where id in ${tx(outdated.map((signal) => signal.id))}`
  }
  const fresh: (NewSignal & { id: string; supersedes: string | null })[] = []
  for (const { signals } of readings) {
    for (const signal of signals) {
      if (known.has(signal.fingerprint)) continue
      const replaced = outdated.findIndex((one) => isSameSubject(one, signal))
      const supersedes = replaced === -1 ? null : (outdated.splice(replaced, 1)[0]?.id ?? null)
      fresh.push({ ...signal, id: newId('sig'), supersedes })
    }
  }
  await insertSignals(tx, fresh)
  return fresh.length > 0 || ended
}

interface CurrentSignal {
  id: string
  extractor_name: string
  signal_type: string
  subject: string | null
  fingerprint: string
}

function isSameSubject(one: CurrentSignal, other: NewSignal): boolean {
  return (
    one.extractor_name === other.extractor_name &&
    one.signal_type === other.signal_type &&
    one.subject === other.subject
  )
}

/** Signals and their evidence, each in one statement with one parameter: a filing can have hundreds. */
async function insertSignals(
  tx: Queryable,
  signals: readonly (NewSignal & { id: string; supersedes: string | null })[],
): Promise<void> {
  if (signals.length === 0) return
  const rows = signals.map(({ evidence: _, ...signal }) => ({ ...signal, status: signal.status ?? 'ok' }))
  await tx`
    insert into signals (id, dataset, signal_type, accession_number, cik, form_type, accepted_at, period_of_report, value,
      unit, direction, status, subject, payload, extractor_name, extractor_version, extractor_kind, input_sha256,
      config_sha256, fingerprint, inputs, supersedes)
    select id, dataset, signal_type, accession_number, cik, form_type, accepted_at, period_of_report, value,
      unit, direction, status, subject, payload, extractor_name, extractor_version, extractor_kind, input_sha256,
      config_sha256, fingerprint, inputs, supersedes
    from jsonb_to_recordset(${tx.json(rows as never)}) as row(id text, dataset text, signal_type text,
      accession_number text, cik text, form_type text, accepted_at timestamptz, period_of_report date, value jsonb,
      unit text, direction smallint, status text, subject text, payload jsonb, extractor_name text,
      extractor_version text, extractor_kind text, input_sha256 text, config_sha256 text, fingerprint text,
      inputs jsonb, supersedes text)`
  const evidence = signals.flatMap((signal) =>
    signal.evidence.map((body, index) => ({
      id: newId('evd'),
      signal_id: signal.id,
      position: index + 1,
      kind: body.kind,
      body,
    })),
  )
  await tx`
    insert into evidence (id, signal_id, position, kind, body)
    select id, signal_id, position, kind, body from jsonb_to_recordset(${tx.json(evidence as never)})
      as row(id text, signal_id text, position integer, kind text, body jsonb)`
}

/** Makes the signals of a filing visible that are not yet, from the moment of the turn on, and returns them. */
export async function publishSignals(
  tx: Queryable,
  turn: PublishTurn,
  accessionNumber: string,
): Promise<{ id: string; cik: string }[]> {
  return await tx<{ id: string; cik: string }[]>`
    update signals set available_at = ${turn.moment}
    where accession_number = ${accessionNumber} and available_at is null and superseded_at is null
    returning id, cik`
}

/**
 * Ends the visible signals of a filing that this transaction superseded at the very moment at which their successors
 * begin, and returns them.
 */
export async function retireSignals(
  tx: Queryable,
  turn: PublishTurn,
  accessionNumber: string,
): Promise<{ id: string; cik: string }[]> {
  return await tx<{ id: string; cik: string }[]>`
    update signals set superseded_at = ${turn.moment}
    where accession_number = ${accessionNumber} and superseded_at = now() and available_at is not null
    returning id, cik`
}
