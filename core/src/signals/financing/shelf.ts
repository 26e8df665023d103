import { Type } from 'typebox'
import type { Evidence } from '../../evidence/evidence.ts'
import { cappedTextSpan } from '../../evidence/span.ts'
import { mainDocumentOf } from '../../filings/main-document.ts'
import { EVENT_CASES } from '../cases.ts'
import { sentencesOf } from '../events/sentences.ts'
import { writtenAmounts } from '../events/written-amount.ts'
import { defineExtractor } from '../extractor.ts'
import type { ReadDocument } from '../filing-under-read.ts'
import { exhibitTexts } from '../needs/exhibit-texts.ts'
import type { SignalType } from '../signal.ts'

const config = {
  /** Fees were between 27 and 153 dollars a million since 2010; more room than that tells an amount from a fee. */
  lowest_fee_rate: 0.00001,
  highest_fee_rate: 0.0004,
  cover_characters: 60_000,
  years: 3,
  maximum_quote_length: 1000,
} as const

const FORMS = ['S-3', 'S-3/A', 'S-3ASR', 'F-3', 'F-3/A', 'F-3ASR'] as const

const feeExhibit = exhibitTexts({ name: 'filing_fee_exhibit', document_types: /^EX-(?:FILING FEES|107)/ })

const shelfRegistered: SignalType = {
  signal_type: 'shelf_registered',
  family: 'financing',
  title: 'Securities registered on a shelf',
  description:
    'A registration statement on Form S-3 or F-3, with which securities can be sold from time to time. The value is the amount registered in dollars: the total of the filing fee table, else the one amount that the prospectus says it offers "up to". Well-known seasoned issuers (S-3ASR) register without an amount: `insufficient_data`. Securities carried forward from an earlier shelf can be part of the total.',
  unit: 'usd',
  range: { minimum: 0, maximum: null },
  labels: null,
  form_types: FORMS,
  evidence_kinds: ['text_span'],
  source:
    'Securities Act Rules 415 and 457; Forms S-3 and F-3; filing fee exhibit (Exhibit 107, since January 2022)',
  formula:
    'The row "Total Offering Amount" of the fee table, when the fee beside it is between 0.001 % and 0.04 % of it; else the amount behind "up to" in the sentences of the first pages that say what may be offered, when they agree. Direction 0 for resale by holders, otherwise −1.',
  history: null,
  covers_from: null,
  payload_schema: Type.Object(
    {
      read_from: Type.String({ description: '`fee_table` or `prospectus`.' }),
      resale_only: Type.Union([Type.Boolean(), Type.Null()], {
        description:
          'True when the first pages speak of selling holders and not of what the company may offer; null when they say neither.',
      }),
      expires_on: Type.Union([Type.String(), Type.Null()], {
        description:
          'For an automatic shelf, which is effective when filed, three years later (Rule 415(a)(5)), `YYYY-MM-DD`; null for others, whose effective date comes later.',
      }),
    },
    { additionalProperties: false },
  ),
  cases: {
    ...EVENT_CASES,
    amendments: 'Read with their own fee table; one without amounts is `insufficient_data`.',
  },
}

/** Amounts registered on shelves. */
export const shelfRule = defineExtractor({
  name: 'shelf_registered',
  version: '1.0.0',
  signal_types: [shelfRegistered],
  applies: (formType) => (FORMS as readonly string[]).includes(formType),
  needs: { exhibits: feeExhibit },
  config,

  extract({ filing, exhibits }) {
    const main = mainDocumentOf(filing.documents, filing.form_type)
    const resale = main?.text ? resaleOnly(main.text.text.slice(0, config.cover_characters)) : null
    const read = fromFeeTable(exhibits) ?? (main ? fromProspectus(main) : null)
    if (!read)
      return { status: 'insufficient_data', missing: ['amount_registered'], reason: 'amount_not_stated' }
    const filed = filing.submission.header.filing_date
    return {
      status: 'ok_found',
      findings: [
        {
          signal_type: 'shelf_registered',
          subject: null,
          value: read.usd,
          unit: 'usd',
          direction: resale === true ? 0 : -1,
          payload: {
            read_from: read.from,
            resale_only: resale,
            expires_on: filing.form_type.endsWith('ASR') && filed ? yearsAfter(filed, config.years) : null,
          },
          evidence: [read.evidence],
          inputs: [{ name: 'amount_registered', value: read.usd, accession_number: filing.accession_number }],
        },
      ],
    }
  },
})

interface Read {
  usd: number
  from: 'fee_table' | 'prospectus'
  evidence: Evidence
}

function fromFeeTable(exhibits: readonly ReadDocument[]): Read | null {
  for (const document of exhibits) {
    const text = document.text?.text ?? ''
    const row = /^[^\n|]{0,40}total offering amounts?\s*:?\s*\|[^\n]{0,400}$/im.exec(text)
    if (!row) continue
    const [amount, fee] = writtenAmounts(row[0])
    if (!amount || !fee || amount.usd <= 0) continue
    const rate = fee.usd / amount.usd
    if (rate < config.lowest_fee_rate || rate > config.highest_fee_rate) continue
    const span = cappedTextSpan(
      document,
      null,
      row.index,
      row.index + row[0].length,
      config.maximum_quote_length,
    )
    return { usd: amount.usd, from: 'fee_table', evidence: { kind: 'text_span', ...span } }
  }
  return null
}

const OFFERS =
  /\b(?:we|the company|us|the registrant)\b[^.]{0,200}\b(?:offer|sell|issue)\b[^.]{0,300}\b(?:up to|not (?:to )?exceed(?:ing)?|of up to) (?:an aggregate (?:amount )?of )?(?:US)?\$ ?\d|\baggregate (?:initial |public )?offering price (?:of (?:all securities )?)?(?:of )?(?:up to|not (?:to )?exceed(?:ing)?|will not exceed)\b[^.]{0,60}\$ ?\d/i

function fromProspectus(main: ReadDocument): Read | null {
  if (!main.text) return null
  const sentences = sentencesOf(main.text, 0, Math.min(main.text.text.length, config.cover_characters))
  const found = sentences.flatMap((sentence) => {
    if (!sentence.text.includes('$') || !OFFERS.test(sentence.text)) return []
    // "up to $200,000,000": behind it prices and par values follow.
    const at = /\b(?:up to|exceed(?:ing)?)\b/i.exec(sentence.text)
    const [amount] = writtenAmounts(sentence.text.slice(at?.index ?? 0))
    return amount && amount.usd >= 1_000_000 ? [{ usd: amount.usd, sentence }] : []
  })
  const [first] = found
  if (!first || found.some(({ usd }) => usd !== first.usd)) return null
  const { start, end } = first.sentence
  const section = main.sections.find((one) => one.start <= start && start < one.end) ?? null
  return {
    usd: first.usd,
    from: 'prospectus',
    evidence: {
      kind: 'text_span',
      ...cappedTextSpan(main, section, start, end, config.maximum_quote_length),
    },
  }
}

function resaleOnly(text: string): boolean | null {
  const own =
    /\b(?:we|the company|our company) may (?:from time to time )?(?:,? ?from time to time,? )?(?:offer|sell|issue)\b/i.test(
      text,
    )
  const selling = /\bselling (?:stock|share|security|unit)?\s?holders?\b/i.test(text)
  if (own) return false
  return selling ? true : null
}

function yearsAfter(date: string, years: number): string {
  const moved = `${Number(date.slice(0, 4)) + years}${date.slice(4)}`
  return moved.endsWith('02-29') ? `${moved.slice(0, 4)}-02-28` : moved
}
