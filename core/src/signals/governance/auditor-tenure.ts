import { Type } from 'typebox'
import { cappedTextSpan } from '../../evidence/span.ts'
import { mainDocumentOf } from '../../filings/main-document.ts'
import { TEXT_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import type { ReadDocument } from '../filing-under-read.ts'
import { exhibitTexts } from '../needs/exhibit-texts.ts'
import type { SignalType } from '../signal.ts'

const config = {
  /** AS 3101 made auditors state it in reports on years that end from 15 December 2017 on. */
  in_force_from: '2017-12-15',
  /** Characters between the words of the sentence. */
  longest_sentence: 300,
  earliest_year: 1840,
  maximum_quote_length: 400,
} as const

const FORMS = ['10-K', '10-K/A', '10-KT', '10-KT/A'] as const

const auditorTenureType: SignalType = {
  signal_type: 'auditor_tenure',
  family: 'governance',
  title: 'Years the auditor has served',
  description:
    'How many years before the end of the fiscal year the auditor began to serve, from the sentence of the audit report that says since when. The report must say it since fiscal years that end from 15 December 2017 on. `at_least` marks firms that say they could not determine the year exactly. An auditor who says from when until when it served is a former one and is not read. Where the reports of one filing name different years, as those of several registrants in one filing do, none is taken.',
  unit: 'years',
  range: { minimum: 0, maximum: null },
  labels: null,
  form_types: FORMS,
  evidence_kinds: ['text_span'],
  source: 'PCAOB Auditing Standard 3101.10b',
  formula:
    'Calendar year in which the fiscal year ends − year in "We have served as the Company’s auditor since …".',
  history: null,
  covers_from: config.in_force_from,
  payload_schema: Type.Object(
    {
      since: Type.Integer({ description: 'The year named.' }),
      at_least: Type.Boolean({ description: 'The firm says that it may have begun earlier.' }),
    },
    { additionalProperties: false },
  ),
  cases: {
    ...TEXT_CASES,
    fiscal_year_changes: 'Counted to the end of the period of the report.',
    amendments: 'Read where it carries an audit report.',
  },
}

/** A sentence that says since when an auditor serves. */
export interface TenureSentence {
  since: number
  at_least: boolean
  start: number
  end: number
}

const BEGINNINGS = /\b(?:have|has) (?:served|acted|been)\b/gi
const SINCE =
  /\bsince\s(at\sleast\s)?(?:the\s)?(?:fiscal\s)?(?:year\s)?(?:(?:prior\sto|before)\s)?(?:[a-z]{3,9}\.?\s(?:\d{1,2},?\s)?)?(1[89]\d\d|20\d\d)\b/i

/** Every such sentence of a text, in order. */
export function tenureSentences(text: string): TenureSentence[] {
  const found: TenureSentence[] = []
  for (const match of text.matchAll(BEGINNINGS)) {
    const window = text.slice(match.index, match.index + config.longest_sentence)
    const since = SINCE.exec(window)
    if (!since?.[2]) continue
    const before = window.slice(0, since.index)
    // Another sentence lies between when a full stop is followed by a capital; "Apple Inc.’s auditor" is none.
    if (/\.\s+[A-Z]/.test(before) || !/\bauditors?\b/i.test(before)) continue
    const year = Number(since[2])
    if (year < config.earliest_year) continue
    const rest = window.slice(since.index + since[0].length, since.index + since[0].length + 120)
    const start = sentenceStart(text, match.index)
    found.push({
      since: year,
      at_least:
        since[1] !== undefined || /however|not been able to determine|unable to determine/i.test(rest),
      start,
      end: match.index + since.index + since[0].length,
    })
  }
  return found
}

/** "We have served" and "Ernst & Young LLP has served" begin a few words earlier. */
function sentenceStart(text: string, at: number): number {
  const from = Math.max(0, at - 80)
  const before = text.slice(from, at)
  const boundary = Math.max(before.lastIndexOf('\n'), before.search(/[^\n.]*$/) - 1)
  const we = before.lastIndexOf('We ')
  if (we >= 0 && before.length - we <= 4) return from + we
  const start = from + boundary + 1
  return start + (/^\s*/.exec(text.slice(start, at))?.[0].length ?? 0)
}

export const auditorTenure = defineExtractor({
  name: 'auditor_tenure',
  version: '1.0.0',
  signal_types: [auditorTenureType],
  applies: (formType) => (FORMS as readonly string[]).includes(formType),
  needs: { reports: exhibitTexts({ name: 'annual_report_exhibit', document_types: /^EX-13(?:\.|$)/ }) },
  config,

  extract({ filing, reports }) {
    const ended = filing.period_of_report
    if (ended === null) return { status: 'insufficient_data', missing: ['period_of_report'] }
    if (ended < config.in_force_from) return { status: 'not_applicable', reason: 'tenure_not_in_force' }
    const main = mainDocumentOf(filing.documents, filing.form_type)
    const documents = [main, ...reports].filter((one): one is ReadDocument => one?.text != null)
    if (documents.length === 0) return { status: 'failed', reason: 'text_unavailable' }
    const found = documents.flatMap((document) =>
      tenureSentences(document.text?.text ?? '').map((sentence) => ({ document, sentence })),
    )
    const first = found[0]
    if (!first) {
      if (filing.form_type.endsWith('/A')) return { status: 'not_applicable', reason: 'no_audit_report' }
      return { status: 'insufficient_data', missing: ['auditor_since'], reason: 'tenure_not_found' }
    }
    if (new Set(found.map(({ sentence }) => sentence.since)).size > 1)
      return { status: 'insufficient_data', missing: ['auditor_since'], reason: 'tenures_differ' }
    const { document, sentence } = first
    const years = Number(ended.slice(0, 4)) - sentence.since
    if (years < -1)
      return { status: 'insufficient_data', missing: ['auditor_since'], reason: 'tenure_not_found' }
    const section =
      document.sections.find(({ start, end }) => start <= sentence.start && sentence.end <= end) ?? null
    const span = cappedTextSpan(document, section, sentence.start, sentence.end, config.maximum_quote_length)
    return {
      status: 'ok_found',
      findings: [
        {
          signal_type: 'auditor_tenure',
          subject: null,
          value: Math.max(0, years),
          unit: 'years',
          direction: 0,
          payload: { since: sentence.since, at_least: found.some((one) => one.sentence.at_least) },
          evidence: [{ kind: 'text_span', ...span }],
          inputs: [
            { name: 'auditor_since', value: sentence.since, accession_number: filing.accession_number },
            { name: 'period_of_report', value: ended, accession_number: filing.accession_number },
          ],
        },
      ],
    }
  },
})
