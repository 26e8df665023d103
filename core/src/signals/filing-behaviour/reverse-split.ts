import { Type } from 'typebox'
import { EVENT_CASES } from '../cases.ts'
import { type ItemSentence, itemInputs, quotes, readItem } from '../events/item-reading.ts'
import { CURRENT_REPORT, CURRENT_REPORTS } from '../events/reported-items.ts'
import { writtenDates } from '../events/written-date.ts'
import { defineExtractor } from '../extractor.ts'
import type { SignalType } from '../signal.ts'

const config = { items: ['3.03', '5.03', '8.01', '7.01', '1.01', '5'] } as const

const reverseSplit: SignalType = {
  signal_type: 'reverse_split',
  family: 'financing',
  title: 'Reverse split of shares',
  description:
    'A current report says that a reverse split takes or took effect, or that its ratio is fixed. The value is new shares for each old one: 0.1 for one-for-ten. A range of ratios that holders allow is no split, and reports that mention a past split in passing give no signal.',
  unit: 'ratio',
  range: { minimum: 0, maximum: 1 },
  labels: null,
  form_types: CURRENT_REPORTS,
  evidence_kinds: ['text_span'],
  source: 'Form 8-K, Items 3.03 and 5.03; Exchange Act Rule 10b-17',
  formula:
    'Sentences of items 3.03, 5.03, 8.01, 7.01 or 1.01 (5 before 23 August 2004) on a reverse split with one ratio and words of taking effect. Sentences that differ in the ratio: `insufficient_data`. Direction −1.',
  history: null,
  covers_from: null,
  payload_schema: Type.Object(
    {
      old_shares: Type.Number({ description: 'Old shares that become `new_shares`.' }),
      new_shares: Type.Number({ description: 'New shares for them.' }),
      effective_date: Type.Union([Type.String(), Type.Null()], {
        description:
          'When it takes effect, `YYYY-MM-DD`; null unless a sentence on the split gives one date for it.',
      }),
    },
    { additionalProperties: false },
  ),
  cases: {
    ...EVENT_CASES,
    splits: 'Only reverse splits are reported; the ratio serves to adjust share counts.',
  },
}

const SPLIT = /\breverse (?:stock |share )?(?:split|consolidation)\b|\bshare consolidation\b/i
const TAKES_EFFECT =
  /\b(?:effected?|effecting|effectuated?|becomes?|became|will become|takes? effect|took effect|implement\w*|filed (?:a |an |its |the )?(?:\w+ ){0,3}(?:certificate|articles)|split-adjusted|begin trading|approved (?:a|the) (?:final )?ratio|at a ratio of|announced)\b/i
const RANGE =
  /\b(?:range|between|not less than|no less than|up to|in the discretion|to be determined|ratio (?:of )?(?:from|within)|any time prior|authori[sz](?:e|es|ed|ing) (?:the|our|its) board)\b/i
const NUMBERS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  )
const TENS: Readonly<Record<string, number>> = {
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
}
const N =
  '(\\d{1,4}(?:\\.\\d{1,2})?|one hundred|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)'
const IN_PARENTHESES = '(?: ?\\(\\d{1,4}\\))?'
const RATIOS = [
  new RegExp(`\\b${N}${IN_PARENTHESES}[- ](?:for|to)[- ]${N}\\b`, 'gi'),
  new RegExp(`\\b${N} ?: ?${N}\\b(?! ?[ap]\\.?m)`, 'gi'),
  new RegExp(
    `\\b(?:each|every) ${N}${IN_PARENTHESES} (?:\\w+ ){0,6}?(?:shares?|ordinary shares?)[^.]{0,160}?\\b(?:into|for|to) ${N}${IN_PARENTHESES} (?:\\w+ ){0,6}?(?:share|ordinary share)`,
    'gi',
  ),
]

/** Reverse splits that take effect. */
export const reverseSplitRule = defineExtractor({
  name: 'reverse_split',
  version: '1.0.0',
  signal_types: [reverseSplit],
  applies: (formType) => CURRENT_REPORT.test(formType),
  needs: {},
  config,

  extract({ filing }) {
    let seen = false
    for (const code of config.items) {
      const reading = readItem(filing, [code])
      if (reading.status !== 'read') continue
      const { item } = reading
      const about = item.sentences.filter(({ text }) => SPLIT.test(text))
      if (about.length === 0) continue
      seen = true
      const stated = about.filter(({ text }) => TAKES_EFFECT.test(text) && !RANGE.test(text))
      const ratios = new Map<string, { old: number; new: number; sentence: ItemSentence }>()
      for (const sentence of stated) {
        for (const ratio of ratiosIn(sentence.text))
          ratios.set(`${ratio.new}:${ratio.old}`, { ...ratio, sentence })
      }
      if (ratios.size > 1)
        return { status: 'insufficient_data', missing: ['one_split_ratio'], reason: 'split_ratios_differ' }
      const [ratio] = [...ratios.values()]
      if (!ratio) continue
      const dates = new Set(about.flatMap(({ text }) => effectiveDates(text)))
      return {
        status: 'ok_found',
        findings: [
          {
            signal_type: 'reverse_split',
            subject: null,
            value: ratio.new / ratio.old,
            unit: 'ratio',
            direction: -1,
            payload: {
              old_shares: ratio.old,
              new_shares: ratio.new,
              effective_date: dates.size === 1 ? ([...dates][0] ?? null) : null,
            },
            evidence: quotes(item, [
              ratio.sentence,
              about.find(({ text }) => effectiveDates(text).length > 0),
            ]),
            inputs: itemInputs(filing, item),
          },
        ],
      }
    }
    return { status: 'ok_none', reason: seen ? 'no_split_takes_effect' : 'no_reverse_split_reported' }
  },
})

function ratiosIn(text: string): { old: number; new: number }[] {
  return RATIOS.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const [a, b] = [numberOf(match[1]), numberOf(match[2])]
      if (a === null || b === null || a === b || Math.min(a, b) < 1) return []
      const ratio = { old: Math.max(a, b), new: Math.min(a, b) }
      // Nobody consolidates one share into more than a hundredth part of ten thousand: times of the day look like ratios.
      return ratio.old / ratio.new > 5_000 || (pattern === RATIOS[1] && ratio.new !== 1) ? [] : [ratio]
    }),
  )
}

function numberOf(written = ''): number | null {
  const word = written.toLowerCase()
  if (/^\d/.test(word)) return Number(word)
  if (word === 'one hundred') return 100
  const small = NUMBERS.indexOf(word) + 1
  if (small > 0) return small
  const [tens = '', ones] = word.split('-')
  const base = TENS[tens] ?? (tens === 'twenty' ? 20 : null)
  if (base === null) return null
  return ones === undefined ? base : base + NUMBERS.indexOf(ones) + 1
}

/** Dates behind words of taking effect. */
function effectiveDates(text: string): string[] {
  return writtenDates(text).flatMap(({ date, start }) =>
    /\b(?:effective|take effect|took effect|effect|become effective|became effective)(?: (?:as of|on|at|from))?(?: [\d:.]+ ?(?:[ap]\.?m\.?)?,?)?(?: (?:Eastern|New York|Central|Pacific)(?: \w+){0,2},?)?(?: on| time,? on)?,? $/i.test(
      text.slice(Math.max(0, start - 90), start),
    )
      ? [date]
      : [],
  )
}
