import type { Evidence, EvidenceSpan, Signal } from '../../../sdk/src/index.ts'
import type { Range } from './text-parts.ts'

export interface QuotedSpan {
  /** `before`: the side of a comparison that stands in the earlier filing. */
  side: 'here' | 'before'
  span: EvidenceSpan
}

/** Where a piece of evidence stands in texts: no place for a line of the header or an element, up to two for a comparison. */
export function spansOf(evidence: Evidence): QuotedSpan[] {
  switch (evidence.kind) {
    case 'text_span':
      return [{ side: 'here', span: evidence }]
    case 'pair':
      return [
        ...(evidence.right ? [{ side: 'here' as const, span: evidence.right }] : []),
        ...(evidence.left ? [{ side: 'before' as const, span: evidence.left }] : []),
      ]
    case 'xbrl_fact':
      return evidence.span ? [{ side: 'here', span: evidence.span }] : []
    default:
      return []
  }
}

/** The place of a piece of evidence in the filing itself. */
export function spanIn(evidence: Evidence, accessionNumber: string): EvidenceSpan | undefined {
  return spansOf(evidence).find(({ span }) => accessionOf(span.document_id) === accessionNumber)?.span
}

export function accessionOf(documentId: string): string {
  return documentId.split(':')[0] ?? documentId
}

export function sequenceOf(documentId: string): number {
  return Number(documentId.split(':')[1])
}

/** A stretch of one text that at least one signal quotes. */
export interface Place extends Range {
  evidence_ids: string[]
  signal_ids: string[]
}

/**
 * The places of a text that signals quote and that lie in a range at least in part, in reading order, the longer first where
 * two begin together. Who quotes exactly the same shares a place: twenty ratios rest on one number.
 */
export function placesIn(signals: readonly Signal[], documentId: string, range: Range): Place[] {
  const places = new Map<string, Place>()
  for (const signal of signals) {
    for (const evidence of signal.evidence) {
      for (const { span } of spansOf(evidence)) {
        if (span.document_id !== documentId || span.end <= range.start || span.start >= range.end) continue
        const key = `${span.start}-${span.end}`
        const place = places.get(key) ?? {
          start: span.start,
          end: span.end,
          evidence_ids: [],
          signal_ids: [],
        }
        if (!place.evidence_ids.includes(evidence.id)) place.evidence_ids.push(evidence.id)
        if (!place.signal_ids.includes(signal.id)) place.signal_ids.push(signal.id)
        places.set(key, place)
      }
    }
  }
  return [...places.values()].sort((a, b) => a.start - b.start || b.end - a.end)
}
