import type { EvidenceSources } from '../../evidence/verify.ts'
import type { StatedFact } from '../../facts/stated-fact.ts'
import { sha256 } from '../../sha256.ts'
import { claudeExtractors } from '../../signals/claude/index.ts'
import type { FilingUnderRead } from '../../signals/filing-under-read.ts'
import type { MetNeeds } from '../../signals/meet-needs.ts'
import { askDirectly } from '../ask.ts'
import type { Claude } from '../claude.ts'
import { prepare, runClaudeExtractor } from '../run-claude-extractor.ts'
import { type Graded, graded, type HiddenLabel } from './grade.ts'

/** A filing with what its filer tagged. The tags are for the grade alone: the question is made of the text. */
export interface EvaluationCase {
  filing: FilingUnderRead
  met: MetNeeds
  facts: readonly StatedFact[]
  sources: EvidenceSources
}

export interface Evaluation extends Graded {
  run: number
  model: string
  prompt: string
  requests: number
  abstained: number
  findings: number
  grounding_failed: number
  contradicted: number
  /** Filings about which there was no answer: budget, overload, refusal. They are not graded. */
  unanswered: number
}

/**
 * Asks about labelled filings, a number of times, and grades the answers. Replies are kept per run, so that an evaluation that
 * was interrupted goes on where it stood, and the spread between runs is real.
 */
export async function evaluate(
  label: HiddenLabel,
  cases: readonly EvaluationCase[],
  runs: number,
  claude: Claude,
): Promise<Evaluation[]> {
  const extractor = claudeExtractors.find(({ name }) => name === label.signal_type)
  if (!extractor) throw new Error(`no extractor ${label.signal_type}`)
  const evaluations: Evaluation[] = []
  for (let run = 1; run <= runs; run++) {
    const compared: { expected: string[]; found: string[] }[] = []
    const sum = {
      requests: 0,
      abstained: 0,
      findings: 0,
      grounding_failed: 0,
      contradicted: 0,
      unanswered: 0,
    }
    let model = ''
    for (const { filing, met, facts, sources } of cases) {
      const expected = label.expected(facts)
      if (expected === null) continue
      const prepared = prepare(extractor, filing, met, claude.config.models)
      model = claude.config.models[prepared.prompt.tier]
      const asker = {
        dataset: filing.dataset,
        accession_number: filing.accession_number,
        extractor: `evaluation:${extractor.name}`,
        extractor_version: extractor.version,
      }
      const result = await runClaudeExtractor(
        prepared,
        {
          models: claude.config.models,
          ask: (question) =>
            askDirectly(
              { ...question, cache_key: sha256(`evaluation ${run} ${question.cache_key}`) },
              asker,
              claude,
              { shared: false },
            ),
        },
        sources,
      )
      const counts = (result.details?.claude ?? {}) as Partial<Record<keyof typeof sum, number>>
      for (const key of ['requests', 'abstained', 'findings', 'grounding_failed', 'contradicted'] as const)
        sum[key] += counts[key] ?? 0
      if (!['ok_found', 'ok_none', 'not_applicable'].includes(result.status)) sum.unanswered += 1
      else compared.push({ expected, found: label.found(result.signals) })
    }
    evaluations.push({
      ...graded(label, compared),
      run,
      model,
      prompt: `${extractor.prompt.id}@${extractor.prompt.version}`,
      ...sum,
    })
  }
  return evaluations
}
