import { Type } from 'typebox'
import type { Evidence } from '../../evidence/evidence.ts'
import { cappedTextSpan } from '../../evidence/span.ts'
import { EVENT_CASES } from '../cases.ts'
import { sentencesOf } from '../events/sentences.ts'
import { defineExtractor } from '../extractor.ts'
import { earlierFilings } from '../needs/earlier-filings.ts'
import { exhibitTexts } from '../needs/exhibit-texts.ts'
import type { SignalType } from '../signal.ts'

const config = {
  /** A review whose letters are further apart is another one. */
  gap_days: 180,
  days: 730,
  maximum_quote_length: 1000,
} as const

const letters = earlierFilings({
  name: 'comment_letters',
  form_types: ['UPLOAD', 'CORRESP'],
  days: config.days,
})

/** Letters are PDFs as a rule; EDGAR adds their text as a document of its own. */
const letterTexts = exhibitTexts({
  name: 'letter_texts',
  document_types: /^(?:UPLOAD|LETTER|TEXT-EXTRACT|COVER)/,
})

const commentLetter: SignalType = {
  signal_type: 'comment_letter',
  family: 'filing_behaviour',
  title: 'Review by the SEC staff completed',
  description:
    'The staff of the SEC writes that its review is complete or that it has no further comments. The value counts the letters of the staff in the thread before this one: the rounds of comments. EDGAR dates letters by the day they were sent, but publishes them some weeks after the review: the signal carries the date of acceptance, and nobody outside could read it on that day. Letters of two reviews that ran at the same time are counted together.',
  unit: 'count',
  range: { minimum: 0, maximum: null },
  labels: null,
  form_types: ['UPLOAD'],
  evidence_kinds: ['text_span'],
  source: 'Filing review process of the Division of Corporation Finance; comment letters on EDGAR since 2005',
  formula:
    'Letters UPLOAD and CORRESP of the company before this one, back to the first gap of more than 180 days. Rounds: UPLOAD among them. Days: from the first to this. Direction −1 from three rounds on, otherwise 0.',
  history:
    'Ryans (2021) finds that comment letters identify companies whose later reports are restated or written down; most letters are routine.',
  covers_from: '2005-05-12',
  payload_schema: Type.Object(
    {
      responses: Type.Integer({ description: 'Letters of the company in the thread (CORRESP).' }),
      days: Type.Integer({ description: 'Calendar days from the first letter to this one.' }),
      first_letter_accession_number: Type.Union([Type.String(), Type.Null()], {
        description: 'The letter the thread begins with; null when none before this one is held.',
      }),
    },
    { additionalProperties: false },
  ),
  cases: {
    ...EVENT_CASES,
    first_filings: 'A closing letter without earlier letters held counts 0 rounds.',
    missing_years: 'Only letters that are held count.',
  },
}

const CLOSED =
  /\b(?:completed (?:our|its|the) review|completed the review|no further comments?|do not have any (?:further|additional) comments?|no additional comments?|will not review|not been and will not be reviewed)\b/i
const OPENED = /\b(?:will not review|not been and will not be reviewed|have not reviewed)\b/i

/** Reviews by the staff, told by the letter that closes them. */
export const commentLetterRule = defineExtractor({
  name: 'comment_letter',
  version: '1.0.0',
  signal_types: [commentLetter],
  applies: (formType) => formType === 'UPLOAD',
  needs: { letters, texts: letterTexts },
  config,

  extract({ filing, letters: earlier, texts }) {
    const document = texts.find(({ text }) => text !== null)
    if (!document?.text) return { status: 'insufficient_data', missing: ['text'], reason: 'text_unavailable' }
    const sentence = sentencesOf(document.text, 0, document.text.text.length).find(({ text }) =>
      CLOSED.test(text),
    )
    if (!sentence) return { status: 'ok_none', reason: 'review_not_closed' }
    if (OPENED.test(sentence.text)) return { status: 'ok_none', reason: 'not_reviewed' }
    const thread = []
    let next = Date.parse(filing.accepted_at)
    for (const letter of earlier.toReversed()) {
      const at = Date.parse(letter.accepted_at)
      if (next - at > config.gap_days * 86_400_000) break
      thread.unshift(letter)
      next = at
    }
    const first = thread[0]
    const rounds = thread.filter(({ form_type }) => form_type === 'UPLOAD').length
    const days = first
      ? Math.round((Date.parse(filing.accepted_at) - Date.parse(first.accepted_at)) / 86_400_000)
      : 0
    const span = cappedTextSpan(document, null, sentence.start, sentence.end, config.maximum_quote_length)
    const evidence: Evidence[] = [{ kind: 'text_span', ...span }]
    return {
      status: 'ok_found',
      findings: [
        {
          signal_type: 'comment_letter',
          subject: null,
          value: rounds,
          unit: 'count',
          direction: rounds >= 3 ? -1 : 0,
          payload: {
            responses: thread.length - rounds,
            days,
            first_letter_accession_number: first?.accession_number ?? null,
          },
          evidence,
          inputs: thread.map(({ accession_number, form_type }) => ({
            name: 'letter',
            value: form_type,
            accession_number,
          })),
        },
      ],
    }
  },
})
