import { Type } from 'typebox'
import type { Evidence } from '../../evidence/evidence.ts'
import { cappedTextSpan } from '../../evidence/span.ts'
import { mainDocumentOf } from '../../filings/main-document.ts'
import { readProspectus } from '../../offerings/prospectus.ts'
import { EVENT_CASES } from '../cases.ts'
import { type Sentence, sentencesOf } from '../events/sentences.ts'
import { writtenAmounts } from '../events/written-amount.ts'
import { defineExtractor } from '../extractor.ts'
import type { ReadDocument } from '../filing-under-read.ts'
import type { Finding, SignalType } from '../signal.ts'

const config = {
  /** The cover page and what follows it at once. */
  cover_characters: 16_000,
  /** The headline stands before the first long paragraph. */
  headline_characters: 4_000,
  maximum_quote_length: 1000,
} as const

const FORMS = ['424B1', '424B2', '424B3', '424B4', '424B5', '424B7', '424B8'] as const
const LABELS = [
  'at_the_market',
  'equity_underwritten',
  'equity_placed',
  'equity_other',
  'convertible',
  'resale',
  'structured_note',
  'asset_backed',
  'debt',
  'other',
] as const
type Takedown = (typeof LABELS)[number]

const nullableNumber = (description: string) => Type.Union([Type.Number(), Type.Null()], { description })
const CASES = {
  ...EVENT_CASES,
  financial_firms: 'Read like any other: most structured notes are theirs, and have a label of their own.',
  funds: 'Prospectuses of funds have other forms (497) and are not read.',
  splits: 'Prices and share counts are those of the prospectus and are not adjusted.',
}

const takedown: SignalType = {
  signal_type: 'takedown_424b',
  family: 'financing',
  title: 'Securities offered by prospectus',
  description:
    'What a prospectus under Rule 424(b) offers, read from its cover: at the market, underwritten, placed by agents or directly, convertible notes, by selling holders, structured notes, asset-backed notes, other debt. Supplements that only carry a report to holders of a prospectus give no signal. Size, price and discount are given when the cover states one figure for each; preliminary prospectuses leave them blank.',
  unit: 'label',
  range: { minimum: null, maximum: null },
  labels: LABELS,
  form_types: FORMS,
  evidence_kinds: ['text_span'],
  source: 'Securities Act Rule 424(b); Regulation S-K, Items 501(b)(2) and (3)',
  formula:
    'Words of the cover in this order: at the market; selling holders; structured notes; asset-backed; convertible; equity with underwriters, with placement agents or purchase agreements, other; debt. Discount = 1 − price / last reported sale price of the cover. Direction −1 for equity that the company sells, otherwise 0.',
  history: 'Offerings at the market were 63 % of the number of seasoned equity offerings in 2016.',
  covers_from: null,
  payload_schema: Type.Object(
    {
      preliminary: Type.Boolean({ description: 'Marked as subject to completion.' }),
      amount: nullableNumber('US dollars: the total of the price table, else the amount of the headline.'),
      price: nullableNumber('US dollars for each share or unit.'),
      last_price: nullableNumber('US dollars: last reported sale price on the cover.'),
      discount: nullableNumber('1 − price / last_price; below 0 for a premium.'),
      net_proceeds: nullableNumber('US dollars, as the price table states.'),
      file_number: Type.Union([Type.String(), Type.Null()], {
        description: 'Of the registration statement.',
      }),
    },
    { additionalProperties: false },
  ),
  cases: CASES,
}

const atmActive: SignalType = {
  signal_type: 'atm_active',
  family: 'financing',
  title: 'Offering at the market set up',
  description:
    'A prospectus lets the company sell shares at the market through a sales agent. The value is its capacity: the aggregate offering price in dollars. How much of it was sold stands in later reports and is not in this signal. A prospectus that only raises or ends a running program is counted with the amount it names.',
  unit: 'usd',
  range: { minimum: 0, maximum: null },
  labels: null,
  form_types: FORMS,
  evidence_kinds: ['text_span'],
  source: 'Securities Act Rules 415(a)(4) and 424(b)',
  formula:
    '"aggregate offering price of up to" in the sentences of the cover, when they and the headline agree on one amount; otherwise `insufficient_data`. Direction −1.',
  history: 'Offerings at the market were 63 % of the number of seasoned equity offerings in 2016.',
  covers_from: null,
  payload_schema: Type.Object(
    {
      agreement: Type.Union([Type.String(), Type.Null()], {
        description: 'The kind of agreement as named: `sales agreement`, `equity distribution agreement`, …',
      }),
      file_number: Type.Union([Type.String(), Type.Null()], {
        description: 'Of the registration statement.',
      }),
    },
    { additionalProperties: false },
  ),
  cases: CASES,
}

const AT_THE_MARKET = /\bat[- ]the[- ]market\b/i
const AGREEMENT =
  /\b(?:(?:controlled |open market |common stock |ordinary shares |amended and restated )?(?:equity )?(?:sales|distribution|issuance sales)|equity distribution|equity offering sales|sales agency) agreement\b/i
const SELLING = /\bselling (?:stock|share|security|unit|warrant)?\s?holders?\b/i
const STRUCTURED =
  /\b(?:index|equity|stock|ETF|basket|currency|commodity)[- ]linked\b|\b(?:linked to|market[- ]linked|autocallable|auto-callable|contingent (?:coupon|yield|income)|buffered|barrier|trigger|digital|principal[- ]at[- ]risk|structured) (?:\w+ ){0,4}(?:notes?|securities|index|indices|shares|ETF|fund|stock)\b|\bunderlying(?:s)?\b[^.]{0,60}\b(?:index|level|return)\b/i
const ASSET_BACKED = /\basset[- ]backed\b|\bissuing entity\b|\bpass-?through certificates\b|\bowner trust\b/i
const CONVERTIBLE = /\bconvertible (?:senior |subordinated )?(?:notes?|debentures?)\b/i
const EQUITY =
  /\b(?:shares? of (?:our )?(?:\w+ ){0,3}(?:common stock|class [a-z] (?:common stock|ordinary shares?)|stock)|common stock|ordinary shares?|common shares?|class [a-z] ordinary shares?|american depositary shares?|ADSs|common units|pre-?funded warrants?|units)\b/i
const DEBT =
  /\b(?:senior |subordinated |medium-term |global |fixed |floating |rate |first mortgage |secured |unsecured )*(?:notes?|bonds?|debentures?|debt securities)\b/i
const UNDERWRITTEN = /\bunderwrit(?:ers?|ing|ten)\b/i
const PLACED =
  /\bplacement agents?\b|\bsecurities purchase agreement\b|\bregistered direct\b|\bbest[- ]efforts\b/i
/** A supplement that hands holders a report: "This prospectus supplement is being filed to update … with the information in our Form 8-K". */
const CARRIES_REPORT =
  /\b(?:is being filed to (?:update|supplement|amend)|(?:updates?|supplements?|amends and supplements)[^.]{0,120}\bprospectus)\b[^.]{0,300}\b(?:Form (?:8-K|10-Q|10-K)|(?:Current|Quarterly|Annual) Report)\b/i

/** What a prospectus offers, and programs of sales at the market. */
export const takedownRule = defineExtractor({
  name: 'takedown_424b',
  version: '1.0.0',
  signal_types: [takedown, atmActive],
  applies: (formType) => (FORMS as readonly string[]).includes(formType),
  needs: {},
  config,

  extract({ filing }) {
    const main = mainDocumentOf(filing.documents, filing.form_type)
    if (!main?.text)
      return { status: 'insufficient_data', missing: ['main_document'], reason: 'text_unavailable' }
    const { text } = main.text
    const cover = text.slice(0, config.cover_characters)
    const flat = cover.replace(/\s+/g, ' ')
    const sentences = sentencesOf(main.text, 0, cover.length)
    if (filing.form_type === '424B3' && CARRIES_REPORT.test(flat.slice(0, config.headline_characters)))
      return { status: 'ok_none', reason: 'supplement_carries_report' }
    const kind = kindOf(flat, sentences)
    const words = wordsOfKind(kind)
    const telling = sentences.find((sentence) => words.test(sentence.text) && sentence.text.length > 20)
    if (!telling)
      return { status: 'insufficient_data', missing: ['offering_on_cover'], reason: 'offering_not_described' }

    const read = readProspectus(main.text, filing.form_type)
    const structured = kind === 'structured_note' || kind === 'asset_backed' || kind === 'debt'
    const perShare = sentences.find(
      ({ text: said }) =>
        /\b(?:offering|purchase|public offering|sale) price (?:of|is|per)\b/i.test(said) && /\$/.test(said),
    )
    const price = structured ? null : (read.price_per_security ?? priceIn(perShare))
    const last = lastPrice(sentences)
    const headline = headlineAmount(text)
    const amount = read.total_amount ?? headline?.usd ?? null
    const discount =
      price !== null && last !== null && last.usd > 0 && /^equity_/.test(kind) ? 1 - price / last.usd : null
    const quote = (sentence: Sentence | undefined): Evidence[] =>
      sentence ? [spanOf(main, sentence.start, sentence.end)] : []
    const from = filing.accession_number
    const findings: Finding[] = [
      {
        signal_type: 'takedown_424b',
        subject: null,
        value: kind,
        unit: 'label',
        direction: /^(?:equity_|at_the_market)/.test(kind) ? -1 : 0,
        payload: {
          preliminary: /\bsubject to completion\b/i.test(flat),
          amount,
          price,
          last_price: last?.usd ?? null,
          discount,
          net_proceeds: read.net_proceeds,
          file_number: read.file_number,
        },
        evidence: distinct([
          ...(headline ? [spanOf(main, headline.start, headline.end)] : []),
          ...quote(telling),
          ...priceRow(main, price),
          ...quote(price !== null && read.price_per_security === null ? perShare : undefined),
          ...quote(last?.sentence),
        ]),
        inputs: [
          { name: 'amount', value: amount, accession_number: from },
          { name: 'price', value: price, accession_number: from },
          { name: 'last_price', value: last?.usd ?? null, accession_number: from },
        ],
      },
    ]
    if (kind !== 'at_the_market') return { status: 'ok_found', findings }
    const capacity = capacityOf(sentences)
    if (!capacity || (headline !== null && headline.usd !== capacity.usd)) {
      return {
        status: 'ok_found',
        findings,
        omitted: [
          {
            signal_type: 'atm_active',
            status: 'insufficient_data',
            reason: 'capacity_not_stated',
            missing: ['aggregate_offering_price'],
          },
        ],
      }
    }
    const agreement = AGREEMENT.exec(flat)?.[0].toLowerCase() ?? null
    findings.push({
      signal_type: 'atm_active',
      subject: null,
      value: capacity.usd,
      unit: 'usd',
      direction: -1,
      payload: { agreement, file_number: read.file_number },
      evidence: [
        ...quote(capacity.sentence),
        ...(headline ? [spanOf(main, headline.start, headline.end)] : []),
      ],
      inputs: [{ name: 'aggregate_offering_price', value: capacity.usd, accession_number: from }],
    })
    return { status: 'ok_found', findings }
  },
})

function spanOf(document: ReadDocument, start: number, end: number): Evidence {
  const section = document.sections.find((one) => one.start <= start && start < one.end) ?? null
  return { kind: 'text_span', ...cappedTextSpan(document, section, start, end, config.maximum_quote_length) }
}

/** The row of the price table, which Item 501(b)(3) asks for, when it has this price in it. */
function priceRow(document: ReadDocument, price: number | null): Evidence[] {
  if (price === null) return []
  const text = document.text?.text ?? ''
  for (const match of text
    .slice(0, 400_000)
    .matchAll(/^[^\n|]{0,30}\b(?:offering price|price to (?:the )?public|public price)\b[^\n]{0,300}$/gim)) {
    if (match[0].replaceAll(',', '').includes(String(price))) {
      return [spanOf(document, match.index, match.index + match[0].length)]
    }
  }
  return []
}

/** Each passage once. */
function distinct(evidence: Evidence[]): Evidence[] {
  const places = new Set<number>()
  return evidence.filter((one) => {
    if (one.kind !== 'text_span') return true
    const known = places.has(one.start)
    places.add(one.start)
    return !known
  })
}

function kindOf(flat: string, sentences: readonly Sentence[]): Takedown {
  const head = flat.slice(0, 5_000)
  const sold = sentences.some(
    ({ text }) => AT_THE_MARKET.test(text) && /\b(?:sales?|offer\w*|agreement)\b/i.test(text),
  )
  if (sold && AGREEMENT.test(flat) && /\b(?:we|us|our|the company|sales agent|agent)\b/i.test(flat))
    return 'at_the_market'
  if (ASSET_BACKED.test(head)) return 'asset_backed'
  if (STRUCTURED.test(head) && DEBT.test(head)) return 'structured_note'
  if (SELLING.test(head)) return 'resale'
  if (CONVERTIBLE.test(head.slice(0, 2_000))) return 'convertible'
  const equity = EQUITY.exec(head)
  const debt = DEBT.exec(head)
  if (equity && (!debt || equity.index < debt.index)) {
    if (PLACED.test(flat)) return 'equity_placed'
    return UNDERWRITTEN.test(flat) ? 'equity_underwritten' : 'equity_other'
  }
  return debt ? 'debt' : 'other'
}

function wordsOfKind(kind: Takedown): RegExp {
  switch (kind) {
    case 'at_the_market':
      return AT_THE_MARKET
    case 'asset_backed':
      return ASSET_BACKED
    case 'structured_note':
      return STRUCTURED
    case 'resale':
      return SELLING
    case 'convertible':
      return CONVERTIBLE
    case 'debt':
      return DEBT
    case 'other':
      return /\b(?:offer\w*|securities|prospectus)\b/i
    default:
      return EQUITY
  }
}

/** The amount that stands alone on a line of the headline: "$650,000,000", "Up to $3,000,000". */
function headlineAmount(text: string): { usd: number; start: number; end: number } | null {
  for (const match of text
    .slice(0, config.headline_characters)
    .matchAll(
      /^[ \t]*((?:[Uu]p to |UP TO )?(?:US)?\$ ?\d[\d,.]*(?: (?:million|billion))?)(?:[ \t]*$|(?= [A-Z][a-z]))/gm,
    )) {
    const [amount] = writtenAmounts(match[1] ?? '')
    if (amount && amount.usd >= 10_000) {
      const start = match.index + match[0].indexOf(match[1] ?? '')
      return { usd: amount.usd, start, end: start + (match[1]?.length ?? 0) }
    }
  }
  return null
}

/** The one price a sentence states for a share; null when it has several. */
function priceIn(sentence: Sentence | undefined): number | null {
  if (!sentence) return null
  const prices = [
    ...sentence.text.matchAll(
      /\bprice (?:of|is|per (?:share|unit|ADS) (?:of|is)) \$ ?(\d{1,4}(?:,\d{3})*(?:\.\d{1,4})?) per (?:share|unit|ADS|ordinary share|common share)/gi,
    ),
  ]
  const values = new Set(prices.map(([, price = '']) => Number(price.replaceAll(',', ''))))
  return values.size === 1 ? ([...values][0] ?? null) : null
}

function lastPrice(sentences: readonly Sentence[]): { usd: number; sentence: Sentence } | null {
  const found = sentences.flatMap((sentence) => {
    if (
      !/\b(?:last reported (?:sales?|closing|sale) price|closing (?:sales? )?price|last (?:sale|reported) price|closing bid price)\b/i.test(
        sentence.text,
      )
    )
      return []
    const match = /\b(?:was|of|is) (?:US)?\$ ?(\d{1,5}(?:,\d{3})*(?:\.\d{1,4})?)/i.exec(sentence.text)
    return match ? [{ usd: Number((match[1] ?? '').replaceAll(',', '')), sentence }] : []
  })
  const [first] = found
  return first && found.every(({ usd }) => usd === first.usd) ? first : null
}

const CAPACITY =
  /\baggregate (?:gross )?(?:offering|sales?) (?:price|amount|proceeds) (?:of )?(?:up to|not to exceed) (?:an aggregate of )?((?:US)?\$ ?\d[\d,.]*(?: (?:million|billion))?)|\bup to ((?:US)?\$ ?\d[\d,.]*(?: (?:million|billion))?)(?: in (?:the )?aggregate)? (?:of|in) (?:shares of )?our\b/i

function capacityOf(sentences: readonly Sentence[]): { usd: number; sentence: Sentence } | null {
  const found = sentences.flatMap((sentence) => {
    const match = CAPACITY.exec(sentence.text)
    const [amount] = writtenAmounts(match?.[1] ?? match?.[2] ?? '')
    return amount ? [{ usd: amount.usd, sentence }] : []
  })
  const [first] = found
  return first && found.every(({ usd }) => usd === first.usd) ? first : null
}
