import { Type } from 'typebox'
import { EVENT_CASES } from '../cases.ts'
import { defineExtractor } from '../extractor.ts'
import type { FilingUnderRead } from '../filing-under-read.ts'
import type { Finding, SignalType } from '../signal.ts'
import { DEPARTURES, type ReadDeparture, readDepartures } from './departure-reading.ts'
import { type ItemSentence, type ItemText, itemInputs, quotes, readItem } from './item-reading.ts'
import { companyWords, personNames } from './person-name.ts'
import { CURRENT_REPORT, CURRENT_REPORTS } from './reported-items.ts'
import { daysBetween } from './written-date.ts'

const config = { maximum_persons: 20 } as const

const nullable = (description: string) => Type.Union([Type.String(), Type.Null()], { description })

const payloadSchema = Type.Object(
  {
    person: Type.String({ description: 'The name as written, without the form of address.' }),
    roles: Type.Array(Type.String(), {
      description: 'Offices the person leaves, as written; empty when none is certain.',
    }),
    notice_date: nullable(
      'When the person told the company, `YYYY-MM-DD`; null unless the sentence says so.',
    ),
    effective_date: nullable(
      'Last day in office, `YYYY-MM-DD`; null unless the sentence gives one date for it.',
    ),
    notice_days: Type.Union([Type.Integer(), Type.Null()], {
      description:
        'Days from `notice_date` to `effective_date`; 0 when the report says "effective immediately".',
    }),
    reason: nullable(
      '`disagreement`, `other_position`, `personal_or_health`, `retirement`, `transaction` or `without_cause`, by the words of the sentences quoted; null when they give none.',
    ),
    disagreement: nullable(
      '`stated` or `denied`; null when the item says nothing about disagreements, or not of whom.',
    ),
    successor: nullable('Who takes the office, where a sentence names the two together; otherwise null.'),
    letter_filed: Type.Boolean({
      description: 'Whether a letter of the departing director is attached (Exhibit 17).',
    }),
    previously_reported: Type.Boolean({
      description: 'Whether the sentence says that it was reported before.',
    }),
  },
  { additionalProperties: false },
)

function departureType(
  signal_type: 'exec_departure' | 'director_departure',
  title: string,
  who: string,
  paragraph: string,
): SignalType {
  return {
    signal_type,
    family: 'events',
    title,
    description: `${who} leaves, according to Item 5.02 of a current report (Item 6 before 23 August 2004, for directors). One signal for each person, who is the \`subject\`. The value says how, in the words of the report. A detail that the sentences do not give outright is null. The text is read by rules: a departure told in an exhibit alone, or of a person whose name is not in the sentence, is not found.`,
    unit: 'label',
    range: { minimum: null, maximum: null },
    labels: DEPARTURES,
    form_types: CURRENT_REPORTS,
    evidence_kinds: ['text_span'],
    source: `Form 8-K, Item 5.02${paragraph} (17 CFR 249.308); Regulation S-K, Item 601(b)(17)`,
    formula:
      'Sentences of the item in which a named person is the subject of words of leaving (resigned, will retire, notified of the decision not to stand for re-election, was terminated, …) or their object ("the departure of"). Conditions, rights under an agreement and earlier careers do not count. Direction −1 when the person was terminated or removed, or a disagreement is stated; otherwise 0.',
    history: null,
    covers_from: null,
    payload_schema: payloadSchema,
    cases: EVENT_CASES,
  }
}

const execDeparture = departureType(
  'exec_departure',
  'Officer leaves',
  'An officer (president, chief, principal or vice president, treasurer, secretary, controller, general counsel, executive chair) of the company or of a part of it',
  '(b)',
)
const directorDeparture = departureType(
  'director_departure',
  'Director leaves',
  'A director, or the chair of the board,',
  '(a) and (b)',
)

/** Who leaves the board or an office, one signal for each person. */
export const departures = defineExtractor({
  name: 'departures_8k',
  version: '1.0.0',
  signal_types: [execDeparture, directorDeparture],
  applies: (formType) => CURRENT_REPORT.test(formType),
  needs: {},
  config,

  extract({ filing }) {
    const reading = readItem(filing, ['5.02', '6'])
    if (reading.status !== 'read') return reading.outcome
    const { item } = reading
    const filers = filing.submission.header.filers.map(({ name }) => name)
    const found = readDepartures(item.sentences, {
      company: companyWords(filers),
      reported: filing.period_of_report ?? filing.accepted_at.slice(0, 10),
      context: item.words,
    }).slice(0, config.maximum_persons)
    const findings = found.flatMap((departure) => [
      ...(departure.officer ? [findingOf('exec_departure', departure, found, item, filing)] : []),
      ...(departure.director ? [findingOf('director_departure', departure, found, item, filing)] : []),
    ])
    return findings.length === 0
      ? { status: 'ok_none', reason: 'no_departure_stated' }
      : { status: 'ok_found', findings }
  },
})

function findingOf(
  signal_type: 'exec_departure' | 'director_departure',
  departure: ReadDeparture,
  all: readonly ReadDeparture[],
  item: ItemText,
  filing: FilingUnderRead,
): Finding {
  const disagreement = disagreementOf(departure, all, item)
  const successor = successorOf(departure, item)
  const { notice_date, effective_date, immediately } = departure
  const days = notice_date && effective_date ? daysBetween(notice_date, effective_date) : null
  return {
    signal_type,
    subject: departure.person,
    value: departure.departure,
    unit: 'label',
    direction:
      disagreement?.said === 'stated' || /^(?:terminated|removed)$/.test(departure.departure) ? -1 : 0,
    payload: {
      person: departure.person,
      roles: departure.roles,
      notice_date,
      effective_date,
      notice_days: days !== null && days >= 0 ? days : immediately && !effective_date ? 0 : null,
      reason: reasonOf(departure, disagreement?.said ?? null),
      disagreement: disagreement?.said ?? null,
      successor: successor?.name ?? null,
      letter_filed: filing.documents.some(({ document_type }) => /^EX-17\b/.test(document_type)),
      previously_reported: departure.previously_reported,
    },
    evidence: quotes(item, [...departure.sentences, disagreement?.sentence, successor?.sentence]),
    inputs: itemInputs(filing, item),
  }
}

const DENIED =
  /\b(?:not|no|none|without|nor)\b[^.]{0,160}\bdisagreements?\b|\bdisagreements?\b[^.]{0,40}\b(?:none|did not exist)\b/i
const STATED =
  /\b(?:due to|because of|as a result of|result of|resulted from|over|relat\w+ to|citing|cited) (?:a |an |certain |his |her |their |fundamental |ongoing )*disagreements?\b|\bdisagree[sd] with\b/i

/** What the item says about disagreements of this person. Of several persons the sentence must name which. */
function disagreementOf(
  departure: ReadDeparture,
  all: readonly ReadDeparture[],
  item: ItemText,
): { said: 'stated' | 'denied'; sentence: ItemSentence } | null {
  for (const sentence of item.sentences) {
    if (!/disagree/i.test(sentence.text)) continue
    const own =
      all.length === 1 ||
      sentence.text.includes(departure.surname) ||
      departure.sentences.includes(sentence) ||
      /\b(?:none|neither|any|each|such|these|their) (?:of )?(?:the |these |such |announced )*(?:resignations?|retirements?|departures?|decisions?|directors)\b/i.test(
        sentence.text,
      )
    if (!own) continue
    if (DENIED.test(sentence.text)) return { said: 'denied', sentence }
    if (STATED.test(sentence.text)) return { said: 'stated', sentence }
  }
  return null
}

function reasonOf({ departure, sentences }: ReadDeparture, disagreement: string | null): string | null {
  const words = sentences.map(({ text }) => text).join(' ')
  if (disagreement === 'stated') return 'disagreement'
  if (
    /\b(?:to (?:pursue|accept|become|take|join)|for) (?:an?other|other|new|a new|the position|the role|the chief)\b|\bof another company\b/i.test(
      words,
    )
  )
    return 'other_position'
  if (/\b(?:personal|family|health|medical) (?:reasons?|matters?|concerns?|issues?)\b/i.test(words))
    return 'personal_or_health'
  if (/\bwithout cause\b/i.test(words)) return 'without_cause'
  if (
    /\b(?:merger|purchase|acquisition|separation) (?:agreement|transaction)?\b/i.test(words) &&
    /\b(?:in connection with|upon|pursuant to)\b/i.test(words) &&
    !/\bseparation (?:agreement|and)\b/i.test(words)
  )
    return 'transaction'
  return departure === 'retired' ? 'retirement' : null
}

/** "is succeeded by Jane Roe", "Jane Roe will succeed Mr. Doe", "Jane Roe, who was appointed to succeed Mr. Doe". */
function successorOf(
  departure: ReadDeparture,
  item: ItemText,
): { name: string; sentence: ItemSentence } | null {
  const surname = departure.surname.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const takes = new RegExp(
    `\\b(?:succeeds?|to succeed|will succeed|as successor to|succeeding|replaces?|to replace|will replace) (?:(?:Mr|Ms|Mrs|Dr)\\. )?(?:[\\p{L}.’'-]+ ){0,3}${surname}\\b`,
    'u',
  )
  for (const sentence of item.sentences) {
    const { text } = sentence
    const names = personNames(text)
    const by = /\b(?:succeeded|replaced) by (?:(?:Mr|Ms|Mrs|Dr)\. )?/.exec(text)
    if (by && (text.includes(departure.surname) || departure.sentences.includes(sentence))) {
      const name = names.find(
        ({ start, end }) => start <= by.index + by[0].length && end > by.index + by[0].length,
      )
      const before = names.filter(({ end }) => end <= by.index).at(-1)
      if (name && !name.surname_only && before?.surname === departure.surname)
        return { name: name.name, sentence }
    }
    const after = takes.exec(text)
    if (after) {
      const name = names
        .filter(
          ({ end, surname: own, surname_only }) =>
            end <= after.index && own !== departure.surname && !surname_only,
        )
        .at(-1)
      const office = /^,? as (?:the )?([^,.;]{1,80})/.exec(text.slice(after.index + after[0].length))?.[1]
      // "to succeed Dr. Roe as Chairman" says nothing of her other offices.
      const same = office === undefined || departure.roles.some((role) => office.includes(role))
      if (name && same) return { name: name.name, sentence }
    }
  }
  return null
}
