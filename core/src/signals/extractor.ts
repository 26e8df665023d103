import type { GroundedAnswer, Judgement, Selection } from '../claude/candidate.ts'
import type { FilingUnderRead } from './filing-under-read.ts'
import type { Met, Needs } from './need.ts'
import type { Outcome, SignalType } from './signal.ts'

/** The settings an extractor computes with. They are hashed into every signal: a change is a new `config_sha256`. */
export type ExtractorConfig = Readonly<Record<string, unknown>>

interface ExtractorBase {
  /** Name in the ledger. Permanent. */
  name: string
  /** Semantic version; raised whenever an answer changes. History is never rewritten. */
  version: string
  signal_types: readonly SignalType[]
  /** True when the extractor reads this form at all. */
  applies(formType: string): boolean
  config: ExtractorConfig
  /**
   * What of the filing itself the extractor looks at, and so what its `input_sha256` covers: the bytes of the submission
   * alone, or also the texts and sections read out of it, which change with the normaliser. Texts when left out.
   */
  reads?: 'submission' | 'texts'
}

/** What a rule is given: the filing, the moment of its acceptance, and what it said it needs. */
export type ExtractorInput<N extends Needs> = {
  filing: FilingUnderRead
  /** When EDGAR accepted the filing: nothing accepted later is in the input. */
  as_of: string
} & Met<N>

/** A signal rule: a pure function of what it is given. Same inputs and version, same fingerprint. */
export interface DeterministicExtractor<N extends Needs = Needs> extends ExtractorBase {
  kind: 'deterministic'
  needs: N
  extract(input: ExtractorInput<N>): Outcome
}

/** Checks a rule against its own needs and forgets their types, so that rules fit into one list. */
export function defineExtractor<const N extends Needs>(
  extractor: Omit<DeterministicExtractor<N>, 'kind'>,
): DeterministicExtractor {
  return { ...extractor, kind: 'deterministic' } as unknown as DeterministicExtractor
}

/**
 * An extractor that asks Claude. What is asked about is chosen by code before any call (`select`), and what comes back
 * counts only as far as it was found in the filing word by word (`judge`). Both are pure.
 */
export interface ClaudeExtractor<N extends Needs = Needs> extends ExtractorBase {
  kind: 'llm'
  needs: N
  /** Folder of its prompt below `core/prompts`, and the version it asks with. */
  prompt: { id: string; version: string }
  select(input: ExtractorInput<N>): Selection
  /** Makes findings of the grounded answers, and says which answers contradict the text they quote. */
  judge(answers: readonly GroundedAnswer[], input: ExtractorInput<N>): Judgement
}

/** Checks an extractor against its own needs and forgets their types, so that extractors fit into one list. */
export function defineClaudeExtractor<const N extends Needs>(
  extractor: Omit<ClaudeExtractor<N>, 'kind'>,
): ClaudeExtractor {
  return { ...extractor, kind: 'llm' } as unknown as ClaudeExtractor
}
