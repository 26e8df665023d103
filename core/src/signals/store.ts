import type { PublishTurn } from '../changes/publish-turn.ts'
import type { Dataset } from '../dataset.ts'
import type { Queryable } from '../db.ts'
import type { Evidence } from '../evidence/evidence.ts'
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
  const current = await tx<CurrentSignal[]>`
    select id, signal_type, subject, fingerprint from signals
    where accession_number = ${filing.accession_number} and extractor_name = ${filing.extractor}
      and superseded_at is null order by id`
  const wanted = new Set(signals.map((signal) => signal.fingerprint))
  const known = new Set(current.map((signal) => signal.fingerprint))
  const outdated = current.filter((signal) => !wanted.has(signal.fingerprint))
  if (outdated.length > 0) {
    await tx`update signals set superseded_at = now() where id in ${tx(outdated.map((signal) => signal.id))}`
  }
  for (const signal of signals) {
    if (known.has(signal.fingerprint)) continue
    const replaced = outdated.findIndex((one) => isSameSubject(one, signal))
    const supersedes = replaced === -1 ? null : (outdated.splice(replaced, 1)[0]?.id ?? null)
    await insertSignal(tx, signal, supersedes)
  }
}

interface CurrentSignal {
  id: string
  signal_type: string
  subject: string | null
  fingerprint: string
}

function isSameSubject(one: CurrentSignal, other: NewSignal): boolean {
  return one.signal_type === other.signal_type && one.subject === other.subject
}

async function insertSignal(tx: Queryable, signal: NewSignal, supersedes: string | null): Promise<void> {
  const id = newId('sig')
  await tx`insert into signals ${tx([
    {
      id,
      dataset: signal.dataset,
      signal_type: signal.signal_type,
      accession_number: signal.accession_number,
      cik: signal.cik,
      form_type: signal.form_type,
      accepted_at: signal.accepted_at,
      period_of_report: signal.period_of_report,
      value: tx.json(signal.value as never) as never,
      unit: signal.unit,
      direction: signal.direction,
      status: signal.status ?? 'ok',
      subject: signal.subject,
      payload: signal.payload === null ? null : (tx.json(signal.payload as never) as never),
      extractor_name: signal.extractor_name,
      extractor_version: signal.extractor_version,
      extractor_kind: signal.extractor_kind,
      input_sha256: signal.input_sha256,
      config_sha256: signal.config_sha256,
      fingerprint: signal.fingerprint,
      inputs: tx.json(signal.inputs as never) as never,
      supersedes,
    },
  ])}`
  await tx`insert into evidence ${tx(
    signal.evidence.map((evidence: Evidence, index) => ({
      id: newId('evd'),
      signal_id: id,
      position: index + 1,
      kind: evidence.kind,
      body: tx.json(evidence as never) as never,
    })),
  )}`
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
