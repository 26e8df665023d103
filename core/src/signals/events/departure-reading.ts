import type { ItemSentence } from './item-reading.ts'
import { type PersonName, personNames } from './person-name.ts'
import { daysBetween, writtenDates } from './written-date.ts'

/** How somebody leaves, in the words of the report. */
export const DEPARTURES = [
  'resigned',
  'retired',
  'stepped_down',
  'terminated',
  'removed',
  'not_standing_for_reelection',
  'died',
  'left',
] as const
export type Departure = (typeof DEPARTURES)[number]

export interface ReadDeparture {
  person: string
  surname: string
  departure: Departure
  officer: boolean
  director: boolean
  /** Offices the person leaves or holds, as written. */
  roles: string[]
  /** When it was told to the company, where a date begins the sentence. */
  notice_date: string | null
  effective_date: string | null
  immediately: boolean
  previously_reported: boolean
  sentences: ItemSentence[]
}

const VERB =
  '(?:resign(?:ed|ing)?|retir(?:e|ed|ing)|step(?:ped|ping)? down|depart(?:ed|ing)?|leave|leaving|left|relinquish(?:ed|ing)?|transition(?:ed|ing)?(?: out)? from|ceas(?:e|ed|ing) (?:to (?:serve|be)|serving|being))'
const REELECTION =
  'not (?:to )?(?:be )?(?:stand(?:ing)?|run(?:ning)?|seek(?:ing)?)(?: for)? (?:re-? ?election|re-? ?nomination)'

/** Words that say that somebody goes. What stands before them is looked at for who it is. */
const TRIGGERS: { pattern: RegExp; object?: true }[] = [
  // "resigned", "has retired", "will step down", "of his decision to resign", "that she is resigning".
  {
    pattern: new RegExp(
      `\\b(?:(?:has|have|had|was|were|is|are|will|would|shall|will be|would be|also|voluntarily|agreed to|decided to|elected to|chosen to|intends? to|intended to|plans? to|planned to|(?:decision|intention|intent|desire|plans?|notice|election|wish|request) (?:to|that (?:he|she|they) (?:will|would))|expected to|scheduled to) )?(?:also |voluntarily |formally )?${VERB}\\b`,
      'gi',
    ),
  },
  {
    pattern:
      /\b(?:tendered|submitted|delivered|gave|given|provided|announced|communicated|notified [^,;]{1,60} of|informed [^,;]{1,60} of|advised [^,;]{1,60} of) (?:a|an|the|their|his|her|(?:written )?notice of|(?:a )?letter of)(?: (?:or her|formal|written|intended|planned|upcoming|pending|immediate|own|his|her|their)){0,3} ?(?:resignation|retirement|departure|resignations|retirements)\b/gi,
  },
  { pattern: new RegExp(`\\b${REELECTION}\\b`, 'gi') },
  { pattern: /\b(?:was|were|has been|had been) (?:\w+ly )?(?:terminated|dismissed|removed|relieved)\b/gi },
  { pattern: /\b(?:passed away|died)\b/gi },
  {
    pattern:
      /\bemployment (?:with|by|at) [^,;]{1,60}? (?:was terminated|has been terminated|had been terminated|will be terminated|will (?:end|terminate|cease)|terminated|ended|ceased)\b/gi,
  },
  // "the departure of Jane Roe": the name stands behind.
  {
    pattern:
      /\b(?:resignation|retirement|departure|termination|removal|dismissal|death|passing|resignations|departures)(?: as [^,;.]{1,60})? of (?:each of |both )?(?=(?:Mr|Mrs|Ms|Dr|Messrs)?\.? ?\p{Lu})/gu,
    object: true,
  },
  // "the Board removed Jane Roe", "terminated the employment of Mr. Roe".
  {
    pattern:
      /\b(?:removed|dismissed|terminated)(?: the employment of)? (?=(?:Mr|Mrs|Ms|Dr|Messrs)?\.? ?\p{Lu})/gu,
    object: true,
  },
]

/** Between a person and the words, these make it a condition, a right, or somebody else's deed. */
const HYPOTHETICAL =
  /\b(?:if|unless|until|in the event|in case|upon (?:his|her|their|a|any|such|termination)|may|might|could|right to|entitled|eligible|provided that|prior to|other than|should (?:he|she|they|mr|ms)|from which|vest(?:s|ed|ing)?|award(?:s|ed)?|forfeit\w*)\b/i
const OTHERS_DEED =
  /\b(?:appointed|elected|named|promoted|hired|succe\w+|replac\w+|to fill|vacancy|acquired)\b/i
const HYPOTHETICAL_OBJECT =
  /\b(?:event of|upon|if|after a|following a|case of|prior to|other than|any|such|or) (?:the |a |any |his |her )?$/i

const OUR =
  /\b(?:the (?:Company|Board|Registrant|Corporation|Bank|Trust|Partnership|Firm|Issuer)|our|us|board of directors|Board|registrant)\b/
/** Where a report says that a name is its own: `Acme, Inc. (the “Company”)`. */
const OURS_DEFINED = /["“](?:Company|Registrant|Corporation|Bank|Firm|Board)["”,]/
const OFFICER =
  /\b(?:chief|president|vice president|treasurer|secretary|controller|comptroller|general counsel|officer|principal (?:executive|financial|accounting|operating)|CEO|CFO|COO|CTO|CIO|CLO|CMO|EVP|SVP|executive chair\w*|head of|general manager|managing director)\b/i
const DIRECTOR =
  /\b(?:(?<!managing )(?<!executive )director(?:s|ship)?(?! of (?:finance|sales|marketing|operations|engineering|human|research|accounting|investor|business|corporate))|board|(?<!executive )(?<!vice )chair(?:man|woman|person)?|trustee)\b/i

const ROLE =
  /\b(?:(?:Interim|Acting|Co-|Executive|Senior|Group|Corporate|Global|Deputy|Assistant|Associate|First|Principal|Lead|Independent|Non-Executive|Non-executive|Regional|Division) ?){0,4}(?:Chief(?: (?:[A-Z][a-z]+|and|&)){1,4} Officer|Chief Executive|Chief of Staff|Vice President|President|Vice Chair(?:man|woman|person)?|Chair(?:man|woman|person)?|Treasurer|Secretary|Controller|Comptroller|General Counsel|(?:Executive|Financial|Accounting|Operating) Officer|Managing Director|General Manager|CEO|CFO|COO|CTO|CIO|Director|director)\b/gi

const IMMEDIATELY =
  /\beffective immediately|with immediate effect|immediately effective|effective upon (?:receipt|delivery|notice)\b/i
const PREVIOUSLY = /\bas (?:previously )?(?:reported|announced|disclosed)\b/i

/**
 * Who leaves, according to the sentences of an item. Only what a sentence says outright counts: conditions, rights under an
 * agreement and what people did at other companies do not. A person is listed once.
 */
export function readDepartures(
  sentences: readonly ItemSentence[],
  context: { company: ReadonlySet<string>; reported: string | null; context: string },
): ReadDeparture[] {
  const named = sentences.map((sentence) => personNames(sentence.text, context.company))
  const full = new Map<string, Set<string>>()
  for (const name of [...named.flat(), ...personNames(context.context, context.company)]) {
    if (name.surname_only) continue
    const known = full.get(name.surname) ?? new Set()
    full.set(name.surname, known.add(name.name))
  }
  const fullName = (name: PersonName) => {
    if (!name.surname_only) return name.name
    const known = [...(full.get(name.surname) ?? [])]
    // "J. Roe" and "Jane Roe" are one person when nobody else has the name; of two spellings the longer is taken.
    const initials = new Set(known.map((one) => one[0]))
    return initials.size === 1 ? (known.toSorted((a, b) => b.length - a.length)[0] ?? name.name) : name.name
  }

  const found = new Map<string, ReadDeparture>()
  sentences.forEach((sentence, index) => {
    for (const hit of hitsOf(sentence.text, named[index] ?? [])) {
      for (const name of hit.names) {
        const read = departureOf(sentence, hit, name, context, named[index] ?? [])
        if (!read) continue
        const person = fullName(name)
        const key = `${person[0]} ${name.surname}`.toLowerCase()
        const known = found.get(key)
        if (known) merge(known, read, sentence, hit.object)
        else found.set(key, { ...read, person, surname: name.surname, sentences: [sentence] })
      }
    }
  })
  for (const departure of found.values()) completeDates(departure, sentences)
  return [...found.values()]
}

interface Hit {
  words: string
  start: number
  end: number
  names: PersonName[]
  object: boolean
}

function hitsOf(text: string, names: readonly PersonName[]): Hit[] {
  const hits: Hit[] = []
  for (const { pattern, object } of TRIGGERS) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index
      const end = start + match[0].length
      if (hits.some((hit) => start < hit.end && end > hit.start)) continue
      const own = object ? namesBehind(text, names, end) : namesBefore(text, names, start)
      if (own.length === 0) continue
      if (object && HYPOTHETICAL_OBJECT.test(text.slice(Math.max(0, start - 40), start))) continue
      // "the termination of Mr. Roe’s employment agreement" ends a paper, perhaps not a service.
      if (
        object &&
        /^[’']s\b(?! employment\b(?! (?:agreement|contract|letter)))/.test(text.slice(own.at(-1)?.end ?? end))
      )
        continue
      hits.push({ words: match[0].toLowerCase(), start, end, names: own, object: object === true })
    }
  }
  return hits.sort((a, b) => a.start - b.start)
}

/** The person, or the list of persons, whose sentence it is: the nearest before the words with nothing between that takes it away. */
function namesBefore(text: string, names: readonly PersonName[], at: number): PersonName[] {
  const before = names.filter(({ end }) => end <= at)
  const last = before.at(-1)
  if (!last) return []
  const gap = text.slice(last.end, at)
  if (gap.length > 450 || HYPOTHETICAL.test(gap)) return []
  // "Jane Roe, who was appointed in 2019, will resign": what stands between commas behind "who" is about the past.
  const main = gap.replace(/, (?:who|which) [^,]{1,200}(?=,)/g, '').replace(/, (?:age )?\d{2}(?=,)/g, '')
  if (OTHERS_DEED.test(main)) return []
  // The verb of another sentence after a semicolon is not this person's.
  if (/; /.test(main)) return []
  // "Mr. Roe’s letter of resignation", "a successor to Mr. Roe has left": possessives and objects are no subjects.
  if (
    /\b(?:if|in the event(?: that)?|upon|should|case|unless|while|whether) (?:Mr\. |Ms\. |Mrs\. |Dr\. )?$/i.test(
      text.slice(0, last.start).slice(-40),
    )
  )
    return []
  if (/ (?:is|are|be) /.test(text.slice(at, at + 70)) && /^employment\b/i.test(text.slice(at, at + 12)))
    return []
  const employment = /^employment\b/i.test(text.slice(at, at + 12))
  if (/^[’']s?\b/.test(gap) !== employment && (employment || /^[’']/.test(gap))) return []
  if (/\bbetween\b[^,;]{0,80}\band (?:Mr\. |Ms\. |Mrs\. |Dr\. )?$/.test(text.slice(0, last.start))) return []
  if (
    /\b(?:with|between|to|replacing|succeed|succeeding|for|of) (?:Mr\. |Ms\. |Mrs\. |Dr\. )?$/.test(
      text.slice(0, last.start).slice(-30),
    )
  ) {
    const announced = /^, [^.]{0,300}\b(?:that|informed|notified|advised|announced)\b|^ ?,? who /.test(gap)
    if (!announced) return []
  }
  const list = [last]
  for (let index = before.length - 2; index >= 0; index--) {
    const name = before[index] as PersonName
    const between = text.slice(name.end, (list[0] as PersonName).start)
    const joined = list.length === 1 ? /^,? and $/ : /^, (?:and )?$/
    if (!joined.test(between)) break
    list.unshift(name)
  }
  return list
}

function namesBehind(text: string, names: readonly PersonName[], at: number): PersonName[] {
  const behind = names.filter(({ start }) => start >= at - 1)
  const first = behind[0]
  if (!first || first.start > at + 1) return []
  const list = [first]
  for (const name of behind.slice(1)) {
    if (!/^(?:,|,? and) $/.test(text.slice(list.at(-1)?.end, name.start))) break
    list.push(name)
  }
  return list
}

function departureOf(
  sentence: ItemSentence,
  hit: Hit,
  name: PersonName,
  { reported, company }: { reported: string | null; company: ReadonlySet<string> },
  names: readonly PersonName[],
): Omit<ReadDeparture, 'person' | 'surname' | 'sentences'> | null {
  const { text } = sentence
  const departure = kindOf(hit.words)
  const before = `${officeBefore(text, name.start)} ${text.slice(hit.object ? hit.start : name.end, hit.start)}`
  const from = hit.object ? (hit.names.at(-1)?.end ?? hit.end) : hit.end
  const behind = clauseBehind(text.slice(0, nextPerson(text, names, from)), from)
  const dates = writtenDates(text)
  const ours = OUR.test(text) || mentionsCompany(text, company)
  const near = (date: string) => reported === null || daysBetween(date, reported) <= 400
  // A career told of a new director is full of resignations elsewhere, years ago.
  if (!ours && !dates.some(({ date }) => near(date))) return null
  if (dates.length > 0 && !dates.some(({ date }) => near(date))) return null
  // "retired from General Motors in 2015": another company's, or long ago.
  const elsewhere =
    /^ (?:from|as [^,;]{1,60}? of) (?!(?:the|our|his|her|its|their)\b)([A-Z][^,;]{2,60})/.exec(behind)?.[1]
  if (elsewhere && !OURS_DEFINED.test(behind) && !OUR.test(elsewhere) && !mentionsCompany(elsewhere, company))
    return null
  const year = /\bin (?:[A-Z][a-z]+ )?((?:19|20)\d\d)\b/.exec(behind)?.[1]
  if (year && Number(year) < Number((reported ?? '9999').slice(0, 4)) - 1) return null
  if (/\b(?:served|worked|career)\b/.test(before) && !/\bwho (?:has|had) served\b/.test(before)) return null
  if (departure === 'left' && /^leav|^left/.test(hit.words) && !/^ (?:the|our|his|her)\b/.test(behind))
    return null
  if (
    /\bretir/.test(hit.words) &&
    /\bas (?:a )?partner\b|\bfrom the (?:U\.S\.|United States|Army|Navy|Air)/.test(behind)
  )
    return null

  const leaves = /\b(?:from|as|of) [^;]{0,220}/.exec(behind)?.[0] ?? ''
  const said = OFFICER.test(leaves) || DIRECTOR.test(leaves)
  const basis = said ? leaves : hit.object ? `${behind}` : `${before} ${behind}`
  const standing = departure === 'not_standing_for_reelection'
  const officer = !standing && OFFICER.test(basis.replace(/\breporting to [^,;]{1,80}/g, ''))
  const director = standing || DIRECTOR.test(withoutAddressee(basis))
  const employment =
    !officer &&
    !director &&
    /\b(?:from|leave|left|leaving|with) (?:the Company|the Firm|the Registrant|employment|active employment)\b|employment/i.test(
      `${hit.words}${behind}`,
    )
  const appositive = hit.object ? behind : before
  const roles = rolesIn(said ? leaves : appositive)
  return {
    departure,
    officer: officer || employment,
    director,
    roles: roles.length > 0 ? roles : rolesIn(appositive),
    notice_date: noticeDate(text, name, hit),
    effective_date: effectiveDate(behind) ?? leadingEffectiveDate(text),
    immediately: IMMEDIATELY.test(text),
    previously_reported: PREVIOUSLY.test(text),
  }
}

function kindOf(words: string): Departure {
  if (/re-? ?election|re-? ?nomination/.test(words)) return 'not_standing_for_reelection'
  if (/resign/.test(words)) return 'resigned'
  if (/retir/.test(words)) return 'retired'
  if (/\bdied|passed away|death|passing/.test(words)) return 'died'
  if (/remov|reliev/.test(words)) return 'removed'
  // "His employment terminated on May 3" leaves open who ended it.
  if (/\b(?:was|were|been) (?:\w+ )?(?:terminat|dismiss)|^(?:terminat|dismiss)/.test(words))
    return 'terminated'
  if (/step|relinquish|transition|ceas/.test(words)) return 'stepped_down'
  return 'left'
}

/** What follows the words and still belongs to them: to the next semicolon, or to what another person does. */
function clauseBehind(text: string, from: number): string {
  const rest = text.slice(from, from + 500)
  const cut = rest.search(
    /; |, and (?:that )?(?:Mr|Ms|Mrs|Dr)\.|, (?:replacing|to succeed|succeeding)\b| to (?:become|join|serve as|assume|pursue|succeed|transition to|(?:the (?:role|position) of )?[A-Z])|, following\b|, after which|\band (?:\w+ ){0,3}(?:will be succeeded|appointed|elected)\b/,
  )
  return cut === -1 ? rest : rest.slice(0, cut)
}

/** Where the next person comes in, whose offices are not this one's. */
function nextPerson(text: string, names: readonly PersonName[], from: number): number {
  return (
    names.find(({ start, honorific, surname_only }) => start > from && !(honorific && surname_only))?.start ??
    text.length
  )
}

/** "Chief Financial Officer Luca Maestri": the office in front of the name. */
function officeBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - 80), start).replace(/^.*\b(?:that|announced)\b/, '')
  // "its Founder and Chairman, Jane Roe": a comma between office and name.
  const lead = /\b(?:our|its|current|former|then|[’']s) [^,]{2,60}, $/.test(before)
    ? before.slice(0, -2)
    : before
  return /(?:[,(]|\bof\b|\bby\b|^)([^,(]{0,70})$/.exec(lead)?.[1] ?? ''
}

/** "notified the Board of Directors that he will resign as Treasurer" is about the Board only as the one who is told. */
function withoutAddressee(text: string): string {
  return text
    .replace(
      /\b(?:notified|informed|advised|told|announced to|provided notice to)\b[^,;]{1,120}?\b(?:that|of)\b(?! directors)/gi,
      '',
    )
    .replace(/\b(?:by|with|to) the Board(?: of Directors)?\b/gi, '')
}

function rolesIn(text: string): string[] {
  const roles = [...text.matchAll(ROLE)].map(([role]) => role.trim())
  const board =
    /\b(?:member of (?:the|our|its)(?: [\w’']+)? Board(?: of Directors)?|from (?:the|our|its)(?: \w+[’']?s?)? Board(?: of Directors)?)\b/i.exec(
      text,
    )
  if (board && !roles.some((role) => /^director$/i.test(role))) roles.push('Director')
  return [...new Set(roles.map((role) => (/^director$/i.test(role) ? 'Director' : role)))].slice(0, 6)
}

/**
 * The day on which the company heard of it: a date that begins the sentence and is followed by the person, or by the company
 * as the one that is told. The day of an announcement is not that.
 */
function noticeDate(text: string, name: PersonName, hit: Hit): string | null {
  const first = writtenDates(text.slice(0, name.start))[0]
  if (!first || hit.object || !/(?:^|\) ?)On $/.test(text.slice(0, first.start))) return null
  const between = text.slice(first.end, name.start)
  const told = /\b(?:was|were) (?:informed|notified|advised) by\b|\breceived\b/.test(between)
  const joined =
    hit.names[0] && name.start > hit.names[0].start ? text.slice(first.end, hit.names[0].start) : between
  return told || /^,? ?(?:[a-z ]{0,20})$|^, (?:[A-Z][\w.()]*[ ,]*){0,6}$/.test(joined) ? first.date : null
}

/** "Effective May 6, 2008, Charles Berger resigned". */
function leadingEffectiveDate(text: string): string | null {
  const first = writtenDates(text)[0]
  return first && /^(?:\([a-z]\) ?)*Effective(?: as of| on)? $/.test(text.slice(0, first.start))
    ? first.date
    : null
}

/** A date that says when: "effective July 31", "as of", "on". Dates of papers and meetings are none. */
function effectiveDate(clause: string): string | null {
  for (const { date, start } of writtenDates(clause)) {
    const lead = clause.slice(Math.max(0, start - 30), start)
    if (
      /\b(?:effective(?: as of| on)?|as of|on|on or about|until) $/i.test(lead) &&
      !/dated|filed|reported|announced|held|meeting/i.test(lead)
    ) {
      return date
    }
  }
  return null
}

function mentionsCompany(text: string, company: ReadonlySet<string>): boolean {
  const first = [...company].find(
    (word) =>
      word.length > 3 &&
      !/^(?:corp|corporation|company|inc|the|group|holdings|international|technologies)$/.test(word),
  )
  return first !== undefined && text.toLowerCase().includes(first)
}

function merge(
  known: ReadDeparture,
  read: Omit<ReadDeparture, 'person' | 'surname' | 'sentences'>,
  sentence: ItemSentence,
  object: boolean,
) {
  known.officer ||= read.officer && !known.director
  known.director ||= read.director && !known.officer
  if (!object) known.effective_date ??= read.effective_date
  known.notice_date ??= read.notice_date
  if (known.roles.length === 0) known.roles = read.roles
  if (known.sentences.length < 3 && !known.sentences.includes(sentence)) known.sentences.push(sentence)
}

/** "His resignation will become effective on June 18": said in a sentence of its own behind the first. */
function completeDates(departure: ReadDeparture, sentences: readonly ItemSentence[]) {
  if (departure.effective_date !== null) return
  const at = sentences.indexOf(departure.sentences[0] as ItemSentence)
  for (const sentence of sentences.slice(at + 1, at + 3)) {
    const own = new RegExp(
      `(?:\\b(?:His|Her|The|Such)|${escaped(departure.surname)}[’']s) (?:resignation|retirement|departure|termination)\\b`,
    )
    if (!own.test(sentence.text)) continue
    if (/effective immediately|is effective as of|effective|will be|take effect/i.test(sentence.text)) {
      departure.effective_date = effectiveDate(sentence.text)
      departure.immediately ||= IMMEDIATELY.test(sentence.text)
      if (departure.effective_date !== null || departure.immediately) departure.sentences.push(sentence)
    }
    return
  }
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
