import { Type } from 'typebox'
import type { Candidate, GroundedAnswer } from '../../claude/candidate.ts'
import { numbersIn } from '../../claude/figures.ts'
import { COMPARISON_CASES } from '../cases.ts'
import { defineClaudeExtractor } from '../extractor.ts'
import type { ReadDocument } from '../filing-under-read.ts'
import { priorFiling } from '../needs/prior-filing.ts'
import { comparableForm } from '../prior.ts'
import type { Finding } from '../signal.ts'
import { claudeType, isLabelOf, payloadOf } from './claude-type.ts'
import {
  headingsOver,
  mainText,
  pairOf,
  passage,
  passageSubject,
  placeInputs,
  quotedText,
  sectionAt,
  textOfPassage,
} from './passages.ts'
import { changedParagraphs, renumberedParagraphs } from './report-changes.ts'

const SIGNAL = 'llm_change_materiality'

const config = {
  blocks_considered: 200,
  modified_from: 0.5,
  changes_per_kind: 12,
  minimum_words: 12,
} as const

/** Parts whose changes are of form: covers, exhibit lists, signatures. */
const FORMAL_SECTION = /(?:cover|signatures|item_15|item_16|item_6_exhibits|part2_item_6)$/

/** What kind of change the most changed paragraphs of a report are. */
export const changeMateriality = defineClaudeExtractor({
  name: SIGNAL,
  version: '1.0.0',
  prompt: { id: 'change_materiality', version: '1.0.0' },
  signal_types: [
    claudeType({
      signal_type: SIGNAL,
      title: 'Kind of change of a paragraph',
      description:
        'What changed in one of the paragraphs that changed most since the report a year earlier: the wording, what is known, a number, or a risk.',
      formula:
        'Up to 12 paragraphs each of those added, removed and rewritten, by words changed, and of those with the same words and other numbers (years aside). A number_change whose numbers are the same, a wording or clarification whose quoted words are, and a removal of what still stands in the report are dropped. Direction −1 for new_risk, otherwise 0.',
      form_types: ['10-K', '10-K405', '10-KSB', '10-KSB40', '10-Q', '10-QSB'],
      evidence_kinds: ['pair'],
      payload_schema: payloadOf({
        change: Type.Union([Type.Literal('added'), Type.Literal('removed'), Type.Literal('modified')], {
          description: 'Whether the paragraph is new, gone, or stands in both reports.',
        }),
      }),
      cases: COMPARISON_CASES,
    }),
  ],
  applies: (formType) => comparableForm(formType) !== null,
  needs: { prior: priorFiling },
  config,

  select({ filing, prior }) {
    if (!prior) return { status: 'not_applicable', reason: 'no_prior_filing' }
    const document = mainText(filing)
    const earlier = mainText(prior)
    if (!document?.text || !earlier?.text) return { status: 'not_applicable', reason: 'text_unavailable' }
    const options = {
      considered: config.blocks_considered,
      modifiedFrom: config.modified_from,
      perKind: config.changes_per_kind,
      minimumWords: config.minimum_words,
      skips: (side: 'earlier' | 'current', start: number) =>
        isFormal(side === 'current' ? document : earlier, start),
    }
    const changes = [
      ...changedParagraphs(earlier.text, document.text, options),
      ...renumberedParagraphs(earlier.text, document.text, options),
    ]
    const candidates = changes.map((change): Candidate => {
      const current = change.current && passage(filing, document, change.current.start, change.current.end)
      const before = change.earlier && passage(prior, earlier, change.earlier.start, change.earlier.end)
      const over = current ?? before
      return { current, earlier: before, headings: over ? headingsOver(over, null) : [] }
    })
    return candidates.length === 0
      ? { status: 'ok_none', reason: 'no_candidates' }
      : { status: 'candidates', candidates }
  },

  judge(answers, { filing }) {
    const findings: Finding[] = []
    const dropped: { grounded: GroundedAnswer; reason: string }[] = []
    const answeredFor = new Set<Candidate>()
    const whole = mainText(filing)?.text?.text ?? ''
    for (const grounded of answers) {
      const reason = contradiction(grounded, answeredFor, whole)
      if (reason !== null) {
        dropped.push({ grounded, reason })
        continue
      }
      answeredFor.add(grounded.candidate)
      findings.push(findingOf(grounded))
    }
    return { findings, dropped }
  },
})

function isFormal(document: ReadDocument, start: number): boolean {
  return FORMAL_SECTION.test(sectionAt(document, start)?.section_key ?? '')
}

function contradiction(
  { candidate, answer, quote, earlier_quote }: GroundedAnswer,
  answeredFor: ReadonlySet<Candidate>,
  whole: string,
): string | null {
  if (!isLabelOf(SIGNAL, answer.label)) return 'label_of_another_signal'
  if (answeredFor.has(candidate)) return 'answered_twice'
  const now = candidate.current ? numbersIn(textOfPassage(candidate.current)) : []
  const before = candidate.earlier ? numbersIn(textOfPassage(candidate.earlier)) : []
  switch (answer.label) {
    case 'number_change':
      if (!candidate.current || !candidate.earlier) return 'nothing_to_compare'
      return now.join(' ') === before.join(' ') ? 'numbers_are_the_same' : null
    case 'risk_removed': {
      if (!earlier_quote) return 'earlier_side_not_quoted'
      return whole.includes(quotedText(earlier_quote)) ? 'still_in_the_report' : null
    }
    case 'new_risk':
    case 'new_fact': {
      if (!quote) return 'current_side_not_quoted'
      if (answer.label === 'new_risk' && answer.direction === 1) return 'direction_contradicts'
      const earlierText = candidate.earlier ? textOfPassage(candidate.earlier) : ''
      return earlierText.includes(quotedText(quote)) ? 'stood_there_before' : null
    }
    default:
      if (!candidate.current || !candidate.earlier) return 'nothing_to_compare'
      return answer.direction !== 0 ? 'direction_contradicts' : null
  }
}

function findingOf({ candidate, answer, quote, earlier_quote }: GroundedAnswer): Finding {
  const place = quote ?? earlier_quote
  return {
    signal_type: SIGNAL,
    subject: passageSubject(candidate),
    value: answer.label,
    unit: 'label',
    direction: answer.label === 'new_risk' ? -1 : 0,
    payload: {
      change: candidate.current === null ? 'removed' : candidate.earlier === null ? 'added' : 'modified',
      confidence: answer.confidence,
    },
    evidence: [pairOf(quote, earlier_quote)],
    inputs: place ? placeInputs(place) : [],
  }
}
