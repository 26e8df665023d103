import { Type } from 'typebox'
import { defineExtractor } from '../extractor.ts'
import { type AuditorName, auditorNames, fullFirmName, sameFirm } from './auditor-names.ts'
import { type ItemSentence, type ItemText, itemInputs, quotes, readItem } from './item-reading.ts'
import { itemSignal } from './item-signal.ts'
import { CURRENT_REPORT } from './reported-items.ts'

const ACTIONS = ['dismissed', 'resigned', 'declined', 'engaged', 'reported'] as const

const nullableText = (description: string) => Type.Union([Type.String(), Type.Null()], { description })

const auditorChange = itemSignal({
  signal_type: 'auditor_change',
  title: 'Auditor changes',
  description:
    'The company changes its auditor (Item 4.01; Item 4 before 23 August 2004). The value: `dismissed` by the company, `resigned`, `declined` to stand for re-appointment, `engaged` when the item only names a new one, `reported` when the words do not say which. Firms are given as written, and only when the sentence with the action names them.',
  labels: ACTIONS,
  source: 'Form 8-K, Item 4.01; Regulation S-K, Item 304(a)(1)',
  formula:
    'The first sentence with a firm and a word of dismissal, resignation or declining; the first with a firm that is engaged, appointed or retained. Disagreements and reportable events: `denied` in a sentence of denial without exception, `stated` in one with an exception or without denial, null where no sentence speaks of them. Direction −1 when the auditor resigned or declined, or a disagreement or reportable event is stated; otherwise 0.',
  history:
    'Aldhizer, Martin and Cotter (2009) find negative returns around resignations and around reports that name material weaknesses.',
  payload_schema: Type.Object(
    {
      former_auditor: nullableText('As written; null when the sentence does not name it.'),
      new_auditor: nullableText('As written; null when none is named as engaged.'),
      disagreement: nullableText('`denied` or `stated`; null when the item says neither.'),
      reportable_event: nullableText(
        '`denied` or `stated` (Item 304(a)(1)(v)); null when the item says neither.',
      ),
      letter_filed: Type.Boolean({
        description: 'Whether a letter of the former auditor is attached (Exhibit 16).',
      }),
    },
    { additionalProperties: false },
  ),
})

const DISMISSED =
  /\bdismiss(?:ed|al|ing|es)?\b|\b(?:terminat(?:ed|ion of|ing)) (?:its |the |their )?(?:\w+ ){0,3}(?:engagement|relationship|services|appointment)\b|\bwas replaced\b|\breplac(?:ed|ing) \p{Lu}/u
const RESIGNED = /\bresign(?:ed|ation|ing|s)?\b/i
const DECLINED =
  /\b(?:declin(?:ed|es|ing)|not|wish not|elected not) (?:to )?(?:stand|seek|be) (?:for )?(?:re-?(?:election|appointment|appointed)|as)\b|\bwill not (?:stand for|seek) re-?(?:election|appointment)\b/i
const ENGAGED =
  /\b(?:engag(?:ed|ement|ing)|appoint(?:ed|ment|ing)|retain(?:ed|ing)|select(?:ed|ion)|hired)\b/i
/** The decision of long ago that a report looks back on, or the letter of the former auditor. */
const ASIDE =
  /\b(?:disagreements?|reportable events?|consult(?:ed|ation)|letter addressed|copy of (?:the|this)|furnish)\b/i

/** Which auditor goes, how, and who comes. */
export const auditorChangeRule = defineExtractor({
  name: 'auditor_change',
  version: '1.0.0',
  signal_types: [auditorChange],
  applies: (formType) => CURRENT_REPORT.test(formType),
  needs: {},
  config: {},

  extract({ filing }) {
    const reading = readItem(filing, ['4.01', '4'])
    if (reading.status !== 'read') return reading.outcome
    const { item } = reading
    const going = goingOf(item)
    const coming = comingOf(item, going?.firm?.name ?? null)
    if (!going && !coming && item.sentences.length === 0) {
      return { status: 'insufficient_data', missing: ['item_text'], reason: 'item_text_not_found' }
    }
    const disagreement = saidOf(item, DISAGREEMENT, EVENT)
    const event = saidOf(item, EVENT, DISAGREEMENT)
    const value = going?.action ?? (coming ? 'engaged' : 'reported')
    const adverse =
      value === 'resigned' ||
      value === 'declined' ||
      disagreement?.said === 'stated' ||
      event?.said === 'stated'
    return {
      status: 'ok_found',
      findings: [
        {
          signal_type: 'auditor_change',
          subject: null,
          value,
          unit: 'label',
          direction: adverse ? -1 : 0,
          payload: {
            former_auditor: going?.firm ? fullFirmName(going.firm.name, item.words) : null,
            new_auditor: coming ? fullFirmName(coming.firm.name, item.words) : null,
            disagreement: disagreement?.said ?? null,
            reportable_event: event?.said ?? null,
            letter_filed: filing.documents.some(({ document_type }) => /^EX-16\b/.test(document_type)),
          },
          evidence: quotes(item, [
            going?.sentence ?? coming?.sentence ?? item.sentences[0],
            coming?.sentence,
            disagreement?.sentence,
            event?.sentence,
          ]),
          inputs: itemInputs(filing, item),
        },
      ],
    }
  },
})

interface Going {
  action: 'dismissed' | 'resigned' | 'declined'
  firm: AuditorName | null
  sentence: ItemSentence
}

function goingOf(item: ItemText): Going | null {
  let unnamed: Going | null = null
  for (const sentence of item.sentences) {
    const { text } = sentence
    if (ASIDE.test(text) && !/\bon [A-Z][a-z]+ \d/i.test(text.slice(0, 60))) continue
    const hits = (
      [
        ['declined', DECLINED],
        ['resigned', RESIGNED],
        ['dismissed', DISMISSED],
      ] as const
    ).flatMap(([action, pattern]) => {
      const match = pattern.exec(text)
      return match ? [{ action, at: match.index, words: match[0] }] : []
    })
    const hit = hits.toSorted((a, b) => a.at - b.at)[0]
    if (!hit) continue
    const firms = auditorNames(text)
    const firm =
      hit.action === 'dismissed'
        ? dismissedFirm(text, firms, hit.at)
        : (firms.filter(({ end }) => end <= hit.at).at(-1) ??
          firms.find(
            ({ start }) => start > hit.at && /\b(?:of|from) (?:its |our )?$/.test(text.slice(0, start)),
          ) ??
          null)
    if (firm) return { action: hit.action, firm, sentence }
    unnamed ??= { action: hit.action, firm: null, sentence }
  }
  return unnamed
}

/** "dismissed X", "the dismissal of X", "X was dismissed". */
function dismissedFirm(text: string, firms: readonly AuditorName[], at: number): AuditorName | null {
  const passive = /\b(?:was|were|been|be) (?:\w+ly )?$/.test(text.slice(0, at))
  if (passive) return firms.filter(({ end }) => end <= at).at(-1) ?? null
  return firms.find(({ start }) => start > at) ?? firms.filter(({ end }) => end <= at).at(-1) ?? null
}

function comingOf(
  item: ItemText,
  former: string | null,
): { firm: AuditorName; sentence: ItemSentence } | null {
  for (const sentence of item.sentences) {
    const { text } = sentence
    if (!ENGAGED.test(text)) continue
    if (
      /\b(?:has not|have not|not yet|prior to|neither|did not|has begun|is in the process|in the process)\b/i.test(
        text,
      )
    )
      continue
    const engaged = ENGAGED.exec(text)
    for (const firm of auditorNames(text)) {
      if (former !== null && sameFirm(firm.name, former)) continue
      const near = text.slice(Math.max(0, firm.start - 160), firm.start)
      const active =
        /\b(?:engag(?:ed|ement of|ing)|appoint(?:ed|ment of|ing)|retain(?:ed|ing)|select(?:ed|ion of)|hired)\b[^.]{0,80}$/i.test(
          near,
        )
      const passive =
        engaged !== null &&
        engaged.index > firm.end &&
        /^[^.]{0,60}\b(?:was|were|has been|been) (?:\w+ )?(?:engaged|appointed|retained|selected)\b/i.test(
          text.slice(firm.end),
        )
      // "resigned … as of the date X was appointed": the firm that goes can be the only one named.
      if (active || passive) return { firm, sentence }
    }
  }
  return null
}

const DISAGREEMENT = /\bdisagreements?\b/i
const EVENT = /\breportable events?\b|\b304\(a\)\(1\)\(v\)/i
const EXCEPTION = /\b(?:except|other than|with the exception)\b/i

function saidOf(
  item: ItemText,
  subject: RegExp,
  other: RegExp,
): { said: 'denied' | 'stated'; sentence: ItemSentence } | null {
  for (const sentence of item.sentences) {
    const { text } = sentence
    const match = subject.exec(text)
    if (!match) continue
    if (/\bwhether\b|\bany matter that was\b|\bconsult/i.test(text)) continue
    const before = text.slice(Math.max(0, match.index - 220), match.index)
    const rest = text.slice(match.index + match[0].length)
    // "no (a) disagreements or (b) reportable events, other than …": the exception is of what stands before it last.
    const own = rest.slice(0, other.exec(rest)?.index ?? rest.length)
    // "Except as described below, there were no …" leaves open of what.
    if (EXCEPTION.test(text.slice(0, match.index))) continue
    const denied =
      /\b(?:no|not|nor|neither|none|without|never)\b/i.test(before) ||
      /^\W*(?:\w+ ){0,4}(?:none|not occurred)\b/i.test(rest)
    if (denied) return { said: EXCEPTION.test(own) ? 'stated' : 'denied', sentence }
    if (/\b(?:there was|there were|had|constitut\w+|was a|were|is a|are|a)\b[^.]{0,60}$/i.test(before))
      return { said: 'stated', sentence }
  }
  return null
}
