import { TEXT_CASES } from '../cases.ts'
import { defineClaudeExtractor } from '../extractor.ts'
import { claudeType, payloadOf } from './claude-type.ts'
import { mainText, pickParagraphs, textSection } from './passages.ts'
import { oneStatement } from './sentences-judged.ts'

const SIGNAL = 'llm_cyber_material'
const config = { asked_at_most: 20, maximum_characters: 8_000 } as const
const FORMS = ['10-K', '10-KT', '10-K/A']

/** Whether a company says that cybersecurity threats affected it materially. */
export const cyberMaterial = defineClaudeExtractor({
  name: SIGNAL,
  version: '1.0.0',
  prompt: { id: 'cyber_material', version: '1.0.0' },
  signal_types: [
    claudeType({
      signal_type: SIGNAL,
      title: 'Material effect of cybersecurity threats, as stated',
      description:
        'What Item 1C answers to Item 106(b)(2) of Regulation S-K: whether risks from cybersecurity threats have materially affected, or are reasonably likely to materially affect, the company.',
      formula:
        'Paragraphs of Item 1C with "material"; one answer. A quote with a negation cannot carry material, one without cannot carry not_material. Direction −1 for material.',
      form_types: FORMS,
      evidence_kinds: ['text_span'],
      covers_from: '2023-12-15',
      payload_schema: payloadOf({}),
      cases: { ...TEXT_CASES, amendments: 'Read like any other.' },
    }),
  ],
  applies: (formType) => FORMS.includes(formType),
  needs: {},
  config,

  select({ filing }) {
    const document = mainText(filing)
    const section = document && textSection(document, ['10k.item_1c'])
    if (!document || !section) return { status: 'not_applicable', reason: 'item_1c_not_found' }
    const candidates = pickParagraphs(filing, document, section, config.asked_at_most, (text) => {
      return text.length <= config.maximum_characters && /\bmaterial/i.test(text)
    })
    return candidates.length === 0
      ? { status: 'ok_none', reason: 'no_candidates' }
      : { status: 'candidates', candidates }
  },

  judge: (answers) =>
    oneStatement(answers, {
      signal: SIGNAL,
      order: ['material', 'not_material', 'not_stated'],
      silent: ['not_stated'],
      directions: { material: -1 },
      needs: {
        material: /material/i,
        not_material: /\b(?:no|not|nor|neither|never|none|without|any)\b|n['\u2019]t\b|unlikely/i,
      },
      refuses: { material: /\b(?:has|have|had|are|is|do|does|did)\s+not\b|n['\u2019]t\b|\bnot\s+aware\b/i },
    }),
})
