import { Type } from 'typebox'
import { defineExtractor } from '../extractor.ts'
import { itemInputs, quotes, readItem } from './item-reading.ts'
import { itemSignal } from './item-signal.ts'
import { CURRENT_REPORT } from './reported-items.ts'
import { daysBetween, writtenDates } from './written-date.ts'

const config = { maximum_periods: 40 } as const

const Period = Type.Object(
  {
    kind: Type.Union([Type.Literal('annual'), Type.Literal('interim'), Type.Null()]),
    period_end: Type.String({ description: '`YYYY-MM-DD`.' }),
  },
  { additionalProperties: false },
)

const nonReliance = itemSignal({
  signal_type: 'non_reliance',
  title: 'Financial statements can no longer be relied upon',
  description:
    'The company says in Item 4.02 that statements it issued should no longer be relied upon. The value tells the paragraph: `company` when its board or officers concluded so (a), `auditor` when its auditor told it so (b). `payload.periods` has the periods that the sentence names with a full date; a report that names years alone ("fiscal 2003") has none.',
  labels: ['company', 'auditor'],
  source: 'Form 8-K, Item 4.02(a) and (b); SEC release 33-8400',
  formula:
    'The sentences of the item with "no longer be relied upon", "not be relied upon" or "non-reliance"; (b) when the auditor is the one who advised, notified or informed. Direction −1.',
  history:
    'Of 182 such reports of errors under GAAP in 2005, returns were about −1.5 % over three days and −5.3 % by day 43. Later years were not looked at there.',
  covers_from: '2004-08-23',
  payload_schema: Type.Object(
    {
      periods: Type.Array(Period, {
        description:
          'Periods not to be relied on, as far as full dates name them; the kind is null where the sentence says only "period".',
      }),
      concluded_on: Type.Union([Type.String(), Type.Null()], {
        description: 'The date with which the sentence begins, `YYYY-MM-DD`.',
      }),
      restatement_announced: Type.Boolean({
        description: 'Whether the item says that statements will be, or were, restated.',
      }),
    },
    { additionalProperties: false },
  ),
})

const NOT_RELIED =
  /\b(?:no longer|not|cannot|should not|may not)\b[^.]{0,60}\bre(?:ly|lied|liance)\b|\bnon-? ?reliance\b|\bre(?:ly|lied) (?:up)?on[^.]{0,40}\bno longer\b/i
const BY_AUDITOR =
  /\b(?:was|were|been|had been) (?:advised|notified|informed) (?:by|orally by|in writing by) [^.]{0,140}?(?:\bLLP\b|\baccount(?:ants?|ing firm)\b|\bauditors?\b|\bP\.C\.|\bPLLC\b)|\breceived (?:a |written |an? oral )?(?:letter|notice|notification|communication|advice) from [^.]{0,140}?(?:\bLLP\b|\baccount(?:ants?|ing firm)\b|\bauditors?\b)|(?:\bLLP\b|\baccounting firm\b|\baccountants?\b|\bauditors?\b)[^.]{0,80}? (?:advised|notified|informed) (?:the Company|us|our|the Registrant|the Board|the audit committee|management)\b/i
const PERIOD =
  /\b(fiscal years?|years?|twelve[- ]month|quarters?|quarterly|three|six|nine|interim|period|periods|months?)\b[^.;]{0,60}?\b(?:ended|ending|as of)\b/gi

/** Statements that should no longer be relied upon, and for which periods. */
export const nonRelianceRule = defineExtractor({
  name: 'non_reliance',
  version: '1.0.0',
  signal_types: [nonReliance],
  applies: (formType) => CURRENT_REPORT.test(formType),
  needs: {},
  config,

  extract({ filing }) {
    const reading = readItem(filing, ['4.02'])
    if (reading.status !== 'read') return reading.outcome
    const { item } = reading
    const saying = item.sentences.filter(({ text }) => NOT_RELIED.test(text))
    const first = saying[0]
    if (!first)
      return {
        status: 'insufficient_data',
        missing: ['sentence_of_non_reliance'],
        reason: 'no_such_sentence',
      }
    const auditor = saying.some(({ text }) => BY_AUDITOR.test(text))
    const restated = item.sentences.find(({ text }) => /\brestat(?:e|ed|ing|ement|ements)\b/i.test(text))
    const opening = writtenDates(first.text)[0]
    return {
      status: 'ok_found',
      findings: [
        {
          signal_type: 'non_reliance',
          subject: null,
          value: auditor ? 'auditor' : 'company',
          unit: 'label',
          direction: -1,
          payload: {
            periods: periodsIn(
              saying.map(({ text }) => text),
              filing.period_of_report,
            ),
            concluded_on:
              opening &&
              /^(?:\([a-z]\) ?)?On $/.test(first.text.slice(0, opening.start)) &&
              !/\bannounced\b/.test(first.text)
                ? opening.date
                : null,
            restatement_announced: restated !== undefined,
          },
          evidence: quotes(item, [...saying.slice(0, 4), restated]),
          inputs: itemInputs(filing, item),
        },
      ],
    }
  },
})

/** Dates behind "year ended", "quarters ended" and the like; each belongs to the nearest such word before it. */
function periodsIn(sentences: readonly string[], reported: string | null) {
  const found = new Map<string, { kind: 'annual' | 'interim' | null; period_end: string }>()
  for (const text of sentences) {
    const words = [...text.matchAll(PERIOD)].map((match) => ({
      kind:
        /^(?:fiscal years?|years?|twelve)/i.test(match[1] ?? '') &&
        !/quarter|month period|interim/i.test(match[0])
          ? ('annual' as const)
          : /^periods?$/i.test(match[1] ?? '')
            ? null
            : ('interim' as const),
      end: match.index + match[0].length,
    }))
    for (const { date, start } of writtenDates(text)) {
      const word = words.filter(({ end }) => end <= start).at(-1)
      // Between "ended" and its last date stand only other dates: "ended March 31, June 30 and September 30, 2003".
      if (!word || !/^(?:[\s,]|and|or|through|[A-Z][a-z]+ \d{1,2}|\d{4})*$/.test(text.slice(word.end, start)))
        continue
      if (reported !== null && daysBetween(date, reported) < 0) continue
      found.set(`${word.kind} ${date}`, { kind: word.kind, period_end: date })
    }
  }
  return [...found.values()].slice(0, config.maximum_periods)
}
