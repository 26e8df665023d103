import type { Candidate, GroundedAnswer } from '../../claude/candidate.ts'
import { COMPARISON_CASES } from '../cases.ts'
import { defineClaudeExtractor } from '../extractor.ts'
import { priorFiling } from '../needs/prior-filing.ts'
import { comparableForm } from '../prior.ts'
import type { Finding } from '../signal.ts'
import { claudeType, isLabelOf, numberOrNull, payloadOf } from './claude-type.ts'
import {
  headingsOver,
  mainText,
  pairOf,
  passage,
  passageSubject,
  placeInputs,
  textSection,
} from './passages.ts'
import { changedParagraphs } from './report-changes.ts'

const SIGNAL = 'llm_mdna_tone'
const SECTIONS = ['10k.item_7', '10q.part1_item_2']
const SCORES: Readonly<Record<string, -2 | -1 | 0 | 1 | 2>> = {
  very_negative: -2,
  negative: -1,
  neutral: 0,
  positive: 1,
  very_positive: 2,
}

const config = {
  blocks_considered: 150,
  modified_from: 0.5,
  changes_per_kind: 10,
  minimum_words: 15,
} as const

/** How the changed paragraphs of MD&A describe the course of business. */
export const mdnaTone = defineClaudeExtractor({
  name: SIGNAL,
  version: '1.0.0',
  prompt: { id: 'mdna_tone', version: '1.0.0' },
  signal_types: [
    claudeType({
      signal_type: SIGNAL,
      title: 'Tone of a changed paragraph of MD&A',
      description:
        "How a new or rewritten paragraph of Management's Discussion and Analysis describes the course of business compared with the report a year earlier.",
      formula:
        'Up to 10 added and 10 rewritten paragraphs of MD&A by words changed; very_negative to very_positive, −2 to +2 in the payload. An answer whose direction and label have different signs is dropped. Direction is the sign.',
      form_types: ['10-K', '10-K405', '10-Q'],
      evidence_kinds: ['pair'],
      payload_schema: payloadOf({ score: numberOrNull('−2 to +2.') }),
      cases: COMPARISON_CASES,
    }),
  ],
  applies: (formType) => comparableForm(formType) === '10-K' || comparableForm(formType) === '10-Q',
  needs: { prior: priorFiling },
  config,

  select({ filing, prior }) {
    if (!prior) return { status: 'not_applicable', reason: 'no_prior_filing' }
    const document = mainText(filing)
    const earlier = mainText(prior)
    if (!document?.text || !earlier?.text) return { status: 'not_applicable', reason: 'text_unavailable' }
    const section = textSection(document, SECTIONS)
    const earlierSection = textSection(earlier, SECTIONS)
    if (!section) return { status: 'not_applicable', reason: 'mdna_not_found' }
    if (!earlierSection) return { status: 'not_applicable', reason: 'prior_mdna_not_found' }
    const changes = changedParagraphs(earlier.text, document.text, {
      considered: config.blocks_considered,
      modifiedFrom: config.modified_from,
      perKind: config.changes_per_kind,
      minimumWords: config.minimum_words,
      within: { earlier: earlierSection, current: section },
    })
    const candidates = changes.flatMap((change): Candidate[] => {
      if (!change.current) return []
      const current = passage(filing, document, change.current.start, change.current.end)
      return [
        {
          current,
          earlier: change.earlier && passage(prior, earlier, change.earlier.start, change.earlier.end),
          headings: headingsOver(current, null),
        },
      ]
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
      const { candidate, answer, quote, earlier_quote } = grounded
      const score = isLabelOf(SIGNAL, answer.label) ? SCORES[answer.label] : undefined
      const reason =
        score === undefined
          ? 'label_of_another_signal'
          : !quote
            ? 'current_side_not_quoted'
            : answeredFor.has(candidate)
              ? 'answered_twice'
              : Math.sign(score) !== answer.direction
                ? 'direction_contradicts'
                : null
      if (reason !== null || !quote || score === undefined) {
        dropped.push({ grounded, reason: reason ?? 'label_of_another_signal' })
        continue
      }
      answeredFor.add(candidate)
      findings.push({
        signal_type: SIGNAL,
        subject: passageSubject(candidate),
        value: answer.label,
        unit: 'label',
        direction: answer.direction,
        payload: { score, confidence: answer.confidence },
        evidence: [pairOf(quote, earlier_quote)],
        inputs: placeInputs(quote),
      })
    }
    return { findings, dropped }
  },
})
