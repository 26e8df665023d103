import type { ReadDocument } from '../filing-under-read.ts'
import { pairsIn, type ReadSentence, sentenceReader, wordsBefore, wordsFrom } from './sentence-reading.ts'

/**
 * What a sentence about substantial doubt says. `raised`: there is such doubt about the company. `alleviated`: there was, and plans
 * or events have removed it. `not_alleviated`: the plans do not remove it. `mentioned`: the words of an accounting standard, a
 * hypothetical, a denial, the past, or somebody else's doubt.
 */
export type DoubtStatement = 'raised' | 'alleviated' | 'not_alleviated' | 'mentioned'

export interface FoundStatement {
  statement: DoubtStatement
  document: ReadDocument
  sentence: ReadSentence
}

/** The words must stand this close, in UTF-16 units. */
export const NEAR = 400

/** Bounds the work on a text that says nothing but these words. */
const MAXIMUM_PLACES = 500

/** Sentences that speak of substantial doubt near the words going concern, in the order of the text. */
export function goingConcernStatements(document: ReadDocument): FoundStatement[] {
  const text = document.text?.text
  const reader = sentenceReader(document)
  if (text === undefined || reader === null) return []
  const concerns = placesOf(/going[\s-]{1,4}concern/gi, text)
  if (concerns.length === 0) return []
  const doubts = placesOf(/substantial\s{1,4}doubts?\b/gi, text).filter((doubt) =>
    concerns.some((concern) => Math.abs(concern - doubt) <= NEAR),
  )
  if (doubts.length === 0) return []
  // "This alleviated the doubt" needs neither of the words, but stands close to them.
  const reliefs = placesOf(/alleviat(?:e|es|ed|ing)\b|no\s{1,4}longer\b/gi, text).filter((relief) =>
    doubts.some((doubt) => Math.abs(relief - doubt) <= NEAR),
  )
  const seen = new Set<number>()
  const found: FoundStatement[] = []
  for (const place of [...doubts, ...reliefs].sort((a, b) => a - b)) {
    const sentence = reader.at(place)
    if (!sentence || seen.has(sentence.number)) continue
    seen.add(sentence.number)
    const said = statementOf(sentence.words)
    const statement = said !== null && describesStandard(sentence, document) ? 'mentioned' : said
    if (statement) found.push({ statement, document, sentence })
  }
  return found
}

/** Whether a sentence without a word for the company stands in a paragraph about an accounting standard. */
function describesStandard({ start, words }: ReadSentence, { text }: ReadDocument): boolean {
  if (words.some((word) => OURS.has(word))) return false
  const block = text?.blocks.find((each) => each.start <= start && start < each.end)
  if (!text || !block) return false
  const around = text.text.slice(
    Math.max(block.start, start - PARAGRAPH),
    Math.min(block.end, start + PARAGRAPH),
  )
  return /\b(?:FASB|ASU|Accounting Standards Update)\b/.test(around)
}

/** No paragraph of a real text is longer. */
const PARAGRAPH = 4_000

const OURS = new Set(
  "we our us its company company's registrant partnership trust fund corporation bank firm".split(' '),
)

function placesOf(pattern: RegExp, text: string): number[] {
  const places: number[] = []
  for (const match of text.matchAll(pattern)) {
    places.push(match.index)
    if (places.length === MAXIMUM_PLACES) break
  }
  return places
}

const RELIEF =
  /^(?:alleviate|alleviates|alleviated|alleviating|mitigated|mitigates|overcome|overcame|resolved|eliminated|removed)$/
const DENIES_RELIEF = / (?:not|cannot|unable|insufficient|inadequate|neither|nor|fail|fails|failed) /
const SUPPOSES =
  / (?:could|may|might|would|should|whether|if|unless|until|potentially|can|assurance|assurances|event|when|once|only|intend|intends|intended|designed|attempt|attempting|order) /
const ABLE = / (?:sufficient|sufficiently|adequate|able|enough|probable|will|effectively|successfully) /
const OTHERS =
  / (?:customers?|borrowers?|tenants?|partners?|investees?|suppliers?|vendors?|lessees?|counterpart(?:y|ies)|issuers?|obligors?|debtors?|licensees?|third)(?:'s|')? /

/** What the words of one sentence say; null for a sentence about something else. */
export function statementOf(words: readonly string[]): DoubtStatement | null {
  const relief = reliefIn(words)
  if (relief === 'alleviated' || relief === 'not_alleviated') return relief
  const doubts = pairsIn(words, 'substantial', ['doubt', 'doubts'])
  if (doubts.length === 0) return null
  const said = doubts.map((at) => doubtAt(words, at))
  return said.includes('alleviated') ? 'alleviated' : said.includes('raised') ? 'raised' : 'mentioned'
}

/** Whether the sentence says that doubt was removed, that it was not, or only what somebody plans. */
function reliefIn(words: readonly string[]): DoubtStatement | null {
  if (!words.includes('doubt') && !words.includes('doubts')) return null
  if (speaksOfStandard(words)) return null
  for (const [at, word] of words.entries()) {
    if (!RELIEF.test(word)) continue
    const near = wordsBefore(words, at, 7)
    if (words[0] === 'if') return 'mentioned'
    if (DENIES_RELIEF.test(near)) return 'not_alleviated'
    if (/ not /.test(wordsFrom(words, at, 3))) return 'not_alleviated'
    if (SUPPOSES.test(near)) continue
    // "Plans to alleviate" are plans; "sufficient to alleviate" is relief.
    if (/^(?:alleviate|overcome)$/.test(word) && words[at - 1] === 'to' && !ABLE.test(near)) continue
    if (/^(?:alleviating|mitigates)$/.test(word) && !ABLE.test(near)) continue
    // Other things than doubt are removed, resolved and overcome.
    if (
      !word.startsWith('alleviat') &&
      !/ doubts? /.test(wordsBefore(words, at, 12) + wordsFrom(words, at + 1, 5))
    ) {
      continue
    }
    return 'alleviated'
  }
  return null
}

function doubtAt(words: readonly string[], at: number): DoubtStatement {
  if (speaksOfStandard(words)) return 'mentioned'
  // There is always "no assurance".
  const close = wordsBefore(words, at, 4).replace(/ no (?:assurances?|certainty|guarantee) /, ' ')
  const behind = wordsFrom(words, at + 2, 24)
  if (/ no longer /.test(close) || / no longer (?:exist|exists|existed|present|applies) /.test(behind))
    return 'alleviated'
  if (/ (?:no|not|never|without|neither|nor) /.test(close) || words[at - 1] === 'any') return 'mentioned'
  if (/ (?:(?:does|do|did) not exist|(?:is|was|were|are|been) not (?:been )?raised) /.test(behind))
    return 'mentioned'
  const before = wordsBefore(words, at, 14)
  if (/ no (?:conditions?|events?|circumstances?|facts?|factors?|matters?|known) /.test(before))
    return 'mentioned'
  if (OTHERS.test(wordsFrom(words, at + 2, 7))) return 'mentioned'
  if (/ (?:remains|continues to exist|still exists) /.test(behind) && !/ (?:whether|if) /.test(close))
    return 'raised'
  if (supposed(words, at)) return 'mentioned'
  if (/ (?:previously|formerly|had) /.test(wordsBefore(words, at, 6))) return 'mentioned'
  if (
    / (?:raises?|raised|raising|casts?|expresse[sd]|expressing|creates?|created|creating|is|are|was|were|be|been|has|have|indicates?|indicating|exists?|gives?|rise|throws?|places?|puts?|contains?|contained|includes?|included|including|stating|states|stated|describes?|concluded|believes?|leads?|resulting|results|result|regarding|disclosure|disclosing|about|auditor's|in|to|the|this|such) /.test(
      close,
    ) ||
    / (?:exists?|existed|remains?|continues?) /.test(behind)
  ) {
    return 'raised'
  }
  return 'mentioned'
}

/** Whether the doubt depends on something that did not happen yet, or is only looked for. */
function supposed(words: readonly string[], at: number): boolean {
  const decided = Math.max(
    ...['concluded', 'determined', 'expressed', 'stating', 'states'].map((word) =>
      words.lastIndexOf(word, at),
    ),
  )
  const window = words.slice(Math.max(0, at - 9, decided + 1), at)
  if (
    / (?:could|may|might|would|should|whether|if|unless|until|potentially|can|seek|avoid) /.test(
      ` ${window.join(' ')} `,
    )
  ) {
    return true
  }
  // "… evaluated whether there are conditions, considered in the aggregate, that raise …"
  if (words.slice(Math.max(0, at - 24, decided + 1), at).includes('whether')) return true
  // "If we fail to …, there will be substantial doubt": the condition stands far in front.
  const opens = words.slice(0, 3)
  return decided < 0 && (opens.includes('if') || opens.includes('unless') || opens.includes('should'))
}

/** Sentences that repeat what the standards ask of every company, or of every auditor. */
function speaksOfStandard(words: readonly string[]): boolean {
  const all = ` ${words.join(' ')} `
  if (/ entity's | entities | an entity | responsibilit(?:y|ies) | our judgment | footnotes must /.test(all))
    return true
  if (!/ (?:asu|fasb|standards?|guidance|pronouncement|asc|codification|update) /.test(all)) return false
  // A company says which standard it follows when it states what it found by it.
  return (
    !/ (?:concluded|determined|identified|raise|raises|raised|alleviate|alleviated|exists) /.test(all) ||
    / requires? | required /.test(all)
  )
}
