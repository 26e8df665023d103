import { type TSchema, Type } from 'typebox'
import { type DeterministicExtractor, defineExtractor } from '../extractor.ts'
import type { FilingUnderRead } from '../filing-under-read.ts'
import type { SignalType } from '../signal.ts'
import { type ItemSentence, type ItemText, itemInputs, quotes, readItem } from './item-reading.ts'
import { itemSignal } from './item-signal.ts'
import { CURRENT_REPORT } from './reported-items.ts'
import { oneAmountOrRange } from './written-amount.ts'
import { writtenDates } from './written-date.ts'

/** What the sentences of an item say. Null: nothing in them speaks of the event. */
interface Answer {
  value: string | boolean
  direction: -1 | 0 | 1
  payload: Record<string, unknown> | null
  sentences: (ItemSentence | undefined)[]
}

function itemRule(
  name: string,
  type: SignalType,
  codes: readonly string[],
  answer: (item: ItemText, filing: FilingUnderRead) => Answer | null,
): DeterministicExtractor {
  return defineExtractor({
    name,
    version: '1.0.0',
    signal_types: [type],
    applies: (formType) => CURRENT_REPORT.test(formType),
    needs: {},
    config: {},
    extract({ filing }) {
      const reading = readItem(filing, codes)
      if (reading.status !== 'read') return reading.outcome
      const { item } = reading
      const said = item.sentences.length > 0 ? answer(item, filing) : null
      if (!said)
        return { status: 'insufficient_data', missing: ['sentence_of_the_event'], reason: 'no_such_sentence' }
      const { value, direction, payload, sentences } = said
      return {
        status: 'ok_found',
        findings: [
          {
            signal_type: type.signal_type,
            subject: null,
            value,
            unit: type.unit,
            direction,
            payload,
            evidence: quotes(item, sentences),
            inputs: itemInputs(filing, item),
          },
        ],
      }
    },
  })
}

const object = (properties: Record<string, TSchema>) =>
  Type.Object(properties, { additionalProperties: false })
const text = (description: string) => Type.Union([Type.String(), Type.Null()], { description })
const number = (description: string) => Type.Union([Type.Number(), Type.Null()], { description })

const first = (item: ItemText, pattern: RegExp) =>
  item.sentences.find((sentence) => pattern.test(sentence.text))

/** Amounts of the sentences with these words, when they agree on one figure or one range. */
function amountIn(
  item: ItemText,
  words: RegExp,
): { low: number; high: number; sentence: ItemSentence } | null {
  const found = item.sentences.flatMap((sentence) => {
    if (!words.test(sentence.text)) return []
    const amount = oneAmountOrRange(sentence.text)
    return amount ? [{ ...amount, sentence }] : []
  })
  const [only] = found
  return only && found.every(({ low, high }) => low === only.low && high === only.high) ? only : null
}

/**
 * The date with which a sentence begins, when it is the date of what the sentence tells: "On May 3, 2024, the Company received
 * a notice". The day of an announcement is not that.
 */
function dateOf(sentence: ItemSentence | undefined, deed: RegExp): string | null {
  const date = sentence && writtenDates(sentence.text)[0]
  if (!sentence || !date) return null
  const lead = sentence.text.slice(0, date.start)
  if (!/^(?:\([a-z0-9]\) ?)*(?:On|Effective|Effective as of|As of|Effective on) $/.test(lead)) return null
  const told = sentence.text.slice(date.end)
  const at = told.search(deed)
  return at === -1 || /\bannounc\w+|\bpress release\b/i.test(told.slice(0, at)) ? null : date.date
}

const RANSOM = /\bransom/i
const MATERIAL_NOT =
  /\b(?:not|no|nor)\b[^.]{0,120}\bmaterial(?:ly)?\b[^.]{0,60}\b(?:impact|effect|adverse|affect\w*)\b|\b(?:not|no)\b[^.]{0,40}\b(?:impact|effect|affect\w*)\b[^.]{0,60}\bmaterial/i
const MATERIAL_UNKNOWN =
  /\b(?:not yet|has not|have not|unable to|continu\w+ to|still)\b[^.]{0,80}\b(?:determin\w+|assess\w*|evaluat\w*|known|estimat\w+)\b|\breasonably likely\b[^.]{0,60}\bhas not\b/i

const cyberIncident = itemRule(
  'cyber_incident',
  itemSignal({
    signal_type: 'cyber_incident',
    title: 'Material cybersecurity incident',
    description:
      'The company reports a cybersecurity incident in Item 1.05, which is for incidents it found to be material. (Incidents it did not find material are reported under Item 8.01 or 7.01 and are not counted.) `payload.impact` says how the item speaks of the effect on the company.',
    source: 'Form 8-K, Item 1.05 (since 18 December 2023); SEC release 33-11216',
    formula:
      'The report has Item 1.05 with a sentence on an incident, unauthorised access or attack. Direction −1.',
    covers_from: '2023-12-18',
    payload_schema: object({
      incident_date: text(
        'The day on which the incident was detected, identified or determined to be material, when the sentence begins with it, `YYYY-MM-DD`.',
      ),
      ransomware: Type.Boolean({ description: 'Whether the item speaks of ransom.' }),
      impact: text('`not_material`, `not_determined` or null, by the sentences on the effect.'),
    }),
  }),
  ['1.05'],
  (item) => {
    const incident = first(
      item,
      /\b(?:incident|unauthori[sz]ed|cyber\w*|breach|attack|threat actor|ransomware)\b/i,
    )
    if (!incident) return null
    const unknown = first(item, MATERIAL_UNKNOWN)
    const not = first(item, MATERIAL_NOT)
    const ransom = first(item, RANSOM)
    return {
      value: true,
      direction: -1,
      payload: {
        incident_date: dateOf(
          incident,
          /\b(?:detect|identif|discover|became aware|learn|experienc|determin)\w*/i,
        ),
        ransomware: ransom !== undefined,
        impact: unknown ? 'not_determined' : not ? 'not_material' : null,
      },
      sentences: [incident, ransom, unknown ?? not],
    }
  },
)

const PROCEEDINGS = ['chapter_11', 'chapter_7', 'chapter_15', 'receivership', 'other_proceeding'] as const

const bankruptcy = itemRule(
  'bankruptcy',
  itemSignal({
    signal_type: 'bankruptcy',
    title: 'Bankruptcy or receivership',
    description:
      'The company or its parent is in bankruptcy or receivership (Item 1.03; Item 3 before 23 August 2004). The value tells the proceeding. A report of a later step, such as the confirmation of a plan, says so in `payload.stage`. Companies also report proceedings of subsidiaries here: `payload.subsidiary_only` is true when the sentence names a subsidiary and not the company.',
    labels: PROCEEDINGS,
    source: 'Form 8-K, Item 1.03',
    formula:
      'The first sentence of the item on a petition, a plan, a receiver or a trustee; the proceeding by its chapter, else receivership, else other. Direction −1, also for a plan that ends it: holders of the stock seldom gain.',
    payload_schema: object({
      stage: Type.String({ description: '`petition`, `plan_confirmed`, `emergence` or `other`.' }),
      event_date: text('The day of the event, when the sentence begins with it, `YYYY-MM-DD`.'),
      subsidiary_only: Type.Union([Type.Boolean(), Type.Null()], {
        description: 'Null when the sentence leaves it open.',
      }),
    }),
  }),
  ['1.03', '3'],
  (item) => {
    const event = first(
      item,
      /\b(?:chapter (?:7|11|13|15)\b|bankruptcy|petition|receiver(?:ship)?\b|trustee|insolven\w+|liquidat\w+|plan of reorgani[sz]ation|assignment for the benefit|SIPC)/i,
    )
    if (!event) return null
    const chapter = /\bchapter (7|11|15)\b/i.exec(item.words)?.[1]
    const confirmed = first(
      item,
      /\b(?:confirm(?:ed|ing|ation)) (?:of )?[^.]{0,80}\bplan\b|\bplan\b[^.]{0,80}\b(?:was|were|been) confirmed\b/i,
    )
    const emerged = first(
      item,
      /\b(?:emerged|emergence) from (?:the )?(?:chapter|bankruptcy)|\bplan\b[^.]{0,80}\b(?:became effective|effective date (?:occurred|of the plan))/i,
    )
    const petition = first(
      item,
      /\bfiled\b[^.]{0,80}\b(?:petitions?|chapter)\b|\bcommenced\b[^.]{0,60}\bcases?\b|\bvoluntary petitions?\b|\binvoluntary petition\b/i,
    )
    const own = /\b(?:the Company|the Registrant|the Corporation|we|our|the Debtors?)\b/
    const subsidiary = /\bsubsidiar(?:y|ies)\b/i.test(event.text)
    return {
      value: chapter
        ? `chapter_${chapter}`
        : /\breceiver/i.test(item.words.replace(/^.{0,60}bankruptcy or receivership/i, ''))
          ? 'receivership'
          : 'other_proceeding',
      direction: -1,
      payload: {
        stage: emerged ? 'emergence' : confirmed ? 'plan_confirmed' : petition ? 'petition' : 'other',
        event_date: dateOf(petition ?? event, /\b(?:filed|commenced|appointed|entered|confirmed)\b/i),
        subsidiary_only: subsidiary
          ? /\b(?:and (?:certain of )?its|together with)\b[^.]{0,60}\bsubsidiar/i.test(event.text)
            ? false
            : /[’']s? [^.]{0,40}\bsubsidiary\b|\bsubsidiary,/i.test(event.text)
              ? true
              : null
          : own.test(event.text)
            ? false
            : null,
      },
      sentences: [event, emerged ?? confirmed ?? petition],
    }
  },
)

const impairment = itemRule(
  'impairment_8k',
  itemSignal({
    signal_type: 'impairment_8k',
    title: 'Material impairment concluded',
    description:
      'The board or officers conclude that a material charge for impairment is required (Item 2.06). `payload` has the amount when all sentences on it agree on one figure or one range; several charges of different amounts leave it null.',
    source: 'Form 8-K, Item 2.06',
    formula: 'The report has Item 2.06 with a sentence on an impairment or write-down. Direction −1.',
    covers_from: '2004-08-23',
    payload_schema: object({
      amount_low: number('US dollars; the lower end where the item gives a range.'),
      amount_high: number('US dollars.'),
      goodwill: Type.Boolean({ description: 'Whether the sentences on the charge name goodwill.' }),
      concluded_on: text('The day of the conclusion, when the sentence begins with it, `YYYY-MM-DD`.'),
    }),
  }),
  ['2.06'],
  (item) => {
    const words = /\b(?:impair\w*|write-? ?(?:down|off)\w*|written (?:down|off)|non-?cash charge)\b/i
    const charge = first(item, words)
    if (!charge) return null
    const amount = amountIn(item, words)
    return {
      value: true,
      direction: -1,
      payload: {
        amount_low: amount?.low ?? null,
        amount_high: amount?.high ?? null,
        goodwill: item.sentences.some(
          (sentence) => words.test(sentence.text) && /\bgoodwill\b/i.test(sentence.text),
        ),
        concluded_on: dateOf(charge, /\b(?:conclud|determin)\w*/i),
      },
      sentences: [charge, amount?.sentence],
    }
  },
)

const debtAcceleration = itemRule(
  'debt_acceleration',
  itemSignal({
    signal_type: 'debt_acceleration',
    title: 'Debt accelerated or increased',
    description:
      'An event accelerates or increases a direct obligation of the company (Item 2.04): as a rule a default, whose notice the lender gave. Companies also report events here that give holders a right to be paid early, such as a change of control; `payload.cause` tells them apart.',
    source: 'Form 8-K, Item 2.04',
    formula:
      'The report has Item 2.04 with a sentence on a default, an acceleration or an amount due. Direction −1; 0 when the cause is a right of holders or a redemption and no default is named.',
    covers_from: '2004-08-23',
    payload_schema: object({
      cause: text('`default`, `bankruptcy_filing`, `change_of_control`, `redemption_or_conversion` or null.'),
      amount: number(
        'US dollars due, when the sentences with "principal", "accelerat…" or "due and payable" agree on one amount.',
      ),
      event_date: text('The day of the event, when the sentence begins with it, `YYYY-MM-DD`.'),
    }),
  }),
  ['2.04'],
  (item) => {
    const event = first(
      item,
      /\b(?:default\w*|accelerat\w*|due and payable|trigger\w*|breach\w*|redeem\w*|redemption|repurchase|convert\w*|conversion|make-whole)\b/i,
    )
    if (!event) return null
    const amount = amountIn(item, /\b(?:principal|accelerat\w+|due and payable|outstanding)\b/i)
    const bankrupt = /\bchapter (?:7|11|15)\b|\bbankruptcy\b/i.test(item.words)
    const fault =
      /\b(?:events? of default|defaulted|in default|default under|notice of default|failed to (?:pay|make|comply|maintain))\b/i.test(
        item.words,
      )
    const control = /\b(?:change (?:of|in) control|fundamental change|make-whole)\b/i.test(item.words)
    const cause = bankrupt
      ? 'bankruptcy_filing'
      : fault
        ? 'default'
        : control
          ? 'change_of_control'
          : /\b(?:redeem|redemption|conver)/i.test(item.words)
            ? 'redemption_or_conversion'
            : null
    return {
      value: true,
      direction: cause === 'change_of_control' || cause === 'redemption_or_conversion' ? 0 : -1,
      payload: {
        cause,
        amount: amount && amount.low === amount.high ? amount.low : null,
        event_date: dateOf(event, /\b(?:received|occurred|failed|delivered|entered|commenced|filed|gave)\b/i),
      },
      sentences: [event, amount?.sentence],
    }
  },
)

const LISTINGS = [
  'deficiency',
  'delisting',
  'voluntary_delisting',
  'transfer',
  'compliance_regained',
  'other_notice',
] as const

const REQUIREMENTS: [string, RegExp][] = [
  [
    'minimum_bid_price',
    /\b(?:minimum )?bid price\b|\b\$1\.00\b[^.]{0,60}\b(?:average )?closing price|average closing price[^.]{0,60}\$1\.00/i,
  ],
  [
    'late_filing',
    /\b(?:timely fil|not (?:yet )?filed|failure to (?:timely )?file|delay\w* (?:in )?filing|delinquent)\w*[^.]{0,100}\b(?:Form (?:10-|20-F)|annual report|quarterly report|periodic)|5250\(c\)\(1\)/i,
  ],
  ['stockholders_equity', /\b(?:stockholders|shareholders)[’'] equity\b/i],
  ['market_value', /\bmarket (?:value|capitali[sz]ation)\b/i],
  [
    'audit_committee',
    /\baudit committee (?:requirement|composition|membership|of at least|comprised|must)|\b(?:audit committee)\b[^.]{0,80}\b(?:requirement|three)\b/i,
  ],
  ['independent_directors', /\bmajority (?:of )?independent|independent director requirement/i],
  [
    'annual_meeting',
    /\bannual (?:meeting|shareholder meeting) (?:requirement|within)|\bhold(?:ing)? an annual meeting\b/i,
  ],
]

const delistingNotice = itemRule(
  'delisting_notice',
  itemSignal({
    signal_type: 'delisting_notice',
    title: 'Listing in question',
    description:
      'Item 3.01: an exchange gives notice that a rule of listing is not met (`deficiency`) or that the shares will be removed (`delisting`), the company takes them off itself (`voluntary_delisting`), moves them to another exchange (`transfer`), or is told that it complies again (`compliance_regained`).',
    labels: LISTINGS,
    source: 'Form 8-K, Item 3.01',
    formula:
      'By the words of the item in this order: complies again; transfer of listing; own decision to delist, or a merger that ends the listing; delisting or suspension determined; notice that a requirement is not met; otherwise `other_notice`. Direction −1 for deficiency and delisting; 0 otherwise.',
    covers_from: '2004-08-23',
    payload_schema: object({
      requirement: text(
        'The requirement in question: `minimum_bid_price`, `late_filing`, `stockholders_equity`, `market_value`, `audit_committee`, `independent_directors`, `annual_meeting`; null when none or several are named.',
      ),
      exchange: text('`Nasdaq`, `NYSE`, `NYSE American` or null.'),
      notice_date: text('The day the notice came, when the sentence begins with it, `YYYY-MM-DD`.'),
    }),
  }),
  ['3.01'],
  (item) => {
    const { words } = item
    const regained = first(
      item,
      /\b(?:ha[sd]|had) regained compliance\b|\bregained compliance\b(?![^.]{0,30}\bby\b)|\bis now in compliance\b|\bmatter is (?:now )?closed\b/i,
    )
    const transfer = first(
      item,
      /\btransfer(?:red|ring)?\b[^.]{0,100}\b(?:listing|common stock|shares|securities)\b[^.]{0,100}\bto (?:the )?(?:Nasdaq|New York|NYSE|NASDAQ|OTC|Capital Market|Global|\w+ Stock Exchange)|\b(?:listing)\b[^.]{0,60}\bto be transferred\b|\bapproved\b[^.]{0,60}\btransfer\b/i,
    )
    const merger = first(
      item,
      /\b(?:merger|effective time|closing of the (?:merger|transaction)|consummation)\b[^.]{0,300}\b(?:Form 25|delist\w*|suspend\w* trading|cease\w* trading|remov\w*)|\b(?:Form 25|suspend\w* trading|delist\w*)\b[^.]{0,300}\b(?:merger|effective time|consummation|completed)\b/i,
    )
    const voluntary = first(
      item,
      /\bvoluntar(?:y|ily)\b[^.]{0,80}\b(?:delist\w*|withdraw\w*|remov\w*)|\bnotif\w+\b[^.]{0,60}\b(?:its|our) (?:intention|intent|decision) to\b[^.]{0,60}\b(?:delist|withdraw|remove|file a Form 25)/i,
    )
    const removal = first(
      item,
      /\b(?:determin\w+|decision|decided|commenced|will)\b[^.]{0,100}\b(?:delist\w*|suspend\w* trading|remov\w* (?:from|the))|\btrading\b[^.]{0,60}\b(?:was|will be|has been) suspended\b/i,
    )
    const notice = first(
      item,
      /\b(?:notice|notif\w+|letter|deficien\w+|received|not in compliance|fail\w* to (?:comply|satisfy|meet)|below)\b/i,
    )
    // The title of the item speaks of notices and transfers, and it is no sentence of the item.
    const kind =
      regained && !/\bto regain\b/i.test(regained.text)
        ? 'compliance_regained'
        : transfer
          ? 'transfer'
          : merger || voluntary
            ? 'voluntary_delisting'
            : removal && !/\b(?:subject to delisting|if the company)\b/i.test(removal.text)
              ? 'delisting'
              : /\bnot in compliance|fail\w* to (?:comply|satisfy|meet|maintain)|no longer (?:complies|meets|satisfies|in compliance)|below|deficien\w+|not (?:compl\w+|satisf\w+|met|meet)|non-?compliance/i.test(
                    words,
                  )
                ? 'deficiency'
                : 'other_notice'
    const quoted = {
      compliance_regained: regained,
      transfer,
      voluntary_delisting: merger ?? voluntary,
      delisting: removal,
      deficiency: notice,
      other_notice: notice,
    }[kind]
    const sentence = quoted ?? item.sentences[0]
    const requirements = REQUIREMENTS.filter(([, pattern]) => pattern.test(words)).map(([name]) => name)
    const exchange = /\bNYSE American|NYSE MKT|American Stock Exchange|NYSE Amex\b/i.test(words)
      ? 'NYSE American'
      : /\bnasdaq\b/i.test(words)
        ? /\bNYSE\b|New York Stock Exchange/i.test(words)
          ? null
          : 'Nasdaq'
        : /\bNYSE\b|New York Stock Exchange/i.test(words)
          ? 'NYSE'
          : null
    return {
      value: kind,
      direction: kind === 'deficiency' || kind === 'delisting' ? -1 : 0,
      payload: {
        requirement: requirements.length === 1 ? (requirements[0] ?? null) : null,
        exchange,
        notice_date: dateOf(notice ?? sentence, /\b(?:received|was notified|were notified|notified)\b/i),
      },
      sentences: [
        sentence,
        requirements.length === 1
          ? first(item, REQUIREMENTS.find(([name]) => name === requirements[0])?.[1] ?? /$^/)
          : undefined,
        notice,
      ],
    }
  },
)

const controlChange = itemRule(
  'control_change',
  itemSignal({
    signal_type: 'control_change',
    title: 'Control of the company changes',
    description:
      'Somebody acquired control of the company (Item 5.01; Item 1 before 23 August 2004): in most reports by a merger that closed, otherwise by a purchase of shares. Shell companies report their reverse mergers here.',
    source: 'Form 8-K, Item 5.01',
    formula: 'The report has Item 5.01 with text of its own. Direction 0: the price paid is in other items.',
    payload_schema: object({
      means: text('`merger`, `share_purchase`, `board` or null, by the words of the item.'),
      event_date: text('The day of the event, when the sentence begins with it, `YYYY-MM-DD`.'),
    }),
  }),
  ['5.01', '1'],
  (item) => {
    const event = first(item, /\b(?:control|merger|acquir\w+|purchas\w+|wholly[- ]owned|issu\w+|majority)\b/i)
    if (!event) return null
    const merger = /\bmerge[rd]?\b/i.test(item.words)
    const shares =
      /\b(?:acquir\w+|purchas\w+|issu\w+|transfer\w*)\b[^.]{0,120}\b(?:shares|stock|voting)\b/i.test(
        item.words,
      )
    return {
      value: true,
      direction: 0,
      payload: {
        means: merger ? 'merger' : shares ? 'share_purchase' : null,
        event_date: dateOf(
          event,
          /\b(?:acquired|completed|consummated|merged|closed|purchased|issued|entered)\b/i,
        ),
      },
      sentences: [event],
    }
  },
)

const exitCosts = itemRule(
  'exit_costs',
  itemSignal({
    signal_type: 'exit_costs',
    title: 'Exit or disposal with material charges',
    description:
      'The board or officers commit the company to a plan of exit, disposal or lay-offs with material charges (Item 2.05). Amounts and people are given when the sentences agree on one figure or range.',
    source: 'Form 8-K, Item 2.05',
    formula:
      'The report has Item 2.05 with a sentence on a restructuring, a reduction, a closure or charges. Direction −1.',
    covers_from: '2004-08-23',
    payload_schema: object({
      total_low: number(
        'US dollars: charges in total, when the sentences with "total", "aggregate" or "approximately … charges" agree.',
      ),
      total_high: number('US dollars.'),
      workforce_percent: number('Share of the workforce that goes, percent, when one is stated.'),
      employees: Type.Union([Type.Integer(), Type.Null()], {
        description: 'People who go, when one number is stated.',
      }),
    }),
  }),
  ['2.05'],
  (item) => {
    const event = first(
      item,
      /\b(?:restructur\w*|reduc\w+|clos(?:e|ed|ing|ure)|exit\w*|workforce|severance|charges?|dispos\w+|terminat\w+)\b/i,
    )
    if (!event) return null
    const total = amountIn(item, /\b(?:total|aggregate|in the range of|incur|charges? of)\b/i)
    const percents = new Set(
      item.sentences.flatMap(({ text: said }) =>
        /\b(?:workforce|employees|headcount|personnel|positions)\b/i.test(said)
          ? [...said.matchAll(/\b(\d{1,2}(?:\.\d)?) ?(?:%|percent)/g)].map(([, value]) => Number(value))
          : [],
      ),
    )
    const people = new Set(
      item.sentences.flatMap(({ text: said }) =>
        [
          ...said.matchAll(
            /\b(\d{1,3}(?:,\d{3})*|\d{1,6}) (?:full-time |current |of (?:its|our) )?(?:employees|positions|people|jobs|workers|team members)\b/gi,
          ),
        ].map(([, value]) => Number((value ?? '').replaceAll(',', ''))),
      ),
    )
    return {
      value: true,
      direction: -1,
      payload: {
        total_low: total?.low ?? null,
        total_high: total?.high ?? null,
        workforce_percent: percents.size === 1 ? ([...percents][0] ?? null) : null,
        employees: people.size === 1 ? ([...people][0] ?? null) : null,
      },
      sentences: [event, total?.sentence, first(item, /\b(?:workforce|employees|headcount|positions)\b/i)],
    }
  },
)

const unregisteredEquity = itemRule(
  'unregistered_equity',
  itemSignal({
    signal_type: 'unregistered_equity',
    title: 'Equity sold without registration',
    description:
      'The company sold or agreed to sell equity securities that are not registered (Item 3.02): private placements, shares for acquisitions, conversions, exchanges. Warrants and notes that convert count as equity here.',
    source: 'Form 8-K, Item 3.02',
    formula:
      'The report has Item 3.02 with a sentence on shares, warrants, units or notes. Direction −1, as such sales dilute; 0 when they pay for an acquisition or replace other securities.',
    covers_from: '2004-08-23',
    payload_schema: object({
      purpose: text(
        '`acquisition`, `exchange_or_conversion`, `cash` or null, by the words of the sentence quoted, else of the item; null where they fit several.',
      ),
      exemptions: Type.Array(Type.String(), {
        description: 'Exemptions named, as written: `Section 4(a)(2)`, `Regulation D`, `Section 3(a)(9)`.',
      }),
    }),
  }),
  ['3.02'],
  (item) => {
    const event = first(
      item,
      /\b(?:shares?|warrants?|units?|notes?|debentures?|preferred|securities|stock)\b[^.]{0,200}\b(?:issu\w+|s(?:old|ell|ale)|purchas\w+|exchang\w+|conver\w+|grant\w*)|\b(?:issu\w+|s(?:old|ell|ale)|purchas\w+|exchang\w+)\b[^.]{0,200}\b(?:shares?|warrants?|units?|notes?|debentures?|preferred|securities|stock)\b/i,
    )
    if (!event) return null
    const exemption = first(item, /\b(?:Section (?:4|3)\s?\(|Regulation (?:D|S)\b|Rule 506)/i)
    const purposes: [string, RegExp][] = [
      [
        'acquisition',
        /\bmerger\b|\b(?:acquisition|acquire[ds]?) (?:agreement|consideration|of)\b|\bstockholders of \p{Lu}/iu,
      ],
      [
        'exchange_or_conversion',
        /\bexchang(?:e|ed|es|ing)\b(?! act)|\bupon (?:the )?conversion\b|\bwere converted\b/i,
      ],
      [
        'cash',
        /\b(?:gross proceeds|purchase price of|aggregate of \$|net proceeds|private placement|for cash|cash proceeds|price per share|sold)\b/i,
      ],
    ]
    const inSentence = purposes.filter(([, pattern]) => pattern.test(event.text))
    const inItem = purposes.filter(([, pattern]) => pattern.test(item.words))
    const fitting = inSentence.length > 0 ? inSentence : inItem
    const purpose = fitting.length === 1 ? (fitting[0]?.[0] ?? null) : null
    return {
      value: true,
      direction: purpose === 'acquisition' || purpose === 'exchange_or_conversion' ? 0 : -1,
      payload: {
        purpose,
        exemptions: [
          ...new Set(
            [
              ...item.words.matchAll(
                /\bSection (?:4|3) ?\((?:a|2)\)(?: ?\(\d{1,2}\))?|\bRegulation [DS]\b|\bRule 506\([bc]\)/g,
              ),
            ].map(([name]) => name.replace(/ \(/g, '(')),
          ),
        ].slice(0, 8),
      },
      sentences: [event, exemption],
    }
  },
)

const CHANGES = [
  'bylaws',
  'charter',
  'fiscal_year',
  'name',
  'authorized_shares',
  'preferred_designation',
  'stock_split',
  'reverse_split',
  'other',
] as const

const charterChange = itemRule(
  'charter_change',
  itemSignal({
    signal_type: 'charter_change',
    title: 'Charter, bylaws or fiscal year change',
    description:
      'The company amended its charter or bylaws, or changed its fiscal year (Item 5.03; Item 8 before 23 August 2004, fiscal year only). The value is the gravest of what the item names, in the order of `labels` from the end: a reverse split before a change of the bylaws. `payload.changes` has all of them.',
    labels: CHANGES,
    source: 'Form 8-K, Item 5.03',
    formula: 'By the words of the item. Direction −1 for a reverse split, otherwise 0.',
    payload_schema: object({
      changes: Type.Array(Type.String(), { description: 'All that the item names, as in `labels`.' }),
      decided_on: text(
        'The day of the decision or filing with which the sentence begins, `YYYY-MM-DD`; the change may take effect later.',
      ),
    }),
  }),
  ['5.03', '8'],
  (item) => {
    const patterns: [(typeof CHANGES)[number], RegExp][] = [
      ['reverse_split', /\breverse (?:stock |share )?split\b/i],
      [
        'stock_split',
        /(?<!reverse )(?<!reverse stock )\b(?:stock|share) split\b|\bsplit into (?:two|three|four|five|ten|\d+) shares\b/i,
      ],
      [
        'fiscal_year',
        /\b(?:chang\w+|amend\w*)\b[^.]{0,60}\bfiscal year(?: end)?\b|\bfiscal year[- ]end\b[^.]{0,60}\bchang/i,
      ],
      [
        'name',
        /\bchang\w+ (?:the |its |our )?(?:corporate )?name\b|\bname change\b|\bchang\w+ (?:the |its )?name of\b/i,
      ],
      [
        'authorized_shares',
        /\b(?:increas|decreas|reduc)\w*\b[^.]{0,80}\bauthori[sz]ed\b|\bauthori[sz]ed (?:number of )?shares\b[^.]{0,80}\b(?:increas|decreas)/i,
      ],
      [
        'preferred_designation',
        /\bcertificate of (?:designations?|elimination)\b|\bseries [A-Z0-9][^.]{0,40}\bpreferred (?:stock|shares)\b/i,
      ],
      [
        'charter',
        /\b(?:certificate|articles) of (?:incorporation|amendment|association)\b|\bcharter\b|\bdeclaration of trust\b/i,
      ],
      ['bylaws', /\bby-?laws?\b/i],
    ]
    const found = patterns.filter(([, pattern]) => pattern.test(item.words))
    const [gravest] = found
    const sentence = (gravest && first(item, gravest[1])) ?? first(item, /\b(?:amend|chang|adopt|restat)\w*/i)
    if (!sentence) return null
    return {
      value: gravest?.[0] ?? 'other',
      direction: gravest?.[0] === 'reverse_split' ? -1 : 0,
      payload: {
        changes: found.map(([name]) => name),
        decided_on: dateOf(sentence, /\b(?:amend|approv|adopt|chang|filed|effect|author)\w*/i),
      },
      sentences: [sentence, item.sentences[0]],
    }
  },
)

/** Items of a current report of which one signal each says all that a rule can. */
export const simpleItemEvents: readonly DeterministicExtractor[] = [
  cyberIncident,
  bankruptcy,
  impairment,
  debtAcceleration,
  delistingNotice,
  controlChange,
  exitCosts,
  unregisteredEquity,
  charterChange,
]
