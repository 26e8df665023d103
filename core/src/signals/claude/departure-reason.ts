import type { GroundedAnswer } from '../../claude/candidate.ts'
import { holdsWhole } from '../../claude/ground.ts'
import { EVENT_CASES } from '../cases.ts'
import { defineClaudeExtractor } from '../extractor.ts'
import type { Finding } from '../signal.ts'
import { claudeType, isLabelOf, payloadOf, textOrNull } from './claude-type.ts'
import {
  mainText,
  pickParagraphs,
  placeInputs,
  quotedText,
  spanOf,
  textOfPassage,
  textSection,
} from './passages.ts'

const SIGNAL = 'llm_departure_reason'
const config = { asked_at_most: 20, maximum_characters: 10_000 } as const

/** Reasons that the report must give in words of their own. */
const WORDS: Readonly<Record<string, RegExp>> = {
  retirement: /\bretir/i,
  disagreement: /\bdisagree/i,
  terminated_for_cause: /\bcause\b/i,
  health_or_death: /\b(?:health|medical|ill|illness|death|died|passed away|passing)\b/i,
}
const DENIES_DISAGREEMENT = /\b(?:no|not|nor|without)\b[^.]{0,80}\bdisagree/i

/** Why directors and officers leave, as the report says. */
export const departureReason = defineClaudeExtractor({
  name: SIGNAL,
  version: '1.0.0',
  prompt: { id: 'departure_reason', version: '1.0.0' },
  signal_types: [
    claudeType({
      signal_type: SIGNAL,
      title: 'Reason of a departure, as stated',
      description:
        'The reason that Item 5.02 gives for the departure of a director or officer. Companies word these reasons with care: what is not said is reason_not_stated.',
      formula:
        'Paragraphs of Item 5.02 with a word of departure; one answer per person, whose name must stand in the quote. Retirement, cause, health and disagreement need the word, and a denied disagreement is none. Direction −1 for terminated_for_cause and disagreement.',
      form_types: ['8-K', '8-K/A'],
      evidence_kinds: ['text_span'],
      covers_from: '2004-08-23',
      payload_schema: payloadOf({ person: textOrNull('The name as the quote writes it.') }),
      cases: EVENT_CASES,
    }),
  ],
  applies: (formType) => formType === '8-K' || formType === '8-K/A',
  needs: {},
  config,

  select({ filing }) {
    const document = mainText(filing)
    if (!document) return { status: 'not_applicable', reason: 'text_unavailable' }
    const section = textSection(document, ['8k.item_5_02'])
    if (!section) return { status: 'ok_none', reason: 'no_candidates' }
    const candidates = pickParagraphs(filing, document, section, config.asked_at_most, (text) => {
      if (text.length > config.maximum_characters) return false
      return /\b(?:resign\w*|retir\w*|depart\w*|terminat\w*|step(?:s|ped|ping)? down|leav(?:e|es|ing)|left|separat\w*|removed?|not (?:to )?(?:stand|seek)|ceas\w*|succe(?:ed|ss)\w*|transition\w*|passed away|death|died)\b/i.test(
        text,
      )
    })
    return candidates.length === 0
      ? { status: 'ok_none', reason: 'no_candidates' }
      : { status: 'candidates', candidates }
  },

  judge(answers) {
    const findings: Finding[] = []
    const dropped: { grounded: GroundedAnswer; reason: string }[] = []
    const people = new Set<string>()
    for (const grounded of answers) {
      const person = grounded.answer.subject?.replace(/\s+/g, ' ').trim() ?? ''
      const subject = person.toLowerCase().slice(0, 80)
      const reason = contradiction(grounded, person) ?? (people.has(subject) ? 'answered_twice' : null)
      const { answer, quote } = grounded
      if (reason !== null || !quote) {
        dropped.push({ grounded, reason: reason ?? 'current_side_not_quoted' })
        continue
      }
      people.add(subject)
      findings.push({
        signal_type: SIGNAL,
        subject,
        value: answer.label,
        unit: 'label',
        direction: answer.label === 'terminated_for_cause' || answer.label === 'disagreement' ? -1 : 0,
        payload: { person, confidence: answer.confidence },
        evidence: [{ kind: 'text_span', ...spanOf(quote) }],
        inputs: placeInputs(quote),
      })
    }
    return { findings, dropped }
  },
})

function contradiction({ candidate, answer, quote }: GroundedAnswer, person: string): string | null {
  if (!isLabelOf(SIGNAL, answer.label)) return 'label_of_another_signal'
  if (!quote || !candidate.current) return 'current_side_not_quoted'
  const words = quotedText(quote)
  if (person === '' || person.length > 80 || !holdsWhole(words, person)) return 'subject_not_in_quote'
  const paragraph = textOfPassage(candidate.current)
  const needed = WORDS[answer.label]
  if (needed && !needed.test(paragraph)) return 'words_not_in_paragraph'
  if (answer.label === 'disagreement' && DENIES_DISAGREEMENT.test(paragraph)) return 'quote_says_otherwise'
  return null
}
