import type { EvidenceSpan, Signal } from '../../../sdk/src/index.ts'
import type { Choice } from './address.ts'
import { sequenceOf, spanIn } from './quoted-spans.ts'
import type { DocumentUnits, Unit } from './reading-units.ts'
import type { Range } from './text-parts.ts'

export interface Location {
  unit: Unit
  /** Code point the reader wants to see; undefined for the beginning. */
  position: number | undefined
  /** Pieces of evidence that are to be marked as those asked for. */
  current: string[]
  /** A stretch that is marked although no signal quotes it. */
  quote: Range | undefined
}

/** What an address leads to. `undefined` when the filing has nothing to read, or not what was asked for. */
export function locate(
  choice: Choice,
  documents: readonly DocumentUnits[],
  signals: readonly Signal[],
): Location | undefined {
  const units = documents.flatMap((one) => one.units)
  const at = (span: EvidenceSpan) => unitAt(units, span)

  if (choice.evidence) {
    const span = signals
      .flatMap(({ accession_number, evidence }) => evidence.map((one) => ({ accession_number, one })))
      .filter(({ one }) => one.id === choice.evidence)
      .map(({ accession_number, one }) => spanIn(one, accession_number))[0]
    const unit = span && at(span)
    return unit && { unit, position: span.start, current: [choice.evidence], quote: undefined }
  }
  if (choice.signal) {
    const signal = signals.find(({ id }) => id === choice.signal)
    const quoted = signal && firstQuote(signal)
    const unit = quoted && at(quoted.span)
    return unit && { unit, position: quoted.span.start, current: quoted.ids, quote: undefined }
  }
  if (choice.quote) {
    const { sequence, start, end } = choice.quote
    const unit = units.findLast((one) => one.sequence === sequence && one.start <= start)
    return unit && { unit, position: start, current: [], quote: { start, end } }
  }
  const unit = choice.section
    ? units.find(({ key }) => key === choice.section)
    : (mostTelling(units, signals) ?? units.find(isSubstance) ?? units[0])
  return unit && { unit, position: undefined, current: [], quote: undefined }
}

/** The first place a signal quotes in its filing, and all its evidence, so that all of it is marked. */
export function firstQuote(signal: Signal): { span: EvidenceSpan; ids: string[] } | undefined {
  const quoted = signal.evidence.flatMap((evidence) => {
    const span = spanIn(evidence, signal.accession_number)
    return span ? [{ span, id: evidence.id }] : []
  })
  const [first] = quoted.sort(
    (a, b) => sequenceOf(a.span.document_id) - sequenceOf(b.span.document_id) || a.span.start - b.span.start,
  )
  return first && { span: first.span, ids: quoted.map(({ id }) => id) }
}

/** The unit in which a span begins: units tile their text. */
export function unitAt(units: readonly Unit[], { document_id, start }: EvidenceSpan): Unit | undefined {
  return units.findLast((unit) => unit.document_id === document_id && unit.start <= start)
}

/** What most adverse signals quote: what a reader should not miss. */
function mostTelling(units: readonly Unit[], signals: readonly Signal[]): Unit | undefined {
  const counts = new Map<Unit, number>()
  for (const signal of signals) {
    if (signal.direction !== -1 || signal.status !== 'ok') continue
    for (const unit of unitsQuotedBy(signal, units)) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0]
}

/** The units in which a signal quotes its own filing. */
export function unitsQuotedBy(signal: Signal, units: readonly Unit[]): Set<Unit> {
  const quoted = signal.evidence.flatMap((evidence) => {
    const span = spanIn(evidence, signal.accession_number)
    return (span && unitAt(units, span)) ?? []
  })
  return new Set(quoted)
}

function isSubstance({ section_key }: Unit): boolean {
  return section_key === null || !/\.(cover|gap_\d+)$/.test(section_key)
}
