import { type TSchema, Type } from 'typebox'
import { type ClaudeSignalType, LABELS } from '../../claude/labels.ts'
import type { SignalType } from '../signal.ts'

export const CLAUDE_NOTE =
  'Claude is asked only about passages that code chose, and sees neither XBRL tags nor hidden text. Every answer must quote the filing word by word; a quote that is not found is dropped and counted. The same filing asked again can be answered otherwise, so replies are stored and never asked for twice.'

const CLAUDE_HISTORY =
  'No effect on prices is claimed. Accuracy against facts that filers tagged is published per prompt version once there are 30 positives.'

/** What all signal types that Claude answers have in common. */
export function claudeType(
  type: Pick<
    SignalType,
    'title' | 'description' | 'formula' | 'form_types' | 'cases' | 'evidence_kinds' | 'payload_schema'
  > & { signal_type: ClaudeSignalType } & Partial<SignalType>,
): SignalType {
  return {
    family: 'claude',
    unit: 'label',
    range: { minimum: null, maximum: null },
    labels: LABELS[type.signal_type],
    source: 'A question to Claude in words, versioned and public in core/prompts',
    history: CLAUDE_HISTORY,
    covers_from: null,
    ...type,
    description: `${type.description} ${CLAUDE_NOTE}`,
  }
}

export const Confidence = Type.Union([Type.Literal('low'), Type.Literal('medium'), Type.Literal('high')], {
  description: 'How sure Claude says it is; not a probability.',
})

export function payloadOf(properties: Record<string, TSchema>): TSchema {
  return Type.Object({ ...properties, confidence: Confidence }, { additionalProperties: false })
}

export function textOrNull(description: string): TSchema {
  return Type.Union([Type.String(), Type.Null()], { description })
}

export function numberOrNull(description: string): TSchema {
  return Type.Union([Type.Number(), Type.Null()], { description })
}

/** Whether a label is one of those a signal can have: the shared schema allows those of all signals. */
export function isLabelOf(signal: ClaudeSignalType, label: string): boolean {
  return (LABELS[signal] as readonly string[]).includes(label)
}
