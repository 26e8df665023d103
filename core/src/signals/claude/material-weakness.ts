import { TEXT_CASES } from '../cases.ts'
import { defineClaudeExtractor } from '../extractor.ts'
import { claudeType, payloadOf } from './claude-type.ts'
import { mainText, pickParagraphs, textSection } from './passages.ts'
import { oneStatement } from './sentences-judged.ts'

const SIGNAL = 'llm_material_weakness'
const config = { asked_at_most: 20, maximum_characters: 8_000 } as const
const SECTIONS = ['10k.item_9a', '10k.item_9a_t', '10q.part1_item_4']
const FORMS = ['10-K', '10-KT', '10-Q', '10-K/A', '10-Q/A']

/** What a report states about material weaknesses of its controls. */
export const materialWeaknessStatement = defineClaudeExtractor({
  name: SIGNAL,
  version: '1.0.0',
  prompt: { id: 'material_weakness', version: '1.0.0' },
  signal_types: [
    claudeType({
      signal_type: SIGNAL,
      title: 'Material weakness, as stated',
      description:
        'Whether the item on controls and procedures states that a material weakness exists at the end of the period, or that one was remediated. Reports that state there is none have no signal.',
      formula:
        'Paragraphs of the item with "material weakness" or "not effective"; the gravest of the grounded answers: present, remediated. Direction −1 for present, 1 for remediated.',
      form_types: FORMS,
      evidence_kinds: ['text_span'],
      covers_from: '2007-12-15',
      payload_schema: payloadOf({}),
      cases: { ...TEXT_CASES, amendments: 'Read like any other.' },
    }),
  ],
  applies: (formType) => FORMS.includes(formType),
  needs: {},
  config,

  select({ filing }) {
    const document = mainText(filing)
    const section = document && textSection(document, SECTIONS)
    if (!document || !section) return { status: 'not_applicable', reason: 'controls_item_not_found' }
    const candidates = pickParagraphs(filing, document, section, config.asked_at_most, (text) => {
      if (text.length > config.maximum_characters) return false
      return /material\s+weakness|not\s+effective|ineffective/i.test(text)
    })
    return candidates.length === 0
      ? { status: 'ok_none', reason: 'no_candidates' }
      : { status: 'candidates', candidates }
  },

  judge: (answers) =>
    oneStatement(answers, {
      signal: SIGNAL,
      order: ['present', 'remediated', 'none_reported'],
      silent: ['none_reported'],
      directions: { present: -1, remediated: 1 },
      needs: {
        present: /material\s+weakness|not\s+effective|ineffective/i,
        remediated: /remediat|material\s+weakness|resolved|corrected/i,
      },
      refuses: {
        present:
          /\b(?:no|not\s+identif\w+\s+any)\s+material\s+weakness|risk\s+that\s+a\s+material\s+weakness|\bif\s+(?:a|any|one)\b/i,
      },
    }),
})
