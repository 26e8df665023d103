import type { Candidate, GroundedAnswer } from '../../claude/candidate.ts'
import { rangeOf } from '../../claude/figures.ts'
import { holdsWhole } from '../../claude/ground.ts'
import { EVENT_CASES } from '../cases.ts'
import { defineClaudeExtractor } from '../extractor.ts'
import { exhibitTexts } from '../needs/exhibit-texts.ts'
import type { Finding } from '../signal.ts'
import { claudeType, isLabelOf, numberOrNull, payloadOf, textOrNull } from './claude-type.ts'
import { pickParagraphs, placeInputs, quotedText, spanOf, textOfPassage } from './passages.ts'

const SIGNAL = 'llm_guidance'

/** What is forecast, and whether more of it is better for shareholders. */
const METRICS: Readonly<Record<string, boolean>> = {
  revenue: true,
  organic_revenue_growth: true,
  revenue_growth: true,
  eps: true,
  adjusted_eps: true,
  net_income: true,
  operating_income: true,
  operating_margin: true,
  gross_margin: true,
  ebitda: true,
  adjusted_ebitda: true,
  free_cash_flow: true,
  operating_cash_flow: true,
  capital_expenditure: false,
  tax_rate: false,
  share_count: false,
  units: false,
  other_metric: false,
}
const UNITS = ['usd', 'usd_thousands', 'usd_millions', 'usd_billions', 'usd_per_share', 'percent', 'other']

const config = { asked_at_most: 40, minimum_characters: 60, maximum_characters: 12_000 } as const

/** Words that alone announce guidance, and words that do beside a period and a figure. */
const NAMED = /\b(?:outlook|guidance|forecasts?)\b/i
const EXPECTED =
  /\b(?:expects?|expected|anticipates?|anticipated|projects?|projected|targets?|targeting|estimates? that|sees?)\b/i
const PERIOD =
  /\b(?:(?:first|second|third|fourth|next|coming|full|current)[- ](?:fiscal )?(?:quarter|half|year)|fiscal(?: year)?|20\d\d|q[1-4]|fy\s?\d{2,4}|year)\b/i
const FIGURE = /[$%\u20ac\u00a3]\s?\d|\d\s?%|\d\s?(?:percent|million|billion|cents)\b/i
const SAFE_HARBOUR = /forward-looking|private securities litigation|risks and uncertainties|actual results/i
/** Items under which results and outlooks are reported, today and before August 2004. */
const ITEMS = ['2.02', '7.01', '8.01', '12', '9', '5']

/** Words by which a passage itself says what became of earlier guidance. */
const CUES: Readonly<Record<string, RegExp>> = {
  raised:
    /\b(?:rais\w*|increas\w*|higher|up from|upward\w*|improv\w*|previous\w*|prior|compared (?:with|to)|from)\b/i,
  lowered:
    /\b(?:lower\w*|reduc\w*|decreas\w*|cut\w*|down from|downward\w*|previous\w*|prior|compared (?:with|to)|from)\b/i,
  narrowed: /\b(?:narrow\w*|tighten\w*|previous\w*|prior)\b/i,
  maintained:
    /\b(?:maintain\w*|reaffirm\w*|reiterat\w*|confirm\w*|unchanged|continues? to expect|in line with|repeat\w*)\b/i,
  withdrawn: /\b(?:withdraw\w*|withdrew|suspend\w*|no longer|rescind\w*|discontinu\w*)\b/i,
}

/** What a company says it expects of itself, out of its press releases. */
export const guidance = defineClaudeExtractor({
  name: SIGNAL,
  version: '1.0.0',
  prompt: { id: 'guidance', version: '1.0.0' },
  signal_types: [
    claudeType({
      signal_type: SIGNAL,
      title: 'Guidance',
      description:
        'What the company expects of a metric in a coming period, and what it did to earlier guidance, as its press release says. Low and high are read by code out of the quoted words and are null where they are not one figure or one range.',
      formula:
        'Reports under items 2.02, 7.01 or 8.01 (before August 2004: 12, 9 or 5): paragraphs of exhibits 99 with a word of outlook, a period and a figure. Raised, lowered, narrowed, maintained and withdrawn need words that say so in the same paragraph. Direction 1 raised, −1 lowered or withdrawn where more of the metric is better, otherwise 0.',
      form_types: ['8-K', '8-K/A'],
      evidence_kinds: ['text_span'],
      payload_schema: payloadOf({
        metric: textOrNull('What is forecast: one of a closed list.'),
        period_text: textOrNull('The period as the release names it.'),
        value_text: textOrNull('The figure or range as the release writes it.'),
        unit: textOrNull('usd, usd_thousands, usd_millions, usd_billions, usd_per_share, percent or other.'),
        low: numberOrNull('Lower end, scale words applied.'),
        high: numberOrNull('Upper end; equal to low for a single figure.'),
      }),
      cases: EVENT_CASES,
    }),
  ],
  applies: (formType) => formType === '8-K' || formType === '8-K/A',
  needs: { exhibits: exhibitTexts({ name: 'press_releases', document_types: /^EX-99(?:\.\d+)?$/ }) },
  config,

  select({ filing, exhibits }) {
    const { items } = filing.submission.header
    if (items.length > 0 && !items.some((item) => ITEMS.includes(item)))
      return { status: 'ok_none', reason: 'no_candidates' }
    const candidates: Candidate[] = []
    for (const document of exhibits) {
      const left = config.asked_at_most - candidates.length
      if (left > 0) candidates.push(...pickParagraphs(filing, document, undefined, left, isOutlook))
    }
    return candidates.length === 0
      ? { status: 'ok_none', reason: 'no_candidates' }
      : { status: 'candidates', candidates }
  },

  judge(answers) {
    const findings: Finding[] = []
    const dropped: { grounded: GroundedAnswer; reason: string }[] = []
    const subjects = new Set<string>()
    for (const grounded of answers) {
      const reason = contradiction(grounded)
      const finding = reason === null ? findingOf(grounded) : null
      if (!finding) dropped.push({ grounded, reason: reason ?? 'current_side_not_quoted' })
      else if (subjects.has(finding.subject ?? '')) dropped.push({ grounded, reason: 'answered_twice' })
      else {
        subjects.add(finding.subject ?? '')
        findings.push(finding)
      }
    }
    return { findings, dropped }
  },
})

function isOutlook(text: string): boolean {
  if (text.length < config.minimum_characters || text.length > config.maximum_characters) return false
  if (SAFE_HARBOUR.test(text) && !/\bguidance\b/i.test(text)) return false
  const isTable = text.includes(' | ')
  if (NAMED.test(text) && (isTable ? FIGURE.test(text) : true)) return PERIOD.test(text) || FIGURE.test(text)
  return !isTable && EXPECTED.test(text) && PERIOD.test(text) && FIGURE.test(text)
}

function contradiction({ candidate, answer, quote }: GroundedAnswer): string | null {
  if (!isLabelOf(SIGNAL, answer.label)) return 'label_of_another_signal'
  if (!quote || !candidate.current) return 'current_side_not_quoted'
  if (answer.subject === null || !Object.hasOwn(METRICS, answer.subject)) return 'subject_not_listed'
  if (answer.unit !== null && !UNITS.includes(answer.unit)) return 'unit_not_listed'
  const whole = textOfPassage(candidate.current)
  if (
    answer.period_text !== null &&
    !holdsWhole(`${whole} ${candidate.headings.join(' ')}`, answer.period_text)
  )
    return 'period_not_in_paragraph'
  const cue = CUES[answer.label]
  if (cue && !cue.test(whole)) return 'action_not_in_paragraph'
  if (
    answer.value_text !== null &&
    answer.unit === 'percent' &&
    !/%|percent|basis|bps/i.test(quotedText(quote))
  )
    return 'unit_not_in_quote'
  if (answer.value_text !== null && !/\d/.test(answer.value_text)) return 'value_without_number'
  return null
}

/** Words before a figure that turn its sign, which no code should guess at. */
const TURNS_SIGN = /\b(?:declin\w*|decreas\w*|down|loss(?:es)?|negative|shrink\w*|contract\w*)\b/i

function findingOf({ answer, quote }: GroundedAnswer): Finding | null {
  if (!quote) return null
  const { label, subject, value_text, period_text, unit } = answer
  const range = value_text === null || TURNS_SIGN.test(quotedText(quote)) ? null : rangeOf(value_text)
  const better = METRICS[subject ?? ''] ?? false
  return {
    signal_type: SIGNAL,
    subject: `${subject}:${(period_text ?? 'no period').toLowerCase().replace(/\s+/g, ' ').slice(0, 60)}`,
    value: label,
    unit: 'label',
    direction: !better ? 0 : label === 'raised' ? 1 : label === 'lowered' || label === 'withdrawn' ? -1 : 0,
    payload: {
      metric: subject,
      period_text,
      value_text,
      unit,
      low: range?.low ?? null,
      high: range?.high ?? null,
      confidence: answer.confidence,
    },
    evidence: [{ kind: 'text_span', ...spanOf(quote) }],
    inputs: placeInputs(quote),
  }
}
