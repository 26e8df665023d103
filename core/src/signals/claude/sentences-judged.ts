import type { GroundedAnswer, Judgement } from '../../claude/candidate.ts'
import type { ClaudeSignalType } from '../../claude/labels.ts'
import type { Finding } from '../signal.ts'
import { isLabelOf } from './claude-type.ts'
import { placeInputs, quotedText, spanOf } from './passages.ts'

/** Evidence of one finding is read by people. */
const MAX_EVIDENCE = 5

/**
 * One statement of a filing out of the answers about its paragraphs: the label that comes first in `order` among those whose
 * quotes hold the words that decide. Labels in `silent` are answers without a finding.
 */
export function oneStatement(
  answers: readonly GroundedAnswer[],
  rule: {
    signal: ClaudeSignalType
    order: readonly string[]
    silent: readonly string[]
    directions: Readonly<Record<string, -1 | 0 | 1>>
    /** Words without which a quote cannot carry the label. */
    needs: Readonly<Record<string, RegExp>>
    /** Words beside which it cannot. */
    refuses?: Readonly<Record<string, RegExp>>
  },
): Judgement {
  const held: GroundedAnswer[] = []
  const dropped: Judgement['dropped'] = []
  for (const grounded of answers) {
    const { answer, quote } = grounded
    const words = quote ? quotedText(quote) : ''
    const reason = !isLabelOf(rule.signal, answer.label)
      ? 'label_of_another_signal'
      : !quote
        ? 'current_side_not_quoted'
        : !(rule.needs[answer.label] ?? /(?:)/).test(words)
          ? 'words_not_in_quote'
          : rule.refuses?.[answer.label]?.test(words)
            ? 'quote_says_otherwise'
            : null
    if (reason === null) held.push(grounded)
    else dropped.push({ grounded, reason })
  }
  const label = rule.order.find((each) => held.some(({ answer }) => answer.label === each))
  if (label === undefined || rule.silent.includes(label)) return { findings: [], dropped }
  const carrying = held.filter(({ answer, quote }) => answer.label === label && quote).slice(0, MAX_EVIDENCE)
  const first = carrying[0]
  if (!first?.quote) return { findings: [], dropped }
  const finding: Finding = {
    signal_type: rule.signal,
    subject: null,
    value: label,
    unit: 'label',
    direction: rule.directions[label] ?? 0,
    payload: { confidence: first.answer.confidence },
    evidence: carrying.flatMap(({ quote }) =>
      quote ? [{ kind: 'text_span' as const, ...spanOf(quote) }] : [],
    ),
    inputs: placeInputs(first.quote),
  }
  return { findings: [finding], dropped }
}
