import type { GroundedAnswer } from '../../claude/candidate.ts'
import { figuresOf } from '../../claude/figures.ts'
import { holdsWhole } from '../../claude/ground.ts'
import { TEXT_CASES } from '../cases.ts'
import { defineClaudeExtractor } from '../extractor.ts'
import type { Finding } from '../signal.ts'
import { claudeType, isLabelOf, numberOrNull, payloadOf, textOrNull } from './claude-type.ts'
import { mainText, pickParagraphs, placeInputs, quotedText, spanOf } from './passages.ts'

const SIGNAL = 'llm_customers'
const config = { asked_at_most: 30, maximum_characters: 8_000 } as const
const FORMS = ['10-K', '10-K405', '10-KSB', '10-KT', '10-K/A']

/** Customers on whom a company says it depends, with their share of its revenue. */
export const customers = defineClaudeExtractor({
  name: SIGNAL,
  version: '1.0.0',
  prompt: { id: 'customers', version: '1.0.0' },
  signal_types: [
    claudeType({
      signal_type: SIGNAL,
      title: 'Customer with a share of revenue',
      description:
        'A customer, or a group of customers, that the report says made up a percentage of revenue in its latest year. The share is in the payload, read by code out of the quoted words. No signal means that none was found, not that there is none: shares under 10 % need not be reported.',
      formula:
        'Paragraphs with a customer and a percentage; the name must stand in the quote, the percentage be above 0 and at most 100. Direction 0.',
      form_types: FORMS,
      evidence_kinds: ['text_span'],
      payload_schema: payloadOf({
        customer: textOrNull('The customer as the quote names it.'),
        percent: numberOrNull('Share of revenue in percent.'),
        period_text: textOrNull('The fiscal year as the report names it.'),
      }),
      cases: { ...TEXT_CASES, amendments: 'Read like any other.' },
    }),
  ],
  applies: (formType) => FORMS.includes(formType),
  needs: {},
  config,

  select({ filing }) {
    const document = mainText(filing)
    if (!document) return { status: 'not_applicable', reason: 'text_unavailable' }
    const candidates = pickParagraphs(filing, document, undefined, config.asked_at_most, (text) => {
      if (text.length > config.maximum_characters || !/\d\s?%|\bpercent\b/i.test(text)) return false
      return (
        /\bcustomers?\b|\bclients?\b|\bdistributors?\b/i.test(text) && /\brevenues?\b|\bsales\b/i.test(text)
      )
    })
    return candidates.length === 0
      ? { status: 'ok_none', reason: 'no_candidates' }
      : { status: 'candidates', candidates }
  },

  judge(answers) {
    const findings: Finding[] = []
    const dropped: { grounded: GroundedAnswer; reason: string }[] = []
    const subjects = new Set<string>()
    for (const grounded of answers) {
      const { answer, quote } = grounded
      const words = quote ? quotedText(quote) : ''
      const percent = percentOf(answer.value_text)
      const name = answer.subject?.replace(/\s+/g, ' ').trim() ?? ''
      const subject = `${name.toLowerCase().slice(0, 80)}`
      const reason = !isLabelOf(SIGNAL, answer.label)
        ? 'label_of_another_signal'
        : !quote
          ? 'current_side_not_quoted'
          : name === '' || !holdsWhole(words, name)
            ? 'subject_not_in_quote'
            : percent === null
              ? 'value_not_a_percentage'
              : subjects.has(subject)
                ? 'answered_twice'
                : null
      if (reason !== null || !quote) {
        dropped.push({ grounded, reason: reason ?? 'current_side_not_quoted' })
        continue
      }
      subjects.add(subject)
      findings.push({
        signal_type: SIGNAL,
        subject,
        value: answer.label,
        unit: 'label',
        direction: 0,
        payload: {
          customer: name,
          percent,
          period_text:
            answer.period_text !== null && holdsWhole(words, answer.period_text) ? answer.period_text : null,
          confidence: answer.confidence,
        },
        evidence: [{ kind: 'text_span', ...spanOf(quote) }],
        inputs: placeInputs(quote),
      })
    }
    return { findings, dropped }
  },
})

function percentOf(text: string | null): number | null {
  const figures = figuresOf(text ?? '')
  const [figure] = figures
  if (!figure || figures.length > 1 || !figure.percent) return null
  return figure.value > 0 && figure.value <= 100 ? figure.value : null
}
