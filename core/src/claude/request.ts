import type { MessageCreateParamsNonStreaming } from '@anthropic-ai/sdk/resources/messages'
import { sha256 } from '../sha256.ts'
import { canonicalJson } from '../signals/fingerprint.ts'
import type { Candidate } from './candidate.ts'
import { FINDINGS_SCHEMA, SCHEMA_SHA256 } from './findings-schema.ts'
import { paragraphId } from './ground.ts'
import { looksLikeInstructions } from './hostile-text.ts'
import type { Prompt } from './prompt.ts'

/** About 12,000 tokens of prose. */
const TARGET_CHARACTERS = 42_000
/** Whole requests stay far below the 100,000 prompt tokens from which on tokens cost more. */
const MAX_CANDIDATE_BYTES = 75_000

/** A question about some passages: what one call answers. */
export interface Question {
  prompt: Prompt
  model: string
  candidates: readonly Candidate[]
  /** The passages with their ids, as they stand between the lines of the tag. */
  body: string
  input_sha256: string
  /** The same key, the same question: the reply is paid once. */
  cache_key: string
}

/** What a filing is, for the first line above its passages. */
export interface FilingLine {
  form_type: string
  accepted_at: string
  period_of_report: string | null
}

export function question(
  prompt: Prompt,
  model: string,
  filing: FilingLine,
  candidates: readonly Candidate[],
): Question {
  const body = bodyOf(filing, candidates)
  const input_sha256 = sha256(body)
  const key = [model, prompt.prompt_sha256, SCHEMA_SHA256, input_sha256, prompt.effort]
  return { prompt, model, candidates, body, input_sha256, cache_key: sha256(canonicalJson(key)) }
}

/**
 * Passages in as few requests as their length allows, in their order. One that could be meant for the reader goes alone. One
 * too long for any request is left out and counted.
 */
export function packed(candidates: readonly Candidate[]): { packs: Candidate[][]; too_long: number } {
  const packs: Candidate[][] = []
  let open: Candidate[] = []
  let length = 0
  let tooLong = 0
  const close = () => {
    if (open.length > 0) packs.push(open)
    open = []
    length = 0
  }
  for (const candidate of candidates) {
    const text = candidateText(candidate)
    if (Buffer.byteLength(text) > MAX_CANDIDATE_BYTES) {
      tooLong += 1
      continue
    }
    if (looksLikeInstructions(text)) {
      packs.push([candidate])
      continue
    }
    if (length + text.length > TARGET_CHARACTERS) close()
    open.push(candidate)
    length += text.length
  }
  close()
  return { packs, too_long: tooLong }
}

export function candidateText({ current, earlier, headings }: Candidate): string {
  return [...headings, current ? passageText(current) : '', earlier ? passageText(earlier) : ''].join('\n')
}

export function passageText({ document, start, end }: NonNullable<Candidate['current']>): string {
  return (document.text?.text ?? '').slice(start, end)
}

function bodyOf(filing: FilingLine, candidates: readonly Candidate[]): string {
  const lines = [
    `Form ${filing.form_type}, accepted ${filing.accepted_at.slice(0, 10)}, period ${filing.period_of_report ?? 'not stated'}`,
  ]
  candidates.forEach(({ current, earlier, headings }, index) => {
    const under = headings.length > 0 ? ` ${headings.map(oneLine).join(' > ')}` : ''
    if (current) lines.push('', `[${paragraphId('P', index)}]${under}`, passageText(current))
    if (earlier) lines.push('', `[${paragraphId('O', index)}] a year earlier`, passageText(earlier))
  })
  return lines.join('\n')
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 200)
}

export interface RequestOptions {
  /** Random, unknown to whoever wrote the filing. */
  tag: string
  max_tokens: number
  /** How long cached prefixes live; batches take longer than five minutes. */
  ttl: '5m' | '1h'
  /** Whether another question about the same passages follows, so that caching them pays. */
  shared: boolean
}

/**
 * The request: fixed system text, passages, question, in this order, so that what is shared comes first. No tools: a reply
 * can do nothing but be read.
 */
export function requestOf(
  { prompt, model, body }: Question,
  { tag, max_tokens, ttl, shared }: RequestOptions,
): MessageCreateParamsNonStreaming {
  const cache_control = { type: 'ephemeral' as const, ttl }
  return {
    model,
    max_tokens,
    system: [{ type: 'text', text: prompt.system, cache_control }],
    messages: [
      {
        role: 'user',
        content: [
          {
            type: 'text',
            text: `<filing-text-${tag}>\n${body.replaceAll(tag, '')}\n</filing-text-${tag}>`,
            ...(shared ? { cache_control } : {}),
          },
          { type: 'text', text: prompt.question },
        ],
      },
    ],
    output_config: {
      effort: prompt.effort,
      format: { type: 'json_schema', schema: FINDINGS_SCHEMA as unknown as Record<string, unknown> },
    },
  }
}

/** Bytes of a request as it is sent: no smaller than its tokens. */
export function bytesOf(request: MessageCreateParamsNonStreaming): number {
  return Buffer.byteLength(JSON.stringify(request))
}
