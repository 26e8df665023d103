import type { TSchema } from 'typebox'
import { EVENT_CASES } from '../cases.ts'
import type { SignalType, SignalUnit } from '../signal.ts'
import { CURRENT_REPORTS } from './reported-items.ts'

/** The catalogue row of a signal read out of one item of a current report. */
export function itemSignal(row: {
  signal_type: string
  title: string
  description: string
  unit?: SignalUnit
  labels?: readonly string[]
  source: string
  formula: string
  history?: string
  covers_from?: string
  payload_schema: TSchema | null
}): SignalType {
  const {
    signal_type,
    title,
    description,
    unit,
    labels,
    source,
    formula,
    history,
    covers_from,
    payload_schema,
  } = row
  return {
    signal_type,
    family: 'events',
    title,
    description,
    unit: unit ?? (labels ? 'label' : 'boolean'),
    range: { minimum: null, maximum: null },
    labels: labels ?? null,
    form_types: CURRENT_REPORTS,
    evidence_kinds: ['text_span'],
    source,
    formula,
    history: history ?? null,
    covers_from: covers_from ?? null,
    payload_schema,
    cases: EVENT_CASES,
  }
}
