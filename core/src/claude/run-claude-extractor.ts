import type { EvidenceSources } from '../evidence/verify.ts'
import { sha256 } from '../sha256.ts'
import type { ClaudeExtractor, ExtractorInput } from '../signals/extractor.ts'
import type { FilingUnderRead } from '../signals/filing-under-read.ts'
import { canonicalJson, inputSha256 } from '../signals/fingerprint.ts'
import type { MetNeeds } from '../signals/meet-needs.ts'
import type { Needs } from '../signals/need.ts'
import { faultOf, newSignal } from '../signals/run-extractor.ts'
import type { Finding } from '../signals/signal.ts'
import type { NewSignal } from '../signals/store.ts'
import type { AnswerCheck } from './answer-store.ts'
import type { Answered } from './ask.ts'
import type { GroundedAnswer, Selection } from './candidate.ts'
import { type Reply, SCHEMA_SHA256 } from './findings-schema.ts'
import { groundAnswer } from './ground.ts'
import { instructionsIn, looksLikeInstructions } from './hostile-text.ts'
import { findPrompt, type Prompt, type Tier } from './prompt.ts'
import { candidateText, packed, type Question, question } from './request.ts'

/** What one run of a Claude extractor leaves in the ledger. */
export interface ClaudeRun {
  extractor_version: string
  status:
    | 'ok_found'
    | 'ok_none'
    | 'not_applicable'
    | 'failed'
    | 'unavailable'
    | 'refused'
    | 'truncated'
    | 'pending'
  reason: string | null
  input_sha256: string
  signals: Omit<NewSignal, 'dataset'>[]
  details: Record<string, unknown> | null
  /** By cache key: what became of the findings of each reply. */
  checks: Map<string, AnswerCheck>
  /** When it is worth trying again; null when it is not. */
  retry_after_ms: number | null
}

/** Reasons that pass by themselves, and the shortest wait before the next try. */
const PASSING: Readonly<Record<string, number>> = {
  rate_limited: 60_000,
  overloaded: 60_000,
  server_error: 60_000,
  network: 60_000,
  not_authorised: 3_600_000,
  model_unavailable: 3_600_000,
  spend_limit: 3_600_000,
  budget: 3_600_000,
  batch_failed: 3_600_000,
}

/** Splitting halves a request; from one passage on nothing is left to split. */
const MAX_SPLITS = 12

export interface AskedAs {
  models: Readonly<Record<Tier, string>>
  /** Asks or finds one question. Called in order, one after the other. */
  ask(question: Question, shared: boolean): Promise<Answered>
}

/** What will be asked of a filing; nothing is called for it. */
export interface Preparation {
  extractor: ClaudeExtractor
  prompt: Prompt
  input: ExtractorInput<Needs>
  input_sha256: string
  selection: Selection
  questions: Question[]
  too_long: number
}

export function prepare(
  extractor: ClaudeExtractor,
  filing: FilingUnderRead,
  met: MetNeeds,
  models: AskedAs['models'],
): Preparation {
  const prompt = findPrompt(extractor.prompt)
  const input = { filing, as_of: filing.accepted_at, ...met.of(extractor) }
  const selection = extractor.select(input)
  const { packs, too_long } =
    selection.status === 'candidates' ? packed(selection.candidates) : { packs: [], too_long: 0 }
  const model = models[prompt.tier]
  return {
    extractor,
    prompt,
    input,
    input_sha256: inputSha256(filing, extractor, met),
    selection,
    questions: packs.map((candidates) => question(prompt, model, filing, candidates)),
    too_long,
  }
}

/**
 * Asks what was prepared, grounds every answer in the filing, lets the extractor check it against the text, and checks the
 * evidence of what is left as that of any other signal. What cannot be grounded is counted and dropped.
 */
export async function runClaudeExtractor(
  prepared: Preparation,
  asked: AskedAs,
  sources: EvidenceSources,
  shared: ReadonlySet<string> = new Set(),
): Promise<ClaudeRun> {
  const { extractor, input, selection, prompt } = prepared
  const { filing } = input
  const run: ClaudeRun = {
    extractor_version: extractor.version,
    status: 'ok_none',
    reason: null,
    input_sha256: prepared.input_sha256,
    signals: [],
    details: null,
    checks: new Map(),
    retry_after_ms: null,
  }
  if (selection.status !== 'candidates') return { ...run, status: selection.status, reason: selection.reason }

  const replies: { question: Question; reply: Reply }[] = []
  const without: Exclude<Answered, { status: 'answered' }>[] = []
  const queue = prepared.questions.map((one) => ({ question: one, splits: 0 }))
  for (let next = queue.shift(); next; next = queue.shift()) {
    const answered = await asked.ask(next.question, shared.has(next.question.body))
    if (answered.status === 'answered') replies.push({ question: next.question, reply: answered.reply })
    else if (
      answered.status === 'truncated' &&
      next.question.candidates.length > 1 &&
      next.splits < MAX_SPLITS
    ) {
      const { splits } = next
      queue.unshift(...halves(next.question, filing).map((half) => ({ question: half, splits: splits + 1 })))
    } else without.push(answered)
    // What failed for want of money or of a server fails for the rest as well.
    if (answered.status === 'unavailable' && answered.reason !== 'schema_invalid') break
  }

  const { grounded, checks } = groundAll(replies, extractor.name)
  const judged = (doubtful: boolean) =>
    extractor.judge(
      grounded.filter((one) => one.doubtful === doubtful).map(({ answer }) => answer),
      input,
    )
  const [sure, unsure] = [judged(false), judged(true)]
  const told = new Set(sure.findings.map(({ signal_type, subject }) => `${signal_type} ${subject}`))
  const findings = [
    ...sure.findings,
    // What a paragraph says that could be meant for the reader is served as doubtful.
    ...unsure.findings
      .filter(({ signal_type, subject }) => !told.has(`${signal_type} ${subject}`))
      .map((finding): Finding => ({ ...finding, status: 'quarantined' })),
  ]
  const dropped = [...sure.dropped, ...unsure.dropped]
  for (const { grounded: answer, reason } of dropped) {
    const check = checks.get(grounded.find((one) => one.answer === answer)?.cache_key ?? '')
    if (!check) continue
    check.contradicted += 1
    check.dropped[reason] = (check.dropped[reason] ?? 0) + 1
  }
  const totals = [...checks.values()].reduce(
    (sum, one) => ({
      findings: sum.findings + one.findings,
      grounding_failed: sum.grounding_failed + one.grounding_failed,
      contradicted: sum.contradicted + one.contradicted,
    }),
    { findings: 0, grounding_failed: 0, contradicted: 0 },
  )
  const details = {
    claude: {
      requests: replies.length + without.length,
      answered: replies.length,
      ...totals,
      abstained: replies.filter(({ reply }) => reply.abstain).length,
      ...ordersIn(prepared),
      ...(prepared.too_long > 0 ? { passages_too_long: prepared.too_long } : {}),
      ...hiddenIn(filing),
    },
  }
  const done = { ...run, checks, details }
  const fault = await faultOf(extractor, findings, sources)
  if (fault !== null) return { ...done, status: 'failed', reason: fault }

  const method = methodOf(prepared)
  const reproducible = {
    name: extractor.name,
    version: extractor.version,
    kind: 'llm' as const,
    input_sha256: prepared.input_sha256,
    config_sha256: configSha256(extractor, prompt, prepared.questions[0]?.model ?? asked.models[prompt.tier]),
  }
  const signals = findings.map((finding) => newSignal(filing, reproducible, withMethod(finding, method)))
  return { ...done, signals: withoutRepeats(signals), ...outcomeOf(signals.length, without) }
}

/** The settings and everything about the asking that an answer depends on. */
export function configSha256(extractor: ClaudeExtractor, prompt: Prompt, model: string): string {
  return sha256(
    canonicalJson({
      ...extractor.config,
      model,
      effort: prompt.effort,
      prompt: `${prompt.id}@${prompt.version}`,
      prompt_sha256: prompt.prompt_sha256,
      schema_sha256: SCHEMA_SHA256,
    }),
  )
}

/** An incomplete run says so before it says what it found: a list that is short must not look complete. */
function outcomeOf(
  found: number,
  without: readonly Exclude<Answered, { status: 'answered' }>[],
): Pick<ClaudeRun, 'status' | 'reason' | 'retry_after_ms'> {
  const waiting = without.find((one) => one.status === 'under_way')
  if (waiting) return { status: 'pending', reason: null, retry_after_ms: null }
  for (const one of without) {
    if (one.status !== 'unavailable') continue
    const wait = PASSING[one.reason]
    return {
      status: 'unavailable',
      reason: one.reason,
      retry_after_ms: wait === undefined ? null : Math.max(wait, one.retry_after_ms ?? 0),
    }
  }
  if (without.some((one) => one.status === 'truncated'))
    return { status: 'truncated', reason: 'reply_too_long', retry_after_ms: null }
  const refused = without.find((one) => one.status === 'refused')
  if (refused?.status === 'refused')
    return { status: 'refused', reason: refused.category ?? 'no_category', retry_after_ms: null }
  return found > 0
    ? { status: 'ok_found', reason: null, retry_after_ms: null }
    : { status: 'ok_none', reason: 'nothing_found', retry_after_ms: null }
}

function halves({ prompt, model, candidates }: Question, filing: FilingUnderRead): Question[] {
  const middle = Math.ceil(candidates.length / 2)
  return [candidates.slice(0, middle), candidates.slice(middle)].map((part) =>
    question(prompt, model, filing, part),
  )
}

function groundAll(replies: readonly { question: Question; reply: Reply }[], name: string) {
  const grounded: { answer: GroundedAnswer; cache_key: string; doubtful: boolean }[] = []
  const levels = new Map(
    replies.flatMap(({ question: asked }) =>
      asked.candidates.map((candidate) => [candidate, instructionsIn(candidateText(candidate))] as const),
    ),
  )
  const checks = new Map<string, AnswerCheck>()
  for (const { question: asked, reply } of replies) {
    const check: AnswerCheck = {
      findings: reply.findings.length,
      grounded: 0,
      grounding_failed: 0,
      contradicted: 0,
      dropped: {},
    }
    checks.set(asked.cache_key, check)
    const drop = (kind: 'grounding_failed' | 'contradicted', reason: string) => {
      check[kind] += 1
      check.dropped[reason] = (check.dropped[reason] ?? 0) + 1
    }
    for (const answer of reply.findings) {
      if (answer.signal !== name) {
        drop('contradicted', 'another_signal')
        continue
      }
      const grounding = groundAnswer(answer, asked.candidates)
      if (grounding.status === 'failed') {
        drop('grounding_failed', grounding.reason)
        continue
      }
      check.grounded += 1
      const level = levels.get(grounding.grounded.candidate)
      // Whoever gives orders to the reader is not believed about anything.
      if (level === 'orders') drop('contradicted', 'passage_gives_orders')
      else
        grounded.push({
          answer: grounding.grounded,
          cache_key: asked.cache_key,
          doubtful: level === 'hints',
        })
    }
  }
  return { grounded, checks }
}

/** Passages that give orders to the reader: asked about alone, believed in nothing, and told. */
function ordersIn({ questions }: Preparation): Record<string, number> {
  const count = questions
    .flatMap(({ candidates }) => candidates)
    .filter((candidate) => instructionsIn(candidateText(candidate)) === 'orders').length
  return count > 0 ? { passages_with_orders: count } : {}
}

/** Text of the filing that nobody sees was never sent; that it is there is told. */
function hiddenIn(filing: FilingUnderRead): Record<string, number> {
  let pieces = 0
  let suspicious = 0
  for (const { text } of filing.documents) {
    for (const piece of text?.hidden ?? []) {
      pieces += 1
      if (piece.length < 20_000 && looksLikeInstructions(piece)) suspicious += 1
    }
  }
  return suspicious > 0 ? { hidden_pieces: pieces, hidden_instructions: suspicious } : {}
}

function methodOf({ prompt, questions }: Preparation) {
  const plain = (name: string, value: string) => ({ name, value, accession_number: null })
  return [
    plain('model', questions[0]?.model ?? ''),
    plain('prompt', `${prompt.id}@${prompt.version}`),
    plain('prompt_sha256', prompt.prompt_sha256),
    plain('schema_sha256', SCHEMA_SHA256),
  ]
}

function withMethod(finding: Finding, method: ReturnType<typeof methodOf>): Finding {
  return { ...finding, inputs: [...finding.inputs, ...method] }
}

function withoutRepeats(signals: Omit<NewSignal, 'dataset'>[]): Omit<NewSignal, 'dataset'>[] {
  return [...new Map(signals.map((signal) => [signal.fingerprint, signal])).values()]
}

/** The bodies that more than one question is about: caching them pays. */
export function sharedBodies(preparations: readonly Preparation[]): Set<string> {
  const seen = new Set<string>()
  const shared = new Set<string>()
  for (const { body } of preparations.flatMap(({ questions }) => questions)) {
    if (seen.has(body)) shared.add(body)
    seen.add(body)
  }
  return shared
}
