import { Value } from 'typebox/value'
import { sha256 } from '../sha256.ts'
import { canonicalJson } from '../signals/fingerprint.ts'
import { LABELS } from './labels.ts'

/** One finding as Claude states it. Every word of it is a claim until it is grounded. */
export interface Answer {
  signal: string
  paragraph_id: string | null
  quote: string | null
  prior_paragraph_id: string | null
  prior_quote: string | null
  label: string
  direction: -1 | 0 | 1
  /** A number copied from the quote, as written there; parsed by us. */
  value_text: string | null
  unit: string | null
  period_text: string | null
  subject: string | null
  confidence: 'low' | 'medium' | 'high'
  /** For the record only: never served, because nothing in it can be checked. */
  why: string
}

export interface Reply {
  findings: Answer[]
  abstain: boolean
  abstain_reason: string | null
}

const TEXT = { type: 'string' } as const
const TEXT_OR_NULL = { type: ['string', 'null'] } as const

/**
 * The one shape of every reply, so that all questions about a filing share one cached prefix: every field required, null
 * instead of absent, nothing else allowed, closed lists where there are any.
 */
export const FINDINGS_SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['findings', 'abstain', 'abstain_reason'],
  properties: {
    findings: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: [
          'signal',
          'paragraph_id',
          'quote',
          'prior_paragraph_id',
          'prior_quote',
          'label',
          'direction',
          'value_text',
          'unit',
          'period_text',
          'subject',
          'confidence',
          'why',
        ],
        properties: {
          signal: { type: 'string', enum: Object.keys(LABELS) },
          paragraph_id: TEXT_OR_NULL,
          quote: TEXT_OR_NULL,
          prior_paragraph_id: TEXT_OR_NULL,
          prior_quote: TEXT_OR_NULL,
          label: { type: 'string', enum: [...new Set(Object.values(LABELS).flat())] },
          direction: { type: 'integer', enum: [-1, 0, 1] },
          value_text: TEXT_OR_NULL,
          unit: TEXT_OR_NULL,
          period_text: TEXT_OR_NULL,
          subject: TEXT_OR_NULL,
          confidence: { type: 'string', enum: ['low', 'medium', 'high'] },
          why: TEXT,
        },
      },
    },
    abstain: { type: 'boolean' },
    abstain_reason: TEXT_OR_NULL,
  },
} as const

export const SCHEMA_SHA256 = sha256(canonicalJson(FINDINGS_SCHEMA))

/** No reply of the shape comes near it. */
export const MAX_REPLY_CHARACTERS = 1_000_000
/** More findings than this about one request are noise. */
export const MAX_FINDINGS = 500

/** What a text says, when it is JSON of the one shape and nothing else; null otherwise. */
export function parseReply(text: string): Reply | null {
  if (text.length > MAX_REPLY_CHARACTERS) return null
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (!Value.Check(FINDINGS_SCHEMA as never, value)) return null
  const reply = value as Reply
  return reply.findings.length <= MAX_FINDINGS ? reply : null
}
