import { Type } from 'typebox'
import type { Candidate, GroundedAnswer } from '../../claude/candidate.ts'
import { COMPARISON_CASES } from '../cases.ts'
import { defineClaudeExtractor } from '../extractor.ts'
import { priorFiling } from '../needs/prior-filing.ts'
import { comparableForm } from '../prior.ts'
import type { Finding } from '../signal.ts'
import { type ReadRiskFactors, readRiskFactors } from '../text-change/risk-factor-reading.ts'
import { claudeType, isLabelOf, payloadOf } from './claude-type.ts'
import { headingsOver, passage, passageSubject, placeInputs, spanOf } from './passages.ts'
import { changedRiskFactors } from './report-changes.ts'

const SIGNAL = 'llm_rf_topic'

const config = {
  same_from: 0.9,
  modified_from: 0.5,
  maximum_units: 400,
  asked_at_most: 60,
  /** Of a longer factor the paragraphs that fit: its caption and beginning say what it is about. */
  unit_characters: 6_000,
} as const

/** What the risk factors are about that are new or rewritten since the report a year earlier. */
export const riskFactorTopic = defineClaudeExtractor({
  name: SIGNAL,
  version: '1.0.0',
  prompt: { id: 'rf_topic', version: '1.0.0' },
  signal_types: [
    claudeType({
      signal_type: SIGNAL,
      title: 'Topic of a risk factor',
      description:
        'What a risk factor is mainly about that was added or rewritten since the report a year earlier.',
      formula:
        'Risk factors matched with those of the report a year earlier as for rf_added and rf_modified; one topic each, out of a closed list. Direction −1 for an added factor, 0 for a rewritten one.',
      form_types: ['10-K', '10-K405', '10-Q'],
      evidence_kinds: ['text_span'],
      covers_from: '2005-12-01',
      payload_schema: payloadOf({
        change: Type.Union([Type.Literal('added'), Type.Literal('modified')], {
          description: 'Whether the risk factor is new or rewritten.',
        }),
      }),
      cases: COMPARISON_CASES,
    }),
  ],
  applies: (formType) => comparableForm(formType) === '10-K' || comparableForm(formType) === '10-Q',
  needs: { prior: priorFiling },
  config,

  select({ filing, prior }) {
    if (!prior) return { status: 'not_applicable', reason: 'no_prior_filing' }
    const current = readRiskFactors(filing)
    const earlier = readRiskFactors(prior)
    if (current.status !== 'read') return { status: 'not_applicable', reason: current.outcome.reason }
    if (earlier.status !== 'read')
      return { status: 'not_applicable', reason: `prior_${earlier.outcome.reason}` }
    if (Math.max(current.units.length, earlier.units.length) > config.maximum_units)
      return { status: 'not_applicable', reason: 'too_many_risk_factors' }
    const candidates = changedRiskFactors(earlier, current, {
      sameFrom: config.same_from,
      modifiedFrom: config.modified_from,
    })
      .slice(0, config.asked_at_most)
      .map(({ current: unit, earlier: before }): Candidate => {
        const now = unit && passage(filing, current.document, unit.start, wholeParagraphs(current, unit))
        return {
          current: now,
          earlier: before && passage(prior, earlier.document, before.start, wholeParagraphs(earlier, before)),
          headings: now ? headingsOver(now, null) : [],
        }
      })
    return candidates.length === 0
      ? { status: 'ok_none', reason: 'no_candidates' }
      : { status: 'candidates', candidates }
  },

  judge(answers) {
    const findings: Finding[] = []
    const dropped: { grounded: GroundedAnswer; reason: string }[] = []
    const answeredFor = new Set<Candidate>()
    for (const grounded of answers) {
      const { candidate, answer, quote } = grounded
      const reason = !isLabelOf(SIGNAL, answer.label)
        ? 'label_of_another_signal'
        : !quote
          ? 'current_side_not_quoted'
          : answeredFor.has(candidate)
            ? 'answered_twice'
            : null
      if (reason !== null || !quote) {
        dropped.push({ grounded, reason: reason ?? 'current_side_not_quoted' })
        continue
      }
      answeredFor.add(candidate)
      findings.push({
        signal_type: SIGNAL,
        subject: passageSubject(candidate),
        value: answer.label,
        unit: 'label',
        direction: candidate.earlier === null ? -1 : 0,
        payload: {
          change: candidate.earlier === null ? 'added' : 'modified',
          confidence: answer.confidence,
        },
        evidence: [{ kind: 'text_span', ...spanOf(quote) }],
        inputs: placeInputs(quote),
      })
    }
    return { findings, dropped }
  },
})

/** Where the last paragraph ends that fits, from the first on, which always counts. */
function wholeParagraphs({ document }: ReadRiskFactors, unit: { start: number; end: number }): number {
  const within = (document.text?.blocks ?? []).filter(
    ({ start, end }) => start >= unit.start && end <= unit.end && end - unit.start <= config.unit_characters,
  )
  return within.at(-1)?.end ?? Math.min(unit.end, unit.start + config.unit_characters)
}
