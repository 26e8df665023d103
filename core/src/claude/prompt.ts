import { sha256 } from '../sha256.ts'
import { promptTexts } from './prompt-texts.ts'

/** `extraction` copies what is there; `judgement` weighs it. Configuration says which model does which. */
export type Tier = 'extraction' | 'judgement'
export type Effort = 'low' | 'medium' | 'high'

/** A prompt as it is sent, with what identifies it. */
export interface Prompt {
  id: string
  version: string
  tier: Tier
  max_tokens: number
  effort: Effort
  /** The text that all prompts share, and its hash with the question: what the answer depends on. */
  system: string
  question: string
  prompt_sha256: string
}

export interface PromptFile {
  fields: Record<string, string>
  body: string
}

/** @throws Error for a file without front matter */
export function parsePromptFile(text: string): PromptFile {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text)
  if (!match) throw new Error('a prompt begins with front matter between two lines of ---')
  const fields: Record<string, string> = {}
  for (const line of (match[1] as string).split('\n')) {
    const colon = line.indexOf(':')
    if (colon < 1) throw new Error(`no field: ${line}`)
    fields[line.slice(0, colon).trim()] = line.slice(colon + 1).trim()
  }
  return { fields, body: (match[2] as string).trim() }
}

const SYSTEM = { id: 'system', version: '1.0.0' } as const

export function findPrompt({ id, version }: { id: string; version: string }): Prompt {
  const { fields, body } = fileOf(id, version)
  const tier = fields.tier as Tier
  const effort = fields.effort as Effort
  const maxTokens = Number(fields.max_tokens)
  if (!['extraction', 'judgement'].includes(tier)) throw new Error(`${id}@${version}: tier ${tier}`)
  if (!['low', 'medium', 'high'].includes(effort)) throw new Error(`${id}@${version}: effort ${effort}`)
  if (!Number.isInteger(maxTokens) || maxTokens < 1) throw new Error(`${id}@${version}: max_tokens`)
  if (fields.schema !== 'findings') throw new Error(`${id}@${version}: schema ${fields.schema}`)
  const system = fileOf(SYSTEM.id, SYSTEM.version).body
  return {
    id,
    version,
    tier,
    max_tokens: maxTokens,
    effort,
    system,
    question: body,
    prompt_sha256: sha256(`${system}\n\u0000\n${body}`),
  }
}

function fileOf(id: string, version: string): PromptFile {
  const text = promptTexts[`${id}@${version}`]
  if (text === undefined)
    throw new Error(`no prompt ${id}@${version}: npm run prompts:lock takes in new files`)
  return parsePromptFile(text)
}
