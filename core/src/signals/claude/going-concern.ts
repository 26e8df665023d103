import { TEXT_CASES } from '../cases.ts'
import { defineClaudeExtractor } from '../extractor.ts'
import { claudeType, payloadOf } from './claude-type.ts'
import { mainText, pickParagraphs } from './passages.ts'
import { oneStatement } from './sentences-judged.ts'

const SIGNAL = 'llm_going_concern'
const config = { asked_at_most: 25, maximum_characters: 8_000 } as const
const FORMS = ['10-K', '10-K405', '10-KSB', '10-KT', '10-Q', '10-QSB', '10-K/A', '10-Q/A']

/** What a report states about the company's ability to go on. */
export const goingConcernStatement = defineClaudeExtractor({
  name: SIGNAL,
  version: '1.0.0',
  prompt: { id: 'going_concern', version: '1.0.0' },
  signal_types: [
    claudeType({
      signal_type: SIGNAL,
      title: 'Going concern, as stated',
      description:
        'Whether the report states that substantial doubt exists about the company as a going concern, that such doubt was alleviated, or only mentions the topic.',
      formula:
        'Paragraphs with "substantial doubt" or "going concern"; the gravest of the grounded answers: raised_doubt, alleviated, mentioned. A quote without these words cannot carry raised_doubt or alleviated. Direction −1 for raised_doubt.',
      form_types: FORMS,
      evidence_kinds: ['text_span'],
      payload_schema: payloadOf({}),
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
      if (text.length > config.maximum_characters) return false
      return /substantial\s+doubt|going\s+concern/i.test(text)
    })
    return candidates.length === 0
      ? { status: 'ok_none', reason: 'no_candidates' }
      : { status: 'candidates', candidates }
  },

  judge: (answers) =>
    oneStatement(answers, {
      signal: SIGNAL,
      order: ['raised_doubt', 'alleviated', 'mentioned'],
      silent: [],
      directions: { raised_doubt: -1 },
      needs: {
        raised_doubt: /substantial\s+doubt|going\s+concern/i,
        alleviated: /alleviat|substantial\s+doubt|going\s+concern/i,
        mentioned: /substantial\s+doubt|going\s+concern/i,
      },
      refuses: { raised_doubt: /\b(?:no|not|without)\s+(?:\w+\s+){0,3}substantial\s+doubt/i },
    }),
})
